public import HeedModel
public import HeedNetwork

extension Desk {
  /// Starts listening. The same place twice is one source.
  /// - Parameter isOurs: the place is ours to run; nothing for an offer that is no such place.
  public func add(
    _ offer: Offer, account: ID<Account>? = nil, isOurs: Bool = false, by viewer: Viewer
  ) async throws -> ID<Source> {
    try requireLead(viewer)
    guard networks[offer.network] != nil else {
      throw Problem(.invalid, "This desk does not know that network.")
    }
    return try await listen(to: offer, account: account, isOurs: isOurs, by: viewer)
  }

  /// Whoever may speak may hear the answers.
  func listen(
    to offer: Offer, account: ID<Account>? = nil, isOurs: Bool = false, by viewer: Viewer
  ) async throws -> ID<Source> {
    let now = clock.now()
    var account = account
    if account == nil, offer.needsAccount {
      account = try await record.read { try $0.account(hearing: offer) }
      guard account != nil else {
        throw Problem(
          .invalid, "Connect an account of that network first: only its people may hear this.")
      }
    }
    let source = Source(
      id: newID(), network: offer.network, kind: offer.kind, target: offer.target,
      name: offer.name, account: account, isBroad: offer.isBroad,
      oursSince: isOurs && canBeOurs(offer.network, offer.kind) ? now - Self.oursBefore : nil,
      addedBy: viewer.member, addedAt: now, nextAt: now)
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
    try await change(id, .sourceChanged, by: viewer) { [self] in
      $0.pausedAt = isPaused ? now : nil
      if !isPaused { $0 = askedAgain($0, now: now) }
    }
  }

  /// Whether it is a place that somebody runs.
  public func canBeOurs(_ network: NetworkName, _ kind: String) -> Bool {
    (networks[network] as? any Hosting)?.isPlace(kind: kind) ?? false
  }

  /// What was begun at a place of ours so long before we said so is to us as well.
  static let oursBefore = Duration.days(7)

  /// The place is ours to run, or is not any more. It is asked from the beginning, for what was heard there already as
  /// something about us; conversations that began stay.
  public func setOurs(_ id: ID<Source>, _ isOurs: Bool, by viewer: Viewer) async throws {
    let now = clock.now()
    try await change(id, .sourceChanged, by: viewer) { [self] in
      guard isOurs, canBeOurs($0.network, $0.kind) else {
        $0.oursSince = nil
        return
      }
      if $0.oursSince != nil { return }
      $0.oursSince = now - Self.oursBefore
      $0.cursor = nil
      $0 = askedAgain($0, now: now)
    }
  }

  /// Asks again at once, also for what was set aside: after somebody mended what was wrong.
  public func askNow(_ id: ID<Source>, by viewer: Viewer) async throws {
    let now = clock.now()
    try await change(id, .sourceChanged, by: viewer) { [self] in $0 = askedAgain($0, now: now) }
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
