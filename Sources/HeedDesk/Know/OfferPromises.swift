public import HeedModel

/// A promise in what a member writes, offered to them to be kept.
public struct OfferedPromise: Sendable, Hashable {
  public var words: String
  /// What tells when it is due: "by Friday".
  public var dueWords: String?
  public var dueAt: Instant?
  /// Due on a day and not at an hour.
  public var isDay: Bool

  public init(words: String, dueWords: String? = nil, dueAt: Instant? = nil, isDay: Bool = false) {
    self.words = words
    self.dueWords = dueWords
    self.dueAt = dueAt
    self.isDay = isDay
  }
}

/// A promise that a member keeps with their reply.
public struct PromiseWish: Sendable, Hashable {
  public var words: String
  public var dueAt: Instant?
  public var isDay: Bool

  public init(words: String, dueAt: Instant? = nil, isDay: Bool = false) {
    self.words = words
    self.dueAt = dueAt
    self.isDay = isDay
  }
}

extension Desk {
  /// So many are offered at most, and so many letters of each are kept.
  static let mostPromises = 10
  static let promiseLetters = 500

  /// A text in sentences, each as it stands there, so that one of them can be kept as a promise.
  public static func sentences(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).flatMap { line -> [String] in
      var (found, start) = ([String](), line.startIndex)
      for index in line.indices where ".!?…;。！？".contains(line[index]) {
        let next = line.index(after: index)
        guard next == line.endIndex || line[next].isWhitespace || "。！？".contains(line[index])
        else { continue }
        found.append(String(line[start..<next]))
        start = next
      }
      return found + [String(line[start...])]
    }.map(trimmed).filter { $0.contains(where: \.isLetter) }.prefix(40).map {
      String($0.prefix(promiseLetters))
    }
  }

  /// What of a text reads like a promise, with its due time in the zone of whoever writes it. Nothing is kept by this.
  public func offeredPromises(
    in text: String, language: String?, zone: Zone
  ) -> [OfferedPromise] {
    let now = clock.now()
    var seen: Set<String> = []
    return promiseFinder.promises(in: text, language: language, now: zone.wall(at: now))
      .filter { seen.insert($0.words).inserted }.prefix(Self.mostPromises).map { found in
        let due = found.due.map { zone.due($0, from: now) }
        return OfferedPromise(
          words: String(found.words.prefix(Self.promiseLetters)), dueWords: found.dueWords,
          dueAt: due?.at, isDay: due?.isDay ?? false)
      }
  }
}
