public import HeedModel

/// What is assumed of attention on each network, with its source; leads give other numbers.
public struct AttentionScreen: Screen {
  /// The numbers of one network.
  public struct Place: Sendable {
    public var network: NetworkName
    public var rule: AttentionRule
    public var published: AttentionRule
    /// Who gave them, where a lead did.
    public var by: String?
    /// What a lead typed and could not be taken.
    public var typed: Typed?
    /// Without, only the half-life has an effect, and nothing else is offered.
    public var tellsFollowers = true

    public init(
      network: NetworkName, rule: AttentionRule, published: AttentionRule, by: String? = nil,
      typed: Typed? = nil
    ) {
      self.network = network
      self.rule = rule
      self.published = published
      self.by = by
      self.typed = typed
    }
  }

  /// As it was typed, three of each.
  public struct Typed: Sendable {
    public var share: [String]
    public var halfLife: [String]
    public var overlap: [String]
    public var replies: [String]
    public var note: String
    public var problem: Problem

    public init(
      share: [String], halfLife: [String], overlap: [String], replies: [String], note: String,
      problem: Problem
    ) {
      self.share = share
      self.halfLife = halfLife
      self.overlap = overlap
      self.replies = replies
      self.note = note
      self.problem = problem
    }
  }

  public var places: [Place]

  public init(places: [Place]) { self.places = places }

  public var room: Room? { .more }

  public func title(in page: PageContext) -> String { page.words.seen.attention }
}
