import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import Testing
import WebNetwork

@testable import HeedDesk

/// Pages elsewhere say that they point to ours.
@Suite struct MentionTests {
  static let page = "https://ana.example/7"

  @Test func anAnswerOnAPageElsewhereIsAConversation() async throws {
    let test = try await MentionDesk()
    test.web.put(Self.page, MentionDesk.answer("Is the bell still there?"))
    #expect(try await test.tell(Self.page) == 202)
    #expect(try await test.post(Self.page) == nil)
    #expect(test.web.asked("ana.example") == 0)
    try await test.lookAtAll()
    let post = try #require(try await test.post(Self.page))
    #expect(post.direction == .toUs)
    #expect(post.text.plain == "Is the bell still there?")
    let ours = try #require(try await test.post(MentionDesk.target))
    #expect(ours.direction == .ours)
    #expect(post.parent == ours.id)
    #expect(try await test.waiting == 0)
  }

  @Test func tenCopiesAtOnceAreOneRowAndOneLook() async throws {
    let test = try await MentionDesk()
    test.web.put(Self.page, MentionDesk.answer("Hello"))
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<10 { group.addTask { try await test.tell(Self.page) } }
      for try await status in group { #expect(status == 202) }
    }
    #expect(try await test.waiting == 1)
    try await test.lookAtAll()
    #expect(test.web.times(Self.page) == 1)
  }

  @Test func whatIsToldAgainIsLookedAtAgain() async throws {
    let test = try await MentionDesk()
    test.web.put(Self.page, MentionDesk.answer("The bel is blue."))
    try await test.tell(Self.page)
    try await test.lookAtAll()
    test.clock.advance(by: .minutes(2))
    test.web.put(Self.page, MentionDesk.answer("The bell is blue."))
    try await test.tell(Self.page)
    try await test.lookAtAll()
    #expect(try await test.post(Self.page)?.text.plain == "The bell is blue.")
    #expect(try await test.post(Self.page)?.editedAt != nil)
  }

  @Test(arguments: [(410, ""), (200, "<p>No link any more.</p>")])
  func aPageThatPointsToUsNoMoreLosesItsWords(status: Int, body: String) async throws {
    let test = try await MentionDesk()
    test.web.put(Self.page, MentionDesk.answer("I did not want to say that."))
    try await test.tell(Self.page)
    try await test.lookAtAll()
    test.clock.advance(by: .minutes(2))
    test.web.put(Self.page, body, status: status)
    try await test.tell(Self.page)
    try await test.lookAtAll()
    let post = try #require(try await test.post(Self.page))
    #expect(post.removedAt != nil)
    #expect(post.text.isEmpty)
  }

  private func told(
    _ test: MentionDesk, _ page: String = Self.page, _ target: String = MentionDesk.target
  )
    async throws
  {
    test.clock.advance(by: .minutes(2))
    try await test.tell(page, target)
    try await test.lookAtAll()
  }

  /// A site may be away while somebody works at it.
  @Test(arguments: [404, 403]) func whatCannotBeHadIsBelievedGoneAtASecondLook(_ status: Int)
    async throws
  {
    let test = try await MentionDesk()
    test.web.put(Self.page, MentionDesk.answer("Does it ring?"))
    try await told(test)
    test.web.put(Self.page, "", status: status)
    try await told(test)
    #expect(try await test.post(Self.page)?.text.plain == "Does it ring?")
    test.clock.advance(by: .hours(1))
    try await test.lookAtAll()
    let post = try #require(try await test.post(Self.page))
    #expect(post.removedAt != nil && post.text.isEmpty)
  }

  @Test func whatStandsThereAgainComesBack() async throws {
    let test = try await MentionDesk()
    test.web.put(Self.page, MentionDesk.answer("Does it ring?"))
    try await told(test)
    test.web.put(Self.page, "", status: 410)
    try await told(test)
    #expect(try await test.post(Self.page)?.text.isEmpty == true)
    test.web.put(Self.page, MentionDesk.answer("Does it ring now?"))
    try await told(test)
    let post = try #require(try await test.post(Self.page))
    #expect(post.removedAt == nil && post.text.plain == "Does it ring now?")
    #expect(post.direction == .toUs && post.wordsUntil != nil)
    #expect(try await test.store.read { try $0.conversation(post.conversation)?.state } == .waiting)
  }

  /// What comes back stays no longer than it would have stayed.
  @Test func whatComesBackKeepsItsTime() async throws {
    let test = try await MentionDesk()
    let about = #"<p><a href="\#(MentionDesk.target)">These bells</a> ring.</p>"#
    test.web.put(Self.page, about)
    try await told(test)
    let until = try #require(try await test.post(Self.page)?.wordsUntil)
    test.web.put(Self.page, "", status: 410)
    try await told(test)
    test.clock.advance(by: .days(20))
    test.web.put(Self.page, about)
    try await told(test)
    #expect(try await test.post(Self.page)?.wordsUntil == until)
    test.web.put(Self.page, "", status: 410)
    try await told(test)
    test.clock.advance(by: .days(20))
    test.web.put(Self.page, about)
    try await told(test)
    #expect(try await test.post(Self.page)?.text.isEmpty == true)
  }

