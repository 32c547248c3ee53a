import HeedModel

/// One item of RSS.
struct RSSItem {
  private let item: Element

  init(_ item: Element) { self.item = item }

  func read() -> ParsedEntry {
    var entry = ParsedEntry()
    let links = FeedLink.all(in: item, .atom)
    let guid = item.all("guid").first { $0.words != nil }
    entry.id =
      guid?.words ?? item.first("id", .atom)?.words ?? item.first("identifier", .dc)?.words
      ?? item.first("id")?.words
    entry.about = item[attribute: "about"]
    entry.title =
      item.words("title") ?? item.words("title", .dc) ?? atom("title")
      ?? item.words("title", .itunes) ?? item.words("title", .media)
    entry.link = Self.page(of: item, links: links)
    if entry.link == nil, let guid, let address = guid.words, FeedAddress.isWeb(address),
      guid[attribute: "isPermaLink"]?.lowercased() != "false"
    {
      entry.link = address
    }
    entry.authors = FeedPerson.rss(item, own: ["author"])
    entry.published = item.date(
      ("pubDate", .none), ("published", .atom), ("issued", .dc), ("date", .dc), ("created", .dc),
      ("published", .none), ("date", .none))
    entry.updated =
      item.date(
        ("updated", .atom), ("modified", .dc), ("date", .dc), ("updated", .none),
        ("modified", .none), ("lastBuildDate", .none))
      ?? item[attribute: "lastmod"].flatMap(FeedDate.read)
    entry.content =
      item.words("encoded", .content) ?? atom("content")
      ?? FeedText(rss: item.first("body", .xhtml) ?? item.first("div", .xhtml))
      ?? item.words("encoded", "fullitem", "body", "content")
    entry.summary =
      item.words("description") ?? item.words("description", .dc) ?? atom("summary")
      ?? item.words("summary", "abstract") ?? item.words("summary", .itunes)
      ?? item.words("subtitle", .itunes)
    entry.categories = Self.categories(of: item)
    entry.enclosures = item.all("enclosure").compactMap { element in
      (element[attribute: "url"] ?? element[attribute: "href"]).map {
        FeedEnclosure(
          address: FeedAddress.resolve($0, against: element.base),
          type: element[attribute: "type"], length: element.size("length"))
      }
    }
    let bare = item.all("link").prefix(20).compactMap(FeedLink.init)
    entry.enclosures += (links + bare).filter { $0.rel == "enclosure" }.map(\.enclosure)
    let media = MediaRSS(of: item)
    entry.media = media.files.filter { new in
      !entry.enclosures.contains { $0.address == new.address }
    }
    entry.image = Self.image(of: item) ?? media.image
    if entry.content == nil, entry.summary == nil { entry.summary = media.description }
    entry.categories += media.categories
    entry.language = item.first("language", .dc)?.words ?? item.language
    entry.commentsPage = item.first("comments")?.address
    entry.readThread(of: item, links: links)
    return entry
  }

  private func atom(_ name: String) -> FeedText? {
    item.first(name, .atom).flatMap(FeedText.init(atom:))
  }

  /// Of several plain links the last, as most readers take it; else one in the manner of Atom, or
  /// what CDF says in an attribute.
  static func page(of element: Element, links: [FeedLink]) -> String? {
    let own = element.all("link").suffix(20)
    return own.compactMap { link in
      link.address ?? FeedLink(link).flatMap { $0.rel == "alternate" ? $0.address : nil }
    }.last ?? links.page
      ?? element[attribute: "href"].map { FeedAddress.resolve($0, against: element.base) }
  }

  static func image(of element: Element, or root: Element? = nil) -> String? {
    let picture = element.first("image") ?? root?.first("image")
    return picture?.first("url")?.address
      ?? element.first("image", .itunes).flatMap { picture in
        picture[attribute: "href"].map { FeedAddress.resolve($0, against: picture.base) }
      }
      ?? MediaRSS(of: element).image
  }

  static func categories(of element: Element) -> [FeedCategory] {
    var categories = element.all("category").compactMap { category in
      (category.words ?? category[attribute: "term"]).map {
        FeedCategory(
          term: $0, label: category[attribute: "label"],
          scheme: category[attribute: "domain"] ?? category[attribute: "scheme"])
      }
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
    categories += element.subjects + element.atomCategories()
    return categories.filter { !$0.term.isEmpty }
  }
}
