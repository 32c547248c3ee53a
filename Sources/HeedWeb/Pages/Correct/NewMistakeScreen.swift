public import HeedModel

/// Marking something wrong that we said.
public struct NewMistakeScreen: Screen {
  /// Ours that is wrong; `nil` for a page.
  public var post: PostRow?
  /// Theirs that told us.
  public var told: PostRow?
  public var typed: Typed
  public var problem: Problem?

  /// What stands in the form.
  public struct Typed: Sendable {
    public var words = ""
    public var said = ""
    public var page = ""
    public var since = ""
    /// `us`, `person`, `somebody`.
    public var noticed = ""
    public var date = ""
    public var time = ""

    public init() {}
  }

  public init(
    post: PostRow? = nil, told: PostRow? = nil, typed: Typed = Typed(), problem: Problem? = nil
  ) {
    self.post = post
    self.told = told
    self.typed = typed
    self.problem = problem
  }

  public var room: Room? { post == nil ? .mistakes : .today }
  public func title(in page: PageContext) -> String { page.words.mistake.markTitle }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.mistake
    let wrong = page.wrong(problem)
    let back: Route =
      post.map { .conversation($0.post.conversation, at: $0.id) } ?? .mistakes()
    return """
      <div class="page">
      \(CrumbView.html(back, post == nil ? words.all : page.words.talk.thread))
      <h1>\(words.markTitle)</h1>
      <p class="lead">\(words.markLead)</p>
      \(FormProblem.html(wrong))
      \(HTML.with(post) { "<blockquote class=\"notice-box\">\(RichTextView.html($0.post.text))</blockquote>" })
      \(Form.post(.markMistake, in: page, """
      \(HTML.with(post) { hidden(.post, $0.id.description) })\
      \(HTML.with(told) { hidden(.answering, $0.id.description) })\
      \(HTML.when(post == nil, """
      \(Field(
        .target, words.address, value: typed.page, hint: words.addressHint, problem: wrong,
        isRequired: true
      ).input(autocomplete: "url", direction: "ltr", data: " inputmode=\"url\""))
      """))
      \(Field(.text, words.what, value: typed.words, hint: words.whatHint, problem: wrong, isRequired: true)
        .area(rows: 2))
      \(Field(.said, words.said, value: typed.said, hint: words.saidHint).area(rows: 3))
      \(who(in: page))
      <fieldset><legend class="label">\(words.when)</legend><p class="soft">\(words.whenHint)</p>
      <div class="pair">\(Field(.date, words.day, value: typed.date, problem: wrong).input(type: "date"))\
      \(Field(.time, words.time, value: typed.time).input(type: "time"))</div></fieldset>
      \(HTML.when(post == nil, Field(.since, words.since, value: typed.since).input(type: "date")))
      <p class="acts"><button class="btn main">\(words.markIt)</button>\
      <a class="btn" href="\(back)">\(page.words.shell.cancel)</a></p>
      """))</div>
      """
  }

  private func hidden(_ name: FieldName, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name.rawValue)\" value=\"\(value)\">"
  }

  private func who(in page: PageContext) -> HTML {
    let words = page.words.mistake
    var choices = [("us", words.us)]
    if let told { choices.insert(("person", words.told(page.name(of: told.author))), at: 0) }
    choices.append(("somebody", words.somebody))
    let chosen = typed.noticed.isEmpty ? choices[0].0 : typed.noticed
    return """
      <fieldset><legend class="label">\(words.who)</legend><div class="choices">\
      \(choices.html { choice in
        """
        <label><input type="radio" name="\(FieldName.noticed.rawValue)" value="\(choice.0)"\
        \(attribute: "checked", if: choice.0 == chosen)><span>\(choice.1)</span></label>
        """
      })</div></fieldset>
      """
  }
}
