import HeedModel

/// One conversation; on wide screens the line stands beside it.
public struct ConversationScreen: Screen {
  public var conversation: OpenConversation
  public var line: WaitingLine?

  public init(conversation: OpenConversation, line: WaitingLine? = nil) {
    self.conversation = conversation
    self.line = line
    self.line?.open = conversation.id
  }

  public var room: Room? { .today }
  public var layout: ScreenLayout { .desk }
  public var live: [LiveTopic] { [.today, .conversation(conversation.id)] }

  public func title(in page: PageContext) -> String {
    conversation.who?.name ?? page.words.talk.somebody
  }

  public func body(in page: PageContext) -> HTML {
    """
    \(HTML.when(line != nil, SkipLine.html(in: page)))<div class="desk-columns open">
    \(HTML.with(line) { WaitingLineView.html($0, isPage: false, in: page) })
    \(ConversationView.html(conversation, isPage: true, in: page))
    </div>
    """
  }
}
