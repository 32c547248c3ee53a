import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Where no comment says which one it answers, what people say after our words comes back to those.
@Suite struct FlatPlaceTests {
  /// As on a page of comments: what anybody says hangs on the first post.
  private let top = RemoteID("q")

  private func answer(_ test: TestDesk, _ post: String, _ text: String, by viewer: Viewer)
    async throws
  {
    let asked = try await test.post(post)
    _ = try await test.desk.send(
      ReplyRequest(
        conversation: asked.conversation, inReplyTo: asked.id, text: text, anyway: true),
      by: viewer)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    test.pass(.minutes(1))
  }

  @Test func thanksBelowTheFirstPostComeBackToWhoAnswered() async throws {
    let test = try await TestDesk(reach: .page)
    try await test.says("Is it ready?", id: "q")
    test.pass(.minutes(1))
    try await test.says("Mine too, @shop?", id: "b", by: "ben", parent: top)
    test.pass(.minutes(1))
    try await answer(test, "q", "It is.", by: test.alicia)
    try await answer(test, "b", "Yours as well.", by: test.bruno)
    try await test.says("Thanks, solved!", id: "thanks", parent: top)
    test.pass(.minutes(1))
    try await test.says("And when do you close?", id: "more", by: "ben", parent: top)
    test.pass(.minutes(1))
    try await test.says("Nice shop.", id: "c", by: "cem", parent: top)

    func back(_ viewer: Viewer) async throws -> [[String]] {
      try await test.desk.whatCameBack(PageRequest(), for: viewer).rows.map {
        ($0.addressed + $0.bystanders).map(\.post.remoteID.rawValue)
      }
    }
    #expect(try await back(test.alicia) == [["thanks"]])
    #expect(try await back(test.bruno) == [["more"]])
    func told(_ viewer: Viewer) async throws -> [String] {
      try await test.desk.today(PageRequest(), for: viewer).cameBack.rows.map(
        \.post.remoteID.rawValue)
    }
    #expect(try await told(test.alicia) == ["thanks"])
    #expect(try await told(test.bruno) == ["more"])

    // What is said after we spoke again came back to the later words.
    try await answer(test, "thanks", "Any time!", by: test.alicia)
    try await test.says("Until Sunday.", id: "later", parent: top)
    #expect(try await back(test.alicia) == [["later"], ["thanks"]])
    #expect(try await told(test.alicia).first == "later")
  }

  /// Where threads branch, what hangs elsewhere is told to nobody as an answer.
  @Test func whereThreadsBranchItIsToldOnlyOfWhatHangsOnOurs() async throws {
    let test = try await TestDesk()
    try await test.says("Is it ready?", id: "q")
    test.pass(.minutes(1))
    try await answer(test, "q", "It is.", by: test.alicia)
    try await test.says("And the lamp?", id: "more", parent: top)
    #expect(try await test.desk.today(PageRequest(), for: test.alicia).cameBackCount == 0)
  }
}
