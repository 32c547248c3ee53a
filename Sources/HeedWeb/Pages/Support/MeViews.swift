import HeedDesk
import HeedModel

extension MeScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.me
    let join = page.words.join
    let initialsField = Field(
      .initials, join.initials, value: member.initials, hint: join.initialsHint,
      problem: page.wrong(problem), isRequired: true)
    // On their own clock: the page may still be in the zone that they just left.
    let until = member.stillHereUntil(at: page.now).map { Zone(member.timeZone).wall(at: $0).clock }
    return """
      <div class="page">
      <h1>\(words.title)</h1>
      <p class="soft"><bdi>\(member.email)</bdi> · \(page.words.name(of: member.role))</p>
      \(HTML.with(voice) { restricted($0, in: page) })
      \(FormProblem.html(page.wrong(problem)))
      \(Form.post(.saveMe, in: page, """
      \(Field(.name, join.name, value: member.name, hint: join.nameHint, problem: page.wrong(problem), isRequired: true)
        .input(autocomplete: "name", direction: "auto"))
      \(initialsField.input(autocomplete: "off", direction: "auto", data: " maxlength=\"4\""))
      \(Field(.hereUntil, words.hereUntil, value: until ?? "", hint: words.hereUntilHint, problem: page.wrong(problem))
        .input(type: "time"))
      \(Field(.timeZone, words.timeZone, value: member.timeZone, problem: page.wrong(problem))
        .input(data: " list=\"zones\""))\(ZoneList.html)
      \(Field(.language, words.yourLanguage, value: member.language)
        .select(Words.offered(besides: member.language)))
      \(Field(.keys, words.keys, hint: words.keysHint).box(isOn: member.keys))
      <button class="btn main">\(page.words.shell.save)</button>
      """))
      \(HTML.when(page.maySpeak, """
      <section aria-labelledby="finds"><h2 id="finds">\(page.words.help.title)</h2>
      <p>\(page.words.help.lead)</p>
      <p class="older"><a class="btn" href="\(Route.profile)">\(page.words.help.change)</a></p>
      \(onlyListen(in: page))</section>
      """))
      <section aria-labelledby="ways"><h2 id="ways">\(page.words.told.waysTitle)</h2>
      <p>\(page.words.told.inDesk)</p>
      <p class="older"><a class="btn" href="\(Route.tellingWays)">\(page.words.told.change)</a></p></section>
      <section aria-labelledby="password"><h2 id="password">\(words.passwordTitle)</h2>
      \(Form.post(.savePassword, in: page, """
      \(Field(.password, words.oldPassword, problem: page.wrong(problem), isRequired: true)
        .input(type: "password", autocomplete: "current-password", direction: "ltr"))
      \(Field(.newPassword, words.newPassword, hint: join.passwordHint, problem: page.wrong(problem), isRequired: true)
        .input(type: "password", autocomplete: "new-password", direction: "ltr"))
      <button class="btn">\(words.changePassword)</button>
      """))</section>
      <section aria-labelledby="factor"><h2 id="factor">\(words.secondFactor)</h2>
      <p>\(member.secondFactor ? words.factorOn : words.factorOff)</p>
      <p class="older"><a class="btn" href="\(Route.secondFactor)">\(words.changeFactor)</a></p></section>
      \(sessions(in: page))
      <section>\(Form.button(.signOut, words.signOut, in: page))</section></div>
      """
  }

  private func restricted(_ voice: VoiceView, in page: PageContext) -> HTML {
    let standing = voice.restrictions.last { $0.stands(at: page.now) }
    return """
      <section aria-labelledby="voice"><h2 id="voice">\
      \(standing == nil ? page.words.rights.voiceOwn : page.words.rights.voiceYours)</h2>
      <p>\(page.words.rights.voiceLead)</p>
      \(HTML.with(standing) { VoicePart.standing($0, voice, in: page) })
      \(HTML.when(standing != nil, VoicePart.beside(voice, in: page)))
      \(VoicePart.looks(voice, in: page))
      \(VoicePart.earlier(voice, in: page))</section>
      """
  }

  private func onlyListen(in page: PageContext) -> HTML {
    let words = page.words.me
    return """
      <details class="older"><summary>\(words.onlyListen)</summary><p class="soft">\(words.onlyListenHint)</p>
      \(Form.button(.onlyListen, words.onlyListenNow, in: page))</details>
      """
  }

  private func sessions(in page: PageContext) -> HTML {
    let words = page.words.me
    guard !sessions.isEmpty else { return "" }
    return """
      <section aria-labelledby="sessions"><h2 id="sessions">\(words.sessionsTitle)</h2>
      <p class="soft">\(words.sessionsLead(sessionDays.idle, sessionDays.most))</p>
      <ul class="list">\(sessions.html { row in
        let device = row.device.isEmpty ? words.unknownDevice : row.device
        return """
        <li><div><p class="title"><bdi>\(device)</bdi>\
        \(HTML.when(row.isThis, " · \(words.thisSession)"))</p>
        <p class="soft">\(words.signedInAt(SpokenTime.agoText(row.signedInAt, in: page))) · \
        \(words.seenAt(SpokenTime.agoText(row.seenAt, in: page)))</p></div>\
        \(HTML.when(!row.isThis, """
        <div class="ends">\(Form.button(
          .endSession(row.id), words.signOutThere, in: page,
          describes: "\(words.signOutThere): \(device)"))</div>
        """))</li>
        """
      })</ul></section>
      """
  }
}

