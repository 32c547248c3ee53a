/// Whose words are gone, so that what else is kept of them goes as well.
public protocol QuietReading {
  /// Conversations with words of the team about them in which none of their words is left, that nobody took in hand within
  /// 30 days and no legal hold keeps; in order, after a place.
  func talksWithoutTheirWords(at now: Instant, after last: ID<Conversation>, limit: Int) throws
    -> [ID<Conversation>]
  /// People who first spoke to us before a time and did not ask us not to write, in order, after a place.
  func people(knownBefore past: Instant, after last: ID<Person>, limit: Int) throws -> [ID<Person>]
  /// Those of them of whom no words were left at that time already, to whom nothing of ours is owed, who wish for nothing
  /// that is open, and whom no legal hold keeps; in order.
  func quiet(among people: [ID<Person>], since past: Instant, at now: Instant) throws
    -> [ID<Person>]
}

/// The same, as it goes.
public protocol QuietWriting {
  /// The team's notes there, and the words of handing over; that something was handed over stays.
  func deleteTeamWords(in conversations: [ID<Conversation>]) throws
}
