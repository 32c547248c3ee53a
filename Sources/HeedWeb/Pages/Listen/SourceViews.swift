import HeedModel

extension SourcesScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.source
    return """
      <div class="page">
      <h1>\(words.title)</h1>
      <p class="lead">\(words.lead)</p>
      \(HTML.when(page.mayLead, SourceAsk.html(typed: "", problem: nil, in: page)))
      <section id="sources" data-fragment aria-labelledby="sources-title">
      <h2 id="sources-title">\(words.listensAt(sources.count))</h2>
      <ul class="list">\(sources.html { source($0, in: page) })</ul></section>
      <section aria-labelledby="accounts-title"><h2 id="accounts-title">\(words.accounts)</h2>
      <p class="soft">\(words.accountsHint)</p>
      <ul class="list">\(accounts.html { account($0, in: page) })</ul>
      \(HTML.when(page.maySpeak, """
      <p class="older"><a class="btn" href="\(Route.newAccount)">\(words.connect)</a></p>
      """))</section></div>
      """
  }

  private func source(_ row: SourceRow, in page: PageContext) -> HTML {
    let words = page.words.source
    let name = page.say(row.name)
    return """
      <li><div><p class="title"><bdi>\(name)</bdi></p><p class="soft">\
      \(page.title(of: row.network))\(HTML.with(row.account) { " · <bdi>\($0)</bdi>" }) · \
      \(state(row, in: page))</p></div>\
      \(HTML.when(page.mayLead, """
      <div class="ends">\(HTML.choose(
        row.pausedAt == nil,
        Form.button(
          .pauseSource(row.id), words.pause, in: page, describes: words.pauseOf(name)),
        else: Form.button(
          .resumeSource(row.id), words.resume, in: page, describes: words.resumeOf(name))))\
      <a class="btn" href="\(Route.removeSource(row.id))" data-dialog \
      aria-label="\(words.removeOf(name))">\(words.remove)</a></div>
      """))\
      \(HTML.with(row.trouble) { trouble in
        """
        <p class="trouble">\(Icon.trouble)\(page.say(trouble))\
        \(HTML.with(row.troubleSince) { " \(words.since) \(SpokenTime.ago($0, in: page))" })</p>\
        \(askNow(row, in: page))
        """
      })\
      \(HTML.with(row.setAside) { setAside in
        """
        <p class="soft">\(page.say(setAside))</p>\
        \(HTML.when(row.trouble == nil, askNow(row, in: page)))
        """
      })\(HTML.when(row.canBeOurs, ours(row, in: page)))</li>
      """
  }

  /// Whether whoever begins a thread there speaks to us; a lead says so.
  private func ours(_ row: SourceRow, in page: PageContext) -> HTML {
    let words = page.words.source
    let name = page.say(row.name)
    return """
      \(HTML.when(row.isOurs, "<p class=\"soft\">\(words.isOurs)</p>"))\
      \(HTML.when(page.mayLead, HTML.choose(
        row.isOurs,
        Form.button(
          .disownSource(row.id), words.notOurs, in: page, describes: words.notOursOf(name)),
        else: Form.button(
          .ownSource(row.id), words.makeOurs, in: page, describes: words.makeOursOf(name)))))
      """
  }

  private func askNow(_ row: SourceRow, in page: PageContext) -> HTML {
    let words = page.words.source
    return HTML.when(
      page.mayLead && row.pausedAt == nil,
      Form.button(
        .askSource(row.id), words.askNow, in: page, describes: words.askNowOf(page.say(row.name))))
  }

  private func state(_ row: SourceRow, in page: PageContext) -> HTML {
    let words = page.words.source
    if let at = row.pausedAt { return "\(words.paused) \(SpokenTime.ago(at, in: page))" }
    if let at = row.heardAt { return "\(words.heard) \(SpokenTime.ago(at, in: page))" }
    if let at = row.askedAt { return "\(words.asked) \(SpokenTime.ago(at, in: page))" }
    return HTML(escaping: words.aboutToAsk)
  }

  private func account(_ row: AccountRow, in page: PageContext) -> HTML {
    let words = page.words.account
    let mayChange = page.mayLead || row.isYours
    return """
      <li><div><p class="title"><bdi>\(row.address)</bdi></p><p class="soft">\
      \(page.title(of: row.network)) · \(row.owner.map(words.lentBy) ?? words.organisations) · \
      \(page.words.account.name(of: row.custom))</p></div>\
      \(HTML.when(mayChange, """
      <div class="ends"><a class="btn" href="\(Route.account(row.id))" \
      aria-label="\(words.changeOf(row.address))">\(words.change)</a></div>
      """))\
      \(HTML.with(row.trouble) {
        """
        <p class="trouble">\(Icon.trouble)\(page.say($0))</p>\
        \(HTML.when(mayChange && row.signsInAt != nil, """
        <a class="btn" href="\(Route.connect(row.network, to: row.signsInAt ?? ""))" \
        aria-label="\(words.signInAgainOf(row.address))">\(words.signInAgain)</a>
        """))
        """
      })</li>
      """
  }
}

