import Foundation
import HeedModel
import HeedReading
import HeedTesting
import Testing

@testable import HeedDesk

/// How a draft may read.
@Suite struct DraftToneTests {
  @Test(arguments: [
    "You are wrong and this is your own fault. Stop wasting our time with such stupid nonsense!",
    "This is ridiculous. You never read anything, and your complaint is a disgusting lie.",
    "Das ist völliger Unsinn und eine Frechheit. Sie sind selbst schuld, so ein schrecklicher Mist!",
  ])
  func angerIsTold(_ draft: String) async throws {
    let test = try await TestDesk()
    let desk = test.another(seed: 2, reader: TrainedReader())
    let told = try #require(desk.mayReadCross(draft, language: nil))
    #expect(told.words.allSatisfy { draft.lowercased().contains($0.lowercased()) })
  }

  @Test(arguments: [
    "", "Yes, until six.", "We are sorry for the wait. It leaves our house today.",
    "Thank you for telling us. The page is right now.", "123 456",
  ])
  func whatIsKindOrPlainIsNot(_ draft: String) async throws {
    let test = try await TestDesk()
    let desk = test.another(seed: 2, reader: TrainedReader())
    #expect(desk.mayReadCross(draft, language: nil) == nil)
  }

  /// Real answers of companies to people who complain: sorry, broken, lost are their words, and they mean well.
  @Test(.enabled(if: !CareCorpus.files.isEmpty)) func hardlyAnyRealAnswerIsCalledCross()
    async throws
  {
    let test = try await TestDesk()
    let desk = test.another(seed: 2, reader: TrainedReader())
    var answers: [String] = []
    for file in CareCorpus.files {
      for line in try CareFile.lines(Array(Data(contentsOf: file))) {
        let post = try line.post.get()
        if post.direction == "ours" { answers.append(post.text ?? "") }
      }
    }
    let cross = answers.filter { desk.mayReadCross($0, language: "en") != nil }
    print("draft tone: \(cross.count) of \(answers.count) real answers called cross")
    for one in cross.prefix(8) { print("  \(one)") }
    #expect(answers.count > 1_000)
    #expect(cross.count * 50 < answers.count)
  }
}
