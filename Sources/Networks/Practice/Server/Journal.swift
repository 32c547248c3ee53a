public import Foundation
import HeedModel
import Synchronization

/// What the far side accepted, in order, each line written before it was answered: its own truth.
///
/// A file of JSON lines, or memory alone. The first line says which world it is; the rest are the
/// inputs that make the world again when it is opened. Lines are written without waiting for the
/// disk: they outlive the process, and its being killed, not the machine.
public final class PracticeJournal: Sendable {
  /// One line.
  public struct Line: Codable, Sendable, Hashable {
    /// What was done.
    public enum Act: String, Codable, Sendable {
      case post, edit, delete, media, like, share, revoke
      /// Nothing was said, but the place was looked at.
      case seen
      /// Nobody looked for long, so from `from` on everybody slept.
      case rest
    }

    /// Milliseconds since 1970.
    public var at: Int64
    public var act: Act
    /// Who did it: an id of an invented person, or the shop's.
    public var by: String
    /// The post, or the medium.
    public var id: String?
    /// The `Idempotency-Key` that came with it, whether or not it was honoured.
    public var key: String?
    public var text: String?
    public var warning: String?
    public var language: String?
    public var visibility: String?
    public var parent: String?
    public var media: [String]?
    public var type: String?
    public var alternative: String?
    /// Of a medium, as it was uploaded.
    public var bytes: Data?
    /// Milliseconds since 1970: when the sleep of `rest` began.
    public var from: Int64?

    init(at: Instant, _ act: Act, by: String, id: String? = nil) {
      self.at = at.milliseconds
      self.act = act
      self.by = by
      self.id = id
    }
  }

  struct Header: Codable, Sendable {
    var seed: UInt64
    var start: Int64
    var history: Int64
    var pace: Double
    var isQuiet: Bool
  }

  private struct State {
    var header: Header?
    var lines: [Line] = []
    var file: FileHandle?
  }

  private let state: Mutex<State>

  /// Keeps everything in memory.
  public init() { state = Mutex(State()) }

  /// Opens or makes a file. A last line that was cut off while it was written was never answered;
  /// it is dropped.
  /// - Throws: when the file cannot be opened, or holds something else.
  public init(path: String) throws {
    let there = FileManager.default.contents(atPath: path)
    if there == nil { try Data().write(to: URL(fileURLWithPath: path)) }
    let whole = there ?? Data()
    let end = whole.lastIndex(of: UInt8(ascii: "\n")).map { whole.index(after: $0) }
    let kept = whole[..<(end ?? whole.startIndex)]
    var lines = kept.split(separator: UInt8(ascii: "\n"))
    let decoder = JSONDecoder()
    let header =
      lines.isEmpty ? nil : try decoder.decode(Header.self, from: Data(lines.removeFirst()))
    let inputs = try lines.map { try decoder.decode(Line.self, from: Data($0)) }
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try file.truncate(atOffset: UInt64(kept.count))
    try file.seekToEnd()
    state = Mutex(State(header: header, lines: inputs, file: file))
  }

  /// Everything so far, oldest first.
  public var lines: [Line] { state.withLock { $0.lines } }

  /// The header of the file, or `fresh` when it has none yet.
  func open(_ fresh: Header) throws -> Header {
    try state.withLock { state in
      if let header = state.header { return header }
      try Self.write(fresh, to: state.file)
      state.header = fresh
      return fresh
    }
  }

  func append(_ line: Line) throws {
    try state.withLock { state in
      try Self.write(line, to: state.file)
      state.lines.append(line)
    }
  }

  private static func write(_ value: some Encodable, to file: FileHandle?) throws {
    guard let file else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try file.write(contentsOf: try encoder.encode(value) + [UInt8(ascii: "\n")])
  }
}
