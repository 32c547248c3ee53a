public import HeedModel

/// Correcting what a post is read as.
public struct ReadingScreen: Screen {
  public var post: ID<Post>
  public var who: Who
  public var words: String
  public var reading: Reading
  /// BCP 47 tags to choose from.
  public var languages: [String]
  /// The conversation to go back to.
  public var conversation: ID<Conversation>?

  public init(
    post: ID<Post>, who: Who, words: String, reading: Reading, languages: [String],
    conversation: ID<Conversation>? = nil
  ) {
    self.post = post
    self.who = who
    self.words = words
    self.reading = reading
    self.languages = languages
    self.conversation = conversation
  }

  public var room: Room? { .heard }

  public func title(in page: PageContext) -> String { page.words.reading.title }
}
