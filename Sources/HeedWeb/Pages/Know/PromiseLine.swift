public import HeedDesk
public import HeedModel

/// A promise, in a line.
public struct PromiseLine: Sendable {
  public var id: ID<Promise>
  public var words: String
  public var conversation: ID<Conversation>
  /// In which it was made.
  public var post: ID<Post>?
  /// Whom it was made to.
  public var to: String
  /// `nil` for somebody who left and was erased.
  public var by: Colleague?
  public var dueAt: Instant?
  /// Due on a day and not at an hour.
  public var isDay: Bool
  public var state: PromiseState
  public var endedAt: Instant?
  /// The post that kept it.
  public var endingPost: ID<Post>?
  /// They say that it was broken.
  public var isTheirWord: Bool
  /// The post in which they say so; `nil` where they said it on their own side.
  public var saidIn: ID<Post>?
  /// What they said since it was made, newest first: in one of these they may say that it was broken.
  public var since: [SaidSince] = []

  /// Replies of ours, each of which may have kept it; the newest first.
  public var keepers: [Keeper] = []

  /// Whoever looks made it.
  public var isYours = false
  /// Of who made it: a day is a day there.
  public var zone: Zone?

  /// Words of ours.
  public struct Keeper: Sendable {
    public var reply: ID<Reply>
    /// To whom they speak.
    public var to: String
    public var text: String
    public var at: Instant

    public init(reply: ID<Reply>, to: String, text: String, at: Instant) {
      self.reply = reply
      self.to = to
      self.text = text
      self.at = at
    }
  }

  /// Words of theirs.
  public struct SaidSince: Sendable {
    public var post: ID<Post>
    public var by: String
    public var text: String
    public var at: Instant

    public init(post: ID<Post>, by: String, text: String, at: Instant) {
      self.post = post
      self.by = by
      self.text = text
      self.at = at
    }
  }

  public init(
    id: ID<Promise>, words: String, conversation: ID<Conversation>, post: ID<Post>? = nil,
    to: String, by: Colleague?, dueAt: Instant? = nil, isDay: Bool = true, state: PromiseState,
    endedAt: Instant? = nil, endingPost: ID<Post>? = nil, isTheirWord: Bool = false
  ) {
    self.id = id
    self.words = words
    self.conversation = conversation
    self.post = post
    self.to = to
    self.by = by
    self.dueAt = dueAt
    self.isDay = isDay
    self.state = state
    self.endedAt = endedAt
    self.endingPost = endingPost
    self.isTheirWord = isTheirWord
  }
}

enum PromiseLineView {
  /// - Parameters:
  ///   - isLong: with whom it is between, and links; short beside its conversation.
  ///   - back: the page on which it stands, where that is not its conversation.
  static func html(
    _ line: PromiseLine, isLong: Bool, back: PromisePage? = nil, in page: PageContext
  ) -> HTML {
    let words = page.words.promises
    return """
      <li class="promise"><p class="said" dir="auto">\(line.words)</p>\
      <p class="soft">\(HTML.join(facts(line, isLong: isLong, in: page), by: " · "))</p>\
      \(HTML.when(page.maySpeak, """
      <div class="acts">\(acts(line, back, in: page))</div>\(weKept(line, back, in: page))\
      \(theyBroke(line, back, in: page))\(otherDay(line, back, in: page))
      """))\
      \(HTML.when(!isLong, HTML.with(line.saidIn) { """
      <p class="foot"><a class="go" href="\(Route.conversation(line.conversation, at: $0))" \
      aria-label="\(words.about(words.theySayWhere, line.words))">\(words.theySayWhere)</a></p>
      """ }))\
      \(HTML.when(isLong, """
      <p class="foot"><a class="go" href="\(Route.conversation(line.conversation, at: line.post))" \
      aria-label="\(words.about(words.seeIt, line.words))">\(words.seeIt)</a>\
      \(HTML.with(line.endingPost) { """
       <a class="go" href="\(Route.conversation(line.conversation, at: $0))" \
      aria-label="\(words.about(words.keptBy, line.words))">\(words.keptBy)</a>
      """ })\(HTML.with(line.saidIn) { """
       <a class="go" href="\(Route.conversation(line.conversation, at: $0))" \
      aria-label="\(words.about(words.theySayWhere, line.words))">\(words.theySayWhere)</a>
      """ })</p>
      """))</li>
      """
  }

