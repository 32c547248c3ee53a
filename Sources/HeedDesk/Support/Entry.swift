public import HeedModel

/// Who comes to the desk, and what every page has to know of it.
public struct Entry: Sendable {
  public var settings: Settings
  /// `nil` where a token is unknown or over, or its member left. While it awaits its second factor nobody is signed in.
  public var session: (session: Session, member: Member)?
  /// The last event before it, where it was asked for and somebody is signed in.
  public var lastEvent: ID<Event>?
  /// What stands against their voice and who signed it, where it was asked for: to be said before anything is written.
  public var restriction: (Restriction, by: Message)?
}

extension Desk {
  /// In one look at the record, for each request begins with it; a session that was not seen for a while is renewed.
  /// - Parameters:
  ///   - token: of a session's cookie.
  ///   - wantsEvent: whether the page follows what happens.
  ///   - wantsVoice: whether something may be written from it.
  public func entry(token: String?, wantsEvent: Bool = false, wantsVoice: Bool = false)
    async throws -> Entry
  {
    let now = clock.now()
    let hash = token.map(Vault.hash)
    let entry = try await record.read { [self] tx in
      var entry = Entry(settings: try tx.settings())
      guard let session = try hash.flatMap({ try tx.session(tokenHash: $0) }),
        session.expiresAt > now, let member = try tx.member(session.member),
        member.leftAt == nil, now < session.createdAt + Self.longestSession(of: member.role)
      else { return entry }
      entry.session = (session, member)
      guard !session.awaitsSecondFactor else { return entry }
      if wantsEvent { entry.lastEvent = try tx.lastEvent() }
      if wantsVoice, member.role.maySpeak {
        entry.restriction = try restriction(of: member.id, tx)
      }
      return entry
    }
    if let (session, member) = entry.session, let seen = seen(session, of: member.role, at: now) {
      try await record.write { try $0.update(seen) }
    }
    return entry
  }

  /// Told to the record at most once a quarter of an hour: a page view is no change.
  private func seen(_ session: Session, of role: Role, at now: Instant) -> Session? {
    guard now - session.seenAt > .minutes(15), !session.awaitsSecondFactor else { return nil }
    var seen = session
    seen.seenAt = now
    seen.expiresAt = min(
      now + Self.sessionLife, session.createdAt + Self.longestSession(of: role))
    return seen
  }
}
