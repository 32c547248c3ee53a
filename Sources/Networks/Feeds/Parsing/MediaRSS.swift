/// Media RSS (https://www.rssboard.org/media-rss): files, pictures and words beside an entry.
struct MediaRSS {
  var enclosures: [FeedEnclosure] = []
  var image: String?
  var description: FeedText?

  init(of element: Element) {
    let groups = [element] + element.all("group", .media)
    for group in groups {
      for content in group.all("content", .media) {
        guard let address = content[attribute: "url"] else { continue }
        let absolute = FeedAddress.resolve(address, against: content.base)
        let type = content[attribute: "type"] ?? content[attribute: "medium"].map { "\($0)/*" }
        enclosures.append(
          FeedEnclosure(
            address: absolute, type: type,
            length: content[attribute: "filesize"].flatMap { Int($0) },
            title: content.first("title", .media)?.words))
        if image == nil, type?.hasPrefix("image/") == true { image = absolute }
      }
      if image == nil, let thumbnail = group.first("thumbnail", .media),
        let address = thumbnail[attribute: "url"]
      {
        image = FeedAddress.resolve(address, against: thumbnail.base)
      }
      if description == nil { description = FeedText(rss: group.first("description", .media)) }
    }
  }
}
