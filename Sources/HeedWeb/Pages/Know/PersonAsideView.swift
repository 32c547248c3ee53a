import HeedDesk
import HeedModel

enum PersonAsideView {
  static func html(_ aside: PersonAside, of talk: ID<Conversation>, in page: PageContext) -> HTML {
    let words = page.words.person
    let name: HTML = "<bdi>\(HTML.address(aside.who.name))</bdi>"
    let title = aside.person.map { "<a href=\"\(Route.person($0))\">\(name)</a>" } ?? name
    return """
      <aside class="person" id="aside-\(talk)" data-fragment data-whom aria-labelledby="person-title">
      <h2 id="person-title">\(title)</h2>
      \(HTML.when(!aside.languages.isEmpty, """
      <p class="soft">\(words.writesIn(
        aside.languages.map { page.words.name(of: $0) }.joined(separator: ", ")))</p>
      """))
      \(HTML.when(aside.doNotContact, """
      <p class="tag late">\(words.doNotContact)</p>
      """))
      \(HTML.when(!aside.knownAs.isEmpty, part(words.knownAs, aside.knownAs.html {
        knownAs($0, in: page)
      })))
      \(HTML.when(!aside.theirWords.isEmpty, part(
        page.words.rights.theirWord, TheirWordText.list(aside.theirWords, in: page))))
      \(part(words.betweenUs, between(
        aside, list: aside.who.isErased ? nil : aside.person.map {
          "\(Route.person($0).path)#conversations"
        }, in: page)))
      \(HTML.when(!aside.touching.isEmpty, part(
        page.words.mistake.touchedThem, touching(aside, in: page))))
      \(HTML.when(!aside.wishes.isEmpty, part(page.words.wishes.theirs, """
      <ul>\(aside.wishes.html { wish($0, in: page) })</ul>
      """)))
      \(HTML.when(!aside.promises.isEmpty, part(page.words.promises.title, """
      <ul class="promises">\(aside.promises.html {
        PromiseLineView.html($0, isLong: false, in: page)
      })</ul>
      """)))
      \(HTML.when(!aside.suggested.isEmpty, part(page.words.wishes.suggested, HTML.join(
        aside.suggested.enumerated().map {
          SuggestedWishView.html(
            $0.element, scope: "s\($0.offset)", hasKey: $0.offset == 0, back: aside.talk,
            in: page)
        }))))
      \(HTML.with(aside.others) {
        part(words.othersAsked, OthersAskedView.part($0, in: page))
      })\(HTML.when(!aside.earlier.isEmpty, part(words.earlier, """
      <ul>\(aside.earlier.html { earlier($0, in: page) })</ul>
      """)))
      </aside>
      """
  }

  static func knownAs(_ known: PersonAside.KnownAs, in page: PageContext) -> HTML {
    let address: HTML = "<bdi>\(HTML.address(known.address))</bdi>"
    let linked: HTML =
      if let there = known.page.flatMap(ForeignAddress.safe) {
        "<a class=\"go\" href=\"\(there)\" rel=\"nofollow noopener noreferrer\">\(address)</a>"
      } else {
        address
      }
    return "<p>\(linked) <span class=\"soft\">\(page.title(of: known.network))</span></p>"
  }

  static func part(_ title: String, _ content: HTML) -> HTML {
    "<section><h3>\(title)</h3>\(content)</section>"
  }

  /// - Parameter list: where the conversations that it counts stand.
  static func between(_ aside: PersonAside, list: String?, in page: PageContext) -> HTML {
    let words = page.words.person
    if aside.person == nil { return "<p class=\"soft\">\(words.onlyAboutUs)</p>" }
    guard let first = aside.firstWordsAt else { return "<p>\(words.firstWords)</p>" }
    let day = SpokenTime.day(first, in: page)
    let since =
      aside.conversations == 0
      ? words.onlyInOthers(day) : words.conversationsSince(aside.conversations, day)
    return """
      <p>\(list.map { "<a class=\"go\" href=\"\($0)\">\(since)</a>" } ?? HTML(escaping: since))</p>
      \(HTML.with(aside.lastWith) { last in
        """
        <p>\(last.colleague.isYou ? words.lastWithYou : words.lastWith(last.colleague.name)) \
        <span class="soft">\(SpokenTime.ago(last.at, in: page))</span></p>
        """
      })
      """
  }

  static func touching(_ aside: PersonAside, in page: PageContext) -> HTML {
    """
    <ul class="touching">\(aside.touching.html { story in
      """
      <li><a href="\(Route.mistake(story.mistake.id))"><span class="said" dir="auto">\
      \(story.mistake.words)</span> <span class="soft">\(MistakeMarks.line(story, in: page))</span></a>\
      \(HTML.with(aside.wroteAgain[story.mistake.id]) { again($0, after: story, in: page) })</li>
      """
    })</ul>
    """
  }

  /// As it happened: nobody says what it means.
  private static func again(
    _ next: WroteAgain, after story: MistakeStory, in page: PageContext
  ) -> HTML {
    let later = story.fixedAt.map { SpokenTime.span(next.at - $0, in: page) } ?? ""
    return """
      <a class="go" href="\(Route.conversation(next.conversation, at: next.post))">\
      \(page.words.mistake.wroteAgainLater(later))</a>
      """
  }

  private static func wish(_ wish: Wish, in page: PageContext) -> HTML {
    """
    <li><a href="\(Route.wish(wish.id))"><span class="said" dir="auto">\(wish.title)</span></a>\
    \(WishPieces.tags(wish, in: page))</li>
    """
  }

  static func earlier(_ conversation: EarlierConversation, in page: PageContext) -> HTML {
    """
    <li><a href="\(Route.conversation(conversation.id))"><span class="said" dir="auto">\
    \(conversation.words)</span> <span class="soft">\(SpokenTime.ago(conversation.at, in: page)) · \
    \(page.words.name(of: conversation.state))</span></a></li>
    """
  }
}
