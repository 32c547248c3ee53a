import HeedModel

/// A reply between writing and arriving, with what can still be done about it.
enum OutgoingReplyView {
  static func html(_ reply: OutgoingReply, in page: PageContext) -> HTML {
    let words = page.words.talk
    return """
      <div class="post ours outgoing \(reply.status.rawValue)" id="reply-\(reply.id)">\
      \(FaceView.ours(reply.by.initials))<div class="body">
      <p class="by"><b>\(reply.by.name)</b> <span>\(words.forUs)</span></p>
      <div class="said" dir="auto">\(paragraphs(reply.text))</div>
      <div class="way" role="status">\(way(reply, in: page))</div></div></div>
      """
  }

  private static func paragraphs(_ text: String) -> HTML {
    text.split(separator: "\n", omittingEmptySubsequences: true).html {
      "<p dir=\"auto\">\(String($0))</p>"
    }
  }

  private static func way(_ reply: OutgoingReply, in page: PageContext) -> HTML {
    let words = page.words.talk
    switch reply.status {
    case .queued where reply.attempts == 0 && reply.dueAt > page.now:
      let seconds = Int((reply.dueAt - page.now).milliseconds + 999) / 1000
      return """
        <p>\(Icon.clock)<span data-countdown="\(seconds)" data-countdown-done="\(words.goingOut)" \
        data-countdown-text="\(words.goesOutIn("{n}"))">\(words.goesOutIn(String(seconds)))</span></p>\
        \(mine(reply) { Form.button(.takeBack(reply.id), words.takeBack, in: page) })
        """
    case .queued where reply.attempts > 0:
      return """
        <p>\(Icon.clock)\(words.triesAgain(reply.attempts)) \(SpokenTime.at(reply.dueAt, in: page)).\
        \(trouble(reply, in: page))</p>\
        \(mine(reply) { """
        \(Form.button(.retry(reply.id), words.tryNow, in: page))\
        \(Form.button(.takeBack(reply.id), words.takeBack, in: page))
        """ })
        """
    case .queued, .sending:
      return "<p>\(Icon.sent)\(words.goingOut)</p>"
    case .failed:
      return """
        <p class="upset">\(Icon.trouble)<b>\(words.didNotGoOut)</b>\(trouble(reply, in: page))</p>\
        \(mine(reply) { """
        \(Form.button(.retry(reply.id), words.tryAgain, in: page))\
        \(Form.button(.discardReply(reply.id), words.backToDraft, in: page))\
        \(HTML.with(reply.page.flatMap(ForeignAddress.safe)) { """
        <a class="btn quiet" href="\($0)" target="_blank" rel="noopener noreferrer">\
        \(words.openThere)</a>\(arrived(reply, words.postYourself, in: page))
        """ })
        """ })
        """
    case .unknown:
      return """
        <p class="late">\(Icon.trouble)<b>\(words.nobodyCanTell)</b>\(trouble(reply, in: page)) \
        \(words.lookThere)</p>\
        \(mine(reply) { """
        \(arrived(reply, words.itArrived, in: page))\
        \(Form.button(.settleAbsent(reply.id), words.didNotArrive, in: page))
        """ })
        """
    case .takenBack: return "<p>\(words.takenBack)</p>"
    case .delivered: return "<p>\(Icon.done)\(words.delivered)</p>"
    }
  }

  private static func arrived(
    _ reply: OutgoingReply, _ label: String, in page: PageContext
  ) -> HTML {
    let words = page.words.talk
    let field = Field(
      .post, words.arrivedWhere, hint: reply.status == .unknown ? words.arrivedHint : nil,
      scope: "\(reply.id)")
    return """
      <details class="settle"><summary class="btn">\(label)</summary>\
      \(Form.post(.settleArrived(reply.id), in: page, """
        \(field.input(type: "url", direction: "ltr"))<button class="btn">\(label)</button>
        """))</details>
      """
  }

  private static func trouble(_ reply: OutgoingReply, in page: PageContext) -> HTML {
    HTML.with(reply.trouble) { " \(page.say($0))" }
  }

  /// Only who wrote a reply decides about it.
  private static func mine(_ reply: OutgoingReply, _ acts: () -> HTML) -> HTML {
    reply.by.isYou ? "<div class=\"acts\">\(acts())</div>" : ""
  }
}
