import HeedDesk
import HeedModel
import HeedNetwork

extension Call {
  /// What the composer sent.
  func draft(_ id: ID<Conversation>) async throws -> Draft {
    let viewer = try viewer
    let uploads = try await desk.record.read { try $0.draft(of: id, by: viewer.member)?.uploads }
    return Draft(
      member: viewer.member, conversation: id, text: form[.text], warning: form[.warning],
      intent: Intent(rawValue: form[.intent]),
      visibility: Visibility(rawValue: form[.visibility]),
      language: form[.language].isEmpty ? nil : form[.language], uploads: uploads ?? [],
      answering: form.id(.answering), savedAt: page.now)
  }

  func saveDraft() async throws -> Answer {
    let id: ID<Conversation> = try id()
    try await desk.save(draft(id), by: viewer)
    return .nothing
  }

  func discardDraft() async throws -> Answer {
    let id = try await visible()
    try await desk.discardDraft(of: id, by: viewer)
    return .see(.conversation(id), .draftDiscarded)
  }

  func send(anyway: Bool) async throws -> Answer {
    let id: ID<Conversation> = try id()
    let draft = try await draft(id)
    var request = ReplyRequest(
      conversation: id, inReplyTo: form.id(.answering), text: draft.text,
      warning: form.has(.warning) ? draft.warning : nil, intent: draft.intent,
      language: draft.language, visibility: draft.visibility,
      uploads: draft.uploads, seen: form.id(.seen), anyway: anyway)
    request.heard = form.instant(.heard)
    (request.promises, request.keeps) = (wishes(), keptPromises())
    do {
      let reply = try await desk.send(request, by: viewer)
      return .see(.conversation(reply.conversation), .sending, undo: reply.undo)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .conflict {
      return try await conversation(id, problem: problem)
    }
  }

  /// "I posted it, here."
  func postedByHand(anyway: Bool) async throws -> Answer {
    let id: ID<Conversation> = try id()
    let draft = try await draft(id)
    var request = ReplyRequest(
      conversation: id, inReplyTo: form.id(.answering), text: draft.text, intent: draft.intent,
      anyway: anyway)
    (request.promises, request.keeps) = (wishes(), keptPromises())
    do {
      let reply = try await desk.postedByHand(request, at: form[.post], by: viewer)
      return .see(
        .conversation(reply.conversation),
        reply.delivery.byHand == .seen ? .postedSeen : .postedSaid)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .conflict {
      return try await conversation(id, problem: problem)
    }
  }

  func takeBack() async throws -> Answer {
    let (id, conversation) = try await reply()
    do {
      try await desk.takeBack(id, by: viewer)
    } catch let problem as Problem where problem.code == .conflict {
      // Nothing stands against their next words: it is told above the conversation, not at the composer.
      return .see(.conversation(conversation), .tooLateToTakeBack)
    }
    return .see(.conversation(conversation), .takenBack)
  }

  func retry() async throws -> Answer {
    let (id, conversation) = try await reply()
    try await desk.retry(id, by: viewer)
    return .see(.conversation(conversation), .retried)
  }

  func discardReply() async throws -> Answer {
    let (id, conversation) = try await reply()
    try await desk.discard(id, by: viewer)
    return .see(.conversation(conversation), .takenBack)
  }

  func settleArrived() async throws -> Answer {
    let (id, conversation) = try await reply()
    do {
      try await desk.settleArrived(id, at: form[.post], by: viewer)
    } catch let problem as Problem where problem.code == .invalid {
      return try await self.conversation(conversation, problem: problem)
    }
    return .see(.conversation(conversation), .settled)
  }

  func settleAbsent() async throws -> Answer {
    let (id, conversation) = try await reply()
    try await desk.settle(id, sendAgain: true, by: viewer)
    return .see(.conversation(conversation), .settled)
  }

  /// The conversation of the address, if the member may see it; else there is none.
  private func visible() async throws -> ID<Conversation> {
    let id: ID<Conversation> = try id()
    let viewer = try viewer
    let found = try await desk.record.read { try $0.conversation(id, for: viewer)?.id }
    guard let found else { throw Problem(.notFound, said: page.words.errors.notFoundText) }
    return found
  }

  /// A reply of a conversation that the member may see.
  private func reply() async throws -> (ID<Reply>, ID<Conversation>) {
    let id: ID<Reply> = try id()
    let viewer = try viewer
    let words = page.words
    return try await desk.record.read { tx in
      guard let reply = try tx.reply(id),
        let kept = try tx.conversation(reply.conversation, for: viewer)
      else { throw Problem(.notFound, said: words.errors.notFoundText) }
      return (id, kept.id)
    }
  }

  func addUpload() async throws -> Answer {
    let id: ID<Conversation> = try id()
    // The form that carries the file carries the words too: without scripts they would be lost otherwise.
    if form.has(.text) { try await desk.save(draft(id), by: viewer) }
    do {
      _ = try await desk.upload(
        form.file(.file)?.bytes ?? [], type: "", alternative: form[.alternative], to: id,
        by: viewer)
    } catch let problem as Problem where problem.code == .invalid {
      return try await conversation(id, problem: problem)
    }
    return .see(.conversation(id), .uploaded)
  }

  func removeUpload() async throws -> Answer {
    let id = try await visible()
    try await desk.removeUpload(self.id(1), from: id, by: viewer)
    return .see(.conversation(id), .uploadRemoved)
  }

  func upload() async throws -> Answer {
    let (upload, bytes) = try await desk.media(id(), for: viewer)
    return .download(bytes, type: upload.type)
  }

  /// What hangs on a post: ours as it went out, theirs fetched by the desk, so that no browser asks another server for it.
  func media() async throws -> Answer {
    guard let index = Int(try text(1)) else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    let medium = try await desk.medium(of: id(), at: index, for: viewer)
    return .download(medium.bytes, type: medium.type)
  }

  func face() async throws -> Answer {
    let face = try await desk.face(of: id(), for: viewer)
    return .download(face.bytes, type: face.type, seconds: 3600)
  }

  func editPostForm() async throws -> Answer { .page(try await editScreen(nil)) }

  /// - Parameter isTyped: whether new words came with the form; they stand in it again, with what the desk sees in them.
  func editScreen(_ problem: Problem?, isTyped: Bool = false) async throws -> EditPostScreen {
    let id: ID<Post> = try id()
    let viewer = try viewer
    guard let row = try await desk.record.read({ try $0.post(id, for: viewer) }),
      row.post.direction == .ours, row.post.removedAt == nil
    else { throw Problem(.notFound, said: page.words.errors.notFoundText) }
    let view = try await desk.conversation(row.post.conversation, for: viewer)
    var screen = EditPostScreen(
      post: id, conversation: row.post.conversation,
      text: isTyped ? form[.text] : try await desk.wordsToEdit(row.post),
      warning: isTyped && form.has(.warning) ? form[.warning] : row.post.warning ?? "",
      hasWarning: view.capabilities?.hasWarning ?? false,
      length: view.capabilities.flatMap { LengthRule($0.length) },
      tells: view.capabilities?.editTells ?? "", problem: problem)
    let isSeen = problem?.code == .conflict || !isTyped || form[.wording].isEmpty
    screen.wording = isSeen ? row.post.wording : form[.wording]
    if problem?.code == .conflict { screen.standing = row.post.text }
    if isTyped {
      screen.look = try await thoughts(form[.text], warning: screen.warning, on: row.post, .edit)
    }
    return screen
  }

  func editPost() async throws -> Answer {
    let id: ID<Post> = try id()
    do {
      let seen = form[.wording]
      try await desk.edit(
        id, to: form[.text], warning: form.has(.warning) ? form[.warning] : nil,
        seen: seen.isEmpty ? nil : seen, by: viewer)
    } catch let problem as Problem where problem.code == .conflict {
      return .page(try await editScreen(problem, isTyped: true), status: 409)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .unavailable {
      return .page(try await editScreen(problem, isTyped: true), status: 422)
    }
    return .see(try await place(of: id), .edited)
  }

  func deletePostForm() async throws -> Answer {
    let id: ID<Post> = try id()
    let viewer = try viewer
    guard let row = try await desk.record.read({ try $0.post(id, for: viewer) }),
      row.post.direction == .ours, row.post.removedAt == nil
    else { throw Problem(.notFound, said: page.words.errors.notFoundText) }
    return .page(
      DeletePostScreen(
        post: id, conversation: row.post.conversation, text: row.post.text,
        place: page.title(of: row.post.network)))
  }

  func deletePost() async throws -> Answer {
    let id: ID<Post> = try id()
    try await desk.delete(id, by: viewer)
    return .see(try await place(of: id), .deleted)
  }

  private func place(of id: ID<Post>) async throws -> Route {
    let viewer = try viewer
    let row = try await desk.record.read { try $0.post(id, for: viewer) }
    return row.map { .conversation($0.post.conversation, at: id) } ?? .today
  }
}

extension Reply {
  /// What can be taken back: nothing where the desk leaves no time for it.
  var undo: ID<Reply>? { delivery.dueAt > writtenAt ? id : nil }
}
