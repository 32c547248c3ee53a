import Foundation
import HeedModel
import Testing

@testable import HeedMarkup

@Suite struct AttackTests {
  private struct Payload: Decodable {
    var title: String?
    var payload: String
  }

  @Test func nothingActiveSurvivesThePayloadsOfSanitisers() throws {
    guard let data = try Corpora.data("html-dompurify", "expect.json") else { return }
    let payloads = try JSONDecoder().decode([Payload].self, from: data)
    #expect(payloads.count > 200)
    var words = 0
    for payload in payloads {
      let text = HTMLReader(base: "https://base.example/page").read(payload.payload)
      let html = HTMLWriter.html(text)
      let strangers = Whitelist.strangers(in: html)
      #expect(strangers.isEmpty, "\(payload.title ?? payload.payload): \(strangers)")
      #expect(RichText(encoded: text.encoded) == text)
      words += text.isEmpty ? 0 : 1
    }
    print("html-dompurify: \(payloads.count) payloads harmless, \(words) of them with words left")
  }

  /// What was text stays text: a payload that reaches us as words is shown letter by letter.
  @Test func payloadsAsPlainTextComeOutAsTheSameWords() throws {
    guard let data = try Corpora.data("html-dompurify", "expect.json") else { return }
    for payload in try JSONDecoder().decode([Payload].self, from: data) {
      let text = RichText(plain: payload.payload).normalised
      let html = HTMLWriter.html(text)
      #expect(Whitelist.strangers(in: html).isEmpty)
      let back = HTMLReader().read(html)
      func squeezed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      #expect(squeezed(back.plain) == squeezed(text.plain))
    }
  }

  @Test func awkwardStringsSurviveAsTextAndAsHTML() throws {
    guard let data = try Corpora.data("bad-strings", "blns.json") else { return }
    let strings = try JSONDecoder().decode([String].self, from: data)
    #expect(strings.count > 500)
    for string in strings {
      let typed = RichText(plain: string).normalised
      #expect(RichText(encoded: typed.encoded) == typed)
      #expect(Whitelist.strangers(in: HTMLWriter.html(typed)).isEmpty)
      let read = HTMLReader().read(string)
      #expect(RichText(encoded: read.encoded) == read)
      #expect(Whitelist.strangers(in: HTMLWriter.html(read)).isEmpty)
    }
    print("bad-strings: \(strings.count) strings through reader, writer and stored form")
  }

  @Test func randomMarkupNeverHarmsOrCrashes() {
    let seed = UInt64.random(in: 1...UInt64.max)
    print("Random markup: seed \(seed)")
    var random = SplitMix64(seed: seed)
    for round in 0..<1_500 {
      let bytes = round % 3 == 0 ? Self.noise(&random) : Self.soup(&random)
      let html = HTMLWriter.html(HTMLReader(base: "https://a.example/").read(utf8: bytes))
      let strangers = Whitelist.strangers(in: html)
      #expect(strangers.isEmpty, "seed \(seed), round \(round): \(strangers)")
    }
  }

  @Test(arguments: [
    "<div>", "<b id=%>", "<p><b id=%>", "<table><b id=%>", "<ul><li>", "<a href=%>x", "<svg>",
    "<blockquote>", "<b id=%></p>", "<pre>", "&#x41;", "<!--", "<", "\u{0}",
  ])
  func aMebibyteOfOneTagIsReadInBoundedTime(unit: String) {
    let parts = unit.split(separator: "%", omittingEmptySubsequences: false)
    var html = ""
    var number = 0
    while html.utf8.count < HTMLTree.bytes {
      html += parts[0]
      for part in parts.dropFirst() {
        html += String(number)
        html += part
      }
      number += 1
    }
    let start = threadSeconds()
    let text = HTMLReader(base: "https://a.example/").read(html)
    let time = threadSeconds() - start
    // Half a second is the parser's; the rest is one token in the worst case, in a debug build.
    #expect(time < 8, "\(unit) took \(time) s")
    if time > 1 { print("A mebibyte of \(unit): \(time) s") }
    #expect(Whitelist.strangers(in: HTMLWriter.html(text)).isEmpty)
  }

  @Test func aTagOfManyAttributesIsReadInBoundedTime() {
    var html = "words <p "
    for number in 0..<150_000 { html += "a\(number) " }
    let start = threadSeconds()
    let text = HTMLReader().read(html + ">more")
    #expect(threadSeconds() - start < 8)
    #expect(text.plain.hasPrefix("words"))
    #expect(text.plain.hasSuffix("…"))
  }

  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func noise(_ random: inout SplitMix64) -> [UInt8] {
    (0..<Int.random(in: 0...400, using: &random)).map { _ in
      Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random)
        : Array("<>/=\"'&;! a-".utf8)[Int.random(in: 0..<12, using: &random)]
    }
  }

  private static func soup(_ random: inout SplitMix64) -> [UInt8] {
    let tags = [
      "a", "b", "p", "div", "table", "tr", "td", "svg", "math", "mi", "mtext", "annotation-xml",
      "foreignObject", "desc", "title", "style", "script", "template", "select", "option", "ul",
      "li", "blockquote", "pre", "code", "iframe", "noscript", "textarea", "form", "input", "img",
      "body", "html", "head", "frameset", "caption", "col", "colgroup", "tbody", "nobr", "button",
      "isindex", "plaintext", "image", "font", "i", "em", "h1", "ruby", "rt", "rp", "br", "hr",
      "keygen", "optgroup", "object", "applet", "marquee", "xmp", "mglyph", "malignmark", "base",
    ]
    let attributes = [
      " href=javascript:alert(1)", " onclick=x", " href='//b.example'", " class=\"mention\"",
      " style=display:none", " hidden", " src=x onerror=y", " xlink:href=data:x", " type=hidden",
      " href=\"&#106;avascript:x\"", " encoding=text/html", " class=hashtag", " alt=':a:'",
    ]
    var html = ""
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let tag = tags.randomElement(using: &random)!
      switch Int.random(in: 0...9, using: &random) {
      case 0...4:
        html += "<" + tag
        if Bool.random(using: &random) { html += attributes.randomElement(using: &random)! }
        html += Int.random(in: 0..<9, using: &random) == 0 ? "/>" : ">"
      case 5...6: html += "</" + tag + ">"
      case 7:
        html += ["<!--", "-->", "<![CDATA[", "]]>", "<!x>", "<?x?>"].randomElement(using: &random)!
      default:
        html += ["words", " ", "&lt;script&gt;", "\u{0}", "#", "@", "\u{202E}"].randomElement(
          using: &random)!
      }
    }
    return Array(html.utf8)
  }
}
