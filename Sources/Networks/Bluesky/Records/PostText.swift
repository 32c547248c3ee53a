import HeedModel
import HeedNetwork

/// A post's words with what its facets say of them. Facets count bytes of UTF-8
/// (https://docs.bsky.app/docs/advanced-guides/post-richtext).
enum PostText {
  /// Facets that overlap an earlier one, lie outside, cut a character, or cross a line are dropped; the words stay.
  static func richText(_ text: String, _ facets: [Facet]) -> (text: RichText, mentions: [String]) {
    if facets.isEmpty, !text.utf8.contains(10) {
      return (RichText(text.isEmpty ? [] : [.paragraph([.text(text)])]), [])
    }
    let bytes = Array(text.utf8)
    var lines = Lines()
    var mentions: [String] = []
    var at = 0
    for facet in facets.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let range = facet.range
      guard range.lowerBound >= at, isWhole(range, bytes), !bytes[range].contains(10),
        let inline = inline(facet.feature, String(decoding: bytes[range], as: UTF8.self))
      else { continue }
      lines.say(bytes[at..<range.lowerBound])
      lines.put(inline)
      if case .mention(let did) = facet.feature { mentions.append(did) }
      at = range.upperBound
    }
    lines.say(bytes[at...])
    return (lines.text, mentions)
  }

  private static func isWhole(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard range.upperBound <= bytes.count else { return false }
    let ends = [range.lowerBound, range.upperBound]
    return ends.allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
  }

  private static func inline(_ feature: Facet.Feature, _ words: String) -> RichText.Inline? {
    switch feature {
    case .mention(let did):
      guard RemoteIDs.isDID(did) else { return nil }
      return .mention(handle: words.hasPrefix("@") ? words : "@" + words, to: Page.person(did))
    case .link(let address):
      return Web.isAddress(address) ? .link(to: address, [.text(words)]) : nil
    case .tag(let name):
      let name = name.hasPrefix("#") ? String(name.dropFirst()) : name
      guard !name.isEmpty, name.utf8.count <= 640 else { return nil }
      return .tag(name: name, to: "https://bsky.app/hashtag/" + WebQuery.segment(name))
    }
  }
}

/// Paragraphs in the making: a line break is one, an empty line begins another.
private struct Lines {
  private var blocks: [RichText.Block] = []
  private var line: [RichText.Inline] = []
  private var breaks = 0

  mutating func say(_ bytes: ArraySlice<UInt8>) {
    for (number, part) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    {
      if number > 0 { breaks += 1 }
      let words = String(decoding: part.last == 13 ? part.dropLast() : part, as: UTF8.self)
      if !words.isEmpty { put(.text(words)) }
    }
  }

  mutating func put(_ inline: RichText.Inline) {
    if breaks > 1, !line.isEmpty {
      blocks.append(.paragraph(line))
      line = []
    } else if breaks > 0, !line.isEmpty {
      line.append(.lineBreak)
    }
    breaks = 0
    line.append(inline)
  }

  var text: RichText { RichText(line.isEmpty ? blocks : blocks + [.paragraph(line)]) }
}

/// Addresses of the web.
enum Web {
  static func isAddress(_ text: String) -> Bool {
    guard text.utf8.count <= 4_096 else { return false }
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("https://") || start.hasPrefix("http://")
  }
}
