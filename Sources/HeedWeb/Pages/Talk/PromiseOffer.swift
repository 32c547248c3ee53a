public import HeedDesk
public import HeedModel

/// A sentence that reads like a promise, offered to be kept.
public struct PromiseOffer: Sendable {
  public var words: String
  /// `2026-03-06`, as date fields have it; empty where nothing tells.
  public var date: String
  /// `17:00`; empty for a whole day.
  public var time: String
  /// The moment that was offered, which date and time alone do not tell where a clock is set back.
  public var due: Instant?
  public var isKept: Bool

  public init(
    words: String, date: String = "", time: String = "", due: Instant? = nil, isKept: Bool = false
  ) {
    self.words = words
    self.date = date
    self.time = time
    self.due = due
    self.isKept = isKept
  }
}

/// What the desk sees in a draft while it is written.
public struct ComposerLook: Sendable {
  public var offers: [PromiseOffer]
  /// Open promises in this conversation, and whether the draft keeps them.
  public var open: [Open]
  /// What everybody would read and they did not say here.
  public var unsaid: [UnsaidFact] = []
  /// Cards that the draft touches, cautions first.
  public var rules: [HouseRule] = []
  public var saidBefore: SaidBeforeNote?
  /// It may read as anger.
  public var cross: CrossTone?

  /// An open promise, and to whom it was made.
  public struct Open: Sendable {
    public var id: ID<Promise>
    public var words: String
    public var to: String
    public var isKept: Bool

    public init(id: ID<Promise>, words: String, to: String, isKept: Bool = false) {
      self.id = id
      self.words = words
      self.to = to
      self.isKept = isKept
    }
  }

  public init(offers: [PromiseOffer] = [], open: [Open] = []) {
    self.offers = offers
    self.open = open
  }
}

/// Sentences of a reply of one's own, one of which may be kept as a promise.
public struct KeepableSentences: Sendable {
  public var reply: ID<Reply>
  public var sentences: [String]

  public init(reply: ID<Reply>, sentences: [String]) {
    self.reply = reply
    self.sentences = sentences
  }
}

/// A sentence of a reply that just went, offered once more.
public struct SentOffer: Sendable {
  public var reply: ID<Reply>
  /// Which of the sentences that read so it is, counted from one.
  public var number: Int
  public var offer: PromiseOffer

  public init(reply: ID<Reply>, number: Int = 1, offer: PromiseOffer) {
    self.reply = reply
    self.number = number
    self.offer = offer
  }
}

enum ComposerLookView {
  /// - Parameter scope: tells the looks of a page apart.
  static func html(_ look: ComposerLook, of scope: String, in page: PageContext) -> HTML {
    """
    <div class="look" id="look-\(scope)" role="status">\
    \(HTML.when(!look.offers.isEmpty, offers(look.offers, scope, in: page)))\
    \(HTML.when(!look.open.isEmpty, keeps(look.open, in: page)))\
    \(ThinkView.html(look, in: page))</div>
    """
  }

  /// Looks through it where no script does so while somebody types; what stands in the form stays in it.
  static func button(_ route: Route, in page: PageContext) -> HTML {
    """
    <button class="btn quiet" formnovalidate formaction="\(route)" data-without-script>\
    \(page.words.promises.look)</button>
    """
  }

  private static func offers(
    _ offers: [PromiseOffer], _ scope: String, in page: PageContext
  ) -> HTML {
    let words = page.words.promises
    return """
      <fieldset class="offers"><legend>\(Icon.clock)\(words.offered(offers.count))</legend>
      <ul>\(offers.enumerated().html { offer($0.element, $0.offset, scope, in: page) })</ul>
      <p class="soft">\(words.offeredHint)</p></fieldset>
      """
  }

