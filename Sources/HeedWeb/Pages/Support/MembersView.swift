import HeedModel

extension MembersScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.members
    return """
      <div class="page">
      <h1>\(words.title(members.count))</h1>
      <p class="lead">\(words.lead)</p>
      \(HTML.with(invitation) { invited($0, in: page) })\
      \(HTML.with(passwordLink) { link in
        """
        <div class="notice-box" role="status"><p><b>\(words.linkTitle)</b></p>\
        <p><code id="password-link" dir="ltr">\(link.address)</code></p>\
        <p class="soft">\(words.passwordLinkHint(link.name)) \
        \(SpokenTime.at(link.expiresAt, in: page)).</p></div>
        """
      })
      \(FormProblem.html(page.wrong(problem)))
      <ul class="people section">\(members.html { row($0, in: page) })</ul>
      \(HTML.when(!left.isEmpty && page.maySpeak, """
      <section aria-labelledby="left"><h2 id="left">\(page.words.people.whoLeft)</h2>
      <ul>\(left.html { "<li>\(knows($0, in: page))</li>" })</ul></section>
      """))
      \(HTML.when(page.mayLead, """
      <section aria-labelledby="invite"><h2 id="invite">\(words.inviteTitle)</h2><p>\(words.inviteHint)</p>
      \(Form.post(.invite, in: page, """
        \(Field(.role, words.role, value: Role.member.rawValue, hint: words.roleHint)
          .select(Role.allCases.map { ($0.rawValue, page.words.name(of: $0)) }))\
        <button class="btn main">\(words.invite)</button>
        """))\(standing(in: page))</section>
      """))
      </div>
      """
  }

  /// Links that are out and can be taken back.
  private func standing(in page: PageContext) -> HTML {
    let words = page.words.members
    guard !open.isEmpty else { return "" }
    return """
      <section aria-labelledby="open"><h2 id="open" class="label">\(words.openLinks)</h2>
      <ul class="list">\(open.html { link in
        """
        <li><div><p class="title">\(words.linkBy(page.words.name(of: link.role), link.by))</p>\
        <p class="soft">\(words.linkUntil) \(SpokenTime.at(link.expiresAt, in: page))</p></div>\
        <div class="ends">\(Form.button(
          .withdrawInvitation(link.id), words.withdraw, in: page,
          describes: words.withdrawOf(page.words.name(of: link.role), link.by)))</div></li>
        """
      })</ul></section>
      """
  }

  private func knows(_ colleague: Colleague, in page: PageContext) -> HTML {
    let words = page.words.people
    let name = colleague.isYou ? words.whomYouKnow : words.whomTheyKnew(colleague.name)
    return "<a class=\"go\" href=\"\(Route.peopleToHandOver(colleague.id))\">\(name)</a>"
  }

  private func invited(_ invitation: Invitation, in page: PageContext) -> HTML {
    let words = page.words.members
    return """
      <div class="notice-box" role="status"><p><b>\(words.linkTitle)</b></p>\
      <p><code id="join-link" dir="ltr">\(invitation.address)</code></p>\
      <p class="soft">\(words.linkHint(page.words.name(of: invitation.role))) \
      \(SpokenTime.at(invitation.expiresAt, in: page)).</p></div>
      """
  }

  private func row(_ row: MemberRow, in page: PageContext) -> HTML {
    let words = page.words.members
    let until = row.hereUntil.map {
      words.hereUntil(SpokenTime.until($0, isElsewhere: row.isElsewhere, in: page))
    }
    return """
      <li>\(FaceView.ours(row.colleague.initials))<div><b><bdi>\(row.colleague.name)</bdi></b>\
      \(HTML.when(row.colleague.isYou, " <span class=\"soft\">\(words.you)</span>"))\
      <p class="soft">\(page.words.name(of: row.role)) · \(words.joined) \
      \(SpokenTime.ago(row.joinedAt, in: page))\(HTML.with(until) { " · \($0)" })\
      \(HTML.when(
        row.colleague.isYou && page.maySpeak, " · \(knows(row.colleague, in: page))"))\
      \(HTML.when(row.isRestricted, " · \(page.words.rights.mayNotSpeak)"))</p></div>\
      <div class="ends">\(acts(row, in: page))</div></li>
      """
  }

  /// Nobody takes another's voice by a role.
  private func roles(_ row: MemberRow) -> [Role] {
    Role.allCases.filter { $0.maySpeak || !row.role.maySpeak || row.colleague.isYou }
  }

  /// What a lead can do about somebody, folded away: it would leave their name no room.
  private func acts(_ row: MemberRow, in page: PageContext) -> HTML {
    guard page.mayLead else { return "" }
    let words = page.words.members
    let roleField = Field(
      .role, words.roleOf(row.colleague.name), value: row.role.rawValue,
      scope: "\(row.colleague.id)")
    return """
      <details class="member-acts"><summary class="btn" \
      aria-label="\(words.changesOf(row.colleague.name))">\(words.changes)</summary>\
      <div class="acts">\(HTML.when(row.role.maySpeak, """
      <a class="btn" href="\(Route.voice(row.colleague.id))" \
      aria-label="\(page.words.rights.voiceOf(row.colleague.name))">\(page.words.rights.voice)</a>
      """))\(HTML.when(!row.colleague.isYou, """
      <a class="btn" href="\(Route.newPasswordForm(row.colleague.id))" data-dialog \
      aria-label="\(words.newPasswordOf(row.colleague.name))">\(words.newPassword)</a>
      """))\(HTML.when(!row.isLastLead, """
      \(Form.post(.changeRole(row.colleague.id), in: page, kind: "acts compact", """
        \(roleField.select(roles(row).map { ($0.rawValue, page.words.name(of: $0)) }))\
        <button class="btn" aria-label="\(words.changeRoleOf(row.colleague.name))">\(words.change)</button>
        """))\
      <a class="btn" href="\(Route.leaveForm(row.colleague.id))" data-dialog \
      aria-label="\(words.leaves(row.colleague.name))">\(words.leave)</a>
      """))\(HTML.when(row.isLastLead, """
      <span class="soft">\(words.lastLead)</span>
      """))</div></details>
      """
  }
}
