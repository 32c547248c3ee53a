import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// Until when a colleague is here, as it is said to members in other zones.
@Suite struct HereUntilTests {
  @Test func everybodyReadsItOnTheirOwnClock() async throws {
    let web = try await WebDesk()
    let now = web.test.clock.now()
    let tokyo = Zone("Asia/Tokyo")
    let wall = tokyo.wall(at: now)
    // Two hours on from their clock, whichever day that is.
    let minute = (wall.hour * 60 + wall.minute + 120) % 1440
    let typed = "\(WallTime.two(minute / 60)):\(WallTime.two(minute % 60))"
    let meant = try #require(HereUntil.instant(minute: minute, in: tokyo, now: now))
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      _ = try await bruno.post(
        .saveMe,
        [(.name, "Bruno"), (.timeZone, "Asia/Tokyo"), (.language, "en"), (.hereUntil, typed)])
      let stored = try await web.test.store.read { try $0.member(web.test.bruno.member) }
      #expect(stored?.hereUntil == meant)
      #expect(try await bruno.get(.me).text.contains("value=\"\(typed)\""))
      let nora = try await web.browser(client, as: "Nora")
      let clock = Zone("UTC").wall(at: meant).clock
      let members = try await nora.get(.members).text
      #expect(members.contains("here until"))
      #expect(members.contains("\(clock) (your time)"))
      #expect(!members.contains("here until \(typed)"))
      web.test.pass(.hours(3))
      #expect(try await !nora.get(.members).text.contains("(your time)"))
      #expect(try await !bruno.get(.me).text.contains("value=\"\(typed)\""))
    }
  }

  @Test func anotherDayIsNamed() {
    let page = PageContext(words: .english, zone: Zone("Europe/Lisbon"), now: World.now)
    #expect(SpokenTime.until(page.now + .hours(2), in: page) == "15:12")
    #expect(
      SpokenTime.until(page.now + .hours(2), isElsewhere: true, in: page) == "15:12 (your time)")
    #expect(SpokenTime.until(page.now + .hours(13), in: page) == "tomorrow, 02:12")
  }
}
