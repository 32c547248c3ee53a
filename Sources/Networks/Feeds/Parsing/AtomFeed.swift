import HeedModel

/// Atom 1.0 (RFC 4287) and 0.3.
struct AtomFeed {
  private let root: Element
  private let space = Namespace.atom
  private let version: String

  init(_ root: Element) {
    self.root = root
    version =
      root[attribute: "version"]
      ?? (root.elements.contains { ["tagline", "modified"].contains($0.name) } ? "0.3" : "1.0")
  }

  func read() -> ParsedFeed {
    var feed = ParsedFeed(format: .atom, version: version)
    feed.id = root.first("id", space)?.address
    feed.title = text(root, "title")
    feed.subtitle = text(root, "subtitle", "tagline")
    let links = FeedLink.all(in: root, space)
    feed.link = links.page
    feed.selfLink = links.first { $0.rel == "self" }?.address
    feed.hubs = links.filter { $0.rel == "hub" }.map(\.address)
    feed.authors = people(root, "author")
    if feed.authors.isEmpty { feed.authors = FeedPerson.rss(root, own: []) }
    feed.categories = root.atomCategories(space)
    feed.published = date(root, "published", "created")
    feed.updated = date(root, "updated", "modified")
    feed.language = root.language ?? root.first("language", .dc)?.words
    feed.image = (root.first("icon", space) ?? root.first("logo", space))?.address
    feed.pace = FeedPace(of: root)
    feed.asksNotToIndex = root.asksNotToIndex
    // An entry may stand alone, as a document of its own (RFC 4287, 4.1.2).
    let isAlone = root.name.lowercased() == "entry"
    if isAlone { feed = ParsedFeed(format: .atom, version: version) }
    let entries = isAlone ? [root] : root.all("entry", space)
    feed.entries = entries.prefix(FeedLimits.entries).map(entry)
    feed.isPartial = entries.count > FeedLimits.entries
    feed.deletions = root.deletions
    return feed
  }

  private func entry(_ element: Element) -> ParsedEntry {
    var entry = ParsedEntry()
    entry.id = element.first("id", space)?.address
    entry.title = text(element, "title")
    let links = FeedLink.all(in: element, space)
    entry.link = links.page
    entry.authors = people(element, "author")
    if entry.authors.isEmpty, let source = element.first("source", space) {
      entry.authors = people(source, "author")
    }
    if entry.authors.isEmpty { entry.authors = FeedPerson.rss(element, own: []) }
    entry.published = date(element, "published", "issued", "created", "pubDate")
    entry.updated = date(element, "updated", "modified")
    if let content = content(of: element) {
      entry.content = FeedText(atom: content)
      if let source = content[attribute: "src"] {
        entry.enclosures.append(
          FeedEnclosure(
            address: FeedAddress.resolve(source, against: content.base),
            type: content[attribute: "type"]))
      }
    }
    if entry.content == nil { entry.content = FeedText(rss: element.first("encoded", .content)) }
    entry.summary = text(element, "summary") ?? FeedText(rss: element.first("description", space))
    entry.categories = element.atomCategories(space) + element.subjects
    entry.enclosures += links.filter { $0.rel == "enclosure" }.map(\.enclosure)
    let media = MediaRSS(of: element)
    entry.media = media.files
    entry.categories += media.categories
    entry.image = media.image
    // A video's words stand in its media group alone, on the channels of the large film place.
    if entry.content == nil, entry.summary == nil { entry.summary = media.description }
    entry.language = element.language
    entry.readThread(of: element, links: links)
    return entry
  }

  /// The form richest in words, where several are offered.
  private func content(of element: Element) -> Element? {
    let all = element.all("content", space)
    return all.first { $0[attribute: "type"]?.contains("html") == true } ?? all.first
  }

  private func text(_ element: Element, _ names: String...) -> FeedText? {
    for name in names {
      if let text = element.first(name, space).flatMap(FeedText.init(atom:)) { return text }
    }
    return nil
  }

  private func people(_ element: Element, _ name: String) -> [FeedPerson] {
    element.all(name, space).compactMap(FeedPerson.init(atom:))
  }

  private func date(_ element: Element, _ names: String...) -> Instant? {
    for name in names {
      if let date = element.first(name, space)?.words.flatMap(FeedDate.read) { return date }
    }
    return element.first("date", .dc)?.words.flatMap(FeedDate.read)
  }
}
