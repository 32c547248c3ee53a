import HeedDesk
public import HeedModel

/// What a colleague was asked about a draft, as its writer sees it beside the composer.
public struct SecondLookLine: Sendable {
  public var look: SecondLook
  /// Who was asked.
  public var who: String
  /// The draft is not any more what the colleague saw.
  public var isChanged: Bool

  public init(_ look: SecondLook, who: String, isChanged: Bool = false) {
    self.look = look
    self.who = who
    self.isChanged = isChanged
  }
}

/// One line of Today about a draft: a colleague's to be looked at, or one's own that somebody looked at.
public struct SecondLookNote: Sendable {
  public var look: ID<SecondLook>
  public var conversation: ID<Conversation>
  /// The colleague.
  public var who: String
  /// To whom the draft is.
  public var partner: String
  public var isOwn: Bool
  public var at: Instant

  public init(
    look: ID<SecondLook>, conversation: ID<Conversation>, who: String, partner: String,
    isOwn: Bool, at: Instant
  ) {
    self.look = look
    self.conversation = conversation
    self.who = who
    self.partner = partner
    self.isOwn = isOwn
    self.at = at
  }
}

extension SecondLookNote {
  init(_ row: SecondLookRow, for member: ID<Member>, _ page: PageContext) {
    let isOwn = row.look.member == member
    let somebody = page.words.talk.somebody
    self.init(
      look: row.look.id, conversation: row.look.conversation,
      who: (isOwn ? row.asked : row.writer)?.name ?? somebody,
      partner: page.name(of: row.handle), isOwn: isOwn,
      at: row.look.answeredAt ?? row.look.askedAt)
  }
}

enum SecondLookView {
  /// Part of the composer's form, so that what is being written travels along and is kept; a fragment of its own, so that
  /// an answer appears while somebody writes.
  static func html(_ composer: Composer, in page: PageContext) -> HTML {
    let words = page.words.secondLook
    guard composer.mayAsk || !composer.secondLooks.isEmpty else { return "" }
    return """
      <div class="second-looks" id="looks-\(composer.conversation)" data-fragment>\
      \(composer.secondLooks.html { line($0, isFirst: $0.look.id == first(composer), in: page) })\
      \(HTML.when(composer.mayAsk, """
      <p><button class="btn quiet" formnovalidate data-key="a" \
      formaction="\(Route.askColleague(composer.conversation))">\(words.ask)\(Keycap.html("a", in: page))</button></p>
      """))</div>
      """
  }

  /// The one that a key takes.
  private static func first(_ composer: Composer) -> ID<SecondLook>? {
    composer.secondLooks.first { $0.look.state == .answered && $0.look.proposed != nil }?.look.id
  }

  private static func line(_ line: SecondLookLine, isFirst: Bool, in page: PageContext) -> HTML {
    let words = page.words.secondLook
    let look = line.look
    switch look.state {
    case .asked:
      return """
        <p class="soft">\(words.waits(line.who)) \(SpokenTime.ago(look.askedAt, in: page)) \
        \(button(.endSecondLook(look.id), words.askNoMore))</p>
        """
    case .answered: return answer(line, isFirst: isFirst, in: page)
    case .taken:
      return """
        <p class="soft">\(words.tookTheirs(line.who)) \
        \(button(.putBackSecondLook(look.id), words.putBack))</p>
        """
    case .ended: return ""
    }
  }

  private static func answer(_ line: SecondLookLine, isFirst: Bool, in page: PageContext) -> HTML {
    let words = page.words.secondLook
    let look = line.look
    let key = isFirst ? "t" : nil
    let title =
      look.proposed != nil
      ? words.proposes(line.who)
      : look.word.isEmpty ? words.nothingToChange(line.who) : words.onlySays(line.who)
    return """
      <div class="notice-box" role="note"><p><b>\(title)</b> \
      <span class="soft">\(SpokenTime.ago(look.answeredAt ?? look.askedAt, in: page))</span></p>\
      \(HTML.with(look.proposed) { "<blockquote class=\"said\" dir=\"auto\">\(paragraphs($0))</blockquote>" })\
      \(HTML.when(!look.word.isEmpty, "<p dir=\"auto\">\(look.word)</p>"))\
      \(HTML.when(line.isChanged && look.proposed != nil, "<p class=\"soft\">\(words.changedSince)</p>"))\
      <p class="acts">\(HTML.when(look.proposed != nil, """
      <button class="btn" formnovalidate formaction="\(Route.takeSecondLook(look.id))"\
      \(attribute: "data-key", key)>\(words.take)\(Keycap.html(key, in: page))</button>
      """))\(button(.endSecondLook(look.id), look.proposed == nil ? words.thanks : words.keepMine))</p></div>
      """
  }

  private static func button(_ route: Route, _ label: String) -> HTML {
    "<button class=\"btn quiet\" formnovalidate formaction=\"\(route)\">\(label)</button>"
  }

  /// Words of ours with their lines kept.
  static func paragraphs(_ text: String) -> HTML {
    RichTextView.html(RichText(plain: text))
  }

  /// The small part of Today.
  static func today(_ notes: [SecondLookNote], in page: PageContext) -> HTML {
    let words = page.words.secondLook
    return HTML.when(
      !notes.isEmpty,
      """
      <section class="part" aria-labelledby="second-looks"><h2 id="second-looks">\(words.title)</h2>
      <ul class="pad">\(notes.html { note in
        """
        <li><a href="\(note.isOwn ? Route.conversation(note.conversation) : Route.secondLook(note.look))"><bdi>\
        \(note.isOwn ? words.lineAnswered(note.who, note.partner) : words.lineAsked(note.who, note.partner))</bdi></a> \
        <span class="soft">\(SpokenTime.ago(note.at, in: page))</span></li>
        """
      })</ul></section>
      """)
  }
}
