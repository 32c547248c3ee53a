import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct LikenessTests {
  /// Points mostly along one of the axes.
  private func meaning(_ axis: Int, aside: Int? = nil) throws -> Meaning {
    var direction = [Float](repeating: 0.01, count: Meaning.width)
    direction[axis] = 1
    if let aside { direction[aside] = 0.4 }
    return try #require(Meaning(direction: direction))
  }

  private func index() throws -> AnsweredIndex {
    var index = AnsweredIndex()
    index.add(["lift", "is", "broken"], meaning: try meaning(0, aside: 9), by: ID(1))
    index.add(["lift", "music", "is", "lovely"], meaning: try meaning(5), by: ID(2))
    index.add(["elevator", "stopped"], meaning: try meaning(0, aside: 8), by: ID(3))
    index.add(["nothing", "known"], by: ID(4))
    return index
  }

  @Test func whatMeansTheSameIsFoundWithoutACommonWord() throws {
    let found = try index().alike(["paternoster", "defect"], meaning(0), limit: 2)
    #expect(Set(found.map(\.document)) == [0, 2])
    #expect(found.allSatisfy { $0.words == 0 && $0.nearness > 0.9 })
    #expect(try index().likest(["paternoster", "defect"], limit: 2).isEmpty)
  }

  @Test func wordsAndMeaningTogetherOutrankEither() throws {
    let found = try index().alike(["lift", "defect"], meaning(0), limit: 4)
    #expect(found.map(\.document).first == 0)
    let lookalike = try #require(found.first { $0.document == 1 })
    let other = try #require(found.first { $0.document == 2 })
    #expect(other.likeness > lookalike.likeness)
  }

  @Test func whereNoMeaningIsKnownWordsHaveToDo() throws {
    let found = try index().alike(["lift", "broken"], nil, limit: 4)
    #expect(found.map(\.document) == [0, 1])
    #expect(found.allSatisfy { $0.nearness == 0 })
    let byWords = try index().likest(["lift", "broken"], limit: 4)
    #expect(byWords.map(\.score) == found.map(\.score))
    #expect(byWords.map(\.share) == found.map(\.share))
  }

  @Test func whatWasSaidInPrivateIsNotFoundByItsMeaningEither() throws {
    var index = AnsweredIndex()
    index.add(["diagnosis"], meaning: try meaning(0), by: ID(1), privateTo: ID(7))
    #expect(try index.alike(["illness"], meaning(0), limit: 3).isEmpty)
    #expect(try index.alike(["illness"], meaning(0), limit: 3, answering: [ID(8)]).isEmpty)
    #expect(try index.alike(["illness"], meaning(0), limit: 3, answering: [ID(7)]).count == 1)
  }

  @Test func ofWhatWasErasedNoMeaningIsKept() async throws {
    let test = try await TestDesk()
    let asked = try await test.says("My elevator is stuck", id: "q", by: "ana")
    _ = try await test.write("We come today.", in: asked)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    let (desk, record) = (test.desk, test.store)
    let question = ["elevator", "stuck"]
    func near() async throws -> Int {
      let index = try await desk.answered.current(record, desk.meanings, now: test.clock.now())
      return index.alike(question, desk.meanings.meaning(of: question), limit: 5).count
    }
    #expect(try await near() == 1)
    try await desk.erase(test.personOf("q"), by: test.lead)
    let index = try await desk.answered.current(record, desk.meanings, now: test.clock.now())
    let found = index.alike(question, desk.meanings.meaning(of: question), limit: 5)
    #expect(found.allSatisfy { $0.words == 0 && $0.nearness == 0 })
  }
}
