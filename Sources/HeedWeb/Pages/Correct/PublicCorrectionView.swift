import HeedDesk
import HeedModel

/// What the public was told of it, and the form that tells it.
enum PublicCorrectionView {
  static func html(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let published = screen.kept.published
    let isOffered =
      screen.kept.mayPublish && page.maySpeak && screen.story.state == .fixed
      && published.last?.kind != .corrected
    guard isOffered || !published.isEmpty else { return "" }
    return """
      <section><h2>\(words.publicTitle)</h2>
      \(HTML.when(!published.isEmpty, """
      <ul class="list">\(published.html { one in
        """
        <li><div><p class="soft">\(one.kind == .corrected ? words.publishedAt : words.reopened) \
        \(MistakeStepsView.moment(one.at, in: page))</p>\
        \(HTML.when(one.kind == .corrected, "<p dir=\"auto\">\(one.wrong)</p><p dir=\"auto\">\(one.right)</p>"))\
        </div></li>
        """
      })</ul><p class="soft"><a class="go" href="\(Route.corrections())">\(words.seeIt)</a></p>
      """))
      \(HTML.when(isOffered, form(screen, in: page)))</section>
      """
  }

  private static func form(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let mistake = screen.mistake
    // What was noted by hand says what was done, not what is right.
    let mended = screen.story.main.flatMap { $0.way == .byHand ? nil : $0.words }
    return """
      <p class="soft">\(words.publicLead)</p>\
      \(VoiceNote.html(in: page))
      \(Form.post(.publishCorrection(screen.mistake.id), in: page, """
      \(Field(
        .text, words.publicWrong, value: screen.publicWrong ?? (mistake.said.isEmpty ? mistake.words : mistake.said),
        problem: screen.publicWrong == nil ? nil : page.wrong(screen.problem), scope: "public", isRequired: true).area(rows: 2))
      \(Field(
        .word, words.publicRight, value: screen.publicRight ?? mended ?? "",
        problem: screen.publicWrong == nil ? nil : page.wrong(screen.problem), scope: "public", isRequired: true).area(rows: 2))
      <p class="acts"><button class="btn">\(words.publish)</button></p>
      """))
      """
  }
}
