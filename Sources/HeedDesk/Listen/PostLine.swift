import Foundation
public import HeedModel

/// A post as a file of posts tells it, one JSON object a line: `Docs/import.md`.
///
/// What `heed export` writes and `heed import` reads. Ids are the file's own; the same id in the same network is the
/// same post, in this file and in every later one.
public struct PostLine: Codable, Sendable, Hashable {
  /// A handle as the file tells it.
  public struct Author: Codable, Sendable, Hashable {
    public var id: String
    public var name: String?
    public var address: String?
    public var page: String?
    public var picture: String?
    public var bot: Bool?
    /// They asked not to be followed by programs: what they say about us is left out (law 7).
    public var optedOut: Bool?

    public init(
      id: String, name: String? = nil, address: String? = nil, page: String? = nil,
      picture: String? = nil, bot: Bool? = nil, optedOut: Bool? = nil
    ) {
      self.id = id
      self.name = name
      self.address = address
      self.page = page
      self.picture = picture
      self.bot = bot
      self.optedOut = optedOut
    }
  }

  /// Something that hangs on the post, by its address.
  public struct Attachment: Codable, Sendable, Hashable {
    public var kind: String
    public var address: String
    public var alternative: String?
    public var type: String?
  }

  /// `import` when the file does not say.
  public var network: String?
  public var id: String
  /// What it answers.
  public var parent: String?
  /// Posts of one conversation without a parent hang on the line before them.
  public var conversation: String?
  public var quotes: String?
  public var author: Author
  public var at: FileTime
  public var edited: FileTime?
  /// `toUs`, `aboutUs`, `aside` or `ours`.
  public var direction: String?
  /// The member who wrote it, by name or mail address, where it is ours.
  public var member: String?
  public var visibility: String?
  public var title: String?
  public var warning: String?
  /// Plain words.
  public var text: String?
  public var media: [Attachment]?
  public var language: String?
  /// Its page.
  public var address: String?
  /// Its words are gone; the fact stays.
  public var removed: Bool?

  public init(id: String, author: Author, at: Instant, text: String?) {
    self.id = id
    self.author = author
    self.at = FileTime(at)
    self.text = text
  }
}

/// An instant as files write it: ISO 8601 with its zone, or milliseconds since 1970.
public struct FileTime: Codable, Sendable, Hashable {
  public var instant: Instant

  public init(_ instant: Instant) { self.instant = instant }

  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let milliseconds = try? value.decode(Int64.self) {
      instant = Instant(milliseconds: milliseconds)
      return
    }
    guard let text = try? value.decode(String.self), let read = Self.read(text) else {
      throw DecodingError.dataCorruptedError(
        in: value,
        debugDescription: "is no time: write 2026-05-01T10:00:00Z, or milliseconds since 1970")
    }
    instant = read
  }

  public func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    // Written by hand: the style for fractions cuts where a number of seconds is not exact.
    let (seconds, rest) = instant.milliseconds.quotientAndRemainder(dividingBy: 1000)
    let whole = Date(timeIntervalSince1970: Double(seconds)).formatted(Date.ISO8601FormatStyle())
    let fraction = String(1000 + rest).dropFirst()
    try value.encode(rest == 0 ? whole : "\(whole.dropLast()).\(fraction)Z")
  }

  /// `nil` without a zone: nobody could tell which was meant.
  static func read(_ text: String) -> Instant? {
    guard
      let date = (try? Date(text, strategy: withFractions))
        ?? (try? Date(text, strategy: Date.ISO8601FormatStyle()))
    else { return nil }
    return Instant(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
  }

  private static let withFractions = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}

extension PostLine {
  /// Reads one line.
  /// - Throws: `LineFault`.
  public static func read(_ line: [UInt8]) throws -> PostLine {
    do {
      return try JSONDecoder().decode(PostLine.self, from: Data(line))
    } catch let error as DecodingError {
      throw LineFault(error)
    }
  }

  /// The line, without the line end.
  public func written() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

/// Why a line of a file was not taken, in words for whoever made the file.
public struct LineFault: Error, Sendable, Hashable {
  public var reason: String

  public init(_ reason: String) { self.reason = reason }

  init(_ error: DecodingError) {
    func name(_ path: [any CodingKey]) -> String { path.map(\.stringValue).joined(separator: ".") }
    switch error {
    case .keyNotFound(let key, let context):
      reason = "“\(name(context.codingPath + [key]))” is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      reason =
        context.codingPath.isEmpty
        ? "this is no JSON object"
        : "“\(name(context.codingPath))” is of another kind than it must be"
    case .dataCorrupted(let context):
      reason =
        context.codingPath.isEmpty
        ? "this is no JSON object" : "“\(name(context.codingPath))” \(context.debugDescription)"
    @unknown default: reason = "this cannot be read"
    }
  }
}
