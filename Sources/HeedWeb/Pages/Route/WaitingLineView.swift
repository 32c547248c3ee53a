import HeedModel

enum WaitingLineView {
  /// How long is long: from here on the wait is written in the colour for it, and in bold.
  static let longWait = Duration.hours(2)

  /// - Parameters:
  ///   - isPage: whether its heading is the page's own.
  ///   - beside: what stands open beside the line where there is room, though nobody chose it.
  static func html(
    _ line: WaitingLine, isPage: Bool, beside: ID<Conversation>? = nil, in page: PageContext
  ) -> HTML {
    let words = page.words.today
    let heading = line.total == 0 ? words.nobodyWaits : words.waiting(line.total, line.people)
    return """
      <section class="line" id="line" data-fragment aria-labelledby="line-title">
      <header>
      \(HTML.heading(isPage: isPage, id: "line-title", HTML(escaping: heading)))
      \(subline(line, in: page))
      </header>
      \(troubled(line.troubled, in: page))
      \(HTML.when(!line.rows.isEmpty, """
      <ol data-rows>\(line.rows.html { row($0, open: line.open, beside: beside, in: page) })</ol>
      """))
      \(HTML.with(line.next) { """
      <p class="pad"><a class="go" href="\(Route.line(after: $0))">\
      \(words.moreWait(max(line.total - line.rows.count, 1)))</a></p>
      """ })
      \(HTML.when(line.rows.isEmpty, nobody(line, in: page)))
      \(SecondLookView.today(line.secondLooks, in: page))
      \(promises(line.promises, in: page))
      \(cameBack(line.cameBack, in: page))
      \(HTML.when(line.openMistakes > 0, """
      <p class="pad"><a class="go" href="\(Route.mistakes(isOpen: true))">\
      \(page.words.mistake.open(line.openMistakes))</a></p>
      """))
      \(theirWords(line.theirWords, in: page))
      \(line.spikes.html { SpikeView.line($0, in: page) })
      \(aboutUs(line.aboutUs, in: page))
      \(snoozed(line.snoozed, in: page))
      \(HTML.when(line.putAside > 0, """
      <p class="pad"><a class="go" href="\(Route.putAside())">\
      \(words.putAsideCount(line.putAside))</a></p>
      """))
      </section>
      """
  }

  private static func subline(_ line: WaitingLine, in page: PageContext) -> HTML {
    guard !line.cameBack.isEmpty else { return "" }
    return """
      <p class="soft">\(page.words.today.cameBackCount(line.cameBack.count)) \
      <a class="go" href="#came-back">\(page.words.today.seeThem)</a></p>
      """
  }

  private static func nobody(_ line: WaitingLine, in page: PageContext) -> HTML {
    let words = page.words.today
    guard line.hasSources else {
      return """
        <div class="empty"><p class="said">\(words.nothingHeard)</p><p>\(words.nothingHeardHint)</p>
        \(HTML.when(page.mayLead, """
        <p><a class="btn main" href="\(Route.newSource())">\(words.listen)</a></p>
        """))</div>
        """
    }
    guard line.hasAccounts else {
      return """
        <div class="empty"><p class="said">\(words.noAccount)</p><p>\(words.noAccountHint)</p>
        \(HTML.when(page.maySpeak, """
        <p><a class="btn main" href="\(Route.newAccount)">\(words.connect)</a></p>
        """))</div>
        """
    }
    return """
      <div class="empty"><p class="said">\(words.allAnswered)</p><p>\(words.allAnsweredHint)</p>
      <p><a class="go" href="\(Route.heard())">\(words.seeHeard)</a></p></div>
      """
  }

  private static func row(
    _ row: WaitingRow, open: ID<Conversation>?, beside: ID<Conversation>?, in page: PageContext
  ) -> HTML {
    let isLong = page.now - row.since >= longWait
    let claimed = row.claimedBy.map { !$0.isYou } ?? false
    return """
      <li><a class="row\(claimed ? " taken" : "")\(row.conversation == beside ? " beside" : "")" href="\(Route.conversation(row.conversation))"\
      \(attribute: "aria-current", row.conversation == open ? "true" : nil)>\
      \(FaceView.html(row.who))\
      <span class="who"><bdi>\(row.who.name)</bdi>\(lock(row.isPrivate, in: page))</span>\
      <span class="wait\(isLong ? " long" : "")"><span class="heard-only">\
      \(page.words.today.waits) </span>\(SpokenTime.waited(since: row.since, in: page))</span>\
      <span class="words" dir="auto"\(attribute: "lang", row.language)>\
      \(row.warning.map { page.words.talk.warned($0) } ?? row.words)</span>\
      <span class="why">\(reasons(row, in: page))</span></a>\
      \(HTML.when(row.mayTakeBack, Form.button(
        .claim(row.conversation), page.words.talk.takeItBack, in: page, kind: "btn small",
        describes: page.words.talk.takeItBackOf(row.who.name))))</li>
      """
  }

  private static func reasons(_ row: WaitingRow, in page: PageContext) -> HTML {
    let words = page.words
    var tags: [HTML] = row.reasons.map {
      TagView.reason($0, isLate: row.isPromiseLate, in: page)
    }
    let said = Set(row.reasons.compactMap(\.kind))
    tags += TagView.kinds(row.kinds.subtracting(said), language: row.language, in: page)
    if row.wroteBefore { tags.append(TagView.html(words.today.wroteBefore)) }
    if let to = row.handedOn { tags.append(TagView.html(words.today.handedOn(to), .knows)) }
    if let by = row.handedBy { tags.append(TagView.html(words.today.handedToYou(by), .knows)) }
    if let claim = row.claimedBy {
      tags.append(
        claim.isYou
          ? TagView.html(words.today.yours, .knows)
          : TagView.html(words.today.claimedBy(claim.name), .knows))
    }
    if row.hasDraft { tags.append(TagView.html(words.today.yourDraft, .knows)) }
    tags += row.writing.map { TagView.html(words.today.isWriting($0), .late) }
    return HTML.join(tags)
  }

