import HeedTopics
import Testing

struct QueryErrorTests {
  @Test(
    arguments: [
      ("", .empty, 0..<0, nil), ("  ", .empty, 0..<2, nil),
      ("say \"hello", .unclosedQuote, 4..<10, "say \"hello\""),
      ("say \"", .unclosedQuote, 4..<5, "say"), ("a \"\"", .emptyQuote, 2..<4, "a"),
      ("(a OR b", .missingClose, 0..<1, "(a OR b)"), ("((a", .missingClose, 1..<2, "((a))"),
      ("a)", .unexpectedClose, 1..<2, "a"), (")", .unexpectedClose, 0..<1, nil),
      ("a ()", .emptyGroup, 2..<4, "a"), ("a OR", .danglingOperator, 2..<4, "a"),
      ("OR a", .danglingOperator, 0..<2, "a"), ("a AND OR b", .danglingOperator, 2..<5, "a   OR b"),
      ("NOT", .danglingOperator, 0..<3, nil), ("a !!", .nothingToFind, 2..<4, "a"),
      ("*widget", .misplacedStar, 0..<7, "widget"), ("=#Tag", .exactNeedsWords, 0..<5, "#Tag"),
      ("a NEAR b", .nearWithoutNumber, 2..<6, "a NEAR/5 b"),
      ("a NEAR/0 b", .nearTooFar, 2..<8, "a NEAR/1 b"),
      ("a NEAR/500 b", .nearTooFar, 2..<10, "a NEAR/100 b"),
      ("a NEAR/5 lang:en", .nearNeedsWords, 2..<8, "a AND lang:en"),
      ("a NEAR/5 (b c)", .nearNeedsWords, 2..<8, "a AND (b c)"),
      ("a NEAR/5 -b", .nearNeedsWords, 2..<8, "a AND -b"),
      ("a NEAR/5 b NEAR/2 c", .nearTwice, 0..<17, "a NEAR/5 b AND b NEAR/2 c"),
      ("form:ana", .unknownField, 0..<4, "from:ana"),
      ("x language:en", .unknownField, 2..<10, "x lang:en"),
      ("re:invent", .unknownField, 0..<2, "\"re:invent\""),
      ("from: ana", .missingValue, 0..<5, "from:ana"),
      ("a lang:", .missingValue, 2..<7, "a"),
      ("kind:questoin", .unknownValue, 5..<13, "kind:question"),
      ("é lang:123", .unknownValue, 7..<10, "é"),
    ] as [(String, TopicQueryError.Code, Range<Int>, String?)])
  func anErrorPointsAtThePlaceAndOffersTheRepair(
    source: String, code: TopicQueryError.Code, range: Range<Int>, repair: String?
  ) {
    let error = #expect(throws: TopicQueryError.self) { try TopicQuery(source) }
    #expect(error?.code == code)
    #expect(error?.range == range)
    #expect(error?.repair == repair)
    #expect(error?.message.hasSuffix(".") == true || error?.message.hasSuffix("?") == true)
  }

  @Test func limitsAreErrorsAndNotCrashes() {
    let sources: [(String, TopicQueryError.Code)] = [
      (String(repeating: "a", count: 4_001), .tooLong),
      (String(repeating: "a ", count: 1_001), .tooManyTerms),
      (String(repeating: "(", count: 101) + "a" + String(repeating: ")", count: 101), .tooDeep),
      (String(repeating: "-", count: 500) + "a", .tooDeep),
      (String(repeating: "NOT ", count: 500) + "a", .tooDeep),
      (String(repeating: "(", count: 4_000), .tooDeep),
    ]
    for (source, code) in sources {
      let error = #expect(throws: TopicQueryError.self) { try TopicQuery(source) }
      #expect(error?.code == code)
    }
  }

  @Test func hundredGroupsInEachOtherAreRead() throws {
    let source =
      String(repeating: "(a OR (b ", count: 50) + "c" + String(repeating: "))", count: 50)
    let query = try TopicQuery(source)
    #expect(try TopicQuery(query.canonical) == query)
  }
}
