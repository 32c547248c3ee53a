public import HeedModel

/// Corrections as everybody may read them. Marked up as `CorrectionComment` (https://schema.org/CorrectionComment).
public struct CorrectionsScreen: Screen {
  public var rows: [PublishedCorrection]
  public var next: String?

  public init(rows: [PublishedCorrection], next: String? = nil) {
    self.rows = rows
    self.next = next
  }

  public var layout: ScreenLayout { .alone }

  public var feeds: [(type: String, route: Route)] {
    [("application/atom+xml", .correctionsAtom), ("application/feed+json", .correctionsFeed)]
  }

  public func title(in page: PageContext) -> String {
    page.words.mistake.corrections(page.organisation)
  }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.mistake
    return """
      <div class="page">
      <h1>\(words.corrections(page.organisation))</h1>
      <p class="lead">\(words.correctionsLead)</p>
      \(HTML.choose(rows.isEmpty, "<p class=\"empty\">\(words.noCorrections)</p>", else: """
      <ol class="list section">\(rows.html { row($0, in: page) })</ol>
      """))
      \(OlderView.html(next.map { .corrections(after: $0) }, in: page))
      <p class="soft section">\(words.feeds): \
      <a href="\(Route.correctionsAtom)">Atom</a> · <a href="\(Route.correctionsFeed)">JSON Feed</a> · \
      <a href="\(Route.correctionsData)">JSON-LD</a></p>
      <p class="soft"><a href="\(Route.notice)">\(page.words.signIn.notice)</a></p></div>
      """
  }

  private func row(_ one: PublishedCorrection, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let said: HTML =
      one.kind == .reopened
      ? "<p itemprop=\"text\">\(words.reopenedPublic)</p><p class=\"soft\" dir=\"auto\">\(one.wrong)</p>"
      : """
      <div itemprop="text"><p><b>\(words.publicWrong):</b> <span dir="auto">\(one.wrong)</span></p>\
      <p><b>\(words.publicRight):</b> <span dir="auto">\(one.right)</span></p></div>
      """
    return """
      <li id="c\(one.id)" itemscope itemtype="https://schema.org/CorrectionComment"><div>\
      <p class="soft"><time itemprop="datePublished" datetime="\(SpokenTime.machine(one.at))">\
      \(SpokenTime.exact(one.at, in: page))</time>\
      \(HTML.with(one.stood) { " · \(words.stoodFor(SpokenTime.span($0, in: page)))" })</p>\(said)\
      \(HTML.with(one.address.flatMap(ForeignAddress.safe)) {
        """
        <p><a class="go" itemprop="about" href="\($0)" rel="nofollow noopener noreferrer">\
        \(words.saidItHere)</a></p>
        """
      })</div></li>
      """
  }
}
