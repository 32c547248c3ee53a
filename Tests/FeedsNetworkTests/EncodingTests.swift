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
}
