/// A reply that went out, as "said before" needs it.
public struct SaidReply: Sendable, Hashable {
  public var reply: ID<Reply>
  public var conversation: ID<Conversation>
  public var member: ID<Member>
  /// As written, before the signature.
  public var words: String
  public var at: Instant
  public var post: ID<Post>?
  /// Whom it was said to, who that is, and what they are called.
  public var handle: ID<Handle>?
  public var person: ID<Person>?
  public var name: String

  public init(
    reply: ID<Reply>, conversation: ID<Conversation>, member: ID<Member>, words: String,
    at: Instant, post: ID<Post>? = nil, handle: ID<Handle>? = nil,
    person: ID<Person>? = nil, name: String = ""
  ) {
    self.reply = reply
    self.conversation = conversation
    self.member = member
    self.words = words
    self.at = at
    self.post = post
    self.handle = handle
    self.person = person
    self.name = name
  }
}
