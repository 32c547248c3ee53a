public import HeedModel

/// Changing our own words where they stand.
public struct EditPostScreen: Screen {
  public var post: ID<Post>
  public var conversation: ID<Conversation>
  /// As it stands.
  public var text: String
  public var warning: String
  public var hasWarning: Bool
  public var length: LengthRule?
  /// Whom the change tells, in the network's words.
  public var tells: Message
  public var problem: Problem?
  /// Which wording that is.
  public var wording = ""
  /// What stands there by now, where it is not what was typed over.
  public var standing: RichText?
  /// What the desk sees in the new words.
  public var look = ComposerLook()

  public init(
    post: ID<Post>, conversation: ID<Conversation>, text: String, warning: String = "",
    hasWarning: Bool = false, length: LengthRule? = nil, tells: Message, problem: Problem? = nil
  ) {
    self.post = post
    self.conversation = conversation
    self.text = text
    self.warning = warning
    self.hasWarning = hasWarning
    self.length = length
    self.tells = tells
    self.problem = problem
  }

  public var room: Room? { .today }

  public func title(in page: PageContext) -> String { page.words.ownPost.editTitle }
}
