import HeedMarkup
import HeedModel
import HeedNetwork

/// A page that points to one of ours, understood.
struct PageReading {
  enum Bond { case answers, likes, passesOn, pointsTo }

  let page: FoundPage
  let html: HTMLPage
  let formats: Microformats
  let target: WebPlace

  init(_ page: FoundPage, target: WebPlace) {
    self.page = page
    self.target = target
    let text = page.isMarkup ? page.text : ""
    html = HTMLPage(text, at: page.address)
    formats = Microformats(text, at: page.address)
  }

  /// Whether it really points there; anybody may say so.
  var pointsToTarget: Bool {
    guard page.isMarkup else { return namesTarget }
    return html.links.contains { leadsThere($0.address) && !Self.isAboutItself($0) }
      || html.sources.contains(where: leadsThere)
      || entry.map { bond(of: $0) != .pointsTo } ?? false
  }

  /// What a page says of its own address points at nobody.
  private static func isAboutItself(_ link: HTMLPage.Link) -> Bool {
    link.element == .link
      && !Set(link.rels).isDisjoint(with: ["canonical", "alternate", "shortlink"])
  }

  /// Words without marks, and what programs read: any address in it, whole, as it is written there.
  private var namesTarget: Bool {
    WrittenAddresses(page.text.replacing("\\/", with: "/")).contains(where: leadsThere)
  }

  func leadsThere(_ address: String) -> Bool { WebPlace(address)?.page == target.page }

  /// The entry that points there: the first that says how, else the first that does at all, else
  /// the only one of the page.
  var entry: Microformats.Item? {
    let entries = Self.entries(in: formats.items, depth: 0)
    return entries.first { bond(of: $0) != .pointsTo }
      ?? entries.first { item in
        item.properties.values.joined().contains {
          if case .markup(let markup, _) = $0 { return markup.contains(target.page) }
          return leadsThere($0.text)
        }
      } ?? (entries.count == 1 ? entries.first : nil)
  }

  private static func entries(in items: [Microformats.Item], depth: Int) -> [Microformats.Item] {
    guard depth < 4 else { return [] }
    return items.flatMap { item in
      item.types.contains("h-entry") || item.types.contains("h-review")
        ? [item] : entries(in: item.children, depth: depth + 1)
    }
  }

  /// https://indieweb.org/responses
  func bond(of entry: Microformats.Item) -> Bond {
    func has(_ name: String) -> Bool {
      (entry.properties[name] ?? []).prefix(50).contains { value in
        leadsThere(value.text)
          || (value.item?.properties["url"] ?? []).contains { leadsThere($0.text) }
      }
    }
    if has("in-reply-to") { return .answers }
    if has("like-of") || has("favorite-of") { return .likes }
    if has("repost-of") { return .passesOn }
    return .pointsTo
  }

  /// The page elsewhere that an entry answers, while it points to ours besides.
  func answered(_ entry: Microformats.Item) -> String? {
    guard let value = entry.properties["in-reply-to"]?.first else { return nil }
    return WebPlace(value.item?.text("url") ?? value.text)?.page
  }

  /// What it says, in our own shapes.
  func words(of entry: Microformats.Item?) -> (title: String?, text: RichText) {
    guard let entry else {
      // No entry: the paragraph that points to us, under the page's title.
      let whole = HTMLReader(base: html.base).read(page.isMarkup ? page.text : "")
      let blocks = whole.blocks.filter { block in
        RichText([block]).links.contains(where: leadsThere)
      }
      return (html.title, RichText(Array(blocks.prefix(1))))
    }
    var text = RichText()
    for name in ["content", "summary"] where text.isEmpty {
      switch entry.properties[name]?.first {
      case .markup(let markup, _): text = HTMLReader(base: html.base).read(markup)
      case .some(let value): text = Self.plain(value.text)
      case nil: continue
      }
    }
    let name = entry.text("name")
    if text.isEmpty, let name { return (nil, Self.plain(name)) }
    // A name that only repeats what is said is none.
    let isTitle =
      name.map { !Self.folded(text.plain).hasPrefix(Self.folded($0).prefix(60)) } ?? false
    return (isTitle ? name : nil, text)
  }

  private static func plain(_ words: String) -> RichText {
    RichText([
      .paragraph([.text(words.split(whereSeparator: \.isWhitespace).joined(separator: " "))])
    ])
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
