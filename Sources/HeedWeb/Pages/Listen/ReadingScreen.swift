public import HeedModel

/// Correcting what a post is read as.
public struct ReadingScreen: Screen {
  public var post: ID<Post>
  public var who: Who
  public var words: String
  public var reading: Reading
  /// What the desk's reader makes of it now, and why.
  public var reasons: ReadingReasons
  /// BCP 47 tags to choose from.
  public var languages: [String]
  /// The conversation to go back to.
  public var conversation: ID<Conversation>?
  /// A member's correction stands and can be taken back.
  public var canUndo: Bool

  public init(
    post: ID<Post>, who: Who, words: String, reading: Reading, reasons: ReadingReasons,
    languages: [String], conversation: ID<Conversation>? = nil, canUndo: Bool = false
  ) {
    self.post = post
    self.who = who
    self.words = words
    self.reading = reading
    self.reasons = reasons
    self.languages = languages
    self.conversation = conversation
    self.canUndo = canUndo
  }

  public var room: Room? { .heard }

  public func title(in page: PageContext) -> String { page.words.reading.title }
}
