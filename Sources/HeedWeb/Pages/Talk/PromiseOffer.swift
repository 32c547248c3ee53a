public import HeedDesk
public import HeedModel

/// A sentence that reads like a promise, offered to be kept.
public struct PromiseOffer: Sendable {
  public var words: String
  /// `2026-03-06`, as date fields have it; empty where nothing tells.
  public var date: String
  /// `17:00`; empty for a whole day.
  public var time: String
  public var isKept: Bool

  public init(words: String, date: String = "", time: String = "", isKept: Bool = false) {
    self.words = words
    self.date = date
    self.time = time
    self.isKept = isKept
  }
}

/// What the desk sees in a draft while it is written.
public struct ComposerLook: Sendable {
  public var offers: [PromiseOffer]
  /// Open promises in this conversation, and whether the draft keeps them.
  public var open: [(id: ID<Promise>, words: String, isKept: Bool)]
  /// What everybody would read and they did not say here.
  public var unsaid: [UnsaidFact] = []
  /// Cards that the draft touches, cautions first.
  public var rules: [HouseRule] = []
  public var saidBefore: SaidBeforeNote?
  /// It may read as anger.
  public var cross: CrossTone?

  public init(
    offers: [PromiseOffer] = [], open: [(id: ID<Promise>, words: String, isKept: Bool)] = []
  ) {
    self.offers = offers
    self.open = open
  }
}

/// A sentence of a reply that just went, offered once more.
public struct SentOffer: Sendable {
  public var reply: ID<Reply>
  public var offer: PromiseOffer

  public init(reply: ID<Reply>, offer: PromiseOffer) {
    self.reply = reply
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

  private static func hidden(_ offer: PromiseOffer) -> HTML {
    "<input type=\"hidden\" name=\"\(FieldName.promiseWords.rawValue)\" value=\"\(offer.words)\">"
  }

  private static func due(_ offer: PromiseOffer, _ id: String, in page: PageContext) -> HTML {
    let words = page.words.promises
    return """
      <span class="due"><label for="\(id)-date">\(words.dueOn)</label> <input type="date" \
      id="\(id)-date" name="\(FieldName.promiseDate.rawValue)" value="\(offer.date)"> \
      <label for="\(id)-time">\(words.at)</label> <input type="time" id="\(id)-time" \
      name="\(FieldName.promiseTime.rawValue)" value="\(offer.time)"></span>
      """
  }

  private static func keeps(
    _ open: [(id: ID<Promise>, words: String, isKept: Bool)], in page: PageContext
  ) -> HTML {
    """
    <fieldset class="offers"><legend>\(Icon.done)\(page.words.promises.keepsOne)</legend>
    <ul>\(open.html { one in
      """
      <li><label class="box"><input type="checkbox" name="\(FieldName.keeps.rawValue)" \
      value="\(one.id)"\(attribute: "checked", if: one.isKept)> \
      <q dir="auto">\(one.words)</q></label></li>
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
          aria-label="\(words.about(words.isNone, sent.offer.words))">\(words.isNone)</button>
          """)
      })</section>
      """
  }
}
