public import HeedModel

/// A conversation in which nothing but spam was said to us.
public struct PutAsideRow: Sendable {
  public var conversation: ID<Conversation>
  public var who: Who
  public var network: NetworkName
  /// What was put aside, plain and shortened.
  public var words: String
  /// Said instead of the words, where their author asked for it.
  public var warning: String?
  public var at: Instant
  public var language: String?
  public var isPrivate: Bool
  /// The member who called it spam; `nil` where the reader did.
  public var calledSpamBy: String?

  public init(
    conversation: ID<Conversation>, who: Who, network: NetworkName, words: String,
    warning: String? = nil, at: Instant, language: String? = nil, isPrivate: Bool = false,
    calledSpamBy: String? = nil
  ) {
    self.conversation = conversation
    self.who = who
    self.network = network
    self.words = words
    self.warning = warning
    self.at = at
    self.language = language
    self.isPrivate = isPrivate
    self.calledSpamBy = calledSpamBy
  }
}

/// What was said to us and waits for nobody, because it was read as spam: with why, and the way back.
public struct PutAsideScreen: Screen {
  /// The newest first.
  public var rows: [PutAsideRow]
  public var next: String?

  public init(rows: [PutAsideRow], next: String? = nil) {
    self.rows = rows
    self.next = next
  }

  public var room: Room? { .today }

  public func title(in page: PageContext) -> String { page.words.today.putAside }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.today
    return """
      <div class="page">
      \(CrumbView.html(.today, page.words.shell.today))
      <h1>\(words.putAside)</h1>
      <p class="lead">\(words.putAsideLead)</p>
      \(HTML.choose(rows.isEmpty, """
      <div class="empty"><p class="said">\(words.putAsideNone)</p></div>
      """, else: """
      <ol class="list section" data-rows>\(rows.html { row($0, in: page) })</ol>
      """))
      \(OlderView.html(next.map { .putAside(after: $0) }, in: page))
      <p class="soft section"><a class="go" href="\(Route.howWeRead)">\(page.words.reading.how)</a></p>
      </div>
      """
  }

  private func row(_ row: PutAsideRow, in page: PageContext) -> HTML {
    let words = page.words.today
    return """
      <li><div><p class="title"><a href="\(Route.conversation(row.conversation))">\
      <bdi>\(row.who.name)</bdi>\(WaitingLineView.lock(row.isPrivate, in: page))</a></p>\
      <p class="said" dir="auto"\(attribute: "lang", row.language)>\
      \(row.warning.map { page.words.talk.warned($0) } ?? row.words)</p>\
      <p class="soft">\(page.title(of: row.network)), \(SpokenTime.ago(row.at, in: page)) · \
      \(row.calledSpamBy.map(words.calledSpamBy) ?? words.readAsSpam)</p></div>\
      <div class="ends">\(HTML.when(page.maySpeak, Form.button(
        .bringBack(row.conversation), words.bringBack, in: page,
        describes: words.bringBackOf(row.who.name))))</div></li>
      """
  }
}
