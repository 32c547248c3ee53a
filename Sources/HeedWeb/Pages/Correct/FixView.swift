import HeedDesk
import HeedModel
import HeedNetwork

/// The ways of mending it, the best first, each with what it does; one form each.
enum FixView {
  static func html(_ screen: MistakeScreen, in page: PageContext) -> HTML {
    let words = page.words.mistake
    let place = Self.place(screen)
    let isOne = place.ways.filter { $0.unless == nil }.count < 2
    return """
      <section><h2>\(words.fix)</h2><p class="soft">\(isOne ? words.fixLeadOne : words.fixLead)</p>\
      \(VoiceNote.html(in: page))
      \(ways(place, screen, in: page))</section>
      """
  }

  /// One place where the wrong words stand, and what is to be known of it.
  struct Place {
    /// `nil` for the mistake's own.
    var post: ID<Post>?
    /// What was written there, as it can be written anew.
    var text: String?
    /// Of the words as they stand there.
    var wording: String?
    var ways: [FixWay]
    var capabilities: Capabilities?
    /// What took it away, where that is said nowhere.
    var unsaid: Correction?
  }

  static func place(_ screen: MistakeScreen) -> Place {
    Place(
      text: screen.kept.toEdit, wording: screen.kept.post?.post.wording,
      ways: screen.kept.ways,
      capabilities: screen.kept.capabilities, unsaid: screen.story.unsaid(at: screen.mistake.post))
  }

  /// The ways that are open, the best first, each a form of its own; then those that are not, and why.
  static func ways(_ place: Place, _ screen: MistakeScreen, in page: PageContext) -> HTML {
    let chosen = screen.typed?.post == place.post ? screen.typed?.way : nil
    // What was taken away can still be said, and what was typed is kept.
    let open = place.ways.filter {
      $0.unless == nil || $0.way == .delete && place.unsaid != nil || $0.way == chosen
    }
    let closed = place.ways.filter { way in !open.contains { $0.way == way.way } }
    let isEdited = screen.editing != nil && screen.editing == place.post ?? screen.mistake.post
    let first = chosen ?? (isEdited ? .edit : place.unsaid != nil ? .delete : open.first?.way)
    return """
      \(open.html { way in
        """
        <details class="way"\(attribute: "open", if: way.way == first)><summary>\
        <b>\(MistakeMarks.name(of: way.way, in: page))</b></summary>\
        <p class="soft">\(page.say(way.does))</p>\(form(way.way, place, screen, in: page))</details>
        """
      })
      \(HTML.when(!closed.isEmpty, """
      <ul class="soft closed-ways">\(closed.html { way in
        """
        <li>\(MistakeMarks.name(of: way.way, in: page)): \(HTML.with(way.unless) { HTML(escaping: page.say($0)) })</li>
        """
      })</ul>
      """))
      """
  }

  static func form(
    _ way: Correction.Way, _ place: Place, _ screen: MistakeScreen, in page: PageContext
  ) -> HTML {
    let words = page.words.mistake
    let post = place.post
    let typed = screen.typed.flatMap { $0.way == way && $0.post == post ? $0 : nil }
    let standing = way == .edit ? place.text : nil
    let unsaidWords = way == .delete ? place.unsaid?.words : nil
    let limit = place.capabilities?.length.limit
    let scope = scope(way, post)
    let field = Field(
      .text, label(way, in: page), value: typed?.text ?? unsaidWords ?? standing ?? "",
      hint: way == .byHand ? nil : limit.map { page.words.composer.atMost($0) },
      problem: typed == nil ? nil : page.wrong(screen.problem),
      scope: scope, isRequired: true)
    // Changed since it was sent: how it is written there is asked once somebody opens it.
    if way == .edit, typed == nil, standing == nil {
      let there = Route.mistake(screen.mistake.id, editing: post ?? screen.mistake.post)
      return """
        <p class="acts"><a class="btn" href="\(there)#\(field.id)">\(words.openWords)</a></p>
        """
    }
    let conflict = typed != nil && screen.problem?.code == .conflict
    // Over what was typed: where other words stand there by now they are shown, and typed over from here on.
    let wording = conflict ? place.wording : typed?.wording ?? place.wording
    let newest = screen.story.corrections.last?.id
    let known = screen.problem == nil ? typed?.known ?? newest : newest
    let look = Route.lookAtFix(screen.mistake.id)
    let rule = way == .byHand ? nil : place.capabilities.flatMap { LengthRule($0.length) }
    return Form.post(
      .fixMistake(screen.mistake.id), in: page,
      data: way == .byHand ? "" : " data-look=\"\(look)\"",
      """
      <input type="hidden" name="\(FieldName.way.rawValue)" value="\(way.rawValue)">\
      \(HTML.with(wording) {
        "<input type=\"hidden\" name=\"\(FieldName.wording.rawValue)\" value=\"\($0)\">"
      })\
      \(HTML.with(known) {
        "<input type=\"hidden\" name=\"\(FieldName.correction.rawValue)\" value=\"\($0)\">"
      })\
      \(HTML.with(post) { "<input type=\"hidden\" name=\"\(FieldName.post.rawValue)\" value=\"\($0)\">" })\
      \(HTML.with(screen.kept.lastReply) {
        "<input type=\"hidden\" name=\"\(FieldName.seen.rawValue)\" value=\"\($0)\">"
      })\
      \(HTML.when(way == .byHand && post == nil, Field(
        .target, words.address, value: typed?.page ?? screen.mistake.page ?? "",
        problem: typed == nil ? nil : page.wrong(screen.problem), scope: "byHand"
      ).input(direction: "ltr", data: " inputmode=\"url\"")))\
      \(field.area(rows: 4, data: LengthRule.data(rule)))\
      \(HTML.when(way != .byHand, ComposerLookView.html(
        typed == nil ? ComposerLook() : screen.look, of: scope, in: page)))\
      \(HTML.when(conflict, Field(.anyway, words.anyway, scope: field.id).box(isOn: false)))\
      <p class="acts">\(HTML.when(page.restriction == nil || way == .byHand, """
      <button class="btn \(way == .delete ? "grave" : "main")">\(act(way, in: page))</button>
      """))\(HTML.when(way != .byHand, ComposerLookView.button(look, in: page)))</p>
      """)
  }

  /// Tells the forms of the page apart.
  static func scope(_ way: Correction.Way, _ post: ID<Post>?) -> String {
    way.rawValue + (post.map { "-\($0)" } ?? "")
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
