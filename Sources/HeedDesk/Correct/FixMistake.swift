public import HeedModel
import HeedNetwork

/// How a member mends a mistake.
public struct FixRequest: Sendable {
  public var mistake: ID<Mistake>
  public var way: Correction.Way
  /// The new words, the reply, or what was done by hand.
  public var text: String
  /// Another post of ours that says the same; `nil` for the mistake's own.
  public var post: ID<Post>?
  /// Another page that says the same.
  public var page: String
  /// The newest reply of ours that the writer had before their eyes.
  public var seen: ID<Reply>?
  /// The `wording` of the post that the writer had before their eyes; `nil` where nobody looked.
  public var wording: String?
  /// The newest correction of this mistake that the writer had before their eyes.
  public var known: ID<Correction>?
  /// The writer knows that somebody else answered there or has it, and speaks all the same.
  public var anyway: Bool
  /// Sentences of a reply that are kept as promises.
  public var promises: [PromiseWish] = []
  /// Open promises that a reply keeps.
  public var keeps: [ID<Promise>] = []

  public init(
    mistake: ID<Mistake>, way: Correction.Way, text: String, post: ID<Post>? = nil,
    page: String = "", seen: ID<Reply>? = nil, anyway: Bool = false
  ) {
    self.mistake = mistake
    self.way = way
    self.text = text
    self.post = post
    self.page = page
    self.seen = seen
    self.anyway = anyway
  }
}

extension Desk {
  /// Carries a fix through, by the same ways in which members speak: a reply goes by the outbox, an edit and a deletion ask
  /// the place at once. It is noted before anything is asked, so that nothing that ends half is forgotten.
  /// - Returns: the reply on its way, if there is one; it can be taken back.
  /// - Throws: `Problem(.conflict)`, and nothing is changed, where somebody mended it meanwhile.
  public func fix(_ request: FixRequest, by viewer: Viewer) async throws -> Reply? {
    try requireVoice(viewer)
    let text = Self.trimmed(request.text)
    guard !text.isEmpty else { throw Problem(.invalid, "Write something first.", field: "text") }
    let (story, target, account) = try await target(of: request, for: viewer)
    let mistake = story.mistake
    let correction = Correction(
      id: newID(), mistake: mistake.id, member: viewer.member, way: request.way, post: target?.id,
      page: target == nil ? try page(of: request, mistake) : nil,
      words: request.way == .byHand || request.way == .delete ? text : "")
    if request.way == .byHand {
      try await noteByHand(correction, target)
      return nil
    }
    guard let target else {
      throw Problem(.invalid, "The desk cannot change a page. Mend it there, then say so here.")
    }
    switch request.way {
    case .edit:
      try await edit(
        target.id, to: text, seen: request.wording, by: viewer, mending: correction)
      return nil
    case .reply, .apologise:
      guard let account else {
        throw Problem(.invalid, "That account is not connected any more.")
      }
      var reply = ReplyRequest(
        conversation: target.conversation, inReplyTo: target.id, account: account, text: text,
        intent: request.way == .apologise ? .apologise : .inform,
        seen: request.seen, anyway: request.anyway)
      (reply.promises, reply.keeps) = (request.promises, request.keeps)
      return try await send(reply, by: viewer) { [self] reply, tx in
        var correction = correction
        correction.reply = reply.id
        try begin(correction, tx)
      }
    case .delete:
      return try await deleteAndSay(text, request, target, correction, story, by: viewer)
    case .byHand: return nil
    }
  }

  /// The mistake, what of ours is to be mended, and the account that said it.
  private func target(of request: FixRequest, for viewer: Viewer) async throws -> (
    MistakeStory, Post?, ID<Account>?
  ) {
    try await record.read { [self] tx in
      let mistake = try kept(request.mistake, for: viewer, tx)
      let wanted = request.post ?? (request.page.isEmpty ? mistake.post : nil)
      let target = try wanted.map { try ownPost($0, for: viewer, tx) }
      let story = try tx.story(of: mistake)
      try requireNothingNew(request, story, target)
      // Whoever said it corrects it: whatever account the conversation came to.
      let account = try target.flatMap { target in
        try tx.accounts().first { $0.handle == target.author }?.id
      }
      return (story, target, account)
    }
  }

