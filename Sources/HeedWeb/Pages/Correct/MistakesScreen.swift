public import HeedModel

/// Mistakes of ours, newest mark first.
public struct MistakesScreen: Screen {
  public var rows: [MistakeStory]
  /// Only those that are not fixed.
  public var isOpen: Bool
  public var next: String?

  public init(rows: [MistakeStory], isOpen: Bool = false, next: String? = nil) {
    self.rows = rows
    self.isOpen = isOpen
    self.next = next
  }

  public var room: Room? { .mistakes }
  public var live: [LiveTopic] { [.mistakes] }
  public func title(in page: PageContext) -> String { page.words.mistake.all }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.mistake
    return """
      <div class="page">
      <h1>\(words.all)</h1>
      <p class="lead">\(words.lead)</p>
      \(HTML.when(page.maySpeak, """
      <p class="acts section"><a class="btn" href="\(Route.newMistake())">\(words.markPage)</a></p>
      """))
      <nav class="filters" aria-label="\(words.which)">\(tab(words.stillStand, true))\
      \(tab(words.everyOne, false))</nav>
      \(HTML.choose(rows.isEmpty, """
      <div class="empty"><p class="said">\(isOpen ? words.noneOpen : words.none)</p>\
      \(HTML.when(!isOpen, "<p>\(words.noneHint)</p>"))</div>
      """, else: """
      <ol class="list section" data-rows>\(rows.html { row($0, in: page) })</ol>
      """))
      \(OlderView.html(next.map { .mistakes(isOpen: isOpen, after: $0) }, in: page))
      </div>
      """
  }

  private func tab(_ name: String, _ isOpen: Bool) -> HTML {
    """
    <a href="\(Route.mistakes(isOpen: isOpen))"\
    \(attribute: "aria-current", isOpen == self.isOpen ? "page" : nil)>\(name)</a>
    """
  }

  private func row(_ story: MistakeStory, in page: PageContext) -> HTML {
    """
    <li><div><p class="title said"><a href="\(Route.mistake(story.mistake.id))" dir="auto">\
    \(story.mistake.words)</a></p><p class="soft">\(MistakeMarks.line(story, in: page))</p></div>\
    <p class="ends">\(MistakeMarks.tag(story.state, in: page))</p></li>
    """
  }
}

/// A mistake in a line, and its state in a word.
enum MistakeMarks {
  static func tag(_ state: MistakeStory.State, in page: PageContext) -> HTML {
    let name = name(of: state, in: page)
    return switch state {
    case .open: TagView.html(name, .late)
    case .underway: TagView.html(name)
    case .failed: TagView.html(name, .upset)
    case .fixed: TagView.html(name, .mended)
    }
  }

  /// `Noticed 12 May 10:21 · Fixed after 7 min`
  static func line(_ story: MistakeStory, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let notice = noticed(story, in: page)
    guard let after = story.fixedAfter else { return notice }
    return "\(notice) · \(words.stepFixed) \(self.after(after, in: page))"
  }

  /// `after 7 min`, `within a minute`
  static func after(_ duration: Duration, in page: PageContext) -> String {
    let words = page.words.mistake
    return duration < .minutes(1)
      ? words.within : words.after(SpokenTime.span(duration, in: page))
  }

  /// `Noticed 12 May 10:21`
  static func noticed(_ story: MistakeStory, in page: PageContext) -> HTML {
    "\(page.words.mistake.stepNoticed) \(SpokenTime.ago(story.mistake.noticedAt, in: page))"
  }

  /// The scar: it stays with our post.
  static func scar(_ story: MistakeStory, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let text =
      story.state == .fixed
      ? story.fixedAfter.map { words.scarFixed(after($0, in: page)) }
        ?? words.scarFixedPlain : words.scarOpen
    return """
      <p class="scar">\(Icon.trouble)<a class="go" href="\(Route.mistake(story.mistake.id))">\
      \(text)</a>: <q dir="auto">\(story.mistake.words)</q></p>
      """
  }
}
