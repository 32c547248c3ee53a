import HeedModel

/// What we said we would do, by due date. No figure about anybody stands here (law 3).
public struct PromisesScreen: Screen {
  /// A list and the key that continues it.
  public struct Part: Sendable {
    public var lines: [PromiseLine]
    public var next: String?

    public init(_ lines: [PromiseLine] = [], next: String? = nil) {
      self.lines = lines
      self.next = next
    }
  }

  public var own: Part
  public var others: Part
  public var ended: Part

  public init(own: Part = Part(), others: Part = Part(), ended: Part = Part()) {
    self.own = own
    self.others = others
    self.ended = ended
  }

  public var room: Room? { .promises }
  public var live: [LiveTopic] { [.today] }

  public func title(in page: PageContext) -> String { page.words.promises.title }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.promises
    let isEmpty = own.lines.isEmpty && others.lines.isEmpty && ended.lines.isEmpty
    return """
      <div class="page"><h1>\(words.title)</h1>
      <p class="lead">\(words.lead)</p>
      <div id="promises" data-fragment>
      \(part(own, "own", words.yours, in: page))
      \(part(others, "others", words.colleagues, in: page))
      \(part(ended, "ended", words.ended, in: page))
      \(HTML.when(isEmpty, """
      <div class="empty"><p class="said">\(words.none)</p><p>\(words.noneHint)</p></div>
      """))
      </div></div>
      """
  }

  private func part(_ part: Part, _ name: String, _ title: String, in page: PageContext) -> HTML {
    guard !part.lines.isEmpty else { return "" }
    return """
      <section aria-labelledby="promises-\(name)"><h2 id="promises-\(name)">\(title)</h2>
      <ol class="list">\(part.lines.html { PromiseLineView.html($0, isLong: true, in: page) })</ol>
      \(HTML.with(part.next) { """
      <p><a class="go" href="\(Route.promises(list: name, after: $0))">\(page.words.promises.more)</a></p>
      """ })</section>
      """
  }
}
