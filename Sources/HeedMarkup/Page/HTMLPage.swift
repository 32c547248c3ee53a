import CGumbo

/// What a page says about itself and where it points: for finding its feed, its WebSub hub, its
/// webmention endpoint, and whether programs may keep it.
public struct HTMLPage: Sendable, Hashable {
  /// A `<link>`, `<a>` or `<area>` with an address that leads somewhere, in the order of the page.
  public struct Link: Sendable, Hashable {
    public enum Element: Sendable { case link, anchor }
    public var element: Element
    /// Lower case, as written otherwise; empty when it says none.
    public var rels: [String]
    /// Its MIME type in lower case, without parameters.
    public var type: String?
    /// Absolute.
    public var address: String
    public var title: String?

    public func has(rel: String) -> Bool { rels.contains(rel) }
  }

  public var title: String?
  /// What relative addresses stand on: the first `<base href>`, else the page's own address.
  public var base: String?
  public var language: String?
  public var links: [Link]
  /// The words of `<meta name=robots>`, in lower case: `noindex`, `nofollow`, `noarchive` …
  public var robots: Set<String>
  /// Addresses of pictures, sounds, films and frames, absolute, in order: a page that shows
  /// something points at it too.
  public var sources: [String]

  /// What it wants to be introduced by, by the names of Open Graph (https://ogp.me) and `description`; the first of each
  /// counts. Addresses are as they were written.
  public var introductions: [String: String]

  /// A page that asks not to be kept (law of `robots`: `none` means both).
  public var refusesIndex: Bool { robots.contains("noindex") || robots.contains("none") }

  /// Reads `html` in UTF-8, found at `address`; never fails. Limits as for `HTMLReader`.
  public init(utf8 html: [UInt8], at address: String? = nil) {
    var visitor = PageVisitor(address: address)
    _ = HTMLTree(html).walk(&visitor)
    title = visitor.title.map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    base = visitor.base
    language = visitor.language
    links = visitor.links
    robots = visitor.robots
    sources = visitor.sources
    introductions = visitor.introductions
  }

  public init(_ html: String, at address: String? = nil) {
    self.init(utf8: Array(html.utf8.prefix(HTMLTree.bytes + 1)), at: address)
  }

  /// The first link with this relation, as discovery rules of the web ask for.
  public func first(rel: String) -> Link? { links.first { $0.has(rel: rel) } }
}

private struct PageVisitor: HTMLVisitor {
  var title: String?
  var base: String?
  var language: String?
  var links: [HTMLPage.Link] = []
  var robots: Set<String> = []
  var sources: [String] = []
  var introductions: [String: String] = [:]
  private let page: String?
  private var hasBase = false
  private var isInTitle = false

  init(address: String?) {
    page = address.flatMap { WebAddress.resolve($0) }
    base = page
  }

  mutating func enter(_ element: HTMLElement) -> Bool {
    switch element.tag {
    case GUMBO_TAG_HTML: language = element["lang"].flatMap { $0.isEmpty ? nil : $0 }
    case GUMBO_TAG_TITLE:
      guard title == nil else { return false }
      isInTitle = true
      title = ""
    case GUMBO_TAG_BASE:
      // Only the first counts (https://html.spec.whatwg.org/#the-base-element).
      guard !hasBase, let href = element["href"] else { break }
      hasBase = true
      base = WebAddress.resolve(href, against: page) ?? page
    case GUMBO_TAG_META:
      if let name = (element["property"] ?? element["name"])?.lowercased(),
        Self.introducing.contains(name), let words = element["content"], !words.isEmpty,
        words.utf8.count <= 10_000, introductions[name] == nil
      {
        introductions[name] = words
      }
      if element["name"]?.lowercased() == "robots", let words = element["content"] {
        for word in words.lowercased().split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
          robots.insert(String(word))
        }
      }
    case GUMBO_TAG_LINK: add(element, as: .link)
    case GUMBO_TAG_A, GUMBO_TAG_AREA: add(element, as: .anchor)
    case GUMBO_TAG_IMG, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO, GUMBO_TAG_SOURCE, GUMBO_TAG_IFRAME:
      if let address = element["src"].flatMap({ WebAddress.resolve($0, against: base) }) {
        sources.append(address)
      }
    case GUMBO_TAG_TEMPLATE, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE: return false
    default: break
    }
    return true
  }

  private static let introducing: Set<String> = [
    "og:title", "og:description", "og:image", "description",
  ]

  mutating func leave(_ element: HTMLElement) {
    if element.tag == GUMBO_TAG_TITLE { isInTitle = false }
  }

  mutating func text(_ text: String) { if isInTitle { title? += text } }

  private mutating func add(_ element: HTMLElement, as kind: HTMLPage.Link.Element) {
    guard let href = element["href"], let address = WebAddress.resolve(href, against: base) else {
      return
    }
    let type = element["type"]?.lowercased().split(separator: ";").first.map {
      $0.filter { !$0.isWhitespace }
    }
    links.append(
      HTMLPage.Link(
        element: kind, rels: element.words("rel").map(String.init),
        type: type.map { String($0) }, address: address, title: element["title"]))
  }
}
