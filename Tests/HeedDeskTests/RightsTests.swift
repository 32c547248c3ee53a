import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Do-not-contact, announced times, and one good reason (R5).
@Suite struct RightsTests {
  @Test func whoAskedNotToBeWrittenToGetsAnswersAndNothingElse() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Do not write to me, but is it ready?", id: "q")
    let person = try await test.personOf("q")
    try await test.desk.setContact(person, allowed: false, by: test.alicia)
    test.pass(.minutes(1))
    _ = try await test.write("It is.", in: id)
    // A second one would be new talk.
    let refused = await problem { _ = try await test.write("By the way: our sale!", in: id) }
    #expect(refused?.code == .conflict)
    #expect(
      try await test.desk.conversation(id, for: test.alicia).draft?.text == "By the way: our sale!")
    test.pass(.minutes(1))
    try await test.says("And the lamp?", id: "q2", parent: RemoteID("q"))
    test.pass(.minutes(1))
    _ = try await test.write("The lamp, too.", in: id)
    // What they say about us is not said to us.
    let about = try await test.says("The shop again", id: "a", toUs: false)
    #expect(await problem { _ = try await test.write("Hello there", in: about) }?.code == .conflict)
    try await test.desk.setContact(person, allowed: true, by: test.alicia)
    _ = try await test.write("Hello there", in: about)
  }

  /// Answering our own words below theirs reaches them just as well; what they wrote and nobody had heard may be answered.
  @Test func anAnswerToOurOwnWordsIsNoWayRoundTheirWish() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Do not write to me, but is it ready?", id: "q")
    try await test.desk.setContact(try await test.personOf("q"), allowed: false, by: test.alicia)
    test.pass(.minutes(1))
    let reply = try await test.write("It is.", in: id)
    test.pass(.minutes(1))
    try await Deliveries(test).look()
    let said = try await test.reply(reply)
    let ours = try #require(said.delivery.post)
    let again = ReplyRequest(conversation: id, inReplyTo: ours, text: "And our sale!", anyway: true)
    #expect(
      await problem { _ = try await test.desk.send(again, by: test.alicia) }?.code == .conflict)
    // Written before our answer, heard after it.
    let late = FakeNetwork.post(
      "late", "And the lamp?", at: said.writtenAt - .seconds(5), parent: RemoteID("q"))
    try await test.hear([.post(late)])
    test.pass(.minutes(1))
    _ = try await test.write("The lamp, too.", in: id)
  }

  /// In a thread of many an answer to one of them says nothing to the others.
  @Test func answeringSomebodyElseInTheThreadTakesNoAnswerFromThem() async throws {
    let test = try await TestDesk()
    let id = try await test.askedBelowOurs()
    try await test.desk.setContact(try await test.personOf("a"), allowed: false, by: test.alicia)
    func answer(_ post: String, _ text: String) async throws {
      _ = try await test.desk.send(
        ReplyRequest(
          conversation: id, inReplyTo: try await test.post(post).id, text: text, anyway: true),
        by: test.alicia)
      test.pass(.minutes(1))
    }
    try await answer("b", "Repairs too, Ben.")
    try await answer("a", "From ten, Ana.")
    // One answer is what they asked for.
    #expect(await problem { try await answer("a", "And our sale!") }?.code == .conflict)
    try await answer("b", "And lamps, Ben.")
  }

  /// What is announced holds again for what is there: where a longer rule went, the common time does.
  @Test func whereARuleWentTheCommonTimeHoldsAgain() async throws {
    let test = try await TestDesk()
    let rule = RetentionRule(
      network: FakeNetwork.name, kind: .conversations, days: 2000, purpose: "For the warranty.")
    try await test.desk.keep([rule], showsNotes: false, by: test.lead)
    try await test.says("To you", id: "t")
    let common = try await test.desk.settings().daysConversations
    #expect(common < 2000)
    try await test.desk.keep([], showsNotes: false, by: test.lead)
    test.pass(.days(Int64(common) + 1))
    try await test.desk.letWordsGo()
    #expect(try await test.post("t").text.plain == "")
  }

  /// A colleague joins another handle while the form stands open.
  @Test func whoIsErasedIsWhomTheFormListed() async throws {
    let test = try await TestDesk()
    let talk = try await test.says("Is it ready?", id: "a")
    try await test.says("And mine?", id: "b", by: "ben")
    let ana = try await test.personOf("a")
    let form = try await test.desk.erasing(ana, by: test.lead)
    #expect(form.handles.map(\.address) == ["@ana@fake.example"] && !form.isAmongOthers)
    try await test.desk.joinByWord(of: ana, with: "@ben@fake.example", by: test.alicia)
    let seen = Set(form.handles.map(\.id))
    let bens = try await test.post("b").id
    #expect(
      await problem { try await test.desk.erase(ana, seen: seen, by: test.lead) }?.code
        == .conflict)
    #expect(try await test.post("b").text.plain == "And mine?")
    // Somebody else speaks in what they began: the form says that notes about these go as well.
    try await test.says("Mine as well", id: "c", by: "cem", parent: RemoteID("a"))
    #expect(try await test.post("c").conversation == talk)
    let again = try await test.desk.erasing(ana, by: test.lead)
    #expect(again.handles.count == 2 && again.isAmongOthers)
    try await test.desk.erase(ana, seen: Set(again.handles.map(\.id)), by: test.lead)
    #expect(try await test.store.read { try $0.posts([bens]).first?.text.plain } == "")
    #expect(
      await problem { _ = try await test.desk.erasing(ana, by: test.alicia) }?.code == .forbidden)
  }

  @Test func wordsGoByTheTimeOfTheirNetworkAndKind() async throws {
    let test = try await TestDesk()
    try await test.says("About you", id: "a", toUs: false)
    try await test.says("To you", id: "t", by: "ben")
    try await test.says("In private", id: "p", by: "carl", visibility: .private)
    func rules(_ about: Int, _ closed: Int) -> [RetentionRule] {
      [
        RetentionRule(
          network: FakeNetwork.name, kind: .aboutUs, days: about, purpose: "To see what is asked."),
        RetentionRule(
          network: FakeNetwork.name, kind: .privateTalk, days: closed,
          purpose: "Until the matter is closed."),
      ]
    }
    #expect(
      await problem { try await test.desk.keep(rules(31, 9), showsNotes: false, by: test.lead) }?
        .field == "days")
    #expect(
      await problem { try await test.desk.keep(rules(3, 9), showsNotes: false, by: test.alicia) }?
        .code == .forbidden)
    // Shorter times hold for what is there already.
    try await test.desk.keep(rules(3, 9), showsNotes: false, by: test.lead)
    test.pass(.days(4))
    try await test.desk.letWordsGo()
    #expect(try await test.post("a").text.plain == "")
    #expect(try await test.post("p").text.plain == "In private")
    test.pass(.days(6))
    try await test.desk.letWordsGo()
    #expect(try await test.post("p").text.plain == "")
    #expect(try await test.post("t").text.plain == "To you")
    // Longer ones only for what comes: nobody's words stay longer than they were told.
    try await test.says("About you again", id: "a2", toUs: false)
    try await test.desk.keep(rules(20, 900), showsNotes: false, by: test.lead)
    try await test.says("About you once more", id: "a3", toUs: false)
    test.pass(.days(3))
    try await test.desk.letWordsGo()
    #expect(try await test.post("a2").text.plain == "")
    #expect(try await test.post("a3").text.plain != "")
  }

  @Test func theDesksOwnTimesShortenWhatIsThere() async throws {
    let test = try await TestDesk()
    try await test.says("About you", id: "a", toUs: false)
    var settings = try await test.desk.settings()
    settings.daysAboutUs = 5
    let short = settings
    try await test.desk.save(short, by: test.lead)
    test.pass(.days(5))
    try await test.desk.letWordsGo()
    #expect(try await test.post("a").text.plain == "")
  }

  @Test func aRestrictionIsSignedReadAndEndsByItself() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is it ready?", id: "q")
    try await test.desk.restrict(
      test.alicia.member, reason: "Told three people wrong prices.", days: 30, by: test.lead)
    let refused = await problem { _ = try await test.write("It is.", in: id) }
    #expect(refused?.code == .forbidden)
    #expect(refused?.text.english.contains("Told three people wrong prices.") == true)
    #expect(refused?.text.english.contains("Lena") == true)
    #expect(try await test.desk.conversation(id, for: test.alicia).draft?.text == "It is.")
    // It concerns nobody else.
    _ = try await test.write("It is!", in: id, by: test.bruno)
    let view = try await test.desk.voice(of: test.alicia.member, for: test.alicia)
    #expect(view.restrictions.map(\.by) == [test.lead.member])
    #expect(
      await problem { _ = try await test.desk.voice(of: test.alicia.member, for: test.bruno) }?
        .code == .forbidden)
    test.pass(.days(30))
    test.pass(.seconds(1))
    _ = try await test.write("It is, still.", in: id)
    let audit = try await test.store.read { [lead = test.lead] in
      try $0.audit(PageRequest(), kinds: [.voiceRestricted], for: lead)
    }
    #expect(audit.rows.map(\.other) == [test.alicia.member])
  }

  /// The evidence has both sides: what was wrong, and who of those whom it touched came back.
  @Test func besideAReasonStandsWhoWroteAgain() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark()
    try await scene.fixed(mistake)
    try await scene.test.says("Thank you for saying so.", id: "thanks", parent: RemoteID("q"))
    scene.test.pass(.minutes(1))
    try await scene.test.says("I come by on Monday.", id: "more", parent: RemoteID("q"))
    let voice = try await scene.test.desk.voice(
      of: scene.test.alicia.member, against: "Told three people wrong prices.",
      for: scene.test.lead)
    #expect(voice.mistakes.map(\.mistake.id) == [mistake])
    #expect(voice.wroteAgain[mistake]?.map(\.post.remoteID.rawValue) == ["thanks"])
  }

  @Test func whatWaitedToGoOutIsGivenBackWithItsText() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is it ready?", id: "q")
    let reply = try await test.write("It is.", in: id)
    try await test.desk.restrict(
      test.alicia.member, reason: "Told three people wrong prices.", days: 30, by: test.lead)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let kept = try await test.reply(reply)
    #expect(kept.delivery.status == .failed && kept.text == "It is.")
    #expect(test.far.tries == 0)
  }

  @Test func whoIsRestrictedSpeaksByNoOtherWay() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is it ready?", id: "q")
    let reply = try await test.write("It is.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let post = try #require(try await test.reply(reply).delivery.post)
    try await test.desk.restrict(
      test.alicia.member, reason: "Told three people wrong prices.", days: 30, by: test.lead)
    #expect(
      await problem { try await test.desk.edit(post, to: "Free for all!", by: test.alicia) }?.code
        == .forbidden)
    let name = try #require(try await test.store.read { try $0.posts([post]).first?.remoteID })
    #expect(test.far.wording(of: name) == nil)
    // Nothing is taken away of which could not be spoken afterwards.
    let mistake = try await test.desk.mark(
      MistakeReport(post: post, words: "It is not.", said: "It is."), by: test.alicia)
    for way in [Correction.Way.reply, .apologise, .edit, .delete] {
      #expect(
        await problem {
          _ = try await test.desk.fix(
            FixRequest(mistake: mistake.id, way: way, text: "It is not, sorry."), by: test.alicia)
        }?.code == .forbidden, "\(way)")
    }
    #expect(try await test.store.read { try $0.posts([post]).first?.removedAt } == nil)
    // To take away what was wrong is no speaking.
    try await test.desk.delete(post, by: test.alicia)
  }

  @Test func whoWishesNotToBeWrittenToIsNotWrittenToLate() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Never write to me again.", id: "q")
    _ = try await test.write("As you wish.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    test.far.plan([.refused(.refused)])
    let reply = try await test.write("But buy more!", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    #expect(try await test.reply(reply).delivery.status == .failed)
    let person = try await test.personOf("q")
    try await test.desk.setContact(person, allowed: false, by: test.lead)
    test.pass(.minutes(1))
    #expect(
      await problem { try await test.desk.retry(reply, by: test.alicia) }?.code == .conflict)
  }

  @Test func whatTheySaidOnTheirSideNoMemberTakesBack() async throws {
    let test = try await TestDesk()
    try await test.says("Is it ready?", id: "q")
    let person = try await test.personOf("q")
    let visit = try await test.visit(as: "ana")
    try await test.desk.theyWish(contact: false, visit)
    #expect(
      await problem {
        try await test.desk.setContact(person, allowed: true, by: test.alicia)
      }?.code == .conflict)
    #expect(try await test.store.read { try $0.person(person)?.doNotContact } == true)
    test.pass(.minutes(1))
    try await test.desk.theyWish(contact: true, visit)
    // What a member noted, a member takes back.
    try await test.desk.setContact(person, allowed: false, by: test.alicia)
    try await test.desk.setContact(person, allowed: true, by: test.alicia)
    #expect(try await test.store.read { try $0.person(person)?.doNotContact } == false)
  }

  @Test func whoLooksAtSomebodysWordsWithAReasonIsToldToThem() async throws {
    let test = try await TestDesk()
    let (alicia, lead) = (test.alicia, test.lead)
    _ = try await test.desk.voice(of: alicia.member, for: lead)
    #expect(try await test.desk.voice(of: alicia.member, for: alicia).looks.isEmpty)
    for _ in 0..<2 {
      let view = try await test.desk.voice(
        of: alicia.member, against: "Told three people wrong prices.", for: lead)
      #expect(view.showsEvidence)
    }
    let own = try await test.desk.voice(of: alicia.member, for: alicia)
    #expect(own.looks.map(\.member) == [lead.member])
    #expect(try await test.desk.voice(of: test.bruno.member, for: test.bruno).looks.isEmpty)
    let audit = try await test.desk.audit(PageRequest(), for: lead)
    #expect(audit.rows.contains { $0.kind == .voiceLookedAt && $0.other == alicia.member })
  }

  @Test func aRestrictionNeedsAReasonAnotherLeadAndAnEnd() async throws {
    let test = try await TestDesk()
    let member = test.alicia.member
    func refused(
      _ reason: String, _ days: Int, of id: ID<Member>, by viewer: Viewer
    ) async -> Problem.Code? {
      await problem { try await test.desk.restrict(id, reason: reason, days: days, by: viewer) }?
        .code
    }
    let reason = "Told three people wrong prices."
    #expect(await refused("  no  ", 7, of: member, by: test.lead) == .invalid)
    #expect(await refused(reason, 31, of: member, by: test.lead) == .invalid)
    #expect(await refused(reason, 7, of: member, by: test.bruno) == .forbidden)
    #expect(await refused(reason, 7, of: test.lead.member, by: test.lead) == .conflict)
    #expect(await refused(reason, 7, of: test.observer.member, by: test.lead) == .notFound)
    #expect(await refused(reason, 7, of: member, by: test.lead) == nil)
    #expect(await refused(reason, 7, of: member, by: test.lead) == .conflict)
    // A failed reply is not sent around it.
    let id = try await test.says("Is it ready?", id: "q")
    try await test.desk.liftRestriction(of: member, by: test.lead)
    let reply = try await test.write("It is.", in: id)
    try await test.store.write { tx in
      var failed = try #require(try tx.reply(reply))
      failed.delivery.status = .failed
      try tx.update(failed)
    }
    #expect(await refused(reason, 7, of: member, by: test.lead) == nil)
    #expect(
      await problem { try await test.desk.retry(reply, by: test.alicia) }?.code == .forbidden)
    try await test.desk.discard(reply, by: test.alicia)
    #expect(try await test.desk.conversation(id, for: test.alicia).draft?.text == "It is.")
  }
}
