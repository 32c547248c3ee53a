public import HeedModel
public import HeedNetwork

extension Desk {
  /// What could be heard at what somebody typed, from every network that understands it. A network that fails offers
  /// nothing now; the others are not held up.
  public func offers(for typed: String) async -> [Offer] {
    let typed = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !typed.isEmpty, typed.utf8.count <= 500 else { return [] }
    return await withTaskGroup(of: [Offer].self) { group in
      for network in networks.all {
        group.addTask { (try? await network.offers(for: typed)) ?? [] }
      }
      var offers: [Offer] = []
      for await found in group { offers += found }
      // What needs an account of ours is no offer while there is none.
      let connected = await self.connected()
      offers.removeAll { $0.needsAccount && !connected.contains($0.network) }
      return offers.sorted { ($0.network, $0.name.english) < ($1.network, $1.name.english) }
    }
  }

  /// Networks where the organisation has an account.
  private func connected() async -> Set<NetworkName> {
    let accounts = try? await record.read { try $0.accounts() }
    return Set((accounts ?? []).filter { $0.owner == nil }.map(\.network))
  }

  /// Starts listening. The same place twice is one source.
  public func add(_ offer: Offer, account: ID<Account>? = nil, by viewer: Viewer) async throws
    -> ID<Source>
  {
    try requireLead(viewer)
    guard networks[offer.network] != nil else {
      throw Problem(.invalid, "This desk does not know that network.")
    }
    return try await listen(to: offer, account: account, by: viewer)
  }

  /// Whoever may speak may hear the answers.
  func listen(to offer: Offer, account: ID<Account>? = nil, by viewer: Viewer) async throws
    -> ID<Source>
  {
    let now = clock.now()
    var account = account
    if account == nil, offer.needsAccount {
      account = try await record.read { tx in
        try tx.accounts().first { $0.network == offer.network && $0.owner == nil }?.id
      }
      guard account != nil else {
        throw Problem(
          .invalid, "Connect an account of that network first: only its people may hear this.")
      }
    }
    let source = Source(
      id: newID(), network: offer.network, kind: offer.kind, target: offer.target,
      name: offer.name, account: account, isBroad: offer.isBroad, addedBy: viewer.member,
      addedAt: now, nextAt: now)
    let added = event(.sourceAdded, by: viewer.member, subject: source.id.value)
    return try await record.write { tx in
      let same = try tx.sources().first {
        $0.network == source.network && $0.kind == source.kind && $0.target == source.target
          && $0.account == source.account
      }
      if let same { return same.id }
      try tx.insert(source)
      try tx.append(added)
      return source.id
    }
  }

  public func pause(_ id: ID<Source>, _ isPaused: Bool, by viewer: Viewer) async throws {
    let now = clock.now()
    try await change(id, .sourceChanged, by: viewer) {
      $0.pausedAt = isPaused ? now : nil
      if !isPaused { $0.nextAt = now }
    }
  }

  /// Asks again at once: after somebody mended what was wrong.
  public func askNow(_ id: ID<Source>, by viewer: Viewer) async throws {
    let now = clock.now()
    try await change(id, .sourceChanged, by: viewer) { $0.nextAt = now }
  }

  /// Stops listening. What was heard stays until its time is over.
  public func remove(_ id: ID<Source>, by viewer: Viewer) async throws {
    let now = clock.now()
    try await change(id, .sourceRemoved, by: viewer) { $0.removedAt = now }
  }

  private func change(
    _ id: ID<Source>, _ kind: EventKind, by viewer: Viewer,
    _ change: @escaping @Sendable (inout Source) -> Void
  ) async throws {
    try requireLead(viewer)
    let happened = event(kind, by: viewer.member, subject: id.value)
    try await record.write { tx in
      guard var source = try tx.source(id), source.removedAt == nil else {
        throw Problem(.notFound, "The desk does not listen there any more.")
      }
      change(&source)
      try tx.update(source)
      try tx.append(happened)
    }
  }
}
