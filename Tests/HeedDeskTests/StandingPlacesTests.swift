import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Each place where the same still stands is mended by its own ways; who passed it on in words of their own was touched,
/// and whoever writes again is told as a fact.
@Suite struct StandingPlacesTests {
  /// Alicia said it in two conversations, the second time as an answer to Ben.
  private static func twice(limit: Int = 200) async throws -> (MistakeDesk, Post, ID<Mistake>) {
    let scene = try await MistakeDesk(limit: limit)
    let test = scene.test
    let talk = try await test.says("Is there a charger?", id: "q2", by: "ben")
    _ = try await test.write("Yes Ben, the charger is in the box!", in: talk)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let mistake = try await scene.mark()
    let stands = try await test.desk.mistake(mistake, for: test.alicia).stands
    return (scene, try #require(stands.ours.first).post, mistake)
  }

  @Test func eachPlaceHasTheWaysOfWhoeverLooks() async throws {
    let (scene, other, mistake) = try await Self.twice()
    let test = scene.test
    let own = try #require(
      try await test.desk.mistake(mistake, for: test.alicia).standing[other.id])
    #expect(own.ways.filter { $0.unless == nil }.map(\.way) == Correction.Way.allCases)
    #expect(own.capabilities?.canEdit == true)
    // Who did not write it corrects it below, and reads why nothing else is open.
    let carlas = try #require(
      try await test.desk.mistake(mistake, for: test.carla).standing[other.id])
    let closed = carlas.ways.filter { $0.unless != nil }.map(\.way)
    #expect(Set(closed) == [.edit, .delete])
  }

  @Test func whatStandsElsewhereIsTakenAwayAndSaidFromItsOwnRow() async throws {
    let (scene, other, mistake) = try await Self.twice()
    let test = scene.test
    _ = try await test.desk.fix(
      FixRequest(
        mistake: mistake, way: .delete, text: "I took that back, Ben: no charger.",
        post: other.id, anyway: true), by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let kept = try await test.desk.mistake(mistake, for: test.alicia)
    let last = try #require(kept.story.elsewhere.last)
    #expect(last.post == other.id && last.way == .delete && last.doneSince != nil)
    #expect(kept.story.state == .open, "the first still stands")
    #expect(try await test.store.read { try $0.posts([other.id]).first?.removedAt } != nil)
    let said = try await test.store.read { tx in
      try tx.thread(other.conversation, for: test.alicia).map(\.post.text.plain)
    }
    #expect(said.last?.contains("I took that back, Ben") == true)
  }

  @Test func whereAnAccountIsGoneOnlyTheHandIsLeft() async throws {
    let (scene, other, mistake) = try await Self.twice()
    let test = scene.test
    try await test.desk.remove(test.account, by: test.lead)
    let place = try #require(
      try await test.desk.mistake(mistake, for: test.alicia).standing[other.id])
    #expect(place.capabilities == nil)
    #expect(place.ways.filter { $0.unless == nil }.map(\.way) == [.byHand])
  }

  @Test func whoPassedItOnInTheirOwnWordsIsTouchedUntilItIsFixed() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    func quote(_ id: String, by author: String, _ text: String) async throws {
      var post = FakeNetwork.post(id, text, by: author, at: test.clock.now(), toUs: false)
      post.quoted = scene.wrong.remoteID
      try await test.hear([.post(post)])
    }
    try await quote("early", by: "carl", "Good news: it has a charger")
    try await quote("empty", by: "dora", "")
    let mistake = try await scene.mark()
    try await scene.fixed(mistake)
    try await quote("late", by: "emil", "They put it right")
    let touched = try await test.desk.mistake(mistake, for: test.alicia).touched
    let quoted = touched.answerers.filter { $0.act == .quoted }
    #expect(quoted.map(\.post.remoteID) == [RemoteID("early")])
    #expect(!touched.answerers.contains { $0.post.remoteID == RemoteID("late") })
    // Beside a person of ours it stands as well.
    try await test.says("By the way, do you open on Sunday?", id: "c1", by: "carl")
    let carl = try await test.personOf("c1")
    let page = try await test.desk.person(carl, PageRequest(), for: test.alicia)
    #expect(page.touching.map(\.mistake.id) == [mistake])
    #expect(page.wroteAgain[mistake]?.post == (try await test.post("c1").id))
  }

  @Test func whoWroteAgainAfterOurMistakeIsAFactOnTheirPage() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await scene.mark()
    let ana = try await test.personOf("q")
    func page(_ viewer: Viewer) async throws -> PersonView {
      try await test.desk.person(ana, PageRequest(), for: viewer)
    }
    try await test.says("Hello?", id: "before", by: "ana")
    try await scene.fixed(mistake)
    #expect(try await page(test.alicia).touching.map(\.mistake.id) == [mistake])
    #expect(try await page(test.alicia).wroteAgain.isEmpty)
    // In private it is told to those who answer there.
    try await test.says("A private word", id: "private", by: "ana", visibility: .private)
    let hidden = try await test.post("private").id
    #expect(try await page(test.alicia).wroteAgain[mistake]?.post == hidden)
    #expect(try await page(test.carla).wroteAgain.isEmpty)
    test.pass(.days(3))
    try await test.says("Bought it after all", id: "again", by: "ana")
    #expect(
      try await page(test.carla).wroteAgain[mistake]?.post == (try await test.post("again").id))
    #expect(try await page(test.alicia).wroteAgain[mistake]?.post == hidden)
  }
}
