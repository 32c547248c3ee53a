import HeedModel

extension ToldScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.told
    let new = rows.filter(\.telling.isOpen)
    let earlier = rows.filter { !$0.telling.isOpen }
    return """
      <div class="page" id="told" data-fragment>
      <h1>\(words.title(unseen))</h1>
      <p class="lead">\(words.lead)</p>
      \(troubled.html { trouble($0, in: page) })
      \(HTML.when(new.isEmpty, """
      <div class="empty"><p class="said">\(words.nothing)</p><p>\(words.nothingHint)</p></div>
      """))
      \(HTML.when(!new.isEmpty, """
      <section aria-labelledby="told-new"><h2 id="told-new">\(words.new)</h2>
      <ul class="list">\(new.html { row($0, in: page) })</ul></section>
      """))
      \(HTML.when(!new.isEmpty || !troubled.isEmpty, """
      <p class="older">\(Form.button(.seeTold, words.markAll, in: page))</p>
      """))
      \(HTML.when(!earlier.isEmpty, """
      <section aria-labelledby="told-earlier"><h2 id="told-earlier">\(words.earlier)</h2>
      <ul class="list" data-rows>\(earlier.html { row($0, in: page) })</ul></section>
      """))
      \(OlderView.html(next.map { .told(after: $0) }, in: page))
      <p class="older"><a class="btn" href="\(Route.tellingWays)">\(words.change)</a></p></div>
      """
  }

  private func trouble(_ digest: MailDigest, in page: PageContext) -> HTML {
    let words = page.words.told
    let time = SpokenTime.atText(digest.id.instant, in: page)
    return """
      <div class="notice-box upset">\
      <p>\(digest.status == .unknown ? words.mailUnknown(time) : words.mailFailed(time))</p>\
      \(HTML.with(digest.trouble) { "<p class=\"soft\">\(page.words.text(of: $0))</p>" })</div>
      """
  }

  private func row(_ row: ToldRow, in page: PageContext) -> HTML {
    let words = page.words.told
    let telling = row.telling
    let sentence = words.sentence(telling, who: row.who?.name, by: row.by, topic: row.topic)
    return """
      <li><div><p class="title"><a href="\(row.route)"><bdi>\(sentence)</bdi></a>\
      \(HTML.when(telling.times > 1, " · \(words.times(telling.times))"))</p>\
      \(HTML.when(!row.word.isEmpty, "<p><bdi>\(row.by ?? words.aColleague)</bdi>: <bdi>\(row.word)</bdi></p>"))\
      \(HTML.when(!row.words.isEmpty, "<p class=\"soft\"><bdi>\(row.words)</bdi></p>"))\
      <p class="soft">\(SpokenTime.ago(telling.lastAt, in: page))</p></div>\
      \(HTML.when(telling.isOpen, """
      <div class="ends">\(Form.button(
        .seeTold, words.markSeen, in: page,
        hidden: [(FieldName.telling.rawValue, telling.id.description)],
        describes: words.markSeenOf(sentence)))</div>
      """))</li>
      """
  }
}
