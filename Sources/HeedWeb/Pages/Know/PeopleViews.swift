import HeedModel

extension PeopleScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.person
    let field = Field(.name, words.find, value: query)
    return """
      <div class="page">
      <h1>\(words.people)</h1>
      <p class="lead">\(words.lawNote)</p>
      <form class="ask plain" method="get" action="\(Route.people())" role="search">\
      <p class="field"><label for="\(field.id)">\(words.find)</label>\
      <input id="\(field.id)" type="search" name="q" value="\(query)" dir="auto"></p>\
      <button class="btn">\(words.findButton)</button></form>
      <ol class="people section" data-rows>\(rows.html { row($0, in: page) })</ol>
      \(HTML.when(rows.isEmpty, empty(in: page)))
      \(OlderView.html(next.map { .people(query: query, after: $0) }, in: page))
      </div>
      """
  }

  private func row(_ row: PersonRow, in page: PageContext) -> HTML {
    let words = page.words.person
    return """
      <li>\(FaceView.html(row.who))<div><b><a href="\(Route.person(row.id))"><bdi>\(row.who.name)\
      </bdi></a></b><p class="soft"><bdi>\(row.who.address)</bdi> · \(page.title(of: row.network))</p>\
      </div><p class="soft ends">\(words.lastSpoke) \(SpokenTime.ago(row.lastAt, in: page))</p></li>
      """
  }

  private func empty(in page: PageContext) -> HTML {
    let words = page.words.person
    return HTML.choose(
      query.isEmpty,
      "<div class=\"empty\"><p class=\"said\">\(words.noneYet)</p><p>\(words.noneYetHint)</p></div>",
      else: "<div class=\"empty\"><p class=\"said\">\(words.noneFound(query))</p></div>")
  }
}

extension PersonScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.person
    return """
      <div class="page">
      \(CrumbView.html(.people(), words.people))
      <h1><bdi>\(title(in: page))</bdi></h1>
      \(HTML.with(erasedAt) { """
      <p class="lead">\(page.words.rights.erased(SpokenTime.day($0, in: page)))</p>
      """ })
      \(HTML.when(!aside.languages.isEmpty, """
      <p class="lead">\(words.writesIn(
        aside.languages.map { page.words.name(of: $0) }.joined(separator: ", ")))</p>
      """))
      \(HTML.when(aside.doNotContact, "<p>\(TagView.html(words.doNotContact, .late))</p>"))
      <section aria-labelledby="between"><h2 id="between">\(words.betweenUs)</h2>
      \(PersonAsideView.between(aside, in: page))</section>
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
      <section aria-labelledby="conversations"><h2 id="conversations">\(words.conversations)</h2>
      <ol class="list" data-rows>\(conversations.html { conversation($0, in: page) })</ol></section>
      \(HTML.when(!aside.theirWords.isEmpty, """
      <section aria-labelledby="their-word"><h2 id="their-word">\(page.words.rights.theirWord)</h2>
      \(TheirWordText.list(aside.theirWords, in: page))</section>
      """))
      \(HTML.with(erasedAt == nil ? rights : nil) { RightsView.html($0, in: page) })
      </div>
      """
  }

  private func conversation(_ row: EarlierConversation, in page: PageContext) -> HTML {
    """
    <li><p class="title said"><a href="\(Route.conversation(row.id))" dir="auto">\(row.words)</a></p>\
    <p class="soft">\(page.title(of: row.network)) · \(SpokenTime.ago(row.at, in: page)) · \
    \(page.words.name(of: row.state))</p></li>
    """
  }
}
