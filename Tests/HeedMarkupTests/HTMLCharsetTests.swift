import HeedMarkup
import Testing

@Suite struct HTMLCharsetTests {
  @Test func theByteOrderMarkOutranksWhatIsDeclared() {
    #expect(HTMLCharset.decode([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], declared: "latin1") == "é")
    #expect(HTMLCharset.decode([0xFF, 0xFE, 0xE9, 0x00], declared: "utf-8") == "é")
    #expect(HTMLCharset.decode([0xFE, 0xFF, 0x00, 0xE9]) == "é")
  }

  @Test func theServersWordOutranksThePages() {
    let page = Array("<meta charset=utf-8>".utf8) + [0xE9]
    #expect(HTMLCharset.decode(page, declared: "ISO-8859-1").hasSuffix("é"))
    #expect(HTMLCharset.decode(page, declared: "nonsense").hasSuffix("\u{FFFD}"))
  }

  @Test(
    arguments: [
      ("<meta charset='windows-1251'>", [0xCF, 0xF0], "Пр"),
      ("<META http-equiv=x content='text/html; charset = Shift_JIS'>", [0x93, 0xFA], "日"),
      ("<meta charset=gbk>", [0xC4, 0xE3], "你"), ("<meta charset=koi8-r>", [0xD0], "п"),
      ("<meta charset=iso-8859-15>", [0xA4], "€"), ("<meta charset=euc-kr>", [0xC7, 0xD1], "한"),
      ("<meta charset=utf-16>", [0xC3, 0xA9], "é"), ("<meta name=x>", [0xC3, 0xA9], "é"),
      ("<meta charset=utf-7>", [0xE9], "é"), ("", [0x93, 0x94], "“”"),
    ] as [(String, [UInt8], String)])
  func aPageSaysWhatItIsWrittenIn(head: String, bytes: [UInt8], expected: String) {
    #expect(HTMLCharset.decode(Array(head.utf8) + bytes) == head + expected)
  }

  @Test func bytesThatMeanNothingAreShownAsSuch() {
    #expect(HTMLCharset.decode([0x61, 0xFF, 0x62], declared: "shift_jis").hasPrefix("a"))
    #expect(HTMLCharset.decode([0x61, 0xFF, 0x62], declared: "utf-8") == "a\u{FFFD}b")
    let long = [UInt8](repeating: 0xE9, count: 100_001)
    #expect(HTMLCharset.decode(long, declared: "latin1").unicodeScalars.count == 100_001)
  }
}
