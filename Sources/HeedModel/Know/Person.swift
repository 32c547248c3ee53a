/// The human behind one or more handles, once they spoke to us.
public struct Person: Sendable, Hashable {
  public var id: ID<Person>
  public var name: String
  public var firstWordsAt: Instant
  /// They asked not to be contacted; an answer to what they write stays possible.
  public var doNotContact: Bool
  /// They were erased: nothing but this row is left of who they were.
  public var erasedAt: Instant?

  public init(
    id: ID<Person>, name: String, firstWordsAt: Instant, doNotContact: Bool = false,
    erasedAt: Instant? = nil
  ) {
    self.id = id
    self.name = name
    self.firstWordsAt = firstWordsAt
    self.doNotContact = doNotContact
    self.erasedAt = erasedAt
  }
}
