import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct ReplyTests {
  private static func draft(_ test: TestDesk, _ id: ID<Conversation>, by viewer: Viewer)
    async throws -> Draft?
  {
    try await test.store.read { try $0.draft(of: id, by: viewer.member) }
  }

  /// A double click, or the same form once more because its answer got lost.
  @Test func theSameFormTwiceSaysItOnce() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is it ready?", id: "q")
    let form = ReplyRequest(conversation: id, text: "It is.", seen: nil)
    let both = try await withThrowingTaskGroup(of: ID<Reply>.self) { group in
      for _ in 0..<2 {
        group.addTask { try await test.desk.send(form, by: test.alicia).id }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(both).count == 1)
    #expect(try await test.desk.conversation(id, for: test.alicia).draft == nil)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    #expect(test.texts() == ["It is."])
    _ = try await test.desk.send(form, by: test.alicia)
    #expect(try await test.desk.conversation(id, for: test.alicia).draft == nil)
    // Whoever read what they said and says it again means it.
    var again = form
    again.seen = both[0]
    let second = try await test.desk.send(again, by: test.alicia)
    #expect(second.id != both[0])
    // What came back to its writer goes out again from the same form.
    try await test.desk.takeBack(second.id, by: test.alicia)
    #expect(try await test.desk.send(again, by: test.alicia).id != second.id)
  }

  @Test func aTextThatIsTooLongIsRefusedWithItsOvershootAndKept() async throws {
    let test = try await TestDesk(limit: 20)
    try await test.desk.change(
      test.account, custom: .initials, answerers: [test.alicia.member], by: test.lead)
    let id = try await test.says("Hello?", id: "q")
    // Sixteen and the signature " ^AL" fill the place to the last.
    let told = await problem {
      _ = try await test.desk.send(
        .init(conversation: id, text: String(repeating: "x", count: 19)), by: test.alicia)
    }
    #expect(told?.text.english == "This is 3 over the 20 that fit there. Your draft is kept.")
    #expect(told?.field == "text")
    #expect(try await Self.draft(test, id, by: test.alicia)?.text.count == 19)
    let reply = try await test.desk.send(
      .init(conversation: id, text: String(repeating: "x", count: 16)), by: test.alicia)
    #expect(reply.signedText == String(repeating: "x", count: 16) + " ^AL")
  }

  @Test func theWarningCountsAsLength() async throws {
    let test = try await TestDesk(limit: 20)
    let id = try await test.says("Hello?", id: "q")
    let told = await problem {
      _ = try await test.desk.send(
        .init(conversation: id, text: "0123456789", warning: "0123456789abc"), by: test.alicia)
    }
    #expect(told?.text.english.contains("3 over the 20") == true)
  }

  @Test(arguments: [
    (SignatureCustom.initials, "Yes. ^AL"), (.name, "Yes.\n– Alicia"), (.none, "Yes."),
  ])
  func aReplySaysWhoWroteItAsTheAccountsCustomHasIt(_ custom: SignatureCustom, _ signed: String)
    async throws
  {
    let test = try await TestDesk()
    try await test.desk.change(
      test.account, custom: custom, answerers: [test.alicia.member], by: test.lead)
    let id = try await test.says("Open?", id: "q")
    let reply = try await test.desk.send(
      .init(conversation: id, text: "  Yes.\n"), by: test.alicia)
    #expect(reply.text == "Yes.")
    #expect(reply.signedText == signed)
    #expect(try await Self.draft(test, id, by: test.alicia) == nil)
  }

  @Test func nothingIsNoReply() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Open?", id: "q")
    #expect(
      await problem {
        _ = try await test.desk.send(.init(conversation: id, text: " \n"), by: test.alicia)
      }?
      .code == .invalid)
  }

  @Test func whatAColleagueHasIsAnsweredOnlyKnowingly() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Open?", id: "q")
    try await test.desk.claim(id, by: test.bruno)
    let told = await problem {
      _ = try await test.desk.send(.init(conversation: id, text: "Yes."), by: test.alicia)
    }
    #expect(told?.code == .conflict)
    #expect(told?.text.english == "Bruno has this just now. Your draft is kept.")
    #expect(try await Self.draft(test, id, by: test.alicia)?.text == "Yes.")
    _ = try await test.desk.send(
      .init(conversation: id, text: "Yes.", anyway: true), by: test.alicia)
    #expect(try await test.store.read { try $0.claim(of: id)?.member } == test.bruno.member)
  }

  @Test func whoseColleagueAnsweredMeanwhileReadsItFirst() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Open?", id: "q")
    let first = try await test.desk.send(.init(conversation: id, text: "Yes."), by: test.bruno)
    try await test.desk.release(id, by: test.bruno)
    test.pass(.seconds(1))
    let told = await problem {
      _ = try await test.desk.send(.init(conversation: id, text: "Sure."), by: test.alicia)
    }
    #expect(told?.text.english == "Bruno answered meanwhile. Read it first; your draft is kept.")
    _ = try await test.desk.send(
      .init(conversation: id, text: "Sure.", seen: first.id), by: test.alicia)
  }

  @Test func whatAColleagueTookBackStandsInNobodysWay() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Open?", id: "q")
    let first = try await test.desk.send(.init(conversation: id, text: "Yes."), by: test.bruno)
    try await test.desk.takeBack(first.id, by: test.bruno)
    try await test.desk.release(id, by: test.bruno)
    _ = try await test.desk.send(.init(conversation: id, text: "Sure."), by: test.alicia)
  }

  @Test(arguments: Visibility.allCases)
  func anAnswerIsNeverSeenByMoreThanWhatItAnswers(_ said: Visibility) async throws {
    let test = try await TestDesk()
    let id = try await test.says("Open?", id: "q", visibility: said)
    let order = Visibility.allCases
    for wanted in [nil] + order.map(Optional.some) {
      let reply = try await test.desk.send(
        .init(conversation: id, text: "Yes.", visibility: wanted), by: test.alicia)
      let least = try #require(order.firstIndex(of: said))
      let got = try #require(order.firstIndex(of: reply.visibility))
      #expect(got >= least)
      #expect(got == max(least, order.firstIndex(of: wanted ?? said) ?? 0))
      test.pass(.milliseconds(3))
    }
  }

  @Test func nobodySpeaksThroughAnotherMembersOwnHandle() async throws {
    let test = try await TestDesk()
    let own = try await test.connect("lena", by: test.lead, lending: true)
    let id = try await test.says("Open?", id: "q")
    #expect(
      await problem {
        _ = try await test.desk.send(
          .init(conversation: id, account: own, text: "Yes."), by: test.alicia)
      }?.code == .forbidden)
    let reply = try await test.desk.send(
      .init(conversation: id, account: own, text: "Yes."), by: test.lead)
    #expect(reply.account == own)
    #expect(reply.signedText == "Yes.")
  }

  @Test func aChosenAccountThatIsGoneIsNotReplacedByAnother() async throws {
    let test = try await TestDesk()
    let second = try await test.connect("second", by: test.lead)
    let id = try await test.says("Open?", id: "q")
    try await test.desk.remove(second, by: test.lead)
    #expect(
      await problem {
        _ = try await test.desk.send(
          .init(conversation: id, account: second, text: "Yes."), by: test.alicia)
      }?.code == .invalid)
    #expect(try await Self.draft(test, id, by: test.alicia)?.text == "Yes.")
  }

  @Test func whatTheyTookAwayIsNotAnsweredUnawares() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Open?", id: "q")
    let asked = try await test.post("q")
    try await test.says("And on Sunday?", id: "q2", parent: RemoteID("q"))
    try await test.hear([.removed(RemoteID("q"))])
    let told = await problem {
      _ = try await test.desk.send(
        .init(conversation: id, inReplyTo: asked.id, text: "Yes."), by: test.alicia)
    }
    #expect(told?.code == .conflict)
    let elsewhere = try await test.says("Other", id: "other", by: "ben")
    _ = elsewhere
    let other = try await test.post("other")
    #expect(
      await problem {
        _ = try await test.desk.send(
          .init(conversation: id, inReplyTo: other.id, text: "Yes."), by: test.alicia)
      }?.code == .conflict)
    let reply = try await test.desk.send(.init(conversation: id, text: "Yes."), by: test.alicia)
    #expect(reply.inReplyTo == (try await test.post("q2")).id)
  }

  @Test func withinTheUndoWindowItComesBackAsADraft() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Open?", id: "q")
    let reply = try await test.write("Yes.", in: id)
    test.pass(.seconds(9))
    #expect(
      await problem { try await test.desk.takeBack(reply, by: test.bruno) }?.code == .notFound)
    try await test.desk.takeBack(reply, by: test.alicia)
    #expect(try await Self.draft(test, id, by: test.alicia)?.text == "Yes.")
    test.pass(.minutes(5))
    try await Deliveries(test).look()
    #expect(test.texts() == [])
    #expect(
      await problem { try await test.desk.takeBack(reply, by: test.alicia) }?.code == .conflict)
  }

  @Test func whatWasTypedMeanwhileStaysBesideWhatComesBack() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Open?", id: "q")
    let reply = try await test.write("Yes.", in: id)
    try await test.desk.save(
      Draft(
        member: test.alicia.member, conversation: id, text: "Also:", savedAt: test.clock.now()),
      by: test.alicia)
    try await test.desk.takeBack(reply, by: test.alicia)
    #expect(try await Self.draft(test, id, by: test.alicia)?.text == "Yes.\n\nAlso:")
  }

  @Test func onItsWayItCannotBeTakenBack() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Open?", id: "q")
    let reply = try await test.write("Yes.", in: id)
    test.far.plan([.refused(.temporary)])
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    #expect(
      await problem { try await test.desk.takeBack(reply, by: test.alicia) }?.code == .conflict)
    #expect(try await Self.draft(test, id, by: test.alicia) == nil)
  }

  @Test func aTakenBackAnswerToTalkAboutUsLeavesItWaiting() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Has anybody tried the shop?", id: "q", toUs: false)
    let reply = try await test.write("We are here.", in: id)
    #expect(try await test.conversation(id).state == .waiting)
    try await test.desk.takeBack(reply, by: test.alicia)
    #expect(try await test.conversation(id).state == .waiting)
    #expect(try await test.events(of: id).contains(.takenUp))
  }

  @Test func draftsAreSeenByTheirWriterAlone() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Open?", id: "q")
    try await test.desk.save(
      Draft(
        member: test.bruno.member, conversation: id, text: "Hm", savedAt: test.clock.now()),
      by: test.alicia)
    #expect(try await test.desk.conversation(id, for: test.alicia).draft?.text == "Hm")
    for viewer in [test.bruno, test.lead, test.observer] {
      #expect(try await test.desk.conversation(id, for: viewer).draft == nil)
    }
  }

  @Test func anEmptyDraftIsNoDraft() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Open?", id: "q")
    for text in ["Hm", "  "] {
      try await test.desk.save(
        Draft(
          member: test.alicia.member, conversation: id, text: text, savedAt: test.clock.now()),
        by: test.alicia)
    }
    #expect(try await Self.draft(test, id, by: test.alicia) == nil)
  }
}
