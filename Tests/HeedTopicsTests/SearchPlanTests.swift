import HeedTopics
import Testing

struct SearchPlanTests {
  @Test(
    arguments: [
      ("widget", "widget"), ("widget*", "widget*"), ("a b", "(a & b)"),
      ("a OR (b c)", "(a | (b & c))"), ("\"a b\" -c lang:en", "(a & b)"),
      ("a NEAR/3 b", "(a & b)"), ("e-mail", "((e & mail) | email)"),
      ("#Tag @ana@x.org", "(_t_tag & _h_ana_40x_2eorg)"), ("link:x.org/a", "_l_x_2eorg"),
      ("東京タ", "(東京 & 京タ)"), ("東", "東*"), ("=Apple", "apple"),
      ("-a", nil), ("lang:en", nil), ("a OR -b", nil),
    ] as [(String, String?)])
  func aPlanAsksForAtLeastWhatMatches(source: String, wanted: String?) throws {
    let plan = SearchPlan(try TopicQuery(source))
    #expect(plan == .all ? wanted == nil : Self.written(plan) == wanted)
  }

  private static func written(_ plan: SearchPlan) -> String {
    switch plan {
    case .all: "everything"
    case .term(let term): term
    case .prefix(let prefix): prefix + "*"
    case .and(let plans): "(" + plans.map(written).joined(separator: " & ") + ")"
    case .or(let plans): "(" + plans.map(written).joined(separator: " | ") + ")"
    }
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
