import HeedModel

/// Answering on the network's own page: copied, posted there, and told to the desk. Every step works without scripts.
enum ByHandView {
  static func context(
    _ byHand: Composer.ByHand, _ composer: Composer, in page: PageContext
  ) -> HTML {
    let words = page.words.composer
    let whom =
      composer.waitingSince.map {
        words.hasWaited(composer.partner, SpokenTime.span(page.now - $0, in: page))
      } ?? words.youAnswer(composer.partner)
    return """
      <p class="ctx" id="ctx-\(composer.conversation)" data-fragment data-whom>\(ComposerView.answering(composer))<b>\(whom)</b> \
      \(page.words.talk.elsewhere(page.title(of: byHand.network))) \(words.byHand)</p>
      """
  }

  static func steps(
    _ byHand: Composer.ByHand, _ composer: Composer, in page: PageContext
  ) -> HTML {
    let words = page.words.composer
    let isDoubted = composer.problem?.field == FieldName.post.rawValue
    let field = Field(
      .post, words.postedWhere, value: byHand.posted, hint: words.postedHint)
    return """
      <ol class="by-hand">
      <li><button type="button" class="btn" data-copy="composer-text" data-copied="\(words.copied)" \
      hidden>\(words.copy)</button>\
      <span class="soft" data-without-script>\(words.copyHint)</span></li>
      \(HTML.with(byHand.page.flatMap(ForeignAddress.safe)) { """
      <li><a class="btn" href="\($0)" target="_blank" rel="noopener noreferrer">\
      \(page.words.talk.openThere)</a></li>
      """ })
      <li>\(field.input(type: "url", direction: "ltr"))</li></ol>
      <div class="send">\(HTML.when(page.restriction == nil, """
      <button class="btn main">\(words.posted)</button>
      """))\
      \(HTML.when(isDoubted && page.restriction == nil, """
      <button class="btn" formaction="\(Route.postedByHandAnyway(composer.conversation))">\
      \(words.postedAnyway)</button>
      """))\
      <button class="btn quiet" formnovalidate \
      formaction="\(Route.saveDraft(composer.conversation))" data-without-script>\(words.keepDraft)</button>\
      \(HTML.when(composer.savedAt != nil, """
      <button class="btn quiet" formnovalidate \
      formaction="\(Route.discardDraft(composer.conversation))">\(words.discard)</button>
      """))\
      <small class="soft" id="saved" role="status" data-saved="\(words.saved)" \
      data-not-saved="\(words.notSaved)">\(HTML.with(composer.savedAt) {
        "\(words.saved) \(SpokenTime.ago($0, in: page))"
      })</small></div>
      """
  }
}
