import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import BlueskyNetwork

@Suite struct FacetTests {
  /// The words that are marked, and what they lead to.
  private func marked(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return FacetFinder(text).found.map { range, what in
      let words = String(decoding: bytes[range], as: UTF8.self)
      return switch what {
      case .handle(let handle): "\(words) → \(handle)"
      case .link(let address): "\(words) → \(address)"
      case .tag(let tag): "\(words) → \(tag)"
      }
    }
  }

  @Test(arguments: [
    "Ask @ana.bsky.social's shop", "@ana.bsky.social’s", "@ana.bsky.social—she knows",
    "@ana.bsky.social–", "(@ana.bsky.social)", "@ana.bsky.social, hello", "@ana.bsky.social…",
    "„@ana.bsky.social“", "@ana.bsky.social!!", "@ana.bsky.social-", "@ana.bsky.social:",
    "@ana.bsky.social🔔",
  ])
  func aHandleEndsWhereAWordDoes(_ text: String) {
    #expect(marked(text) == ["@ana.bsky.social → ana.bsky.social"])
  }

  @Test(arguments: [
    "@ana.bsky.socialé", "@ana@bsky.social", "@ana", "@ana.b_c", "@ana.bsky.social/x", "@.", "@",
    "x@ana.bsky.social",
  ])
  func whatIsNobodysHandleIsNotMarked(_ text: String) { #expect(marked(text) == []) }

  @Test(arguments: [
    ("See bells.example/page.", "bells.example/page → https://bells.example/page"),
    ("bells.com", "bells.com → https://bells.com"),
    ("(www.bells.co.uk)", "www.bells.co.uk → https://www.bells.co.uk"),
    ("Bells.org's list", "Bells.org → https://Bells.org"),
    ("bells.de, bells", "bells.de → https://bells.de"),
    ("bells.py/page", "bells.py/page → https://bells.py/page"),
    ("www.bells.sh", "www.bells.sh → https://www.bells.sh"),
    ("bells.org/a_(b)!", "bells.org/a_(b) → https://bells.org/a_(b)"),
    ("„klöße bells.at“", "bells.at → https://bells.at"),
    ("http://bells.com/x", "http://bells.com/x → http://bells.com/x"),
  ])
  func whatPlainlyIsADomainIsALink(_ text: String, _ found: String) {
    #expect(marked(text) == [found])
  }

  @Test(arguments: [
    "main.py", "lib.rs", "notes.txt", "photo.jpeg", "run.sh", "README.md", "v1.2.3", "3.14", "e.g.",
    "z.B.", "We are open.It is late", "ana@bells.com", "Hello.World", "archive.zip", "index.html",
    "bells.invalid", "..com", "-.com", "a..com", "foo.bar()", "x.de=1", "10.0.0.1", "1.de",
    "läuten.de",
  ])
  func whatMayBeAnythingElseIsNone(_ text: String) { #expect(marked(text) == []) }

  @Test func aBareDomainGoesOutAsALink() async throws {
    let far = try await AccountFixture()
    _ = try await far.bluesky.send(
      OutgoingMessage(key: "k", text: "See bells.example/page.", firstTriedAt: far.clock.now()),
      as: far.access)
    let sent = try #require(far.double.accepted.first)
    #expect(sent.text == "See bells.example/page.")
    #expect(
      sent.record.replacing("\\/", with: "/").contains(#""uri":"https://bells.example/page""#))
  }

  /// Whoever keeps a domain must not be able to hold back what we say about them.
  @Test func aNameThatItsDomainGivesToSeveralIsWords() async throws {
    let far = try await AccountFixture()
    let records = ScriptedRecords()
    records.texts["_atproto.evil.shop.de"] = [
      "did=did:plc:eygmaihciaxprqvxpfvl6flk", "did=did:plc:ewvi7nxzyoun6zhxrhs64oiz",
    ]
    let bluesky = BlueskyNetwork(
      wire: BlueskyWire(far.double), clock: far.clock, randomness: SeededRandomness(seed: 3),
      jetstream: [], records: records)
    _ = try await bluesky.send(
      OutgoingMessage(key: "k", text: "Ask @evil.shop.de about it.", firstTriedAt: far.clock.now()),
      as: far.access)
    let sent = try #require(far.double.accepted.first)
    #expect(sent.text == "Ask @evil.shop.de about it.")
    #expect(!sent.record.contains("facet#mention"))
  }
}
