import HeedModel
public import HeedNetwork

extension BlueskyNetwork {
  /// A word is one to be found in everything that is said, and in what was said; a handle is somebody. A word is told to
  /// nobody yet; a handle is looked up.
  public func offers(for typed: String) async throws -> [Offer] {
    let words = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.contains(where: { $0.isLetter || $0.isNumber }), words.count <= 100,
      Self.isWord(words)
    else { return [] }
    if let person = await person(words) { return person + everything(words) }
    guard !Self.isAddress(words) else { return everything(words) }
    return everything(words) + [
      Offer(
        network: name, kind: Kind.search.rawValue, target: words,
        name: "Posts with “\(words)” on Bluesky",
        asks: "The words are asked of Bluesky's search by an account of yours, again and again.",
        can:
          """
          Public posts in which the search finds these words, those of the past first. \
          They can be answered with that account.
          """,
        needsAccount: true, isOfWords: true)
    ]
  }

  private func everything(_ words: String) -> [Offer] {
    guard let server = servers.current else { return [] }
    return [
      Offer(
        network: name, kind: Kind.everything.rawValue, target: Kind.everything.rawValue,
        name: "Everything said on Bluesky",
        asks:
          """
          \(server.host) tells the desk everything that is said there in public. Your words are not told to anybody. \
          \(places.view) is asked for the names of those whose posts are kept.
          """,
        can:
          """
          All public posts as they are written; only what one of your topics finds is kept, so make one of “\(words)”. \
          Their pages can be opened to answer there.
          """,
        isBroad: true, isOfWords: true)
    ]
  }

  private func person(_ typed: String) async -> [Offer]? {
    guard let handle = Identities.named(typed),
      let identity = try? await identities.identity(of: handle)
    else { return nil }
    let address = identity.handle.map { "@" + $0 } ?? identity.did
    return [
      Offer(
        network: name, kind: Kind.profile.rawValue, target: identity.did,
        name: "Public posts of \(address) on Bluesky",
        asks: "\(places.view) is asked for the public posts of \(address), again and again.",
        can: "What \(address) says to everybody. If it is yours, sign in with it to answer.")
    ]
  }

  private static func isAddress(_ text: String) -> Bool {
    text.contains("://") || text.hasPrefix("@") || Identities.named(text) != nil
      || text.contains("bsky.app")
  }

  /// Addresses and handles of other places mean nothing here; an address of this one means everything that is said.
  private static func isWord(_ text: String) -> Bool {
    if text.contains("bsky.app") || text.contains("bsky.social") { return true }
    return !text.contains("://") && !text.dropFirst().contains("@")
  }
}
