import HeedModel
import HeedNetwork

/// Finds the feeds of an address.
struct Discovery {
  let client: FeedClient
  let network: NetworkName

  /// Where programs customarily put a feed that no page announces.
  static let customary = ["/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml"]
  /// Places that are tried where a page announces none; whatever is typed, no more.
  static let guesses = 8

  private struct Found {
    var feed: ParsedFeed
    var address: String
    var keepsAway: Bool
  }

  /// - Throws: `NetworkError` when an address with its scheme was typed and does not answer, or its
  ///   page asks programs to keep away. A bare name that does not answer may have been a word: it
  ///   means nothing here.
  func offers(for typed: String) async throws -> [Offer] {
    let candidates = TypedAddress.candidates(for: typed)
    if let first = candidates.first {
      let known = try await feeds(at: KnownPlaces.feeds(of: first), all: true)
      if !known.isEmpty { return offers(known) }
    }
    for candidate in candidates {
      let answer: FeedClient.Answer
      do {
        answer = try await client.ask(candidate)
      } catch let error as NetworkError {
        if candidates.count == 1 { throw LookFault.told(error, at: candidate) }
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
      let found = Found(
        feed: feed, address: document.address, keepsAway: headers.asksNotToIndex)
      return offers([found]) + comments(in: feed, besides: document.address)
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
    let announced = page.feeds + announced(by: headers, beside: page, at: document.address)
    if !announced.isEmpty {
      return OfferWords(network: network).offers(announced, of: page, at: document.address)
    }
    let mentioned = try await feeds(at: page.mentioned, all: true)
    if !mentioned.isEmpty { return offers(mentioned) }
    let places = KnownPlaces.shaped(like: document.address) + Self.customary
    let addresses = places.map { FeedAddress.resolve($0, against: document.address) }
      .filter { !page.mentioned.contains($0) }
    return offers(
      try await feeds(at: addresses.prefix(Self.guesses - page.mentioned.count), all: false))
  }

  private func announced(by headers: AnswerHeaders, beside page: PageLinks, at address: String)
    -> [PageLinks.Feed]
  {
    headers.feeds.prefix(10).map {
      PageLinks.Feed(address: FeedAddress.resolve($0, against: address), title: nil, type: nil)
    }.filter { new in
      FeedAddress.isWeb(new.address) && !page.feeds.contains { $0.address == new.address }
    }
  }

  /// Asks one place after the other, until one is a feed or, where `all` are wanted, to the end. A
  /// site that asks for patience is left alone.
  private func feeds(at addresses: some Sequence<String>, all: Bool) async throws -> [Found] {
    var found: [Found] = []
    for address in addresses {
      try Task.checkCancellation()
      do {
        let answer = try await client.ask(address)
        guard let document = answer.document else { continue }
        let feed = try client.feed(in: document)
        guard !found.contains(where: { $0.address == document.address }) else { continue }
        found.append(
          Found(
            feed: feed, address: document.address, keepsAway: answer.headers.asksNotToIndex))
        if !all { break }
      } catch let error as NetworkError where error.kind == .rateLimited {
        break
      } catch {
        continue
      }
    }
    return found
  }

  private func offers(_ found: [Found]) -> [Offer] {
    let words = OfferWords(network: network)
    return found.map { words.offer($0.feed, at: $0.address, keepsAway: $0.keepsAway) }
  }

  /// The comments of the newest entries, where the feed names their feeds.
  private func comments(in feed: ParsedFeed, besides address: String) -> [Offer] {
    var offered: Set<String> = [address]
    return feed.entries.filter { $0.commentCount != 0 }.compactMap { entry in
      guard let place = entry.commentsFeed, FeedAddress.isWeb(place), offered.count <= 5,
        offered.insert(place).inserted
      else { return nil }
      return OfferWords(network: network).comments(
        at: place, on: entry.title?.words.nonEmpty ?? entry.link ?? place)
    }
  }
}
