import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// A post of ours, below which Ana asks and then Ben: what each says and gets is theirs.
@Suite struct OneThreadTests {
  @Test func whatOneSaysOnTheirSidePutsNobodyElseToRest() async throws {
    let test = try await TestDesk()
    let id = try await test.askedBelowOurs()
    let (ana, ben) = (try await test.visit(as: "ana"), try await test.visit(as: "ben"))
    let line = { try await test.desk.today(PageRequest(), for: test.alicia).waiting.rows }
    try await test.desk.theySay(notToday: id, days: 2, ana)
    #expect(try await line().map(\.handle?.name) == ["Ben"])
    try await test.desk.theySay(solved: id, ana)
    #expect(try await line().map(\.handle?.name) == ["Ben"])
    // Who joined may say it, too, and then nobody waits.
    try await test.desk.theySay(fine: id, ben)
    try await test.desk.theySay(solved: id, ben)
    #expect(try await line().isEmpty)
    #expect(try await test.conversation(id).state == .solved)
    let talk = try #require(try await test.desk.theirSide(ben).conversations.first)
    #expect(talk.isOthers && talk.isTheirsToSay)
    #expect(talk.words.map(\.kind) == [.fine, .solved])
  }

  @Test func aRestThatEndsBesideSomebodyWhoWaitsComesBackIntoTheLine() async throws {
    let test = try await TestDesk()
    let id = try await test.askedBelowOurs()
    try await test.desk.theySay(notToday: id, days: 1, try await test.visit(as: "ana"))
    #expect(try await test.conversation(id).waitingPost == (try await test.post("b").id))
    test.pass(.hours(25))
    try await test.desk.wakeSnoozed()
    #expect(try await test.conversation(id).waitingPost == (try await test.post("a").id))
  }

  @Test func whoOnlyTalksToOthersThereDecidesNothing() async throws {
    let test = try await TestDesk()
    let id = try await test.askedBelowOurs()
    try await test.hear([
      .post(
        FakeNetwork.post(
          "c", "Ask Ben.", by: "cem", at: test.clock.now(), parent: RemoteID("a"), toUs: false))
    ])
    let visit = try await test.visit(as: "cem")
    #expect(await problem { try await test.desk.theySay(solved: id, visit) }?.code == .notFound)
    #expect(try await test.desk.theirSide(visit).conversations.allSatisfy { !$0.isTheirsToSay })
  }

  @Test func doneClosesWhatThePageShowedAndNoMore() async throws {
    let test = try await TestDesk()
    let id = try await test.askedBelowOurs()
    let shown = try await test.desk.conversation(id, for: test.alicia).heardAt
    test.pass(.minutes(1))
    try await test.says("And on Monday?", id: "c", by: "ben", parent: RemoteID("b"))
    test.pass(.minutes(1))
    try await test.desk.close(id, reason: .done, post: nil, heard: shown, by: test.alicia)
    #expect(try await test.conversation(id).waitingPost == (try await test.post("c").id))
    try await test.desk.snooze(
      id, until: test.clock.now() + .days(1), heard: shown, by: test.alicia)
    #expect(try await test.conversation(id).state == .waiting)
    var request = ReplyRequest(
      conversation: id, inReplyTo: try await test.post("b").id, text: "Yes.", anyway: true)
    request.heard = shown
    _ = try await test.desk.send(request, by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    #expect(try await test.conversation(id).waitingPost == (try await test.post("c").id))
  }

  @Test func whatCameBackIsToldOfWhomTheReplySpeaksTo() async throws {
    let test = try await TestDesk()
    let id = try await test.askedBelowOurs()
    func answer(_ post: String, _ text: String) async throws -> Reply {
      let asked = try await test.post(post).id
      let reply = try await test.desk.send(
        .init(conversation: id, inReplyTo: asked, text: text, anyway: true), by: test.alicia)
      test.pass(.seconds(11))
      try await Deliveries(test).look()
      return try await test.reply(reply.id)
    }
    let (ana, ben) = (try await answer("a", "From ten."), try await answer("b", "Those too."))
    func came(_ reply: Reply) async throws -> EarlierAnswer.Came {
      try await test.store.read { try Desk.came(back: reply, $0, for: test.alicia) }
    }
    test.pass(.minutes(1))
    let said = try #require(ana.delivery.post)
    let name = try #require(try await test.store.read { try $0.posts([said]).first?.remoteID })
    try await test.says("Thank you so much!", id: "c", by: "cem", parent: name)
    #expect(try await came(ana) == .others)
    #expect(try await came(ben) == .nothing)
    // Who answers themselves rather than us came back all the same.
    try await test.says(
      "Thank you so much, that is great!", id: "b2", by: "ben", parent: RemoteID("b"))
    #expect(try await came(ben) == .thanks)
    #expect(try await came(ana) == .others)
    try await test.desk.theySay(solved: id, try await test.visit(as: "ana"))
    #expect(try await came(ana) == .solved)
    #expect(try await came(ben) == .thanks)
    try await test.desk.close(
      id, reason: .solved, post: try await test.post("b2").id, by: test.alicia)
    #expect(try await came(ben) == .solved)
  }

  @Test func whomAMistakeTouchedIsWhoTheListOfPeopleNames() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    test.pass(.minutes(1))
    try await test.says("Which one fits?", id: "a1", by: "ben", parent: scene.wrong.remoteID)
    try await test.says("It is not, I looked.", id: "a2", by: "cleo", parent: RemoteID("a1"))
    let asked = try #require(scene.wrong.parent)
    let name = try #require(try await test.store.read { try $0.posts([asked]).first?.remoteID })
    try await test.says("And on Monday?", id: "a3", by: "dora", parent: name)
    let mistake = try await scene.mark(told: try await test.post("a2").id)
    let touched = try await test.desk.mistake(mistake, for: test.alicia).touched
    let people = try await test.desk.people("", in: .wronged, PageRequest(), for: test.alicia)
    #expect(Set(touched.answerers.map(\.handle.name)) == ["Ana", "Ben", "Cleo"])
    #expect(Set(people.rows.map(\.id)) == Set(touched.answerers.compactMap(\.handle.person)))
  }

