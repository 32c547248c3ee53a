import HeedDesk
import HeedModel
import HeedNetwork

/// Where the wrong words still stand, as far as the record knows.
enum WhereItStandsView {
  static func html(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let stands = screen.kept.stands
    var parts: [HTML] = []
    switch stands.original {
    case .asItWas: parts.append("<p>\(words.asItWas)</p>")
    case .correctedBelow: parts.append("<p>\(words.correctedBelow)</p>")
    case .changedAndStillWrong: parts.append("<p>\(words.stillWrong)</p>")
    case .page: parts.append("<p>\(words.pageUnread)</p>")
    case .changed, .gone: break
    }
    if !stands.ours.isEmpty { parts.append(ours(screen, in: page)) }
    if !stands.quotes.isEmpty {
      let title =
        stands.hasMoreQuotes
        ? words.moreQuotes(stands.quotes.count) : words.quotes(stands.quotes.count)
      parts.append(list(title, stands.quotes, in: page))
    }
    if !stands.copies.isEmpty {
      parts.append(list(words.copies(stands.copies.count), stands.copies, in: page))
    }
    if parts.isEmpty {
      let isWrongAgain =
        stands.original == .changed && screen.story.state != .fixed
        && !screen.story.reopenings.isEmpty
      parts.append("<p>\(isWrongAgain ? words.otherwiseWrong : words.nowhere)</p>")
    }
    if !stands.wasLookedFor { parts.append("<p class=\"soft\">\(words.notLooked)</p>") }
    if !stands.isWhole { parts.append("<p class=\"soft\">\(words.tooCommon)</p>") }
    let elsewhere = screen.story.elsewhere
    if !elsewhere.isEmpty { parts.append(mended(words.elsewhere, elsewhere, in: page)) }
    // Until it is mended in the first place, this way stands among the others.
    if page.maySpeak, screen.story.state == .fixed {
      parts.append(
        """
        <details class="way"\(attribute: "open", if: screen.typed?.way == .byHand)>\
        <summary>\(words.alsoOnAPage)</summary>\(FixView.form(.byHand, FixView.place(screen), screen, in: page))</details>
        """)
    }
    return "<section><h2>\(words.whereTitle)</h2>\(HTML.join(parts))</section>"
  }

  private static func ours(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let rows = screen.kept.stands.ours
    let mending = screen.story.elsewhere
    return """
      <h3>\(words.oursToo(rows.count))</h3><ul class="list">\(rows.html { row in
        let done = mending.last { $0.post == row.id }
        let isMended = done.map { mends($0, screen.story) } ?? false
        return """
          <li><div>\(line(row, in: page))\
          \(HTML.with(done) { "<p>\(TagView.html(isChanged($0) ? words.isFailed : tag($0, in: page)))</p>" })\
          \(HTML.when(page.maySpeak && !isMended, correct(row, screen, done, in: page)))</div></li>
          """
      })</ul>
      """
  }

  /// Words that stand here still, although they were changed: the change left them in, or they were brought back.
  private static func isChanged(_ last: Correction) -> Bool {
    last.way == .edit && last.doneSince != nil
  }

  /// What was said below it or done by hand since the mistake was last opened mends it here; what stands here once more
  /// does not.
  private static func mends(_ last: Correction, _ story: MistakeStory) -> Bool {
    let opened = story.reopenings.last?.id.value ?? 0
    return last.doneSince != nil && last.way != .edit && last.id.value > opened
  }

  /// The ways of that place, which may be another network's, or a colleague's own handle.
  private static func correct(
    _ row: PostRow, _ screen: MistakeScreen, _ last: Correction?, in page: PageContext
  ) -> HTML {
    guard let found = screen.kept.standing[row.id] else { return "" }
    let place = FixView.Place(
      post: row.id, text: found.toEdit, wording: row.post.wording, ways: found.ways,
      capabilities: found.capabilities, unsaid: last?.outcome == .unsaid ? last : nil)
    return """
      <details class="way"\(attribute: "open", if: row.id == screen.typed?.post || row.id == screen.editing)>\
      <summary>\(page.words.mistake.fixThis)</summary>\(FixView.ways(place, screen, in: page))</details>
      """
  }

  private static func tag(_ correction: Correction, in page: PageContext) -> String {
    let words = page.words.mistake
    return switch correction.outcome {
    case .done: MistakeMarks.done(correction.way, in: page)
    case .failed, .unsaid: words.isFailed
    case .underway: words.isUnderway
    case .takenBack: words.notYet
    }
  }

  private static func list(_ title: String, _ rows: [PostRow], in page: PageContext) -> HTML {
    "<h3>\(title)</h3><ul class=\"list\">\(rows.html { "<li><div>\(line($0, in: page))</div></li>" })</ul>"
  }

  static func line(_ row: PostRow, in page: PageContext) -> HTML {
    """
    <p class="title said"><a href="\(Route.conversation(row.post.conversation, at: row.id))" dir="auto">\
    \(row.post.preview(limit: 160))</a></p><p class="soft"><bdi>\(HTML.address(Who(row, in: page).name))</bdi> · \
    \(page.title(of: row.post.network)) · \(SpokenTime.ago(row.post.publishedAt, in: page))</p>
    """
  }

  static func mended(_ title: String, _ corrections: [Correction], in page: PageContext) -> HTML {
    """
    <h3>\(title)</h3><ul class="list">\(corrections.html { one in
      """
      <li><div>\(HTML.with(one.page.flatMap(ForeignAddress.safe)) { address in
        "<p><a class=\"go\" href=\"\(address)\" rel=\"nofollow noopener noreferrer\"><bdi>\(address)</bdi></a></p>"
      })\(HTML.when(!one.words.isEmpty, "<p dir=\"auto\">\(one.words)</p>"))\
      <p class="soft">\(tag(one, in: page)) · \(MistakeStepsView.moment(one.doneSince ?? one.begunAt, in: page))\
      </p></div></li>
      """
    })</ul>
    """
  }
}
