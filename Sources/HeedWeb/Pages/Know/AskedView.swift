import HeedDesk
import HeedModel

extension AskedScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.rights
    let field = Field(
      .typed, words.askedField, value: typed, hint: words.askedHint, problem: page.wrong(problem))
    return """
      <div class="page">
      \(CrumbView.html(.people(), page.words.person.people))
      <h1>\(title(in: page))</h1>
      <p class="lead">\(words.askedLead)</p>
      \(FormProblem.html(page.wrong(problem)))
      <form class="ask plain" method="get" action="\(Route.asked())">
      <p class="field"><label for="\(field.id)">\(words.askedField)</label>\
      <input id="\(field.id)" type="search" name="q" value="\(typed)" dir="auto" required></p>\
      <button class="btn">\(words.askedLook)</button></form>
      <p class="soft">\(words.askedHint)</p>
      \(HTML.with(asked) { found($0, in: page) })
      </div>
      """
  }

  private func found(_ asked: AskedAbout, in page: PageContext) -> HTML {
    let words = page.words.rights
    let stands = !asked.naming.isEmpty || !asked.rows.isEmpty
    return """
      \(asked.called.html { called($0, asked, in: page) })
      \(HTML.when(asked.called.isEmpty, "<p class=\"said\">\(words.askedNobody(asked.typed))</p>"))
      \(HTML.when(!asked.naming.isEmpty, """
      <section aria-labelledby="naming"><h2 id="naming">\(words.askedNaming)</h2>
      <ol class="list">\(asked.naming.html { said($0, in: page) })</ol></section>
      """))
      \(HTML.when(!asked.rows.isEmpty, """
      <section><h2>\(words.exportRows)</h2><p class="soft">\(words.askedRows)</p>
      <dl class="facts">\(asked.rows.html { "<dt>\(words.what($0.table))</dt><dd>\($0.count)</dd>" })</dl></section>
      """))
      \(HTML.when(asked.called.isEmpty && stands, acts(asked.typed, nil, signedBy: "", in: page)))
      """
  }

  private func called(_ called: AskedAbout.Called, _ asked: AskedAbout, in page: PageContext)
    -> HTML
  {
    let words = page.words.rights
    let id = called.handle.id
    let name: HTML = """
      <h2 id="called-\(id)"><bdi>\(HTML.address(called.handle.name))</bdi> <span class="soft"><bdi>\
      \(HTML.address(called.handle.address))</bdi> · \(page.title(of: called.handle.network))</span></h2>
      """
    let what: HTML =
      if let person = called.handle.person {
        """
        <p>\(words.askedHasPage) <a class="go" href="\(Route.person(person))">\
        \(words.askedToPage)</a></p>
        """
      } else {
        """
        \(HTML.when(called.said.isEmpty, "<p class=\"soft\">\(words.askedNothingSaid)</p>"))
        <ol class="list">\(called.said.html { said($0, in: page) })</ol>
        \(acts(asked.typed, called, signedBy: signer(of: called, asked, in: page), in: page))
        """
      }
    return "<section aria-labelledby=\"called-\(id)\">\(name)\(what)</section>"
  }

  private func signer(
    of called: AskedAbout.Called, _ asked: AskedAbout, in page: PageContext
  ) -> String {
    asked.members.first { $0.id == called.hold?.by }?.name ?? page.words.talk.somebody
  }

  private func acts(
    _ typed: String, _ called: AskedAbout.Called?, signedBy name: String, in page: PageContext
  ) -> HTML {
    let words = page.words.rights
    let id = called?.handle.id
    return """
      <p class="acts"><a class="btn" href="\(Route.askedFile(typed, handle: id))" download>\
      \(words.asFile)</a></p>
      \(HTML.with(id) { hold(typed, $0, called?.hold, signedBy: name, in: page) })
      <p class="older"><a class="btn grave" href="\(Route.eraseAskedForm(typed, handle: id))">\
      \(words.erase)</a></p>
      """
  }

  private func hold(
    _ typed: String, _ handle: ID<Handle>, _ standing: HandleHold?, signedBy name: String,
    in page: PageContext
  ) -> HTML {
    let words = page.words.rights
    if let hold = standing {
      return """
        <div class="notice-box"><p><b>\(words.holdTitle)</b></p>
        <p>\(words.holdStands(SpokenTime.atText(hold.endsAt, in: page), name))</p>
        <p dir="auto">\(hold.reason)</p>
        \(Form.post(.liftAsked, in: page, """
        \(AskedView.whom(typed, handle))<button class="btn">\(words.liftHold)</button>
        """))</div>
        """
    }
    let isThis = holding?.handle == handle
    let wrong = isThis ? page.wrong(problem) : nil
    let scope = handle.description
    return """
      <details\(attribute: "open", if: isThis)><summary>\(words.holdTitle)</summary>
      \(Form.post(.holdAsked, in: page, """
      \(AskedView.whom(typed, handle))
      \(Field(
        .word, words.holdReason, value: isThis ? holding?.reason ?? "" : "",
        hint: words.holdHint, problem: wrong, scope: scope, isRequired: true).area(rows: 2))
      \(Field(.days, words.holdDays, value: "365", problem: wrong, scope: scope)
        .number(1...3650, unit: page.words.settings.days))
      <button class="btn">\(words.setHold)</button>
      """))</details>
      """
  }

  private func said(_ row: PostRow, in page: PageContext) -> HTML {
    """
    <li><div><p class="said" dir="auto">\(row.post.text.plain)</p>\
    <p class="soft"><bdi>\(row.author?.address ?? "")</bdi> · \
    \(AskedView.direction(row.post, in: page)) · \(page.title(of: row.post.network)) · \
    \(SpokenTime.ago(row.post.publishedAt, in: page))</p></div></li>
    """
  }
}

enum AskedView {
  /// To whom it was said. What was heard where the team listens need not name anybody of us.
  static func direction(_ post: Post, in page: PageContext) -> String {
    post.direction == .aboutUs ? page.words.rights.notToYou : page.words.name(of: post.direction)
  }

  /// Whom a form is about: the address as it was typed, and which of those who are called so.
  static func whom(_ typed: String, _ handle: ID<Handle>?) -> HTML {
    """
    <input type="hidden" name="\(FieldName.typed.rawValue)" value="\(typed)">\
    \(HTML.with(handle) {
      "<input type=\"hidden\" name=\"\(FieldName.handle.rawValue)\" value=\"\($0)\">"
    })
    """
  }
}
