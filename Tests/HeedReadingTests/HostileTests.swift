import Foundation
import HeedModel
import HeedTesting
import Testing

@testable import HeedReading

struct HostileTests {
  /// Whatever a text is, it is read, and changes nothing but its own reading.
  @Test func naughtyTextsChangeNothingButTheirOwnReading() throws {
    let texts = try Self.texts()
    #expect(texts.count >= 100)
    let reader: any Reader = TrainedReader()
    let plain = [
      "When will my parcel finally get here, it has been two weeks", "I love this place",
      "Wann kommt mein Paket endlich an", "",
    ]
    let before = plain.map { reader.explain($0, declaredLanguage: nil) }
    for text in texts {
      let reading = reader.explain(text, declaredLanguage: text)
      #expect(reading == reader.explain(text, declaredLanguage: text))
      #expect(reading.strength.isFinite && abs(reading.strength) <= 1)
      #expect(reading.reading.sureness >= 0 && reading.reading.sureness <= 1)
      for word in reading.words { #expect(text.unicodeScalars.count >= word.unicodeScalars.count) }
    }
    #expect(plain.map { reader.explain($0, declaredLanguage: nil) } == before)
  }

  /// A member may be made to correct anything: what is learnt from it stays finite and with its own words.
  @Test func learningFromNaughtyTextsBreaksNothing() throws {
    let lessons = try Self.texts().flatMap { text in
      Reading.Tone.allCases.map { tone in
        Lesson(
          words: text,
          reading: Reading(
            language: text, tone: tone, kinds: Set(Reading.Kind.allCases), by: Reading.member))
      }
    }
    let taught = TrainedReader().taught(lessons)
    let reasons = taught.explain(
      "I love this place and all the people who work here", declaredLanguage: nil)
    #expect(reasons.strength.isFinite)
    #expect(reasons.reading.language == "en")
  }

  @Test func aVeryLongTextCostsNoMoreThanItsBeginning() {
    let start = String(repeating: "I love this place so much. ", count: 200)
    let reader = TrainedReader()
    #expect(
      reader.read(start + String(repeating: "hate ", count: 100_000), declaredLanguage: nil)
        == reader.read(start, declaredLanguage: nil))
  }

  /// Those of the corpus where it stands, and always some of our own.
  private static func texts() throws -> [String] {
    var texts = [
      "\u{0}", "\u{FEFF}", "\u{202E}evil\u{202C}", "'; DROP TABLE posts; --",
      "<script>alert(1)</script>",
      "%s%n%x", "../../etc/passwd", String(repeating: "\u{0301}", count: 5000),
      String(repeating: "a", count: 100_000), String(repeating: "@", count: 5000),
      String(repeating: "#a", count: 5000), String(repeating: "!?", count: 5000),
      String(repeating: "http://", count: 2000), String(repeating: ":", count: 5000),
      String(repeating: "😀", count: 5000), String(repeating: "\u{200D}", count: 5000),
      "👨‍👩‍👧‍👦👩🏽‍🚀🏳️‍🌈", "\u{1F1E6}\u{1F1E7}", "\r\n\r\n", "\t", "NaN", "Infinity", "-0", "1e999",
      "\u{FFFD}\u{FFFE}\u{10FFFF}", "ﷺ", "ＡＢＣ", "ʇxǝʇ", "Ω≈ç√∫", "⁰⁴⁵", "𝕋𝕙𝕖 𝕢𝕦𝕚𝕔𝕜",
    ]
    for plane in stride(from: UInt32(0x80), to: 0x11_0000, by: 0x2F47) {
      guard let scalar = Unicode.Scalar(plane) else { continue }
      texts.append("a\(scalar)b \(scalar)\(scalar) #\(scalar) @\(scalar)")
    }
    if let folder = Corpora.folder("bad-strings") {
      let data = try Data(contentsOf: folder.appending(path: "blns.json"))
      texts += try JSONDecoder().decode([String].self, from: data)
    } else {
      print(
        "hostile texts: our own alone, no corpus bad-strings (HEED_CORPORA names another place)")
    }
    return texts
  }
}
