import Foundation
import HeedModel
import Testing

@testable import HeedReading

/// What is said by denying the opposite.
struct DenialTests {
  private static let reader = TrainedReader()

  private struct Said {
    var part: String
    var language: String
    var tones: Set<Reading.Tone>
    var text: String
  }

  private static let said: [Said] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Scripts/reading/labels/denials.tsv")
    return ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
      .compactMap {
        let row = $0.split(separator: "\t").map(String.init)
        guard row.count == 4 else { return nil }
        return Said(
          part: row[0], language: row[1],
          tones: Set(
            row[2].split(separator: ",").compactMap { Reading.Tone(rawValue: String($0)) }),
          text: row[3])
      }
  }()

  private static func tone(_ said: Said) -> Reading.Tone? {
    reader.read(said.text, declaredLanguage: said.language).tone
  }

  /// The half that the rules were written on.
  @Test func whatTheRulesWereWrittenOnIsRead() {
    let part = Self.said.filter { $0.part == "tuned" }
    let wrong = part.filter { said in !said.tones.contains { $0 == Self.tone(said) } }
    #expect(part.count >= 60)
    #expect(wrong.count * 20 <= part.count, "\(wrong.map(\.text))")
  }

  /// The half that was kept apart: of the models alone less than half of it was right.
  @Test func ofWhatWasKeptApartFourInFiveAreRead() {
    let part = Self.said.filter { $0.part == "apart" }
    let right = part.filter { said in said.tones.contains { $0 == Self.tone(said) } }
    #expect(part.count >= 60)
    #expect(right.count * 5 >= part.count * 4, "\(right.count) of \(part.count)")
    for language in ["en", "de", "fr", "es", "pt", "it"] {
      #expect(part.filter { $0.language == language }.count >= 8)
    }
  }

  @Test(arguments: [
    ("en", "It wasn't great", Reading.Tone.negative), ("de", "Nicht schlecht", .positive),
    ("en", "Not bad", .positive), ("fr", "Pas mal du tout", .positive),
    ("es", "No está mal", .positive), ("pt", "Nada mal", .positive), ("it", "Non male", .positive),
    ("en", "Nothing works", .negative), ("en", "I could not be happier", .positive),
    ("en", "It couldn't be worse", .negative),
  ])
  func aDenialTurnsWhatItDenies(_ language: String, _ text: String, _ tone: Reading.Tone) {
    #expect(Self.reader.read(text, declaredLanguage: language).tone == tone)
  }

  private func shift(_ text: String, _ language: String? = "en") -> Float {
    Denial(Pieces(text), in: language).shift
  }

  @Test(arguments: [
    "not only great but cheap", "Isn't it great", "if you are not happy, write to us",
    "I do not have a car", "This is great. No trains today", "nothing but good words for them",
    "not, great", "bad but not terrible", "",
  ])
  func whatIsNotDeniedStaysAsItIsRead(_ text: String) { #expect(shift(text) == 0) }

  @Test func aDenialReachesToTheNextMarkAndOverLightWordsAlone() {
    #expect(shift("it was not really all that good") < 0)
    #expect(shift("we did not see the road, good food though") == 0)
    #expect(shift("not before noon does anything good happen here") == 0)
    #expect(shift("we do not deliver. Good luck") == 0)
  }

  @Test func twoDenialsTakeEachOtherBackWhereTheLanguageHasItSo() {
    #expect(shift("there is nothing I don't like") > 0)
    #expect(shift("no es nada bueno", "es") < 0)
    #expect(shift("não é nada bom", "pt") < 0)
  }

  @Test func inALongTextOneDenialDecidesLess() {
    let long = "the walk from the station took us past the river and over two bridges, not bad"
    #expect(shift(long) > 0)
    #expect(shift(long) < shift("not bad"))
  }

  @Test func whereNoLanguageIsKnownItCountsIfAllAgree() {
    #expect(shift("Nicht schlecht", nil) > 0)
    #expect(shift("xyzzy", nil) == 0)
  }

  @Test func theWordsThatDenyAreShown() {
    let reasons = Self.reader.explain("Honestly not bad", declaredLanguage: "en")
    #expect(reasons.reading.tone == .positive)
    #expect(reasons.words.starts(with: ["not", "bad"]))
  }

  @Test func aMemberStillTeachesOtherwise() {
    var reader: any Reader = Self.reader
    for _ in 0..<6 {
      reader = reader.taught([
        Lesson(
          words: "not bad", declaredLanguage: "en",
          reading: Reading(tone: .neutral, by: Reading.member, sureness: 1))
      ])
    }
    #expect(reader.read("not bad", declaredLanguage: "en").tone == .neutral)
  }
}
