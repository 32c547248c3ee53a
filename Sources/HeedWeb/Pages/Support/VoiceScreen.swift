public import HeedDesk
public import HeedModel

/// A member's voice, for leads: whether a reason stands against it, and only beside a reason what it is held against.
public struct VoiceScreen: Screen {
  public var view: VoiceView
  public var typed: String
  public var days: String
  public var problem: Problem?

  public init(
    view: VoiceView, typed: String = "", days: String = "7", problem: Problem? = nil
  ) {
    self.view = view
    self.typed = typed
    self.days = days
    self.problem = problem
  }

  public var room: Room? { .members }

  public func title(in page: PageContext) -> String {
    page.words.rights.voiceTitle(view.member.name)
  }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.rights
    let isOwn = page.member?.id == view.member.id
    let standing = view.restrictions.last { $0.stands(at: page.now) }
    return """
      <div class="page">
      \(CrumbView.html(.members, page.words.shell.members))
      <h1>\(title(in: page))</h1>
      <p class="lead">\(words.voiceLead)</p>
      \(FormProblem.html(page.wrong(problem)))
      \(HTML.with(standing) { VoicePart.standing($0, view, in: page) })
      \(HTML.when(standing != nil && !isOwn, Form.button(
        .returnVoice(view.member.id), words.giveBack, in: page)))
      \(HTML.when(standing == nil && !isOwn, form(in: page)))
      \(HTML.when(view.showsEvidence, VoicePart.beside(view, in: page)))
      \(VoicePart.earlier(view, in: page))</div>
      """
  }

  private func form(in page: PageContext) -> HTML {
    let words = page.words.rights
    return Form.post(
      .restrictVoice(view.member.id), in: page,
      """
      \(Field(.word, words.voiceReason, value: typed, hint: words.voiceHint, problem: page.wrong(problem), isRequired: true)
        .area(rows: 3))
      \(Field(.days, words.voiceDays, value: days, problem: page.wrong(problem))
        .number(1...30, unit: page.words.settings.days))
      \(HTML.choose(view.showsEvidence, """
      <button class="btn grave" name="\(FieldName.confirmed.rawValue)" value="1">\(words.restrict)</button>
      """, else: """
      <button class="btn">\(words.voiceHold)</button>
      """))
      """)
  }
}

/// What stands against a voice, beside what was said: the same for a lead and for whom it concerns.
enum VoicePart {
  static func standing(_ restriction: Restriction, _ view: VoiceView, in page: PageContext) -> HTML
  {
    let words = page.words.rights
    return """
      <div class="notice-box upset"><p dir="auto">\(restriction.reason)</p>\
      <p class="soft">\(words.voiceStands(
        name(restriction.by, view, page), SpokenTime.atText(restriction.endsAt, in: page)))</p></div>
      """
  }

  static func beside(_ view: VoiceView, in page: PageContext) -> HTML {
    let words = page.words.rights
    return """
      <section><h2>\(words.voiceBeside)</h2>
      \(HTML.when(view.replies.isEmpty, "<p class=\"soft\">\(words.voiceNothing)</p>"))
      <ol class="list">\(view.replies.html { reply in
        """
        <li><div><p dir="auto"><a href="\(Route.conversation(reply.conversation, at: reply.delivery.post))">\
        \(reply.text)</a></p><p class="soft">\(SpokenTime.ago(reply.writtenAt, in: page))</p></div></li>
        """
      })</ol></section>
      \(HTML.when(!view.mistakes.isEmpty, """
      <section><h2>\(words.voiceMistakes)</h2>
      <ul class="list">\(view.mistakes.html { mistake($0, view, in: page) })</ul></section>
      """))
      """
  }

  /// Without how long anything took: nobody's work is timed (law 3).
  private static func mistake(
    _ story: MistakeStory, _ view: VoiceView, in page: PageContext
  ) -> HTML {
    """
    <li><div><p class="said"><a href="\(Route.mistake(story.mistake.id))" dir="auto">\
    \(story.mistake.words)</a></p><p class="soft">\(MistakeMarks.noticed(story, in: page))</p>\
    \(again(view.wroteAgain[story.mistake.id] ?? [], in: page))</div>\
    <p class="ends">\(MistakeMarks.tag(story.state, in: page))</p></li>
    """
  }

  private static func again(_ rows: [PostRow], in page: PageContext) -> HTML {
    HTML.when(
      !rows.isEmpty,
      """
      <h3>\(page.words.mistake.wroteAgain)</h3><ul class="list">\(rows.html {
        "<li><div>\(CameBackView.line($0, in: page))</div></li>"
      })</ul>
      """)
  }

  /// Who wrote a reason and looked: whom it concerns is told.
  static func looks(_ view: VoiceView, in page: PageContext) -> HTML {
    guard !view.looks.isEmpty else { return "" }
    return """
      <section><h2>\(page.words.rights.voiceLooks)</h2><ul class="list">\(view.looks.reversed().html { look in
        """
        <li><p class="soft">\(look.member.map { name($0, view, page) } ?? page.words.talk.somebody) · \
        \(SpokenTime.ago(look.at, in: page))</p></li>
        """
      })</ul></section>
      """
  }

  static func earlier(_ view: VoiceView, in page: PageContext) -> HTML {
    let over = view.restrictions.filter { !$0.stands(at: page.now) }.reversed()
    guard !over.isEmpty else { return "" }
    return """
      <section><h2>\(page.words.rights.voiceEarlier)</h2><ul class="list">\(over.html { one in
        """
        <li><div><p dir="auto">\(one.reason)</p><p class="soft">\(name(one.by, view, page)) · \
        \(SpokenTime.ago(one.beginsAt, in: page)) – \
        \(SpokenTime.ago(one.liftedAt ?? one.endsAt, in: page))</p></div></li>
        """
      })</ul></section>
      """
  }

  private static func name(_ id: ID<Member>, _ view: VoiceView, _ page: PageContext) -> String {
    view.members.first { $0.id == id }?.name ?? page.words.talk.somebody
  }
}
