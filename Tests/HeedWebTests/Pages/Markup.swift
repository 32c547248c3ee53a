import HeedWeb
import Testing

/// A tag of a page, read back for the tests that look at all of them.
struct Tag: Sendable {
  var name: String
  var isEnd: Bool
  var attributes: [(name: String, value: String)]

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  func has(_ name: String) -> Bool { attributes.contains { $0.name == name } }
}

/// Reads the tags of our own markup; not for markup of others.
enum Markup {
  static func tags(of html: HTML) -> [Tag] {
    let bytes = Array(html.markup.utf8)
    var tags: [Tag] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      var end = start + 1
      var isQuoted = false
      while end < bytes.count, isQuoted || bytes[end] != UInt8(ascii: ">") {
        if bytes[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
        end += 1
      }
      let inner = String(decoding: bytes[(start + 1)..<min(end, bytes.count)], as: UTF8.self)
      if !inner.hasPrefix("!") { tags.append(tag(inner)) }
      index = min(end + 1, bytes.count)
    }
    return tags
  }

  private static func tag(_ inner: String) -> Tag {
    let isEnd = inner.hasPrefix("/")
    let body = isEnd ? inner.dropFirst() : inner[...]
    let name = body.prefix { !$0.isWhitespace }
    var attributes: [(name: String, value: String)] = []
    var rest = body.dropFirst(name.count).drop { $0.isWhitespace || $0 == "/" }
    while !rest.isEmpty {
      let key = rest.prefix { !$0.isWhitespace && $0 != "=" }
      rest = rest.dropFirst(key.count)
      var value = ""
      if rest.first == "=" {
        rest = rest.dropFirst()
        let quoted = rest.first == "\"" ? rest.dropFirst() : rest
        value = String(quoted.prefix { $0 != "\"" })
        rest = quoted.dropFirst(value.count).dropFirst()
      }
      attributes.append((String(key), unescaped(value)))
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
    }
    return Tag(name: String(name), isEnd: isEnd, attributes: attributes)
  }

  static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { text, pair in
        text.split(separator: pair.0, omittingEmptySubsequences: false)
          .joined(separator: pair.1)
      }
  }
}

/// A sample in a language: what most tests of pages run over. Shown once, read by many.
struct Shown: CustomTestStringConvertible, Sendable {
  var sample: Sample
  var words: Words
  var html: HTML
  var tags: [Tag]

  var testDescription: String { "\(sample.name) in \(words.language)" }

  init(sample: Sample, words: Words) {
    self.sample = sample
    self.words = words
    html = sample.html(words: words)
    tags = Markup.tags(of: html)
  }

  static let all: [Shown] = Storybook.all.flatMap { sample in
    Words.all.map { Shown(sample: sample, words: $0) }
  }
  static let english = all.filter { $0.words.language == "en" }
}
