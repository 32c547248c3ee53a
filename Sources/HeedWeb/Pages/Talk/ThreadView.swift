import HeedModel

/// What stands in a thread, one entry after the other.
enum ThreadView {
  static func entry(_ entry: ThreadEntry, at here: ID<Post>?, in page: PageContext) -> HTML {
    switch entry {
    case .post(let post): ThreadPostView.html(post, isHere: post.id == here, in: page)
    case .note(let note): self.note(note, in: page)
    case .happening(let happening): self.happening(happening, in: page)
    case .outgoing(let reply): OutgoingReplyView.html(reply, in: page)
    }
  }

  private static func note(_ note: ThreadNote, in page: PageContext) -> HTML {
    let words = page.words.talk
    return """
      <aside class="note" aria-label="\(words.teamNote)">\
      <p class="note-by">\(Icon.lock)<b>\(note.by.name)</b> \(words.teamNoteSeenByTeam) \
      \(SpokenTime.ago(note.at, in: page))\
      \(HTML.when(note.by.isYou, Form.button(
        .removeNote(note.id), words.removeNote, in: page, kind: "quiet")))</p>
      <p class="note-text" dir="auto">\(note.text)</p></aside>
      """
  }

  private static func because(_ reasons: [HelpReason], in page: PageContext) -> String {
    page.words.help.because(
      reasons.map {
        KnowingView.text($0, person: page.words.talk.somebody, language: nil, in: page)
      }.joined(separator: ", "))
  }

  private static func happening(_ happening: Happening, in page: PageContext) -> HTML {
    let words = page.words.talk
    let by = happening.by ?? words.theDesk
    let text: HTML =
      switch happening.kind {
      case .handedOver(let to, let word, let reasons):
        HTML(escaping: words.handedOver(by, to))
          + HTML.when(!word.isEmpty, ": <q dir=\"auto\">\(word)</q>")
          + HTML.when(!reasons.isEmpty, " \(because(reasons, in: page))")
      case .snoozed(let until):
        "\(words.snoozedUntil(by)) \(SpokenTime.at(until, in: page))"
      case .closed(.done): HTML(escaping: words.closedAsDone(by))
      case .closed(.solved): HTML(escaping: words.closedAsSolved)
      case .reopened: HTML(escaping: words.reopened(by))
      case .takenUp: HTML(escaping: words.takenUp(by))
      case .theirWord(let word): "<bdi>\(by)</bdi> \(TheirWordText.text(word, in: page))"
      }
    return """
      <p class="happening">\(text) <span class="soft">· \(SpokenTime.ago(happening.at, in: page))\
      </span></p>
      """
  }
}
