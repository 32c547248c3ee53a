import HTTPTypes
import HeedDesk
import HeedModel

/// What the desk sees in words that change or mend ours, as it does beside a reply.
extension Call {
  func lookAtEdit() async throws -> Answer {
    let screen = try await editScreen(nil, isTyped: true)
    guard headers[.heedLook] != nil else { return .page(screen) }
    return .fragment(ComposerLookView.html(screen.look, of: "\(screen.post)", in: page))
  }

  func lookAtFix() async throws -> Answer {
    let id: ID<Mistake> = try id()
    guard let way = Correction.Way(rawValue: form[.way]) else {
      throw Problem(.invalid, said: page.words.errors.invalidText)
    }
    let request = fixRequest(id, way)
    let look = try await thoughts(request)
    guard headers[.heedLook] != nil else {
      var screen = try await mistakeScreen(id)
      screen.typed = request
      screen.look = look
      return .page(screen)
    }
    return .fragment(
      ComposerLookView.html(look, of: FixView.scope(way, request.post), in: page))
  }

  /// What stands in a form that mends a mistake.
  func fixRequest(_ id: ID<Mistake>, _ way: Correction.Way) -> FixRequest {
    var request = FixRequest(
      mistake: id, way: way, text: form[.text], post: form.id(.post),
      page: TypedAddress.whole(form[.target]),
      seen: form.id(.seen), anyway: form[.anyway] == "1")
    (request.promises, request.keeps) = (wishes(), keptPromises())
    request.known = form.id(.correction)
    request.wording = form[.wording].isEmpty ? nil : form[.wording]
    return request
  }

  /// - Throws: `Problem(.notFound)` for a mistake that is not there or not theirs to see.
  func thoughts(_ request: FixRequest) async throws -> ComposerLook {
    let viewer = try viewer
    let post = try await desk.record.read { tx in
      guard let mistake = try tx.mistake(request.mistake, for: viewer) else {
        throw Problem(.notFound, said: page.words.errors.notFoundText)
      }
      return try (request.post ?? mistake.post).flatMap { try tx.post($0, for: viewer)?.post }
    }
    guard let post, post.direction == .ours, request.way != .byHand else { return ComposerLook() }
    return try await thoughts(request.text, on: post, request.way)
  }

  /// - Parameters:
  ///   - warning: the content warning that goes with them.
  ///   - post: of ours, which these words change, or which they answer.
  func thoughts(
    _ text: String, warning: String = "", on post: Post, _ way: Correction.Way
  ) async throws -> ComposerLook {
    // What is said of a post that was taken away goes to whom that one answered.
    var draft = DraftInHand(text, in: post.conversation)
    draft.others = [warning]
    draft.visibility = way == .delete ? nil : post.visibility
    draft.language = post.language
    draft.answering = way == .delete ? post.parent ?? post.id : post.id
    draft.changing = way == .edit ? post.id : nil
    let thoughts = try await desk.thoughts(on: draft, for: viewer)
    // A promise is made by a reply: words that change where they stand tell nobody.
    let look =
      way == .edit
      ? ComposerLook() : look(at: text, language: post.language, thoughts.promises)
    return adding(thoughts, to: look)
  }
}