  /// When it is due, and whether it is late.
  static func due(_ line: PromiseLine, in page: PageContext) -> HTML {
    HTML.join(standing(line, in: page), by: " ")
  }

  /// As those read it to whom it was made.
  static func facts(_ row: PromiseRow, by name: String?, in page: PageContext) -> HTML {
    let line = PromiseLine(
      id: row.id, words: row.promise.words, conversation: row.promise.conversation, to: "",
      by: nil, dueAt: row.promise.dueAt, isDay: row.promise.isDay, state: row.state(at: page.now),
      endedAt: row.ending?.beganAt)
    var facts = self.facts(line, isLong: false, in: page).dropLast()
    facts.append(HTML(escaping: name ?? page.organisation))
    return HTML.join(Array(facts), by: " · ")
  }

  private static func facts(_ line: PromiseLine, isLong: Bool, in page: PageContext) -> [HTML] {
    let words = page.words.promises
    var facts = standing(line, in: page)
    if isLong || line.by?.isYou != true {
      let by = line.by
      facts.append(
        HTML(
          escaping: by?.isYou == true
            ? words.madeByYou(line.to) : words.made(by?.name ?? words.bySomebody, line.to)))
    }
    return facts
  }

  /// How it stands, and when it is due or ended.
  private static func standing(_ line: PromiseLine, in page: PageContext) -> [HTML] {
    let words = page.words.promises
    // That it is due today says when; its hour is said with it.
    if line.state == .dueToday, let dueAt = line.dueAt, isToday(dueAt, line, in: page) {
      let when = words.due(when(dueAt, line.isDay, line.zone, in: page))
      return [TagView.html(line.isDay ? words.dueToday : when, .late)]
    }
    let time: HTML =
      if let endedAt = line.endedAt {
        SpokenTime.ago(endedAt, in: page)
      } else if let dueAt = line.dueAt {
        HTML(escaping: words.due(when(dueAt, line.isDay, line.zone, in: page)))
      } else {
        HTML(escaping: words.noTime)
      }
    return [state(line, in: page), time].compactMap { $0 }
  }

  private static func isToday(_ dueAt: Instant, _ line: PromiseLine, in page: PageContext) -> Bool {
    let zone = line.isDay ? line.zone ?? page.zone : page.zone
    return zone.wall(at: dueAt).dayNumber == page.zone.wall(at: page.now).dayNumber
  }

  /// - Parameter zone: of who promised it. A day ends with their midnight, which may be another day where it is read.
  static func when(_ dueAt: Instant, _ isDay: Bool, _ zone: Zone?, in page: PageContext) -> String {
    guard isDay else { return SpokenTime.atText(dueAt, in: page) }
    let wall = (zone ?? page.zone).wall(at: dueAt)
    let days = wall.dayNumber - page.zone.wall(at: page.now).dayNumber
    guard !(1...6).contains(days) else { return page.words.time.weekdays[wall.weekday] }
    // Noon of that day where it is read.
    return SpokenTime.day(page.zone.instant(day: wall.dayNumber, minute: 720), in: page)
  }

  static func state(_ line: PromiseLine, in page: PageContext) -> HTML? {
    let words = page.words.promises
    return switch line.state {
    case .open: nil
    case .dueToday: TagView.html(words.dueToday, .late)
    case .late: TagView.html(words.late, .upset)
    case .kept: TagView.html(words.isKept, .mended)
    case .keptLate: TagView.html(words.isKeptLate, .late)
    case .broken: TagView.html(line.isTheirWord ? words.theySayBroken : words.isBroken, .upset)
    case .takenBack: TagView.html(words.isTakenBack)
    }
  }

  /// Where whoever ends it comes back to.
  private static func hidden(_ back: PromisePage?) -> HTML {
    HTML.with(back) {
      "<input type=\"hidden\" name=\"\(FieldName.back.rawValue)\" value=\"\($0.text)\">"
    }
  }

