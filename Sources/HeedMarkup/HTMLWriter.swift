public import HeedModel

/// Writes a text as HTML for our own screens.
///
/// Only these come out: `p h4 blockquote ol ul li pre code br em strong a span bdi`, with `href rel
/// class dir` on them. Links neither pass on our name nor our good word, and what people wrote
/// keeps its own direction of writing (`dir="auto"`).
public enum HTMLWriter {
  public static func html(_ text: RichText) -> String {
    var html = ""
    for block in text.normalised.blocks { write(block, into: &html) }
    return html
  }

  /// `text` for the inside of an element or of a quoted attribute.
  public static func escaped(_ text: String) -> String {
    var html = ""
    escape(text, into: &html)
    return html
  }

  private static func write(_ block: RichText.Block, into html: inout String) {
    switch block {
    case .paragraph(let inlines): write(inlines, in: "p", into: &html)
    // Our screens have their own headings above; a stranger's must not climb past them.
    case .heading(let inlines): write(inlines, in: "h4", into: &html)
    case .quote(let blocks):
      html += "<blockquote>"
      for block in blocks { write(block, into: &html) }
      html += "</blockquote>"
    case .list(let ordered, let items):
      html += ordered ? "<ol dir=\"auto\">" : "<ul dir=\"auto\">"
      for item in items {
        html += "<li>"
        if item.count == 1, case .paragraph(let inlines) = item[0] {
          for inline in inlines { write(inline, into: &html) }
        } else {
          for block in item { write(block, into: &html) }
        }
        html += "</li>"
      }
      html += ordered ? "</ol>" : "</ul>"
    case .code(let text):
      html += "<pre dir=\"auto\"><code>"
      escape(text, into: &html)
      html += "</code></pre>"
    }
  }

  private static func write(
    _ inlines: [RichText.Inline], in tag: String, into html: inout String
  ) {
    html += "<\(tag) dir=\"auto\">"
    for inline in inlines { write(inline, into: &html) }
    html += "</\(tag)>"
  }

  private static func write(_ inline: RichText.Inline, into html: inout String) {
    switch inline {
    case .text(let text): escape(text, into: &html)
    case .lineBreak: html += "<br>"
    case .code(let text):
      html += "<code>"
      escape(text, into: &html)
      html += "</code>"
    case .emphasis(let inner): write(inner, inside: "em", into: &html)
    case .strong(let inner): write(inner, inside: "strong", into: &html)
    case .link(let address, let inner):
      open(address, class: nil, into: &html)
      for inline in inner { write(inline, into: &html) }
      html += "</a>"
    case .mention(let handle, let address):
      write(handle, to: address, class: "mention", into: &html)
    case .tag(let name, let address):
      write("#" + name, to: address, class: "tag", into: &html)
    }
  }

  private static func write(
    _ inner: [RichText.Inline], inside tag: String, into html: inout String
  ) {
    html += "<\(tag)>"
    for inline in inner { write(inline, into: &html) }
    html += "</\(tag)>"
  }

  private static func write(
    _ words: String, to address: String?, class name: String, into html: inout String
  ) {
    if let address {
      open(address, class: name, into: &html)
    } else {
      html += "<span class=\"\(name)\">"
    }
    html += "<bdi>"
    escape(words, into: &html)
    html += address == nil ? "</bdi></span>" : "</bdi></a>"
  }

  private static func open(_ address: String, class name: String?, into html: inout String) {
    html += "<a href=\""
    escape(address, into: &html)
    html += "\" rel=\"nofollow ugc noopener noreferrer\""
    if let name { html += " class=\"\(name)\"" }
    html += ">"
  }

  private static func escape(_ text: String, into html: inout String) {
    var text = text
    text.withUTF8 { bytes in
      var run = 0
      for index in bytes.indices {
        let entity: String
        switch bytes[index] {
        case UInt8(ascii: "&"): entity = "&amp;"
        case UInt8(ascii: "<"): entity = "&lt;"
        case UInt8(ascii: ">"): entity = "&gt;"
        case UInt8(ascii: "\""): entity = "&quot;"
        case UInt8(ascii: "'"): entity = "&#39;"
        default: continue
        }
        html += String(decoding: bytes[run..<index], as: UTF8.self)
        html += entity
        run = index + 1
      }
      html += String(decoding: bytes[run..<bytes.count], as: UTF8.self)
    }
  }
}
