import HeedMarkup

/// What a page announces: its feeds, its title, whether programs are to keep away.
struct PageLinks {
  struct Feed {
    var address: String
    var title: String?
  }

  let feeds: [Feed]
  let title: String?
  let asksNotToIndex: Bool

  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
    "text/rss+xml", "application/json", "application/x.atom+xml",
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
      found.append(Feed(address: link.address, title: link.title?.trimmed.nonEmpty))
    }
    feeds = found
  }

  private static func isFeed(_ link: HTMLPage.Link) -> Bool {
    // WordPress announces its programming interface and its embeds as JSON too: those are no feeds.
    if link.type == "application/json", link.address.contains("/wp-json") { return false }
    if link.has(rel: "feed") { return link.type.map { types.contains($0) } ?? true }
    return link.has(rel: "alternate") && link.type.map { types.contains($0) } ?? false
  }
}
