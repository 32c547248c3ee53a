import HeedModel
import Testing

@testable import HeedWeb

/// Parts of one are written as the reader's language writes them.
@Suite struct DecimalTests {
  @Test(arguments: [
    (7.5, "7.5", "7,5"), (0.05, "0.05", "0,05"), (3, "3", "3"), (80, "80", "80"),
    (0.1, "0.1", "0,1"),
  ])
  func aFigureHasTheMarkOfItsLanguage(number: Double, english: String, german: String) {
    #expect(EstimateView.figure(number, Words.english.seen) == english)
    #expect(EstimateView.figure(number, Words.german.seen) == german)
  }

  @Test func noPageInGermanHasAPointInAFigure() {
    for sample in SeenScreen.samples + AttentionScreen.samples {
      let page = sample.html(words: .german).markup
      // Drawings and addresses have points of their own.
      let text = page.replacing(/<svg.*?<\/svg>/.dotMatchesNewlines(), with: "")
        .replacing(/<[^>]*>/, with: " ")
      #expect(text.firstMatch(of: /(^|\s)\d+\.\d{1,2}(\s|$)/) == nil, "\(sample.name)")
    }
  }
}
