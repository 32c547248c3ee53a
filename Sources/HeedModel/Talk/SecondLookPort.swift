/// What colleagues were asked about drafts, as it is read.
public protocol SecondLookReading {
  /// For whose draft it is, and for who was asked, as long as they may see the conversation.
  func secondLook(_ id: ID<SecondLook>, for viewer: Viewer) throws -> SecondLook?
  /// By its number; for the desk's own rules.
  func secondLook(_ id: ID<SecondLook>) throws -> SecondLook?
  /// Those of a member's draft that are not over, in the order asked.
  func secondLooks(of conversation: ID<Conversation>, by member: ID<Member>) throws -> [SecondLook]
  /// Those that wait for a member's answer, the oldest first; of conversations that they may see.
  func secondLooks(askedOf viewer: Viewer) throws -> [SecondLook]
  /// A member's own that were answered and neither taken nor ended, the oldest first.
  func secondLooks(answeredFor viewer: Viewer) throws -> [SecondLook]
  /// Not over, and whose draft is gone all the same; or of somebody who left. For the desk's own rules.
  func strandedSecondLooks(limit: Int) throws -> [SecondLook]
}

/// What colleagues were asked about drafts, as it is written.
public protocol SecondLookWriting {
  func insert(_ look: SecondLook) throws
  func update(_ look: SecondLook) throws
  /// - Returns: how many went.
  func deleteSecondLooks(endedBefore: Instant, limit: Int) throws -> Int
}
