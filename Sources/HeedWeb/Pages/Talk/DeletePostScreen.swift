public import HeedModel

/// Taking our own words away, with what stays.
public struct DeletePostScreen: Screen {
  public var post: ID<Post>
  public var conversation: ID<Conversation>
  public var text: RichText
  public var place: String

  public init(post: ID<Post>, conversation: ID<Conversation>, text: RichText, place: String) {
    self.post = post
    self.conversation = conversation
    self.text = text
    self.place = place
  }

  public var room: Room? { .today }

  public func title(in page: PageContext) -> String { page.words.ownPost.deleteTitle }
}