  private static func acts(_ line: PromiseLine, _ back: PromisePage?, in page: PageContext)
    -> HTML
  {
    let words = page.words.promises
    func button(_ route: Route, _ label: String) -> HTML {
      Form.button(
        route, label, in: page, kind: "btn small",
        hidden: back.map { [(FieldName.back.rawValue, $0.text)] } ?? [],
        describes: words.about(label, line.words))
    }
    switch line.state {
    case .open, .dueToday, .late:
      return HTML.when(line.keepers.isEmpty, button(.fulfilPromise(line.id), words.kept))
        + button(.breakPromise(line.id), words.broken)
        + button(.withdrawPromise(line.id), words.withdraw)
    case .kept, .keptLate, .broken, .takenBack:
      let isTheirs = line.isTheirWord && line.saidIn == nil
      return isTheirs ? "" : button(.reopenPromise(line.id), words.reopen)
    }
  }

  /// By which reply, or elsewhere: when it was kept follows from it.
  private static func weKept(_ line: PromiseLine, _ back: PromisePage?, in page: PageContext)
    -> HTML
  {
    let words = page.words.promises
    guard [.open, .dueToday, .late].contains(line.state), !line.keepers.isEmpty else { return "" }
    let choices =
      line.keepers.map { keeper -> (String, HTML) in
        (
          keeper.reply.description,
          """
          <span class="said" dir="auto">\(keeper.text)</span> \
          <span class="soft">\(words.to(keeper.to)) · \(SpokenTime.ago(keeper.at, in: page))</span>
          """
        )
      } + [("", HTML(escaping: words.keptElsewhere))]
    return """
      <details class="older"><summary>\(words.kept)</summary>\
      \(Form.post(.fulfilPromise(line.id), in: page, """
      \(hidden(back))<fieldset><legend class="label">\(words.keptWhich)</legend><div class="choices">\
      \(choices.html { value, label in
        """
        <label><input type="radio" name="\(FieldName.reply.rawValue)" value="\(value)" required>\
        <span>\(label)</span></label>
        """
      })</div></fieldset>
      <p class="acts"><button class="btn small" aria-label="\(words.about(words.keptNote, line.words))">\
      \(words.keptNote)</button></p>
      """))</details>
      """
  }

  /// They say that it was broken: in which of their words, so that nobody says it for them.
  private static func theyBroke(_ line: PromiseLine, _ back: PromisePage?, in page: PageContext)
    -> HTML
  {
    let words = page.words.promises
    guard !line.isTheirWord, !line.since.isEmpty else { return "" }
    return """
      <details class="older"><summary>\(words.theySayBroken)</summary>\
      \(Form.post(.breakPromise(line.id), in: page, """
      \(hidden(back))<fieldset><legend class="label">\(words.theySayWhich)</legend><div class="choices">\
      \(line.since.html { said in
        """
        <label><input type="radio" name="\(FieldName.post.rawValue)" value="\(said.post)" required>\
        <span><span class="said" dir="auto">\(said.text)</span> \
        <span class="soft"><bdi>\(said.by)</bdi> · \(SpokenTime.ago(said.at, in: page))</span></span></label>
        """
      })</div></fieldset>
      <p class="acts"><button class="btn small" aria-label="\(words.about(words.theySayNote, line.words))">\
      \(words.theySayNote)</button></p>
      """))</details>
      """
  }

  /// Its day or hour was noted wrongly: whoever promised it says when it is due.
  private static func otherDay(_ line: PromiseLine, _ back: PromisePage?, in page: PageContext)
    -> HTML
  {
    guard line.isYours, [.open, .dueToday, .late].contains(line.state) else { return "" }
    let words = page.words.promises
    let wall = line.dueAt.map { page.zone.wall(at: $0) }
    let offer = PromiseOffer(
      words: line.words, date: wall?.date ?? "", time: line.isDay ? "" : wall?.clock ?? "",
      due: line.dueAt)
    return """
      <details class="older"><summary>\(words.otherDay)</summary>\
      \(Form.post(.mendPromise(line.id), in: page, """
      \(hidden(back))\(ComposerLookView.hidden(offer))\(ComposerLookView.due(offer, "mend-\(line.id)", in: page))
      <p class="acts"><button class="btn small" aria-label="\(words.about(words.noteDay, line.words))">\
      \(words.noteDay)</button></p>
      """))</details>
      """
  }
}
