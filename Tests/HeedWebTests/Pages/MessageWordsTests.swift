import Foundation
import HeedModel
import Testing

@testable import HeedWeb

/// The numbers that choose a form somewhere.
private let numbers = [0, 1, 2, 5, 11, 100]

private func places(_ template: String) -> Set<String> {
  Set(template.replacing("%%", with: "").matches(of: /%\d/).map { String($0.output) })
}

@Suite struct MessageWordsTests {
  @Test func theSourcesSayWhatIsKnownToBeSaid() throws {
    let said = try SaidTexts.all()
    #expect(said.count > 250)
    for known in [
      "%1 took this a moment before you. Nothing of yours is lost.", "Write something first.",
      "At most %1 fit there.", "Posts with #%1 on %2", "%1 Your draft is kept.", " It says: “%1”.",
      "NEAR takes 1 to %1 words.", "Practice", "Somebody else",
      "It was on its way when the backup was made.",
    ] { #expect(said[known] != nil, "\(known) was not found") }
  }

  @Test func germanHasEveryMessage() throws {
    for (template, place) in try SaidTexts.all() where template.contains(where: \.isLetter) {
      #expect(Words.german.messages[template] != nil, "\(place): \(template)")
    }
  }

  @Test(arguments: [Words.english, .german, .arabic])
  func noLanguageSaysWhatNobodySaysAnyMore(words: Words) throws {
    let said = try SaidTexts.all()
    for template in words.messages.templates {
      #expect(said[template] != nil, "\(words.language): \(template)")
    }
    #expect(words.messages.doubles == [])
  }

  @Test(arguments: [Words.english, .german, .arabic])
  func everyTextNamesThePlacesOfItsTemplate(words: Words) {
    for template in words.messages.templates {
      for number in numbers {
        let text = words.messages[template]?.template(for: number) ?? ""
        let wanted = places(template)
        // “One fits there” counts without the numeral.
        let isSpelled = number < 3 && places(text).isSubset(of: wanted)
        #expect(places(text) == wanted || isSpelled, "\(words.language): \(template)")
      }
    }
  }

  @Test(arguments: [Words.english, .german, .arabic])
  func nothingOfATemplateRemainsWhenItIsSaid(words: Words) throws {
    for template in try SaidTexts.all().keys {
      let message = Message(
        template: template,
        arguments: places(template).sorted().map { .words("x\($0.dropFirst())") })
      let text = words.text(of: message)
      #expect(!text.contains(/%\d|%%|\\\(/), "\(words.language): \(text)")
      #expect(!text.isEmpty)
    }
  }

  @Test func aMessageInsideAMessageIsSaidInTheSameLanguage() {
    let refused: Message = "\("No pictures can be sent there." as Message) Your draft is kept."
    #expect(
      Words.german.text(of: refused)
        == "Dorthin lassen sich keine Bilder senden. Dein Entwurf ist gesichert.")
    #expect(Words.english.text(of: refused) == refused.english)
  }

  @Test func aNumberTakesTheFormOfItsLanguage() {
    let said = { (words: Words, n: Int) in words.text(of: "At most \(n) fit there.") }
    #expect(said(.english, 1) == "At most one fits there.")
    #expect(said(.german, 1) == "Höchstens eines passt dort.")
    #expect(said(.german, 4) == "Höchstens 4 passen dort.")
    #expect(Set([1, 2, 3, 11].map { said(.arabic, $0) }).count == 4)
  }

  @Test func whatALanguageLacksIsEnglishAndWhole() {
    let message: Message = "\("Ana") sings \(2) songs. \("Write something first." as Message)"
    #expect(Words.german.text(of: message) == "Ana sings 2 songs. Write something first.")
  }

  @Test func namesStandApartWhereTheTextRunsFromTheRight() {
    let text = Words.arabic.text(of: "It is no longer on \("bolha.example").")
    #expect(text == "لم يعد على \u{2068}bolha.example\u{2069}.")
  }

  @Test func whatWasStoredIsSaidInTheReadersLanguage() {
    let stored = ("\("bolha.example") cannot do this." as Message).stored
    #expect(Words.german.text(of: Message(stored: stored)) == "bolha.example kann das nicht.")
    #expect(
      Words.german.text(of: Message(stored: "You said that it did not arrive."))
        == "Du sagtest, dass es nicht ankam.")
  }
}