extension SecondFactorScreen {
  public func body(in page: PageContext) -> HTML {
    """
    <div class="page">
    \(CrumbView.html(.me, page.words.me.title))
    <h1>\(page.words.me.secondFactor)</h1>
    \(FormProblem.html(page.wrong(problem)))
    \(content(in: page))</div>
    """
  }

  /// Fours are easier to type; what is copied has no gaps.
  private static func groups(of key: String) -> [String] {
    let letters = Array(key)
    return stride(from: 0, to: letters.count, by: 4).map { start in
      String(letters[start..<min(start + 4, letters.count)])
    }
  }

  private func content(in page: PageContext) -> HTML {
    let words = page.words.me
    let password = Field(
      .password, words.oldPassword, hint: words.passwordWhy, problem: page.wrong(problem),
      isRequired: true
    ).input(type: "password", autocomplete: "current-password", direction: "ltr")
    switch step {
    case .off:
      return """
        <p class="lead">\(words.factorLead)</p>
        \(Form.post(.beginSecondFactor, in: page, """
        \(password)<button class="btn main">\(words.factorBegin)</button>
        """))
        """
    case .on:
      return """
        <p class="lead">\(words.factorOn)</p>
        \(Form.post(.endSecondFactor, in: page, """
        \(password)<button class="btn grave">\(words.factorEnd)</button>
        """))
        """
    case .confirm(let key, let address):
      let code = Field(
        .code, page.words.signIn.code, problem: page.wrong(problem), isRequired: true)
      return """
        <p class="lead">\(words.factorKey)</p>
        <div class="notice-box">\(QRCodeView.html(address, label: words.factorScan))\
        <p><code class="key" dir="ltr">\(Self.groups(of: key).html { "<span>\($0)</span>" })</code></p>\
        \(HTML.when(address.hasPrefix("otpauth://"), """
        <p><a class="go" href="\(address)">\(words.factorOpen)</a></p>
        """))</div>
        \(Form.post(.confirmSecondFactor, in: page, """
        \(code.input(
          autocomplete: "one-time-code", direction: "ltr",
          data: " inputmode=\"numeric\" pattern=\"[0-9 ]*\" maxlength=\"7\""))\
        <button class="btn main">\(words.factorConfirm)</button>
        """))
        """
    }
  }
}
