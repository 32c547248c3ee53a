import HeedModel
import HeedTesting
import Testing

/// Where a thread of several people stands: what one of them says, and what nobody here had seen.
@Suite struct OneThreadStandingTests {
  typealias Spoken = ConversationRecords.Spoken
  private static let start = Instant(seconds: 1_778_000_000)
  private static let heads = WaitingReason.defaultHeadStarts
  private static let (ana, bob, us): (ID<Handle>, ID<Handle>, ID<Handle>) = (ID(1), ID(2), ID(9))

  private static func at(_ minute: Int64) -> Instant { start + .minutes(minute) }

  private static func said(
    _ minute: Int64, by: ID<Handle>, heard: Int64? = nil, below: Spoken? = nil,
    kinds: Set<Reading.Kind> = []
  ) -> Spoken {
    Spoken(
      post: ID(IDLayout.id(at: at(minute), tail: by.value)), at: at(minute),
      direction: by == us ? .ours : .toUs, kinds: kinds, by: by, answers: below?.post,
      heardAt: heard.map { at($0) })
  }

  private static func word(
    _ kind: TheirWord.Kind, _ minute: Int64, by: ID<Handle>, until: Int64? = nil
  ) -> TheirWord {
    TheirWord(
      id: ID(minute * 10 + by.value), handle: by, conversation: ID(1), kind: kind,
      saidAt: at(minute), restsUntil: until.map { at($0) })
  }

  private static func closed(_ minute: Int64, by member: ID<Member>? = ID(1), seen: Int64? = nil)
    -> Closure
  {
    Closure(
      id: ID(minute), conversation: ID(1), member: member, reason: member == nil ? .solved : .done,
      closedAt: at(minute), seenAt: seen.map { at($0) })
  }

  /// Ana asks and then Bob, below a post of ours.
  private static func asked() -> ConversationRecords {
    let root = said(0, by: us)
    return ConversationRecords(posts: [
      root, said(1, by: ana, below: root, kinds: [.complaint]),
      said(2, by: bob, below: root, kinds: [.complaint]),
    ])
  }

  private static func standing(_ records: ConversationRecords, now: Int64 = 100) -> Standing {
    Standing(of: records, headStarts: heads, now: at(now))
  }

  @Test(arguments: [ana, bob]) func whoSaysSolvedSpeaksForThemselves(_ who: ID<Handle>) {
    var records = Self.asked()
    records.theirWords = [Self.word(.solved, 5, by: who)]
    records.closures = [Self.closed(5, by: nil)]
    let standing = Self.standing(records)
    #expect(standing.state == .waiting)
    #expect(standing.waitingSince == Self.at(who == Self.ana ? 2 : 1))
    // What they say later waits again, and once both said so it is solved.
    var more = records
    more.posts.append(Self.said(9, by: who))
    #expect(more.unanswered().waiting.count == 2)
    records.theirWords.append(Self.word(.solved, 6, by: who == Self.ana ? Self.bob : Self.ana))
    records.closures.append(Self.closed(6, by: nil))
    #expect(Self.standing(records).state == .solved)
  }

  @Test func oneWhoSaysSolvedMakesAnAnsweredThreadSolvedForNobodyElse() {
    var records = Self.asked()
    records.theirWords = [Self.word(.solved, 5, by: Self.ana)]
    records.closures = [Self.closed(5, by: nil)]
    records.posts.append(Self.said(4, by: Self.us, below: records.posts[2]))
    #expect(Self.standing(records).state == .answered)
  }

  @Test func whatAMemberClosedStaysClosedWhenOneSaysSolved() {
    var records = Self.asked()
    records.closures = [Self.closed(5), Self.closed(6, by: nil)]
    records.theirWords = [Self.word(.solved, 6, by: Self.ana)]
    #expect(Self.standing(records).state == .done)
  }

