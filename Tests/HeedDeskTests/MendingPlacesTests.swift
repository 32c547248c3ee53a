import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Whom a mistake touched, however many there are; and what is left to be done where the same words stood.
@Suite struct MendingPlacesTests {
  @Test func whoQuotedItWhileItWasWrongIsTouchedHoweverManyQuoteItLater() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    func quote(_ name: String) async throws {
      var post = FakeNetwork.post(
        name, "Good to know, I am \(name)", by: name, at: test.clock.now(), toUs: false)
      post.quoted = scene.wrong.remoteID
      try await test.hear([.post(post)])
      test.pass(.seconds(1))
    }
    try await quote("early")
    let mistake = try await scene.mark()
    try await scene.fixed(mistake)
    for number in 0..<55 { try await quote("late\(number)") }
    let kept = try await test.desk.mistake(mistake, for: test.alicia)
    #expect(
      kept.touched.answerers.filter { $0.act == .quoted }.map(\.handle.name) == ["Early"])
    #expect(kept.stands.quotes.count == 50 && kept.stands.hasMoreQuotes)
  }

  @Test func whatWasTakenAwayElsewhereAndNotSaidKeepsItsRow() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let talk = try await test.says("Is there a charger?", id: "q2", by: "ben")
    _ = try await test.write("Yes Ben, the charger is in the box!", in: talk)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let mistake = try await scene.mark()
    let other = try #require(
      try await test.desk.mistake(mistake, for: test.alicia).stands.ours.first)
    let request = FixRequest(
      mistake: mistake, way: .delete, text: "I took that back, Ben.", post: other.id, anyway: true)
    let reply = try #require(try await test.desk.fix(request, by: test.alicia))
    try await test.desk.takeBack(reply.id, by: test.alicia)
    let kept = try await test.desk.mistake(mistake, for: test.alicia)
    #expect(kept.story.elsewhere.last?.outcome == .unsaid)
    #expect(kept.stands.ours.map(\.id) == [other.id])
    #expect(kept.standing[other.id] != nil)
  }

  @Test func onePersonWithTwoNamesWhoLikedItWithBothIsOne() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    for name in ["fay", "fay2"] { try await test.says("Hello", id: name, by: name) }
    let handles = try await test.store.read { tx in
      try tx.handles(FakeNetwork.name, remoteIDs: ["fay", "fay2"].map { RemoteID($0) })
    }
    var second = try #require(handles.first { $0.remoteID == RemoteID("fay2") })
    second.person = handles.first { $0.remoteID == RemoteID("fay") }?.person
    try await test.store.write { [second] in try $0.update(second) }
    for name in ["fay", "fay2"] {
      try await test.hear([
        .reaction(
          RemoteReaction(
            kind: .liked, post: scene.wrong.remoteID, by: FakeNetwork.handle(name),
            at: test.clock.now()))
      ])
    }
    let touched = try await test.desk.mistake(scene.mark(), for: test.alicia).touched
    #expect(touched.known.count == 1 && touched.leftInPeace == 0)
  }
}
