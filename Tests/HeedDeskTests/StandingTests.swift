import HeedModel
import HeedTesting
import Testing

/// What a conversation's state follows from, and nothing else.
@Suite struct StandingTests {
  typealias Spoken = ConversationRecords.Spoken
  private static let start = Instant(seconds: 1_778_000_000)
  private static let heads = WaitingReason.defaultHeadStarts

  private static func at(_ minute: Int64) -> Instant { start + .minutes(minute) }

  private static func said(
    _ minute: Int64, _ direction: Direction = .toUs, kinds: Set<Reading.Kind> = [],
    gone: Bool = false
  ) -> Spoken {
    let at = at(minute)
    return Spoken(
      post: ID(IDLayout.id(at: at, tail: 1)), at: at, direction: direction, kinds: kinds,
      isGone: gone)
  }

  /// Said at a minute by somebody, below what was said at another by somebody: 31 is by 1 in minute 3.
  private static func said(
    _ minute: Int64, _ direction: Direction = .toUs, by: Int64, below: Int64? = nil
  ) -> Spoken {
    var spoken = said(minute, direction)
    // Two may speak in one moment.
    spoken.post = ID(IDLayout.id(at: at(minute), tail: by))
    spoken.by = ID(by)
    spoken.answers = below.map { ID(IDLayout.id(at: at($0 / 10), tail: $0 % 10)) }
    return spoken
  }

  private static func closed(
    _ minute: Int64, _ reason: Closure.Reason = .done, reopened: Int64? = nil
  ) -> Closure {
    Closure(
      id: ID(minute), conversation: ID(1), member: ID(1), reason: reason, closedAt: at(minute),
      reopenedAt: reopened.map { at($0) })
  }

  private static func snoozed(_ minute: Int64, until: Int64, woken: Int64? = nil) -> Snooze {
    Snooze(
      id: ID(minute), conversation: ID(1), member: ID(1), snoozedAt: at(minute),
      until: at(until), wokenAt: woken.map { at($0) })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var records: ConversationRecords
    var state: ConversationState
    var since: Int64?
  }

  static let cases: [Case] = [
    Case(
      testDescription: "their first words wait",
      records: ConversationRecords(posts: [said(0)]), state: .waiting, since: 0),
    Case(
      testDescription: "an answer answers all that was said before it",
      records: ConversationRecords(posts: [said(0), said(1), said(5, .ours)]),
      state: .answered, since: nil),
    Case(
      testDescription: "what they say after our answer waits since then",
      records: ConversationRecords(posts: [said(0), said(5, .ours), said(9), said(11)]),
      state: .waiting, since: 9),
    Case(
      testDescription: "a post that they took away does not wait",
      records: ConversationRecords(posts: [said(0, gone: true), said(3)]), state: .waiting,
      since: 3),
    Case(
      testDescription: "when all their words are gone nobody waits",
      records: ConversationRecords(posts: [said(0, gone: true)]), state: .done, since: nil),
    Case(
      testDescription: "our answer taken away answers nobody",
      records: ConversationRecords(posts: [said(0), said(5, .ours, gone: true)]),
      state: .waiting, since: 0),
    Case(
      testDescription: "what they say to each other does not wait",
      records: ConversationRecords(posts: [said(0), said(5, .ours), said(7, .aside)]),
      state: .answered, since: nil),
    Case(
      testDescription: "talk about us does not wait by itself",
      records: ConversationRecords(posts: [said(0, .aboutUs)]), state: .aboutUs, since: nil),
    Case(
      testDescription: "talk about us that was taken up waits since it was said",
      records: ConversationRecords(posts: [said(0, .aboutUs)], takenUpAt: at(30)),
      state: .waiting, since: 0),
    Case(
      testDescription: "we think it is done",
      records: ConversationRecords(posts: [said(0)], closures: [closed(5)]), state: .done,
      since: nil),
    Case(
      testDescription: "they say that it is solved",
      records: ConversationRecords(posts: [said(0)], closures: [closed(5, .solved)]),
      state: .solved, since: nil),
    Case(
      testDescription: "what they say after a closing opens it",
      records: ConversationRecords(
        posts: [said(0), said(8)], closures: [closed(5, .solved)]), state: .waiting, since: 8),
    Case(
      testDescription: "reopening brings back what waited",
      records: ConversationRecords(posts: [said(0)], closures: [closed(5, reopened: 6)]),
      state: .waiting, since: 0),
    Case(
      testDescription: "an answer after a closing makes it answered",
      records: ConversationRecords(
        posts: [said(0), said(7, .ours)], closures: [closed(5)]), state: .answered, since: nil),
    Case(
      testDescription: "a closing after an answer makes it done",
      records: ConversationRecords(
        posts: [said(0), said(3, .ours)], closures: [closed(5)]), state: .done, since: nil),
    Case(
      testDescription: "a snooze rests, and their wait goes on",
      records: ConversationRecords(posts: [said(0)], snoozes: [snoozed(5, until: 2000)]),
      state: .snoozed, since: 0),
    Case(
      testDescription: "what they say during a snooze wakes it",
      records: ConversationRecords(
        posts: [said(0), said(9)], snoozes: [snoozed(5, until: 2000)]), state: .waiting,
      since: 0),
    Case(
      testDescription: "a snooze that was woken rests no more",
      records: ConversationRecords(
        posts: [said(0)], snoozes: [snoozed(5, until: 2000, woken: 6)]), state: .waiting,
      since: 0),
    Case(
      testDescription: "a snooze whose time is over rests no more",
      records: ConversationRecords(posts: [said(0)], snoozes: [snoozed(5, until: 900)]),
      state: .waiting, since: 0),
  ]

