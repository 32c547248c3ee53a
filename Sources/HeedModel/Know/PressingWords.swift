/// A post in which somebody complained to us or wished for something, as suggestions of causes and wishes are made of it.
public struct PressingWords: Sendable, Hashable {
  public var post: ID<Post>
  public var person: ID<Person>
  /// What it was gathered to, with whatever that counts with; `nil` while nobody gathered it.
  public var wish: ID<Wish>?
  /// As the search index has them.
  public var terms: [String]

  public init(post: ID<Post>, person: ID<Person>, wish: ID<Wish>? = nil, terms: [String]) {
    self.post = post
    self.person = person
    self.wish = wish
    self.terms = terms
  }
}
