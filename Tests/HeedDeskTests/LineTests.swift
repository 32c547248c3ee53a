import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

/// The order of the waiting: fair in every case, not in those that somebody thought of.
@Suite struct LineTests {
  private static let start = Instant(seconds: 1_778_000_000)

  /// Somebody who waits, with kinds drawn by chance.
  private struct Waiter {
    var arrived: Int64
    var kinds: Set<Reading.Kind>
    var isFirst: Bool

    init(at minute: Int64, _ chance: inout SplitMix64) {
      arrived = minute
      kinds = Set(
        [Reading.Kind.complaint, .correction, .praise, .question].filter { _ in
          Int.random(in: 0..<3, using: &chance) == 0
        })
      isFirst = Bool.random(using: &chance)
    }

    func rank(_ heads: [WaitingReason: Int], now: Int64) -> Int64? {
      let at = LineTests.start + .minutes(arrived)
      let said = ConversationRecords.Spoken(
        post: ID(IDLayout.id(at: at, tail: 1)), at: at, direction: .toUs, kinds: kinds)
      return Standing(
        of: ConversationRecords(posts: [said], areFirstWords: isFirst), headStarts: heads,
        now: LineTests.start + .minutes(now)
      ).rank
    }
  }

  /// Whatever the reasons and head starts: of two with the same reasons who waits longer stands before, and no time
  /// that passes changes anybody's place.
  @Test func waitingLongerNeverMovesAnybodyDown() throws {
    var chance = SplitMix64(seed: 31)
    for _ in 0..<500 {
      let heads = Dictionary(
        uniqueKeysWithValues: WaitingReason.allCases.map {
          ($0, Int.random(in: 0...1440, using: &chance))
        })
      let one = Waiter(at: Int64.random(in: 0..<5000, using: &chance), &chance)
      var other = Waiter(at: Int64.random(in: 0..<5000, using: &chance), &chance)
      let now = 5000 + Int64.random(in: 0..<5000, using: &chance)
      let places = try [Int64(0), 60, 6000].map { later in
        let (a, b) = (one.rank(heads, now: now + later), other.rank(heads, now: now + later))
        return try #require(a) < #require(b)
      }
      #expect(Set(places).count == 1, "\(one) and \(other) changed places by waiting")
      other.kinds = one.kinds
      other.isFirst = one.isFirst
      let (a, b) = (one.rank(heads, now: now), other.rank(heads, now: now))
      #expect(try (#require(a) < #require(b)) == (one.arrived < other.arrived) || a == b)
    }
  }

  /// A month of arrivals, a team that is there from nine to five and always answers who stands first: nobody starves,
  /// and the longest wait is at most the largest head start longer than in the order of arrival.
  @Test func nobodyStarvesInAMonth() throws {
    let heads = WaitingReason.defaultHeadStarts
    var chance = SplitMix64(seed: 32)
    var arrivals: [Waiter] = []
    for minute in Int64(0)..<(30 * 1440) where Int.random(in: 0..<16, using: &chance) == 0 {
      arrivals.append(Waiter(at: minute, &chance))
    }
    let byRank = try Self.longestWait(arrivals) { try #require($0.rank(heads, now: $1)) }
    let byArrival = try Self.longestWait(arrivals) { waiter, _ in waiter.arrived * 60_000 }
    print(
      "A month, \(arrivals.count) people: longest wait \(byRank / 60) h \(byRank % 60) min in the desk's order, "
        + "\(byArrival / 60) h \(byArrival % 60) min in the order of arrival")
    #expect(byRank <= byArrival + Int64(heads.values.max() ?? 0))
    #expect(byRank < 5 * 1440)
  }

  /// One answer every four minutes from nine to five, the smallest first; the longest wait in minutes.
  private static func longestWait(
    _ arrivals: [Waiter], order: (Waiter, Int64) throws -> Int64
  ) throws -> Int64 {
    var (waiting, next, longest) = ([Waiter](), 0, Int64(0))
    for minute in Int64(0)..<(40 * 1440) {
      while next < arrivals.count, arrivals[next].arrived <= minute {
        waiting.append(arrivals[next])
        next += 1
      }
      guard (540..<1020).contains(minute % 1440), minute % 4 == 0, !waiting.isEmpty else {
        continue
      }
      let ranks = try waiting.map { try order($0, minute) }
      let first = ranks.indices.min { ranks[$0] < ranks[$1] } ?? 0
      longest = max(longest, minute - waiting.remove(at: first).arrived)
    }
    return waiting.isEmpty ? longest : Int64.max / 2
  }

  /// The same line for every member.
  @Test func everyMemberSeesTheSameOrder() async throws {
    let test = try await TestDesk()
    for number in 0..<12 {
      _ = try await test.says(
        number % 3 == 0 ? "This is broken, I am angry" : "Hello?", id: "q\(number)",
        by: "person\(number % 5)")
      test.pass(.minutes(7))
    }
    let page = PageRequest(limit: 50)
    let viewers = [test.lead, test.alicia, test.bruno, test.carla, test.observer]
    var lines: Set<[ID<Conversation>]> = []
    for viewer in viewers {
      lines.insert(try await test.desk.today(page, for: viewer).waiting.rows.map(\.id))
    }
    #expect(lines.count == 1)
    #expect(lines.first?.count == 5 || lines.first?.count == 12)
  }

  @Test func changingTheOrderAsksWhyAndOrdersAllAnew() async throws {
    let test = try await TestDesk()
    let old = try await test.says("Hello?", id: "a", by: "ben")
    test.pass(.minutes(90))
    let complaint = try await test.says(
      "It is broken. Terrible, it never works!", id: "b", by: "cem")
    let viewer = test.lead
    func line() async throws -> [ID<Conversation>] {
      try await test.desk.today(PageRequest(limit: 9), for: viewer).waiting.rows.map(\.id)
    }
    #expect(try await line() == [old, complaint])
    var settings = try await test.desk.settings()
    settings.headStarts[.complaint] = 600
    let told = await problem { [settings] in try await test.desk.save(settings, by: viewer) }
    #expect(told?.field == "lineNote")
    #expect(try await line() == [old, complaint])
    try await test.desk.save(settings, note: "Broken things stop people's work.", by: viewer)
    #expect(try await line() == [complaint, old])
    let change = try await test.desk.settings().headStartsChange
    #expect(change?.note == "Broken things stop people's work.")
    #expect(change?.by == viewer.member)
    // Anything else is saved without a word, and keeps it.
    settings.undoSeconds = 5
    try await test.desk.save(settings, by: viewer)
    #expect(try await test.desk.settings().headStartsChange == change)
  }
}