  /// What is named is sent with the reply; what is not ticked is not kept.
  private static func offer(
    _ offer: PromiseOffer, _ number: Int, _ scope: String, in page: PageContext
  ) -> HTML {
    let words = page.words.promises
    let key = number == 0 ? "p" : nil
    return """
      <li>\(hidden(offer))<label class="box"><input type="checkbox" \
      name="\(FieldName.promise.rawValue)" value="\(offer.words)"\(attribute: "data-key", key)\
      \(attribute: "checked", if: offer.isKept)> <span>\(words.keep)\(Keycap.html(key, in: page)): \
      <q dir="auto">\(offer.words)</q></span></label> \(due(offer, "offer-\(scope)-\(number)", in: page))</li>
      """
  }

  static func hidden(_ offer: PromiseOffer) -> HTML {
    """
    <input type="hidden" name="\(FieldName.promiseWords.rawValue)" value="\(offer.words)">\
    <input type="hidden" name="\(FieldName.promiseDue.rawValue)" \
    value="\(offer.due.map { "\($0.milliseconds)" } ?? "")">
    """
  }

  static func due(_ offer: PromiseOffer, _ id: String, in page: PageContext) -> HTML {
    let words = page.words.promises
    return """
      <span class="due"><label for="\(id)-date">\(words.dueOn)</label> <input type="date" \
      id="\(id)-date" name="\(FieldName.promiseDate.rawValue)" value="\(offer.date)"> \
      <label for="\(id)-time">\(words.at)</label> <input type="time" id="\(id)-time" \
      name="\(FieldName.promiseTime.rawValue)" value="\(offer.time)"></span>
      """
  }

  private static func keeps(
    _ open: [ComposerLook.Open], in page: PageContext
  ) -> HTML {
    """
    <fieldset class="offers"><legend>\(Icon.done)\(page.words.promises.keepsOne)</legend>
    <ul>\(open.html { one in
      """
      <li><label class="box"><input type="checkbox" name="\(FieldName.keeps.rawValue)" \
      value="\(one.id)"\(attribute: "checked", if: one.isKept)> \
      <span><q dir="auto">\(one.words)</q> <span class="soft">\(page.words.promises.to(one.to))\
      </span></span></label></li>
      """
    })</ul></fieldset>
    """
  }

  /// Without scripts nothing is offered while somebody types, so it is offered once the reply was written.
  static func sent(_ offers: [SentOffer], in page: PageContext) -> HTML {
    guard !offers.isEmpty else { return "" }
    let words = page.words.promises
    return """
      <section class="sent-offers" aria-label="\(words.youWrote)"><p class="soft">\(words.youWrote)</p>
      \(offers.enumerated().html { number, sent in
        Form.post(.keepPromise(sent.reply), in: page, kind: "one", """
          \(hidden(sent.offer))<q dir="auto">\(sent.offer.words)</q> \
          \(due(sent.offer, "sent-\(number)", in: page)) \
          <button class="btn small" \
          aria-label="\(words.about(words.keep, sent.offer.words))">\(words.keep)</button> \
          <button class="btn small quiet" formaction="\(Route.declinePromises(sent.reply))" \
          name="\(FieldName.promise.rawValue)" value="\(sent.number)" \
          aria-label="\(words.about(words.isNone, sent.offer.words))">\(words.isNone)</button>
          """)
      })</section>
      """
  }

  /// What the desk does not read as a promise may be one all the same: whoever said it says so.
  static func keepSentence(_ keepable: KeepableSentences, in page: PageContext) -> HTML {
    let words = page.words.promises
    let field = Field(.promiseWords, words.sentence, scope: "keep-\(keepable.reply)")
    return """
      <details class="earlier keep-sentence"><summary>\(words.keepSentence)</summary>\
      \(Form.post(.keepPromise(keepable.reply), in: page, """
      \(field.select(keepable.sentences.map { ($0, $0) }))\
      \(due(PromiseOffer(words: ""), "keep-\(keepable.reply)", in: page))
      <p class="acts"><button class="btn small">\(words.keep)</button></p>
      """))</details>
      """
  }
}
