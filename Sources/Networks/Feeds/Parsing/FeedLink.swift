/// A `link` in the manner of Atom, wherever it stands.
struct FeedLink {
  var rel: String
  var address: String
  var type: String?
  var length: Int?
  var title: String?

  init?(_ element: Element) {
    guard let href = element.attributes.first(where: { $0.name.lowercased() == "href" }) else {
      return nil
    }
    address = FeedAddress.resolve(href.value, against: element.base)
    guard !address.isEmpty else { return nil }
    let rel = element[attribute: "rel"]?.lowercased() ?? "alternate"
    // A relation may be written as the address of its registration (RFC 4287, 4.2.7.2).
    self.rel =
      rel.contains("iana.org/") ? rel.split(separator: "/").last.map(String.init) ?? rel : rel
    type = element[attribute: "type"]
    length = element.size("length")
    title = element[attribute: "title"]
  }

  var enclosure: FeedEnclosure {
    FeedEnclosure(address: address, type: type, length: length, title: title)
  }

  static func all(in element: Element, _ namespace: Namespace) -> [FeedLink] {
    element.all("link", namespace).compactMap(FeedLink.init)
  }
}

extension [FeedLink] {
  /// The page that it all stands on: HTML before anything else.
  var page: String? {
    let alternates = filter { $0.rel == "alternate" }
    return (alternates.first { $0.type?.contains("html") == true } ?? alternates.first)?.address
  }
}

extension ParsedEntry {
  /// What ties it to comments and to what it answers: RFC 4685, the Comment API, Slash.
  mutating func readThread(of element: Element, links: [FeedLink]) {
    commentsFeed =
      element.elements.first { $0.namespace == .wfw && $0.name.lowercased() == "commentrss" }?
      .address
      ?? links.first { $0.rel == "replies" && $0.type?.contains("html") != true }?.address
    commentsPage =
      commentsPage
      ?? links.first { $0.rel == "replies" && $0.type?.contains("html") == true }?
      .address
    commentCount = (element.first("comments", .slash) ?? element.first("total", .thr))?
      .words.flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    if let answered = element.first("in-reply-to", .thr) {
      inReplyTo = answered[attribute: "ref"]
      inReplyToPage = answered[attribute: "href"].map {
        FeedAddress.resolve($0, against: answered.base)
      }
    }
  }
}

extension Element {
  /// Bytes; what is no number is nothing, and so is less than nothing.
  func size(_ name: String) -> Int? {
    self[attribute: name].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// `<xhtml:meta name="robots" content="noindex"/>`, as feeds say it of themselves.
  var asksNotToIndex: Bool {
    all("meta", .xhtml).contains {
      $0[attribute: "name"]?.lowercased() == "robots"
        && RobotsMark.optsOut($0[attribute: "content"] ?? "")
    }
  }
}