  @Test func aPageThatPointsToTwoOfOursStandsAsLongAsItPointsToOne() async throws {
    let test = try await MentionDesk()
    let other = "https://corner.example/locks"
    test.web.put(other, "<title>Our locks</title>")
    let answer = MentionDesk.answer("Does it ring?")
    test.web.put(Self.page, answer + "<a href='\(other)'>besides</a>")
    try await told(test)
    try await told(test, Self.page, other)
    test.web.put(Self.page, answer)
    try await told(test, Self.page, other)
    #expect(try await test.post(Self.page)?.text.plain == "Does it ring?")
    test.web.put(Self.page, "<p>Nothing any more.")
    try await told(test)
    #expect(try await test.post(Self.page)?.text.isEmpty == true)
  }

  @Test func nobodyListensForAnotherSiteOrWherePaused() async throws {
    let test = try await MentionDesk()
    #expect(try await test.tell(Self.page, "https://other.example/") == 400)
    #expect(try await test.tell("nonsense") == 400)
    try await test.desk.pause(test.source, true, by: test.lead)
    #expect(try await test.tell(Self.page) == 400)
    #expect(try await test.waiting == 0)
  }

  @Test func oneAddressTellsOnlySoMuchAndOthersAreNotHeldUp() async throws {
    let test = try await MentionDesk()
    for number in 0..<60 {
      #expect(try await test.tell("https://spam.example/\(number)") == 202)
    }
    #expect(try await test.tell(Self.page) == 429)
    #expect(try await test.tell(Self.page, from: "2001:db8::1") == 202)
    test.clock.advance(by: .minutes(1))
    #expect(try await test.tell(Self.page) == 202)
  }

