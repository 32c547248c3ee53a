import Foundation
import Testing

@testable import FeedsNetwork

struct EncodingTests {
  private func rss(_ title: String, declared: String?) -> String {
    let declaration = declared.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>" } ?? ""
    return "\(declaration)<rss version=\"2.0\"><channel><title>\(title)</title></channel></rss>"
  }

  private func title(_ bytes: [UInt8], contentType: String? = nil) throws -> String? {
    try FeedParser.parse(bytes, contentType: contentType).title?.value
  }

  private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    Array(try #require(text.data(using: encoding)))
  }

  @Test func theDeclarationSaysTheEncoding() throws {
    let text = rss("Grüße aus Köln", declared: "ISO-8859-1")
    #expect(try title(bytes(text, .isoLatin1)) == "Grüße aus Köln")
    let cyrillic = rss("Привет, как дела", declared: "windows-1251")
    #expect(try title(bytes(cyrillic, .windowsCP1251)) == "Привет, как дела")
    let japanese = rss("こんにちは世界", declared: "Shift_JIS")
    #expect(try title(bytes(japanese, .shiftJIS)) == "こんにちは世界")
    let shifting = rss("こんにちは世界", declared: "ISO-2022-JP")
    #expect(try title(bytes(shifting, .iso2022JP)) == "こんにちは世界")
    let czech = rss("Příliš žluťoučký kůň", declared: "iso-8859-2")
    #expect(try title(bytes(czech, .isoLatin2)) == "Příliš žluťoučký kůň")
  }

  @Test func twoBytesOfChineseThatLookLikeUTF8AreChinese() throws {
    // 模 is C4 A3 in GB 2312, which is also the UTF-8 of ģ.
    let start = Array("<?xml version=\"1.0\" encoding=\"gb2312\"?><rss><channel><title>".utf8)
    let bytes = start + [0xC4, 0xA3] + Array("</title></channel></rss>".utf8)
    #expect(try title(bytes) == "模")
  }

  @Test func marksOfByteOrderWinOverAnyClaim() throws {
    let text = rss("Grüße ☕", declared: "iso-8859-1")
    #expect(try title([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == "Grüße ☕")
    let little = [0xFF, 0xFE] + (try bytes(text, .utf16LittleEndian))
    #expect(try title(little, contentType: "text/xml; charset=utf-8") == "Grüße ☕")
    let big = [0xFE, 0xFF] + (try bytes(text, .utf16BigEndian))
    #expect(try title(big) == "Grüße ☕")
  }

  @Test func wideTextsWithoutAMarkAreFoundOut() throws {
    let text = rss("Grüße ☕", declared: "utf-16")
    #expect(try title(bytes(text, .utf16LittleEndian)) == "Grüße ☕")
    #expect(try title(bytes(text, .utf16BigEndian)) == "Grüße ☕")
  }

  @Test func wrongClaimsDoNotSpoilUTF8() throws {
    let text = rss("Grüße ☕", declared: "iso-8859-1")
    #expect(try title(Array(text.utf8)) == "Grüße ☕")
    #expect(try title(Array(text.utf8), contentType: "text/xml; charset=us-ascii") == "Grüße ☕")
    #expect(try title(Array(rss("Grüße ☕", declared: "utf-16").utf8)) == "Grüße ☕")
    #expect(try title(Array(rss("Grüße ☕", declared: "no-such-thing").utf8)) == "Grüße ☕")
  }

  @Test func wrongClaimsOfUTF8FallBackToWindows() throws {
    let text = rss("Grüße “aus” Köln", declared: "utf-8")
    #expect(try title(bytes(text, .windowsCP1252)) == "Grüße “aus” Köln")
    let bare = rss("Grüße", declared: nil)
    #expect(try title(bytes(bare, .windowsCP1252)) == "Grüße")
  }

  @Test func headersSayTheEncodingWhereTheDocumentDoesNot() throws {
    let word: [UInt8] = [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4]
    let text = Array("<rss><channel><title>".utf8) + word + Array("</title></channel></rss>".utf8)
    #expect(try title(text, contentType: "text/xml; charset=\"KOI8-R\"") == "Привет")
  }

  @Test func aSlipInUTF8CostsOneLetter() throws {
    let greetings = Array(repeating: "Grüße", count: 6).joined(separator: " ")
    var text = Array(rss("\(greetings) X", declared: "utf-8").utf8)
    text[text.lastIndex(of: UInt8(ascii: "X"))!] = 0xFF
    #expect(try title(text) == "\(greetings) \u{FFFD}")
  }

