/// The vocabularies that feeds are written in, told by their address and not by their prefix.
enum Namespace: Hashable {
  /// RSS itself, with or without one of its own namespaces.
  case none
  case atom, content, dc, itunes, media, rdf, slash, sy, thr, tombstones, wfw, xhtml
  case other

  init(address: String) {
    var key = address.trimmed.lowercased()
    if key.hasPrefix("https:") { key = "http:" + key.dropFirst(6) }
    while key.hasSuffix("/") || key.hasSuffix("#") { key.removeLast() }
    self = Self.byAddress[key] ?? (key.hasPrefix("http://purl.org/atom/ns") ? .atom : .other)
  }

  /// For documents that forgot to declare it.
  init(prefix: String) { self = Self.byPrefix[prefix.lowercased()] ?? .other }

  private static let byAddress: [String: Namespace] = [
    "": .none,
    "http://purl.org/rss/1.0": .none,
    "http://purl.org/net/rss1.1": .none,
    "http://my.netscape.com/rdf/simple/0.9": .none,
    "http://channel.netscape.com/rdf/simple/0.9": .none,
    "http://backend.userland.com/rss": .none,
    "http://backend.userland.com/rss2": .none,
    "http://blogs.law.harvard.edu/tech/rss": .none,
    "http://cyber.law.harvard.edu/rss": .none,
    "http://www.rssboard.org/rss-specification": .none,
    "http://www.w3.org/2005/atom": .atom,
    "http://purl.org/rss/1.0/modules/rss091": .none,
    "http://my.netscape.com/publish/formats/rss-0.91.dtd": .none,
    "http://purl.org/rss/1.0/modules/content": .content,
    "http://purl.org/dc/elements/1.0": .dc,
    "http://purl.org/dc/elements/1.1": .dc,
    "http://purl.org/dc/terms": .dc,
    "http://purl.org/rss/1.0/modules/dc": .dc,
    "http://purl.org/rss/1.0/modules/dcterms": .dc,
    "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes,
    "http://example.com/dtds/podcast-1.0.dtd": .itunes,
    "http://search.yahoo.com/mrss": .media,
    "http://search.yahoo.com/mrss/rss": .media,
    "http://video.search.yahoo.com/mrss": .media,
    "http://tools.search.yahoo.com/mrss": .media,
    "http://www.rssboard.org/media-rss": .media,
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": .rdf,
    "http://purl.org/rss/1.0/modules/slash": .slash,
    "http://purl.org/rss/1.0/modules/syndication": .sy,
    "http://purl.org/syndication/thread/1.0": .thr,
    "http://purl.org/atompub/tombstones/1.0": .tombstones,
    "http://wellformedweb.org/commentapi": .wfw,
    "http://www.w3.org/1999/xhtml": .xhtml,
  ]

  private static let byPrefix: [String: Namespace] = [
    "atom": .atom, "atom10": .atom, "a10": .atom, "content": .content, "dc": .dc, "dcterms": .dc,
    "itunes": .itunes, "media": .media, "rdf": .rdf, "slash": .slash, "sy": .sy, "thr": .thr,
    "at": .tombstones, "wfw": .wfw, "xhtml": .xhtml, "rss": .none,
  ]
}

/// Which vocabulary a document's plain elements belong to, whatever namespace they claim: programs
/// invent addresses for RSS, and give RSS the default namespace of Atom.
struct Dialect {
  /// The namespace of the elements that make the feed, as it is written.
  var own: String
  /// What its elements count as: `.atom` in Atom, `.none` in everything else.
  var home: Namespace

  func namespace(address: String, prefix: String) -> Namespace {
    let known = Namespace(address: address)
    if home == .atom, known == .none, prefix.isEmpty { return .atom }
    if address == own, prefix.isEmpty || known == .other { return home }
    return known
  }
}
