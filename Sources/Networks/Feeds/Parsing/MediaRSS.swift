/// Media RSS (https://www.rssboard.org/media-rss): files, pictures and words beside an entry.
struct MediaRSS {
  var files: [FeedEnclosure] = []
  var image: String?
  var description: FeedText?
  var categories: [FeedCategory] = []

  init(of element: Element) {
    let groups = [element] + element.all("group", .media)
    for group in groups {
      for content in group.all("content", .media) {
        guard let address = content[attribute: "url"] else { continue }
        let absolute = FeedAddress.resolve(address, against: content.base)
        let type = content[attribute: "type"] ?? content[attribute: "medium"].map { "\($0)/*" }
        if !files.contains(where: { $0.address == absolute }), files.count < 100 {
          files.append(
            FeedEnclosure(
              address: absolute, type: type, length: content.size("filesize"),
              title: content.first("title", .media)?.words))
        }
        if image == nil, type?.hasPrefix("image/") == true { image = absolute }
        note(content)
      }
      note(group)
    }
  }

  /// What stands in a group or beside a file holds for the entry.
  private mutating func note(_ element: Element) {
    if image == nil, let thumbnail = element.first("thumbnail", .media),
      let address = thumbnail[attribute: "url"]
    {
      image = FeedAddress.resolve(address, against: thumbnail.base)
    }
    if description == nil { description = FeedText(rss: element.first("description", .media)) }
    for category in element.all("category", .media).prefix(50) {
      guard let term = category.words else { continue }
      categories.append(
        FeedCategory(
          term: term, label: category[attribute: "label"], scheme: category[attribute: "scheme"]))
    }
  }
}
