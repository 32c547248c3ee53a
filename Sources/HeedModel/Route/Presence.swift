/// A member who has a conversation open: a courtesy to the others, kept for less than a minute.
public struct Presence: Sendable, Hashable {
  public enum Activity: String, Sendable { case looking, writing }

  public var conversation: ID<Conversation>
  public var member: ID<Member>
  public var activity: Activity
  public var at: Instant

  public init(
    conversation: ID<Conversation>, member: ID<Member>, activity: Activity, at: Instant
  ) {
    self.conversation = conversation
    self.member = member
    self.activity = activity
    self.at = at
  }
}
