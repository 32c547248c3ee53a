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
      \(HTML.with(error) { QueryErrorView.html($0, in: page) })
      <details class="older"><summary>\(page.words.topic.howToWrite)</summary>\
      \(QueryHelpView.html(in: page))</details>
      <div class="section" id="found">\(found(in: page))</div>
      \(OlderView.html(next.map { .search(query: query, after: $0) }, in: page))
      \(HTML.when(page.maySpeak && !rows.isEmpty, """
      <p class="older"><a class="go" href="\(Route.newTopic(query: query))">\(words.keepAsTopic)</a></p>
      """))
      </div>
      """
  }

  private func found(in page: PageContext) -> HTML {
    if !rows.isEmpty { return HeardRowView.list(rows, in: page) }
    if query.isEmpty { return "<p class=\"soft\">\(page.words.search.hint)</p>" }
    guard error == nil else { return "" }
    return "<div class=\"empty\"><p class=\"said\">\(page.words.search.nothing(query))</p></div>"
  }
}
