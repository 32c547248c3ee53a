public import HeedModel

/// Gathers what somebody said as a wish or a cause.
public struct WishFormScreen: Screen {
  public var conversation: ID<Conversation>
  public var who: String
  /// What they said, newest first; the chosen one is offered.
  public var words: [Said]
  public var chosen: ID<Post>
  /// As it was chosen; `nil` as the words read that are gathered.
  public var kind: Wish.Kind?
  public var alike: [WishRow]
  public var rest: [WishRow]
  public var gathered: [String]
  public var title: String
  public var wish: ID<Wish>?
  public var problem: Problem?

  /// One thing that they said.
  public struct Said: Sendable {
    public var post: ID<Post>
    /// Whose words they are.
    public var who: String
    public var text: String
    public var at: Instant
    public var kinds: Set<Reading.Kind>

    public init(
      post: ID<Post>, who: String, text: String, at: Instant, kinds: Set<Reading.Kind> = []
    ) {
      self.post = post
      self.who = who
      self.text = text
      self.at = at
      self.kinds = kinds
    }
  }

  public init(
    conversation: ID<Conversation>, who: String, words: [Said], chosen: ID<Post>,
    kind: Wish.Kind? = nil,
    alike: [WishRow] = [], rest: [WishRow] = [], gathered: [String] = [], title: String = "",
    wish: ID<Wish>? = nil, problem: Problem? = nil
  ) {
    self.conversation = conversation
    self.who = who
    self.words = words
    self.chosen = chosen
    self.kind = kind
    self.alike = alike
    self.rest = rest
    self.gathered = gathered
    self.title = title
    self.wish = wish
    self.problem = problem
  }

  public var room: Room? { .today }

  public func title(in page: PageContext) -> String {
    Set(words.map(\.who)).count > 1
      ? page.words.wishes.gatherTitleSeveral : page.words.wishes.gatherTitle(who)
  }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.wishes
    return """
      <div class="page">
      <h1>\(title(in: page))</h1>
      <p>\(words.gatherLead)</p>
      \(HTML.when(!gathered.isEmpty, "<p class=\"soft\">\(words.gatheredBefore(gathered.joined(separator: ", ")))</p>"))
      \(FormProblem.html(page.wrong(problem)))
      \(Form.post(.gatherWish(conversation), in: page, """
      <fieldset><legend class="label">\(words.theirWords)</legend><div class="choices">\
      \(self.words.html { said($0, in: page) })</div></fieldset>
      <fieldset><legend class="label">\(words.standing)</legend><div class="choices">\
      \(alike.html { choice($0, isAlike: true, in: page) })\
      <label><input type="radio" name="\(FieldName.wish.rawValue)" value=""\
      \(attribute: "checked", if: wish == nil)>\(words.new)</label>\
      \(rest.html { choice($0, isAlike: false, in: page) })</div></fieldset>
      \(Self.fields(title: title, kind: kind, hasNone: true, page.wrong(problem), in: page))
      <p class="acts"><button class="btn main">\(words.gather)</button>\
      \(CancelLink.html(conversation, in: page))</p>
      """))</div>
      """
  }

  /// What a wish is called and what it is.
  /// - Parameter hasNone: it may stay as the words read that are chosen.
  static func fields(
    title: String, kind: Wish.Kind?, hasNone: Bool = false, _ wrong: Wrong?, in page: PageContext
  ) -> HTML {
    let words = page.words.wishes
    let name = Field(
      .name, words.newTitle, value: title, hint: words.newHint, problem: wrong, scope: "wish")
    let sort = Field(.kind, words.kind, value: kind?.rawValue ?? "", scope: "wish")
    return """
      \(name.input(direction: "auto"))\
      \(sort.select((hasNone ? [("", words.asRead)] : []) + [(Wish.Kind.wish.rawValue, words.wish), (Wish.Kind.cause.rawValue, words.cause)]))
      """
  }

  private func said(_ said: Said, in page: PageContext) -> HTML {
    """
    <label><input type="radio" name="\(FieldName.post.rawValue)" value="\(said.post)" required\
    \(attribute: "checked", if: said.post == chosen)>\
    <span><span class="said" dir="auto">\(said.text)</span> \
    <span class="soft"><bdi>\(said.who)</bdi> · \(SpokenTime.ago(said.at, in: page))</span> \
    \(HTML.join(TagView.kinds(said.kinds, language: nil, in: page)))</span></label>
    """
  }

  private func choice(_ row: WishRow, isAlike: Bool, in page: PageContext) -> HTML {
    """
    <label><input type="radio" name="\(FieldName.wish.rawValue)" value="\(row.id)"\
    \(attribute: "checked", if: row.id == wish)><span><span dir="auto">\(row.wish.title)</span> \
    <span class="soft">\(HTML.when(isAlike, "\(page.words.wishes.alike), "))\
    \(page.words.wishes.people(row.people))</span></span></label>
    """
  }
}
