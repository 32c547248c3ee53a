import HeedModel

/// What stands around every page: head, rooms, the way past them, and what was just done.
enum Shell {
  static func document(_ screen: some Screen, in page: PageContext) -> HTML {
    let words = page.words
    let title = screen.title(in: page)
    let hasRooms = screen.layout != .alone && page.member != nil
    return """
      <!doctype html>
      <html lang="\(words.language)" dir="\(words.isRightToLeft ? "rtl" : "ltr")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="same-origin">
      <title>\(unseen(screen, in: page))\(title) · \(page.organisation.isEmpty ? "Heed" : page.organisation)</title>
      <link rel="stylesheet" href="\(PublicFiles.route("heed.css"))">
      \(screen.feeds.html {
        "<link rel=\"alternate\" type=\"\($0.type)\" title=\"\(title)\" href=\"\($0.route)\">"
      })<link rel="icon" type="image/svg+xml" href="\(PublicFiles.route("favicon.svg"))">
      <script type="module" src="\(PublicFiles.route("heed.js"))"></script>
      </head>
      <body class="\((hasRooms ? screen.layout : .alone).rawValue)"\(live(screen, in: page))>
      <a class="skip" href="#main">\(words.shell.skip)</a>
      \(HTML.when(hasRooms, rooms(screen.room, in: page)))
      <main id="main" tabindex="-1">\(flash(in: page))\
      \(FormProblem.once(in: screen.body(in: page), page))</main>
      <p id="offline" class="offline" role="status" hidden>\(words.shell.offline)</p>
      </body>
      </html>

      """
  }

  /// What concerns the member and was not seen, where a browser shows nothing of a page but its title.
  private static func unseen(_ screen: some Screen, in page: PageContext) -> HTML {
    let told = page.counts.told
    return HTML.when(page.member != nil && told > 0 && screen.room != .told, "(\(told)) ")
  }

  /// What the scripts need, as data: no page carries a script or a style of its own.
  private static func live(_ screen: some Screen, in page: PageContext) -> HTML {
    guard let member = page.member else { return "" }
    let topics = screen.live.map(\.name).joined(separator: " ")
    return """
       data-live="\(Route.live)"\(attribute: "data-live-since", page.since.map { "\($0)" }) \
      data-live-topics="\(topics)" data-presence="\(Route.presence)" \
      data-push="\(Route.addPush)" data-csrf="\(page.csrf)" data-keys="\(member.keys ? "on" : "off")" \
      data-keys-page="\(Route.keys)" data-search-page="\(Route.search())" \
      data-today="\(Route.today)" data-failed="\(page.words.shell.failed)"
      """
  }

  private static func flash(in page: PageContext) -> HTML {
    guard let flash = page.flash else {
      return "<div id=\"flash\" class=\"flash\" role=\"status\"></div>"
    }
    return """
      <div id="flash" class="flash \(flash.kind.rawValue)" role="status">\
      \(flash.kind == .done ? Icon.done : Icon.trouble)<p>\(flash.text)</p>\
      \(HTML.with(flash.undo) { Form.button($0.route, $0.label, in: page) })</div>
      """
  }

