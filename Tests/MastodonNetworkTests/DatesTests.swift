import HeedModel
import HeedNetwork
import Testing

/// The times that places write in their answers and their headers.
@Suite struct DatesTests {
  @Test(arguments: [
    ("2026-05-05T16:57:40.25Z", Int64(1_778_000_260_250)),
    ("2026-05-05T18:57:40+02:00", 1_778_000_260_000), ("2024-02-29", 1_709_164_800_000),
    ("Tue, 05 May 2026 16:57:40 GMT", 1_778_000_260_000),
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777_000), ("1778000260", 1_778_000_260_000),
  ])
  func everyShapeIsRead(text: String, milliseconds: Int64) {
    #expect(Dates.instant(text) == Instant(milliseconds: milliseconds))
  }

  @Test(arguments: [
    "2026-02-31T00:00:00Z", "2026-02-29", "2026-04-31T10:00:00Z", "2026-13-01T00:00:00Z",
    "Sat, 31 Feb 2026 08:00:00 GMT", "Sun, 06 Nov 9223372036854775807 08:49:37 GMT",
    "Sun, 06 Nov 2026 9223372036854775807:49:37 GMT", "Sun, 06 Nov 2026 08:99:37 GMT",
    "Sun, 06 Nov -9223372036854775808 08:49:37 GMT", "Sun, 06 Nov 2026 08:49 GMT", "",
  ])
  func whatNoCalendarHasIsNoTime(text: String) {
    #expect(Dates.instant(text) == nil)
    #expect(Dates.header(text) == nil)
  }

  @Test func aWaitIsToldInSecondsOrAsADate() {
    let now = Instant(milliseconds: 1_778_000_260_000)
    func told(_ headers: [(String, String)], now: Instant? = nil) -> Duration? {
      let headers = headers.map { (name: $0.0, value: $0.1) }
      return Patience.told(by: WireResponse(status: 429, headers: headers, address: ""), now: now)
    }
    let date = "Tue, 05 May 2026 17:07:40 GMT"
    #expect(told([("Retry-After", " 20 ")]) == .seconds(20))
    #expect(told([("retry-after", date)], now: now) == .minutes(10))
    #expect(
      told([("Retry-After", date), ("Date", "Tue, 05 May 2026 17:07:00 GMT")], now: now)
        == .seconds(40))
    // Without any clock a date says nothing.
    #expect(told([("Retry-After", date)]) == nil)
    #expect(told([("Retry-After", "soon")], now: now) == nil)
    #expect(told([("X-RateLimit-Reset", "9")], now: now) == nil)
    #expect(told([("Retry-After", "-7")]) == .seconds(1))
    #expect(told([("Retry-After", "1e300")]) == .days(1))
  }
}
