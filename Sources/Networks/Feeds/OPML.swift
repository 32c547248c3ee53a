import Foundation

/// One line of an outline: a feed, or a folder of feeds.
public struct OPMLOutline: Sendable, Hashable {
  public var title: String
  /// The feed's address; `nil` for a folder.
  public var feed: String?
  /// The site's page.
  public var page: String?
  public var children: [OPMLOutline]

  public init(
    title: String, feed: String? = nil, page: String? = nil, children: [OPMLOutline] = []
  ) {
    self.title = title
    self.feed = feed
    self.page = page
    self.children = children
  }

  /// Every feed in it, itself included, in order.
  public var feeds: [OPMLOutline] {
    (feed == nil ? [] : [self]) + children.flatMap(\.feeds)
  }
}

/// Lists of feeds as feed readers exchange them (http://opml.org/spec2.opml).
public enum OPML {
  /// - Returns: `nil` when it is no outline at all; ill-formed ones are mended like feeds.
  public static func parse(_ bytes: [UInt8], contentType: String? = nil) -> [OPMLOutline]? {
    guard bytes.count <= FeedLimits.bytes else { return nil }
    let text = FeedEncoding.utf8(of: bytes, contentType: contentType)
    guard let root = XMLDocument.read(text, base: nil)?.root, root.name.lowercased() == "opml"
    else { return nil }
    return outlines(in: root.first("body") ?? root)
  }

  private static func outlines(in element: Element) -> [OPMLOutline] {
    element.all("outline").map { outline in
      let feed = outline[attribute: "xmlUrl"] ?? outline[attribute: "xmlurl"]
      let page = outline[attribute: "htmlUrl"]
      return OPMLOutline(
        title: outline[attribute: "title"] ?? outline[attribute: "text"] ?? feed ?? "",
        feed: feed, page: page, children: outlines(in: outline))
    }
  }

  /// OPML 2.0 in UTF-8.
  public static func write(_ outlines: [OPMLOutline], title: String) -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
        <head>
          <title>\(escaped(title))</title>
        </head>
        <body>

      """
    for outline in outlines { write(outline, depth: 2, to: &text) }
    return text + "  </body>\n</opml>\n"
  }

  private static func write(_ outline: OPMLOutline, depth: Int, to text: inout String) {
    let indentation = String(repeating: "  ", count: depth)
    let title = escaped(outline.title)
    text += "\(indentation)<outline text=\"\(title)\" title=\"\(title)\""
    if let feed = outline.feed { text += " type=\"rss\" xmlUrl=\"\(escaped(feed))\"" }
    if let page = outline.page { text += " htmlUrl=\"\(escaped(page))\"" }
    guard !outline.children.isEmpty else {
      text += "/>\n"
      return
    }
    text += ">\n"
    for child in outline.children { write(child, depth: depth + 1, to: &text) }
    text += "\(indentation)</outline>\n"
  }

  /// For text and attributes; characters that XML forbids are left out.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped += " "
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
