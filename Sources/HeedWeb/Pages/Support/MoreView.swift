import HeedModel

extension MoreScreen {
  public func body(in page: PageContext) -> HTML {
    let words = page.words.shell
    var rooms: [(Route, HTML, String)] = [
      (.told(), Icon.told, page.words.told.title(page.counts.told))
    ]
    if page.maySpeak { rooms.append((.promises(), Icon.clock, page.words.promises.title)) }
    rooms += [
      (.wishes(), Icon.wish, page.words.wishes.title),
      (.mistakes(isOpen: page.counts.openMistakes > 0), Icon.mend, page.words.mistake.all),
      (.search(), Icon.search, words.search), (.sources, Icon.sources, words.sources),
      (.members, Icon.members, words.members),
    ]
    if page.maySpeak { rooms.append((.houseRules, Icon.rules, page.words.think.rules)) }
    rooms += [
      (.howWeRead, Icon.reads, page.words.reading.how),
      (.attention, Icon.seen, page.words.seen.attention),
    ]
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
        "<li><a href=\"\($0.0)\">\($0.1)<span>\($0.2)</span>\(Self.owed($0.0, in: page))</a></li>"
      })</ul>
      <p class="older">\(Form.button(.signOut, page.words.me.signOut, in: page))</p></div>
      """
  }

  /// What of a room concerns whoever looks, in words: on a phone nothing else says it.
  private static func owed(_ route: Route, in page: PageContext) -> HTML {
    let (counts, words) = (page.counts, page.words)
    let said: String? =
      switch route {
      case .promises where counts.promisesDue > 0: words.promises.dueCount(counts.promisesDue)
      case .mistakes where counts.openMistakes > 0: words.mistake.open(counts.openMistakes)
      case .sources where counts.troubled > 0: words.source.troubledCount(counts.troubled)
      default: nil
      }
    return HTML.with(said) { " <span class=\"soft\">\($0)</span>" }
  }
}
