/// A short card of the team: a fact, or a caution, shown when a draft touches it and never in its way (T9).
public struct HouseRule: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// What is so: "The charger is not in the box."
    case fact
    /// What we may not say or promise.
    case caution
  }

  public var id: ID<HouseRule>
  public var kind: Kind
  public var title: String
  public var words: String
  /// A query like a topic's, over the draft: what wakes the card.
  public var query: String
  public var addedBy: ID<Member>
  public var addedAt: Instant
  public var changedBy: ID<Member>
  public var changedAt: Instant
  public var removedAt: Instant?

  public init(
    id: ID<HouseRule>, kind: Kind, title: String, words: String, query: String,
    addedBy: ID<Member>, addedAt: Instant, changedBy: ID<Member>? = nil,
    changedAt: Instant? = nil, removedAt: Instant? = nil
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.words = words
    self.query = query
    self.addedBy = addedBy
    self.addedAt = addedAt
    self.changedBy = changedBy ?? addedBy
    self.changedAt = changedAt ?? addedAt
    self.removedAt = removedAt
  }
}
