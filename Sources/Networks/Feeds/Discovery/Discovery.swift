import HeedModel
import HeedNetwork

/// Finds the feeds of an address.
struct Discovery {
  let client: FeedClient
  let network: NetworkName

  /// Where programs customarily put a feed that no page announces.
  static let customary = ["/feed", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml"]

  /// - Throws: `NetworkError` when an address with its scheme was typed and does not answer, or its
  ///   page asks programs to keep away. A bare name that does not answer may have been a word: it
  ///   means nothing here.
  func offers(for typed: String) async throws -> [Offer] {
    let candidates = TypedAddress.candidates(for: typed)
    for candidate in candidates {
      let answer: FeedClient.Answer
      do {
        answer = try await client.ask(candidate)
      } catch let error as NetworkError {
        if candidates.count == 1 { throw error }
        continue
      }
      guard let document = answer.document else { continue }
      return try await offers(at: document, headers: answer.headers)
    }
    return []
  }

  private func offers(at document: FeedClient.Document, headers: AnswerHeaders) async throws
    -> [Offer]
  {
    if let feed = try? client.feed(in: document) {
      return [offer(feed, at: document.address, keepsAway: headers.asksNotToIndex)]
    }
    let page = PageLinks(document)
    guard !headers.asksNotToIndex, !page.asksNotToIndex else {
      throw NetworkError(
        .refused,
        """
        The page \(document.address) asks programs to keep away, and Heed does. If it is yours, \
        type the address of its feed itself.
        """)
    }
    if !page.feeds.isEmpty { return page.feeds.map { offer($0, of: page, at: document.address) } }
    for place in Self.customary {
      let address = FeedAddress.resolve(place, against: document.address)
      guard let found = try? await client.ask(address), let there = found.document,
        let feed = try? client.feed(in: there)
      else { continue }
      return [offer(feed, at: there.address, keepsAway: found.headers.asksNotToIndex)]
    }
    return []
  }

  private func offer(_ feed: ParsedFeed, at address: String, keepsAway: Bool) -> Offer {
    let title = feed.title?.words.nonEmpty ?? FeedAddress.host(of: address) ?? address
    let kind =
      isComments(title: title, address: address)
      ? FeedsNetwork.Kind.comments : FeedsNetwork.Kind.feed
    return offer(
      kind: kind, address: address, name: title, keepsAway: keepsAway || feed.asksNotToIndex)
  }

  private func offer(_ link: PageLinks.Feed, of page: PageLinks, at address: String) -> Offer {
    let site = page.title?.nonEmpty ?? FeedAddress.host(of: address) ?? address
    // "RSS" alone names nothing.
    let isBare = link.title?.wholeMatch(of: #/(?i)(rss|atom|json)?[ 0-9.]*(feed)?/#) != nil
    let title = isBare ? site : link.title ?? site
    let kind =
      isComments(title: title, address: link.address)
      ? FeedsNetwork.Kind.comments : FeedsNetwork.Kind.feed
    return offer(kind: kind, address: link.address, name: title, keepsAway: false)
  }

  private func offer(kind: String, address: String, name: String, keepsAway: Bool) -> Offer {
    let isComments = kind == FeedsNetwork.Kind.comments
    let can = isComments ? FeedWords.canComments : FeedWords.can
    return Offer(
      network: network, kind: kind, target: address,
      name: isComments ? "Comments: \(name)" : Message(verbatim: name),
      asks: FeedWords.asks(address),
      can: keepsAway ? "\(can) \(FeedWords.keepsAway)" : can)
  }

  /// As blog programs name and place them: "Comments on …", `/comments/feed/`.
  private func isComments(title: String, address: String) -> Bool {
    let path = FeedAddress.parts(of: address).page.lowercased()
    if path.contains("/comments") || path.contains("comments.xml") { return true }
    let title = title.lowercased()
    return [
      "comments on", "comments for", "comments feed", "kommentar", "commentaires", "comentarios",
    ]
    .contains { title.contains($0) }
  }
}
