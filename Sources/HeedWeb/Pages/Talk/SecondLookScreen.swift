public import HeedDesk
public import HeedModel

/// A draft that a colleague asked about, as whoever was asked sees it; or as its writer sees what was shown.
public struct SecondLookScreen: Screen {
  public var kept: KeptSecondLook
  /// What stood in the form that was not taken.
  public var typed: (text: String, word: String)?
  public var problem: Problem?

  public init(
    kept: KeptSecondLook, typed: (text: String, word: String)? = nil, problem: Problem? = nil
  ) {
    self.kept = kept
    self.typed = typed
    self.problem = problem
  }

  private var look: SecondLook { kept.row.look }

  public var room: Room? { .today }
  public var live: [LiveTopic] { [.conversation(look.conversation)] }

  private func writer(_ page: PageContext) -> String {
    kept.row.writer?.name ?? page.words.talk.somebody
  }

  private func asked(_ page: PageContext) -> String {
    kept.row.asked?.name ?? page.words.talk.somebody
  }

  private func isOwn(_ page: PageContext) -> Bool { look.member == page.member?.id }

  public func title(in page: PageContext) -> String {
    let words = page.words.secondLook
    if isOwn(page) { return words.yourOwn(asked(page)) }
    return words.asksYou(
      writer(page), page.name(of: kept.row.handle))
  }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.secondLook
    return """
      <div class="page">
      \(CrumbView.html(.today, page.words.shell.today))
      <h1>\(title(in: page))</h1>
      <div id="look-state" data-fragment>\(state(in: page))</div>
      \(HTML.when(look.state != .ended, """
      <p class="lead">\(isOwn(page) ? words.ownLead(asked(page)) : words.lookLead)</p>\
      \(context(in: page))
      """))
      \(FormProblem.html(page.wrong(problem)))
      \(HTML.when(mayAnswer(page), form(in: page)))
      <p class="older"><a class="go" href="\(Route.conversation(look.conversation))">\(words.inThread)</a></p></div>
      """
  }

  /// What was typed is shown once more also where it is over: it must not be lost.
  private func mayAnswer(_ page: PageContext) -> Bool {
    !isOwn(page) && (look.state == .asked || look.state == .answered || typed != nil)
  }

  private func state(in page: PageContext) -> HTML {
    let words = page.words.secondLook
    let who = writer(page)
    // What stood against it says the same already.
    if look.state == .ended, problem != nil { return "" }
    let said: String? =
      switch look.state {
      case .asked: nil
      case .answered: isOwn(page) ? nil : words.youAnswered
      case .taken: isOwn(page) ? nil : words.wasTaken(who)
      case .ended:
        switch look.ending {
        case .sent: words.wentOut(who)
        case .discarded: words.wasGivenUp(who)
        case .left: words.wasLeft(who)
        case .gone: words.isGone
        case .withdrawn, nil: words.wasWithdrawn(who)
        }
      }
    return HTML.with(said) { said in
      """
      <p class="notice-box" role="status">\(said)\
      \(HTML.with(look.endedAt ?? look.takenAt ?? look.answeredAt) { " <span class=\"soft\">\(SpokenTime.ago($0, in: page))</span>" })\
      \(HTML.when(look.state == .answered, " \(words.changeAnswer)"))</p>
      """
    }
  }

  private func context(in page: PageContext) -> HTML {
    let words = page.words.secondLook
    return """
      \(HTML.with(kept.answered) { row in
        """
        <section><h2>\(words.answers)</h2><blockquote class="notice-box said">\
        \(RichTextView.html(row.post.text, language: row.post.language))</blockquote>\
        <p class="soft"><bdi>\(Who(row, in: page).name)</bdi> · \(SpokenTime.ago(row.post.publishedAt, in: page))</p></section>
        """
      })
      \(HTML.when(!look.question.isEmpty, """
      <section><h2>\(isOwn(page) ? words.youAsk : words.theyAsk(writer(page)))</h2>\
      <p dir="auto">\(look.question)</p></section>
      """))
      <section><h2>\(isOwn(page) ? words.draftThen : words.theDraft)</h2>\
      <p class="soft">\(SpokenTime.ago(look.askedAt, in: page))\(HTML.with(look.intent) {
        " · \(words.meant) \(TagView.html(page.words.name(of: $0)))"
      })</p>\
      \(HTML.when(!look.warning.isEmpty, "<p class=\"soft\">\(words.before): <bdi>\(look.warning)</bdi></p>"))\
      <blockquote class="notice-box said" dir="auto">\(SecondLookView.paragraphs(look.text))</blockquote></section>
      """
  }

  private func form(in page: PageContext) -> HTML {
    let words = page.words.secondLook
    let text = Field(
      .text, words.yourWords, value: typed?.text ?? look.proposed ?? look.text,
      hint: words.yourWordsHint, problem: page.wrong(problem))
    let word = Field(
      .word, words.word, value: typed?.word ?? look.word, hint: words.wordHint,
      problem: page.wrong(problem))
    let form = Form.post(
      .answerSecondLook(look.id), in: page,
      """
      \(text.area(rows: 6))\(word.area(rows: 2))
      \(HTML.when(look.state != .ended, """
      <p class="acts"><button class="btn main">\(words.propose)</button>\
      <button class="btn" name="\(FieldName.anyway.rawValue)" value="1">\(words.leaveIt)</button></p>
      """))
      """)
    return "<section>\(form)</section>"
  }
}
