/// Which open elements a start tag ends, where a program forgot to say so.
enum MendingRules {
  static let roots: Set<String> = ["rss", "rdf", "feed", "opml", "channel"]

  /// A start tag by its name.
  struct Name {
    let written: Range<Int>
    /// In lower case, with its prefix.
    let full: String
    /// HTML that never has an end tag.
    var isVoid: Bool { MendingRules.voids.contains(full) }

    init(_ input: MarkupBytes, _ written: Range<Int>) {
      self.written = written
      full = String(decoding: input[written], as: UTF8.self).lowercased()
    }
  }

  /// - Returns: how many elements stay open when this one starts; `nil` when all do.
  static func ends(of start: Name, open: [Range<Int>], in input: MarkupBytes) -> Int? {
    guard let last = open.last, open.count > 1 else { return nil }
    // Items hold no items, and nothing else holds them but a channel.
    if isItem(start.full) {
      if let item = open.lastIndex(where: { input.isSame($0, start.written) }) { return item }
      return open.lastIndex { holders.contains(input.local($0)) }.map { $0 + 1 }
    }
    let top = Name(input, last).full
    // These hold words alone: another part of a feed starts behind them.
    if bare.contains(top), isPart(start.full) { return open.count - 1 }
    if top == "title", parts.contains(start.full), parent(of: open.count - 1, open, input) {
      return open.count - 1
    }
    // HTML may stand in these, but none of what only feeds have.
    guard isOfFeedsAlone(start.full) else { return nil }
    return open.lastIndex { texts.contains(Name(input, $0).full) }
      .flatMap { parent(of: $0, open, input) ? $0 : nil }
  }

  /// Whether an element stands in an item or a channel of RSS itself. In Atom whole vocabularies may
  /// stand in words.
  private static func parent(of index: Int, _ open: [Range<Int>], _ input: MarkupBytes) -> Bool {
    guard index > 0, input.local(open[0]) != "feed" else { return false }
    return ["item", "channel"].contains(Name(input, open[index - 1]).full)
  }

  private static func isItem(_ name: String) -> Bool {
    ["item", "entry", "rss:item", "atom:entry", "a:entry"].contains(name)
  }

  private static func isPart(_ name: String) -> Bool {
    parts.contains(name) || others.contains(name) || name.contains(":")
  }

  private static func isOfFeedsAlone(_ name: String) -> Bool {
    ofFeeds.contains(name) || ["dc:", "content:", "wfw:", "slash:"].contains { name.hasPrefix($0) }
  }

  private static let holders = roots.union(["items"])

  private static let bare: Set<String> = [
    "link", "guid", "pubdate", "lastbuilddate", "comments", "ttl", "language", "docs", "generator",
    "managingeditor", "webmaster", "updated", "published", "issued", "modified", "id",
    "dc:date", "atom:link",
  ]

  private static let parts: Set<String> = [
    "title", "link", "description", "guid", "pubdate", "author", "category", "comments",
    "enclosure", "content:encoded", "dc:creator", "dc:date", "language",
  ]

  private static let others: Set<String> = [
    "content", "copyright", "docs", "generator", "id", "image", "issued", "lastbuilddate",
    "managingeditor", "modified", "published", "rights", "skipdays", "skiphours", "source",
    "subtitle", "summary", "tagline", "textinput", "ttl", "updated", "webmaster",
  ]

  private static let texts: Set<String> = ["description", "content:encoded", "title", "summary"]

  private static let ofFeeds: Set<String> = ["pubdate", "guid", "lastbuilddate", "enclosure"]

  private static let voids: Set<String> = [
    "area", "br", "col", "embed", "hr", "img", "input", "param", "wbr",
  ]
}
