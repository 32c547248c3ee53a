import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What we said stays on the record (law 5).
@Suite struct OwnPostTests {
  private static func answered(_ test: TestDesk) async throws -> (ID<Conversation>, Post) {
    let id = try await test.says("Open on Sunday?", id: "q")
    _ = try await test.write("Yes, from ten.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    return (id, try await test.post(test.far.accepted[0].id.rawValue))
  }

  @Test func anEditKeepsTheEarlierWordingAndWhoChangedIt() async throws {
    let test = try await TestDesk()
    let (id, post) = try await Self.answered(test)
    test.pass(.minutes(1))
    try await test.desk.edit(post.id, to: "No, closed on Sundays.", by: test.alicia)
    #expect(test.far.wording(of: post.remoteID) == "No, closed on Sundays.")
    #expect(try await test.post(post.remoteID.rawValue).text.plain == "No, closed on Sundays.")
    let revisions = try await test.store.read { try $0.revisions(of: [post.id]) }
    #expect(revisions.map(\.text.plain) == ["Yes, from ten."])
    #expect(revisions.map(\.by) == [test.alicia.member])
    #expect(try await test.events(of: id).last == .ownPostEdited)
  }

  /// A form that was opened before a colleague mended the post does not undo it.
  @Test func anEditOverWordsThatNobodySawIsRefused() async throws {
    let test = try await TestDesk()
    let (_, post) = try await Self.answered(test)
    test.pass(.minutes(1))
    try await test.desk.edit(post.id, to: "No, closed.", seen: post.wording, by: test.alicia)
    let told = await problem {
      try await test.desk.edit(
        post.id, to: "Yes, from ten sharp.", seen: post.wording, by: test.lead)
    }
    #expect(told?.code == .conflict)
    #expect(test.far.wording(of: post.remoteID) == "No, closed.")
    let now = try await test.post(post.remoteID.rawValue)
    try await test.desk.edit(
      post.id, to: "No, closed, sorry.", seen: now.wording, by: test.lead)
    #expect(test.far.wording(of: post.remoteID) == "No, closed, sorry.")
  }

  @Test func anEditToldByTheStreamAsWellIsKeptOnce() async throws {
    let test = try await TestDesk()
    let (_, post) = try await Self.answered(test)
    test.pass(.minutes(1))
    try await test.desk.edit(post.id, to: "No, closed.", by: test.alicia)
    var echo = FakeNetwork.echo(test.far.accepted[0], edited: "No, closed.")
    echo.editedAt = test.clock.now()
    try await test.hear([.post(echo)])
    let revisions = try await test.store.read { try $0.revisions(of: [post.id]) }
    #expect(revisions.map(\.text.plain) == ["Yes, from ten."])
  }

  @Test func anEditThatDoesNotFitIsRefused() async throws {
    let test = try await TestDesk(limit: 20)
    let (_, post) = try await Self.answered(test)
    let told = await problem {
      try await test.desk.edit(
        post.id, to: String(repeating: "x", count: 23), by: test.alicia)
    }
    #expect(told?.text.english.hasPrefix("This is 3 over the 20") == true)
    #expect(test.far.wording(of: post.remoteID) == nil)
  }

  @Test func whatWeTakeAwayStaysOnTheRecordAndTheyWaitAgain() async throws {
    let test = try await TestDesk()
    let (id, post) = try await Self.answered(test)
    #expect(try await test.conversation(id).state == .answered)
    test.pass(.minutes(1))
    try await test.desk.delete(post.id, by: test.alicia)
    #expect(test.far.deleted == [post.remoteID])
    let revisions = try await test.store.read { try $0.revisions(of: [post.id]) }
    #expect(revisions.map(\.text.plain) == ["Yes, from ten."])
    #expect(try await test.post(post.remoteID.rawValue).removedAt != nil)
    #expect(try await test.conversation(id).state == .waiting)
    try await test.hear([.removed(post.remoteID)])
    #expect(try await test.store.read { try $0.revisions(of: [post.id]) }.count == 1)
    #expect(
      await problem { try await test.desk.delete(post.id, by: test.alicia) }?.code == .notFound)
  }

  @Test func onlyItsWriterOrALeadChangesAPostOfOurs() async throws {
    let test = try await TestDesk()
    let (_, post) = try await Self.answered(test)
    for viewer in [test.bruno, test.observer] {
      #expect(
        await problem { try await test.desk.edit(post.id, to: "Hm", by: viewer) }?.code
          == .forbidden)
      #expect(
        await problem { try await test.desk.delete(post.id, by: viewer) }?.code == .forbidden)
    }
    try await test.desk.edit(post.id, to: "No.", by: test.lead)
    let theirs = try await test.post("q")
    #expect(
      await problem { try await test.desk.edit(theirs.id, to: "Hm", by: test.lead) }?.code
        == .notFound)
  }

  @Test func whatWeSaidOutlivesEveryRetention() async throws {
    let test = try await TestDesk()
    let (_, post) = try await Self.answered(test)
    test.pass(.days(5000))
    try await test.desk.letWordsGo()
    #expect(try await test.post(post.remoteID.rawValue).text.plain == "Yes, from ten.")
    #expect(try await test.post("q").text.plain == "")
  }
}
