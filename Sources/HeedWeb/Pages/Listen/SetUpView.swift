import HeedDesk
import HeedModel

extension WelcomeScreen {
  public func body(in page: PageContext) -> HTML {
    """
    <div class="page"><p class="brand">Heed</p>
    <h1>\(page.words.firstRun.welcome)</h1>
    <p class="lead">\(page.words.firstRun.welcomeLead)</p></div>
    """
  }
}

extension SetUpScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.firstRun
    let field = Field(
      .typed, words.field, value: typed, problem: page.wrong(problem), isRequired: true)
    return """
      <div class="page"><p class="brand">Heed</p>
      <h1>\(words.question)</h1>
      <p class="lead">\(words.lead)</p>
      \(Form.post(.listenFirst(token: token), in: page, kind: "ask", """
      \(field.input(autocomplete: "off", direction: "auto", autofocus: listening.isEmpty))\
      <button class="btn main">\(words.listen)</button>
      """))
      \(LookTrouble.html(trouble, in: page))
      \(heardPart(in: page))
      \(HTML.when(!listening.isEmpty, """
      <section aria-labelledby="listening"><h2 id="listening">\(words.listensAt(listening.count))</h2>
      \(OfferView.list(listening, to: nil, in: page))</section>
      """))
      \(HTML.when(!offers.isEmpty, """
      <section aria-labelledby="offers"><h2 id="offers">\(words.couldListen)</h2>
      \(OfferView.list(offers, to: .addFirstSource(token: token), typed: typed, in: page))</section>
      """))
      \(keep(in: page))
      </div>
      """
  }

  /// Fills by itself while the member gives a name and a password.
  private func heardPart(in page: PageContext) -> HTML {
    guard !listening.isEmpty else { return "" }
    let words = page.words.firstRun
    return """
      <section id="heard" data-fragment data-poll="4" aria-live="polite" aria-labelledby="heard-title">
      <h2 id="heard-title" class="label">\(words.heardNow)</h2>
      \(invented.html { "<p class=\"soft\">\(words.invented(page.title(of: $0)))</p>" })
      \(HTML.choose(
        heard.isEmpty, "<p class=\"soft\">\(words.stillQuiet)</p>",
        else: HeardRowView.list(heard.map(\.withoutFace), in: page)))</section>
      """
  }

  private func keep(in page: PageContext) -> HTML {
    let words = page.words.firstRun
    let join = page.words.join
    return """
      <section aria-labelledby="keep"><h2 id="keep">\(words.keep)</h2>
      <p>\(words.keepHint)</p>
      \(FormProblem.html(page.wrong(problem)?.field == FieldName.typed.rawValue ? nil : page.wrong(problem)))
      \(Form.post(.finishSetUp(token: token), in: page, """
      <input type="hidden" name="\(FieldName.typed.rawValue)" value="\(typed)">
      \(Field(.organisation, words.organisation, value: organisation, problem: page.wrong(problem), isRequired: true)
        .input(autocomplete: "organization", direction: "auto"))
      \(Field(.name, join.name, value: name, hint: join.nameHint, problem: page.wrong(problem), isRequired: true)
        .input(autocomplete: "name", direction: "auto"))
      \(Field(.email, join.email, value: email, hint: join.emailHint, problem: page.wrong(problem), isRequired: true)
        .input(type: "email", autocomplete: "username", direction: "ltr"))
      \(Field(.password, join.password, hint: join.passwordHint, problem: page.wrong(problem), isRequired: true)
        .input(type: "password", autocomplete: "new-password", direction: "ltr"))
      <input type="hidden" name="\(FieldName.timeZone.rawValue)" value="" data-own-zone>
      <button class="btn main">\(words.keepButton)</button>
      """))</section>
      """
  }
}
