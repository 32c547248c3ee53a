public import HeedDesk
public import HeedModel

/// An earlier answer to words like these.
public struct EarlierAnswerRow: Sendable {
  public var conversation: ID<Conversation>
  public var post: ID<Post>?
  public var who: String
  public var asked: String
  public var said: String
  public var by: String
  public var at: Instant
  public var came: EarlierAnswer.Came

  public init(
    conversation: ID<Conversation>, post: ID<Post>? = nil, who: String, asked: String,
    said: String, by: String, at: Instant, came: EarlierAnswer.Came
  ) {
    self.conversation = conversation
    self.post = post
    self.who = who
    self.asked = asked
    self.said = said
    self.by = by
    self.at = at
    self.came = came
  }
}

enum EarlierAnswersView {
  static func html(_ rows: [EarlierAnswerRow], in page: PageContext) -> HTML {
    guard !rows.isEmpty else { return "" }
    let words = page.words.composer
    return """
      <details class="earlier"><summary>\(words.earlier(rows.count))</summary>\
      <p class="soft">\(words.earlierHint)</p><ul>\(rows.html { row($0, in: page) })</ul></details>
      """
  }

  private static func row(_ row: EarlierAnswerRow, in page: PageContext) -> HTML {
    let words = page.words.composer
    return """
      <li><p class="soft" dir="auto"><bdi>\(row.who)</bdi>: \(row.asked)</p>\
      <p class="said" dir="auto">\(row.said)</p>\
      <p class="soft"><bdi>\(row.by)</bdi>, \(SpokenTime.ago(row.at, in: page)) · \
      \(came(row.came, in: words)) · \
      <a class="go" href="\(Route.conversation(row.conversation, at: row.post))">\
      \(words.seeWhole(row.who))</a></p></li>
      """
  }

  static func came(_ came: EarlierAnswer.Came, in words: ComposerWords) -> String {
    switch came {
    case .solved: words.solvedIt
    case .thanks: words.theyThanked
    case .complaint: words.theyComplained
    case .words: words.theyAnswered
    case .others: words.othersJoinedIn
    case .nothing: words.nothingBack
    }
  }
}
