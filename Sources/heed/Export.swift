import ArgumentParser
import Foundation
import HeedDesk
import HeedModel

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write posts, or the list of feeds, to a file that other programs read.",
    discussion:
      """
      Without --as, what everybody may see: public talk. With it, what that member may see, private conversations \
      of theirs included; keep such a file as you keep letters.
      """)

  @OptionGroup var options: ConfigurationOptions
  @Flag(help: "Posts, one a line, as JSON (Docs/import.md).") var posts = false
  @Flag(help: "The feeds that the desk listens to, as OPML.") var opml = false
  @Option(name: .customLong("as"), help: "Mail address of the member who looks.") var member:
    String?
  @Option(help: "File to be made. Without: standard output.") var to: String?

  func validate() throws {
    guard posts != opml else { throw ValidationError("Say --posts or --opml.") }
  }

  func run() async throws {
    let composition = try await Composition(try await options.load())
    let desk = composition.desk
    do {
      let viewer = try await viewer(desk)
      let out = try NewFile(to)
      if opml {
        try out.write(try await FeedList(desk: desk).written())
      } else {
        let (posts, threads) = try await desk.exportPosts(for: viewer) { try out.write($0 + "\n") }
        Lines.error("\(posts) posts of \(threads) threads were written.")
      }
      try out.close()
    } catch {
      try? await composition.close()
      throw error
    }
    try await composition.close()
  }

  private func viewer(_ desk: Desk) async throws -> Viewer? {
    guard let member else { return nil }
    guard let found = try await desk.record.read({ try $0.member(email: member) }) else {
      throw ValidationError("Nobody on this desk signs in as \(member).")
    }
    return Viewer(member: found.id, role: found.role)
  }
}

/// A file that is made and never written over, or standard output.
struct NewFile {
  private let handle: FileHandle

  init(_ path: String?) throws {
    guard let path else {
      handle = .standardOutput
      return
    }
    // People's words: for the owner's eyes.
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard file >= 0 else {
      throw ValidationError(
        errno == EEXIST
          ? "\(path) exists already. Choose a new name."
          : "\(path) cannot be made: \(String(cString: strerror(errno)))")
    }
    handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
  }

  func write(_ text: String) throws { try handle.write(contentsOf: Data(text.utf8)) }
  func close() throws { try handle.close() }
}
