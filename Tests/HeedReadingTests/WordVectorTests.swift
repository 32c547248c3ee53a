import HeedModel
import Testing

@testable import HeedReading

@Suite struct WordVectorTests {
  private let vectors = WordVectors()

  private func nearness(_ one: [String], _ other: [String]) throws -> Double {
    let (one, other) = (vectors.meaning(of: one), vectors.meaning(of: other))
    return try #require(one).nearness(to: #require(other))
  }

  @Test func theOrderOfWordsTellsNothing() throws {
    let words = ["the", "parcel", "never", "came", "to", "my", "door"]
    let one = try #require(vectors.meaning(of: words))
    #expect(one == vectors.meaning(of: words.reversed()))
    #expect(one == vectors.meaning(of: words + words))
    #expect(one == vectors.meaning(of: words + ["qqqzzzxx"]))
  }

  @Test func ofUnknownWordsNothingIsMeant() {
    #expect(WordVectors.count > 10_000)
    #expect(vectors.meaning(of: []) == nil)
    #expect(vectors.meaning(of: ["qqqzzzxx", "", "\u{1F600}", "@somebody"]) == nil)
  }

  @Test(arguments: [
    ("train", "railway", "soup"), ("broken", "cracked", "monday"), ("phone", "smartphone", "bread"),
    ("cold", "freezing", "monday"), ("problem", "problema", "window"), ("money", "geld", "shoe"),
  ])
  func wordsForTheSameLieNearerThanOthers(_ word: String, _ alike: String, _ other: String) throws {
    #expect(try nearness([word], [alike]) > nearness([word], [other]) + 0.1)
  }

  @Test func aHostileTextCostsNoMoreThanItsWords() {
    let many = (0..<20_000).map { "word\($0)" } + ["help"]
    #expect(vectors.meaning(of: many) != nil)
    #expect(vectors.meaning(of: [String(repeating: "a", count: 1_000_000)]) == nil)
  }
}