  @Test func whoWantsNoAnswerTodayRestsAloneAndWaitsAgainInTime() {
    var records = Self.asked()
    records.theirWords = [Self.word(.notToday, 5, by: Self.ana, until: 500)]
    let beside = Self.standing(records)
    #expect(beside.state == .waiting)
    #expect(beside.waitingSince == Self.at(2))
    #expect(beside.snoozedUntil == Self.at(500))
    #expect(Self.standing(records, now: 500).waitingSince == Self.at(1))
    records.theirWords.append(Self.word(.notToday, 6, by: Self.bob, until: 300))
    let both = Self.standing(records)
    #expect(both.state == .snoozed)
    #expect(both.snoozedUntil == Self.at(300))
    // Their own words end it, others' do not.
    var spoke = records
    spoke.posts.append(Self.said(9, by: Self.bob))
    #expect(Self.standing(spoke).state == .waiting)
    #expect(Self.standing(spoke).waitingSince == Self.at(2))
  }

  @Test func whoIsFineIsFineForThemselves() {
    var records = Self.asked()
    records.theirWords = [Self.word(.fine, 5, by: Self.ana)]
    #expect(Self.standing(records).reasons == [.complaint])
    records.theirWords.append(Self.word(.fine, 6, by: Self.bob))
    #expect(Self.standing(records).reasons == [])
  }

  @Test func aPromiseDueToOneGivesNobodyElseAHeadStart() {
    var records = Self.asked()
    records.promisedTo = [Self.ana]
    #expect(Self.standing(records).reasons.contains(.promiseDue))
    records.posts.append(Self.said(4, by: Self.us, below: records.posts[1]))
    #expect(!Self.standing(records).reasons.contains(.promiseDue))
  }

  /// Said at 20, heard at 40, for the source is polled.
  @Test func closingAndSnoozingPutNothingToRestThatNobodyHadHeard() {
    var records = Self.asked()
    records.posts.append(Self.said(20, by: Self.bob, heard: 40))
    records.closures = [Self.closed(30)]
    #expect(Self.standing(records).waitingSince == Self.at(20))
    records.closures = []
    let until = Self.at(900)
    records.snoozes = [
      Snooze(
        id: ID(1), conversation: ID(1), member: ID(1), snoozedAt: Self.at(30), until: until)
    ]
    #expect(Self.standing(records).state == .waiting)
    // Heard before it was pressed, but after the page was shown.
    records.snoozes[0].snoozedAt = Self.at(50)
    #expect(Self.standing(records).state == .snoozed)
    records.snoozes[0].seenAt = Self.at(35)
    #expect(Self.standing(records).state == .waiting)
    records.snoozes = []
    records.closures = [Self.closed(50, seen: 35)]
    #expect(Self.standing(records).waitingSince == Self.at(20))
    records.closures = [Self.closed(50, seen: 40)]
    #expect(Self.standing(records).state == .done)
  }

  @Test(arguments: ReplyReach.allCases)
  func anAnswerAnswersNothingThatItsWriterHadNotHeard(_ reach: ReplyReach) {
    let asked = Self.said(1, by: Self.ana)
    let late = Self.said(20, by: Self.ana, heard: 40)
    var ours = Self.said(30, by: Self.us, below: asked)
    ours.seenAt = Self.at(29)
    var records = ConversationRecords(posts: [asked, late, ours])
    records.reach = reach
    #expect(records.unanswered().waiting.map(\.post) == [late.post])
    // What stands below it in its branch is answered, whenever it was heard; so is what had been heard.
    records.posts[2].answers = late.post
    records.posts[1].answers = asked.post
    #expect(records.unanswered().waiting.isEmpty)
    records.posts[2].answers = asked.post
    records.posts[2].seenAt = Self.at(40)
    #expect(records.unanswered().waiting.isEmpty)
    // Written elsewhere: all that had been said stood before its writer.
    records.posts[2].seenAt = nil
    #expect(records.unanswered().waiting.isEmpty)
  }
}