  /// An old page takes nothing away and says nothing over what a colleague mended meanwhile.
  private func requireNothingNew(_ request: FixRequest, _ story: MistakeStory, _ target: Post?)
    throws
  {
    guard !request.anyway else { return }
    let isMended =
      story.state == .fixed && request.way != .byHand && target?.id == story.mistake.post
    let isChanged = request.wording.map { $0 != target?.wording } ?? false
    let newest = story.corrections.last?.id ?? ID(0)
    guard isMended || isChanged && request.way != .edit || newest > request.known ?? ID(0) else {
      return
    }
    throw Problem(
      .conflict,
      """
      Somebody mended this since you opened it, or changed the words, and nothing was sent. What stands there now is \
      shown; what you typed is kept. Look at both first.
      """, field: "text")
  }

  func kept(_ id: ID<Mistake>, for viewer: Viewer, _ tx: any RecordReading) throws -> Mistake {
    guard let mistake = try tx.mistake(id, for: viewer) else {
      throw Problem(.notFound, "That mistake is not here, or it is not yours to see.")
    }
    return mistake
  }

  private func page(of request: FixRequest, _ mistake: Mistake) throws -> String? {
    request.page.isEmpty ? mistake.page : try Self.pageAddress(request.page)
  }

  private func noteByHand(_ correction: Correction, _ target: Post?) async throws {
    let now = clock.now()
    try await record.write { [self] tx in
      var correction = correction
      correction.doneAt = now
      try tx.insert(correction)
      try freeze(correction.id, at: now, tx)
      try tx.append(
        event(
          .correctionMade, by: correction.member,
          in: try target.flatMap { try tx.conversation($0.conversation)?.id },
          subject: correction.mistake.value))
    }
  }

  /// Taken away first, for what is said of it must be true when it is read. What is gone already is only said.
  private func deleteAndSay(
    _ text: String, _ asked: FixRequest, _ target: Post, _ correction: Correction,
    _ story: MistakeStory, by viewer: Viewer
  ) async throws -> Reply {
    let unsaid = story.unsaid(at: target.id)
    let parent = try await record.read { tx in
      try target.parent.flatMap { try tx.post($0, for: viewer)?.post }
    }
    guard let parent, parent.removedAt == nil, !parent.isPlaceholder else {
      throw Problem(
        .invalid, "It answers nobody to whom it could be said. Correct it in a reply instead.")
    }
    let replaced = try await record.read { try $0.reply(delivered: target.id)?.id }
    let account = try await requireSayable(
      text, target, answering: parent, insteadOf: replaced, asked, viewer)
    if unsaid == nil {
      await countOnceMore(target.id)
      try await delete(target.id, by: viewer, mending: correction)
    }
    // Opened again since, it is a step of its own to say it once more.
    let again = unsaid.flatMap { story.isOver($0) ? $0 : nil }
    let id = again == nil ? unsaid?.id ?? correction.id : correction.id
    var request = ReplyRequest(
      conversation: parent.conversation, inReplyTo: parent.id, account: account, text: text,
      intent: .apologise, anyway: true)
    (request.promises, request.keeps) = (asked.promises, asked.keeps)
    return try await send(request, by: viewer, insteadOf: replaced) { [self] reply, tx in
      if let again {
        var saying = correction
        saying.doneAt = again.doneAt
        try begin(saying, tx)
      }
      guard var begun = try tx.correction(id) else { return }
      begun.reply = reply.id
      try tx.update(begun)
    }
  }

  /// Nothing is taken away that could not be spoken of afterwards.
  /// - Returns: the account that speaks, which is the one that erred.
  private func requireSayable(
    _ text: String, _ target: Post, answering parent: Post, insteadOf replaced: ID<Reply>?,
    _ asked: FixRequest, _ viewer: Viewer
  ) async throws -> ID<Account> {
    let (account, member) = try await record.read { [self] tx in
      try requireUnrestricted(viewer, tx)
      if let conversation = try tx.conversation(parent.conversation, for: viewer) {
        try requireWelcome(parent, in: conversation, viewer, besides: replaced, tx)
        if !asked.anyway {
          try requireNobodyElse(conversation.id, seen: asked.seen, viewer, tx)
        }
      }
      return (
        try tx.accounts().first { $0.handle == target.author }, try tx.member(viewer.member)
      )
    }
    guard let account, let member else {
      throw Problem(.invalid, "That account is not connected any more.")
    }
    let capabilities = try await capabilities(of: account)
    guard capabilities.reply == .always, account.owner == nil || account.owner == viewer.member
    else {
      throw Problem(.invalid, "From here nothing can be said there: leave it, or mend it by hand.")
    }
    try Self.requireRoom(for: account.custom.signed(text, by: member), capabilities)
    return account.id
  }
}
