import HeedModel
import Testing

/// What strangers give for a line of its own.
@Suite struct OneLineTests {
  @Test(arguments: [
    ("Ana", "Ana"), ("Ana\r\nBcc: x", "Ana Bcc: x"), ("\u{202E}ana", "ana"),
    ("a\u{0}\u{1E}b", "ab"),
    ("a\u{2066}b", "a\u{2066}b\u{2069}"), ("a\u{2069}b", "ab"), ("\u{200B}\u{202E}", ""), ("", ""),
    (" \u{3000}\t", ""), ("Zoë “Z” 👩🏽‍🚀", "Zoë “Z” 👩🏽‍🚀"), ("שלום", "שלום"),
  ])
  func itBreaksNoLineAndTurnsNothingOfOurs(_ given: String, _ shown: String) {
    #expect(OneLine.of(given) == shown)
    #expect(OneLine.of(given, letters: 200, bytes: 1000) == shown)
    #expect(OneLine.of(OneLine.of(given)) == shown)
  }

  @Test func aLetterWithAnyNumberOfMarksIsBounded() {
    let letter = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(letter.count == 1)
    #expect(OneLine.of(letter, letters: 200, bytes: 1000).utf8.count <= 1000)
    let long = String(repeating: "ä", count: 400)
    #expect(OneLine.of(long, letters: 200, bytes: 1000) == String(long.prefix(200)))
    #expect(OneLine.of(String(repeating: "漢", count: 400), letters: 200, bytes: 100).count == 33)
  }
}
