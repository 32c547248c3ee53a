import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Testing

@Suite struct OffersTests {
  @Test(arguments: [
    ("cornerbikes", "cornerbikes"), ("corner bikes", "CornerBikes"), ("#bells", "bells"),
    ("O'Reilly", "OReilly"), ("São Paulo", "SãoPaulo"), ("자전거", "자전거"),
    ("  bells ", "bells"), ("4 bells", "4Bells"),
  ])
  func aWordBecomesAHashtagOfEachServerAndNothingIsAsked(
    _ typed: String, _ tag: String
  ) async throws {
    let far = MastodonFixture(publicServers: ["social.example", "no server", "b.example"])
    let offers = try await far.mastodon.offers(for: typed)
    #expect(offers.map(\.target) == ["social.example/\(tag)", "b.example/\(tag)"])
    #expect(offers.allSatisfy { $0.kind == "tag" && $0.asks.english.contains(tag) })
    #expect(far.double.requests.isEmpty)
  }

  @Test(arguments: ["", "   ", "2026", "!!!", "this is a whole sentence about bells"])
  func whatIsNoWordIsNoOffer(_ typed: String) async throws {
    #expect(try await MastodonFixture().mastodon.offers(for: typed) == [])
  }

  @Test(arguments: [
    ("social.example", "local", "social.example"),
    ("https://social.example/", "local", "social.example"),
    ("@shop@social.example", "profile", "social.example/shop"),
    ("shop@social.example", "profile", "social.example/shop"),
    ("https://social.example/@shop", "profile", "social.example/shop"),
    ("https://social.example/users/shop", "profile", "social.example/shop"),
    ("https://social.example/tags/bells", "tag", "social.example/bells"),
  ])
  func anAddressIsAskedWhatItIs(_ typed: String, _ kind: String, _ target: String) async throws {
    let offers = try await MastodonFixture().mastodon.offers(for: typed)
    #expect(offers.map(\.kind) == [kind])
    #expect(offers.map(\.target) == [target])
  }

  @Test(arguments: [
    "https://elsewhere.example/", "@nobody@social.example", "help@elsewhere.example",
    "help@shop", "@@", "a@b@c.example", "https://[::1]/",
    "https://social.example/post/1",
    "social.example/post/1",
  ])
  func anAddressOfSomethingElseIsNoFault(_ typed: String) async throws {
    #expect(try await MastodonFixture().mastodon.offers(for: typed) == [])
  }

  @Test func whatIsOfferedCanBeHeard() async throws {
    let far = MastodonFixture()
    far.double.post(by: far.shop, "New #bells are in.")
    for typed in ["bells", "social.example", "@shop@social.example"] {
      let offers = try await far.mastodon.offers(for: typed)
      let offer = try #require(offers.first)
      let source = far.source(offer.kind, offer.target, isOurs: false)
      let heard = try await far.mastodon.listen(to: source)
      #expect(heard.events.posts.map(\.text.plain) == ["New #bells are in."], "\(typed)")
    }
  }
}
