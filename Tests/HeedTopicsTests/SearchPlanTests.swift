import HeedTopics
import Testing

struct SearchPlanTests {
  @Test(
    arguments: [
      ("widget", "\"widget\"", "'widget'"),
      ("widget*", "\"widget\"*", "'widget':*"),
      ("a b", "\"a\" AND \"b\"", "'a' & 'b'"),
      ("a OR (b c)", "\"a\" OR (\"b\" AND \"c\")", "'a' | ('b' & 'c')"),
      ("\"a b\" -c lang:en", "\"a\" AND \"b\"", "'a' & 'b'"),
      ("a NEAR/3 b", "\"a\" AND \"b\"", "'a' & 'b'"),
      ("e-mail", "(\"e\" AND \"mail\") OR \"email\"", "('e' & 'mail') | 'email'"),
      ("#Tag @ana@x.org", "\"_t_tag\" AND \"_h_ana_40x_2eorg\"", "'_t_tag' & '_h_ana_40x_2eorg'"),
      ("link:x.org/a", "\"_l_x_2eorg\"", "'_l_x_2eorg'"),
      ("東京タ", "\"東京\" AND \"京タ\"", "'東京' & '京タ'"),
      ("東", "\"東\"*", "'東':*"),
      ("=Apple", "\"apple\"", "'apple'"),
      ("-a", nil, nil), ("lang:en", nil, nil), ("a OR -b", nil, nil),
    ] as [(String, String?, String?)])
  func aPlanIsWrittenForBothDatabases(source: String, fts5: String?, tsQuery: String?) throws {
    let plan = SearchPlan(try TopicQuery(source))
    #expect(plan.fts5Expression == fts5)
    #expect(plan.tsQueryExpression == tsQuery)
  }

  @Test func constraintsHoldForEveryMatch() throws {
    let constraints = SearchConstraints(
      try TopicQuery("a lang:en,de network:Mastodon from:@Ana -network:bluesky"))
    #expect(constraints.languages == ["en", "de"])
    #expect(constraints.networks == ["mastodon"])
    #expect(constraints.authors == ["ana"])
    let open = SearchConstraints(try TopicQuery("lang:en OR a"))
    #expect(open.languages == nil)
    let none = SearchConstraints(try TopicQuery("lang:en lang:de"))
    #expect(none.languages == [])
  }
}
