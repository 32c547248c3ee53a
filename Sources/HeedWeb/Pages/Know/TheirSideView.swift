import HeedDesk
import HeedModel

/// What somebody sees who proved their handles: one section after the other, each of one part of the desk.
enum TheirSideView {
  /// A part of the page: what it is called there, and what stands in it.
  private struct Part: Sendable {
    var id: String
    var title: @Sendable (TheirSideWords) -> String
    var html: @Sendable (TheirSide, PageContext) -> HTML
  }

  /// Further parts of the desk add theirs here: what is owed first, then all that was said.
  private static let parts = [
    Part(id: "name", title: { $0.name }, html: name),
    Part(id: "said", title: { $0.said }, html: TheirSaidView.html),
    Part(id: "promised", title: { $0.promised }, html: promises),
    Part(id: "asked", title: { $0.asked }, html: asked),
    Part(id: "mistakes", title: { $0.mistakes }, html: mistakes),
    Part(id: "between", title: { $0.between }, html: between),
    Part(id: "about-us", title: { $0.aboutUs }, html: aboutUs),
    Part(id: "reacted", title: { $0.reacted }, html: reactions),
    Part(id: "wishes", title: { $0.wishes }, html: wishes),
    Part(id: "everything", title: { $0.everything }, html: everything),
  ]

  static func html(_ side: TheirSide, _ problem: Problem?, in page: PageContext) -> HTML {
    let words = page.words.theirSide
    let parts = Self.parts.map { ($0, $0.html(side, page)) }.filter { !$0.1.isEmpty }
    return """
      <div class="page">
      <h1>\(words.yours)</h1>
      <p class="lead">\(side.handles.isEmpty ? words.nothing : words.yoursLead)</p>
      <p class="soft">\(HTML.join(side.handles.map { "<bdi>\(HTML.address($0.address))</bdi>" }, by: " · "))</p>
      \(FormProblem.html(page.wrong(problem)))
      \(HTML.with(side.hold) { hold($0, in: page) })
      \(HTML.when(side.hasUnproven, unproven(page)))
      \(HTML.when(parts.count > 2, """
      <nav class="filters" aria-label="\(words.contents)">\(parts.html { part, _ in
        "<a href=\"#\(part.id)\">\(part.title(words))</a>"
      })</nav>
      """))
      \(parts.html { part, html in
        "<section id=\"\(part.id)\"><h2>\(part.title(words))</h2>\(html)</section>"
      })
      <section>\(Form.button(.endVisit, words.leave, in: page))
      <p class="soft"><a class="go" href="\(Route.notice)">\(words.notice)</a></p></section></div>
      """
  }

  /// A further handle is shown to be theirs as the first was.
  private static func unproven(_ page: PageContext) -> HTML {
    """
    <div class="notice-box"><p>\(page.words.theirSide.unproven)</p>\
    \(TheirSideScreen.beginProof(kind: "btn", in: page))</div>
    """
  }

  static func hold(_ hold: LegalHold, in page: PageContext) -> HTML {
    """
    <div class="notice-box upset"><p>\(page.words.theirSide.hold(
      SpokenTime.atText(hold.endsAt, in: page)))</p><p dir="auto">\(hold.reason)</p></div>
    """
  }

  private static func name(_ side: TheirSide, _ page: PageContext) -> HTML {
    guard let person = side.person, person.erasedAt == nil else { return "" }
    let words = page.words.theirSide
    return """
      \(Form.post(.theyAreCalled, in: page, """
      \(Field(.name, words.nameField, value: person.name, isRequired: true)
        .input(autocomplete: "name", direction: "auto", data: " maxlength=\"100\""))
      <button class="btn">\(words.saveName)</button>
      """))
      """
  }

  private static func between(_ side: TheirSide, _ page: PageContext) -> HTML {
    guard !side.conversations.isEmpty else { return "" }
    let words = page.words.theirSide
    return """
      \(HTML.when(side.showsNotes, "<p class=\"soft\">\(words.notesShown)</p>"))
      \(side.conversations.html { conversation($0, side, page) })\
      \(older(side.older.conversations, page))
      """
  }

  private static func conversation(
    _ talk: TheirConversation, _ side: TheirSide, _ page: PageContext
  ) -> HTML {
    let words = page.words.theirSide
    let members = Dictionary(side.members.map { ($0.id, $0.name) }) { $1 }
    return """
      <article class="notice-box" id="talk-\(talk.conversation.id)">
      <p class="soft">\(page.title(of: talk.conversation.network)) · \
      \(state(talk, page))</p>
      <ol class="list">\(talk.posts.html { TheirPostView.html($0, members, earlier: side.revisions[$0.id] ?? [], held: side.held[$0.id] ?? [], in: page) })</ol>
      \(talk.handOvers.html { handOver($0, members, page) })\
      \(HTML.when(!talk.notes.isEmpty, """
      <p><b>\(words.notes)</b></p><ul>\(talk.notes.html { note in
        "<li dir=\"auto\">\(note.text) <span class=\"soft\">\(members[note.member] ?? "")</span></li>"
      })</ul>
      """))
      \(HTML.when(talk.withheldNotes > 0, """
      <p class="soft">\(words.notesWithheld(talk.withheldNotes))</p>
      """))\
      \(TheirSaidView.beside(talk.conversation.id, side, in: page))
      \(HTML.when(talk.isTheirsToSay, acts(talk, page)))</article>
      """
  }

