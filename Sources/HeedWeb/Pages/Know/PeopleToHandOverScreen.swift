public import HeedModel

/// Those whom a member knows, to be introduced to colleagues one by one.
public struct PeopleToHandOverScreen: Screen {
  public var colleague: Colleague
  public var hasLeft: Bool
  public var people: [Row]
  public var leftAlone: Int

  /// Somebody to be introduced to a colleague.
  public struct Row: Sendable {
    public var person: ID<Person>
    public var who: Who
    public var conversation: ID<Conversation>
    /// What of theirs was answered there.
    public var post: ID<Post>?
    public var lastAt: Instant
    /// Colleagues who know them too.
    public var others: [String]
    /// Who spoke with them since.
    public var metBy: String?

    public init(
      person: ID<Person>, who: Who, conversation: ID<Conversation>, post: ID<Post>? = nil,
      lastAt: Instant, others: [String] = [], metBy: String? = nil
    ) {
      self.person = person
      self.who = who
      self.conversation = conversation
      self.post = post
      self.lastAt = lastAt
      self.others = others
      self.metBy = metBy
    }
  }

  public init(colleague: Colleague, hasLeft: Bool, people: [Row], leftAlone: Int = 0) {
    self.colleague = colleague
    self.hasLeft = hasLeft
    self.people = people
    self.leftAlone = leftAlone
  }

  public var room: Room? { .members }

  public func title(in page: PageContext) -> String {
    let words = page.words.people
    return colleague.isYou ? words.handOverOwnTitle : words.handOverTitle(colleague.name)
  }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.people
    return """
      <div class="page">
      \(CrumbView.html(.members, page.words.shell.members))
      <h1>\(title(in: page))</h1>
      <p class="lead">\(words.handOverLead)</p>
      <ol class="people section" data-rows>\(people.html { row($0, in: page) })</ol>
      \(HTML.when(people.isEmpty, """
      <div class="empty"><p class="said">\(words.handOverNone(colleague.name))</p></div>
      """))
      \(HTML.when(leftAlone > 0, "<p class=\"soft\">\(words.leftAlone(leftAlone))</p>"))
      </div>
      """
  }

  private func row(_ row: Row, in page: PageContext) -> HTML {
    let words = page.words.people
    let others =
      row.others.isEmpty ? words.nobodyElse : words.alsoKnow(row.others.joined(separator: ", "))
    let act: HTML =
      if hasLeft {
        """
        <a class="btn" href="\(Route.speak(row.conversation, at: row.post, .introduce(colleague.id)))" \
        aria-label="\(words.introduceTo(row.who.name))">\(words.introduce)</a>
        """
      } else {
        """
        <a class="btn" href="\(Route.handOverForm(row.conversation))" data-dialog \
        aria-label="\(page.words.handOver.title(row.who.name))">\(page.words.talk.handTo)</a>
        """
      }
    return """
      <li>\(FaceView.html(row.who))<div><b><a href="\(Route.person(row.person))"><bdi>\(HTML.address(row.who.name))\
      </bdi></a></b><p class="soft">\(words.lastTogether) \(SpokenTime.ago(row.lastAt, in: page)) · \
      \(row.metBy.map { words.metBy($0) } ?? others)</p></div>\
      <div class="ends">\(HTML.when(row.metBy == nil, act))</div></li>
      """
  }
}
