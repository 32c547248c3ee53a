import ArgumentParser
import Foundation
import HeedDesk
import HeedMarkup
import HeedModel

struct Import: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case posts, opml, care }

  static let configuration = CommandConfiguration(
    abstract: "Bring in posts from files, or feeds from a list of them.",
    discussion:
      """
      posts: one post a line, as JSON (Docs/import.md). opml: a list of feeds, each becomes a source. care: \
      customer-care conversations as IBM's research set writes them. The same file again changes nothing.
      """)

  @OptionGroup var options: ConfigurationOptions
  @Argument(help: "Files to read, one after the other.") var files: [String]
  @Option(
    help: "posts, opml or care. Without: opml for files that end in .opml or .xml, else posts.")
  var format: Format?
  @Flag(help: "Only look, and say what would come in.") var dryRun = false

  func run() async throws {
    let composition = try await Composition(try await options.load())
    var hasFaults = false
    do {
      for file in files {
        hasFaults = try await take(file, composition.desk) || hasFaults
      }
    } catch {
      try? await composition.close()
      throw error
    }
    try await composition.close()
    if hasFaults { throw ExitCode(2) }
  }

  private func take(_ file: String, _ desk: Desk) async throws -> Bool {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw ValidationError("\(file) cannot be read.")
    }
    defer { try? handle.close() }
    let end = (file as NSString).pathExtension.lowercased()
    switch format ?? (["opml", "xml"].contains(end) ? .opml : .posts) {
    case .posts: return try await take(PostLines(handle), from: file, desk)
    case .care:
      do {
        let bytes = Array(try handle.readToEnd() ?? Data())
        return try await take(try CareFile.lines(bytes), from: file, desk)
      } catch let fault as LineFault {
        throw ValidationError("\(file): \(fault.reason)")
      }
    case .opml:
      let bytes = Array(try handle.readToEnd() ?? Data())
      try await FeedList(desk: desk, isTrial: dryRun).take(bytes, from: file)
      return false
    }
  }

  private func take(_ lines: some Sequence<NumberedLine>, from file: String, _ desk: Desk)
    async throws -> Bool
  {
    let report = try await desk.importPosts(
      lines,
      ImportOptions(
        isTrial: dryRun, words: { Entities().rich($0) },
        onFault: { Lines.error("\(file):\($0.line): \($0.reason)") },
        onGroup: { Lines.error("\(file): \($0.lines) lines read, \($0.new) new posts") }))
    print(ImportSummary(file: file, report: report, isTrial: dryRun).text)
    return report.faults > 0
  }
}

/// What came of a file, in a few lines.
struct ImportSummary {
  var file: String
  var report: ImportReport
  var isTrial: Bool

  var text: String {
    var lines = [
      isTrial
        ? "\(file): \(report.new) posts would come in, \(report.known) are here already."
        : "\(file): \(report.new) posts came in, \(report.known) were here already."
    ]
    if report.threads > 0 {
      lines.append(
        "Threads: \(report.threads), of which conversations with you: \(report.conversations).")
    }
    if report.attributed > 0 {
      lines.append("Your own posts, kept under the member who wrote them: \(report.attributed).")
    }
    if report.leftOut > 0 {
      lines.append("Left out, since their authors asked not to be followed: \(report.leftOut).")
    }
    if report.faults > 0 {
      lines.append(
        "Lines not taken, each named above: \(report.faults). Mend them and run this again: "
          + "the rest stays as it is.")
    }
    return lines.joined(separator: "\n")
  }
}

/// Lines for whoever watches, apart from what the command answers.
enum Lines {
  static func error(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}
