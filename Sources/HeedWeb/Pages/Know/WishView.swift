import HeedModel

extension WishScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.wishes
    return """
      <div class="page">
      \(CrumbView.html(.wishes(), words.title))
      <h1 dir="auto">\(row.wish.title)</h1>
      <p>\(WishPieces.tags(row.wish, in: page))</p>
      \(HTML.when(!row.wish.reason.isEmpty, "<p class=\"lead\" dir=\"auto\">\(row.wish.reason)</p>"))
      \(FormProblem.html(page.wrong(problem)))
      \(HTML.with(into) { """
      <div class="notice-box"><p>\(words.countsWith) \
      <a href="\(Route.wish($0.wish.id))" dir="auto">\($0.wish.title)</a></p>\(part($0, in: page))</div>
      """ })
      \(HTML.when(page.maySpeak && into == nil, changeForm(in: page)))
      <section aria-labelledby="voices"><h2 id="voices">\(words.whoSaidSo(row.people))</h2>
      \(HTML.when(mayTell && page.maySpeak, "<p class=\"soft\">\(words.tellLead)</p>"))
      \(HTML.when(voices.isEmpty, "<p class=\"soft\">\(words.nobodySeen)</p>"))
      <ol class="people" data-rows>\(voices.html { voice($0, in: page) })</ol>
      \(OlderView.html(next.map { .wish(row.id, after: $0) }, in: page))</section>
      \(PublicDeedView.html(self, in: page))
      \(HTML.when(!joined.isEmpty, """
      <section aria-labelledby="counted"><h2 id="counted">\(words.alsoCounts)</h2>
      <ul class="list">\(joined.html { counted($0, in: page) })</ul></section>
      """))
      <section aria-labelledby="history"><h2 id="history">\(words.history)</h2>
      <ol>\(history(in: page))\
      <li>\(words.gatheredBy(gatheredBy)) <span class="soft">\
      \(SpokenTime.ago(row.wish.gatheredAt, in: page))</span></li></ol></section>
      \(HTML.when(page.maySpeak, forms(in: page)))
      </div>
      """
  }

  private var mayTell: Bool { row.wish.changedAt != nil && into == nil }

  private func changeForm(in page: PageContext) -> HTML {
    let words = page.words.wishes
    let wrong = page.wrong(problem)
    let status = Field(.status, words.status, value: typed.status.rawValue)
    let reason = Field(
      .text, words.reason, value: typed.reason, hint: words.reasonHint, problem: wrong)
    return """
      <details class="older"\(attribute: "open", if: problem?.field == FieldName.text.rawValue)>\
      <summary>\(words.changeTitle)</summary>\(Form.post(.changeWish(row.id), in: page, """
      \(status.select(Wish.Status.allCases.map { ($0.rawValue, page.words.name(of: $0)) }))\
      \(reason.area(rows: 3))<button class="btn main">\(words.change)</button>
      """))</details>
      """
  }

  private func voice(_ voice: Voice, in page: PageContext) -> HTML {
    let words = page.words.wishes
    let there = Route.conversation(voice.conversation, at: voice.post)
    let said: HTML =
      voice.said.map { "<a href=\"\(there)\">\($0)</a>" }
      ?? "<a href=\"\(there)\">\(words.wordsGone)</a>"
    return """
      <li>\(FaceView.html(voice.who))<div><b><bdi>\(HTML.address(voice.who.name))</bdi></b> \
      <span class="soft">\(HTML.when(voice.isPrivate, "\(page.words.name(of: Visibility.private)) · "))\(page.title(of: voice.network)) · \
      \(SpokenTime.ago(voice.at, in: page))</span>\
      <span class="words" dir="auto">\(said)</span></div>\
      <div class="ends">\(HTML.when(mayTell, told(voice, in: page)))\
      \(HTML.when(page.maySpeak, Form.button(
        .removeVoice(voice.id), words.removeVoice, in: page, kind: "btn small",
        describes: words.removeVoiceOf(voice.who.name))))</div></li>
      """
  }

  private func told(_ voice: Voice, in page: PageContext) -> HTML {
    let words = page.words.wishes
    if let by = voice.toldBy, let at = voice.toldAt {
      return """
        <span class="soft">\(words.told(by)) \(SpokenTime.ago(at, in: page))</span>
        """
    }
    guard page.maySpeak else { return "" }
    guard let post = voice.answerable else {
      return "<span class=\"soft\">\(words.nothingToAnswer)</span>"
    }
    guard !voice.isLeftAlone else {
      return "<span class=\"soft\">\(page.words.rights.dontWrite)</span>"
    }
    return """
      <a class="btn small" href="\(Route.speak(voice.conversation, at: post, .tell(row.id)))" \
      aria-label="\(words.tellTo(voice.who.name))">\(words.tell)</a>
      """
  }

  private func change(_ change: Change, in page: PageContext) -> HTML {
    """
    <li>\(page.words.wishes.changedBy(change.by, page.words.name(of: change.status))) \
    <span class="soft">\(SpokenTime.ago(change.at, in: page))</span>\
    \(HTML.when(!change.reason.isEmpty, "<br><span dir=\"auto\">\(change.reason)</span>"))</li>
    """
  }

  /// What the team said of it and what people said themselves, newest first.
  private func history(in page: PageContext) -> HTML {
    let steps =
      changes.map { ($0.at, change($0, in: page)) }
      + denials.map { ($0.at, denial($0, in: page)) }
    return HTML.join(steps.sorted { $0.0 > $1.0 }.map(\.1))
  }

  private func denial(_ denial: Denial, in page: PageContext) -> HTML {
    let said = page.words.wishes.notAskedBy(denial.who)
    let text: HTML =
      denial.conversation.map { "<a href=\"\(Route.conversation($0))\">\(said)</a>" }
      ?? HTML(escaping: said)
    return "<li>\(text) <span class=\"soft\">\(SpokenTime.ago(denial.at, in: page))</span></li>"
  }

  private func counted(_ counted: Counted, in page: PageContext) -> HTML {
    """
    <li><p class="title"><a href="\(Route.wish(counted.wish.id))" dir="auto">\(counted.wish.title)</a></p>\
    <div class="ends">\(part(counted, in: page))</div></li>
    """
  }

  private func part(_ counted: Counted, in page: PageContext) -> HTML {
    let words = page.words.wishes
    return HTML.when(
      page.maySpeak,
      Form.button(
        .partWish(counted.join), words.part, in: page, describes: words.partOf(counted.wish.title)))
  }

  private func forms(in page: PageContext) -> HTML {
    let words = page.words.wishes
    let other = Field(.wish, words.joinWith, hint: words.joinHint, problem: page.wrong(problem))
    return """
      \(HTML.when(into == nil && !others.isEmpty, """
      <details class="older"><summary>\(words.joinTitle)</summary>\(Form.post(.joinWish(row.id), in: page, """
        \(other.select(others.map { ($0.id.description, $0.wish.title) }))\
        <button class="btn">\(words.join)</button>
        """))</details>
      """))
      <details class="older"\(attribute: "open", if: problem?.field == FieldName.name.rawValue)>\
      <summary>\(words.rename)</summary>\(Form.post(.renameWish(row.id), in: page, """
        \(WishFormScreen.fields(title: typed.title, kind: row.wish.kind, page.wrong(problem), in: page))\
        <button class="btn">\(words.save)</button>
        """))</details>
      """
  }
}
