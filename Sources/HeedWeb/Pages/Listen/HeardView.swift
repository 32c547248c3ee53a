import HeedModel

extension HeardScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.heard
    return """
      <div class="page">
      <h1>\(words.title)</h1>
      \(filters(in: page))
      <div id="heard" data-fragment>
      \(SpikeView.list(spikes, in: page))
      \(RisingView.html(rising, in: page))
      \(HTML.with(volume) { VolumeView.html($0, in: page) })
      \(HTML.choose(rows.isEmpty, empty(in: page), else: HeardRowView.list(rows, in: page)))
      \(OlderView.html(next.map { .heard(filter, after: $0) }, in: page))
      </div></div>
      """
  }

  private func empty(in page: PageContext) -> HTML {
    let words = page.words.heard
    if !hasSources {
      return """
        <div class="empty"><p class="said">\(page.words.today.nothingHeard)</p>\
        <p>\(page.words.today.nothingHeardHint)</p>\(HTML.when(page.mayLead, """
        <p><a class="btn main" href="\(Route.newSource())">\(page.words.today.listen)</a></p>
        """))</div>
        """
    }
    return """
      <div class="empty"><p class="said">\(filter.isEmpty ? words.quiet : words.noMatch)</p>\
      \(HTML.when(!filter.isEmpty, """
      <p><a class="go" href="\(Route.heard())">\(words.all)</a></p>
      """))</div>
      """
  }

  /// Each word is a link that turns its filter on, or off when it is on.
  private func filters(in page: PageContext) -> HTML {
    let words = page.words.heard
    return """
      <nav class="filters" aria-label="\(words.narrow)">
      \(line(words.who, [Direction.toUs, .aboutUs, .ours], \.direction) { page.words.name(of: $0) })
      \(line(words.what, Reading.Kind.allCases.filter { $0 != .other }, \.kind) {
        page.words.name(of: $0)
      })
      <details\(attribute: "open", if: hasMore)><summary>\(words.moreWords)</summary>
      \(line(words.tone, Reading.Tone.allCases, \.tone) { page.words.name(of: $0) })
      \(line(words.topic, choices.topics.map(\.id), \.topic) { id in
        choices.topics.first { $0.id == id }?.name ?? ""
      })
      \(line(words.place, choices.networks, \.network) { page.title(of: $0) })
      \(line(words.language, choices.languages, \.language) { page.words.name(of: $0) })
      </details></nav>
      """
  }

  /// Whether a word of the second row is on.
  private var hasMore: Bool {
    var rest = filter
    rest.direction = nil
    rest.kind = nil
    return !rest.isEmpty
  }

  private func line<Value: Hashable>(
    _ label: String, _ values: [Value], _ path: WritableKeyPath<HeardFilter, Value?>,
    name: (Value) -> String
  ) -> HTML {
    guard !values.isEmpty else { return "" }
    return """
      <div class="filter-line"><span class="label">\(label)</span>\(values.html { value in
        let isOn = filter[keyPath: path] == value
        var other = filter
        other[keyPath: path] = isOn ? nil : value
        return """
          <a href="\(Route.heard(other))"\(attribute: "aria-current", isOn ? "true" : nil)>\
          \(name(value))</a>
          """
      })</div>
      """
  }
}
