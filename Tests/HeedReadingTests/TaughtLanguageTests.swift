import Foundation
import HeedModel
import HeedTesting
import Testing

@testable import HeedReading

/// A language is learnt by its words, and only for what is said in them.
struct TaughtLanguageTests {
  private static let said: [(language: String, text: String)] = [
    ("de", "Der Bus kam heute wieder viel zu spät"), ("fr", "Mon vélo est arrivé sans sa selle"),
    ("es", "La tienda estaba cerrada otra vez hoy"), ("pt", "A loja estava fechada outra vez hoje"),
    ("it", "Il negozio era chiuso anche oggi"), ("pl", "Sklep był dzisiaj znowu zamknięty"),
    ("ar", "المتجر مغلق مرة أخرى اليوم"), ("ja", "今日もお店が閉まっていました"),
    ("ru", "Магазин сегодня опять был закрыт"), ("ko", "오늘도 가게 문이 닫혀 있었어요"),
  ]

  private func lesson(_ words: String, _ language: String?) -> Lesson {
    Lesson(
      words: words,
      reading: Reading(
        language: language, tone: .negative, kinds: [.complaint], by: Reading.member, sureness: 1))
  }

  /// Whoever corrects the tone sends the language along.
  @Test func toldTonesOfOneLanguageChangeNoOther() {
    let plain: any Reader = TrainedReader()
    let frames = [
      "My order number %d is still not here", "Box %d came without its lid",
      "Nobody answered me at desk %d today", "The %d bus left without us again",
      "Your page %d does not open for me",
    ]
    let taught = plain.taught(
      (0..<50).map { number in
        lesson(frames[number % 5].replacing("%d", with: String(number)), "en")
      })
    for (language, text) in Self.said {
      let before = plain.read(text, declaredLanguage: nil)
      #expect(before.language == language)
      #expect(taught.read(text, declaredLanguage: nil).language == language)
    }
    for text in ["", "!!!", "😀", "#gnarled", "@ana 12 https://a.example"] {
      #expect(taught.read(text, declaredLanguage: nil).language == nil, "\(text)")
    }
  }

  /// Also where the member had to tell the language.
  @Test func toldLanguagesChangeNoOther() {
    let plain: any Reader = TrainedReader()
    let taught = plain.taught((0..<50).map { lesson("zorb frell \($0) quonk brizzle", "gsw") })
    #expect(taught.read("frell zorb quonk", declaredLanguage: nil).language == "gsw")
    for (language, text) in Self.said {
      #expect(taught.read(text, declaredLanguage: nil).language == language)
    }
    // As short, as bare of links, and other words.
    for text in ["plim drask", "", "!!!", "😀", "#zorb", "12"] {
      #expect(
        taught.read(text, declaredLanguage: nil).language
          == plain.read(text, declaredLanguage: nil).language, "\(text)")
    }
  }

  @Test func whatIsClearStaysWhateverWasTold() {
    let plain: any Reader = TrainedReader()
    for (language, text) in Self.said
    where plain.explain(text, declaredLanguage: nil).surenessOfLanguage >= LanguageReading.clear {
      let taught = plain.taught((0..<6).map { _ in lesson(text, "gsw") })
      #expect(taught.read(text, declaredLanguage: nil).language == language)
    }
  }

  @Test func postsOfOtherLanguagesAreReadAsBefore() throws {
    guard let folder = Corpora.folder("tone-xlmt") else {
      return print("languages after corrections: no corpus tone-xlmt (HEED_CORPORA names a place)")
    }
    let plain: any Reader = TrainedReader()
    let english = try Self.lines(folder, "english/train_text.txt", 1839)
    // As it is: most are read as English anyway. And those alone of which a member would have told the language.
    let wrong = english.filter { plain.read($0, declaredLanguage: nil).language != "en" }
    #expect(!wrong.isEmpty)
    for texts in [english.prefix(50), wrong.prefix(50)] {
      let taught = plain.taught(texts.map { lesson($0, "en") })
      for language in ["arabic", "french", "german", "hindi", "italian", "portuguese", "spanish"] {
        let posts = try Self.lines(folder, "\(language)/test_text.txt", 200)
        let other = posts.filter {
          let before = plain.read($0, declaredLanguage: nil).language
          return before != nil && taught.read($0, declaredLanguage: nil).language != before
        }
        // Hindi in Latin letters has English words between.
        #expect(other.count <= (language == "hindi" ? 4 : 0), "\(language): \(other)")
      }
    }
  }

  private static func lines(_ folder: URL, _ path: String, _ most: Int) throws -> [String] {
    try String(contentsOf: folder.appending(path: "sentiment/\(path)"), encoding: .utf8)
      .split(separator: "\n").prefix(most).map(String.init)
  }
}
