import HeedModel

extension SignInScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.signIn
    let join = page.words.join
    return """
      <div class="page"><p class="brand">Heed</p>
      <h1>\(words.heading(page.organisation))</h1>
      \(FormProblem.html(page.wrong(problem)))
      \(Form.post(.signIn, in: page, """
      \(Field(.email, join.email, value: email, isRequired: true)
        .input(type: "email", autocomplete: "username", direction: "ltr", autofocus: email.isEmpty))
      \(Field(.password, join.password, isRequired: true)
        .input(type: "password", autocomplete: "current-password", direction: "ltr"))
      <button class="btn main">\(words.button)</button>
      """))
      <p class="older soft">\(words.forgot)</p>
      <p class="soft"><a href="\(Route.notice)">\(words.notice)</a></p></div>
      """
  }
}

extension SignInCodeScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.signIn
    return """
      <div class="page"><p class="brand">Heed</p>
      <h1>\(words.codeTitle)</h1>
      <p class="lead">\(words.codeLead)</p>
      \(FormProblem.html(page.wrong(problem)))
      \(Form.post(.signInCode, in: page, """
      \(Field(.code, words.code, isRequired: true).input(
        autocomplete: "one-time-code", direction: "ltr",
        data: " inputmode=\"numeric\" pattern=\"[0-9 ]*\" maxlength=\"7\"", autofocus: true))
      <button class="btn main">\(words.button)</button>
      """))</div>
      """
  }
}

extension JoinScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.join
    guard let role else {
      return """
        <div class="page"><p class="brand">Heed</p><h1>\(words.tooLate)</h1>
        <p class="lead">\(words.tooLateHint)</p></div>
        """
    }
    let invited = invitedBy.map {
      role.maySpeak ? words.invited($0, page.words.name(of: role)) : words.invitedToRead($0)
    }
    return """
      <div class="page"><p class="brand">Heed</p>
      <h1>\(words.title(page.organisation))</h1>
      <p class="lead">\(invited ?? words.invitedPlainly(page.words.name(of: role)))</p>
      \(FormProblem.html(page.wrong(problem)))
      \(Form.post(.finishJoin(token: token), in: page, """
      \(Field(.name, words.name, value: name, hint: words.nameHint, problem: page.wrong(problem), isRequired: true)
        .input(autocomplete: "name", direction: "auto", autofocus: true))
      \(Field(.initials, words.initials, value: initials, hint: words.initialsHint, problem: page.wrong(problem))
        .input(autocomplete: "off", direction: "auto", data: " maxlength=\"4\""))
      \(Field(.email, words.email, value: email, hint: words.emailHint, problem: page.wrong(problem), isRequired: true)
        .input(type: "email", autocomplete: "username", direction: "ltr"))
      \(Field(.password, words.password, hint: words.passwordHint, problem: page.wrong(problem), isRequired: true)
        .input(type: "password", autocomplete: "new-password", direction: "ltr"))
      <input type="hidden" name="\(FieldName.timeZone.rawValue)" value="" data-own-zone>
      <button class="btn main">\(words.button)</button>
      """))</div>
      """
  }
}