  static func lock(_ isPrivate: Bool, in page: PageContext) -> HTML {
    HTML.when(
      isPrivate,
      "<span class=\"locked\">\(Icon.lock)<span class=\"heard-only\">\(page.words.talk.privately)</span></span>"
    )
  }

  private static func troubled(_ replies: [TroubledReply], in page: PageContext) -> HTML {
    guard !replies.isEmpty else { return "" }
    let words = page.words.today
    return """
      <ul class="troubles">\(replies.html { reply in
        """
        <li><a href="\(Route.conversation(reply.conversation))">\(Icon.trouble)<span>\
        \(reply.status == .unknown ? words.replyUnknown(reply.who.name) : words.replyFailed(reply.who.name))\
        </span></a></li>
        """
      })</ul>
      """
  }

  private static func promises(_ lines: [PromiseLine], in page: PageContext) -> HTML {
    guard !lines.isEmpty else { return "" }
    let words = page.words.promises
    return """
      <section class="part" aria-labelledby="promised"><h2 id="promised">\(words.today)</h2>
      <ol>\(lines.html { line in
        """
        <li><a class="row small" href="\(Route.conversation(line.conversation, at: line.post))">\
        \(FaceView.html(Who(name: line.to), isSmall: true))\
        <span class="who"><bdi>\(line.to)</bdi></span>\
        <span class="words" dir="auto">\(line.words)</span>\
        <span class="why">\(PromiseLineView.state(line, in: page) ?? "")</span></a></li>
        """
      })</ol><p class="pad"><a class="go" href="\(Route.promises())">\(words.title)</a></p></section>
      """
  }

  private static func cameBack(_ rows: [CameBackRow], in page: PageContext) -> HTML {
    guard !rows.isEmpty else { return "" }
    return """
      <section class="part" aria-labelledby="came-back"><h2 id="came-back">\
      \(page.words.today.cameBack)</h2>
      <ol>\(rows.html { row in
        """
        <li><a class="row small" href="\(Route.conversation(row.conversation, at: row.post))">\
        \(FaceView.html(row.who, isSmall: true))\
        <span class="who"><bdi>\(row.who.name)</bdi></span>\
        <span class="wait">\(SpokenTime.ago(row.at, in: page))</span>\
        <span class="words" dir="auto">\(row.words)</span>\
        <span class="why">\(HTML.when(row.isJoiningIn, TagView.html(page.words.aftermath.joinedIn)))\
        \(HTML.join(TagView.kinds(row.kinds, language: nil, in: page)))</span>\
        </a></li>
        """
      })</ol><p class="pad"><a class="go" href="\(Route.cameBack())">\(page.words.aftermath.all)</a></p>\
      </section>
      """
  }

  private static func theirWords(_ rows: [TheirWordRow], in page: PageContext) -> HTML {
    guard !rows.isEmpty else { return "" }
    return """
      <section class="part" aria-labelledby="their-word"><h2 id="their-word">\
      \(page.words.rights.theirWord)</h2>
      <ul class="pad">\(rows.html { row in
        """
        <li>\(HTML.with(row.word.conversation) { id in
          "<a href=\"\(Route.conversation(id))\"><bdi>\(row.who.name)</bdi></a>"
        }) \(TheirWordText.text(row.word, in: page)) \
        <span class="soft">\(SpokenTime.ago(row.word.saidAt, in: page))</span></li>
        """
      })</ul></section>
      """
  }

  private static func aboutUs(_ rows: [AboutUsRow], in page: PageContext) -> HTML {
    guard !rows.isEmpty else { return "" }
    let words = page.words.today
    return """
      <section class="part" aria-labelledby="about-us"><h2 id="about-us">\(words.aboutUs)</h2>
      <p class="soft pad">\(words.aboutUsHint)</p>
      <ol>\(rows.html { row in
        """
        <li class="row small">\(FaceView.html(row.who, isSmall: true))\
        <span class="who"><bdi>\(row.who.name)</bdi></span>\
        <span class="wait">\(SpokenTime.ago(row.at, in: page))</span>\
        <span class="words" dir="auto"\(attribute: "lang", row.language)>\(row.words)</span>\
        <span class="why">\(TagView.html(page.title(of: row.network)))\
        \(HTML.join(TagView.kinds(row.kinds, language: row.language, in: page)))\
        \(HTML.when(page.maySpeak, Form.button(
          .takeUp(row.post), words.takeUp, in: page, kind: "btn small",
          describes: words.takeUpOf(row.who.name))))</span></li>
        """
      })</ol></section>
      """
  }

  private static func snoozed(_ rows: [SnoozedRow], in page: PageContext) -> HTML {
    guard !rows.isEmpty else { return "" }
    return """
      <details class="part resting"><summary>\(page.words.today.resting(rows.count))</summary>
      <ul>\(rows.html { row in
        """
        <li><a href="\(Route.conversation(row.conversation))"><bdi>\(row.who.name)</bdi> \
        <span class="soft">\(SpokenTime.at(row.until, in: page))</span></a></li>
        """
      })</ul></details>
      """
  }
}

extension WaitingReason {
  /// What a reader called the post that gave this reason.
  fileprivate var kind: Reading.Kind? {
    switch self {
    case .correctsUs: .correction
    case .complaint: .complaint
    case .promiseDue, .firstWords, .quickCustom: nil
    }
  }
}
