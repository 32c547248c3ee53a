import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import BlueskyNetwork

/// Lists of which a server shows less than it has.
@Suite struct BlueskyListTests {
  private func words(
    _ far: AccountFixture, _ source: inout ListeningSource
  ) async throws -> [String] {
    var words: [String] = []
    for _ in 0..<50 {
      let heard = try await far.bluesky.listen(to: source)
      words += heard.events.posts.map(\.text.plain)
      source.cursor = heard.cursor
      if heard.next != .zero { return words }
    }
    Issue.record("fifty passes did not come to an end")
    return words
  }

  @Test(arguments: ["own", "profile"])
  func whatIsPassedOnDoesNotHideWhatIsWritten(_ kind: String) async throws {
    let far = try await AccountFixture()
    let old = (0..<250).map { far.double.post(by: far.ana, "Old \($0).") }
    far.clock.advance(by: .hours(24))
    var source = far.source(kind, far.shop)
    far.double.post(by: far.shop, "First.")
    #expect(try await words(far, &source) == ["First."])
    far.clock.advance(by: .hours(2))
    far.double.post(by: far.shop, "Below.")
    far.clock.advance(by: .minutes(1))
    // Two whole pages and more of old words of somebody else, passed on now.
    for address in old { far.double.repost(address, by: far.shop) }
    far.double.post(by: far.shop, "Above.")
    #expect(Set(try await words(far, &source)) == ["Below.", "Above."])
    #expect(try await words(far, &source).isEmpty)
  }

  /// What is hidden from an account is left out of a page that goes on below.
  @Test func anEmptyPageIsNotTheEndOfAList() async throws {
    let far = try await AccountFixture()
    var source = far.source("own")
    _ = try await words(far, &source)
    far.clock.advance(by: .hours(2))
    far.double.post(by: far.shop, "Below.")
    for number in 1...3 {
      far.double.fail(
        "/xrpc/app.bsky.feed.getAuthorFeed",
        .refusal(200, #"{"feed":[],"cursor":"99999\#(number)"}"#, headers: [:]))
    }
    #expect(try await words(far, &source) == ["Below."])
  }

  @Test func aListOfEmptyPagesComesToAnEnd() async throws {
    let far = try await AccountFixture()
    var source = far.source("own")
    _ = try await words(far, &source)
    for number in 0..<200 {
      far.double.fail(
        "/xrpc/app.bsky.feed.getAuthorFeed",
        .refusal(200, #"{"feed":[],"cursor":"\#(number)"}"#, headers: [:]))
    }
    let before = far.double.requests.count
    #expect(try await words(far, &source).isEmpty)
    #expect(far.double.requests.count - before < 60)
  }

  /// A page of a proxy is not the API's own voice.
  @Test func aStrangersPageInPlaceOfARecordIsNoRemoval() async throws {
    let far = try await AccountFixture()
    let post = far.double.post(by: far.ana, "Still there.")
    far.double.fail("/xrpc/app.bsky.feed.getPosts", .refusal(200, #"{"posts":[]}"#, headers: [:]))
    far.double.fail(
      "/xrpc/com.atproto.repo.getRecord", .refusal(404, "<html>Not here</html>", headers: [:]))
    #expect(try await far.bluesky.recheck([far.reference(post)], as: far.access).isEmpty)
  }
}
