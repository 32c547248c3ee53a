import HeedModel
import HeedNetwork

/// Offers in the words that people choose by.
struct OfferWords {
  let network: NetworkName

  func offer(_ feed: ParsedFeed, at address: String, keepsAway: Bool) -> Offer {
    let title = feed.title?.words.nonEmpty ?? FeedAddress.host(of: address) ?? address
    // Where most entries answer something, they are comments.
    let answers = feed.entries.count { $0.inReplyTo != nil || $0.inReplyToPage != nil }
    let isComments =
      Self.isComments(title: title, address: address)
      || (answers > 0 && answers * 2 >= feed.entries.count)
    return offer(
      kind: isComments ? FeedsNetwork.Kind.comments : FeedsNetwork.Kind.feed, address: address,
      name: title, keepsAway: keepsAway || feed.asksNotToIndex)
  }

  func comments(at address: String, on title: String) -> Offer {
    offer(kind: FeedsNetwork.Kind.comments, address: address, name: title, keepsAway: false)
  }

  /// What a page announces; two that would have one name are told apart by their format, else by
  /// their address.
  func offers(_ links: [PageLinks.Feed], of page: PageLinks, at address: String) -> [Offer] {
    let site = page.title?.nonEmpty ?? FeedAddress.host(of: address) ?? address
    let names = links.map { link -> String in
      // "RSS" alone names nothing.
      let isBare = link.title?.wholeMatch(of: #/(?i)(rss|atom|json)?[ 0-9.]*(feed)?/#) != nil
      return isBare ? site : link.title ?? site
    }
    return links.enumerated().map { number, link in
      var name = names[number]
      let rivals = links.indices.filter { names[$0] == name && $0 != number }
      if !rivals.isEmpty {
        let format = Self.format(link)
        let isTold = format != nil && !rivals.contains { Self.format(links[$0]) == format }
        name += " (\(isTold ? format ?? "" : FeedAddress.path(of: link.address) ?? link.address))"
      }
      let isComments = Self.isComments(title: name, address: link.address)
      return offer(
        kind: isComments ? FeedsNetwork.Kind.comments : FeedsNetwork.Kind.feed,
        address: link.address, name: name, keepsAway: false)
    }
  }

  private static func format(_ link: PageLinks.Feed) -> String? {
    guard let type = link.type else { return nil }
    if type.contains("json") { return "JSON" }
    return type.contains("atom") ? "Atom" : type.contains("rss") ? "RSS" : nil
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
  private static func isComments(title: String, address: String) -> Bool {
    let path = FeedAddress.parts(of: address).page.lowercased()
    if path.contains("/comments") || path.contains("comments.xml")
      || path.contains("feed=comments")
    {
      return true
    }
    let title = title.lowercased()
    return [
      "comments on", "comments for", "comments feed", "kommentar", "commentaires", "comentarios",
      "commenti", "comentários", "комментар",
    ]
    .contains { title.contains($0) }
  }
}
