public import HeedDesk
import HeedModel

/// What came back to what a member said: seen by that member alone (law 3).
public struct CameBackScreen: Screen {
  public var rows: [Reception]
  public var next: String?

  public init(rows: [Reception], next: String? = nil) {
    self.rows = rows
    self.next = next
  }

  public var room: Room? { .today }
  public var live: [LiveTopic] { [.today] }
  public func title(in page: PageContext) -> String { page.words.aftermath.title }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.aftermath
    return """
      <div class="page came-back"><h1>\(words.title)</h1><p class="lead">\(words.lead)</p>
      <div id="came-back-list" data-fragment>
      \(HTML.when(rows.isEmpty, """
      <div class="empty"><p class="said">\(words.none)</p><p>\(words.noneHint)</p></div>
      """))
      \(rows.html { CameBackView.html($0, in: page) })
      \(HTML.with(next) { """
      <p class="older"><a class="btn" href="\(Route.cameBack(after: $0))">\(words.older)</a></p>
      """ })
      </div></div>
      """
  }
}

enum CameBackView {
  static func html(_ reception: Reception, in page: PageContext) -> HTML {
    let words = page.words.aftermath
    let who = page.name(of: reception.asked?.author)
    let post = reception.post
    return """
      <section><h2>\(words.answered(who))</h2>
      <blockquote class="notice-box"><p dir="auto"><a href="\(Route.conversation(post.post.conversation, at: post.id))">\
      \(post.post.preview(limit: 200))</a></p></blockquote>
      <p class="soft">\(page.title(of: post.post.network)) · \(SpokenTime.ago(post.post.publishedAt, in: page))</p>
      \(part(words.fromThem(who), reception.addressed, in: page))\
      \(part(words.fromOthers, reception.bystanders, in: page))\
      \(HTML.when(reception.isSilent, "<p class=\"soft\">\(silence(post.post, in: page))</p>"))
      </section>
      """
  }

  private static func silence(_ post: Post, in page: PageContext) -> String {
    let words = page.words.aftermath
    return page.now - post.publishedAt < Reception.week ? words.nothingYet : words.silence
  }

  private static func part(_ title: String, _ rows: [PostRow], in page: PageContext) -> HTML {
    HTML.when(
      !rows.isEmpty,
      """
      <h3>\(title)</h3><ul class="list">\(rows.html { "<li><div>\(line($0, in: page))</div></li>" })</ul>
      """)
  }

  /// Where and when.
  static func facts(_ row: PostRow, in page: PageContext) -> HTML {
    "\(page.title(of: row.post.network)) · \(SpokenTime.ago(row.post.publishedAt, in: page))"
  }

  /// Their words, with how they read.
  static func line(_ row: PostRow, in page: PageContext) -> HTML {
    let kinds = TagView.kinds(row.post.reading.kinds, language: nil, in: page)
    return """
      <p class="title said"><a href="\(Route.conversation(row.post.conversation, at: row.id))" dir="auto">\
      \(row.post.preview(limit: 160))</a></p>\
      <p class="soft"><bdi>\(HTML.address(page.name(of: row.author)))</bdi> · \(facts(row, in: page))</p>\
      \(HTML.when(!kinds.isEmpty, "<p>\(HTML.join(kinds, by: " "))</p>"))
      """
  }
}
