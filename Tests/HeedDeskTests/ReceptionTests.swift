import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What came back to a reply and to a fix: from those spoken to, and from those who joined in.
@Suite struct ReceptionTests {
  @Test func whomItWasSaidToAndWhoJoinedInAreToldApart() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    test.pass(.minutes(1))
    try await test.says("Thank you!", id: "a1", parent: scene.wrong.remoteID)
    try await test.says("Not in mine.", id: "b1", by: "ben", parent: scene.wrong.remoteID)
    try await test.says(
      "Nor in mine, Ben.", id: "c1", by: "cem", parent: RemoteID("b1"), toUs: false)
    let rows = try await test.desk.whatCameBack(PageRequest(), for: test.alicia).rows
    let reception = try #require(rows.first)
    #expect(rows.count == 1 && reception.post.id == scene.wrong.id)
    #expect(reception.addressed.map(\.post.remoteID.rawValue) == ["a1"])
    // All at one moment: what answers may well have the smaller number.
    #expect(Set(reception.bystanders.map(\.post.remoteID.rawValue)) == ["b1", "c1"])
    // Their own alone: of colleagues nobody reads it.
    #expect(try await test.desk.whatCameBack(PageRequest(), for: test.lead).rows.isEmpty)
    // On Today whoever joined in is marked.
    let today = try await test.desk.today(PageRequest(), for: test.alicia)
    #expect(Set(today.cameBack.rows.map(\.post.remoteID.rawValue)) == ["a1", "b1"])
    #expect(today.joinedIn == [try await test.post("b1").id])
  }

  @Test func whatIsSaidAfterWeSpokeAgainCameBackToTheLaterWords() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    test.pass(.minutes(1))
    try await test.says("Really?", id: "a1", parent: scene.wrong.remoteID)
    _ = try await test.write("I looked: no.", in: scene.conversation)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let second = try #require(test.far.accepted.last?.id)
    try await test.says("Thank you.", id: "a2", parent: second)
    let rows = try await test.desk.whatCameBack(PageRequest(), for: test.alicia).rows
    #expect(
      rows.map { $0.addressed.map(\.post.remoteID.rawValue) } == [["a2"], ["a1"]])
    let page = try await test.desk.whatCameBack(PageRequest(limit: 1), for: test.alicia)
    #expect(page.rows.first?.post.post.remoteID == second)
    let rest = try await test.desk.whatCameBack(
      PageRequest(limit: 1, after: page.next), for: test.alicia)
    #expect(rest.rows.map(\.post.id) == [scene.wrong.id] && rest.next == nil)
  }

  @Test func programsAndSpamAreNobodyWhoJoinedIn() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    test.pass(.minutes(1))
    var robot = FakeNetwork.post(
      "r", "beep", by: "robo", at: test.clock.now(), parent: scene.wrong.remoteID)
    robot.author.isBot = true
    try await test.hear([.post(robot)])
    let rows = try await test.desk.whatCameBack(PageRequest(), for: test.alicia).rows
    #expect(rows.first?.isSilent == true)
  }

  @Test func afterAFixWhomItWasSaidToIsNoBystander() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    test.pass(.minutes(1))
    let mistake = try await scene.mark()
    try await scene.fixed(mistake)
    // Ana had asked, and never answered the wrong words.
    try await test.says("Good to know.", id: "a1", parent: scene.wrong.remoteID)
    try await test.says("An honest shop.", id: "b1", by: "ben", parent: scene.wrong.remoteID)
    let after = try await test.desk.mistake(mistake, for: test.alicia).aftermath
    #expect(after.wroteAgain.map(\.post.remoteID.rawValue) == ["a1"])
    #expect(after.bystanders.map(\.post.remoteID.rawValue) == ["b1"])
  }

  @Test func whatStandsBelowAFixSaidElsewhereBelongsToIt() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await scene.mark()
    let reply = try #require(try await scene.fix(mistake, .delete, "I took that back: wrong."))
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let fix = try #require(
      try await test.store.read { tx in
        try tx.reply(reply.id)?.delivery.post.flatMap { try tx.posts([$0]).first }
      })
    // It stands below what was asked, not below the words that are gone.
    #expect(fix.parent == scene.asked.id)
    test.pass(.minutes(1))
    try await test.says("Thanks for saying so.", id: "a1", parent: fix.remoteID)
    try await test.says("Noted.", id: "b1", by: "ben", parent: fix.remoteID)
    let after = try await test.desk.mistake(mistake, for: test.alicia).aftermath
    #expect(after.aboutIt == after.wroteAgain)
    #expect(after.wroteAgain.map(\.post.remoteID.rawValue) == ["a1"])
    #expect(after.bystanders.map(\.post.remoteID.rawValue) == ["b1"])
  }

  @Test func whatComesBackAfterAFixReturnsToWhoeverMendedItToo() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await scene.mark()
    _ = try await scene.fix(mistake, .edit, "No charger.", by: test.lead)
    test.pass(.minutes(1))
    try await test.says("Thanks.", id: "a1", parent: scene.wrong.remoteID)
    for viewer in [test.alicia, test.lead] {
      let rows = try await test.desk.today(PageRequest(), for: viewer).cameBack.rows
      #expect(rows.map(\.post.remoteID.rawValue) == ["a1"])
    }
    #expect(try await test.desk.today(PageRequest(), for: test.bruno).cameBack.rows.isEmpty)
  }
}
