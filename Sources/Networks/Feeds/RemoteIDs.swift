import HeedModel
import HeedNetwork

/// How feeds' own names for things become ids that hold everywhere.
///
/// An id that is an address on the feed's own host is taken as it is, so that the same entry
/// through two feeds of one site is one post, and a comment finds what it answers. An address, tag
/// or URN of elsewhere counts within the host, and any other id within its feed alone: otherwise a
/// site could rewrite, or take back, what another said, only by using its ids.
struct RemoteIDs {
  private static let longest = 1_000

  /// What the source was typed as: it stays the same when the feed moves.
  let feed: String
  private let host: String?

  init(feed: String) {
    self.feed = feed
    host = FeedAddress.host(of: feed)
  }

  func id(_ whole: String) -> RemoteID {
    // An id as long as a book still tells entries apart, and is kept with every one of them.
    let written =
      whole.utf8.count > Self.longest ? "long:" + String(StableHash.of(whole), radix: 36) : whole
    if let host, FeedAddress.host(of: written) == host { return RemoteID(written) }
    if let host, let tagged = Self.tagHost(written), tagged == host { return RemoteID(written) }
    if let host, Self.isOneInTheWorld(written) { return RemoteID("\(host)#\(written)") }
    return RemoteID("\(feed)#\(written)")
  }

  /// Its id, else its page, else what it says.
  func post(_ entry: ParsedEntry) -> RemoteID {
    if let id = entry.id ?? entry.link ?? entry.about { return self.id(id) }
    let day = (entry.published ?? entry.updated).map { String($0.milliseconds) } ?? ""
    let words = entry.title ?? entry.summary ?? entry.content
    return id("words:" + String(StableHash.of(day, words?.value ?? ""), radix: 36))
  }

  func author(_ person: FeedPerson) -> RemoteID {
    if let page = person.page, FeedAddress.isWeb(page) { return id(page) }
    if let name = person.name { return id("author:" + name.lowercased()) }
    // A mail address is nobody's public name: it tells people apart here and is not kept.
    return id("author:" + String(StableHash.of(person.email?.lowercased() ?? ""), radix: 36))
  }

  private static func isOneInTheWorld(_ id: String) -> Bool {
    FeedAddress.isWeb(id) || id.hasPrefix("tag:") || id.hasPrefix("urn:uuid:")
  }

  /// The host that a `tag:` id names (RFC 4151).
  private static func tagHost(_ id: String) -> String? {
    guard id.hasPrefix("tag:"), let comma = id.firstIndex(of: ",") else { return nil }
    let authority = id[id.index(id.startIndex, offsetBy: 4)..<comma].lowercased()
    guard !authority.contains("@") else { return nil }
    return authority.hasPrefix("www.") ? String(authority.dropFirst(4)) : authority
  }
}
