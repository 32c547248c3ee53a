import Foundation
public import HeedModel
import Synchronization

/// A word that is in more posts of the window than its own past lets expect.
public struct RisingWord: Sendable, Hashable {
  /// As the search index has it: folded.
  public var word: String
  /// Posts of the window that have it.
  public var posts: Int
  /// Who wrote these: how many, never who.
  public var authors: Int
  /// How many posts of as large a window of the past had it.
  public var usual: Double
  /// Dunning's log-likelihood ratio.
  public var strength: Double

  public init(word: String, posts: Int, authors: Int, usual: Double, strength: Double) {
    self.word = word
    self.posts = posts
    self.authors = authors
    self.usual = usual
    self.strength = strength
  }
}

/// Which words rose, by the log-likelihood ratio of their use against their own past: T. Dunning, Accurate Methods for
/// the Statistics of Surprise and Coincidence, 1993, https://aclanthology.org/J93-1003/
public enum RisingWords {
  /// Below these nothing is told: one person's word, and chance.
  public static let leastPosts = 5
  public static let leastAuthors = 3
  /// One chance in a thousand, for one degree of freedom.
  public static let leastStrength = 10.83
  /// So many posts of the past have to be known.
  public static let leastPast = 50

  public static func find(in window: [SpokenTerms], past: [SpokenTerms], limit: Int = 8)
    -> [RisingWord]
  {
    guard past.count >= leastPast, window.count >= leastPosts else { return [] }
    var now: [String: (posts: Int, authors: Set<ID<Handle>>)] = [:]
    for post in window {
      for word in Set(post.terms) where isWord(word) {
        now[word, default: (0, [])].posts += 1
        now[word]?.authors.insert(post.author)
      }
    }
    let told = now.filter { $1.posts >= leastPosts && $1.authors.count >= leastAuthors }
    var before: [String: Int] = [:]
    for post in past {
      for word in Set(post.terms) where told[word] != nil { before[word, default: 0] += 1 }
    }
    let rising = told.compactMap { word, use -> RisingWord? in
      let then = before[word] ?? 0
      let usual = Double(then) * Double(window.count) / Double(past.count)
      guard Double(use.posts) > usual else { return nil }
      let strength = ratio(use.posts, window.count, then, past.count)
      guard strength >= leastStrength else { return nil }
      return RisingWord(
        word: word, posts: use.posts, authors: use.authors.count, usual: usual, strength: strength)
    }
    return Array(
      rising.sorted { ($1.strength, $0.word) < ($0.strength, $1.word) }.prefix(limit))
  }

  /// Twice the logarithm of how much likelier two rates explain the counts than one rate for both.
  static func ratio(_ a: Int, _ ofA: Int, _ b: Int, _ ofB: Int) -> Double {
    func part(_ seen: Int, _ expected: Double) -> Double {
      seen == 0 ? 0 : Double(seen) * log(Double(seen) / expected)
    }
    let rate = Double(a + b) / Double(ofA + ofB)
    return 2
      * (part(a, Double(ofA) * rate) + part(b, Double(ofB) * rate)
        + part(ofA - a, Double(ofA) * (1 - rate)) + part(ofB - b, Double(ofB) * (1 - rate)))
  }

  /// Words alone: no tags, whose word is a word too, no names, links, numbers or single letters.
  private static func isWord(_ term: String) -> Bool {
    guard let first = term.unicodeScalars.first, first != "_" else { return false }
    let letters = term.unicodeScalars.count { $0.properties.isAlphabetic }
    return letters >= (term.utf8.allSatisfy { $0 < 0x80 } ? 3 : 2)
  }
}

/// What was found lately, so that a page that many have open is not counted for each of them.
final class RisingBook: Sendable {
  static let life = Duration.minutes(5)
  private let known = Mutex<[ID<Topic>?: (at: Instant, words: [RisingWord])]>([:])

  func words(of topic: ID<Topic>?, at now: Instant) -> [RisingWord]? {
    known.withLock { known in
      known[topic].flatMap { now - $0.at < Self.life && now >= $0.at ? $0.words : nil }
    }
  }

  func keep(_ words: [RisingWord], of topic: ID<Topic>?, at now: Instant) {
    known.withLock { known in
      known = known.filter { now - $0.value.at < Self.life }
      known[topic] = (now, words)
    }
  }
}

extension Desk {
  /// Posts of the last day that are looked at, and of the four weeks before it: an even sample, so many of each four
  /// hours. No counts of words are stored, so what is erased is gone from here too, within minutes.
  static let risingWindow = 4_000
  static let risingStretches: Int64 = 168
  static let risingSample = 48

  /// Words that rose in the last day: in all public talk, or in what a topic caught.
  public func rising(in topic: ID<Topic>? = nil) async throws -> [RisingWord] {
    let now = clock.now()
    if let known = risingBook.words(of: topic, at: now) { return known }
    let day = now - .days(1)
    let words = try await record.read { tx in
      let window = try tx.spoken(
        of: topic, from: day, before: now + .days(1), limit: Self.risingWindow)
      guard window.count >= RisingWords.leastPosts else { return [RisingWord]() }
      return RisingWords.find(in: window, past: try Self.past(of: topic, before: day, tx))
    }
    risingBook.keep(words, of: topic, at: now)
    return words
  }

  /// All that most topics caught in four weeks is less than a sample of it would be, and asked for at once.
  private static func past(
    of topic: ID<Topic>?, before day: Instant, _ tx: any RecordReading
  ) throws -> [SpokenTerms] {
    let most = Int(risingStretches) * risingSample
    if topic != nil {
      let all = try tx.spoken(
        of: topic, from: day - .hours(4 * risingStretches), before: day, limit: most + 1)
      if all.count <= most { return all }
    }
    return try (1...risingStretches).flatMap { stretch in
      try tx.spoken(
        of: topic, from: day - .hours(4 * stretch), before: day - .hours(4 * (stretch - 1)),
        limit: risingSample)
    }
  }
}
