/// Where sites of a known build keep the feeds of a page, for those that do not announce them, or
/// not all.
enum KnownPlaces {
  /// On hosts that are known by name; asked before the page itself, which may be for people alone.
  static func feeds(of address: String) -> [String] {
    guard let host = FeedAddress.host(of: address), let path = FeedAddress.path(of: address) else {
      return []
    }
    let parts = path.split(separator: "/").map(String.init)
    let bare =
      host.hasPrefix("m.") || host.hasPrefix("old.")
      ? String(host.drop { $0 != "." }.dropFirst()) : host
    guard !FeedLook.isFeed(address: address) else { return [] }
    switch bare {
    case "youtube.com": return youTube(parts, address)
    case "reddit.com":
      guard let kind = parts.first, ["r", "user", "u"].contains(kind), parts.count >= 2 else {
        return []
      }
      let place = "https://www.reddit.com/" + parts.joined(separator: "/")
      return kind == "r" && parts.count == 2
        ? ["\(place)/.rss", "\(place)/comments/.rss"] : ["\(place)/.rss"]
    case "github.com": return gitHub(parts)
    case "gitlab.com", "codeberg.org":
      guard parts.count >= 2 else { return [] }
      let place = "https://\(bare)/\(parts[0])/\(parts[1])"
      return bare == "codeberg.org"
        ? ["\(place)/releases.rss", "\(place).rss"] : ["\(place)/-/tags?format=atom"]
    case "medium.com":
      return parts.first.map { ["https://medium.com/feed/\($0)"] } ?? []
    case "bsky.app":
      return parts.count >= 2 && parts[0] == "profile"
        ? ["https://bsky.app/profile/\(parts[1])/rss"] : []
    case "news.ycombinator.com": return parts.isEmpty ? ["https://news.ycombinator.com/rss"] : []
    default: return hosted(bare)
    }
  }

  /// On any host, by the form of the path: Mastodon's people and tags, Discourse's topics, Lemmy's
  /// communities.
  static func shaped(like address: String) -> [String] {
    guard let path = FeedAddress.path(of: address) else { return [] }
    let parts = path.split(separator: "/").map(String.init)
    let place = parts.joined(separator: "/")
    let shaped: String?
    switch (parts.first, parts.count) {
    case (let name?, 1) where name.hasPrefix("@"): shaped = "/\(place).rss"
    case ("tags", 2): shaped = "/\(place).rss"
    case ("t", 2...3): shaped = "/\(place).rss"
    case ("c", 2): shaped = "/feeds/\(place).xml"
    case ("profile", 2): shaped = "/\(place)/rss"
    default: shaped = nil
    }
    // A folder may be a blog of its own.
    let folder = parts.isEmpty || parts.count > 3 || !path.hasSuffix("/") ? nil : "/\(place)/feed/"
    return [shaped, folder].compactMap { $0 }
  }

  private static func youTube(_ parts: [String], _ address: String) -> [String] {
    let feed = "https://www.youtube.com/feeds/videos.xml"
    switch (parts.first, parts.count) {
    case ("channel", 2...): return ["\(feed)?channel_id=\(parts[1])"]
    case ("user", 2...): return ["\(feed)?user=\(parts[1])"]
    case ("playlist", 1):
      guard let list = address.firstMatch(of: #/[?&]list=([A-Za-z0-9_\-]+)/#) else { return [] }
      return ["\(feed)?playlist_id=\(list.1)"]
    default: return []
    }
  }

  private static func gitHub(_ parts: [String]) -> [String] {
    guard parts.count >= 2 else {
      return parts.first.map { ["https://github.com/\($0).atom"] } ?? []
    }
    let place = "https://github.com/\(parts[0])/\(parts[1])"
    switch parts.dropFirst(2).first {
    case nil, "releases": return ["\(place)/releases.atom", "\(place)/commits.atom"]
    case "tags": return ["\(place)/tags.atom"]
    case "commits":
      return ["\(place)/commits\(parts.dropFirst(3).map { "/\($0)" }.joined()).atom"]
    case "discussions": return ["\(place)/discussions.atom"]
    default: return []
    }
  }

  /// One blog a name.
  private static func hosted(_ host: String) -> [String] {
    for (end, path) in [
      (".substack.com", "/feed"), (".medium.com", "/feed"), (".tumblr.com", "/rss"),
      (".wordpress.com", "/feed/"), (".ghost.io", "/rss/"), (".bearblog.dev", "/feed/"),
      (".blogspot.com", "/feeds/posts/default"),
    ] where host.hasSuffix(end) {
      return ["https://\(host)\(path)"]
    }
    return []
  }
}
