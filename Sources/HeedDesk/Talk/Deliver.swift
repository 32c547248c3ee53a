import HeedModel
import HeedNetwork
import HeedTopics
import Logging

extension Desk {
  /// After this long a reply that certainly never went out is given back to its writer.
  static let keepsTrying = Duration.hours(24)

  /// One attempt at a reply that is leased to this process.
  func deliver(_ reply: Reply) async -> DeliveryOutcome {
    do {
      let (network, access, message) = try await prepared(reply)
      let sent = try await network.send(message, as: access)
      try await noteDelivered(reply, sent, by: nil)
      return .well
    } catch let error as NetworkError {
      return await fall(error, reply)
    } catch {
      // Sent or not, writing it down failed: the lease ends, then the outcome is looked up.
      logger.error(
        "A delivery could not be noted.", metadata: ["reply": "\(reply.id)", "error": "\(error)"])
      return .rests(.seconds(5))
    }
  }

  private func prepared(_ reply: Reply) async throws -> (
    any Answering, AccountAccess, OutgoingMessage
  ) {
    func refuse(_ text: String) -> NetworkError {
      NetworkError(.refused, text, certainlyNotSent: true)
    }
    let found = try await record.read { tx in
      (
        try tx.account(reply.account), try tx.posts([reply.inReplyTo]).first,
        try tx.localReference(of: reply.inReplyTo, account: reply.account),
        try tx.uploads(reply.uploads)
      )
    }
    guard let account = found.0, account.removedAt == nil else {
      throw refuse("The account was removed. Connect it again, then send once more.")
    }
    guard let network = networks[account.network] as? any Answering else {
      throw refuse("This network takes no replies from here.")
    }
    guard let parent = found.1, parent.removedAt == nil else {
      throw refuse("What it answers was taken away by its author.")
    }
    let access: AccountAccess
    do {
      guard let opened = try await self.access(to: account.id) else {
        throw refuse("The account was removed. Connect it again, then send once more.")
      }
      access = opened
    } catch let error as VaultError {
      throw NetworkError(
        .refused, "The account's token could not be opened: the desk's key changed. Sign in again.",
        certainlyNotSent: true, cause: error)
    } catch let error as NetworkError {
      throw NetworkError(error.kind, error.text, certainlyNotSent: true, cause: error)
    }
    let media = try await uploaded(found.3, network: network, access: access)
    return (
      network, access,
      OutgoingMessage(
        key: reply.delivery.key, text: reply.signedText, warning: reply.warning,
        language: reply.language, visibility: reply.visibility,
        inReplyTo: RemoteReference(
          remoteID: parent.remoteID, local: found.2, address: parent.address),
        media: media, firstTriedAt: reply.delivery.firstTriedAt ?? clock.now())
    )
  }

  /// Media go first; whatever fails here, the words have certainly not gone out.
  private func uploaded(
    _ media: [Upload], network: any Answering, access: AccountAccess
  ) async throws -> [RemoteID] {
    guard !media.isEmpty else { return [] }
    guard let taking = network as? any MediaTaking else {
      throw NetworkError(.refused, "This network takes no pictures.", certainlyNotSent: true)
    }
    var ids: [RemoteID] = []
    for upload in media {
      do {
        let bytes = try await uploads.read(upload.id.description)
        ids.append(
          try await taking.upload(
            OutgoingMedia(
              bytes: bytes, type: upload.type, alternative: upload.alternative,
              key: upload.id.description), as: access))
      } catch let error as NetworkError {
        throw NetworkError(
          error.kind, error.text, certainlyNotSent: true, retryAfter: error.retryAfter,
          cause: error)
      } catch {
        throw NetworkError(
          .refused, "A picture of this reply is gone from the desk's folder. Add it again.",
          certainlyNotSent: true, cause: error)
      }
    }
    return ids
  }

  /// What a failed attempt means: try again, give back, or find out first.
  private func fall(_ error: NetworkError, _ reply: Reply) async -> DeliveryOutcome {
    guard error.certainlyNotSent else { return await resolveDoubt(reply, after: error) }
    let pause = Self.pause(after: reply.delivery.attempts, error)
    switch error.kind {
    case .temporary, .rateLimited, .malformed:
      let tried = clock.now() - (reply.delivery.firstTriedAt ?? clock.now())
      if tried < Self.keepsTrying {
        await requeue(reply, in: pause, trouble: error.text)
        return .rests(pause)
      }
      await give(back: reply, .failed, error.text + " The desk tried for a day.")
    case .signedOut:
      await noteSignedOut(reply.account, error.text)
      await give(back: reply, .failed, error.text)
    case .refused, .gone, .unsupported: await give(back: reply, .failed, error.text)
    }
    return .well
  }

  /// Nobody knows yet whether it arrived. Where the place still honours the key, sending again with it is safe; else our
  /// own timeline is read back; if that cannot tell, a person decides. Never a silent double.
  func resolveDoubt(_ reply: Reply, after error: NetworkError? = nil) async -> DeliveryOutcome {
    let pause = Self.pause(after: reply.delivery.attempts, error)
    do {
      let (network, access, message) = try await prepared(reply)
      let age = clock.now() - message.firstTriedAt
      if let life = try? await network.capabilities(of: access).keyLife, age < life {
        await requeue(reply, in: pause, trouble: error?.text ?? Self.interrupted)
        return error == nil ? .well : .rests(pause)
      }
      switch try await network.find(message, as: access) {
      case .there(let sent): try await noteDelivered(reply, sent, by: nil)
      case .absent: await requeue(reply, in: pause, trouble: error?.text ?? Self.interrupted)
      case .cannotTell:
        await give(
          back: reply, .unknown,
          "It may or may not have arrived. Look there, then say which: nothing is sent twice meanwhile."
        )
      }
      return .well
    } catch let failure as NetworkError
      where failure.kind == .temporary || failure.kind == .rateLimited
    {
      // It cannot even be looked up: it stays in doubt, and is looked up again when the lease ends.
      await keepInDoubt(reply, for: pause, trouble: failure.text)
      return .rests(pause)
    } catch let failure as NetworkError {
      if failure.kind == .signedOut { await noteSignedOut(reply.account, failure.text) }
      await give(back: reply, .unknown, failure.text + " Whether it arrived is not known.")
      return .well
    } catch {
      logger.error(
        "A doubt could not be settled.", metadata: ["reply": "\(reply.id)", "error": "\(error)"])
      return .rests(.seconds(5))
    }
  }

