import Foundation

/// JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/).
enum JSONFeed {
  /// - Returns: `nil` when it is no JSON, or JSON of something else.
  static func read(_ bytes: [UInt8], address: String?) -> ParsedFeed? {
    guard let (root, wasCut) = object(bytes) else { return nil }
    if let rss = RSSInJSON.root(of: root, base: address) {
      var feed = RSSFeed(rss).read()
      feed.isPartial = feed.isPartial || wasCut
      return feed
    }
    let version = string(root["version"]) ?? ""
    let items = root["items"] as? [Any]
    guard
      version.contains("jsonfeed.org") || (items != nil && root["title"] != nil)
        || version.hasPrefix("1")
    else { return nil }
    var feed = ParsedFeed(format: .json, version: number(of: version))
    feed.title = plain(root["title"])
    feed.subtitle = plain(root["description"])
    feed.link = web(root["home_page_url"], address)
    feed.selfLink = web(root["feed_url"], address)
    feed.id = feed.selfLink
    feed.hubs = list(root["hubs"]).compactMap { web($0["url"], address) }
    feed.authors = people(in: root, address)
    feed.language = string(root["language"])
    feed.image = web(root["icon"], address) ?? web(root["favicon"], address)
    let base = feed.link ?? address
    let entries = list(items)
    feed.entries = entries.prefix(FeedLimits.entries).map { entry($0, base: base) }
    feed.wasCut = wasCut
    feed.isPartial = wasCut || entries.count > FeedLimits.entries
    return feed
  }

  private static func entry(_ item: [String: Any], base: String?) -> ParsedEntry {
    var entry = ParsedEntry()
    entry.id = string(item["id"])
    entry.link = web(item["url"], base) ?? web(item["external_url"], base)
    entry.title = plain(item["title"])
    if let html = string(item["content_html"]) {
      entry.content = FeedText(html, .html, base: entry.link ?? base)
    } else {
      entry.content = plain(item["content_text"])
    }
    entry.summary = plain(item["summary"])
    entry.authors = people(in: item, base)
    entry.published = string(item["date_published"]).flatMap(FeedDate.read)
    entry.updated = string(item["date_modified"]).flatMap(FeedDate.read)
    // One text with commas instead of a list is common.
    let tags =
      item["tags"] as? [Any] ?? string(item["tags"])?.split(separator: ",").map(String.init)
    entry.categories = (tags ?? []).compactMap { string($0).map { FeedCategory(term: $0) } }
    entry.enclosures = list(item["attachments"]).compactMap { file in
      web(file["url"], base).map {
        FeedEnclosure(
          address: $0, type: string(file["mime_type"]),
          length: string(file["size_in_bytes"]).flatMap { Double($0) }
            .flatMap { $0 >= 0 && $0 < 1e15 ? Int($0) : nil }, title: string(file["title"]))
      }
    }
    entry.image = web(item["image"], base) ?? web(item["banner_image"], base)
    entry.language = string(item["language"])
    return entry
  }

  private static func object(_ bytes: [UInt8]) -> (root: [String: Any], wasCut: Bool)? {
    // The depth is counted by the mender, so it comes first for what is well-formed too.
    guard let mended = JSONMender.mend(bytes),
      let root = try? JSONSerialization.jsonObject(with: Data(mended.bytes)) as? [String: Any]
    else { return nil }
    return (root, mended.wasCut)
  }

  /// A number counts as text: programs write ids so.
  private static func string(_ value: Any?) -> String? {
    switch value {
    case let text as String: text.trimmed.nonEmpty
    case let number as NSNumber: number.stringValue
    default: nil
    }
  }

  private static func plain(_ value: Any?) -> FeedText? {
    string(value).map { FeedText($0, .plain) }
  }

  private static func web(_ value: Any?, _ base: String?) -> String? {
    string(value).map { FeedAddress.resolve($0, against: base) }
  }

  private static func list(_ value: Any?) -> [[String: Any]] {
    (value as? [Any] ?? []).compactMap { $0 as? [String: Any] }
  }

  private static func people(in object: [String: Any], _ base: String?) -> [FeedPerson] {
    let name = string(object["author"])
    let old = (object["author"] as? [String: Any] ?? name.map { ["name": $0] }).map { [$0] } ?? []
    let all = list(object["authors"])
    return (all.isEmpty ? old : all).compactMap { author in
      let person = FeedPerson(
        name: string(author["name"]), page: web(author["url"], base),
        picture: web(author["avatar"], base))
      return person.isEmpty ? nil : person
    }
  }

  /// `1.1` of `https://jsonfeed.org/version/1.1`.
  private static func number(of version: String) -> String {
    version.split(separator: "/").last.map(String.init) ?? ""
  }
}
