import HeedModel

extension HandOverScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.handOver
    let canTake = colleagues.contains { !$0.cannotAnswer }
    let word = Field(.word, words.word, hint: words.wordHint, problem: page.wrong(problem))
    return """
      <div class="page">
      <h1>\(words.title(who))</h1>
      <p>\(words.lead)</p>
      \(HTML.when(doNotContact, "<p role=\"note\">\(page.words.rights.dontWriteNote(who))</p>"))
      \(FormProblem.html(page.wrong(problem)))
      \(Form.post(.handOver(conversation), in: page, """
      <fieldset><legend class="label">\(words.to)</legend><div class="choices">\
      \(colleagues.html { choice($0, in: page) })</div></fieldset>
      \(HTML.when(colleagues.isEmpty, "<p>\(words.nobody)</p>"))
      \(word.area(rows: 2))
      <p class="acts"><button class="btn main"\(attribute: "disabled", if: !canTake)>\
      \(words.hand)</button>\(CancelLink.html(conversation, in: page))</p>
      """))</div>
      """
  }

  private func choice(_ choice: Choice, in page: PageContext) -> HTML {
    let until = choice.hereUntil.map {
      page.words.members.hereUntil(
        SpokenTime.until($0, isElsewhere: choice.isElsewhere, in: page))
    }
    let cannot = choice.cannotAnswer ? page.words.handOver.cannotAnswer : nil
    return """
      <label><input type="radio" name="\(FieldName.member.rawValue)" \
      value="\(choice.colleague.id)" required\(attribute: "disabled", if: choice.cannotAnswer)>\(FaceView.ours(choice.colleague.initials, isSmall: true))\
      <span><bdi>\(choice.colleague.name)</bdi>\
      \(HTML.with(cannot ?? until) { " <span class=\"soft\">\($0)</span>" })\
      \(HTML.when(!choice.reasons.isEmpty, " <span class=\"soft\">\(why(choice, in: page))</span>"))\
      </span></label>
      """
  }

  private func why(_ choice: Choice, in page: PageContext) -> String {
    choice.reasons.map {
      KnowingView.text(
        $0, person: who, language: language, isElsewhere: choice.isElsewhere, in: page)
    }.joined(separator: ", ")
  }
}

enum CancelLink {
  static func html(_ conversation: ID<Conversation>, in page: PageContext) -> HTML {
    """
    <a class="btn" href="\(Route.conversation(conversation))" data-close>\
    \(page.words.shell.cancel)</a>
    """
  }
}