  @Test func aDraftIsLookedAtAsAnAnswerToWhatItAnswers() async throws {
    let test = try await TestDesk()
    let id = try await test.askedBelowOurs()
    try await test.says("Call 0151 234 5678.", id: "p", by: "ana", visibility: .private)
    try await test.says(
      "Only for you: 44-12345.", id: "b2", by: "ben", parent: RemoteID("b"), visibility: .private)
    let (ana, ben) = (try await test.post("a").id, try await test.post("b").id)
    let (draft, secret) = ("We call 0151 234 5678.", try await test.post("b2").id)
    func unsaid(_ post: ID<Post>) async throws -> Set<UnsaidFact.Known> {
      Set(
        try await test.desk.unsaid(
          in: draft, visibility: nil, answering: post, of: id, for: test.alicia
        ).map(\.known))
    }
    // The last words are private and somebody else's: the answer to Ana is public all the same.
    #expect(try await unsaid(ana) == [.privately])
    // To Ben it is somebody else's.
    #expect(try await unsaid(ben) == [.nowhere])
    #expect(try await unsaid(secret) == [])
  }

  @Test func notesThatMayBeAboutOthersAreWithheldAndThatIsSaid() async throws {
    let test = try await TestDesk()
    try await test.desk.keep([], showsNotes: true, by: test.lead)
    let us = try #require(
      try await test.store.read { try $0.handles(try $0.accounts().map(\.handle)).first })
    var ours = FakeNetwork.post("root", "Open on Sunday.", at: test.clock.now(), toUs: false)
    ours.author = RemoteHandle(remoteID: us.remoteID, address: us.address, name: us.name)
    try await test.hear([.post(ours)])
    test.pass(.minutes(1))
    let root = RemoteID("root")
    let id = try await test.says("From when?", id: "a", by: "ana", parent: root)
    test.pass(.minutes(1))
    try await test.desk.note(id, text: "Asked in spring, too", by: test.alicia)
    test.pass(.minutes(1))
    try await test.says("With repairs?", id: "b", by: "ben", parent: root)
    test.pass(.minutes(1))
    try await test.desk.note(id, text: "Shouted at Bruno once", by: test.alicia)
    try await test.desk.note(id, text: "@ben@fake.example was rude", by: test.alicia)
    let ana = try #require(
      try await test.desk.theirSide(try await test.visit(as: "ana")).conversations.first)
    #expect(ana.notes.map(\.text) == ["Asked in spring, too"])
    #expect(ana.withheldNotes == 2)
    let ben = try #require(
      try await test.desk.theirSide(try await test.visit(as: "ben")).conversations.first)
    #expect(ben.notes.map(\.text) == ["@ben@fake.example was rude"])
    #expect(ben.withheldNotes == 2)
    let export = try await test.desk.export(try await test.personOf("a"), by: test.lead)
    #expect(export.notes.map(\.text) == ["Asked in spring, too"])
    #expect(export.withheldNotes == 2)
    let stored = export.tables.first { $0.name == "team_notes" }?.rows.count
    #expect(stored == 1)
    let file = String(decoding: try export.json(), as: UTF8.self)
    #expect(!file.contains("Bruno once") && !file.contains("was rude"))
    #expect(file.contains("2 notes of the team"))
    // What names whoever is erased goes, whoever began the thread.
    try await test.desk.forgetThem(try await test.visit(as: "ben"))
    #expect(try await Grep.holds("was rude", test.database) == false)
  }
}

extension TestDesk {
  /// A post of our own account, and what Ana and then Ben ask below it: `a` and `b`.
  func askedBelowOurs() async throws -> ID<Conversation> {
    let us = try #require(
      try await store.read { try $0.handles(try $0.accounts().map(\.handle)).first })
    var ours = FakeNetwork.post("root", "We are open on Sunday.", at: clock.now(), toUs: false)
    ours.author = RemoteHandle(remoteID: us.remoteID, address: us.address, name: us.name)
    try await hear([.post(ours)])
    pass(.minutes(1))
    let root = RemoteID("root")
    let id = try await says("From when?", id: "a", by: "ana", parent: root)
    pass(.minutes(1))
    #expect(try await says("With repairs?", id: "b", by: "ben", parent: root) == id)
    pass(.minutes(1))
    return id
  }
}
