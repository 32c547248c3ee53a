/// What the public was told of a wish that came true: “you said, we did”. Added to, never changed. Our own words, with
/// nobody's name in them.
public struct PublishedDeed: Sendable, Hashable {
  public var id: ID<PublishedDeed>
  public var wish: ID<Wish>
  /// Who published it; the public is not told.
  public var member: ID<Member>
  /// How many people had said so in public by then.
  public var people: Int
  /// What was wished.
  public var wished: String
  /// What was done.
  public var done: String

  public var at: Instant { id.instant }

  public init(
    id: ID<PublishedDeed>, wish: ID<Wish>, member: ID<Member>, people: Int, wished: String,
    done: String
  ) {
    self.id = id
    self.wish = wish
    self.member = member
    self.people = people
    self.wished = wished
    self.done = done
  }
}
