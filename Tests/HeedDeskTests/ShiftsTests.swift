import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

/// When somebody is there, by the clock on their own wall.
@Suite struct ShiftsTests {
  private static let zones = [
    "UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu",
    "Pacific/Apia", "America/Santiago", "Africa/Casablanca", "Europe/Dublin",
  ]

  private struct Case: CustomStringConvertible {
    var zone: Zone
    var hours: WeekHours
    var absences: [MemberProfile.Absence]
    var start: Instant
    var description: String { "\(zone.identifier) \(hours.days) \(absences) \(start)" }

    var profile: MemberProfile {
      MemberProfile(member: ID(1), hours: hours, absences: absences)
    }
  }

  /// Told apart from the code that is tried: a day's stretches are written out, minute by minute.
  private static func wallSays(_ each: Case, _ at: Instant) -> Bool {
    let wall = each.zone.wall(at: at)
    let minute = wall.hour * 60 + wall.minute
    for (day, minutes) in [(wall.dayNumber, minute), (wall.dayNumber - 1, minute + 1440)] {
      if each.absences.contains(where: { $0.first <= day && day <= $0.last }) { continue }
      let weekday = WallTime(seconds: day * 86_400).weekday
      if each.hours.days[weekday].contains(where: {
        $0.lowerBound <= minutes && minutes < $0.upperBound
      }) {
        return true
      }
    }
    return false
  }

  private static func cases(_ number: Int) -> [Case] {
    let chance = SeededRandomness(seed: 4711)
    func below(_ limit: Int) -> Int { Int(chance.number() % UInt64(limit)) }
    return (0..<number).map { _ in
      let zone = Zone(zones[below(zones.count)])
      let hours = WeekHours(
        (0..<7).map { _ in
          (0..<below(4)).map { _ in
            let from = below(96) * 15
            return from..<from + 15 + below(below(5) == 0 ? 1425 : 480)
          }
        })
      // Days around which clocks are set: any of 2026, but for the half of them one of those.
      let turns = (0..<365).filter { day in
        let at = Instant(seconds: 1_767_225_600 + Int64(day) * 86_400)
        return zone.wall(at: at).clock != zone.wall(at: at + .hours(24)).clock
      }
      let day = below(2) == 0 && !turns.isEmpty ? turns[below(turns.count)] : below(365)
      let start =
        Instant(seconds: 1_767_225_600 + Int64(day) * 86_400)
        + .milliseconds(Int64(below(86_400_000)))
      let off = zone.wall(at: start).dayNumber + Int64(below(5)) - 2
      return Case(
        zone: zone, hours: hours,
        absences: below(3) == 0
          ? [MemberProfile.Absence(first: off, last: off + Int64(below(3)))] : [],
        start: start)
    }.filter { !$0.hours.isEmpty }
  }

  /// Every minute of the two days that follow, on days of 23, 24 and 25 hours.
  @Test func aMinuteIsInsideIffTheWallSaysSoAndTheNextChangeIsTheFirst() {
    for each in Self.cases(count(60, full: 1_000)) {
      guard let shifts = Shifts(each.profile, in: each.zone) else { continue }
      let change = shifts.change(after: each.start)
      let isThere = Self.wallSays(each, each.start)
      let first = each.start.milliseconds / 60_000 + 1
      var found: Instant?
      for minute in first..<first + 2880 {
        let at = Instant(milliseconds: minute * 60_000)
        let says = Self.wallSays(each, at)
        #expect(shifts.contain(at) == says, "\(each) at \(at)")
        if found == nil, says != isThere { found = at }
      }
      if let found {
        #expect(change == found, "\(each)")
      } else {
        #expect(change.map { $0.milliseconds / 60_000 >= first + 2880 } ?? true, "\(each)")
      }
    }
  }

  private static func member(_ zone: String, hereUntil: Instant? = nil) -> Member {
    Member(
      id: ID(1), name: "Ana", initials: "AN", email: "ana@desk.example", role: .member,
      timeZone: zone, hereUntil: hereUntil, joinedAt: Instant(milliseconds: 0))
  }

  private static func there(
    _ hours: WeekHours, _ zone: String, _ day: Int64, _ minute: Int, isSeen: Bool = false
  ) -> Availability {
    Availability(
      of: member(zone), MemberProfile(member: ID(1), hours: hours), isSeen: isSeen,
      now: Zone(zone).instant(day: day, minute: minute))
  }

  /// Monday, 23 November 2026.
  private static let monday: Int64 = 20_780

