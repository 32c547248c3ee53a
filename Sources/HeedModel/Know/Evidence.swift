/// What somebody's own pages said about whose they are, when a person of the record spoke to us: for joining handles of one
/// human later, on what they gave themselves. Never a judgement.
public struct Evidence: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A `rel=me` link (https://microformats.org/wiki/rel-me).
    case relMe
    /// The page names its author (https://indieweb.org/authorship).
    case authorship
    /// They gave a mail address where they wrote: `there` is it, in small letters.
    case mailAddress
  }

  public var id: ID<Evidence>
  public var handle: ID<Handle>
  public var kind: Kind
  /// Where it stands, and where it points.
  public var here: String
  public var there: String
  /// The other page points back.
  public var isMutual: Bool
  /// When it was seen so last.
  public var seenAt: Instant

  public init(
    id: ID<Evidence>, handle: ID<Handle>, kind: Kind, here: String, there: String,
    isMutual: Bool, seenAt: Instant
  ) {
    self.id = id
    self.handle = handle
    self.kind = kind
    self.here = here
    self.there = there
    self.isMutual = isMutual
    self.seenAt = seenAt
  }
}
