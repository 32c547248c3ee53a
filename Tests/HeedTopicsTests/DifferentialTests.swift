import Foundation
import Testing

@testable import HeedTopics

/// The compiled matcher against the evaluator that asks each query by itself. Each run has another
/// seed and prints it (`HEED_SEED` runs one again); `HEED_PAIRS=1000000` tries so many pairs of
/// query and document.
struct DifferentialTests {
  let seed: UInt64
  let pairs: Int

  init() {
    let environment = ProcessInfo.processInfo.environment
    seed = environment["HEED_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1_000_000)
    pairs = environment["HEED_PAIRS"].flatMap { Int($0) } ?? 60_000
  }

  @Test func theMatcherAnswersAsTheEvaluator() throws {
    var random = RandomQueries(seed: seed)
    let perRound = 400
    let documents = 150
    var (asked, hits) = (0, 0)
    let scratch = MatcherScratch()
    while asked < pairs {
      let queries = try (0..<perRound).map { id in
        (id: Int64(id * 3), query: try TopicQuery(random.query(depth: 3)))
      }
      let matcher = Self.matcher(of: queries, &random)
      for _ in 0..<documents {
        let document = random.document()
        let prepared = PreparedDocument(document)
        let expected = queries.filter { $0.query.matches(prepared) }.map(\.id)
        let found = matcher.matches(prepared, scratch: scratch)
        asked += perRound
        hits += expected.count
        guard found == expected else {
          report(queries, document, found, expected)
          return
        }
      }
    }
    print("topics: seed \(seed), \(asked) pairs of query and document, \(hits) matches, all alike")
    #expect(hits > asked / 100)
  }

  /// The queries compiled together, or some of them added or changed one by one.
  private static func matcher(
    of queries: [(id: Int64, query: TopicQuery)], _ random: inout RandomQueries
  ) -> TopicMatcher {
    if random.chance(50) { return TopicMatcher(queries) }
    let first = queries.enumerated().map { index, topic in
      index % 9 == 0 ? (id: topic.id, query: queries[(index + 1) % queries.count].query) : topic
    }
    var matcher = TopicMatcher(first.filter { $0.id % 2 == 0 } + [(id: 1, query: first[0].query)])
    for (index, topic) in queries.enumerated() where topic.id % 2 != 0 || index % 9 == 0 {
      matcher = matcher.adding(topic.id, topic.query)
    }
    matcher = matcher.removing(1)
    return random.chance(50) ? matcher : matcher.compacted()
  }

  private func report(
    _ queries: [(id: Int64, query: TopicQuery)], _ document: TopicDocument, _ found: [Int64],
    _ expected: [Int64]
  ) {
    for (id, query) in queries where found.contains(id) != expected.contains(id) {
      Issue.record(
        "seed \(seed): \(query.canonical) in \(document), found \(found.contains(id))")
    }
  }

  @Test func bytesThatAreNoTextAreReadAsSigns() throws {
    var generator = SeededGenerator(seed: seed)
    let queries = try ["a", "b", "a b", "\"a b\"", "é", "東", "-a", "ab", "\u{FFFD}a OR a"]
      .enumerated().map { (id: Int64($0.offset), query: try TopicQuery($0.element)) }
    let matcher = TopicMatcher(queries)
    let scratch = MatcherScratch()
    var found: [Int64] = []
    let pieces: [[UInt8]] = [
      [0x61], [0x62], [0x20], [0xC3, 0xA9], [0xC3], [0xA9], [0xE6, 0x9D, 0xB1], [0xE6, 0x9D],
      [0xFF],
      [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80], [0xF0, 0x9F, 0x98],
    ]
    for _ in 0..<Corpora.count(2_000) {
      let bytes = (0..<Int.random(in: 0...8, using: &generator)).flatMap { _ in
        pieces.randomElement(using: &generator) ?? []
      }
      bytes.withUnsafeBufferPointer {
        matcher.match(utf8: $0, TopicDocument.Facts(), scratch: scratch, into: &found)
      }
      let prepared = PreparedDocument(
        TopicDocument(text: String(decoding: bytes, as: UTF8.self)))
      #expect(
        found == queries.filter { $0.query.matches(prepared) }.map(\.id), "seed \(seed): \(bytes)")
    }
  }

  @Test func whatIsAddedOrTakenAwayCountsAtOnce() throws {
    var matcher = TopicMatcher()
    let scratch = MatcherScratch()
    let document = PreparedDocument(TopicDocument(text: "gold and straw"))
    for id in 0..<Int64(2_000) {
      matcher = matcher.adding(id, try TopicQuery(id % 2 == 0 ? "gold" : "iron"))
    }
    #expect(matcher.count == 2_000)
    #expect(matcher.matches(document, scratch: scratch).count == 1_000)
    matcher = matcher.adding(1, try TopicQuery("straw")).removing(2).removing(99_999)
    #expect(matcher.count == 1_999)
    #expect(matcher.matches(document, scratch: scratch).prefix(3) == [0, 1, 4])
    let compacted = matcher.compacted()
    #expect(compacted.tierCount == 1)
    #expect(
      compacted.matches(document, scratch: scratch) == matcher.matches(document, scratch: scratch))
    #expect(TopicMatcher().matches(document) == [])
  }

  /// Texts and queries of nothing but repetition: whoever makes it quadratic waits for minutes.
  @Test func noTextIsSlowToMatch() throws {
    func many(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }
    let sources = [
      "\"\(many("e-mail ", 400))\"", "a NEAR/100 b", "\"a a a a\" NEAR/100 \"a a a\"", "a* e* w*",
      "\"\(many("a ", 300))\"", many("東", 1_000),
      (1...80).map { many("東", $0) }.joined(separator: " OR "),
      "=\"\(many("a ", 200))\"", "\"\(many("e-mail ", 3))\" NEAR/50 (\(many("e-mail OR ", 50))a)",
      "link:a.b.a.b/x", "-(\"a b\" OR \"b a\")", "@a #a",
    ]
    let matcher = TopicMatcher(
      try sources.enumerated().map { (id: Int64($0.offset), query: try TopicQuery($0.element)) })
    let scratch = MatcherScratch()
    var ids: [Int64] = []
    let pieces = [
      "e-mail ", "a ", "a b ", "a-", "東", "http://a.b.a.b/", "www.a.", "#a", "@a@a ", "\u{301}",
      "👩\u{200D}",
      "(", "क\u{94D}\u{93C}", "1\u{FE0F}\u{20E3}", "𝔀 ", "_", "'",
    ]
    for piece in pieces {
      var text = many(piece, Corpora.count(2_000) / piece.utf8.count)
      text.withUTF8 {
        matcher.match(utf8: $0, TopicDocument.Facts(), scratch: scratch, into: &ids)
      }
    }
  }

  @Test func manyThreadsShareOneMatcher() async throws {
    var random = RandomQueries(seed: seed)
    let matcher = TopicMatcher(
      try (0..<200).map { (id: Int64($0), query: try TopicQuery(random.query())) })
    let documents = (0..<200).map { _ in PreparedDocument(random.document()) }
    let expected = documents.map { matcher.matches($0) }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let scratch = MatcherScratch()
          return documents.map { matcher.matches($0, scratch: scratch) } == expected
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
