import HeedModel

extension HowWeReadScreen {
  /// Fewer posts than that say nothing.
  private static let fewest = 5

  public func body(in page: PageContext) -> HTML {
    let words = page.words.reading
    return """
      <div class="page">
      \(CrumbView.html(.more, page.words.shell.more))
      <h1>\(words.how)</h1>
      <p>\(words.howIntroduction)</p>
      \(HTML.when(quality.posts < Self.fewest, "<p class=\"soft\">\(words.noQuality)</p>"))
      \(Reading.Part.allCases.html { part(of: $0, in: page) })
      <section class="section"><h2>\(words.learning)</h2><p>\(words.learningText)</p></section>
      \(HTML.when(page.mayLead, switches(in: page)))</div>
      """
  }

  private func part(of part: Reading.Part, in page: PageContext) -> HTML {
    let words = page.words.reading
    let known = names(of: part, in: page)
    let does: String
    let doesNot: String
    switch part {
    case .language:
      does = words.languageDoes(languages[part]?.count ?? 0)
      doesNot = words.languageDoesNot
    case .tone:
      does = known.isEmpty ? words.nothingLearntFrom : words.toneDoes(known)
      doesNot = words.toneDoesNot
    case .kind:
      does = known.isEmpty ? words.nothingLearntFrom : words.kindDoes(known)
      doesNot = words.kindDoesNot
    }
    return """
      <section class="section"><h2>\(name(of: part, in: page)) \
      \(TagView.html(off.contains(part) ? words.isOff : words.isOn, off.contains(part) ? .late : .plain))</h2>
      <p>\(does)</p><p class="soft">\(doesNot)</p>
      \(HTML.when(quality.posts >= Self.fewest, """
      <p>\(words.quality(quality.right[part] ?? 0, quality.unknown[part] ?? 0, quality.posts))</p>
      """))</section>
      """
  }

  private func switches(in page: PageContext) -> HTML {
    let words = page.words.reading
    return """
      <section class="section">\(Form.post(.switchReaders, in: page, """
      <fieldset><legend class="label">\(words.switches)</legend><div class="choices">\
      \(Reading.Part.allCases.html { part in
        """
        <label><input type="checkbox" name="\(FieldName.reader.rawValue)" value="\(part.rawValue)"\
        \(attribute: "checked", if: !off.contains(part))><span>\(name(of: part, in: page))</span></label>
        """
      })</div><p class="soft">\(words.switchesHint)</p></fieldset>
      <p class="acts"><button class="btn main">\(words.saveSwitches)</button></p>
      """))</section>
      """
  }

  private func names(of part: Reading.Part, in page: PageContext) -> [String] {
    (languages[part] ?? []).sorted().map { page.words.name(of: $0) }
  }

  private func name(of part: Reading.Part, in page: PageContext) -> String {
    switch part {
    case .language: page.words.reading.language
    case .tone: page.words.reading.tone
    case .kind: page.words.reading.kind
    }
  }
}
