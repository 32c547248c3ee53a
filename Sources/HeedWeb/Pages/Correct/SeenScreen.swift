public import HeedModel

/// Who saw a post of ours.
public struct SeenScreen: Screen {
  public var words: RichText
  public var conversation: ID<Conversation>
  public var seen: ExposureView

  public init(words: RichText, conversation: ID<Conversation>, seen: ExposureView) {
    self.words = words
    self.conversation = conversation
    self.seen = seen
  }

  public var room: Room? { .today }

  public func title(in page: PageContext) -> String { page.words.seen.title }

  public func body(in page: PageContext) -> HTML {
    """
    <div class="page">
    \(CrumbView.html(.conversation(conversation, at: seen.exposure.post), page.words.talk.thread))
    <h1>\(page.words.seen.title)</h1>
    \(HTML.when(!words.plain.isEmpty, """
    <blockquote class="notice-box said">\(RichTextView.html(words))</blockquote>
    """))
    \(seen.html(in: page))</div>
    """
  }
}
