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
    var bytes = bytes
    if Gunzip.isPacked(bytes) {
      guard let whole = Gunzip.unpack(bytes, limit: FeedLimits.bytes) else { throw .tooLarge }
      bytes = whole
    }
    let text = FeedEncoding.utf8(of: bytes, contentType: contentType)
    if let first = text.first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") {
      guard let feed = JSONFeed.read(text, address: address) else { throw .noFeed }
      return feed
    }
    guard let document = XMLDocument.read(text, base: address) else {
      // A guard against scripts stands before some JSON: `)]}',` or a call.
      guard let start = text.prefix(100).firstIndex(of: UInt8(ascii: "{")),
        let feed = JSONFeed.read(Array(text[start...]), address: address)
      else { throw .noFeed }
      return feed
    }
    let root = document.root
    var feed: ParsedFeed
    switch root.name.lowercased() {
    case "feed": feed = AtomFeed(root).read()
    case "entry" where root.first("id", .atom) != nil || root.first("title", .atom) != nil:
      feed = AtomFeed(root).read()
    case "rss", "rdf", "channel": feed = RSSFeed(root).read()
    default: throw .noFeed
    }
    feed.isPartial = feed.isPartial || document.isPartial
    feed.wasCut = document.wasCut
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
