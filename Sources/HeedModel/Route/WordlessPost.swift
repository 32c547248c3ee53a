/// One post of a thread, without its words: as far as it tells who answered whom, and how it was read.
public struct WordlessPost: Sendable, Hashable {
  public var id: ID<Post>
  public var conversation: ID<Conversation>
  /// What it answers.
  public var parent: ID<Post>?
  /// `nil` for a placeholder.
  public var author: ID<Handle>?
  public var direction: Direction
  public var isRemoved: Bool
  public var kinds: Set<Reading.Kind>
  /// Whether its author is known, none of ours and no program.
  public var isByPeople: Bool

  public init(
    id: ID<Post>, conversation: ID<Conversation>, parent: ID<Post>?, author: ID<Handle>?,
    direction: Direction, isRemoved: Bool, kinds: Set<Reading.Kind>, isByPeople: Bool
  ) {
    self.id = id
    self.conversation = conversation
    self.parent = parent
    self.author = author
    self.direction = direction
    self.isRemoved = isRemoved
    self.kinds = kinds
    self.isByPeople = isByPeople
  }
}
