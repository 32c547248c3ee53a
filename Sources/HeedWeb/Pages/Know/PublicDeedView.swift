import HeedDesk
import HeedModel

/// “You said, we did”: the words for everybody, ready to be posted, and the form that puts them on the public page.
enum PublicDeedView {
  static func html(_ screen: WishScreen, in page: PageContext) -> HTML {
    let words = page.words.wishes
    let (wish, deeds) = (screen.row.wish, screen.deeds)
    let isOffered = deeds.isForAll(wish) && page.maySpeak
    guard isOffered || !deeds.published.isEmpty else { return "" }
    return """
      <section aria-labelledby="public"><h2 id="public">\(words.saidAndDone)</h2>
      \(HTML.when(isOffered, ready(screen, in: page)))
      \(HTML.when(!deeds.published.isEmpty, """
      <h3>\(words.publishedTitle)</h3>
      <ul class="list">\(deeds.published.html { DeedRow.html($0, in: page) })</ul>
      \(HTML.when(deeds.isOn, """
      <p class="soft"><a class="go" href="\(Route.saidAndDone())">\(words.seePublished)</a></p>
      """))
      """))
      \(HTML.when(deeds.mayPublish(wish) && page.maySpeak, form(screen, in: page)))
      \(HTML.when(isOffered && !deeds.isOn, "<p class=\"soft\">\(words.publishOff)</p>"))</section>
      """
  }

  /// As they can be copied into a post of ours. The desk does not post them: it speaks in conversations alone.
  private static func ready(_ screen: WishScreen, in page: PageContext) -> HTML {
    let words = page.words.wishes
    let (wish, deeds) = (screen.row.wish, screen.deeds)
    if let names = deeds.names {
      return """
        <p>\(words.readyLead)</p><p class="notice-box">\(page.say(names)) \(words.readyNames)</p>
        """
    }
    let text = words.readyPost(wish.kind, wish.title, deeds.people, wish.reason)
    return """
      <p>\(words.readyLead)</p>
      <form method="get" action="\(Route.wish(wish.id))" class="form">
      <p class="field"><label for="ready-post">\(words.ready)</label>\
      <textarea id="ready-post" name="\(FieldName.text.rawValue)" rows="5" dir="auto" autocomplete="off">\n\(text)</textarea></p>
      <p class="acts"><button type="button" class="btn" data-copy="ready-post" \
      data-copied="\(page.words.composer.copied)" hidden>\(page.words.composer.copy)</button>\
      \(deeds.voices.html { voice(Who($0, in: page), $0.page.flatMap(ForeignAddress.safe)) })</p></form>
      """
  }

  private static func voice(_ who: Who, _ address: String?) -> HTML {
    HTML.with(address) {
      """
       <a class="btn quiet" href="\($0)" target="_blank" rel="noopener noreferrer"><bdi>\(who.name)</bdi></a>
      """
    }
  }

  private static func form(_ screen: WishScreen, in page: PageContext) -> HTML {
    let words = page.words.wishes
    let wish = screen.row.wish
    let wrong = screen.typed.wished == nil ? nil : page.wrong(screen.problem)
    return """
      <details class="older"\(attribute: "open", if: wrong != nil)><summary>\(words.publishTitle)</summary>
      <p class="soft">\(words.publishLead)</p>\
      \(VoiceNote.html(in: page))
      \(Form.post(.publishDeed(wish.id), in: page, """
      \(Field(
        .said, words.wishedPublic, value: screen.typed.wished ?? wish.title, problem: wrong,
        scope: "public", isRequired: true).area(rows: 2))
      \(Field(
        .word, words.donePublic, value: screen.typed.done ?? wish.reason, problem: wrong,
        scope: "public", isRequired: true).area(rows: 2))
      <p class="acts"><button class="btn">\(words.publish)</button></p>
      """))</details>
      """
  }
}

/// What was wished and what was done, for everybody.
enum DeedRow {
  static func html(_ deed: PublishedDeed, in page: PageContext) -> HTML {
    let words = page.words.wishes
    return """
      <li id="d\(deed.id)"><div>\
      <p><b>\(words.wishedPublic):</b> <span dir="auto">\(deed.wished)</span></p>\
      <p><b>\(words.donePublic):</b> <span dir="auto">\(deed.done)</span></p>\
      <p class="soft">\(words.publicPeople(deed.people)) · \
      <time datetime="\(SpokenTime.machine(deed.at))">\(SpokenTime.exact(deed.at, in: page))</time></p>\
      </div></li>
      """
  }
}
