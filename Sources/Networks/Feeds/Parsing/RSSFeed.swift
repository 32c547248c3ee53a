import HeedModel

/// RSS 0.90 to 2.0 and RSS 1.0, whose items stand beside the channel; with the modules people use.
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
    feed.title = FeedText(rss: channel.first("title") ?? channel.first("title", .dc))
    feed.subtitle = FeedText(
      rss: channel.first("description") ?? channel.first("summary", .itunes)
        ?? channel.first("subtitle", .itunes))
    let links = FeedLink.all(in: channel, .atom)
    feed.link = page(of: channel, links: links)
    feed.selfLink = links.first { $0.rel == "self" }?.address
    feed.hubs = links.filter { $0.rel == "hub" }.map(\.address)
    feed.authors = FeedPerson.rss(
      channel, own: ["managingEditor", "webMaster", "author"])
    feed.categories = categories(of: channel)
    feed.published = date(channel, ("pubDate", .none), ("published", .atom))
    feed.updated = date(
      channel, ("lastBuildDate", .none), ("updated", .atom), ("date", .dc), ("modified", .dc))
    feed.language =
      channel.first("language")?.words ?? channel.first("language", .dc)?.words
      ?? channel.language
    feed.image = image(of: channel)
    feed.pace = FeedPace(of: channel)
    feed.asksNotToIndex = channel.asksNotToIndex || root.asksNotToIndex
    // Items stand in the channel, beside it, or, in some programs' files, in both.
    let items =
      channel.all("item") + (root.name == channel.name ? [] : root.all("item"))
      + channel.all("items").flatMap { $0.all("item") }
    feed.entries = items.prefix(FeedLimits.entries).map(entry)
    feed.isPartial = items.count > FeedLimits.entries
    return feed
  }

  private var version: String {
    if let version = root[attribute: "version"] { return version }
    return root.name.lowercased() == "rdf" ? "1.0" : ""
  }

  private func entry(_ item: Element) -> ParsedEntry {
    var entry = ParsedEntry()
    let links = FeedLink.all(in: item, .atom)
    let guid = item.first("guid")
    entry.id = guid?.words ?? item.first("id", .atom)?.words ?? item.first("identifier", .dc)?.words
    entry.title = FeedText(
      rss: item.first("title") ?? item.first("title", .dc) ?? item.first("title", .itunes))
    entry.link = page(of: item, links: links)
    if entry.link == nil, let guid = guid?.words, FeedAddress.isWeb(guid),
      item.first("guid")?[attribute: "isPermaLink"]?.lowercased() != "false"
    {
      entry.link = guid
    }
    entry.authors = FeedPerson.rss(item, own: ["author"])
    entry.published = date(
      item, ("pubDate", .none), ("published", .atom), ("date", .dc), ("created", .dc))
    entry.updated = date(item, ("updated", .atom), ("modified", .dc), ("date", .dc))
    entry.content =
      FeedText(rss: item.first("encoded", .content))
      ?? item.first("content", .atom).flatMap(FeedText.init(atom:))
      ?? FeedText(rss: item.first("body", .xhtml) ?? item.first("div", .xhtml))
    entry.summary =
      FeedText(rss: item.first("description") ?? item.first("description", .dc))
      ?? item.first("summary", .atom).flatMap(FeedText.init(atom:))
      ?? FeedText(rss: item.first("summary", .itunes))
    entry.categories = categories(of: item)
    entry.enclosures = item.all("enclosure").compactMap { element in
      (element[attribute: "url"] ?? element[attribute: "href"]).map {
        FeedEnclosure(
          address: FeedAddress.resolve($0, against: element.base),
          type: element[attribute: "type"],
          length: element[attribute: "length"].flatMap { Int($0) })
      }
    }
    entry.enclosures += links.filter { $0.rel == "enclosure" }.map(\.enclosure)
    let media = MediaRSS(of: item)
    entry.enclosures += media.enclosures.filter { new in
      !entry.enclosures.contains { $0.address == new.address }
    }
    entry.image = image(of: item) ?? media.image
    if entry.content == nil, entry.summary == nil { entry.summary = media.description }
    entry.language = item.first("language", .dc)?.words ?? item.language
    entry.commentsPage = item.first("comments")?.address
    entry.readThread(of: item, links: links)
    return entry
  }

  /// The first plain link; else one in the manner of Atom.
  private func page(of element: Element, links: [FeedLink]) -> String? {
    for link in element.all("link") {
      if let address = link.address ?? FeedLink(link)?.address { return address }
    }
    return links.page
  }

  private func image(of element: Element) -> String? {
    let picture = element.first("image") ?? root.first("image")
    return picture?.first("url")?.address
      ?? element.first("image", .itunes).flatMap { picture in
        picture[attribute: "href"].map { FeedAddress.resolve($0, against: picture.base) }
      }
      ?? MediaRSS(of: element).image
  }

  private func categories(of element: Element) -> [FeedCategory] {
    var categories = element.all("category").compactMap { category in
      category.words.map { FeedCategory(term: $0, scheme: category[attribute: "domain"]) }
    }
    categories += element.all("keywords", .itunes).flatMap { keywords in
      (keywords.words ?? "").split(separator: ",").map { FeedCategory(term: $0.trimmed) }
    }
    func podcast(_ element: Element) {
      for category in element.all("category", .itunes) {
        category[attribute: "text"].map { categories.append(FeedCategory(term: $0)) }
        podcast(category)
      }
    }
    podcast(element)
    categories += element.all("subject", .dc).compactMap { $0.words.map { FeedCategory(term: $0) } }
    categories += element.atomCategories()
    return categories.filter { !$0.term.isEmpty }
  }

  private func date(_ element: Element, _ names: (String, Namespace)...) -> Instant? {
    for (name, space) in names {
      if let date = element.first(name, space)?.words.flatMap(FeedDate.read) { return date }
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
    for (name, space) in [("creator", Namespace.dc), ("author", .dc), ("author", .itunes)] {
      let people = element.all(name, space).compactMap { $0.words.flatMap(FeedPerson.init(line:)) }
      if !people.isEmpty { return people }
    }
    return []
  }
}
