import HeedModel
public import HeedNetwork

/// What can be listened to; stored as `Source.kind`.
enum Kind: String, Sendable {
  /// All public talk, of which the desk keeps what a topic catches. There is one of it, whatever was typed: its target is
  /// always `everything`.
  case everything
}

extension BlueskyNetwork {
  /// A word is one to be found in everything that is said. Nothing is asked of anybody yet, and the word itself never is.
  public func offers(for typed: String) async throws -> [Offer] {
    let words = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let server = servers.current, words.contains(where: { $0.isLetter || $0.isNumber }),
      words.count <= 100, Self.isWord(words)
    else { return [] }
    return [
      Offer(
        network: name, kind: Kind.everything.rawValue, target: Kind.everything.rawValue,
        name: "Everything said on Bluesky",
        asks:
          """
          \(server.host) tells the desk everything that is said there in public. Your words are not told to anybody. \
          \(Resolver.host) is asked for the names of those whose posts are kept.
          """,
        can:
          """
          All public posts as they are written; only what one of your topics finds is kept, so make one of “\(words)”. \
          Their pages can be opened to answer there.
          """,
        isBroad: true)
    ]
  }

  /// Addresses and handles of other places mean nothing here; an address of this one means everything that is said.
  private static func isWord(_ text: String) -> Bool {
    if text.contains("bsky.app") || text.contains("bsky.social") { return true }
    return !text.contains("://") && !text.dropFirst().contains("@")
  }
}
