import HeedModel

/// RSS 0.90 to 2.0 and RSS 1.0, whose items stand beside the channel; with the modules people use,
/// and CDF (https://www.w3.org/TR/NOTE-CDFsubmit.html), which says the same in attributes.
struct RSSFeed {
  private let root: Element
  private let channel: Element

  init(_ root: Element) {
    self.root = root
    channel =
      root.name.lowercased() == "channel" ? root : root.first("channel") ?? root
  }

  func read() -> ParsedFeed {
    var feed = ParsedFeed(format: .rss, version: version)
    feed.title = channel.words("title") ?? channel.words("title", .dc) ?? atomText(channel, "title")
    feed.subtitle =
      channel.words("description", "tagline", "subtitle", "abstract")
      ?? channel.words("description", .dc) ?? atomText(channel, "subtitle")
      ?? channel.words("summary", .itunes) ?? channel.words("subtitle", .itunes)
    let links = FeedLink.all(in: channel, .atom)
    feed.link = RSSItem.page(of: channel, links: links)
    feed.selfLink = links.first { $0.rel == "self" }?.address
    feed.hubs = links.filter { $0.rel == "hub" }.map(\.address)
    feed.authors = FeedPerson.rss(
      channel, own: ["managingEditor", "webMaster", "author"])
    feed.categories = RSSItem.categories(of: channel)
    feed.published = channel.date(("pubDate", .none), ("published", .atom), ("issued", .dc))
    feed.updated =
      channel.date(
        ("lastBuildDate", .none), ("updated", .atom), ("date", .dc), ("modified", .dc))
      ?? channel[attribute: "lastmod"].flatMap(FeedDate.read)
    feed.language =
      channel.first("language")?.words ?? channel.first("language", .dc)?.words
      ?? channel.language
    feed.image = RSSItem.image(of: channel, or: root)
    feed.pace = FeedPace(of: channel)
    feed.asksNotToIndex = channel.asksNotToIndex || root.asksNotToIndex
    feed.deletions = channel.deletions
    let items = items
    feed.entries = items.prefix(FeedLimits.entries).map { RSSItem($0).read() }
    feed.isPartial = items.count > FeedLimits.entries
    return feed
  }

  /// They stand in the channel, beside it, or, in some programs' files, in both; entries of Atom
  /// among them are entries all the same.
  private var items: [Element] {
    let isNested = root.name != channel.name
    let items =
      channel.all("item") + (isNested ? root.all("item") : [])
      + channel.all("items").flatMap { $0.all("item") }
    guard items.isEmpty else { return items }
    return channel.all("entry") + (isNested ? root.all("entry") : [])
  }

  private var version: String {
    if let version = root[attribute: "version"] { return version }
    return root.name.lowercased() == "rdf" ? "1.0" : ""
  }

  private func atomText(_ element: Element, _ name: String) -> FeedText? {
    element.first(name, .atom).flatMap(FeedText.init(atom:))
  }
}

extension Element {
  /// The first of these that holds words, in the order of the names.
  func words(_ names: String..., in namespace: Namespace = .none) -> FeedText? {
    for name in names {
      if let text = all(name, namespace).prefix(3).lazy.compactMap({ FeedText(rss: $0) }).first {
        return text
      }
    }
    return nil
  }

  func words(_ name: String, _ namespace: Namespace) -> FeedText? {
    words(name, in: namespace)
  }

  func date(_ names: (String, Namespace)...) -> Instant? {
    for (name, space) in names {
      if let date = first(name, space)?.words.flatMap(FeedDate.read) { return date }
    }
    return nil
  }
}

extension FeedPerson {
  /// The people of an RSS channel or item: the most telling element alone.
  static func rss(_ element: Element, own names: [String]) -> [FeedPerson] {
    for name in names {
      let people = element.all(name).compactMap(FeedPerson.init(atom:))
      if !people.isEmpty { return people }
    }
    let atom = element.all("author", .atom).compactMap(FeedPerson.init(atom:))
    if !atom.isEmpty { return atom }
    for (name, space) in [
      ("creator", Namespace.dc), ("author", .dc), ("author", .itunes), ("creator", .none),
    ] {
      let people = element.all(name, space).compactMap { $0.words.flatMap(FeedPerson.init(line:)) }
      if !people.isEmpty { return people }
    }
    return element.all("owner", .itunes).compactMap(FeedPerson.init(atom:))
  }
}
