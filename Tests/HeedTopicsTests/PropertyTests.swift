import Foundation
import HeedTopics
import Testing

/// What holds for every query and every text. Each run has another seed and prints it; set
/// `HEED_SEED` to run one again.
struct PropertyTests {
  let seed: UInt64

  init() {
    let given = ProcessInfo.processInfo.environment["HEED_SEED"].flatMap { UInt64($0) }
    seed = given ?? UInt64.random(in: 0..<1_000_000)
    print("topics: seed \(seed)")
  }

  @Test func aMatcherAnswersAsEveryQueryByItself() throws {
    var random = RandomQueries(seed: seed)
    let queries = try (0..<300).map { (id: Int64($0), query: try TopicQuery(random.query())) }
    let matcher = TopicMatcher(queries)
    let fewer = queries.filter { $0.id % 3 == 0 }.reduce(matcher) { $0.removing($1.id) }
    var hits = 0
    for _ in 0..<300 {
      let document = PreparedDocument(random.document())
      let naive = queries.filter { $0.query.matches(document) }.map(\.id)
      let found = matcher.matches(document)
      #expect(found == naive, "seed \(seed)")
      #expect(fewer.matches(document) == naive.filter { $0 % 3 != 0 }, "seed \(seed)")
      hits += naive.count
      for (_, query) in queries.prefix(100) where query.matches(document) {
        #expect(
          SearchPlan(query).isSatisfied(by: document.indexTerms),
          "seed \(seed): \(query.canonical) in \(document.indexTerms)")
      }
    }
    print("topics: \(queries.count * 300) pairs of query and document, \(hits) matches")
    #expect(hits > 500)
  }

  @Test func aQuerySurvivesItsOwnSpelling() throws {
    var random = RandomQueries(seed: seed)
    for _ in 0..<1_000 {
      let source = random.query(depth: 4)
      let query = try TopicQuery(source)
      #expect(try TopicQuery(query.canonical) == query, "seed \(seed): \(source)")
      #expect(!query.explanation.text.isEmpty)
    }
  }

  @Test func matchRangesLieInTheTextInOrder() throws {
    var random = RandomQueries(seed: seed)
    for _ in 0..<1_000 {
      let document = PreparedDocument(random.document())
      let query = try TopicQuery(random.query())
      let ranges = query.matchRanges(in: document)
      for (one, next) in zip(ranges, ranges.dropFirst()) {
        #expect(one.upperBound <= next.lowerBound, "seed \(seed)")
      }
      #expect(ranges.isEmpty || query.matches(document))
    }
  }

  @Test func phrasesAndNearAgreeWithCountingByHand() throws {
    var generator = SeededGenerator(seed: seed)
    let letters = ["a", "b", "c", "d", "e"]
    func word() -> String { letters.randomElement(using: &generator)! }
    for _ in 0..<1_500 {
      let text = (0..<Int.random(in: 1...12, using: &generator)).map { _ in word() }
      let document = PreparedDocument(TopicDocument(text: text.joined(separator: " ")))
      let (one, two, three) = (word(), word(), word())
      let distance = Int.random(in: 1...4, using: &generator)
      func isPair(_ first: Int) -> Bool {
        first + 1 < text.count && text[first] == one && text[first + 1] == two
      }
      let hasPhrase = text.indices.contains(where: isPair)
      let isNear = text.indices.contains { first in
        isPair(first)
          && text.indices.contains { third in
            text[third] == three
              && (third > first + 1 && third - (first + 1) <= distance
                || third < first && first - third <= distance)
          }
      }
      #expect(try TopicQuery("\"\(one) \(two)\"").matches(document) == hasPhrase, "seed \(seed)")
      let near = try TopicQuery("\(three) NEAR/\(distance) \"\(one) \(two)\"")
      #expect(near.matches(document) == isNear, "seed \(seed): \(near) in \(text)")
    }
  }

  @Test func noTextCrashesTheParserOrTheTokenizer() throws {
    var generator = SeededGenerator(seed: seed)
    var parsed = 0
    let pieces = [
      "(", ")", "\"", "“", "*", "#", "@", "-", "=", " ", " ", "NEAR/3", "NEAR", " OR ", " AND ",
      "NOT ", "from:", "lang:en", "link:", "https://", "a", "b", "é", "\u{301}", "東", "👩‍💻",
      "\u{200D}",
      "\u{FE0F}", "\u{20E3}", "1", "'", ":", "/", ".", ",", "\u{0}", "ि", "क", "\u{11A8}", "가", "_",
      "ﬁ", "\u{3099}", "か", "🇵", "\u{E0067}", "\u{1F3FD}",
    ]
    for round in 0..<2_500 {
      let length = Int.random(in: 0...20, using: &generator)
      let text: String
      if round % 2 == 0 {
        text = (0..<length).map { _ in pieces.randomElement(using: &generator)! }.joined()
      } else {
        let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
        text = String(decoding: bytes, as: UTF8.self)
      }
      if check(text, seed: seed) { parsed += 1 }
    }
    print("topics: \(parsed) of 2500 random strings were queries")
  }

  @Test func noTextIsSlowToRead() throws {
    let query = try TopicQuery("\"\(String(repeating: "e-mail ", count: 100))\" OR a NEAR/100 a*")
    let pieces = [
      "e-mail ", "http://(", "http://a@(", "www.-", ")", "#", "@a@", "@.", "#_", "क\u{94D}\u{93C}",
      "\u{94D}\u{93C}", "a ", "a-", "👩\u{200D}", "東", "\u{301}", "_",
    ]
    for piece in pieces {
      let text = "https://x" + String(repeating: piece, count: 3_000 / piece.utf8.count)
      for text in [text, String(text.dropFirst(9))] {
        let document = PreparedDocument(TopicDocument(text: text))
        _ = query.matchRanges(in: document)
      }
    }
  }

  @Test func repairsLeadToAQueryOrAnEnd() {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", "b c", "(", ")", "\"", "OR", "AND", "NOT", "NEAR", "NEAR/5", "NEAR/0", "form:x", "from:",
      "lang:xx", "kind:prise", "*d", "!", "=#x", "()", "x:y", "-",
    ]
    for _ in 0..<1_000 {
      var source = (0..<Int.random(in: 1...10, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)!
      }.joined(separator: " ")
      let start = source
      var steps = 0
      while steps < 60 {
        do {
          _ = try TopicQuery(source)
          break
        } catch {
          guard let repair = error.repair else { break }
          #expect(repair != source, "seed \(seed): \(error)")
          source = repair
          steps += 1
        }
      }
      #expect(steps < 60, "seed \(seed): \(start)")
    }
  }
}

