/// What a lead decided about somebody for a while: signed, with one good reason that they may read, over by itself.
public struct SignedSpan<Concerned>: Sendable, Hashable {
  public var id: ID<SignedSpan>
  public var concerned: ID<Concerned>
  /// Shown to whom it concerns.
  public var reason: String
  /// Who signed it.
  public var by: ID<Member>
  public var beginsAt: Instant
  public var endsAt: Instant
  public var liftedAt: Instant?
  public var liftedBy: ID<Member>?

  public init(
    id: ID<SignedSpan>, concerned: ID<Concerned>, reason: String, by: ID<Member>,
    beginsAt: Instant, endsAt: Instant, liftedAt: Instant? = nil, liftedBy: ID<Member>? = nil
  ) {
    self.id = id
    self.concerned = concerned
    self.reason = reason
    self.by = by
    self.beginsAt = beginsAt
    self.endsAt = endsAt
    self.liftedAt = liftedAt
    self.liftedBy = liftedBy
  }

  public func stands(at now: Instant) -> Bool { liftedAt == nil && endsAt > now }
}

/// Why a member may not speak for a while (R5).
public typealias Restriction = SignedSpan<Member>

extension Restriction {
  /// However it is meant, it ends after so long.
  public static var longest: Duration { .days(30) }
}

/// Nothing of somebody may go for a while, because of the law.
public typealias LegalHold = SignedSpan<Person>

/// The same for a handle of somebody who has no page, since they never spoke to us.
public typealias HandleHold = SignedSpan<Handle>
