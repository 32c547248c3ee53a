import HeedModel

extension MoreScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.shell
    var rooms: [(Route, HTML, String)] = [
      (.told(), Icon.told, page.words.told.title(page.counts.told)),
      (.search(), Icon.search, words.search), (.sources, Icon.sources, words.sources),
      (.members, Icon.members, words.members),
      (.mistakes(), Icon.trouble, page.words.mistake.all),
      (.wishes(), Icon.people, page.words.wishes.title),
      (.howWeRead, Icon.search, page.words.reading.how),
      (.attention, Icon.people, page.words.seen.attention),
    ]
    if page.maySpeak {
      rooms += [
        (.promises(), Icon.clock, page.words.promises.title),
        (.houseRules, Icon.settings, page.words.think.rules),
      ]
    }
    if page.mayLead {
      rooms += [
        (.settings, Icon.settings, words.settings), (.audit(), Icon.audit, words.audit),
      ]
    }
    rooms += [
      (.me, Icon.people, page.words.me.title), (.keys, Icon.keys, page.words.keys.title),
      (.notice, Icon.lock, page.words.signIn.notice),
    ]
    return """
      <div class="page">
      <h1>\(words.more)</h1>
      <ul class="more-rooms section">\(rooms.html {
        "<li><a href=\"\($0.0)\">\($0.1)<span>\($0.2)</span></a></li>"
      })</ul>
      <p class="older">\(Form.button(.signOut, page.words.me.signOut, in: page))</p></div>
      """
  }
}
