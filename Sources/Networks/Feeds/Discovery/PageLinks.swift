import HeedMarkup

/// What a page announces and names: its feeds, its title, whether programs are to keep away.
struct PageLinks {
  struct Feed {
    var address: String
    var title: String?
    var type: String?
  }

  /// What `<link>` announces.
  let feeds: [Feed]
  /// Addresses that the page only links to and that look like feeds: its own host's first.
  let mentioned: [String]
  let title: String?
  let asksNotToIndex: Bool

  static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
    "text/rss+xml", "application/json", "application/x.atom+xml", "application/rss",
    "application/atom", "text/atom+xml", "application/x-rss+xml", "application/x-atom+xml",
    "text/rss",
  ]

  init(_ document: FeedClient.Document) {
    let text = FeedEncoding.utf8(of: document.bytes, contentType: document.contentType)
    let page = HTMLPage(utf8: text, at: document.address)
    title = page.title
    asksNotToIndex = page.refusesIndex
    var found: [Feed] = []
    for link in page.links where link.element == .link && Self.isFeed(link) && found.count < 20 {
      guard FeedAddress.isWeb(link.address), !found.contains(where: { $0.address == link.address })
      else { continue }
      found.append(
        Feed(address: link.address, title: link.title?.trimmed.nonEmpty, type: link.type))
    }
    feeds = found
    let host = FeedAddress.host(of: document.address)
    let anchors = page.links.filter { link in
      guard link.element == .anchor, let there = FeedAddress.host(of: link.address) else {
        return false
      }
      let isTyped = link.type.map { Self.types.contains($0) && $0 != "application/json" } ?? false
      return isTyped
        || (there == host || there.contains("feed")) && FeedLook.isFeed(address: link.address)
    }.map { FeedAddress.parts(of: $0.address).page }
    let own = anchors.filter { FeedAddress.host(of: $0) == host }
    mentioned = (own + anchors).reduce(into: []) { kept, address in
      if !kept.contains(address), kept.count < 3 { kept.append(address) }
    }
  }

  private static func isFeed(_ link: HTMLPage.Link) -> Bool {
    guard !link.has(rel: "stylesheet") else { return false }
    // WordPress announces its programming interface and its embeds as JSON too: those are no feeds.
    if link.type == "application/json",
      link.address.contains("/wp-json") || link.address.contains("oembed")
    {
      return false
    }
    if link.has(rel: "feed") || link.has(rel: "service.feed") {
      return link.type.map { types.contains($0) || $0.hasSuffix("xml") } ?? true
    }
    guard link.has(rel: "alternate") else { return false }
    switch link.type {
    case let type? where types.contains(type): return true
    // A type that says too little, and one that is missing: the address has to look like it.
    case "text/xml", "application/xml", nil: return FeedLook.isFeed(address: link.address)
    default: return false
    }
  }
}

/// Whether an address reads like that of a feed.
enum FeedLook {
  static func isFeed(address: String) -> Bool {
    let address = FeedAddress.parts(of: address).page.lowercased()
    let halves = address.split(separator: "?", maxSplits: 1)
    let path = halves.first.map { $0.hasSuffix("/") ? String($0.dropLast()) : String($0) } ?? ""
    if halves.count == 2, queries.contains(where: { halves[1].contains($0) }) { return true }
    return ends.contains { path.hasSuffix($0) }
  }

  private static let queries = [
    "feed=rss", "feed=atom", "feed=comments", "format=rss", "format=atom", "alt=rss", "type=rss",
    "output=rss", "view=rss",
  ]

  private static let ends = [
    "/feed", "/rss", "/atom", "/feeds", ".rss", ".atom", ".rdf", "/rss2", "/feed.xml", "/rss.xml",
    "/atom.xml", "/index.xml", "/feed.json", "/feed.rss", "/feed.atom", "/rss.php", "/feeds/main",
    "/feeds/posts/default", "/rss20.xml", "/comments.xml", "/backend.php", "/index.rdf",
  ]
}
