/// What somebody asked us first in a conversation, answered or not, as the search index has it.
public struct AskedWords: Sendable, Hashable {
  public var conversation: ID<Conversation>
  /// When anything was last said there.
  public var at: Instant
  /// The first words to us that still stand, are not spam and come from nobody who wishes not to be indexed; `nil` where
  /// there are none.
  public var post: ID<Post>?
  public var account: ID<Account>?
  /// The conversation is, or these words are.
  public var isPrivate: Bool
  public var terms: [String]

  public init(
    conversation: ID<Conversation>, at: Instant, post: ID<Post>?, account: ID<Account>?,
    isPrivate: Bool, terms: [String]
  ) {
    self.conversation = conversation
    self.at = at
    self.post = post
    self.account = account
    self.isPrivate = isPrivate
    self.terms = terms
  }
}
