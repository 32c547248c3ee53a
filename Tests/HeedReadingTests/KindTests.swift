import HeedModel
import Testing

@testable import HeedReading

struct KindTests {
  private let reader = TrainedReader()

  private func kinds(_ text: String) -> Set<Reading.Kind> {
    reader.read(text, declaredLanguage: nil).kinds
  }

  @Test(arguments: [
    ("How do I reset my password?", Reading.Kind.question),
    ("Do you ship to Malta?", .question),
    ("My order has not arrived and nobody answers my mails, this is unacceptable", .complaint),
    ("The app keeps crashing since the last update, please fix it", .complaint),
    ("Thank you so much for your help!", .thanks),
    ("Wann macht ihr morgen auf?", .question), ("Danke für die schnelle Hilfe", .thanks),
  ])
  func theKindIsRead(_ text: String, _ kind: Reading.Kind) {
    #expect(kinds(text).contains(kind), "\(kinds(text))")
  }

  @Test func moreThanOneMayHold() {
    let found = kinds("Why is my internet down again? This is the third time this week, fix it")
    #expect(found.isSuperset(of: [.question, .complaint]))
  }

  @Test func whatIsNothingElseIsOther() {
    #expect(kinds("Watching the rain from my window with a cup of tea") == [.other])
  }

  @Test func commentsThatAreOnlyThereForTheirLinksAreSpam() {
    let spam = """
      Great post! We offer cheap SEO services and backlinks, click here to claim your free trial \
      https://a.example https://b.example
      """
    #expect(kinds(spam) == [.spam])
    #expect(!kinds("Here is the link you asked for: https://a.example/manual").contains(.spam))
  }

  @Test func nothingIsReadWhereNothingIsSaid() {
    #expect(reader.read("", declaredLanguage: nil).kinds.isEmpty)
    #expect(reader.read("", declaredLanguage: nil).tone == nil)
  }
}
