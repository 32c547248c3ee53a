import HeedModel

enum ConversationView {
  static func html(_ talk: OpenConversation, isPage: Bool, in page: PageContext) -> HTML {
    """
    <article class="talk" id="talk" tabindex="-1" aria-labelledby="talk-title" data-conversation="\(talk.id)">
    \(head(talk, isPage: isPage, in: page))
    <div class="thread" id="thread-\(talk.id)" data-fragment data-thread tabindex="0" \
    role="region" aria-label="\(page.words.talk.thread)">
    \(talk.entries.html { ThreadView.entry($0, at: talk.at, in: page) })
    \(HTML.when(!talk.writing.isEmpty, """
    <p class="writing" role="status">\(page.words.talk.isWriting(talk.writing.joined(separator: ", ")))</p>
    """))
    </div>
    \(HTML.when(page.maySpeak, noteForm(talk, in: page)))
    \(HTML.when(page.maySpeak, ComposerLookView.sent(talk.sentOffers, in: page)))
    \(answer(talk, in: page))
    </article>
    \(HTML.with(talk.person) { PersonAsideView.html($0, of: talk.id, in: page) })
    """
  }

  private static func head(_ talk: OpenConversation, isPage: Bool, in page: PageContext) -> HTML {
    let words = page.words.talk
    let name: HTML =
      talk.who.map { "<bdi>\(HTML.address($0.name))</bdi>" } ?? HTML(escaping: words.somebody)
    let place = words.place(
      page.title(of: talk.network), page.words.name(of: talk.visibility),
      talk.languages.map { page.words.name(of: $0) }.joined(separator: ", "))
    return """
      <header class="about" id="about-\(talk.id)" data-fragment data-whom>
      <a class="back near" href="\(Route.today)">\(Icon.back)<span>\(page.words.shell.today)</span></a>
      \(HTML.heading(isPage: isPage, id: "talk-title", name))
      <p class="soft">\(WaitingLineView.lock(talk.visibility.isPrivate, in: page))\(place)</p>
      \(HTML.when(page.maySpeak, actions(talk, in: page)))\
      \(HTML.with(talk.answer.isComposer ? talk.heardAt : nil) { Form.heard($0, form: "composer") })
      \(standing(talk, in: page))
      \(KnowingView.line(talk.helpers, in: page))
      </header>
      """
  }

  private static func actions(_ talk: OpenConversation, in page: PageContext) -> HTML {
    let words = page.words.talk
    if case .takeUp(let post) = talk.answer {
      let button = Form.button(.takeUp(post), page.words.today.takeUp, in: page, key: "c")
      return "<div class=\"acts\">\(button)</div>"
    }
    if talk.state == .putAside {
      let button = Form.button(.bringBack(talk.id), page.words.today.bringBack, in: page, key: "d")
      return "<div class=\"acts\">\(button)</div>"
    }
    let isOpen = talk.state == .waiting || talk.state == .answered || talk.state == .snoozed
    let claim: HTML =
      if let claim = talk.claim {
        HTML.when(
          claim.by.isYou, Form.button(.release(talk.id), words.release, in: page, key: "c"))
      } else {
        Form.button(
          .claim(talk.id), talk.handedOn?.from.isYou == true ? words.takeItBack : words.claim,
          in: page, key: "c")
      }
    guard isOpen else {
      return """
        <div class="acts">\(gather(talk, in: page))\
        \(HTML.when(talk.isClosed, Form.button(
          .reopen(talk.id), words.reopen, in: page, key: "d")))</div>
        """
    }
    return """
      <div class="acts">\(claim)\
      <a class="btn" href="\(Route.handOverForm(talk.id))" data-dialog data-key="h">\
      \(words.handTo)\(Keycap.html("h", in: page))</a>\
      \(HTML.choose(
        talk.state == .snoozed, Form.button(.wake(talk.id), words.wake, in: page, key: "s"),
        else: """
          <a class="btn" href="\(Route.snoozeForm(talk.id))" data-dialog data-key="s">\
          \(words.snooze)\(Keycap.html("s", in: page))</a>
          """))\
      \(gather(talk, in: page))\
      \(Form.button(.done(talk.id), words.done, in: page, key: "d", hidden: heard(talk)))</div>
      """
  }

  private static func heard(_ talk: OpenConversation) -> [(String, String)] {
    talk.heardAt.map { [(FieldName.heard.rawValue, "\($0.milliseconds)")] } ?? []
  }

  /// What they said can be gathered as a wish or a cause, once they spoke to us.
  private static func gather(_ talk: OpenConversation, in page: PageContext) -> HTML {
    guard talk.person?.person != nil, !talk.isWordless else { return "" }
    return """
      <a class="btn" href="\(Route.wishForm(talk.id))" data-dialog data-key="w">\
      \(page.words.wishes.act)\(Keycap.html("w", in: page))</a>
      """
  }

  /// What holds for the conversation now, in a sentence, where it is more than waiting.
  private static func standing(_ talk: OpenConversation, in page: PageContext) -> HTML {
    let words = page.words.talk
    var sentences: [HTML] = []
    if let claim = talk.claim {
      let text = claim.by.isYou ? words.youClaimed : words.claimedBy(claim.by.name)
      sentences.append("\(text) <span class=\"soft\">\(SpokenTime.ago(claim.at, in: page))</span>")
    }
    if let handed = talk.handedOn {
      let text =
        handed.to.isYou
        ? page.words.today.handedToYou(handed.from.name) : words.liesWith(handed.to.name)
      sentences.append("\(text) <span class=\"soft\">\(SpokenTime.ago(handed.at, in: page))</span>")
    }
    switch talk.state {
    case .snoozed:
      if let until = talk.snoozedUntil {
        sentences.append("\(words.restsUntil) \(SpokenTime.at(until, in: page))")
      }
    case .done:
      sentences.append(HTML(escaping: talk.isClosed ? words.isDone : words.nothingWaits))
    case .solved: sentences.append(HTML(escaping: words.isSolved))
    case .answered:
      sentences.append(HTML(escaping: talk.isWordless ? words.nothingWaits : words.isAnswered))
    case .aboutUs: sentences.append(HTML(escaping: words.isAboutUs))
    case .putAside: sentences.append(HTML(escaping: page.words.today.isPutAside))
    case .waiting: break
    }
    guard !sentences.isEmpty else { return "" }
    return "<p class=\"standing\">\(HTML.join(sentences, by: " · "))</p>"
  }

  private static func noteForm(_ talk: OpenConversation, in page: PageContext) -> HTML {
    let words = page.words.talk
    let field = Field(.text, words.noteLabel, hint: words.noteHint, scope: "note", isRequired: true)
    return """
      <details class="add-note"><summary>\(Icon.lock)\(words.addNote)</summary>
      \(Form.post(.addNote(talk.id), in: page, """
        \(field.area(rows: 2))<button class="btn">\(words.keepNote)</button>
        """))</details>
      """
  }

  private static func answer(_ talk: OpenConversation, in page: PageContext) -> HTML {
    let words = page.words.talk
    return switch talk.answer {
    case .composer(let composer): ComposerView.html(composer, in: page)
    case .observer: "<p class=\"composer closed\">\(words.observer)</p>"
    case .noAccount:
      """
      <p class="composer closed">\(words.noAccount(page.title(of: talk.network))) \
      <a class="go" href="\(Route.newAccount)">\(words.connect)</a></p>
      """
    case .takeUp: "<p class=\"composer closed\">\(words.takeUpHint)</p>"
    case .nothing: ""
    }
  }
}
