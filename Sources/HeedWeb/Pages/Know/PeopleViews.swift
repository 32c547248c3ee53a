import HeedModel

extension PeopleScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.person
    let field = Field(.name, words.find, value: query)
    return """
      <div class="page">
      <h1>\(words.people)</h1>
      <p class="lead">\(words.lawNote)</p>
      <p class="older"><a class="go" href="\(Route.wishes())">\(page.words.people.wishesLink)</a></p>
      \(HTML.when(page.mayLead, """
      <p class="older"><a class="go" href="\(Route.asked())">\(page.words.rights.askedLink)</a></p>
      """))
      <nav class="filters" aria-label="\(page.words.people.lists)">\
      \(PeopleTab.allCases.html { tabLink($0, in: page) })</nav>
      <p class="soft">\(hint(in: page))</p>
      <form class="ask plain" method="get" action="\(Route.people())" role="search">\
      \(HTML.when(tab != .all, "<input type=\"hidden\" name=\"list\" value=\"\(tab.rawValue)\">"))\
      <p class="field"><label for="\(field.id)">\(words.find)</label>\
      <input id="\(field.id)" type="search" name="q" value="\(query)" dir="auto"></p>\
      <button class="btn">\(words.findButton)</button></form>
      <ol class="people section" data-rows>\(rows.html { PersonRowView.html($0, in: page) })</ol>
      \(HTML.when(rows.isEmpty, empty(in: page)))
      \(OlderView.html(next.map { .people(tab, query: query, after: $0) }, in: page))
      </div>
      """
  }

  /// What the list holds, and in which order.
  private func hint(in page: PageContext) -> String {
    let words = page.words.people
    return switch tab {
    case .waiting: words.waitingHint
    case .all: words.allHint
    case .promised: words.promisedHint
    case .wronged: words.wrongedHint
    case .quiet: words.quietHint(PeopleTab.quietDays)
    }
  }

  private func tabLink(_ tab: PeopleTab, in page: PageContext) -> HTML {
    let words = page.words.people
    let name =
      switch tab {
      case .all: words.all
      case .waiting: words.waiting
      case .promised: words.promised
      case .wronged: words.wronged
      case .quiet: words.quiet
      }
    return """
      <a href="\(Route.people(tab, query: query))"\
      \(attribute: "aria-current", tab == self.tab ? "page" : nil)>\(name)</a>
      """
  }

  private func empty(in page: PageContext) -> HTML {
    let words = page.words.person
    if query.isEmpty, tab == .all {
      return """
        <div class="empty"><p class="said">\(words.noneYet)</p><p>\(words.noneYetHint)</p></div>
        """
    }
    let people = page.words.people
    let none =
      switch tab {
      case _ where !query.isEmpty: words.noneFound(query)
      case .all, .quiet: people.noneQuiet
      case .waiting: people.noneWaiting
      case .promised: people.nonePromised
      case .wronged: people.noneWronged
      }
    return """
      <div class="empty"><p class="said">\(none)</p>\
      <p><a class="go" href="\(Route.people())">\(people.seeAll)</a></p></div>
      """
  }
}

/// Somebody in a list, with the way to their page.
enum PersonRowView {
  static func html(_ row: PersonRow, in page: PageContext) -> HTML {
    """
    <li>\(FaceView.html(row.who))<div><b><a href="\(Route.person(row.id))"><bdi>\(HTML.address(row.who.name))\
    </bdi></a></b><p class="soft"><bdi>\(HTML.address(row.who.address))</bdi> · \(page.title(of: row.network))\
    \(HTML.when(row.doNotContact, " · \(page.words.person.doNotContact)"))</p>\(why(row))\(reasons(row, in: page))\
    </div><p class="soft ends">\(when(row, in: page))</p></li>
    """
  }

  /// What puts them on a list of those to whom something is owed, with the way there.
  private static func why(_ row: PersonRow) -> HTML {
    let found: (Route, String)? =
      row.promise.map { (.conversation($0.conversation), $0.words) }
      ?? row.mistake.map { (.mistake($0.mistake.id), $0.mistake.words) }
    guard let (route, words) = found else { return "" }
    return "<p class=\"words\"><a href=\"\(route)\" dir=\"auto\">\(words)</a></p>"
  }

  /// What gives them a head start among those who wait.
  private static func reasons(_ row: PersonRow, in page: PageContext) -> HTML {
    guard !row.reasons.isEmpty else { return "" }
    return "<p>\(HTML.join(row.reasons.map { TagView.reason($0, in: page) }, by: " "))</p>"
  }

  private static func when(_ row: PersonRow, in page: PageContext) -> HTML {
    if let promise = row.promise { return PromiseLineView.due(promise, in: page) }
    if let mistake = row.mistake { return MistakeMarks.tag(mistake.state, in: page) }
    guard let since = row.waitingSince else {
      return "\(page.words.person.lastSpoke) \(SpokenTime.ago(row.lastAt, in: page))"
    }
    return "\(page.words.people.waits) \(SpokenTime.waited(since: since, in: page))"
  }
}

