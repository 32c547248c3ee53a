public import HeedModel

/// What concerns the member who looks.
public struct ToldScreen: Screen {
  public var rows: [ToldRow]
  public var next: String?
  public var unseen: Int
  /// Mails that may not have arrived, or that were refused.
  public var troubled: [MailDigest]

  public init(
    rows: [ToldRow], next: String? = nil, unseen: Int = 0, troubled: [MailDigest] = []
  ) {
    self.rows = rows
    self.next = next
    self.unseen = unseen
    self.troubled = troubled
  }

  public var room: Room? { .told }
  public var live: [LiveTopic] { [.told] }

  public func title(in page: PageContext) -> String { page.words.told.title(unseen) }
}

/// One thing that concerns a member.
public struct ToldRow: Sendable {
  public var telling: Telling
  /// Who speaks with us there.
  public var who: Who?
  public var by: String?
  /// What a colleague said with it.
  public var word: String
  /// Their first words.
  public var words: String
  public var topic: String?
  /// The draft that they are asked to look at.
  public var look: ID<SecondLook>?
  /// At which post its conversation opens.
  public var post: ID<Post>?

  public init(
    telling: Telling, who: Who? = nil, by: String? = nil, word: String = "", words: String = "",
    topic: String? = nil
  ) {
    self.telling = telling
    self.who = who
    self.by = by
    self.word = word
    self.words = words
    self.topic = topic
  }

  var route: Route {
    if let look { return .secondLook(look) }
    if let conversation = telling.conversation {
      return .conversation(conversation, at: post)
    }
    return telling.about == 0 ? .heard() : .topic(ID(telling.about))
  }
}