  @Test func behindADeadHostWithThousandsWaitingOthersAreLookedAtAtOnce() async throws {
    let test = try await MentionDesk()
    let now = test.clock.now()
    let source = test.source
    let dead = 10_000
    for start in stride(from: 0, to: dead, by: 1_000) {
      try await test.store.write { tx in
        for number in start..<(start + 1_000) {
          _ = try tx.take(
            Mention(
              id: ID(Int64(number + 1)), source: source,
              page: "https://dead.example/\(number)", target: MentionDesk.target,
              host: "dead.example", toldAt: now, dueAt: now),
            key: Array("\(number)".utf8))
        }
      }
    }
    test.web.kill("dead.example")
    let pages = (0..<300).map { "https://h\($0).example/" }
    for (number, page) in pages.enumerated() {
      test.web.put(page, MentionDesk.answer("Number \(number)"))
      try await test.tell(page, from: "192.0.\(number / 50).1")
    }
    let looker = Task { try await MentionLooker(desk: test.desk).run() }
    // The clock stands still until all of the others are through.
    while try await test.waiting > dead { await Task.yield() }
    #expect(test.clock.now() == now)
    for page in pages { #expect(try await test.post(page) != nil) }
    #expect(test.web.asked("dead.example") == MentionLanes.mostOfHost)
    looker.cancel()
    try await looker.value
  }

  @Test func aDeadHostRestsAndIsAskedAgainInGrowingPauses() async throws {
    let test = try await MentionDesk()
    test.web.put("https://dead.example/1", "", status: 503)
    for number in 1...3 { try await test.tell("https://dead.example/\(number)") }
    try await test.lookAtAll()
    #expect(test.web.asked("dead.example") == 1)
    test.clock.advance(by: .minutes(1))
    for number in 1...3 {
      test.web.put("https://dead.example/\(number)", MentionDesk.answer("Here again."))
    }
    try await test.lookAtAll()
    #expect(try await test.waiting == 0)
    #expect(try await test.post("https://dead.example/3") != nil)
  }

  @Test func aPageThatNeverComesBackIsLetGo() async throws {
    let test = try await MentionDesk()
    test.web.put(Self.page, "", status: 503)
    try await test.tell(Self.page)
    for _ in 0..<20 {
      try await test.lookAtAll()
      test.clock.advance(by: .hours(7))
    }
    #expect(test.web.asked("ana.example") == Desk.mentionTries)
    #expect(try await test.waiting == 0)
  }

  @Test func aLookThatACrashCutIsTakenUpAgain() async throws {
    let test = try await MentionDesk()
    test.web.put(Self.page, MentionDesk.answer("Hello"))
    try await test.tell(Self.page)
    let now = test.clock.now()
    _ = try await test.store.write {
      try $0.lease(mentionOf: "ana.example", now: now, until: now + Desk.mentionLease)
    }
    try await test.lookAtAll()
    #expect(try await test.post(Self.page) == nil)
    test.clock.advance(by: Desk.mentionLease)
    try await test.lookAtAll()
    #expect(try await test.post(Self.page) != nil)
  }

  @Test func evidenceIsKeptOfThoseWhoSpeakToUsAndOfNobodyElse() async throws {
    let test = try await MentionDesk()
    test.web.put("https://ana.example/", #"<a rel="me" href="https://social.example/@ana">s</a>"#)
    test.web.put("https://social.example/@ana", #"<a rel="me" href="https://ana.example/">w</a>"#)
    test.web.put("https://nils.example/", #"<a rel="me" href="https://social.example/@nils">s</a>"#)
    test.web.put(Self.page, MentionDesk.answer("Hello"))
    test.web.put("https://nils.example/1", #"<a href="\#(MentionDesk.target)">about</a>"#)
    try await test.tell(Self.page)
    try await test.tell("https://nils.example/1")
    try await test.lookAtAll()
    let now = test.clock.now()
    let author = try #require(try await test.post(Self.page)?.author)
    let kept = try await test.store.read { try $0.evidence(of: [author]) }
    #expect(kept.map(\.there) == ["https://social.example/@ana"])
    #expect(kept.map(\.isMutual) == [true])
    #expect(kept.map(\.seenAt) == [now])
    let other = try #require(try await test.post("https://nils.example/1")?.author)
    #expect(try await test.store.read { try $0.evidence(of: [other]) }.isEmpty)
    #expect(test.web.asked("social.example") == 2)  // The page and its robots.txt.
  }

  @Test func pagesThatAReplyOnOurSiteLinksToAreToldOnceEach() async throws {
    let test = try await MentionDesk()
    test.web.put("https://ana.example/7", #"<link rel="webmention" href="/wm">"#)
    test.web.put("https://ana.example/wm", "Taken.")
    test.web.put("https://silent.example/", "<p>No endpoint.</p>")
    let links = ["https://ana.example/7", "https://silent.example/", "https://corner.example/own"]
    func deliver(
      at address: String, _ visibility: Visibility = .public, before: RichText? = nil
    ) async throws {
      let now = test.clock.now()
      let post = Post(
        id: test.desk.newID(), network: NetworkName("wordpress"), remoteID: RemoteID(address),
        author: nil,
        conversation: test.desk.newID(), direction: .ours, visibility: visibility, receivedAt: now,
        text: RichText([.paragraph(links.map { .link(to: $0, [.text("see")]) })]),
        address: address)
      try await test.store.write { try test.desk.tellPages(of: post, before: before, now: now, $0) }
      try await test.lookAtAll()
    }
    try await deliver(at: "https://elsewhere.example/1")
    try await deliver(at: "https://corner.example/held", .private)
    #expect(test.web.posted.isEmpty)
    try await deliver(at: "https://corner.example/bells#comment-5")
    #expect(test.web.posted.map(\.address) == ["https://ana.example/wm"])
    #expect(
      test.web.posted.first?.body.contains(
        "source=https%3A%2F%2Fcorner.example%2Fbells%23comment-5") == true)
    try await deliver(at: "https://corner.example/bells#comment-5")
    test.clock.advance(by: .minutes(2))
    try await test.lookAtAll()
    #expect(test.web.posted.count == 1)
    #expect(try await test.waiting == 0)
    // It was changed: who was told looks again, and so does a page that it pointed to before.
    test.web.put("https://rui.example/", #"<link rel="webmention" href="/wm">"#)
    test.web.put("https://rui.example/wm", "Taken.")
    let before = RichText([.paragraph([.link(to: "https://rui.example/", [.text("see")])])])
    try await deliver(at: "https://corner.example/bells#comment-5", before: before)
    test.clock.advance(by: .minutes(2))
    try await test.lookAtAll()
    #expect(
      test.web.posted.map(\.address).sorted()
        == ["https://ana.example/wm", "https://ana.example/wm", "https://rui.example/wm"])
    #expect(try await test.waiting == 0)
  }

  @Test func whoAsksProgramsToKeepAwayIsHeardOnlyWhenTheySpeakToUs() async throws {
    let test = try await MentionDesk()
    let wish = #"<meta name="robots" content="noindex">"#
    test.web.put(Self.page, wish + #"<a href="\#(MentionDesk.target)">about you</a>"#)
    test.web.put("https://ana.example/8", wish + MentionDesk.answer("To you"))
    try await test.tell(Self.page)
    try await test.tell("https://ana.example/8")
    try await test.lookAtAll()
    #expect(try await test.post(Self.page) == nil)
    #expect(try await test.post("https://ana.example/8")?.text.plain == "To you")
  }
}
