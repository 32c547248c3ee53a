import HeedDesk
import HeedModel
import HeedNetwork

/// The ways of mending it, the best first, each with what it does; one form each.
enum FixView {
  static func html(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let open = screen.kept.ways.filter { $0.unless == nil || sayLater(screen, $0) }
    let closed = screen.kept.ways.filter { way in !open.contains { $0.way == way.way } }
    let chosen = screen.typed?.post == nil ? screen.typed?.way : nil
    let first = chosen ?? (unsaid(screen) ? .delete : open.first?.way)
    return """
      <section><h2>\(words.fix)</h2><p class="soft">\(words.fixLead)</p>\
      \(VoiceNote.html(in: page))
      \(open.html { way in
        """
        <details class="way"\(attribute: "open", if: way.way == first)><summary>\
        <b>\(MistakeMarks.name(of: way.way, in: page))</b></summary>\
        <p class="soft">\(page.say(way.does))</p>\(form(way.way, screen, in: page))</details>
        """
      })
      \(HTML.when(!closed.isEmpty, """
      <ul class="soft closed-ways">\(closed.html { way in
        """
        <li>\(MistakeMarks.name(of: way.way, in: page)): \(HTML.with(way.unless) { HTML(escaping: page.say($0)) })</li>
        """
      })</ul>
      """))</section>
      """
  }

  /// It was taken away, and can still be said.
  private static func sayLater(_ screen: MistakeScreen, _ way: FixWay) -> Bool {
    way.way == .delete && unsaid(screen)
  }

  private static func unsaid(_ screen: MistakeScreen) -> Bool {
    screen.story.main?.outcome == .unsaid
  }

  static func form(
    _ way: Correction.Way, _ screen: MistakeScreen, post: ID<Post>? = nil, text: String? = nil,
    in page: PageContext
  ) -> HTML {
    let words = page.words.mistake
    let typed = screen.typed.flatMap { $0.way == way && $0.post == post ? $0 : nil }
    let standing: String? = way == .edit ? text ?? screen.kept.post?.post.text.plain : nil
    let unsaidWords = way == .delete && unsaid(screen) ? screen.story.main?.words : nil
    let limit = screen.kept.capabilities?.length.limit
    let field = Field(
      .text, label(way, in: page), value: typed?.text ?? unsaidWords ?? standing ?? "",
      hint: way == .byHand ? nil : limit.map { page.words.composer.atMost($0) },
      problem: typed == nil ? nil : page.wrong(screen.problem),
      scope: way.rawValue + (post.map { "-\($0)" } ?? ""), isRequired: true)
    let conflict = typed != nil && screen.problem?.code == .conflict
    let rule = way == .byHand ? nil : screen.kept.capabilities.flatMap { LengthRule($0.length) }
    return Form.post(
      .fixMistake(screen.mistake.id), in: page,
      """
      <input type="hidden" name="\(FieldName.way.rawValue)" value="\(way.rawValue)">\
      \(HTML.with(post) { "<input type=\"hidden\" name=\"\(FieldName.post.rawValue)\" value=\"\($0)\">" })\
      \(HTML.with(screen.kept.lastReply) {
        "<input type=\"hidden\" name=\"\(FieldName.seen.rawValue)\" value=\"\($0)\">"
      })\
      \(HTML.when(way == .byHand && post == nil, Field(
        .target, words.address, value: typed?.page ?? screen.mistake.page ?? "",
        problem: typed == nil ? nil : page.wrong(screen.problem), scope: "byHand"
      ).input(type: "url", direction: "ltr")))\
      \(field.area(rows: 4, data: LengthRule.data(rule)))\
      \(HTML.when(conflict, Field(.anyway, words.anyway, scope: field.id).box(isOn: false)))\
      <p class="acts"><button class="btn \(way == .delete ? "grave" : "main")">\(act(way, in: page))\
      </button></p>
      """)
  }

  private static func label(_ way: Correction.Way, in page: PageContext) -> String {
    let words = page.words.mistake
    return switch way {
    case .edit: words.newWords
    case .reply, .apologise, .delete: words.replyWords
    case .byHand: words.handWords
    }
  }

  private static func act(_ way: Correction.Way, in page: PageContext) -> String {
    let words = page.words.mistake
    return switch way {
    case .edit: words.doEdit
    case .reply, .apologise: words.doSend
    case .delete: words.doDelete
    case .byHand: words.doNote
    }
  }
}
