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
        <p class="soft">\(words.matches(row.matches))\(voice(row, in: page))\(HTML.with(row.lastAt) {
          " · \(SpokenTime.ago($0, in: page))"
        })</p></li>
        """
      })</ul>
      \(HTML.when(rows.isEmpty, "<p class=\"empty\">\(words.none)</p>"))
      \(HTML.when(rows.count > 1, """
      <details class="soft older"><summary>\(page.words.heard.trend.voiceHow)</summary>\
      <p>\(page.words.heard.trend.voiceDefinition)</p></details>
      """))
      </div>
      """
  }

  private func voice(_ row: TopicRow, in page: PageContext) -> HTML {
    guard rows.count > 1, row.matches > 0 else { return "" }
    let words = page.words.heard.trend
    return " · \(row.share.map { words.voice(Int($0.rounded())) } ?? words.voiceWithheld)"
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
      <p class="lead">\(page.say(explanation))</p>
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
        \(narrowing(in: page))
        <p class="soft">\(trend.publicOnly) <a class="go" href="\(Route.topicCounts(id))" download>\(trend.table)</a></p>
        """
      })
      \(RisingView.html(rising, beside: query, in: page))
      \(before(in: page))
      \(HTML.choose(
        rows.isEmpty, "<p class=\"empty\">\(words.nothingYet)</p>",
        else: HeardRowView.list(rows, in: page)))
      \(OlderView.html(
        hasOlder ? .heard(HeardFilter(topic: id)) : nil, in: page))
      </section></div>
      """
  }
}

extension TopicScreen {
  /// By what the plots can be told apart, each with its count: a touch narrows them to it, another one widens them again.
  private func narrowing(in page: PageContext) -> HTML {
    let trend = page.words.heard.trend
    func line<Value: Equatable>(
      _ label: String, _ shares: [Share], _ path: WritableKeyPath<HeardFilter, Value?>,
      _ value: (Share) -> Value?
    ) -> HTML {
      guard !shares.isEmpty else { return "" }
      return """
        <div class="filter-line"><span class="label">\(label)</span>\(shares.prefix(8).html { share in
          guard let value = value(share) else {
            return "<span><bdi>\(share.name)</bdi> \(share.posts)</span>"
          }
          let isOn = narrowed[keyPath: path] == value
          var other = narrowed
          other[keyPath: path] = isOn ? nil : value
          return """
            <a href="\(Route.topic(id, other))"\(attribute: "aria-current", isOn ? "true" : nil)>\
            <bdi>\(share.name)</bdi> \(share.posts)</a>
            """
        })</div>
        """
    }
    return """
      <nav class="filters" aria-label="\(page.words.heard.narrow)">
      \(line(trend.places, places, \.network) { NetworkName($0.value) })
      \(line(trend.languages, languages, \.language) { $0.value.isEmpty ? nil : $0.value })
      \(line(trend.kinds, kinds, \.kind) { Reading.Kind(rawValue: $0.value) })
      </nav>
      """
  }

  /// What earlier queries caught, apart.
  private func before(in page: PageContext) -> HTML {
    guard !earlier.isEmpty else { return "" }
    let trend = page.words.heard.trend
    return """
      <details class="older"><summary>\(trend.earlier)</summary><p class="soft">\(trend.earlierNote)</p>
      <ul>\(earlier.html { one in
        let days = (SpokenTime.day(one.from, in: page), SpokenTime.day(one.to, in: page))
        return "<li>\(trend.earlierCount(one.version, one.posts, days.0, days.1))</li>"
      })</ul></details>
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
      \(HTML.with(explanation) { "<p class=\"lead\">\(page.say($0))</p>" })
      \(HTML.with(matches) { "<h2>\(caught($0, in: page))</h2>" })
      \(HTML.with(since) { cutOff($0.at, $0.posts, $0.next, in: page) })
      \(HTML.with(volume) { VolumeView.html($0, in: page) })
      \(common(in: page))
      \(HTML.when(!rows.isEmpty, HeardRowView.list(rows, in: page)))
      </section>
      """
  }
}

extension TopicPreview {
  private func caught(_ amount: Amount, in page: PageContext) -> String {
    switch amount {
    case .exactly(let n): page.words.topic.wouldHaveCaught(n)
    case .about(let n, let judged, let span):
      page.words.topic.wouldHaveCaughtAbout(
        Amount.spoken(n, in: page), judged, SpokenTime.span(span, in: page))
    }
  }

  private func cutOff(_ at: Instant, _ posts: Int, _ next: String?, in page: PageContext) -> HTML {
    let day = SpokenTime.agoText(at, in: page)
    return """
      <h2>\(page.words.topic.wouldHaveCaughtSince(posts, day))</h2>
      \(HTML.with(next) { key in
        """
        <p class="soft" role="status">\(page.words.search.lookedBack(day)) \
        <a class="go" href="\(Route.search(query: asked, after: key))">\(page.words.search.goOn)</a></p>
        """
      })
      """
  }

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
    html(error, in: page) { repair in
      """
      <a class="go" href="\(route(repair))" data-repair="\(repair)"><code dir="ltr">\(repair)</code></a>
      """
    }
  }

  /// - Parameter mending: what takes a query as it was probably meant.
  static func html(
    _ error: QueryError, in page: PageContext, mending: (String) -> HTML
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
        <p class="repair">\(page.words.topic.perhaps) \(mending(repair))</p>
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
