/// Reads any feed: RSS 0.9 to 2.0, Atom 0.3 and 1.0, JSON Feed 1 and 1.1, well-formed or not.
///
/// Fetches nothing, follows no entity and no document type, and never fails on an odd byte: what
/// can be read is read.
public enum FeedParser {
  /// Why bytes are no feed.
  public enum Failure: Error, Sendable, Hashable {
    /// Nothing in them is a feed; they may be a page.
    case noFeed
    /// More than `FeedLimits.bytes`.
    case tooLarge
  }

  /// - Parameters:
  ///   - contentType: the header of the answer, for its `charset`.
  ///   - address: where the bytes came from, for relative addresses inside.
  public static func parse(
    _ bytes: [UInt8], contentType: String? = nil, address: String? = nil
  ) throws(Failure) -> ParsedFeed {
    guard bytes.count <= FeedLimits.bytes else { throw .tooLarge }
    let text = FeedEncoding.utf8(of: bytes, contentType: contentType)
    if let first = text.first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") {
      guard let feed = JSONFeed.read(text, address: address) else { throw .noFeed }
      return feed
    }
    guard let document = XMLDocument.read(text, base: address) else { throw .noFeed }
    let root = document.root
    var feed: ParsedFeed?
    switch (root.namespace, root.name.lowercased()) {
    case (.atom, "feed"), (.none, "feed"), (.other, "feed"): feed = AtomFeed(root).read()
    case (_, "rss"), (_, "rdf"), (.none, "channel"): feed = RSSFeed(root).read()
    default: break
    }
    guard var feed else { throw .noFeed }
    feed.isPartial = feed.isPartial || document.isPartial
    return feed
  }
}

/// What a feed may cost. Beyond it the rest is left out and the feed is marked as partial.
public enum FeedLimits {
  public static let bytes = 8 << 20
  public static let entries = 1000
  static let elements = 100_000
  static let attributes = 200_000
  static let depth = 100
}
