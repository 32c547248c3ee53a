/// Why a member may not speak for a while (R5): one good reason, signed by a lead, shown to the member, over by itself.
public struct Restriction: Sendable, Hashable {
  /// However it is meant, it ends after so long.
  public static let longest = Duration.days(30)

  public var id: ID<Restriction>
  public var member: ID<Member>
  public var reason: String
  /// Who signed it.
  public var by: ID<Member>
  public var beginsAt: Instant
  public var endsAt: Instant
  public var liftedAt: Instant?
  public var liftedBy: ID<Member>?

  public init(
    id: ID<Restriction>, member: ID<Member>, reason: String, by: ID<Member>, beginsAt: Instant,
    endsAt: Instant, liftedAt: Instant? = nil, liftedBy: ID<Member>? = nil
  ) {
    self.id = id
    self.member = member
    self.reason = reason
    self.by = by
    self.beginsAt = beginsAt
    self.endsAt = endsAt
    self.liftedAt = liftedAt
    self.liftedBy = liftedBy
  }

  public func stands(at now: Instant) -> Bool { liftedAt == nil && endsAt > now }
}