  /// Ana (1), Ben (2) and our account (9).
  struct ManyCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var posts: [Spoken]
    /// The minute since which somebody waits, by whom replies answer at the place; none where nobody waits.
    var waits: [ReplyReach: Int64]
  }

  static let ofMany: [ManyCase] = [
    ManyCase(
      testDescription: "two ask below a post of ours, one is answered",
      posts: [
        said(0, .ours, by: 9), said(1, by: 1, below: 9), said(2, by: 2, below: 9),
        said(5, .ours, by: 9, below: 11),
      ], waits: [.author: 2, .page: 2]),
    ManyCase(
      testDescription: "both are answered, the later one first",
      posts: [
        said(0, .ours, by: 9), said(1, by: 1, below: 9), said(2, by: 2, below: 9),
        said(5, .ours, by: 9, below: 22), said(6, .ours, by: 9, below: 11),
      ], waits: [:]),
    ManyCase(
      testDescription: "one asks twice and is answered once",
      posts: [
        said(0, by: 1), said(1, by: 2, below: 1), said(2, by: 1, below: 1),
        said(5, .ours, by: 9, below: 21),
      ], waits: [.author: 1, .page: 1]),
    ManyCase(
      testDescription: "our answer goes on below itself",
      posts: [
        said(0, by: 1), said(1, .ours, by: 9, below: 1), said(2, by: 1, below: 19),
        said(3, .ours, by: 9, below: 19),
      ], waits: [:]),
    ManyCase(
      testDescription: "a post of ours in two parts answers nobody who asked between them",
      posts: [
        said(0, .ours, by: 9), said(1, by: 1, below: 9), said(2, .ours, by: 9, below: 9),
      ], waits: [.author: 1]),
    ManyCase(
      testDescription: "below the first post, on a page that does not branch, all are spoken to",
      posts: [
        said(0, by: 1), said(1, by: 2, below: 1), said(4, .ours, by: 9, below: 1),
      ], waits: [.author: 1]),
    ManyCase(
      testDescription: "what hangs on nothing answers all",
      posts: [said(0, by: 1), said(1, by: 2, below: 1), said(4, .ours, by: 9)],
      waits: [:]),
    ManyCase(
      testDescription: "what is asked in the very moment of our post is not answered by it",
      posts: [said(3, .ours, by: 9), said(3, by: 1, below: 39)],
      waits: [.author: 3, .page: 3, .everybody: 3]),
    ManyCase(
      testDescription: "a clock that runs ahead makes nobody wait who was answered",
      posts: [said(8, by: 1), said(5, .ours, by: 9, below: 81), said(9, by: 1, below: 59)],
      waits: [.author: 9, .page: 9, .everybody: 9]),
    ManyCase(
      testDescription: "what our reply stands below is answered by it",
      posts: [
        said(0, by: 1), said(1, .aside, by: 2, below: 1), said(2, by: 3, below: 12),
        said(3, by: 1, below: 1), said(4, .ours, by: 9, below: 23),
      ], waits: [.author: 3, .page: 3]),
    ManyCase(
      testDescription: "a slow clock hides nobody who answers us",
      posts: [said(4, by: 1), said(9, .ours, by: 9, below: 41), said(6, by: 1, below: 99)],
      waits: [.author: 6, .page: 6, .everybody: 6]),
  ]

  @Test(arguments: ofMany, ReplyReach.allCases)
  func answeringOneAnswersNobodyElse(_ expected: ManyCase, _ reach: ReplyReach) {
    var records = ConversationRecords(posts: expected.posts)
    records.reach = reach
    let standing = Standing(of: records, headStarts: Self.heads, now: Self.at(1000))
    let since = expected.waits[reach]
    #expect(standing.waitingSince == since.map { Self.at($0) })
    #expect(standing.state == (since == nil ? .answered : .waiting))
  }

  @Test func firstWordsBelowOurPostHaveTheirHeadStartUntilTheyAreAnswered() {
    var records = ConversationRecords(
      posts: [Self.said(0, .ours, by: 9), Self.said(1, by: 1, below: 9)], areFirstWords: true)
    func reasons() -> [WaitingReason] {
      Standing(of: records, headStarts: Self.heads, now: Self.at(9)).reasons
    }
    #expect(reasons() == [.firstWords])
    records.posts += [Self.said(2, .ours, by: 9, below: 11), Self.said(3, by: 1, below: 29)]
    #expect(reasons() == [])
  }

  @Test(arguments: cases) func stateFollowsFromWhatHappened(_ expected: Case) {
    let standing = Standing(of: expected.records, headStarts: Self.heads, now: Self.at(1000))
    #expect(standing.state == expected.state)
    #expect(standing.waitingSince == expected.since.map { Self.at($0) })
  }

  @Test func eachReasonIsSaidAndTheLargestHeadStartCounts() {
    let records = ConversationRecords(
      posts: [Self.said(0, kinds: [.complaint]), Self.said(3, kinds: [.correction])],
      areFirstWords: true)
    let standing = Standing(of: records, headStarts: Self.heads, now: Self.at(10))
    #expect(standing.reasons == [.correctsUs, .complaint, .firstWords])
    #expect(standing.rank == Self.at(0).milliseconds - 120 * 60_000)
  }

  @Test func theHeadStartOfAnAnsweredComplaintIsOver() {
    let records = ConversationRecords(
      posts: [Self.said(0, kinds: [.complaint]), Self.said(3, .ours), Self.said(6)])
    let standing = Standing(of: records, headStarts: Self.heads, now: Self.at(10))
    #expect(standing.reasons == [])
    #expect(standing.rank == Self.at(6).milliseconds)
  }

  private static func random(_ randomness: SeededRandomness) -> ConversationRecords {
    func pick(_ bound: UInt64) -> Int64 { Int64(randomness.number() % bound) }
    var posts = (0...pick(8)).map { index in
      var spoken = said(
        pick(500), Direction.allCases[Int(pick(4))],
        kinds: pick(2) == 0 ? [Reading.Kind.allCases[Int(pick(8))]] : [], gone: pick(5) == 0)
      spoken.post = ID(IDLayout.id(at: spoken.at, tail: index))
      spoken.by = ID(pick(3))
      return spoken
    }
    for index in posts.indices.dropFirst() where pick(3) > 0 {
      posts[index].answers = posts[Int(pick(UInt64(index)))].post
    }
    var records = ConversationRecords(
      posts: posts,
      closures: (0..<pick(3)).map { index in
        var closure = closed(
          pick(500), pick(2) == 0 ? .done : .solved, reopened: pick(2) == 0 ? 600 : nil)
        // Two closings never share their moment.
        closure.closedAt = closure.closedAt + .milliseconds(index + 1)
        return closure
      },
      snoozes: (0..<pick(3)).map { index in
        var snooze = snoozed(pick(500), until: 400 + pick(500), woken: pick(2) == 0 ? 510 : nil)
        snooze.until = snooze.until + .milliseconds(index + 1)
        return snooze
      },
      takenUpAt: pick(2) == 0 ? at(pick(500)) : nil, areFirstWords: pick(2) == 0)
    records.reach = ReplyReach.allCases[Int(pick(3))]
    return records
  }

  @Test func theOrderOfTheRecordsDoesNotMatter() {
    let seed: UInt64 = 20_260_522
    let randomness = SeededRandomness(seed: seed)
    for round in 0..<2000 {
      let records = Self.random(randomness)
      let now = Self.at(Int64(randomness.number() % 1000))
      let expected = Standing(of: records, headStarts: Self.heads, now: now)
      var shuffled = records
      shuffled.posts = records.posts.map { ($0, randomness.number()) }
        .sorted { $0.1 < $1.1 }.map(\.0)
      shuffled.closures.reverse()
      shuffled.snoozes.reverse()
      #expect(
        Standing(of: shuffled, headStarts: Self.heads, now: now) == expected,
        "seed \(seed), round \(round)")
    }
  }

  @Test func waitingLongerNeverMovesAnybodyDown() {
    let seed: UInt64 = 4_711
    let randomness = SeededRandomness(seed: seed)
    for round in 0..<2000 {
      let one = Self.random(randomness)
      let other = Self.random(randomness)
      let early = Self.at(Int64(randomness.number() % 1000))
      let late = early + .minutes(Int64(randomness.number() % 5000))
      func rank(_ records: ConversationRecords, _ now: Instant) -> Int64? {
        Standing(of: records, headStarts: Self.heads, now: now).rank
      }
      // Whoever stood before somebody else still does, however late it gets.
      if let a = rank(one, early), let b = rank(other, early), a < b {
        let (later, others) = (rank(one, late), rank(other, late))
        #expect(
          later.map { $0 == a } ?? true && others.map { $0 == b } ?? true,
          "seed \(seed), round \(round)")
      }
      // Saying more never puts anybody further back.
      if let before = rank(one, late) {
        var more = one
        more.posts.append(Self.said(6000, kinds: [Reading.Kind.allCases[Int(round % 8)]]))
        let after = rank(more, late)
        #expect(after.map { $0 <= before } ?? false, "seed \(seed), round \(round)")
      }
    }
  }
}
