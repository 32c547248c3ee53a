/// A place that was asked to tell the desk by itself what is new in a source.
///
/// One row a lease: a renewal is a new row with a new secret, and the old one goes once the new one is confirmed.
public struct NoteSubscription: Sendable, Hashable {
  public var id: ID<NoteSubscription>
  public var source: ID<Source>
  /// Who sends the notes: a hub's address.
  public var place: String
  /// What they are about, in the place's own words.
  public var subject: String
  /// What the notes are signed with; opened by the desk's vault only.
  public var sealedSecret: [UInt8]
  /// SHA-256 of the last part of the address that the place was given.
  public var tokenHash: [UInt8]
  public var askedAt: Instant?
  public var confirmedAt: Instant?
  public var endsAt: Instant?
  /// When something is to be done about it: ask, ask again, renew, let go.
  public var nextAt: Instant
  /// How often it was asked for.
  public var tries: Int

  public init(
    id: ID<NoteSubscription>, source: ID<Source>, place: String, subject: String,
    sealedSecret: [UInt8], tokenHash: [UInt8], askedAt: Instant? = nil,
    confirmedAt: Instant? = nil, endsAt: Instant? = nil, nextAt: Instant, tries: Int = 0
  ) {
    self.id = id
    self.source = source
    self.place = place
    self.subject = subject
    self.sealedSecret = sealedSecret
    self.tokenHash = tokenHash
    self.askedAt = askedAt
    self.confirmedAt = confirmedAt
    self.endsAt = endsAt
    self.nextAt = nextAt
    self.tries = tries
  }
}