/// Reads any string as a text and as a query; whether it was one.
@discardableResult
func check(_ text: String, seed: UInt64 = 0) -> Bool {
  let folded = Folding.fold(text)
  #expect(
    Array(Folding.fold(folded).unicodeScalars) == Array(folded.unicodeScalars),
    "seed \(seed): \(text.debugDescription)")
  let prepared = PreparedDocument(TopicDocument(text: text))
  let isWhole = prepared.indexTerms.allSatisfy { term in
    !term.isEmpty
      && term.utf8.allSatisfy { byte in
        byte >= 0x80 || byte == 0x5F || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
      }
  }
  #expect(isWhole, "seed \(seed): \(prepared.indexTerms)")
  for token in FoldedText(text).tokens {
    #expect(token.range.upperBound <= text.utf8.count && !token.range.isEmpty)
  }
  do {
    let query = try TopicQuery(text)
    let again = try TopicQuery(query.canonical)
    #expect(again == query, "seed \(seed): \(text.debugDescription) is \(query.canonical)")
    #expect(
      TopicMatcher([(id: 1, query: query)]).matches(prepared)
        == (query.matches(prepared) ? [1] : []), "seed \(seed): \(text.debugDescription)")
    if query.matches(prepared) {
      #expect(
        SearchPlan(query).isSatisfied(by: prepared.indexTerms),
        "seed \(seed): \(text.debugDescription)")
    }
    return true
  } catch {
    #expect(!error.message.isEmpty)
    #expect(error.range.upperBound <= text.count, "seed \(seed): \(text.debugDescription)")
    return false
  }
}
