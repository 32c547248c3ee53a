/// What a page says about itself in microformats: who wrote what, when, in answer to what.
///
/// Read by the rules of https://microformats.org/wiki/microformats2-parsing, classic formats
/// (`hentry`, `vcard`) and their inclusion included. Never fails; what is beyond the limits is left
/// out and `isWhole` says so.
public struct Microformats: Sendable, Hashable {
  /// One thing that is described: an entry, a card, an event.
  public struct Item: Sendable, Hashable {
    /// `h-entry`, `h-card`; in alphabetical order, without doubles.
    public var types: [String]
    public var id: String?
    /// By name without its prefix (`name`, `in-reply-to`), in the order of the page.
    public var properties: [String: [Value]]
    /// Things inside it that are no property of it.
    public var children: [Item]

    /// The first value of a property as plain words or an address.
    public func text(_ name: String) -> String? { properties[name]?.first?.text }
    /// The first value of a property that is a thing of its own.
    public func item(_ name: String) -> Item? {
      properties[name]?.lazy.compactMap(\.item).first
    }
  }

  public enum Value: Sendable, Hashable {
    /// Words, a time, or an absolute address.
    case text(String)
    /// The address of a picture and what is said in its place.
    case picture(String, alternative: String)
    /// Markup with absolute addresses, and its words.
    case markup(String, text: String)
    /// A thing of its own, with what its place in the other says; `markup` for an `e-` property.
    indirect case item(Item, text: String, markup: String?)

    /// As plain words or an address.
    public var text: String {
      switch self {
      case .text(let text), .picture(let text, _), .markup(_, let text), .item(_, let text, _):
        text
      }
    }

    public var item: Item? {
      if case .item(let item, _, _) = self { return item }
      return nil
    }
  }

  /// What an address is to the page, from all its links with a `rel`.
  public struct Relation: Sendable, Hashable {
    /// In alphabetical order, without doubles.
    public var rels: [String]
    /// Those of the first link to it that has them.
    public var text: String?
    public var title: String?
    public var media: String?
    public var language: String?
    public var type: String?
  }

  /// At the top of the page, in its order.
  public var items: [Item]
  /// Absolute addresses by relation, in the order of the page, without doubles.
  public var rels: [String: [String]]
  public var relations: [String: Relation]
  /// Whether nothing was left out for its depth, its number or its size.
  public var isWhole: Bool

  /// Reads `html` in UTF-8, found at `address`.
  public init(utf8 html: [UInt8], at address: String? = nil) {
    let tree = PageTree(html, at: address)
    var reader = ItemReader(tree: tree)
    let found = RelationReader(tree: tree).read()
    items = reader.read()
    rels = found.rels
    relations = found.relations
    isWhole = tree.isWhole && !reader.leftOut
  }

  public init(_ html: String, at address: String? = nil) {
    self.init(utf8: Array(html.utf8), at: address)
  }
}