  /// As they read it: "you" are they, and "us" are we.
  private static func state(_ talk: TheirConversation, _ page: PageContext) -> String {
    let words = page.words.theirSide
    if talk.isOthers { return words.inOthers }
    return switch talk.conversation.state {
    case .solved: words.solvedByYou
    case .aboutUs: words.talksAboutUs
    case .waiting: words.waitsForUs
    case let state: page.words.name(of: state)
    }
  }

  private static func handOver(
    _ handOver: HandOver, _ members: [ID<Member>: String], _ page: PageContext
  ) -> HTML {
    let somebody = page.words.talk.somebody
    return """
      <p class="happening">\(page.words.talk.handedOver(
        members[handOver.from] ?? somebody, members[handOver.to] ?? somebody))\
      \(HTML.when(!handOver.word.isEmpty, ": <q dir=\"auto\">\(handOver.word)</q>")) \
      <span class="soft">· \(SpokenTime.ago(handOver.at, in: page))</span></p>
      """
  }

  private static func acts(_ talk: TheirConversation, _ page: PageContext) -> HTML {
    let words = page.words.theirSide
    return """
      <div class="acts">\(say(.solved, words.solved, talk, page))\(say(.fine, words.fine, talk, page))\
      \(Form.post(.theySay, in: page, kind: "acts beside", """
      <input type="hidden" name="\(FieldName.conversation.rawValue)" value="\(talk.conversation.id)">\
      <input type="hidden" name="\(FieldName.kind.rawValue)" value="\(TheirWord.Kind.notToday.rawValue)">\
      \(Field(.days, words.notTodayFor, value: "1", scope: talk.conversation.id.description)
        .number(1...90, unit: ""))<button class="btn">\(words.notToday)</button>
      """))</div>
      """
  }

  private static func say(
    _ kind: TheirWord.Kind, _ label: String, _ talk: TheirConversation, _ page: PageContext
  ) -> HTML {
    Form.button(
      .theySay, label, in: page,
      hidden: [
        (FieldName.conversation.rawValue, talk.conversation.id.description),
        (FieldName.kind.rawValue, kind.rawValue),
      ])
  }

  private static func aboutUs(_ side: TheirSide, _ page: PageContext) -> HTML {
    guard !side.aboutUs.isEmpty else { return "" }
    return """
      <p class="soft">\(page.words.theirSide.aboutUsHint)</p>
      <ol class="list">\(side.aboutUs.html { TheirPostView.html(
        PostRow(post: $0, author: nil), [:], earlier: side.revisions[$0.id] ?? [], held: side.held[$0.id] ?? [], in: page) })</ol>\
      \(older(side.older.aboutUs, page))
      """
  }

  private static func reactions(_ side: TheirSide, _ page: PageContext) -> HTML {
    guard !side.reactions.isEmpty else { return "" }
    let words = page.words.theirSide
    return """
      <ul class="list">\(side.reactions.html { reaction, post in
        """
        <li><div><p class="said" dir="auto">\(post?.preview(limit: 160) ?? words.reactedElsewhere)</p>\
        <p class="soft">\(reaction.kind == .liked ? words.youLiked : words.youShared) \
        \(SpokenTime.ago(reaction.at, in: page))</p></div></li>
        """
      })</ul>\(older(side.older.reactions, page))
      """
  }

  /// That it goes on, where the page ends before all is told.
  private static func older(_ number: Int, _ page: PageContext) -> HTML {
    HTML.when(number > 0, "<p class=\"soft\">\(page.words.theirSide.older(number))</p>")
  }

