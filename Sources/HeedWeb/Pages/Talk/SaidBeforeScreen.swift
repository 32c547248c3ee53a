public import HeedDesk
public import HeedModel

/// Replies of ours that say nearly the same: those that a figure beside a draft counted, and what causes them.
public struct SaidBeforeScreen: Screen {
  public struct Row: Sendable {
    public var conversation: ID<Conversation>
    public var post: ID<Post>?
    public var who: String
    /// What it answered; `nil` where that is gone.
    public var asked: String?
    public var said: String
    public var at: Instant
    public var came: EarlierAnswer.Came
  }

  /// The newest first.
  public var rows: [Row]
  public var people: Int
  public var causes: [(wish: Wish, conversations: Int)]

  public init(
    rows: [Row], people: Int, causes: [(wish: Wish, conversations: Int)] = []
  ) {
    self.rows = rows
    self.people = people
    self.causes = causes
  }

  public var room: Room? { .today }

  public func title(in page: PageContext) -> String {
    page.words.think.saidBefore(rows.count, false, people)
  }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.think
    guard let newest = rows.first else {
      return """
        <div class="page"><h1>\(words.noneSaid)</h1><p class="lead">\(words.noneSaidHint)</p></div>
        """
    }
    return """
      <div class="page">
      <h1>\(title(in: page))</h1>
      <p class="lead">\(words.allLead)</p>
      \(HTML.choose(causes.isEmpty, """
      <p>\(words.nothingGathers) \(HTML.when(page.maySpeak, """
      <a class="btn" href="\(Route.wishForm(newest.conversation))" data-dialog>\
      \(page.words.wishes.act)</a>
      """))</p>
      """, else: ThinkView.causes(causes, in: page)))
      <ol class="list section" data-rows>\(rows.html { row($0, in: page) })</ol>
      </div>
      """
  }

  private func row(_ row: Row, in page: PageContext) -> HTML {
    """
    <li><div><p class="title"><a href="\(Route.conversation(row.conversation, at: row.post))">\
    \(page.words.think.seeReply(row.who))</a></p>\
    \(HTML.with(row.asked) { "<p class=\"said\" dir=\"auto\">\($0)</p>" })\
    <p dir="auto">\(row.said)</p></div>\
    <span class="ends">\(EarlierAnswersView.came(row.came, in: page.words.composer)) · \
    \(SpokenTime.ago(row.at, in: page))</span></li>
    """
  }
}
