public import HeedModel
public import HeedNetwork

extension Desk {
  /// The first step of connecting an account: where to sign in, with the network's notes sealed for the way back.
  public func beginSignIn(_ network: NetworkName, server: String, by viewer: Viewer) async throws
    -> (step: SignInStep, sealed: [UInt8])
  {
    try requireVoice(viewer)
    guard let signing = networks[network] as? any SigningIn else {
      throw Problem(.invalid, "No account can be connected there.")
    }
    let step = try await shown {
      try await signing.begin(
        at: server.filter { !$0.isWhitespace }, desk: address)
    }
    return (step, try vault.seal(step.notes.all, for: "sign-in:\(viewer.member):\(network)"))
  }

  /// The last step: keeps the account, sealed, and listens to what it hears.
  /// - Parameters:
  ///   - state: what the network gave back with the code (RFC 6749, 10.12); `nil` where a code was pasted by hand.
  ///   - issuer: who the network says has signed them in (RFC 9207); `nil` where it says nothing.
  ///   - lending: the handle is the member's own, lent to the desk.
  public func finishSignIn(
    _ network: NetworkName, sealed: [UInt8], answer: SignInAnswer, state: String? = nil,
    issuer: String? = nil, lending: Bool, by viewer: Viewer
  ) async throws -> ID<Account> {
    // A member may lend their own handle; the organisation's accounts are for leads.
    if lending { try requireVoice(viewer) } else { try requireLead(viewer) }
    guard let signing = networks[network] as? any SigningIn,
      let notes = try? vault.openMap(sealed, for: "sign-in:\(viewer.member):\(network)")
    else { throw Problem(.invalid, "This sign-in is over. Begin again.") }
    if let state, let expected = notes["state"], state != expected {
      // A link with somebody else's code would connect their account here.
      throw Problem(.invalid, "That answer belongs to another sign-in. Begin again.")
    }
    if let expected = notes["issuer"], case .code = answer, state != nil, issuer != expected {
      // A server that mixes its answers up with another's would get that one's code (RFC 9207, section 2.4).
      throw Problem(.invalid, "That answer comes from another server. Begin again.")
    }
    let step = SignInStep(
      page: nil, pastesCode: false, explanation: "", notes: Credentials(notes))
    let signedIn = try await shown { try await signing.finish(step, with: answer) }
    return try await keep(signedIn, network: network, lending: lending, by: viewer)
  }

  func keep(
    _ signedIn: SignedIn, network: NetworkName, lending: Bool, by viewer: Viewer
  ) async throws -> ID<Account> {
    let now = clock.now()
    let fresh: ID<Account> = newID()
    return try await record.write { [self] tx in
      let remote = signedIn.handle
      var handle =
        try tx.handles(network, remoteIDs: [remote.remoteID]).first
        ?? Handle(
          id: newID(), network: network, remoteID: remote.remoteID, address: remote.address,
          name: remote.name, page: remote.page, picture: remote.picture)
      let isKnown = try !tx.handles([handle.id]).isEmpty
      let isElsewhere = isKnown && handle.address != remote.address
      handle.isOurs = true
      handle.address = remote.address
      handle.name = remote.name.isEmpty ? remote.address : remote.name
      if isKnown { try tx.update(handle) } else { try tx.insert([handle]) }
      if isElsewhere { try matchAgain(by: handle, topics: try book.snapshot(in: tx), tx) }

      let known = try tx.accounts().first { $0.handle == handle.id }
      let id = known?.id ?? fresh
      let box = try vault.seal(signedIn.credentials.all, for: Owner.account(id))
      if var account = known {
        guard account.owner == viewer.member || viewer.role.mayLead else {
          throw Problem(.conflict, "That handle is connected already. A lead can sign in again.")
        }
        // Signed in again: the token is new, what passed through the account stays.
        account.trouble = nil
        // It may have moved to another server, and taken its name along.
        account.server = signedIn.server
        account.houseRules = signedIn.houseRules
        try tx.update(account)
        try tx.setCredentials(box, of: id)
        try tx.append(event(.accountChanged, by: viewer.member, subject: id.value))
      } else {
        let account = Account(
          id: id, network: network, server: signedIn.server, handle: handle.id,
          owner: lending ? viewer.member : nil, custom: lending ? .none : signedIn.custom,
          houseRules: signedIn.houseRules, addedAt: now)
        try tx.insert(account, credentials: box, answerers: [viewer.member])
        try tx.append(event(.accountAdded, by: viewer.member, subject: id.value))
      }
      let sources = try tx.sources()
      for offer in signedIn.offers {
        if var source = sources.first(where: {
          $0.account == id && $0.kind == offer.kind && $0.target == offer.target
        }) {
          source.trouble = nil
          source.troubleSince = nil
          source.failures = 0
          source.nextAt = now
          try tx.update(source)
        } else {
          let source = Source(
            id: newID(), network: network, kind: offer.kind, target: offer.target,
            name: offer.name, account: id, isBroad: offer.isBroad, addedBy: viewer.member,
            addedAt: now, nextAt: now)
          try tx.insert(source)
          try tx.append(event(.sourceAdded, by: viewer.member, subject: source.id.value))
        }
      }
      return id
    }
  }