  private static func promises(_ side: TheirSide, _ page: PageContext) -> HTML {
    guard !side.promises.isEmpty else { return "" }
    let members = Dictionary(side.members.map { ($0.id, $0) }) { $1 }
    return """
      <ul class="list">\(side.promises.html { row in
        """
        <li><div id="promise-\(row.id)"><p class="said" dir="auto">\(row.promise.words)</p>\
        <p class="soft">\(PromiseLineView.facts(
          row, by: members[row.promise.member]?.name, in: page))\
        \(TheirSaidView.place(row.promise.conversation, side, in: page))</p>\
        \(HTML.with(row.ending.flatMap { $0.isTheirWord ? $0.beganAt : nil }) { at in
          """
          <p role="status">\(page.words.theirSide.youSaid) <b>\(page.words.theirSide.broken)</b> \
          <span class="soft">\(SpokenTime.ago(at, in: page))</span></p>
          """
        })\
        \(HTML.when(isUnbroken(row, page), Form.button(
          .theySay, page.words.theirSide.broken, in: page, kind: "btn small",
          hidden: [
            (FieldName.kind.rawValue, TheirWord.Kind.broken.rawValue),
            (FieldName.promise.rawValue, row.id.description),
          ], describes: page.words.promises.about(page.words.theirSide.broken, row.promise.words))))\
        </div></li>
        """
      })</ul>
      """
  }

  private static func isUnbroken(_ row: PromiseRow, _ page: PageContext) -> Bool {
    switch row.state(at: page.now) {
    case .open, .dueToday, .late, .kept, .keptLate, .takenBack: true
    case .broken: row.ending?.isTheirWord == false
    }
  }

  private static func asked(_ side: TheirSide, _ page: PageContext) -> HTML {
    guard !side.wishes.isEmpty else { return "" }
    return """
      <p class="soft">\(page.words.theirSide.notAskedHint)</p>
      <ul class="list">\(side.wishes.html { wish in
        """
        <li><div id="wish-\(wish.id)"><p class="said" dir="auto">\(wish.title)</p>\
        \(HTML.when(!wish.reason.isEmpty, "<p class=\"soft\" dir=\"auto\">\(wish.reason)</p>"))\
        \(TheirSaidView.post(side.askedIn[wish.id], side, in: page))\
        \(Form.button(
          .theySay, page.words.theirSide.notAsked, in: page, kind: "btn small",
          hidden: [
            (FieldName.kind.rawValue, TheirWord.Kind.notAsked.rawValue),
            (FieldName.wish.rawValue, wish.id.description),
          ], describes: page.words.promises.about(page.words.theirSide.notAsked, wish.title)))\
        </div><p class="ends">\(WishPieces.tags(wish, in: page))</p></li>
        """
      })</ul>
      """
  }

  private static func mistakes(_ side: TheirSide, _ page: PageContext) -> HTML {
    guard !side.mistakes.isEmpty else { return "" }
    return """
      <ul class="list">\(side.mistakes.html { story in
        """
        <li><div><p class="said" dir="auto">\(story.mistake.words)</p>\
        <p class="soft">\(MistakeMarks.line(story, in: page))</p>\
        \(HTML.with(side.mended[story.mistake.id]) { mended($0, in: page) })</div>\
        <p class="ends">\(MistakeMarks.tag(story.state, in: page))</p></li>
        """
      })</ul>
      """
  }

  /// What is right instead, and where it is said.
  private static func mended(_ mended: TheirSide.Mended, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let published = mended.published.map { id in
      // The list from there on: it may be long by now.
      "<a class=\"go\" href=\"\(Route.corrections(after: "\(id.value + 1)"))#c\(id)\">\(page.words.theirSide.publishedFix)</a>"
        as HTML
    }
    let there = mended.address.flatMap(ForeignAddress.safe).map { address in
      "<a class=\"go\" href=\"\(address)\" rel=\"nofollow noopener noreferrer\">\(words.saidItHere)</a>"
        as HTML
    }
    let ways = [published, there].compactMap { $0 }
    return """
      \(HTML.when(!mended.right.isEmpty, """
      <p><b>\(words.publicRight):</b> <span dir="auto">\(mended.right)</span></p>
      """))\(HTML.when(!ways.isEmpty, "<p class=\"foot\">\(HTML.join(ways, by: " "))</p>"))
      """
  }

  private static func everything(_ side: TheirSide, _ page: PageContext) -> HTML {
    guard !side.handles.isEmpty else { return "" }
    let words = page.words.theirSide
    return """
      <p class="soft">\(words.everythingHint)</p>
      <p class="acts"><a class="btn" href="\(Route.theirEverything)">\(words.asPage)</a>\
      <a class="btn" href="\(Route.theirFile)" download>\(words.asFile)</a></p>
      """
  }

  private static func wishes(_ side: TheirSide, _ page: PageContext) -> HTML {
    let words = page.words.theirSide
    let contact =
      side.person.map { person in
        Form.button(
          .theyWish, person.doNotContact ? words.mayWrite : words.dontWrite, in: page,
          hidden: [(FieldName.allowed.rawValue, person.doNotContact ? "1" : "0")])
      } ?? HTML()
    return """
      <p class="soft">\(words.wishesHint)</p>
      <div class="acts">\(contact)\
      <a class="btn grave" href="\(Route.forgetForm)">\(words.forget)</a></div>
      """
  }
}