/// The one field that brings offers: a word or an address.
enum SourceAsk {
  static func html(typed: String, problem: Problem?, in page: PageContext) -> HTML {
    let words = page.words.source
    let field = Field(
      .typed, words.ask, value: typed, hint: nil, problem: page.wrong(problem), isRequired: true)
    return """
      <form class="ask" method="get" action="\(Route.newSource())" role="search">\
      \(field.input(autocomplete: "off", direction: "auto"))\
      <button class="btn main">\(words.askButton)</button></form>
      """
  }
}

extension NewSourceScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.source
    return """
      <div class="page">
      \(CrumbView.html(.sources, words.title))
      <h1>\(words.new)</h1>
      <p class="lead">\(words.newLead)</p>
      \(SourceAsk.html(typed: typed, problem: problem, in: page))
      \(HTML.with(offers) { offers in
        """
        \(LookTrouble.html(trouble, in: page))\
        \(new(offers.filter { !$0.isTaken }, in: page))\(taken(offers.filter(\.isTaken), in: page))
        """
      })</div>
      """
  }

  private func new(_ offers: [OfferRow], in page: PageContext) -> HTML {
    let words = page.words.source
    if offers.isEmpty && trouble != nil { return "" }
    return """
      <section aria-labelledby="offers-title"><h2 id="offers-title">\
      \(offers.isEmpty ? words.noOffers(typed) : words.offers(offers.count))</h2>
      \(HTML.when(offers.isEmpty, "<p>\(words.noOffersHint)</p>"))
      \(OfferView.list(offers, to: .addSource, typed: typed, in: page))</section>
      """
  }

  /// What is heard already comes last: it is no answer to what was typed.
  private func taken(_ offers: [OfferRow], in page: PageContext) -> HTML {
    guard !offers.isEmpty else { return "" }
    return """
      <section aria-labelledby="taken-title"><h2 id="taken-title" class="label">\
      \(page.words.source.alreadyHeard)</h2>
      \(OfferView.list(offers, to: nil, in: page))</section>
      """
  }
}

/// Why an address leads nowhere, and what to do.
enum LookTrouble {
  static func html(_ trouble: Message?, in page: PageContext) -> HTML {
    HTML.with(trouble) {
      "<p class=\"notice-box upset\" role=\"status\">\(Icon.trouble)\(page.say($0)) \(page.words.source.addressHint)</p>"
    }
  }
}

enum OfferView {
  /// - Parameters:
  ///   - action: takes one; `nil` for a list of what is already taken.
  ///   - typed: what brought them. Networks are asked by it again when one is taken: its target alone may name nothing
  ///     that anybody would type.
  static func list(
    _ offers: [OfferRow], to action: Route?, typed: String = "", in page: PageContext
  ) -> HTML {
    let words = page.words.source
    return """
      <ul class="offers">\(offers.html { offer in
        """
        <li><div><p class="title"><bdi>\(page.say(offer.name))</bdi></p><p>\(page.say(offer.can))</p>\
        <p class="soft">\(page.title(of: offer.network))\
        \(HTML.when(!offer.asks.isEmpty, " · \(page.say(offer.asks))"))</p></div>\
        \(HTML.when(offer.isTaken, TagView.html(words.listening, .knows)))\
        \(HTML.with(offer.isTaken ? nil : offer.signsIn) { connect($0, to: offer, in: page) })\
        \(HTML.with(offer.isTaken || offer.signsIn != nil ? nil : action) { action in
          take(offer, by: action, typed: typed, in: page)
        })</li>
        """
      })</ul>
      """
  }

  private static func take(
    _ offer: OfferRow, by action: Route, typed: String, in page: PageContext
  ) -> HTML {
    let words = page.words.source
    let hidden = [
      (FieldName.network.rawValue, offer.network.rawValue),
      (FieldName.kind.rawValue, offer.kind), (FieldName.target.rawValue, offer.target),
      (FieldName.typed.rawValue, typed),
    ]
    let label = words.listenTo(page.say(offer.name))
    guard offer.canBeOurs else {
      return Form.button(action, words.listenHere, in: page, hidden: hidden, describes: label)
    }
    return Form.post(
      action, in: page, kind: "one",
      """
      \(hidden.html { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" })\
      <label class="box"><input type="checkbox" name="\(FieldName.ours.rawValue)" value="1">\
      <span>\(words.placeIsOurs)</span></label>\
      <button class="btn" aria-label="\(label)">\(words.listenHere)</button>
      """)
  }

  /// Whoever just begins has no account yet, on the desk or elsewhere.
  private static func connect(
    _ signIn: OfferRow.SignIn, to offer: OfferRow, in page: PageContext
  ) -> HTML {
    let words = page.words.source
    guard page.maySpeak else { return "<p class=\"soft\">\(words.connectLater)</p>" }
    return """
      <a class="btn" href="\(Route.connect(offer.network, to: signIn.server))" \
      aria-label="\(words.connectTo(page.say(offer.name)))">\(words.connect)</a>
      """
  }
}
