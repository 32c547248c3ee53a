import HeedModel
import HeedNetwork
import Logging

/// A reply made ready for its network.
struct Letter: Sendable {
  var network: any Answering
  var access: AccountAccess
  var message: OutgoingMessage
  /// What it answers was taken away meanwhile: it may still be looked for, and is not sent any more.
  var answersNothing: Bool
  /// Its writer was asked not to speak since they wrote it; the same holds.
  var isSilenced: Bool
}

extension Desk {
  /// After this long a reply that did not arrive is given back to its writer.
  static let keepsTrying = Duration.hours(24)

  /// One attempt at a reply that is leased to this process and certainly did not arrive before.
  func deliver(_ reply: Reply) async -> DeliveryOutcome {
    do {
      try await noteDelivered(reply, try await post(reply, try await letter(for: reply)), by: nil)
      return .well
    } catch let error as NetworkError {
      return error.certainlyNotSent ? await fall(error, reply) : await doubt(error, reply)
    } catch {
      // Sent or not, writing it down failed: the lease ends, then the outcome is looked up.
      logger.error(
        "A delivery could not be noted.",
        metadata: ["reply": "\(reply.id)", "error": "\(LogText.of(error))"])
      return .stumbled(.seconds(5))
    }
  }

  /// - Throws: `NetworkError`, certainly not sent.
  func letter(for reply: Reply) async throws -> Letter {
    func refuse(_ text: Message) -> NetworkError {
      NetworkError(.refused, text, certainlyNotSent: true)
    }
    let now = clock.now()
    let (account, found, local, speaker, organisation, isSilenced) = try await record.read { tx in
      (
        try tx.account(reply.account), try tx.posts([reply.inReplyTo]).first,
        try tx.localReference(of: reply.inReplyTo, account: reply.account),
        try tx.member(reply.member)?.name, try tx.settings().organisation,
        try tx.restrictions(of: reply.member).contains { $0.stands(at: now) }
      )
    }
    guard let account, account.removedAt == nil else {
      throw refuse("The account was removed. Connect it again, then send once more.")
    }
    guard let network = networks[account.network] as? any Answering else {
      throw refuse("This network takes no replies from here.")
    }
    guard let parent = found else { throw refuse("What it answers is gone from the record.") }
    do {
      guard let access = try await access(to: account.id) else {
        throw refuse("The account was removed. Connect it again, then send once more.")
      }
      let message = OutgoingMessage(
        key: reply.delivery.key, text: reply.signedText, warning: reply.warning,
        language: reply.language, visibility: reply.visibility,
        inReplyTo: RemoteReference(
          remoteID: parent.remoteID, local: local, address: parent.address),
        writtenAt: reply.writtenAt,
        firstTriedAt: reply.delivery.firstTriedAt ?? clock.now(),
        speaker: account.owner == nil && account.custom != .none ? speaker : nil,
        organisation: organisation.isEmpty ? nil : organisation,
        stoodBefore: reply.delivery.stoodBefore)
      return Letter(
        network: network, access: access, message: message,
        answersNothing: parent.removedAt != nil, isSilenced: isSilenced)
    } catch let error as VaultError {
      throw NetworkError(
        .refused, "The account's token could not be opened: the desk's key changed. Sign in again.",
        certainlyNotSent: true, cause: error)
    } catch let error as NetworkError {
      throw NetworkError(error.kind, error.text, certainlyNotSent: true, cause: error)
    }
  }

  /// Media first, then the words.
  func post(_ reply: Reply, _ letter: Letter) async throws -> Sent {
    guard !letter.answersNothing else {
      throw NetworkError(
        .refused, "What it answers was taken away by its author.", certainlyNotSent: true)
    }
    guard !letter.isSilenced else {
      throw NetworkError(
        .refused,
        "Its writer was asked not to speak for now, so it was not sent. Its text is kept.",
        certainlyNotSent: true)
    }
    var message = letter.message
    if letter.network is any MediaEnclosing {
      message.enclosed = try await media(of: reply)
    } else if !reply.uploads.isEmpty {
      message.media = try await uploaded(try await media(of: reply), letter)
    }
    if message.stoodBefore == nil, message.doubtedAt == nil {
      message.stoodBefore = try await mark(reply, message, letter)
    }
    return try await letter.network.send(message, as: letter.access)
  }

