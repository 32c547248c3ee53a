import HeedModel

extension EditPostScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.ownPost
    let rule = length
    let textField = Field(
      .text, words.text, value: text, hint: rule.map { page.words.composer.atMost($0.limit) },
      problem: page.wrong(problem), isRequired: true)
    return """
      <div class="page">
      \(CrumbView.html(.conversation(conversation, at: post), page.words.talk.thread))
      <h1>\(words.editTitle)</h1>
      <p>\(words.editLead)</p>
      \(HTML.when(!tells.isEmpty, "<p class=\"notice-box\">\(page.say(tells))</p>"))
      \(FormProblem.html(page.wrong(problem)))\
      \(HTML.with(standing) {
        "<blockquote class=\"notice-box\">\(RichTextView.html($0))</blockquote>"
      })\
      \(VoiceNote.html(in: page))
      \(Form.post(.editPost(post), in: page, data: " data-look=\"\(Route.lookAtEdit(post))\"", """
      <input type="hidden" name="\(FieldName.wording.rawValue)" value="\(wording)">\
      \(textField.area(rows: 6, data: LengthRule.data(rule)))
      \(ComposerLookView.html(look, of: "\(post)", in: page))
      \(HTML.when(hasWarning, Field(
        .warning, page.words.composer.warning, value: warning,
        hint: page.words.composer.warningHint).input(direction: "auto")))
      <p class="acts"><button class="btn main">\(words.change)</button>\
      \(ComposerLookView.button(.lookAtEdit(post), in: page))\
      \(CancelLink.html(conversation, in: page))</p>
      """))</div>
      """
  }
}

extension DeletePostScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.ownPost
    return """
      <div class="page">
      \(CrumbView.html(.conversation(conversation, at: post), page.words.talk.thread))
      <h1>\(words.deleteTitle)</h1>
      <blockquote class="notice-box">\(RichTextView.html(text))</blockquote>
      <p>\(words.deleteLead(place))</p>
      \(Form.post(.deletePost(post), in: page, """
      <p class="acts"><button class="btn grave">\(words.delete(place))</button>\
      \(CancelLink.html(conversation, in: page))</p>
      """))</div>
      """
  }
}
