public import HeedModel

/// Finds links, mentions and tags in plain words, as members type them and as networks without
/// markup send them.
///
/// Links and tags follow the rules that Twitter published
/// (https://github.com/twitter/twitter-text/tree/master/conformance); mentions may name their host
/// as on Mastodon (`@ana@a.example`). Time is linear in the text.
public struct Entities: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// An absolute address.
    case link(String)
    /// With its `@`, as written.
    case mention(String)
    /// Without its mark.
    case tag(String)
  }

  public struct Entity: Sendable, Hashable {
    public var kind: Kind
    public var range: Range<String.Index>
  }

  /// Whether `example.org/x` without `https://` is a link; only under ends of names that are known.
  public var bareDomains: Bool
  /// Whether `@ana.example` is one handle, as on Bluesky, and not `@ana`.
  public var domainHandles: Bool

  public init(bareDomains: Bool = false, domainHandles: Bool = false) {
    self.bareDomains = bareDomains
    self.domainHandles = domainHandles
  }

  /// Everything found, in order, without overlaps.
  public func find(in text: String) -> [Entity] {
    // Most short texts have none of these.
    guard text.utf8.contains(where: { "@#:".utf8.contains($0) || $0 == 0xEF }) || bareDomains else {
      return []
    }
    var scan = EntityScan(text, options: self)
    return scan.all()
  }

  /// A member's words with what is found in them, ready to show and to send.
  ///
  /// `pages` gives the page of a mention or tag where it is known.
  public func rich(_ text: String, pages: (Kind) -> String? = { _ in nil }) -> RichText {
    var blocks = RichText(plain: text).normalised.blocks
    for index in blocks.indices {
      guard case .paragraph(let inlines) = blocks[index] else { continue }
      blocks[index] = .paragraph(
        inlines.flatMap { inline -> [RichText.Inline] in
          guard case .text(let words) = inline else { return [inline] }
          return self.inlines(words, pages: pages)
        })
    }
    return RichText(blocks).normalised
  }

  private func inlines(_ text: String, pages: (Kind) -> String?) -> [RichText.Inline] {
    var result: [RichText.Inline] = []
    var end = text.startIndex
    for entity in find(in: text) {
      if end < entity.range.lowerBound {
        result.append(.text(String(text[end..<entity.range.lowerBound])))
      }
      switch entity.kind {
      case .link(let address):
        result.append(.link(to: address, [.text(String(text[entity.range]))]))
      case .mention(let handle): result.append(.mention(handle: handle, to: pages(entity.kind)))
      case .tag(let name): result.append(.tag(name: name, to: pages(entity.kind)))
      }
      end = entity.range.upperBound
    }
    if end < text.endIndex { result.append(.text(String(text[end...]))) }
    return result
  }
}