  private static func rooms(_ current: Room?, in page: PageContext) -> HTML {
    let words = page.words.shell
    let counts = page.counts
    return """
      <nav class="rooms" aria-label="\(words.rooms)">
      <p class="brand">Heed</p>
      <ul>
      \(room(.today, .today, Icon.today, words.today, current, (counts.waiting, words.counted.waiting(counts.waiting))))
      \(room(.heard, .heard(), Icon.heard, words.heard, current))
      \(room(.topics, .topics, Icon.topics, words.topics, current))
      \(room(.people, .people(), Icon.people, words.people, current))
      \(HTML.when(page.maySpeak, room(
        .promises, .promises(), Icon.clock, page.words.promises.title, current,
        (counts.promisesDue, words.counted.promises), "far")))
      \(room(.wishes, .wishes(), Icon.wish, words.wishes, current, nil, "far"))
      \(room(
        .mistakes, .mistakes(isOpen: counts.openMistakes > 0), Icon.mend, words.mistakes, current,
        (counts.openMistakes, words.counted.mistakes), "far"))
      \(room(
        .sources, .sources, Icon.sources, words.sources, current,
        (counts.troubled, words.counted.sources), "far"))
      \(room(.search, .search(), Icon.search, words.search, current, nil, "far"))
      \(room(.members, .members, Icon.members, words.members, current, nil, "far apart"))
      \(HTML.when(page.mayLead, """
      \(room(.settings, .settings, Icon.settings, words.settings, current, nil, "far"))
      \(room(.audit, .audit(), Icon.audit, words.audit, current, nil, "far"))
      """))
      \(room(.more, .more, Icon.more, words.more, current, nil, "near",
        after: told(counts.told, "more", in: page)))
      </ul>
      \(HTML.when(page.member != nil, bell(current, in: page)))
      \(HTML.with(page.member) { mine($0, current, in: page) })
      </nav>
      """
  }

  /// What concerns the member who looks; on a phone it stands behind “More”.
  private static func bell(_ current: Room?, in page: PageContext) -> HTML {
    """
    <a class="bell" href="\(Route.told())"\
    \(attribute: "aria-current", current == .told ? "page" : nil)>\(Icon.told)\
    <span class="name">\(page.words.told.room)</span>\
    \(told(page.counts.told, "told", in: page))</a>
    """
  }

  /// The scripts change it while the page stands: what it counts stays beside it.
  private static func told(_ told: Int, _ name: String, in page: PageContext) -> HTML {
    let unit = page.words.shell.counted.told
    return """
      \(count((told, unit), name))<span class="heard-only unit"\(attribute: "hidden", if: told == 0)> \
      \(unit)</span>
      """
  }

  /// A figure with what it counts, for whoever points at it.
  private static func count(_ figure: (count: Int, unit: String), _ name: String) -> HTML {
    HTML.when(
      figure.count > 0,
      """
       <span class="count" title="\(figure.count) \(figure.unit)" id="count-\(name)">\
      \(figure.count)</span>
      """)
  }

  /// Whether a link leads to where somebody is: the page itself, or, on a phone, “More”, behind which the rooms stand
  /// that do not fit there.
  private static func isCurrent(_ room: Room, _ current: Room?) -> String? {
    if room == current { return "page" }
    guard room == .more else { return nil }
    switch current {
    case .today, .heard, .topics, .people, nil: return nil
    default: return "true"
    }
  }

  private static func room(
    _ room: Room, _ route: Route, _ icon: HTML, _ name: String, _ current: Room?,
    _ figure: (count: Int, unit: String)? = nil, _ kind: String = "", after: HTML = ""
  ) -> HTML {
    """
    <li\(attribute: "class", kind.isEmpty ? nil : kind)><a href="\(route)"\
    \(attribute: "aria-current", isCurrent(room, current))>\(icon)\
    <span class="name">\(name)</span>\
    \(HTML.with(figure.flatMap { $0.count > 0 ? $0 : nil }) {
      "\(count($0, room.rawValue))<span class=\"heard-only\"> \($0.unit)</span>"
    })\(after)</a></li>
    """
  }

  private static func mine(_ member: Member, _ current: Room?, in page: PageContext) -> HTML {
    let until = member.stillHereUntil(at: page.now).map {
      page.words.shell.hereUntil(member.name, SpokenTime.until($0, in: page))
    }
    return """
      <a class="mine" href="\(Route.me)"\
      \(attribute: "aria-current", current == .me ? "page" : nil)>\
      \(FaceView.ours(member.initials, isSmall: true))\
      <span class="name">\(until ?? member.name)</span></a>
      """
  }
}
