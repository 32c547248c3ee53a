import HeedModel
import Testing

@testable import HeedReading

/// What a text hides from programs and from nobody else.
struct LookAlikeTests {
  private let reader = TrainedReader()

  private static let hidden = [
    "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{202E}", "\u{2066}", "\u{200E}", "\u{61C}",
    "\u{34F}", "\u{3164}", "\u{E0061}", "\u{200C}", "\u{200D}\u{200D}", "\u{200C}\u{200D}\u{200C}",
  ]

  @Test(arguments: hidden) func whatNobodySeesHidesNoWord(_ sign: String) {
    let plain = "I am very angry, this is broken and awful"
    let sly = plain.replacing("angry", with: "an\(sign)gry").replacing(
      "broken", with: "bro\(sign)ken"
    ).replacing("awful", with: "aw\(sign)ful")
    let before = reader.explain(plain, declaredLanguage: nil)
    #expect(before.reading.tone == .negative)
    #expect(reader.explain(sly, declaredLanguage: nil) == before)
    #expect(PlainReader().read(sly, declaredLanguage: nil).tone == .negative)
  }

  @Test func whatIsSoldIsHeardThroughIt() {
    let plain = "buy followers click here to claim https://a.example"
    #expect(reader.read(plain, declaredLanguage: nil).kinds == [.spam])
    for sign in Self.hidden {
      let sly = "buy follow\(sign)ers click here to cl\(sign)aim https://a.example"
      #expect(reader.read(sly, declaredLanguage: nil).kinds == [.spam])
      #expect(PlainReader().read(sly, declaredLanguage: nil).kinds == [.spam])
    }
    #expect(reader.read(Self.wide(plain), declaredLanguage: nil).kinds == [.spam])
  }

  @Test func lettersThatOnlyLookOtherwiseAreRead() {
    let plain = "this is the worst shop i know, i hate it"
    let before = reader.read(plain, declaredLanguage: nil)
    #expect(before.language == "en")
    #expect(before.tone == .negative)
    #expect(reader.read(Self.wide(plain), declaredLanguage: nil) == before)
    // Bold, italic, script, sans serif, monospace.
    for first: UInt32 in [0x1D41A, 0x1D44E, 0x1D4EA, 0x1D5BA, 0x1D68A] {
      let sly = String(
        String.UnicodeScalarView(
          plain.unicodeScalars.compactMap { scalar in
            ("a"..."z").contains(scalar)
              ? Unicode.Scalar(first + scalar.value - 0x61) : scalar
          }))
      #expect(reader.read(sly, declaredLanguage: nil).tone == .negative)
      #expect(reader.read(sly, declaredLanguage: nil).language == "en")
    }
  }

  @Test func whatMeansSomethingStays() {
    for text in ["می‌رسد", "👨‍👩‍👧", "❤️", "№ 5 ™ ℹ️", "1ª", "naïve", "ÅÄÖ"] {
      #expect(LetterFolding.folded(text) == text)
    }
    #expect(LetterFolding.folded("ﬁne Ｓｈｏｐ") == "fine Shop")
  }

  private static func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap {
          (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) : $0
        }))
  }
}
