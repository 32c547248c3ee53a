import HeedDesk
import HeedModel

/// Those who spoke, each with one way to write to them alone; the others are left in peace.
enum TouchedView {
  static func html(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let touched = screen.kept.touched
    guard screen.kept.post != nil || !touched.answerers.isEmpty else { return "" }
    let title =
      touched.answerers.isEmpty ? words.nobodySpoke : words.peopleTitle(touched.answerers.count)
    return """
      <section><h2>\(title)</h2>
      \(HTML.when(!touched.answerers.isEmpty, """
      <p class="soft">\(words.peopleLead)</p>
      <ol class="people">\(touched.answerers.html { answerer($0, screen, in: page) })</ol>
      """))
      \(HTML.when(!touched.known.isEmpty, """
      <h3>\(words.known)</h3>
      <ol class="people">\(touched.known.html { known($0, in: page) })</ol>
      """))
      \(HTML.when(touched.leftInPeace > 0, "<p class=\"soft\">\(words.leftAlone(touched.leftInPeace))</p>"))
      </section>
      """
  }

  private static func answerer(
    _ one: Touched.Answerer, _ screen: MistakeScreen, in page: PageContext
  ) -> HTML {
    let words = page.words.mistake
    let name = page.name(of: one.handle)
    let before =
      one.person == nil
      ? words.onlyAbout : one.areFirstWords ? words.firstWords : words.spokeBefore
    let done: HTML =
      switch one.done {
      case .written(let at):
        "<span class=\"tag mended\">\(words.written) \(SpokenTime.ago(at, in: page))</span>"
      case .underway: TagView.html(words.onItsWay)
      case .nothing:
        HTML.when(
          page.maySpeak && !one.isUnwelcome,
          """
          <a class="btn" href="\(Route.speak(one.post.conversation, at: one.post.id, .apologise))">\
          \(words.writeTo(name))</a>
          """)
      }
    return """
      <li>\(FaceView.html(Who(one.handle, in: page)))<div><p><b>\(named(one.handle, in: page))</b> \(act(one.act, in: page)) · \
      <span class="soft">\(before)</span></p>\
      <p class="words"><a href="\(Route.conversation(one.post.conversation, at: one.post.id))" dir="auto">\
      \(one.post.preview(limit: 160))</a></p>\
      \(HTML.when(one.person?.doNotContact ?? false, TagView.html(page.words.person.doNotContact, .late)))\
      </div><p class="ends">\(done)</p></li>
      """
  }

  private static func known(_ reactor: Reactor, in page: PageContext) -> HTML {
    let words = page.words.mistake
    return """
      <li>\(FaceView.html(Who(reactor.handle, in: page)))<p><b>\(named(reactor.handle, in: page))</b> \
      \(reactor.kind == .liked ? words.liked : words.shared)</p></li>
      """
  }

  private static func named(_ handle: Handle, in page: PageContext) -> HTML {
    let name: HTML = "<bdi>\(HTML.address(Who(handle, in: page).name))</bdi>"
    return handle.person.map { "<a href=\"\(Route.person($0))\">\(name)</a>" } ?? name
  }

  private static func act(_ act: Touched.Answerer.Act, in page: PageContext) -> String {
    let words = page.words.mistake
    return switch act {
    case .told: words.actTold
    case .toldWrong: words.actToldWrong
    case .asked: words.actAsked
    case .answered: words.actAnswered
    case .quoted: words.actQuoted
    }
  }
}

/// What came of it: told as it happened.
enum AftermathView {
  static func html(_ after: Aftermath, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let (about, other) = (after.aboutIt, after.aboutElse)
    func part(_ title: String, _ rows: [PostRow]) -> HTML {
      HTML.when(
        !rows.isEmpty,
        """
        <h3>\(title)</h3><ul class="list">\(rows.html {
          "<li><div>\(CameBackView.line($0, in: page))</div></li>"
        })</ul>
        """)
    }
    return """
      <section><h2>\(words.aftermath)</h2>\
      \(HTML.when(about.isEmpty, "<p>\(other.isEmpty ? words.silence : words.silenceAbout)</p>"))\
      \(part(words.wroteAgain, about))\(part(words.bystanders, after.bystanders))\
      \(part(words.alsoWrote, other))</section>
      """
  }
}
