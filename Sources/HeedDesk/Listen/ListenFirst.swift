import HeedModel
public import HeedNetwork

extension Desk {
  /// The first run: before anybody joined, whoever holds the set-up link types a word or an address. Of a word the desk
  /// listens wherever nothing has to be asked for; of an address, at what it most likely means.
  public func listenFirst(to typed: String, token: String) async throws {
    try await requireSetUpLink(token)
    let found = await places(at: typed)
    // An address that leads nowhere is not listened to as if it were a word: what was meant is asked first.
    guard found.trouble == nil else { return }
    let offers = found.offers
    let real = offers.filter { $0.network != Self.practice }
    let wanted = real.isEmpty ? offers : real
    let isAddress = typed.contains(".") || typed.contains("/") || typed.contains("@")
    let chosen = isAddress ? Array(wanted.prefix(1)) : Array(wanted.prefix(8))
    for offer in chosen { try await addFirst(offer) }
    if !isAddress, !chosen.isEmpty { try await watchFirst(typed) }
  }

  /// One more of what was offered for what was typed.
  public func addFirst(_ offer: Offer, of typed: String, token: String) async throws {
    try await requireSetUpLink(token)
    let offered = await offers(for: typed.isEmpty ? offer.target : typed)
    let same = offered.first {
      $0.network == offer.network && $0.kind == offer.kind && $0.target == offer.target
    }
    guard let same else {
      throw Problem(.invalid, "That cannot be listened to any more. Type it again.")
    }
    try await addFirst(same)
  }

  private static let practice = NetworkName("practice")

  private func requireSetUpLink(_ token: String) async throws {
    guard let invitation = try await invitation(token: token), invitation.invitedBy == nil else {
      throw Problem(.notFound, "This link was used or is over.")
    }
  }

  private func addFirst(_ offer: Offer) async throws {
    let now = clock.now()
    let source = Source(
      id: newID(), network: offer.network, kind: offer.kind, target: offer.target,
      name: offer.name, isBroad: offer.isBroad, addedAt: now, nextAt: now)
    let added = event(.sourceAdded, subject: source.id.value)
    try await record.write { tx in
      let isKnown = try tx.sources().contains {
        $0.network == source.network && $0.kind == source.kind && $0.target == source.target
      }
      guard !isKnown else { return }
      try tx.insert(source)
      try tx.append(added)
    }
  }

  /// The word becomes the first topic, so that broad sources know what to keep.
  private func watchFirst(_ typed: String) async throws {
    let words = typed.filter { $0 != "\"" && !$0.isNewline }
    let now = clock.now()
    let topic = Topic(
      id: newID(), name: words, query: "\"\(words)\"", addedBy: nil, addedAt: now, changedAt: now)
    let added = event(.topicAdded, subject: topic.id.value)
    try await record.write { tx in
      guard try !tx.topics().contains(where: { $0.query == topic.query }) else { return }
      try tx.insert(topic)
      try tx.append(added)
    }
    try await reloadTopics()
  }
}
