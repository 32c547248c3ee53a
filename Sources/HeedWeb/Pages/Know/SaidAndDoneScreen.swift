public import HeedModel

/// “You said, we did”, as everybody may read it.
public struct SaidAndDoneScreen: Screen {
  public var rows: [PublishedDeed]
  public var next: String?

  public init(rows: [PublishedDeed], next: String? = nil) {
    self.rows = rows
    self.next = next
  }

  public var layout: ScreenLayout { .alone }

  public func title(in page: PageContext) -> String {
    page.words.wishes.publicTitle(page.organisation)
  }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.wishes
    return """
      <div class="page">
      <h1>\(title(in: page))</h1>
      <p class="lead">\(words.publicLead)</p>
      \(HTML.choose(rows.isEmpty, "<p class=\"empty\">\(words.nothingPublished)</p>", else: """
      <ol class="list section">\(rows.html { DeedRow.html($0, in: page) })</ol>
      """))
      \(OlderView.html(next.map { .saidAndDone(after: $0) }, in: page))
      <p class="soft"><a href="\(Route.notice)">\(page.words.signIn.notice)</a></p></div>
      """
  }
}
