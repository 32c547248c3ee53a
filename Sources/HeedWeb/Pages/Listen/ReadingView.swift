import HeedModel

extension ReadingScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.reading
    return """
      <div class="page">
      <h1>\(words.title)</h1>
      <blockquote class="notice-box"><p class="soft"><bdi>\(who.name)</bdi></p>\
      <p class="said" dir="auto">\(self.words)</p></blockquote>
      \(HTML.choose(reading.isByThem, theirWord(in: page), else: correction(in: page)))
      \(HTML.when(canUndo, """
      <div class="section">\(Form.button(.undoReading(post), words.undo, in: page))\
      <p class="soft">\(words.undoHint)</p></div>
      """))</div>
      """
  }

  /// What they said outranks whatever a member would say; only spam is the team's to tell.
  private func theirWord(in page: PageContext) -> HTML {
    let words = page.words.reading
    let kept: [(String, String)] = [
      (FieldName.kind.rawValue, Reading.Kind.spam.rawValue),
      (FieldName.language.rawValue, reading.language ?? ""),
    ]
    return """
      <p><b>\(ReadingText.text(reading, unknown: page.words.theirSide.notRead, in: page))</b></p>
      <p class="soft">\(words.theirWordStands)
      <a class="go" href="\(Route.howWeRead)">\(words.how)</a></p>
      <div class="acts">\(Form.button(.correctReading(post), words.putAside, in: page, hidden: kept))\
      <a class="btn" href="\(back)" data-close>\(page.words.shell.cancel)</a></div>
      """
  }

  private var back: Route { conversation.map { Route.conversation($0, at: post) } ?? .heard() }

  private func correction(in page: PageContext) -> HTML {
    let words = page.words.reading
    let languageField = Field(
      .language, page.words.composer.language, value: reading.language ?? "")
    let toneField = Field(.tone, page.words.heard.tone, value: reading.tone?.rawValue ?? "")
    return """
      <p class="soft">\(words.readBy(by(in: page)))
      <a class="go" href="\(Route.howWeRead)">\(words.how)</a></p>
      \(HTML.when(!reading.isByMember, ReasonsView.html(reasons, in: page)))
      \(Form.post(.correctReading(post), in: page, """
      <fieldset><legend class="label">\(words.what)</legend><div class="choices">\
      \(Reading.Kind.allCases.html { kind in
        """
        <label><input type="checkbox" name="\(FieldName.kind.rawValue)" value="\(kind.rawValue)"\
        \(attribute: "checked", if: reading.kinds.contains(kind))><span>\(page.words.name(of: kind))\
        </span></label>
        """
      })</div></fieldset>
      \(toneField.select([("", words.unsure)] + Reading.Tone.allCases.map {
        ($0.rawValue, page.words.name(of: $0))
      }))
      \(languageField.select([("", words.unsure)] + languages.map {
        ($0, page.words.name(of: $0))
      }))
      <p class="acts"><button class="btn main">\(words.keep)</button>\
      <a class="btn" href="\(back)" \
      data-close>\(page.words.shell.cancel)</a></p>
      """))
      """
  }

  private func by(in page: PageContext) -> String {
    reading.isByMember ? page.words.reading.aMember : page.words.reading.theDesk
  }
}
