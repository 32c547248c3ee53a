import Foundation

@testable import FeedsNetwork

/// The expected files of the gofeed cases, of which there are four shapes: one a format, and one
/// that unites them.
enum GofeedShape {
  case atom, rss, json, united

  init(folder: String) {
    switch folder {
    case "parser/atom": self = .atom
    case "parser/rss": self = .rss
    case "parser/json": self = .json
    default: self = .united
    }
  }

  func facts(_ feed: [String: Any]) -> Facts {
    var facts = Facts()
    read(feed, into: &facts, at: "", isFeed: true)
    let entries = feed[self == .atom ? "entries" : "items"] as? [[String: Any]] ?? []
    facts["entries"] = String(entries.count)
    for (number, entry) in entries.enumerated() {
      read(entry, into: &facts, at: "entry \(number) ", isFeed: false)
    }
    return facts
  }

  private func read(_ o: [String: Any], into facts: inout Facts, at: String, isFeed: Bool) {
    facts[at + "title"] = Facts.text(o["title"] as? String)
    if isFeed { facts["language"] = o["language"] as? String }
    switch self {
    case .atom: atom(o, &facts, at, isFeed)
    case .rss: rss(o, &facts, at, isFeed)
    case .json: json(o, &facts, at, isFeed)
    case .united: united(o, &facts, at, isFeed)
    }
  }

  private func atom(_ o: [String: Any], _ facts: inout Facts, _ at: String, _ isFeed: Bool) {
    let links = o["links"] as? [[String: Any]] ?? []
    func related(_ rel: String) -> [[String: Any]] { links.filter { $0["rel"] as? String == rel } }
    facts[at + "id"] = o["id"] as? String
    facts[at + "link"] = related("alternate").compactMap { $0["href"] as? String }.first
    facts[at + "summary"] = Facts.text(o[isFeed ? "subtitle" : "summary"] as? String)
    facts[at + "authors"] = people(
      // Those of the feed that an entry was taken from are its authors too (RFC 4287, 4.2.1).
      o["authors"] ?? (o["source"] as? [String: Any])?["authors"], page: "uri")
    facts[at + "published"] = Facts.instant(o["publishedParsed"] as? String)
    facts[at + "updated"] = Facts.instant(o["updatedParsed"] as? String)
    facts[at + "categories"] = ((o["categories"] as? [[String: Any]]) ?? [])
      .compactMap { $0["term"] as? String ?? $0["label"] as? String }.joined(separator: ", ")
    guard !isFeed else { return }
    let content = o["content"] as? [String: Any]
    facts[at + "content"] = Facts.text(content?["value"] as? String)
    var files = related("enclosure")
    if let source = content?["src"] { files.insert(["href": source], at: 0) }
    facts[at + "enclosures"] = enclosures(files, "href", "type", "length")
  }

  private func rss(_ o: [String: Any], _ facts: inout Facts, _ at: String, _ isFeed: Bool) {
    let dc = o["dcExt"] as? [String: Any] ?? [:]
    let itunes = o["itunesExt"] as? [String: Any] ?? [:]
    facts[at + "link"] = o["link"] as? String
    facts[at + "summary"] = Facts.text(o["description"] as? String)
    let line =
      o["author"] as? String ?? o["managingEditor"] as? String ?? o["webMaster"] as? String
      ?? (dc["creator"] as? [String])?.first ?? itunes["author"] as? String
    facts[at + "authors"] = line.map(Facts.plain).map { $0.contains("@") ? "|\($0)|" : "\($0)||" }
    facts[at + "published"] = Facts.instant(o["pubDateParsed"] as? String)
    facts[at + "updated"] = Facts.instant(o["lastBuildDateParsed"] as? String)
    let own = (o["categories"] as? [[String: Any]] ?? []).compactMap { $0["value"] as? String }
    facts[at + "categories"] =
      (own + (dc["subject"] as? [String] ?? [])).map(Facts.plain)
      .joined(separator: ", ")
    guard !isFeed else { return }
    facts[at + "id"] = ((o["guid"] as? [String: Any])?["value"] as? String).map(Facts.plain)
    facts[at + "content"] = Facts.text(o["content"] as? String)
    facts[at + "enclosures"] = enclosures(o["enclosures"], "url", "type", "length")
  }

  private func json(_ o: [String: Any], _ facts: inout Facts, _ at: String, _ isFeed: Bool) {
    facts[at + "link"] = o[isFeed ? "home_page_url" : "url"] as? String
    facts[at + "id"] = o["id"] as? String
    facts[at + "summary"] = Facts.text(o[isFeed ? "description" : "summary"] as? String)
    facts[at + "content"] = Facts.text((o["content_html"] ?? o["content_text"]) as? String)
    facts[at + "authors"] = people(o["authors"] ?? (o["author"].map { [$0] }), page: "url")
    facts[at + "published"] = Facts.instant(o["date_published"] as? String)
    facts[at + "updated"] = Facts.instant(o["date_modified"] as? String)
    facts[at + "categories"] = (o["tags"] as? [String])?.joined(separator: ", ")
    facts[at + "enclosures"] = enclosures(o["attachments"], "url", "mime_type", "size_in_bytes")
  }

  private func united(_ o: [String: Any], _ facts: inout Facts, _ at: String, _ isFeed: Bool) {
    facts[at + "link"] = o["link"] as? String
    facts[at + "id"] = o["guid"] as? String
    facts[at + "summary"] = Facts.text(o["description"] as? String)
    facts[at + "content"] = Facts.text(o["content"] as? String)
    facts[at + "authors"] = people(o["authors"], page: "url")
    facts[at + "published"] = Facts.instant(o["publishedParsed"] as? String)
    facts[at + "updated"] = Facts.instant(o["updatedParsed"] as? String)
    facts[at + "categories"] = (o["categories"] as? [String])?.joined(separator: ", ")
    facts[at + "enclosures"] = enclosures(o["enclosures"], "url", "type", "length")
  }

  private func people(_ value: Any?, page: String) -> String {
    (value as? [[String: Any]] ?? []).map { person in
      ["name", "email", page].map { person[$0] as? String ?? "" }.joined(separator: "|")
    }.joined(separator: ", ")
  }

  private func enclosures(
    _ value: Any?, _ address: String, _ type: String, _ length: String
  ) -> String {
    (value as? [[String: Any]] ?? []).map { file in
      [address, type, length].map { file[$0].map { "\($0)" } ?? "" }.joined(separator: " ")
    }.joined(separator: ", ")
  }
}
