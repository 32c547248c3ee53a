import HeedDesk
public import HeedModel

/// Choosing whom to ask about a draft.
public struct AskColleagueScreen: Screen {
  public var conversation: ID<Conversation>
  /// To whom the draft is.
  public var partner: String
  /// The draft as it stands.
  public var text: String
  public var colleagues: [Colleague]
  public var question: String
  /// Who was chosen in a form that came back.
  public var chosen: ID<Member>?
  public var problem: Problem?

  public init(
    conversation: ID<Conversation>, partner: String, text: String, colleagues: [Colleague],
    question: String = "", problem: Problem? = nil
  ) {
    self.conversation = conversation
    self.partner = partner
    self.text = text
    self.colleagues = colleagues
    self.question = question
    self.problem = problem
  }

  public var room: Room? { .today }
  public func title(in page: PageContext) -> String { page.words.secondLook.askTitle(partner) }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.secondLook
    let question = Field(
      .word, words.question, value: question, hint: words.questionHint,
      problem: page.wrong(problem))
    return """
      <div class="page"><h1>\(words.askTitle(partner))</h1><p class="lead">\(words.askLead)</p>
      \(FormProblem.html(page.wrong(problem)))
      \(HTML.when(hasDraft, """
      <h2>\(words.yourDraft)</h2><blockquote class="notice-box said" dir="auto">\
      \(SecondLookView.paragraphs(text))</blockquote>
      """))
      \(Form.post(.askColleague(conversation), in: page, """
      <fieldset><legend class="label">\(words.whom)</legend><div class="choices">\
      \(colleagues.html { choice($0) })</div></fieldset>
      \(HTML.when(colleagues.isEmpty, "<p>\(words.nobody)</p>"))
      \(HTML.when(!hasDraft, Field(
        .text, words.yourDraft, problem: page.wrong(problem), isRequired: true).area(rows: 4)))
      \(question.area(rows: 2))
      <p class="acts"><button class="btn main"\(attribute: "disabled", if: colleagues.isEmpty)>\
      \(words.askThem)</button>\(CancelLink.html(conversation, in: page))</p>
      """))</div>
      """
  }

  private var hasDraft: Bool { text.contains { !$0.isWhitespace } }

  private func choice(_ colleague: Colleague) -> HTML {
    """
    <label><input type="radio" name="\(FieldName.member.rawValue)" value="\(colleague.id)" required\
    \(attribute: "checked", if: colleague.id == chosen)>\
    \(FaceView.ours(colleague.initials, isSmall: true))<span><bdi>\(colleague.name)</bdi></span></label>
    """
  }
}
