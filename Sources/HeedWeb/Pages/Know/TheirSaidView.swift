import HeedDesk
import HeedModel

/// What somebody said on their side and stands: what it is about, until when it holds, and the way to take it back.
enum TheirSaidView {
  static func html(_ side: TheirSide, _ page: PageContext) -> HTML {
    guard !side.standing.isEmpty else { return "" }
    return """
      <ul class="list">\(side.standing.html { said in
        """
        <li><div><p>\(sentence(said, side, in: page))</p>\(about(said, side, in: page))\
        <p class="soft">\(SpokenTime.ago(said.word.saidAt, in: page))\
        \(HTML.with(said.word.conversation) { place($0, side, in: page) })</p></div>\
        \(HTML.when(said.mayBeTakenBack, """
        <div class="ends">\(takeBack(said, side, in: page))</div>
        """))</li>
        """
      })</ul>
      """
  }

  /// The same in the conversation where it belongs, with what we promised and they asked for there.
  static func beside(_ talk: ID<Conversation>, _ side: TheirSide, in page: PageContext) -> HTML {
    let words = page.words.theirSide
    let said = side.standing.filter { $0.word.conversation == talk && $0.word.kind != .readWrongly }
    let promises = side.promises.filter { $0.promise.conversation == talk }
    let wishes = side.wishes.filter { wish in
      side.askedIn[wish.id].map { conversation(of: $0, side) == talk } ?? false
    }
    return """
      \(promises.html { row in
        """
        <p class="soft">\(words.promisedHere) <a href="#promise-\(row.id)" dir="auto">\(row.promise.words)</a></p>
        """
      })\(wishes.html { wish in
        """
        <p class="soft">\(words.askedHere) <a href="#wish-\(wish.id)" dir="auto">\(wish.title)</a></p>
        """
      })\(said.html { one in
        """
        <p role="status">\(words.youSaid) \(sentence(one, side, in: page)) \
        <span class="soft">\(SpokenTime.ago(one.word.saidAt, in: page))</span></p>\
        \(about(one, side, in: page))
        """
      })
      """
  }

  /// The way to a conversation on this page.
  static func place(_ talk: ID<Conversation>, _ side: TheirSide, in page: PageContext) -> HTML {
    HTML.when(
      side.conversations.contains { $0.conversation.id == talk },
      " · <a href=\"#talk-\(talk)\">\(page.words.theirSide.whereItWas)</a>")
  }

  /// The way to a post on this page.
  static func post(_ post: ID<Post>?, _ side: TheirSide, in page: PageContext) -> HTML {
    guard let post,
      conversation(of: post, side) != nil || side.aboutUs.contains(where: { $0.id == post })
    else { return "" }
    return "<p class=\"soft\"><a href=\"#post-\(post)\">\(page.words.theirSide.whereItWas)</a></p>"
  }

  private static func conversation(of post: ID<Post>, _ side: TheirSide) -> ID<Conversation>? {
    side.conversations.first { $0.posts.contains { $0.id == post } }?.conversation.id
  }

  private static func sentence(
    _ said: StandingWord, _ side: TheirSide, in page: PageContext
  ) -> HTML {
    let words = page.words.theirSide
    let word = said.word
    switch word.kind {
    case .notToday:
      let until = word.restsUntil.map { words.until(SpokenTime.atText($0, in: page)) } ?? ""
      return "<b>\(words.notToday)</b>, \(until)"
    case .readWrongly:
      let reading = ReadingText.text(
        word.reading ?? Reading(), unknown: words.notRead, in: page)
      return "<b>\(words.readWrongly)</b>: \(words.itIs(reading))"
    case .named:
      return "<b>\(words.name)</b>: <bdi>\(side.person?.name ?? "")</bdi>"
    default: return "<b>\(name(of: word.kind, words))</b>"
    }
  }

  /// Which promise, which wish, which words.
  private static func about(
    _ said: StandingWord, _ side: TheirSide, in page: PageContext
  ) -> HTML {
    if let promise = said.promise {
      return """
        <p class="said"><a class="go" href="#promise-\(promise.id)" dir="auto">\(promise.promise.words)</a></p>
        """
    }
    if let wish = said.wish {
      return """
        <p class="said" dir="auto">\(wish.title)</p><p class="soft">\(page.words.theirSide.askAgainHint)</p>
        """
    }
    return HTML.when(said.word.kind == .readWrongly, post(said.word.post, side, in: page))
  }

  private static func takeBack(
    _ said: StandingWord, _ side: TheirSide, in page: PageContext
  ) -> HTML {
    let words = page.words.theirSide
    return Form.button(
      .theyTakeBack, words.takeBack, in: page, kind: "btn small",
      hidden: [(FieldName.word.rawValue, said.id.description)],
      describes: page.words.promises.about(words.takeBack, name(of: said.word.kind, words)))
  }

  private static func name(of kind: TheirWord.Kind, _ words: TheirSideWords) -> String {
    switch kind {
    case .solved: words.solved
    case .fine: words.fine
    case .notToday: words.notToday
    case .broken: words.broken
    case .named: words.name
    case .doNotWrite: words.dontWrite
    case .mayWrite: words.mayWrite
    case .forgetMe: words.forget
    case .readWrongly: words.readWrongly
    case .notAsked: words.notAsked
    }
  }
}