  private static let interrupted = "The desk was interrupted while sending; it tries again."

  /// 5 s, doubling to 15 min; as long as the place asks where it says so.
  static func pause(after attempts: Int, _ error: NetworkError?) -> Duration {
    error?.retryAfter ?? .seconds(min(Int64(5) << Int64(min(max(attempts - 1, 0), 8)), 900))
  }
}

extension Desk {
  /// Our post in the record, once the network has it: perhaps it was heard before we knew.
  func noteDelivered(_ reply: Reply, _ sent: Sent, by member: ID<Member>?) async throws {
    let now = clock.now()
    let snapshot = book.snapshot
    try await record.write { [self] tx in
      guard var current = try tx.reply(reply.id), current.delivery.status != .delivered,
        let account = try tx.account(reply.account),
        let parent = try tx.posts([reply.inReplyTo]).first
      else { return }
      let known = try tx.posts(account.network, remoteIDs: [sent.reference.remoteID]).first
      let post: Post
      if let known, !known.isPlaceholder {
        post = known
      } else {
        let at = min(sent.at, now)
        var id: ID<Post> = randomness.id(at: max(at, parent.publishedAt + .milliseconds(1)))
        while try !tx.taken([id]).isEmpty { id = randomness.id(at: id.instant) }
        post = Post(
          id: id, network: account.network, remoteID: sent.reference.remoteID,
          author: account.handle, conversation: parent.conversation, parent: parent.id,
          direction: .ours, visibility: reply.visibility, receivedAt: now,
          warning: reply.warning,
          text: sent.post?.text ?? RichText(plain: reply.signedText),
          media: try media(of: reply, sent, tx), language: reply.language,
          address: sent.reference.address)
        let stored = stored(post, author: try tx.handles([account.handle]).first, snapshot)
        if let known {
          try tx.replace(placeholder: known.id, by: stored)
        } else {
          try tx.insert([stored])
        }
      }
      if let local = sent.reference.local {
        try tx.save(localReference: local, of: post.id, account: account.id)
      }
      current.delivery.status = .delivered
      current.delivery.deliveredAt = now
      current.delivery.post = post.id
      current.delivery.trouble = nil
      current.delivery.leasedBy = nil
      current.delivery.leasedUntil = nil
      try tx.update(current)
      try tx.append(
        event(.replyDelivered, by: member, in: current.conversation, subject: reply.id.value))
      try restand(current.conversation, settings: try tx.settings(), now: now, tx)
    }
  }

  private func stored(_ post: Post, author: Handle?, _ snapshot: TopicBook.Snapshot) -> NewPost {
    let prepared = TopicDocuments.prepared(post, author: author)
    return NewPost(
      post: post, terms: prepared.indexTerms, matches: snapshot.matches(prepared, post: post.id))
  }

  private func media(of reply: Reply, _ sent: Sent, _ tx: any RecordReading) throws -> [Media] {
    if let media = sent.post?.media, !media.isEmpty { return media }
    return try tx.uploads(reply.uploads).map {
      Media(kind: .image, address: "upload:\($0.id)", alternative: $0.alternative, type: $0.type)
    }
  }

  func requeue(_ reply: Reply, in pause: Duration, trouble: String) async {
    let due = clock.now() + pause
    await change(reply, nil) {
      $0.delivery.status = .queued
      $0.delivery.dueAt = due
      $0.delivery.trouble = trouble
    }
  }

  func keepInDoubt(_ reply: Reply, for pause: Duration, trouble: String) async {
    let until = clock.now() + pause
    await change(reply, nil) {
      $0.delivery.leasedUntil = until
      $0.delivery.trouble = trouble
    }
  }

  func give(back reply: Reply, _ status: Delivery.Status, _ trouble: String) async {
    await change(reply, status == .unknown ? .replyUnknown : .replyFailed) {
      $0.delivery.status = status
      $0.delivery.trouble = trouble
      $0.delivery.leasedBy = nil
      $0.delivery.leasedUntil = nil
    }
  }

  /// Only while the reply is still being sent: what was delivered meanwhile stays delivered.
  private func change(
    _ reply: Reply, _ kind: EventKind?, _ change: @escaping @Sendable (inout Reply) -> Void
  ) async {
    do {
      try await record.write { [self] tx in
        guard var current = try tx.reply(reply.id), current.delivery.status == .sending else {
          return
        }
        change(&current)
        try tx.update(current)
        if let kind {
          try tx.append(event(kind, in: current.conversation, subject: reply.id.value))
        }
      }
    } catch {
      // Its lease ends by itself; then it is looked up.
      logger.error(
        "A delivery's state could not be written.",
        metadata: ["reply": "\(reply.id)", "error": "\(error)"])
    }
  }

  func noteSignedOut(_ id: ID<Account>, _ text: String) async {
    try? await record.write { [self] tx in
      guard var account = try tx.account(id), account.trouble == nil else { return }
      account.trouble = text
      try tx.update(account)
      try tx.append(event(.accountChanged, subject: id.value))
    }
  }
}
