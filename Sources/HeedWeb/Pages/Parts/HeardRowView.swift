import HeedModel

enum HeardRowView {
  /// The rows of a list; new ones come in at its top while the page is open.
  static func list(_ rows: [HeardRow], in page: PageContext) -> HTML {
    "<ol class=\"people\" data-rows>\(rows.html { row($0, in: page) })</ol>"
  }

  static func row(_ row: HeardRow, in page: PageContext) -> HTML {
    let said = row.warning.map { page.words.talk.warned($0) } ?? row.words
    let address: Route? = row.conversation.map { .conversation($0, at: row.post) }
    let linked: HTML =
      address.map { "<a href=\"\($0)\">\(said)</a>" } ?? HTML(escaping: said)
    return """
      <li>\(FaceView.html(row.who))<div><b><bdi>\(HTML.address(row.who.name))</bdi></b> \
      <span class="soft">\(page.title(of: row.network)) · \(SpokenTime.ago(row.at, in: page))\
      \(original(row, in: page))</span>\
      <span class="words" dir="auto"\(attribute: "lang", row.language)>\(linked)</span></div>\
      <span class="ends">\(reading(row, in: page))\
      \(HTML.when(row.direction == .toUs, TagView.html(page.words.kinds.toUs, .knows)))\
      \(takeUp(row, in: page))</span></li>
      """
  }

  private static func original(_ row: HeardRow, in page: PageContext) -> HTML {
    HTML.with(row.address.flatMap(ForeignAddress.safe)) {
      """
       · <a class="go" href="\($0)" rel="nofollow noopener noreferrer">\
      \(page.words.talk.original)<span class="heard-only">, \(row.who.name)</span></a>
      """
    }
  }

  /// What it is read as, and the way to correct it.
  private static func reading(_ row: HeardRow, in page: PageContext) -> HTML {
    let tags = TagView.kinds(row.kinds, language: row.language, in: page)
    guard row.isCorrectable, page.maySpeak else { return HTML.join(tags) }
    let act = page.words.talk.correctReading
    let why =
      row.isReadByThem
      ? page.words.reading.theySaidSo
      : row.reasons.map { ReasonsView.line($0, in: page) } ?? ""
    return """
      <a class="\(tags.isEmpty ? "quiet" : "reading")" href="\(Route.readingForm(row.post))" data-dialog \
      title="\([why, act].filter { !$0.isEmpty }.joined(separator: ". "))">\(HTML.join(tags))\
      <span\(attribute: "class", tags.isEmpty ? nil : "heard-only")>\(act)\
      <span class="heard-only">, \(row.who.name)</span></span></a>
      """
  }

  private static func takeUp(_ row: HeardRow, in page: PageContext) -> HTML {
    guard page.maySpeak, row.conversation == nil, row.direction == .aboutUs, !row.isOurs else {
      return ""
    }
    return Form.button(
      .takeUp(row.post), page.words.today.takeUp, in: page, kind: "btn small",
      describes: page.words.today.takeUpOf(row.who.name))
  }
}

/// The way to the next stretch of a list.
enum OlderView {
  static func html(_ route: Route?, in page: PageContext) -> HTML {
    HTML.with(route) {
      "<p class=\"older\"><a class=\"btn\" href=\"\($0)\">\(page.words.shell.older)</a></p>"
    }
  }
}

/// The way back to where a page hangs.
enum CrumbView {
  static func html(_ route: Route, _ name: String) -> HTML {
    "<p class=\"crumb\"><a href=\"\(route)\">\(Icon.back)<bdi>\(name)</bdi></a></p>"
  }
}
