import HeedDesk
import HeedModel

/// Who saw the wrong words, who saw that they were put right, and how that is known; or, honestly, that nobody can say.
enum MistakeSeenView {
  static func html(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    let words = page.words.aftermath
    guard let row = screen.kept.post, let seen = screen.kept.exposure else {
      return screen.mistake.page == nil ? "" : elsewhere(screen, in: page)
    }
    guard !row.post.visibility.isPrivate else {
      return "<section><h2>\(title(screen, in: page))</h2><p>\(words.inPrivate)</p></section>"
    }
    let view = ExposureView(
      seen.wrong, marks: marks(screen.story, in: page), numbersBy: screen.numbersBy, isPart: true)
    return """
      <section class="seen"><h2>\(title(screen, in: page))</h2>
      <p class="sentence">\(ExposureView.sentence(seen.wrong, in: page))</p>
      \(HTML.when(screen.story.fixedAt != nil, HTML.with(seen.right) { right($0, seen.both, in: page) }))
      \(ExposurePlot.html(seen.wrong, view.marks, in: page))
      \(view.parts(in: page))</section>
      """
  }

  private static func title(_ screen: MistakeScreen, in page: PageContext) -> String {
    let words = page.words.aftermath
    if screen.story.fixedAt != nil { return words.seenBefore }
    return screen.kept.post?.post.removedAt == nil ? words.seenSoFar : words.seenUntilGone
  }

  /// On a page of somebody else nobody counts for us, so nothing is estimated.
  private static func elsewhere(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    let words = page.words.aftermath
    return """
      <section><h2>\(page.words.seen.title)</h2><p>\(words.onPage)</p>\
      \(HTML.with(screen.kept.told) { "<p>\(words.onPageTold(page.name(of: $0.author)))</p>" })</section>
      """
  }

  private static func right(_ exposure: Exposure, _ both: Int, in page: PageContext) -> HTML {
    let words = page.words.aftermath
    let number = page.words.seen.number
    let sentence: String
    if let range = exposure.best {
      sentence =
        exposure.counted != nil && range.low == range.high
        ? words.rightCounted(number(range.likely))
        : words.rightBetween(number(range.low), number(range.high), number(range.likely))
    } else {
      sentence = exposure.surely > 0 ? words.rightSurely(exposure.surely) : words.rightUnknown
    }
    return "<p>\(sentence)\(both > 0 ? " " + words.both(both) : "")</p>"
  }

  private static func marks(_ story: MistakeStory, in page: PageContext) -> [ExposureView.Mark] {
    let words = page.words.aftermath
    let shown = story.turns.map(\.at) + [story.mistake.saidAt].compactMap { $0 }
    return story.turns.map { turn in
      let clock = SpokenTime.clock(turn.at, among: shown, in: page)
      let label =
        switch turn.kind {
        case .noticed: words.markNoticed(clock)
        case .fixed: words.markFixed(clock)
        case .reopened: words.markReopened(clock)
        }
      return ExposureView.Mark(at: turn.at, label: label)
    }
  }
}