  @Test func untilWhenIsSaidByTheWallAlsoPastMidnight() {
    let night = WeekHours([[1320..<1560]])
    let berlin = Zone("Europe/Berlin")
    let two = Availability.here(until: berlin.instant(day: Self.monday + 1, minute: 120))
    func utc(_ minute: Int) -> Availability {
      .here(until: Zone("UTC").instant(day: Self.monday, minute: minute))
    }
    #expect(Self.there(night, "Europe/Berlin", Self.monday, 1380) == two)
    #expect(Self.there(night, "Europe/Berlin", Self.monday + 1, 60) == two)
    #expect(Self.there(night, "Europe/Berlin", Self.monday, 1200) == .later(hours: 2))
    // As it had to be said before: until the day ends, and on from its beginning.
    let halves = WeekHours([[1320..<1440], [0..<120]])
    #expect(Self.there(halves, "Europe/Berlin", Self.monday, 1380) == two)
    #expect(Self.there(WeekHours([[1320..<1440]]), "UTC", Self.monday, 1380) == utc(1440))
    let split = WeekHours([[540..<720, 780..<1020]])
    #expect(Self.there(split, "UTC", Self.monday, 600) == utc(720))
    #expect(Self.there(split, "UTC", Self.monday, 720) == .later(hours: 1))
    #expect(Self.there(split, "UTC", Self.monday, 1020) == .later(hours: 160))
    #expect(Self.there(split, "UTC", Self.monday, 720, isSeen: true) == .here(until: nil))
    let always = WeekHours(Array(repeating: [0..<1440], count: 7))
    #expect(Self.there(always, "UTC", Self.monday, 720) == .here(until: nil))
  }

  @Test func aNightOf23HoursIsAnHourShorter() {
    // 29 March 2026: in Berlin the clock goes from 2 to 3.
    let day: Int64 = 20_541
    let night = WeekHours(Array(repeating: [1320..<1620], count: 7))
    let berlin = Zone("Europe/Berlin")
    let shifts = Shifts(MemberProfile(member: ID(1), hours: night), in: berlin)
    let start = berlin.instant(day: day - 1, minute: 1320)
    #expect(shifts?.change(after: start) == start + .hours(4))
    // 25 October 2026: from 3 to 2. It is over when the clock shows 3.
    let long = berlin.instant(day: 20_750, minute: 1320)
    #expect(shifts?.change(after: long) == long + .hours(6))
  }

  @Test func hereUntilTwoIsThisNight() {
    let berlin = Zone("Europe/Berlin")
    func meant(_ minute: Int, until: Int) -> Instant? {
      HereUntil.instant(
        minute: until, in: berlin, now: berlin.instant(day: Self.monday, minute: minute))
    }
    let tonight = berlin.instant(day: Self.monday + 1, minute: 120)
    #expect(meant(1380, until: 120) == tonight)
    #expect(meant(720, until: 120) == tonight)
    #expect(meant(60, until: 120) == berlin.instant(day: Self.monday, minute: 120))
    #expect(meant(180, until: 120) == nil)
    #expect(meant(600, until: 120) == nil)
    #expect(meant(600, until: 1080) == berlin.instant(day: Self.monday, minute: 1080))
    #expect(meant(1140, until: 1080) == nil)
    #expect(meant(1080, until: 1080) == nil)
  }

  /// What was said yesterday says nothing today, and is no time of any other day.
  @Test func whatWasSaidIsOverWhenItsMomentIs() {
    let until = Zone("Asia/Tokyo").instant(day: Self.monday, minute: 1080)
    func there(_ offset: Duration, isSeen: Bool = true) -> Availability {
      Availability(
        of: Self.member("Asia/Tokyo", hereUntil: until), nil, isSeen: isSeen, now: until + offset)
    }
    #expect(there(.hours(-2)) == .here(until: until))
    #expect(there(.hours(-2), isSeen: false) == .unknown)
    #expect(there(.hours(0)) == .here(until: nil))
    #expect(there(.hours(22)) == .here(until: nil))
  }

  /// A push is kept by its service for as long as they are there.
  @Test func whatIsLeftOfAShiftIsCountedOverMidnight() async throws {
    let test = try await TestDesk()
    try await test.desk.save(
      MemberProfile(member: ID(0), hours: WeekHours(Array(repeating: [1320..<1560], count: 7))),
      by: test.bruno)
    let day = Zone.utc(at: test.clock.now()).dayNumber + 1
    let left = try await test.store.read { [bruno = test.bruno.member] tx in
      guard let member = try tx.member(bruno) else { return [Int?]() }
      return try [1380, 1440 + 90, 1440 + 120, 1440 + 600].map {
        try tx.minutesLeft(member, now: Zone("UTC").instant(day: day, minute: $0))
      }
    }
    #expect(left == [180, 30, 0, 0])
    let told = try await test.store.read { [bruno = test.bruno.member] tx in
      guard let member = try tx.member(bruno) else { return [Bool]() }
      return try [1300, 1380, 1440 + 90, 1440 + 120].map {
        try tx.mayBeTold(member, now: Zone("UTC").instant(day: day, minute: $0))
      }
    }
    #expect(told == [false, true, true, false])
  }
}
