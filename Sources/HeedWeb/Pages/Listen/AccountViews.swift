import HeedModel

extension NewAccountScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.account
    let networkField = Field(
      .network, words.network, value: network?.rawValue ?? "", problem: page.wrong(problem))
    let serverField = Field(
      .server, words.server, value: server, hint: words.serverHint, problem: page.wrong(problem))
    let custom = Field(.state, words.whose, value: "organisation")
    return """
      <div class="page">
      \(CrumbView.html(.sources, page.words.source.title))
      <h1>\(words.new)</h1>
      <p class="lead">\(words.newLead)</p>
      \(FormProblem.html(page.wrong(problem)))
      \(Form.post(.beginAccount, in: page, """
      \(networkField.select(networks.map { ($0.rawValue, page.title(of: $0)) }) { name in
        HTML.when(askingNothing.contains(NetworkName(name)), " data-asks-nothing")
      })
      \(serverField.input(autocomplete: "off", direction: "ltr"))
      \(HTML.when(page.mayLead, custom.select([
        ("organisation", words.organisations), ("own", words.ownHandle),
      ])))
      <button class="btn main">\(words.goOn)</button>
      """))</div>
      """
  }
}

extension AccountStepScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.account
    return """
      <div class="page">
      \(CrumbView.html(.newAccount, words.new))
      <h1>\(title(in: page))</h1>
      <p class="lead">\(page.say(explanation))</p>
      \(FormProblem.html(page.wrong(problem)))
      \(HTML.with(address.flatMap(ForeignAddress.safe)) { """
      <p class="older"><a class="btn main" href="\($0)" rel="noopener noreferrer">\
      \(words.openServer(server))</a></p>
      """ })
      \(HTML.when(answer != .redirect || takesToken, paste(in: page)))
      </div>
      """
  }

  private func paste(in page: PageContext) -> HTML {
    let words = page.words.account
    guard answer != .nothing else {
      return Form.post(
        .finishAccount, in: page,
        """
        <input type="hidden" name="\(FieldName.state.rawValue)" value="\(state)">
        <button class="btn main">\(words.finish)</button>
        """)
    }
    let (name, label, hint) =
      switch answer {
      case .code: (FieldName.code, words.code, words.codeHint)
      // Where the page comes back by itself a form stands only for the token that may be pasted instead.
      case .token, .redirect, .nothing: (FieldName.token, words.token, words.tokenHint)
      case .password: (FieldName.password, words.password, words.passwordHint)
      }
    let field = Field(name, label, hint: hint, problem: page.wrong(problem), isRequired: true)
    return Form.post(
      .finishAccount, in: page,
      """
      <input type="hidden" name="\(FieldName.state.rawValue)" value="\(state)">
      \(field.input(type: answer == .code ? "text" : "password", autocomplete: "off", direction: "ltr"))
      <button class="btn main">\(words.finish)</button>
      """)
  }
}

extension AccountScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.account
    return """
      <div class="page">
      \(CrumbView.html(.sources, page.words.source.title))
      <h1><bdi>\(account.address)</bdi></h1>
      <p class="soft">\(page.title(of: account.network)) · <bdi>\(account.server)</bdi> · \
      \(account.owner.map(words.lentBy) ?? words.organisations)</p>
      \(HTML.with(account.trouble) {
        """
        <p class="notice-box upset">\(Icon.trouble)\(page.say($0))</p>
        \(HTML.with(account.signsInAt) {
          "<p class=\"older\"><a class=\"btn main\" href=\"\(Route.connect(account.network, to: $0))\">\(words.signInAgain)</a></p>"
        })
        """
      })
      \(FormProblem.html(page.wrong(problem)))
      \(Form.post(.saveAccount(account.id), in: page, """
      <fieldset><legend class="label">\(words.howSigned)</legend><div class="choices">\
      \(SignatureCustom.allCases.html { custom in
        """
        <label><input type="radio" name="\(FieldName.custom.rawValue)" value="\(custom.rawValue)"\
        \(attribute: "checked", if: custom == account.custom)><span>\(words.name(of: custom))\
        </span></label>
        """
      })</div></fieldset>
      \(HTML.when(!answerers.isEmpty, """
      <fieldset><legend class="label">\(words.answerers)</legend>\
      <p class="soft">\(words.answerersHint)</p><div class="choices">\
      \(answerers.html { answerer in
        """
        <label><input type="checkbox" name="\(FieldName.member.rawValue)" \
        value="\(answerer.colleague.id)"\(attribute: "checked", if: answerer.answers)>\
        \(FaceView.ours(answerer.colleague.initials, isSmall: true))<span><bdi>\
        \(answerer.colleague.name)</bdi></span></label>
        """
      })</div></fieldset>
      """))
      <button class="btn main">\(page.words.shell.save)</button>
      """))
      \(HTML.when(!houseRules.isEmpty, """
      <section><h2>\(page.words.composer.houseRules(account.server))</h2>\
      <p dir="auto">\(page.say(houseRules))</p></section>
      """))
      <section><h2>\(words.removeTitle)</h2><p>\(words.removeHint)</p>
      <p class="older"><a class="btn grave" href="\(Route.removeAccount(account.id))" data-dialog>\
      \(words.remove)</a></p></section></div>
      """
  }
}

extension AccountWords {
  func name(of custom: SignatureCustom) -> String {
    switch custom {
    case .initials: withInitials
    case .name: withName
    case .none: withNothing
    }
  }
}