extension PersonScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.person
    if let erasedAt {
      return """
        <div class="page">
        \(CrumbView.html(.people(), words.people))
        <h1>\(title(in: page))</h1>
        <p class="lead">\(page.words.rights.erased(SpokenTime.day(erasedAt, in: page)))</p></div>
        """
    }
    return """
      <div class="page">
      \(CrumbView.html(.people(), words.people))
      <h1><bdi>\(HTML.address(title(in: page)))</bdi></h1>
      \(HTML.when(!aside.languages.isEmpty, """
      <p class="lead">\(words.writesIn(
        aside.languages.map { page.words.name(of: $0) }.joined(separator: ", ")))</p>
      """))
      \(HTML.when(aside.doNotContact, "<p>\(TagView.html(words.doNotContact, .late))</p>"))
      <section aria-labelledby="between"><h2 id="between">\(words.betweenUs)</h2>
      \(PersonAsideView.between(
        aside, list: conversations.isEmpty ? nil : "#conversations", in: page))\
      \(HTML.with(exchanged) { howOften($0.theirs, $0.ours, in: page) })</section>
      \(HTML.when(!wishes.isEmpty, """
      <section aria-labelledby="wishes"><h2 id="wishes">\(page.words.wishes.theirs)</h2>
      <ul class="list">\(wishes.html { WishPieces.line($0, in: page) })</ul></section>
      """))
      \(HTML.when(!promises.isEmpty, """
      <section aria-labelledby="promises"><h2 id="promises">\(page.words.promises.title)</h2>
      <ul class="promises">\(promises.html { PromiseLineView.html(
        $0, isLong: true, back: aside.person.map { .person($0) }, in: page) })</ul>\
      </section>
      """))
      <section aria-labelledby="known"><h2 id="known">\(words.knownAs)</h2>
      \(aside.knownAs.html { PersonAsideView.knownAs($0, in: page) })</section>
      \(HTML.when(!knownBy.isEmpty, """
      <section aria-labelledby="knows"><h2 id="knows">\(words.whoKnows)</h2>
      <ul class="people">\(knownBy.html { last in
        """
        <li>\(FaceView.ours(last.colleague.initials))<p>\(words.spokeLast(last.colleague.name)) \
        <span class="soft">\(SpokenTime.ago(last.at, in: page))</span></p></li>
        """
      })</ul></section>
      """))
      \(HTML.when(!aside.touching.isEmpty, """
      <section aria-labelledby="touched"><h2 id="touched">\(page.words.mistake.touchedThem)</h2>
      \(PersonAsideView.touching(aside, in: page))</section>
      """))
      \(HTML.with(aside.person) { PersonJoinsView.html(joins, of: $0, in: page) })
      \(HTML.when(!conversations.isEmpty, """
      <section aria-labelledby="conversations"><h2 id="conversations">\(words.conversations)</h2>
      <ol class="list" data-rows>\(conversations.html { conversation($0, in: page) })</ol>\
      \(OlderView.html(
        next.flatMap { next in aside.person.map { .person($0, after: next) } }, in: page))</section>
      """))
      \(HTML.when(!inOthersTalk.isEmpty, """
      <section aria-labelledby="in-others"><h2 id="in-others">\(words.inOthers)</h2>
      <ul class="list">\(inOthersTalk.html {
        "<li><div>\(inOthers($0, in: page))</div></li>"
      })</ul></section>
      """))
      \(HTML.when(!aside.theirWords.isEmpty, """
      <section aria-labelledby="their-word"><h2 id="their-word">\(page.words.rights.theirWord)</h2>
      \(TheirWordText.list(aside.theirWords, in: page))</section>
      """))
      \(HTML.with(rights) { RightsView.html($0, in: page) })
      </div>
      """
  }

  /// Each figure leads to what it counts: their words as a search finds them, ours in the conversations.
  private func howOften(_ theirs: Int, _ ours: Int, in page: PageContext) -> HTML {
    let words = page.words.people
    let theySpoke = words.theySpoke(theirs)
    let youAnswered = words.youAnswered(ours)
    let search = aside.theirWordsQuery
    return """
      <p>\(HTML.choose(theirs == 0 || search.isEmpty, "\(theySpoke)", else: """
      <a href="\(Route.search(query: search))">\(theySpoke)</a>
      """)), \(HTML.choose(ours == 0 || conversations.isEmpty, "\(youAnswered)", else: """
      <a href="#conversations">\(youAnswered)</a>
      """)).</p>
      """
  }

  /// Whose conversation it is, and not once more who said it.
  private func inOthers(_ row: PostRow, in page: PageContext) -> HTML {
    let whose = page.words.person.inTalkOf(page.name(of: begunBy[row.post.conversation]))
    return """
      <p class="title said"><a href="\(Route.conversation(row.post.conversation, at: row.id))" dir="auto">\
      \(row.post.preview(limit: 160))</a></p>\
      <p class="soft"><bdi>\(whose)</bdi> · \(CameBackView.facts(row, in: page))</p>
      """
  }

  private func conversation(_ row: EarlierConversation, in page: PageContext) -> HTML {
    """
    <li><p class="title said"><a href="\(Route.conversation(row.id))" dir="auto">\
    \(row.words.isEmpty ? page.words.person.nothingOfTheirs : row.words)</a></p>\
    <p class="soft">\(page.title(of: row.network)) · \(SpokenTime.ago(row.at, in: page)) · \
    \(page.words.name(of: row.state))</p></li>
    """
  }
}