  /// How replies through an account are signed, and who answers what is private on it; of those named, only members who
  /// may speak.
  /// - Throws: `Problem(.forbidden)` for who neither leads nor lends it; `Problem(.notFound)`.
  public func change(
    _ id: ID<Account>, custom: SignatureCustom, answerers: [ID<Member>], by viewer: Viewer
  ) async throws {
    try await requireOwner(of: id, viewer)
    let happened = event(.accountChanged, by: viewer.member, subject: id.value)
    try await record.write { tx in
      guard var account = try tx.account(id) else {
        throw Problem(.notFound, "That account is not connected any more.")
      }
      let speaking = Set(
        try tx.members().filter { $0.leftAt == nil && $0.role.maySpeak }.map(\.id))
      account.custom = custom
      try tx.update(account)
      try tx.setAnswerers(answerers.filter { speaking.contains($0) }, of: id)
      try tx.append(happened)
    }
  }

  /// The organisation's accounts are for leads; a lent handle is also for who lends it.
  private func requireOwner(of id: ID<Account>, _ viewer: Viewer) async throws {
    try requireVoice(viewer)
    let owner = try await record.read { try $0.account(id)?.owner }
    if owner != viewer.member { try requireLead(viewer) }
  }

  /// The desk forgets the credentials and listens no more through the account. What was said stays.
  public func remove(_ id: ID<Account>, by viewer: Viewer) async throws {
    try await requireOwner(of: id, viewer)
    let now = clock.now()
    let happened = event(.accountRemoved, by: viewer.member, subject: id.value)
    try await record.write { [self] tx in
      guard try disconnect(id, now: now, tx) else { return }
      try tx.append(happened)
    }
  }

  /// - Returns: whether it was connected.
  private func disconnect(
    _ id: ID<Account>, now: Instant, _ tx: any RecordWriting
  ) throws -> Bool {
    guard var account = try tx.account(id), account.removedAt == nil else { return false }
    account.removedAt = now
    try tx.update(account)
    try tx.setCredentials([], of: id)
    for var source in try tx.sources() where source.account == id && source.removedAt == nil {
      source.removedAt = now
      try tx.update(source)
    }
    return true
  }

  /// What a member lent goes with them.
  func disconnectAccounts(
    of owner: ID<Member>, by member: ID<Member>, now: Instant, _ tx: any RecordWriting
  ) throws {
    for account in try tx.accounts() where account.owner == owner {
      guard try disconnect(account.id, now: now, tx) else { continue }
      try tx.append(event(.accountRemoved, by: member, subject: account.id.value))
    }
  }

  /// A network's failure in the words that it gave, for the person at the screen.
  func shown<T>(_ work: () async throws -> T) async throws -> T {
    do {
      return try await work()
    } catch let error as NetworkError {
      let code: Problem.Code =
        switch error.kind {
        case .temporary, .malformed: .unavailable
        case .rateLimited: .tooMany
        case .gone: .notFound
        case .signedOut, .refused, .unsupported: .invalid
        }
      throw Problem(code, error.text, cause: error)
    }
  }
}
