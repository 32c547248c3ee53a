import HeedModel

extension SearchScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.search
    return """
      <div class="page">
      <h1>\(words.title)</h1>
      <form class="ask" method="get" action="\(Route.search())" role="search">\
      <p class="field"><label for="f-q">\(words.field)</label>\
      <input id="f-q" type="search" name="q" value="\(query)" dir="auto" data-key="/"\
      \(attribute: "autofocus", if: query.isEmpty)></p>\
      <button class="btn main">\(words.button)</button></form>
      \(HTML.with(error) { QueryErrorView.html($0, in: page) { .search(query: $0) } })
      <details class="older"><summary>\(page.words.topic.howToWrite)</summary>\
      \(QueryHelpView.html(in: page))</details>
      \(found(people, in: page))
      <div class="section" id="found">\(found(in: page))</div>
      \(further(in: page))
      \(HTML.when(page.maySpeak && !rows.isEmpty, """
      <p class="older"><a class="go" href="\(Route.newTopic(query: query))">\(words.keepAsTopic)</a></p>
      """))
      </div>
      """
  }

  private func found(_ people: [PersonRow], in page: PageContext) -> HTML {
    guard !people.isEmpty else { return "" }
    let words = page.words.search
    return """
      <section aria-labelledby="people"><h2 id="people">\(page.words.person.people)</h2>
      <ol class="people">\(people.prefix(Self.mostPeople).html { PersonRowView.html($0, in: page) })</ol>
      \(HTML.when(people.count > Self.mostPeople, """
      <p class="older"><a class="go" href="\(Route.people(.all, query: Self.name(in: query)))">\(words.morePeople)</a></p>
      """))</section>
      """
  }

  /// So many people stand above the posts.
  static let mostPeople = 5

  /// What of a query may be called by somebody: `from:ana` looks for her, too.
  static func name(in query: String) -> String {
    let words = query.filter { $0 != "\"" }.split(whereSeparator: \.isWhitespace)
    let bare = words.map { word in
      let lowered = word.lowercased()
      return lowered.hasPrefix("from:") ? word.dropFirst(5) : word
    }
    return bare.joined(separator: " ")
  }

  private func found(in page: PageContext) -> HTML {
    if !rows.isEmpty {
      return "\(HTML.with(amount) { amountLine($0, in: page) })\(HeardRowView.list(rows, in: page))"
    }
    if query.isEmpty { return "<p class=\"soft\">\(page.words.search.hint)</p>" }
    guard error == nil else { return "" }
    let words = page.words.search
    let said = lookedBackTo == nil ? words.nothing(query) : words.nothingYet(query)
    return "<div class=\"empty\"><p class=\"said\">\(said)</p></div>"
  }

  private func amountLine(_ amount: Amount, in page: PageContext) -> HTML {
    let words = page.words.search
    let said =
      switch amount {
      case .exactly(let n): words.found(n)
      case .about(let n, let judged, let span):
        words.foundAbout(
          Amount.spoken(n, in: page), judged, SpokenTime.span(span, in: page))
      }
    return "<p class=\"soft\">\(said)</p>"
  }

  /// The next page; where looking was cut off, how far it came and how it goes on.
  private func further(in page: PageContext) -> HTML {
    let route = next.map { Route.search(query: query, after: $0) }
    guard let lookedBackTo, let route else { return OlderView.html(route, in: page) }
    let words = page.words.search
    return """
      <p class="older" role="status">\(words.lookedBack(SpokenTime.agoText(lookedBackTo, in: page))) \
      <a class="btn" href="\(route)">\(words.goOn)</a></p>
      """
  }
}
