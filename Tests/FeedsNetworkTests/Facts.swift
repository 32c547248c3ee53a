import Foundation
import HeedModel

@testable import FeedsNetwork

/// What a feed says in the fields that the project names, in one shape for ours and for theirs.
struct Facts {
  var fields: [String: String] = [:]

  subscript(name: String) -> String? {
    get { fields[name] }
    set { fields[name] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// The names of the fields in which two differ, with both values.
  func differences(from other: Facts) -> [String] {
    Set(fields.keys).union(other.fields.keys).sorted().compactMap { name in
      let ours = fields[name]
      let theirs = other.fields[name]
      return ours == theirs ? nil : "\(name): ours \(ours ?? "–"), theirs \(theirs ?? "–")"
    }
  }

  static func text(_ text: String?) -> String? {
    text?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Our words with their addresses made absolute, as theirs are.
  static func text(_ text: FeedText?) -> String? {
    guard let text, text.form == .html, let base = text.base else {
      return self.text(text?.value)
    }
    return self.text(
      text.value.replacing(#/(href|src)="([^"]*)"/#) {
        "\($0.1)=\"\(FeedAddress.resolve(String($0.2), against: base))\""
      })
  }

  /// Names and filing words, which are words and never markup.
  static func plain(_ text: String) -> String {
    self.text(text.replacing(#/<[^>]*>/#, with: "")) ?? ""
  }

  static func instant(_ written: String?) -> String? {
    guard let written else { return nil }
    return FeedDate.read(written).map { String($0.milliseconds) } ?? "unread: \(written)"
  }
}

extension Facts {
  /// - Parameter labels: whether categories are told by their label, where they have one.
  init(_ feed: ParsedFeed, labels: Bool) {
    func words(_ categories: [FeedCategory]) -> String {
      categories.map { Self.plain(labels ? $0.label ?? $0.term : $0.term) }
        .joined(separator: ", ")
    }
    self["title"] = Self.text(feed.title)
    self["link"] = feed.link
    self["id"] = feed.format == .atom ? feed.id : nil
    self["summary"] = Self.text(feed.subtitle)
    self["authors"] = Self.people(feed.authors)
    self["published"] = feed.published.map { String($0.milliseconds) }
    self["updated"] = feed.updated.map { String($0.milliseconds) }
    self["categories"] = words(feed.categories)
    self["language"] = feed.language
    self["entries"] = String(feed.entries.count)
    for (number, entry) in feed.entries.enumerated() {
      let at = "entry \(number) "
      self[at + "title"] = Self.text(entry.title)
      self[at + "link"] = entry.link
      self[at + "id"] = entry.id.map(Self.plain)
      self[at + "summary"] = Self.text(entry.summary)
      self[at + "content"] = Self.text(entry.content)
      self[at + "authors"] = Self.people(entry.authors)
      self[at + "published"] = entry.published.map { String($0.milliseconds) }
      self[at + "updated"] = entry.updated.map { String($0.milliseconds) }
      self[at + "categories"] = words(entry.categories)
      self[at + "enclosures"] = entry.enclosures.map {
        [$0.address, $0.type ?? "", $0.length.map { String($0) } ?? ""].joined(separator: " ")
      }.joined(separator: ", ")
    }
  }

  private static func people(_ people: [FeedPerson]) -> String {
    people.map { [plain($0.name ?? ""), $0.email ?? "", $0.page ?? ""].joined(separator: "|") }
      .joined(separator: ", ")
  }
}
