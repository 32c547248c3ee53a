import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import FeedsNetwork

/// What a site answers instead of a feed, and how it is left alone then.
struct TroubleTests {
  private let wire = ScriptedWire()
  private let clock = ManualClock(FeedDate.read("2026-05-05T12:00:00Z") ?? Instant(seconds: 0))
  private let place = "https://bells.example/feed"
  private let body = "<rss><channel><ttl>180</ttl><item><guid>1</guid></item></channel></rss>"

  private func listen(_ cursor: String? = nil) async throws -> Heard {
    try await FeedsNetwork(wire: wire, clock: clock).listen(
      to: ListeningSource(id: ID(1), kind: "feed", target: place, cursor: cursor))
  }

  private func trouble(_ status: Int, _ headers: [(name: String, value: String)] = []) async
    -> NetworkError?
  {
    wire.on(.get, place, times: 1, status: status, headers: headers)
    return await #expect(throws: NetworkError.self) { try await listen() }
  }

  @Test(arguments: [
    (401, "sign in", Duration.hours(6)), (403, "does not let", .hours(6)),
    (404, "nothing", .hours(1)),
    (410, "gone for good", .days(30)), (451, "does not let", .hours(6)),
  ])
  func eachRefusalHasItsTextAndItsPause(status: Int, words: String, pause: Duration) async {
    let error = await trouble(status)
    #expect(error?.text.english.contains(words) == true)
    #expect(error?.retryAfter == pause)
  }

  @Test func whatTheSiteSaysAboutTheNextTimeCounts() async {
    #expect(await trouble(503, [("Retry-After", "7200")])?.retryAfter == .hours(2))
    #expect(await trouble(403, [("Retry-After", "60")])?.retryAfter == .seconds(60))
    let date = "Tue, 05 May 2026 15:00:00 GMT"
    #expect(await trouble(429, [("Retry-After", date)])?.retryAfter == .hours(3))
    #expect(await trouble(500)?.retryAfter == nil)
    #expect(await trouble(200)?.kind == .temporary)
  }

  @Test func weakTagsGoBackAsTheyCame() async throws {
    wire.on(.get, place, times: 1, status: 200, headers: [("etag", "W/\"a-gzip\"")], body: body)
    let first = try await listen()
    wire.on(.get, place, times: 1, status: 304)
    let second = try await listen(first.cursor)
    let tag = wire.requests.last?.headers.first { $0.name == "if-none-match" }?.value
    #expect(tag == "W/\"a-gzip\"")
    #expect(second.next == .hours(3), "what the feed asked for holds while it stands unchanged")
    #expect(second.cursor == first.cursor)
  }

  @Test func aServerThatIgnoresTheQuestionTellsNothingTwice() async throws {
    wire.on(.get, place, status: 200, headers: [("etag", "\"a\"")], body: body)
    let first = try await listen()
    #expect(try await listen(first.cursor).events.isEmpty)
  }

  @Test func whatWasCutIsAskedForWholeTheNextTime() async throws {
    wire.on(
      .get, place, times: 1, status: 200, headers: [("etag", "\"a\"")],
      body: String(body.dropLast(20)))
    let first = try await listen()
    wire.on(.get, place, times: 1, status: 200, body: body)
    _ = try await listen(first.cursor)
    #expect(wire.requests.last?.headers.contains { $0.name == "if-none-match" } == false)
  }

  @Test func aMoveThatIsNotForGoodIsNotKept() async throws {
    wire.on(.get, place) { [body] _ in
      WireResponse(status: 200, body: Array(body.utf8), address: "https://for-now.example/feed")
    }
    let first = try await listen()
    _ = try await listen(first.cursor)
    #expect(wire.requests.map(\.address) == [place, place])
  }

  @Test(arguments: [404, 410])
  func whereNothingStandsAfterAMoveTheOldPlaceIsAskedAgain(status: Int) async throws {
    wire.on(.get, place, times: 1) { [body] _ in
      WireResponse(
        status: 200, body: Array(body.utf8), address: "https://new.example/feed", movedForGood: true
      )
    }
    let first = try await listen()
    wire.on(.get, "https://new.example/feed", status: status)
    wire.on(.get, place, status: 200, body: body)
    let second = try await listen(first.cursor)
    #expect(second.events.isEmpty)
    #expect(FeedCursor(second.cursor).address == nil)
  }

  @Test func expiryCountsWhereNoAgeIsSaid() {
    let now = clock.now()
    let expires = (name: "Expires", value: "Tue, 05 May 2026 16:00:00 GMT")
    #expect(AnswerHeaders([expires], receivedAt: now).maxAge == .hours(4))
    #expect(
      AnswerHeaders([expires, ("Cache-Control", "max-age=60")], receivedAt: now).maxAge
        == .seconds(60))
    #expect(AnswerHeaders([("Expires", "0")], receivedAt: now).maxAge == nil)
  }
}
