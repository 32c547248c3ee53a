import HeedModel

extension TopicsScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.topic
    return """
      <div class="page">
      <h1>\(page.words.shell.topics)</h1>
      <p class="lead">\(words.lead)</p>
      \(HTML.when(page.maySpeak, """
      <p class="older"><a class="btn main" href="\(Route.newTopic())">\(words.new)</a></p>
      """))
      <ul class="list section">\(rows.html { row in
        """
        <li><div><p class="title"><a href="\(Route.topic(row.id))"><bdi>\(row.name)</bdi></a></p>\
        <p class="query" dir="ltr">\(row.query)</p></div>\
        <p class="soft">\(words.matches(row.matches))\(HTML.with(row.lastAt) {
          " · \(SpokenTime.ago($0, in: page))"
        })</p></li>
        """
      })</ul>
      \(HTML.when(rows.isEmpty, "<p class=\"empty\">\(words.none)</p>"))
      </div>
      """
  }
}

extension TopicScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.topic
    let trend = page.words.heard.trend
    return """
      <div class="page">
      \(CrumbView.html(.topics, page.words.shell.topics))
      <h1><bdi>\(name)</bdi></h1>
      <p class="lead">\(explanation)</p>
      <p class="query" dir="ltr">\(query)</p>
      <p class="soft">\(addedBy.map(words.addedBy) ?? words.added) \
      \(SpokenTime.ago(addedAt, in: page))</p>
      \(HTML.when(page.maySpeak, """
      <p class="acts older"><a class="btn" href="\(Route.changeTopic(id))">\(words.changeIt)</a>\
      <a class="btn" href="\(Route.removeTopic(id))" data-dialog>\(words.remove)</a></p>
      """))
      <section id="matches" data-fragment><h2>\(words.matches(matches))</h2>
      \(HTML.with(past) { past in
        let reached = past.reachedAt.map { SpokenTime.day($0, in: page) }
        return "<p class=\"soft\" role=\"status\">\(trend.pastSought(reached))</p>"
      })\
      \(SpikeView.list(spikes, in: page))
      \(HTML.with(volume) { volume in
        """
        \(VolumeView.html(volume, in: page))
        \(SharesView.html(trend.places, places))\(SharesView.html(trend.languages, languages))
        <p class="soft">\(trend.publicOnly) <a class="go" href="\(Route.topicCounts(id))" download>\(trend.table)</a></p>
        """
      })
      \(RisingView.html(rising, beside: query, in: page))
      \(HTML.choose(
        rows.isEmpty, "<p class=\"empty\">\(words.nothingYet)</p>",
        else: HeardRowView.list(rows, in: page)))
      \(OlderView.html(
        rows.isEmpty ? nil : .heard(HeardFilter(topic: id)), in: page))
      </section></div>
      """
  }
}

extension TopicFormScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.topic
    let title = Field(
      .name, words.name, value: name, hint: words.nameHint, problem: page.wrong(problem),
      isRequired: true)
    let queryField = Field(
      .query, words.query, value: query, hint: words.queryHint, problem: page.wrong(problem),
      isRequired: true)
    return """
      <div class="page">
      \(CrumbView.html(id.map { .topic($0) } ?? .topics, id == nil ? page.words.shell.topics : name))
      <h1>\(self.title(in: page))</h1>
      \(Form.post(id.map { .saveTopic($0) } ?? .createTopic, in: page, """
      \(title.input())
      \(queryField.area(rows: 3, data: " class=\"query-field\" data-preview=\"\(Route.previewTopic(query: ""))\""))
      <details class="older"><summary>\(words.howToWrite)</summary>\(QueryHelpView.html(in: page))</details>
      <p class="acts"><button class="btn main">\(page.words.shell.save)</button>\
      <button class="btn" formmethod="get" formaction="\(Route.newTopic())" formnovalidate \
      data-without-script>\(words.look)</button></p>
      """))
      \(preview.html(in: page))
      </div>
      """
  }
}

extension TopicPreview {
  /// The part of the page that is replaced while somebody types.
  public func html(in page: PageContext) -> HTML {
    let words = page.words.topic
    return """
      <section id="preview" aria-live="polite" aria-label="\(words.preview)">
      \(HTML.with(error) { QueryErrorView.html($0, in: page) { .newTopic(query: $0) } })
      \(HTML.with(explanation) { "<p class=\"lead\">\($0)</p>" })
      \(HTML.with(matches) { "<h2>\(words.wouldHaveCaught($0))</h2>" })
      \(HTML.with(volume) { VolumeView.html($0, in: page) })
      \(common(in: page))
      \(HTML.when(!rows.isEmpty, HeardRowView.list(rows, in: page)))
      </section>
      """
  }
}

extension TopicPreview {
  /// What its posts share beside the query, each with the query that asks for it too, and topics that caught some.
  private func common(in page: PageContext) -> HTML {
    let words = page.words.heard.trend
    return """
      \(HTML.when(!suggestions.isEmpty, """
      <div class="filters"><div class="filter-line"><span class="label">\(words.inCommon)</span>\
      \(suggestions.html { word in
        let query = "(\(asked)) OR \(word)"
        return """
          <a href="\(Route.newTopic(query: query))" data-repair="\(query)" dir="auto">\(word)</a>
          """
      })</div></div>
      """))\
      \(overlaps.html { other in
        """
        <p class="soft"><a class="go" href="\(Route.topic(other.topic.id))"><bdi>\(other.topic.name)</bdi></a> \
        \(words.overlaps(other.posts))</p>
        """
      })
      """
  }
}

/// A query with the place that is wrong, and what to do about it.
enum QueryErrorView {
  /// - Parameter route: where a query is tried.
  static func html(
    _ error: QueryError, in page: PageContext, tryingAt route: (String) -> Route
  ) -> HTML {
    let characters = Array(error.query)
    let start = min(max(error.offset, 0), characters.count)
    let end = min(start + max(error.length, 0), characters.count)
    let wrong = start == end ? "⌷" : String(characters[start..<end])
    return """
      <div class="query-error" role="alert"><p>\(page.say(error.text))</p>\
      <code dir="ltr">\(String(characters[..<start]))<mark>\(wrong)</mark>\
      \(String(characters[end...]))</code>\
      \(HTML.with(error.repair) { repair in
        """
        <p class="repair">\(page.words.topic.perhaps) <a class="go" href="\(route(repair))" \
        data-repair="\(repair)"><code dir="ltr">\(repair)</code></a></p>
        """
      })</div>
      """
  }
}

/// The query language in a table.
enum QueryHelpView {
  static func html(in page: PageContext) -> HTML {
    let words = page.words.topic
    let rows: [(String, String)] = [
      ("corner bikes", words.helpAll), ("\"corner bikes\"", words.helpPhrase),
      ("bike*", words.helpPrefix), ("brake OR brakes", words.helpOr),
      ("corner -street", words.helpNot), ("late NEAR/5 delivery", words.helpNear),
      ("#cornerbikes @ana", words.helpMarks), ("=NASA", words.helpExact),
      ("network:mastodon lang:pt kind:question", words.helpFields),
    ]
    return """
      <table>\(rows.html {
        "<tr><th scope=\"row\" class=\"query\" dir=\"ltr\">\($0.0)</th><td>\($0.1)</td></tr>"
      })</table>
      """
  }
}
