import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import BlueskyNetwork

@Suite struct BlueskyMovingTests {
  private let off = BlueskyDouble.Fault.refusal(
    400, #"{"error":"AccountDeactivated","message":"Account is deactivated"}"#, headers: [:])

  @Test func anAccountThatMovedIsSaidToHaveMovedAndWhere() async throws {
    let far = try await AccountFixture()
    far.double.move(far.shop, to: "new.example")
    far.double.fail("/xrpc/app.bsky.notification.", off)
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.listen(to: far.source("mentions"))
    }
    #expect(error?.kind == .signedOut)
    #expect(error?.text.english.contains("moved from pds.example to new.example") == true)
    if let error { far.expectSafe(error) }
  }

  @Test func aWithdrawnTokenOfAMovedAccountNamesTheMove() async throws {
    let far = try await AccountFixture()
    far.double.move(far.shop, to: "new.example")
    try await far.withdrawRight()
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.listen(to: far.source("mentions"))
    }
    #expect(error?.kind == .signedOut)
    #expect(error?.text.english.contains("new.example") == true)
  }

  @Test func anAccountThatIsSwitchedOffWhereItStandsDidNotMove() async throws {
    let far = try await AccountFixture()
    far.double.fail("/xrpc/app.bsky.notification.", off)
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.listen(to: far.source("mentions"))
    }
    #expect(error?.kind == .refused)
  }

  @Test func aFaultThatPassesAsksNobodyWhereTheAccountIs() async throws {
    let far = try await AccountFixture()
    far.double.move(far.shop, to: "new.example")
    far.double.fail(
      "/xrpc/app.bsky.notification.", .refusal(503, "<html>Back soon</html>", headers: [:]))
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.listen(to: far.source("mentions"))
    }
    #expect(error?.kind == .temporary)
  }

  @Test func quotesHangOnWhatTheyQuote() async throws {
    let far = try await AccountFixture()
    let ours = far.double.post(by: far.shop, "We are open.")
    let quote = far.double.post(by: far.ana, "Good news", quoting: ours)
    far.double.post(by: far.ana, "Something else", quoting: quote)
    let events = try await far.bluesky.thread(around: far.reference(ours), as: far.access)
    let quotes = events.posts.filter { $0.quoted?.rawValue == ours }
    #expect(quotes.map(\.reference.remoteID.rawValue) == [quote])
    #expect(quotes.first?.parent == nil)
  }

  @Test func aThreadThatNobodyQuotesAsksForNoQuotes() async throws {
    let far = try await AccountFixture()
    let ours = far.double.post(by: far.shop, "We are open.")
    _ = try await far.bluesky.thread(around: far.reference(ours), as: far.access)
    #expect(!far.double.requests.contains { $0.address.contains("getQuotes") })
  }

  @Test func quotesThatCannotBeHadSpoilNoThread() async throws {
    let far = try await AccountFixture()
    let ours = far.double.post(by: far.shop, "We are open.")
    far.double.post(by: far.ana, "Good news", quoting: ours)
    far.double.fail("/xrpc/app.bsky.feed.getQuotes", .refusal(500, "", headers: [:]))
    let events = try await far.bluesky.thread(around: far.reference(ours), as: far.access)
    #expect(events.posts.map(\.text.plain) == ["We are open."])
  }
}

extension AccountFixture {
  func expectSafe(_ error: NetworkError) {
    for secret in secrets {
      #expect(!(error.text.english + error.description).contains(secret))
    }
  }
}
