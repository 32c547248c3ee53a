import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Testing

/// Anything may stand anywhere in an answer.
@Suite(.timeLimit(.minutes(5))) struct SpoiltAnswersTests {
  @Test(arguments: [MastodonManner.mastodon, .gotosocial])
  func anyValueAnywhereIsHarmless(_ manner: MastodonManner) async throws {
    let far = MastodonFixture(manner)
    try await SpoiltAnswers.check(far, over: MastodonWire([far.double])) {
      MastodonNetwork(
        wire: $0, clock: far.clock, publicServers: [], randomness: SeededRandomness())
    }
  }

  /// Names and texts as single servers and people write them, each alone.
  @Test(arguments: [
    ("<b>Ana</b> &amp; co", "<b>Ana</b> &amp; co"), (":blobcat: Ana", ":blobcat: Ana"),
    ("   ", ""), ("", "ana"),
  ])
  func aNameIsWordsAndNoMarkup(_ name: String, _ shown: String) async throws {
    let posts = try await OddServer.heard(
      "[\(OddServer.status(2, #""account":{"id":"7","acct":"ana","username":"ana","display_name":"\#(name)"}"#))]"
    )
    #expect(posts.first?.author.name == shown)
  }

  @Test(arguments: [
    #""created_at":null"#, #""created_at":"""#, #""created_at":"soon""#,
    #""created_at":"0000-00-00T00:00:00Z""#,
    #""created_at":{}"#, #""created_at":9223372036854775807"#, #""created_at":-1"#,
    #""created_at":"2026-02-31T00:00:00Z""#,
  ])
  func aTimeThatIsNoneIsNow(_ field: String) async throws {
    let posts = try await OddServer.heard("[\(OddServer.status(2, field))]")
    #expect(posts.map(\.publishedAt) == [OddServer().clock.now()])
  }
}
