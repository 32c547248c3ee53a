public import HeedModel
import HeedNetwork
import Logging

extension Desk {
  /// Where somebody answers a post by hand, for a network that takes no answers from programs.
  public func page(toAnswer post: Post) -> String? {
    let reference = RemoteReference(remoteID: post.remoteID, address: post.address)
    return (networks[post.network] as? any HandingOff)?.page(toAnswer: reference) ?? post.address
  }

  /// "I posted it, here": the record goes on as if the answer had been sent from the desk. The page is looked at where it
  /// can be.
  ///
  /// The words stand there already, so nobody is kept from saying so because a colleague answered meanwhile.
  /// - Parameter request: `anyway` means that the member sees the words where the desk does not.
  /// - Returns: the reply; `delivery.byHand` says how it is known, `delivery.trouble` why nobody could look.
  /// - Throws: `Problem(.invalid)` about `text` or `post`; the draft is kept.
  public func postedByHand(_ request: ReplyRequest, at typed: String, by viewer: Viewer)
    async throws -> Reply
  {
    try requireVoice(viewer)
    let draft = Draft(
      member: viewer.member, conversation: request.conversation, text: request.text,
      warning: request.warning ?? "", intent: request.intent, visibility: request.visibility,
      language: request.language, answering: request.inReplyTo, savedAt: clock.now())
    try await save(draft, by: viewer)
    let text = Self.trimmed(request.text)
    guard !text.isEmpty else {
      throw Problem(.invalid, "Paste the words that you posted.", field: "text")
    }
    let network = try await record.read {
      try $0.conversation(request.conversation, for: viewer)?.network
    }
    guard let network else {
      throw Problem(.notFound, "This conversation is not here, or it is not yours to see.")
    }
    let found = try await look(for: text, at: typed, on: network, anyway: request.anyway)
    let now = clock.now()
    let key = randomness.token(bytes: 16)
    let reply = try await record.write { [self] tx in
      let conversation = try kept(request.conversation, for: viewer, tx)
      let answered = try answeredPost(request, conversation, viewer, tx)
      try requireOurs(found, answering: answered, anyway: request.anyway, tx)
      if try tx.claim(of: conversation.id) == nil {
        try claimNow(conversation.id, by: viewer.member, now: now, tx)
      }
      if conversation.state == .aboutUs {
        try takeUpNow(conversation, by: viewer, now: now, tx)
      }
      let handle = try speaker(of: found, on: network, by: viewer, tx)
      let reply = Reply(
        id: newID(), conversation: conversation.id, inReplyTo: answered.id,
        member: viewer.member, account: try account(speakingAs: handle, of: network, tx),
        text: text, signedText: text, intent: request.intent,
        language: request.language ?? answered.language,
        visibility: Self.visibility(request.visibility, answering: answered), writtenAt: now,
        delivery: Delivery(
          status: .unknown, key: "by-hand:" + key, dueAt: now, firstTriedAt: now,
          trouble: found.reason, byHand: found.sight))
      try tx.insert(reply)
      try notePromises(request, in: reply, viewer, now: now, tx)
      try endLooks(at: conversation.id, by: viewer.member, .sent, now: now, tx)
      try tx.deleteDraft(of: conversation.id, by: viewer.member)
      try tx.append(
        event(.replyWritten, by: viewer.member, in: conversation.id, subject: reply.id.value))
      let sent = Sent(
        reference: found.reference, at: found.post?.publishedAt ?? now, post: found.post)
      try arrive(reply.id, sent, by: viewer.member, now: now, tx)
      return try tx.reply(reply.id) ?? reply
    }
    await follow(found, on: network, by: viewer)
    return reply
  }

  /// Answers to what was posted by hand are heard from now on, also where the network tells nobody of them.
  private func follow(_ found: LookedThere, on network: NetworkName, by viewer: Viewer) async {
    guard let post = found.post, let handing = networks[network] as? any HandingOff else { return }
    do {
      if let offer = try await handing.offer(following: post) {
        _ = try await listen(to: offer, by: viewer)
      }
    } catch {
      // The answer is noted all the same; a lead can still listen there by its address.
      logger.info(
        "Answers to what was posted by hand are not followed.",
        metadata: ["network": "\(network)", "error": "\(LogText.of(error))"])
    }
  }

  /// Words that somebody else wrote are never taken for ours, whoever pastes their address.
  /// - Parameter anyway: the member says that it is they who spoke there.
  func requireOurs(
    _ found: LookedThere, answering: Post, anyway: Bool, _ tx: any RecordReading
  ) throws {
    func refuse(_ text: Message) -> Problem {
      Problem(.invalid, "\(text) Your draft is kept.", field: "post")
    }
    guard found.reference.remoteID != answering.remoteID else {
      throw refuse("That is the address of what you answer, not of your answer.")
    }
    if let known = try tx.posts(answering.network, remoteIDs: [found.reference.remoteID]).first {
      guard try tx.reply(delivered: known.id) == nil else {
        throw refuse("That answer is noted already.")
      }
      // Only what was seen to be these words may turn what we heard from others into ours.
      guard found.sight == .seen || known.direction == .ours || known.isPlaceholder else {
        throw refuse("At that address stands what somebody else said.")
      }
    }
    guard let author = found.post?.author else { return }
    let known = try tx.handles(answering.network, remoteIDs: [author.remoteID]).first
    guard known?.person == nil || known?.isOurs == true else {
      throw refuse("That was said by \(author.name), who speaks with you here.")
    }
    // Anybody may say a few words like these. What was heard as a stranger's is asked about, once.
    let wasHeard = try tx.posts(answering.network, remoteIDs: [found.reference.remoteID]).contains {
      !$0.isPlaceholder && $0.direction != .ours
    }
    guard anyway || !wasHeard || known?.isOurs == true else {
      throw refuse(
        "There \(author.name) says these words. If that is you, note it anyway; else copy the address of your own answer."
      )
    }
  }

  /// Who spoke: whom the place names, else the member under their own name.
  private func speaker(
    of found: LookedThere, on network: NetworkName, by viewer: Viewer, _ tx: any RecordWriting
  ) throws -> ID<Handle> {
    let remote: RemoteHandle
    if let author = found.post?.author {
      remote = author
    } else {
      let name = try tx.member(viewer.member)?.name ?? ""
      remote = RemoteHandle(
        remoteID: RemoteID("by-hand:\(viewer.member)"), address: name, name: name)
    }
    if var known = try tx.handles(network, remoteIDs: [remote.remoteID]).first {
      guard !known.isOurs else { return known.id }
      known.isOurs = true
      try tx.update(known)
      return known.id
    }
    let handle = Handle(
      id: newID(), network: network, remoteID: remote.remoteID, address: remote.address,
      name: remote.name.isEmpty ? remote.address : remote.name, page: remote.page,
      picture: remote.picture, isOurs: true)
    try tx.insert([handle])
    return handle.id
  }
}
