import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct EarlierAnswersTests {
  private func answered(
    _ test: TestDesk, _ question: String, _ id: String, _ answer: String, by viewer: Viewer? = nil,
    visibility: Visibility = .public
  ) async throws -> ID<Conversation> {
    let asked = try await test.says(question, id: id, by: "person\(id)", visibility: visibility)
    _ = try await test.write(answer, in: asked, by: viewer)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    return asked
  }

  @Test func theLikestAnswerComesWithWhatCameOfIt() async throws {
    let test = try await TestDesk()
    _ = try await answered(
      test, "Do you repair wooden rims on old racing bicycles?", "a", "We do, bring it on Monday.")
    try await test.says(
      "Thank you so much, that is great!", id: "a2", by: "persona", parent: RemoteID("a"))
    _ = try await answered(test, "When do you open on Sunday?", "b", "We rest on Sunday.")
    let asked = try await test.says(
      "Can somebody repair the wooden rims of my racing bicycle?", id: "c", by: "dora")
    let found = try await test.desk.earlierAnswers(to: asked, for: test.alicia)
    #expect(found.map(\.reply.text) == ["We do, bring it on Monday."])
    #expect(found.first?.came == .thanks)
    #expect(found.first?.asked.text.plain.contains("wooden rims") == true)
  }

  @Test func whereNothingIsAlikeNothingIsShown() async throws {
    let test = try await TestDesk()
    _ = try await answered(test, "When do you open on Sunday?", "b", "We rest on Sunday.")
    let asked = try await test.says("My saddle creaks in the rain", id: "c", by: "dora")
    #expect(try await test.desk.earlierAnswers(to: asked, for: test.alicia).isEmpty)
  }

  @Test func privateAnswersAreShownToThoseWhoAnswerThem() async throws {
    let test = try await TestDesk()
    _ = try await answered(
      test, "My diagnosis keeps me off the saddle", "a", "We have a tricycle.",
      visibility: .private)
    let asked = try await test.says(
      "Which saddle with a diagnosis like mine", id: "c", by: "dora")
    #expect(try await test.desk.earlierAnswers(to: asked, for: test.alicia).count == 1)
    #expect(try await test.desk.earlierAnswers(to: asked, for: test.carla).isEmpty)
    #expect(try await test.desk.earlierAnswers(to: asked, for: test.observer).isEmpty)
  }

  @Test func whatWentIsFoundNoMore() async throws {
    let test = try await TestDesk()
    _ = try await answered(
      test, "Do you repair wooden rims on old racing bicycles?", "a", "We do, bring it on Monday.")
    let asked = try await test.says("Repair wooden rims for racing bicycles?", id: "c", by: "dora")
    #expect(try await test.desk.earlierAnswers(to: asked, for: test.alicia).count == 1)
    try await test.hear([.removed(RemoteID("a"))])
    #expect(try await test.desk.earlierAnswers(to: asked, for: test.alicia).isEmpty)
  }
}
