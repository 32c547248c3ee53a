public import HeedModel

/// What others asked who asked alike, beside a conversation.
public struct OthersAskedPart: Sendable {
  /// The conversation beside which it stands.
  public var conversation: ID<Conversation>
  /// The likest first.
  public var rows: [OtherWhoAsked]
  /// There are more, less like it.
  public var hasMore: Bool
  /// Wishes and causes that these were gathered to.
  public var wishes: [Wish]

  public init(
    conversation: ID<Conversation>, rows: [OtherWhoAsked], hasMore: Bool = false,
    wishes: [Wish] = []
  ) {
    self.conversation = conversation
    self.rows = rows
    self.hasMore = hasMore
    self.wishes = wishes
  }
}

/// A conversation with somebody else who asked alike, in a line.
public struct OtherWhoAsked: Sendable {
  public var conversation: ID<Conversation>
  public var post: ID<Post>
  public var who: Who
  public var network: NetworkName
  public var words: String
  /// Said instead of the words, where their author asked for it.
  public var warning: String?
  public var at: Instant
  public var state: ConversationState
  public var isPrivate: Bool

  public init(
    conversation: ID<Conversation>, post: ID<Post>, who: Who, network: NetworkName, words: String,
    warning: String? = nil, at: Instant, state: ConversationState, isPrivate: Bool = false
  ) {
    self.conversation = conversation
    self.post = post
    self.who = who
    self.network = network
    self.words = words
    self.warning = warning
    self.at = at
    self.state = state
    self.isPrivate = isPrivate
  }
}

/// All who asked alike, with what was gathered from them.
public struct OthersAskedScreen: Screen {
  public var others: OthersAskedPart
  /// Who asks in the conversation that they are like.
  public var who: String
  /// What they ask.
  public var asked: String

  public init(others: OthersAskedPart, who: String, asked: String) {
    self.others = others
    self.who = who
    self.asked = asked
  }

  public var room: Room? { .today }

  public func title(in page: PageContext) -> String { page.words.person.whoAskedLike(who) }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.person
    return """
      <div class="page">
      \(CrumbView.html(.conversation(others.conversation), who))
      <h1>\(words.whoAskedLike(who))</h1>
      \(HTML.when(!asked.isEmpty, "<p class=\"said\" dir=\"auto\">\(asked)</p>"))
      <p class="lead">\(words.othersAskedLead)</p>
      \(OthersAskedView.gathered(others.wishes, in: page))
      \(HTML.when(page.maySpeak, """
      <p><a class="btn" href="\(Route.wishForm(others.conversation))" data-dialog>\
      \(page.words.wishes.act)</a></p>
      """))
      \(rows(in: page))
      </div>
      """
  }

  private func rows(in page: PageContext) -> HTML {
    let words = page.words.person
    guard !others.rows.isEmpty else {
      return "<div class=\"empty\"><p class=\"said\">\(words.nobodyElseAsked)</p></div>"
    }
    return """
      <ol class="list section" data-rows>\(others.rows.html { row($0, in: page) })</ol>
      \(HTML.when(others.hasMore, "<p class=\"soft\">\(words.onlyLikest)</p>"))
      """
  }

  private func row(_ row: OtherWhoAsked, in page: PageContext) -> HTML {
    """
    <li><div><p class="title"><a href="\(Route.conversation(row.conversation, at: row.post))">\
    <bdi>\(row.who.name)</bdi>\(WaitingLineView.lock(row.isPrivate, in: page))</a></p>\
    <p class="said" dir="auto">\(row.warning ?? row.words)</p>\
    <p class="soft">\(page.title(of: row.network)), \
    \(SpokenTime.ago(row.at, in: page))</p></div>\
    <span class="ends">\(page.words.name(of: row.state))</span></li>
    """
  }
}

enum OthersAskedView {
  /// The best of them in the aside, and the way on.
  static func part(_ others: OthersAskedPart, in page: PageContext) -> HTML {
    """
    \(HTML.when(!others.rows.isEmpty, "<ul>\(others.rows.html { row($0, in: page) })</ul>"))\
    \(gathered(others.wishes, in: page))
    <p><a class="go" href="\(Route.othersAsked(others.conversation))">\
    \(page.words.person.allWhoAsked)</a></p>
    """
  }

  private static func row(_ row: OtherWhoAsked, in page: PageContext) -> HTML {
    """
    <li><a href="\(Route.conversation(row.conversation, at: row.post))">\
    <span class="said" dir="auto">\(row.warning ?? row.words)</span> \
    <span class="soft"><bdi>\(row.who.name)</bdi>\(WaitingLineView.lock(row.isPrivate, in: page)) · \
    \(SpokenTime.ago(row.at, in: page)) · \(page.words.name(of: row.state))</span></a></li>
    """
  }

  static func gathered(_ wishes: [Wish], in page: PageContext) -> HTML {
    guard !wishes.isEmpty else { return "" }
    let links = wishes.prefix(3).map { wish in
      "<a href=\"\(Route.wish(wish.id))\" dir=\"auto\">\(wish.title)</a>" as HTML
    }
    return """
      <p><span class="soft">\(page.words.person.gatheredAs):</span> \(HTML.join(links, by: " · "))</p>
      """
  }
}