  /// Notes how the place stands before the first attempt, where its network goes by that.
  private func mark(
    _ reply: Reply, _ message: OutgoingMessage, _ letter: Letter
  ) async throws -> String? {
    guard let network = letter.network as? any Marking else { return nil }
    do {
      guard let mark = try await network.mark(before: message, as: letter.access) else {
        return nil
      }
      try await record.write { [owner] tx in
        guard var current = try tx.reply(reply.id), current.delivery.status == .sending,
          current.delivery.leasedBy == owner
        else {
          // Another process took it over.
          throw NetworkError(.temporary, Self.interrupted)
        }
        current.delivery.stoodBefore = mark
        try tx.update(current)
      }
      return mark
    } catch let error as NetworkError {
      throw NetworkError(
        error.kind, error.text, certainlyNotSent: true, retryAfter: error.retryAfter, cause: error)
    }
  }

  /// Whatever fails here, the words have certainly not gone out.
  private func media(of reply: Reply) async throws -> [OutgoingMedia] {
    guard !reply.uploads.isEmpty else { return [] }
    var media: [OutgoingMedia] = []
    for upload in try await record.read({ try $0.uploads(reply.uploads) }) {
      do {
        media.append(
          OutgoingMedia(
            bytes: try await uploads.read(upload.id.description), type: upload.type,
            alternative: upload.alternative, key: upload.id.description))
      } catch {
        throw NetworkError(
          .refused, "A picture of this reply is gone from the desk's folder. Add it again.",
          certainlyNotSent: true, cause: error)
      }
    }
    return media
  }

  /// Neither do they when this fails.
  private func uploaded(_ media: [OutgoingMedia], _ letter: Letter) async throws -> [RemoteID] {
    guard let taking = letter.network as? any MediaTaking else {
      throw NetworkError(.refused, "This network takes no pictures.", certainlyNotSent: true)
    }
    var remote: [RemoteID] = []
    for medium in media {
      do {
        remote.append(try await taking.upload(medium, as: letter.access))
      } catch let error as NetworkError {
        throw NetworkError(
          error.kind, error.text, certainlyNotSent: true, retryAfter: error.retryAfter,
          cause: error)
      }
    }
    return remote
  }

  /// It certainly did not arrive: it is tried again, or given back.
  private func fall(_ error: NetworkError, _ reply: Reply) async -> DeliveryOutcome {
    guard error.isPassing else {
      if error.kind == .signedOut { await noteSignedOut(reply.account, error.text) }
      await give(back: reply, .failed, error.text)
      return .well
    }
    let pause = Self.pause(after: reply.delivery.attempts, error)
    guard tried(reply) < Self.keepsTrying else {
      await give(back: reply, .failed, "\(error.text) The desk tried for a day.")
      return .stumbled(pause)
    }
    await requeue(reply, in: pause, trouble: error.text)
    return error.retryAfter.map { .rests($0) } ?? .stumbled(pause)
  }

  /// How long ago the first attempt began.
  func tried(_ reply: Reply) -> Duration {
    clock.now() - (reply.delivery.firstTriedAt ?? clock.now())
  }

  /// 5 s, doubling to 15 min; as long as the place asks where it says so.
  static func pause(after attempts: Int, _ error: NetworkError?) -> Duration {
    error?.retryAfter ?? .seconds(min(Int64(5) << Int64(min(max(attempts - 1, 0), 8)), 900))
  }
}

extension NetworkError {
  /// Worth trying again later without anybody doing something about it.
  var isPassing: Bool {
    switch kind {
    case .temporary, .rateLimited, .malformed: true
    case .signedOut, .refused, .gone, .unsupported: false
    }
  }
}
