import HeedModel
import HeedNetwork

/// Tells which links of a text are people and tags. The server says so beside the text, which is
/// surer than the classes of its markup: each software writes those in its own way.
struct Naming {
  private var people: [String: String] = [:]
  private var byUserName: [String: String] = [:]
  private var tags: [String: String] = [:]

  init(_ status: Status, domain: String) {
    for mention in status.mentions {
      let address = RemoteIDs.address(mention.acct, domain: domain)
      if let url = mention.url { people[Self.key(url)] = address }
      let user = mention.acct.prefix { $0 != "@" }.lowercased()
      byUserName["@" + user] = address
      byUserName[address.lowercased()] = address
    }
    for tag in status.tags { tags[tag.name.lowercased()] = tag.name }
  }

  func named(_ text: RichText) -> RichText {
    RichText(text.blocks.map(block))
  }

  private func block(_ block: RichText.Block) -> RichText.Block {
    switch block {
    case .paragraph(let inlines): .paragraph(inlines.map(inline))
    case .heading(let inlines): .heading(inlines.map(inline))
    case .quote(let blocks): .quote(blocks.map(self.block))
    case .list(let ordered, let items):
      .list(ordered: ordered, items: items.map { $0.map(self.block) })
    case .code: block
    }
  }

  private func inline(_ inline: RichText.Inline) -> RichText.Inline {
    switch inline {
    case .emphasis(let inner): return .emphasis(inner.map(self.inline))
    case .strong(let inner): return .strong(inner.map(self.inline))
    case .link(let to, let inner):
      return named(to: to, words: inner.plainText) ?? inline
    case .mention(let handle, let to?):
      return named(to: to, words: handle) ?? inline
    case .tag(let name, let to):
      return .tag(name: tags[name.lowercased()] ?? name, to: to)
    case .text, .lineBreak, .code, .mention: return inline
    }
  }

  private func named(to: String, words: String) -> RichText.Inline? {
    if words.hasPrefix("@") {
      let address = people[Self.key(to)] ?? byUserName[words.lowercased()]
      return address.map { .mention(handle: $0, to: to) }
    }
    if words.hasPrefix("#"), let name = tags[words.dropFirst().lowercased()] {
      return .tag(name: name, to: to)
    }
    return nil
  }

  private static func key(_ address: String) -> String {
    var key = address.lowercased()
    while key.hasSuffix("/") { key.removeLast() }
    return key
  }
}

extension [RichText.Inline] {
  /// The words alone, as they read.
  var plainText: String { map(\.plainText).joined() }
}

extension RichText.Inline {
  var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .lineBreak: "\n"
    case .emphasis(let inner), .strong(let inner), .link(_, let inner): inner.plainText
    case .mention(let handle, _): handle
    case .tag(let name, _): "#" + name
    }
  }
}