  @Test func moreEncodingsOfTheWorldAreKnownByTheirNames() throws {
    for (name, encoding, words) in [
      ("GB18030", "GB18030", "你好，世界"), ("gbk", "GBK", "你好，世界"), ("Big5", "BIG5", "你好，世界"),
      ("EUC-KR", "EUC-KR", "안녕하세요"), ("ks_c_5601-1987", "EUC-KR", "안녕하세요"),
      ("EUC-JP", "EUC-JP", "こんにちは"), ("x-sjis", "SHIFT_JIS", "こんにちは"),
      ("KOI8-R", "KOI8-R", "Привет"),
      ("koi8-u", "KOI8-U", "Привіт"), ("windows-1250", "CP1250", "Příliš"),
      ("cp1253", "CP1253", "Γειά"),
      ("iso-8859-7", "ISO-8859-7", "Γειά"), ("windows-1255", "CP1255", "שלום"),
      ("cp866", "CP866", "Привет"),
      ("windows-1256", "CP1256", "سلام"), ("TIS-620", "TIS-620", "สวัสดี"),
      ("macintosh", "MACINTOSH", "Grüße"),
      ("iso-8859-15", "ISO-8859-15", "5 €"), ("iso-8859-9", "ISO-8859-9", "ışık"),
      ("IBM850", "CP850", "Grüße"),
    ] {
      let text = rss(words, declared: name)
      let bytes = try #require(Encoded.bytes(text, in: encoding))
      #expect(try title(bytes) == words, "\(name)")
      let bare = try #require(Encoded.bytes(rss(words, declared: nil), in: encoding))
      #expect(try title(bare, contentType: "text/xml; charset = \(name)") == words, "\(name)")
    }
  }

  @Test func ofTwoClaimsTheOneThatFitsCounts() throws {
    let text = Array(rss("你好，世界", declared: "gb2312").utf8)
    #expect(try title(text) == "你好，世界")
    #expect(try title(text, contentType: "text/xml; charset=utf-8") == "你好，世界")
    let chinese = try #require(Encoded.bytes(rss("你好，世界", declared: "gb2312"), in: "GBK"))
    #expect(try title(chinese, contentType: "text/xml; charset=utf-8") == "你好，世界")
    let russian = try #require(Encoded.bytes(rss("Привет, мир", declared: "utf-8"), in: "CP1251"))
    #expect(try title(russian, contentType: "text/xml; charset=windows-1251") == "Привет, мир")
  }

  @Test func whereNothingIsClaimedTheLanguageTells() throws {
    for (language, encoding, words) in [
      ("ru", "CP1251", "Привет, мир"), ("ja", "SHIFT_JIS", "こんにちは世界"), ("zh-TW", "BIG5", "你好世界"),
      ("zh-cn", "GBK", "你好世界"), ("ko-KR", "EUC-KR", "안녕하세요"), ("el", "CP1253", "Γειά σου"),
    ] {
      let text =
        "<rss><channel><language>\(language)</language><title>\(words)</title></channel></rss>"
      #expect(try title(#require(Encoded.bytes(text, in: encoding))) == words, "\(language)")
    }
    let shifting = try #require(Encoded.bytes(rss("こんにちは", declared: nil), in: "ISO-2022-JP"))
    #expect(try title(shifting) == "こんにちは")
  }

  @Test func wideTextsAreWideWhateverStandsFirst() throws {
    let text = "\n " + rss("Grüße 世界", declared: "utf-16")
    #expect(try title(bytes(text, .utf16LittleEndian)) == "Grüße 世界")
    #expect(try title(bytes(text, .utf16BigEndian)) == "Grüße 世界")
    #expect(try title(bytes(text, .utf32LittleEndian)) == "Grüße 世界")
    // A mark of sixteen bits before a text of eight.
    #expect(
      try title([0xFF, 0xFE] + Array(rss("Bells and more", declared: nil).utf8)) == "Bells and more"
    )
  }

  @Test func alphabetsThatHideMarkupAreNotUsed() throws {
    for name in ["utf-7", "iso-2022-cn", "utf-7-imap", "ucs-2", "hz-gb-2312", "no-such", "../x"] {
      #expect(FeedCharset.convert(Array("+ADw-".utf8), from: name, lenient: true) == nil, "\(name)")
    }
  }

  @Test func whatCameInGzipWithoutSayingSoIsUnpacked() throws {
    let packed = try #require(
      Data(
        base64Encoded: """
          H4sIAAAAAAACA33SWQrCMBCA4auEHsAs3WGcgjdxCRpIIiSpeHyLhVqQmacww3xP+WF6By9eNmX3\
          jMdKH1Q1IaScfzuz7BCuj3OM1iMUV7zFk/U+g1wHcMUGhPvsbqhAft/dnYhzuNgk1HYvV7Bjmmaa\
          YYZmhmE1zWqGNTRrGNbSrGVYR7OOYT3NeoYNNBsYNtJs5L6byUSznXCh/JUit2rlkjR+AOttkwvt\
          AgAA
          """))
    #expect(try title(Array(packed)) == "Bells")
    for length in 0..<packed.count { _ = try? FeedParser.parse(Array(packed.prefix(length))) }
    for at in 10..<packed.count {
      var broken = Array(packed)
      broken[at] ^= 0x5A
      _ = try? FeedParser.parse(broken)
    }
    #expect(Gunzip.unpack(Array(packed), limit: 10) == nil)
  }
}

/// Text in an encoding that Foundation has no name for, by the C library.
private enum Encoded {
  static func bytes(_ text: String, in encoding: String) -> [UInt8]? {
    guard let converter = iconv_open(encoding, "UTF-8"), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    var (left, room) = (input.count, output.count)
    let total = output.count
    let isFine = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (source, target) = (input.baseAddress, output.baseAddress)
        guard iconv(converter, &source, &left, &target, &room) != -1 else { return false }
        return iconv(converter, nil, nil, &target, &room) != -1
      }
    }
    return isFine ? output.prefix(total - room).map { UInt8(bitPattern: $0) } : nil
  }
}
