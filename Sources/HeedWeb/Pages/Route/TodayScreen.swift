import HeedModel

/// Who waits, with a conversation beside it where there is room.
public struct TodayScreen: Screen {
  public var line: WaitingLine
  /// Shown on wide screens only; the first who waits, unless somebody is writing to them already.
  public var open: OpenConversation?

  public init(line: WaitingLine, open: OpenConversation? = nil) {
    self.line = line
    self.open = open
  }

  public var room: Room? { .today }
  public var layout: ScreenLayout { .desk }
  public var live: [LiveTopic] { [.today] + (open.map { [.conversation($0.id)] } ?? []) }

  public func title(in page: PageContext) -> String {
    line.total == 0
      ? page.words.shell.today : page.words.today.waiting(line.total, line.people)
  }

  public func body(in page: PageContext) -> HTML {
    """
    \(HTML.when(open != nil, SkipLine.html(in: page)))<div class="desk-columns">
    \(WaitingLineView.html(line, isPage: true, beside: open?.id, in: page))
    \(HTML.with(open) { ConversationView.html($0, isPage: false, in: page) })
    \(HTML.when(open == nil, """
    <div class="talk nothing">\(HTML.when(!line.rows.isEmpty, """
    <p class="said">\(page.words.today.pickOne)</p>
    """))</div>
    """))
    </div>
    """
  }
}
