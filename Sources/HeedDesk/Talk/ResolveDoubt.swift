import HeedModel
import HeedNetwork
import Logging

/// What is done about a reply of which nobody knows whether it arrived.
///
/// Such a reply stays `sending` until its outcome is known; `queued` always means that it certainly did not arrive. So
/// no restart, however late, sends a doubtful one as if it were new. Never a silent double (ARCHITECTURE rule 7).
extension Desk {
  /// A request that was cut off may still be worked on over there: before our own timeline is read back, it gets so long.
  /// While a reply is in doubt, `dueAt` says when that is over.
  static let settles = Duration.seconds(30)
  /// One doubtful reply keeps its account from others no longer than this.
  static let doubtRests = Duration.seconds(30)

  /// An attempt ended in doubt.
  func doubt(_ error: NetworkError, _ reply: Reply) async -> DeliveryOutcome {
    // A server that answered is done with the request: its own word and our timeline settle it now.
    guard error.isPassing else { return await resolveDoubt(reply, after: error) }
    return await keepInDoubt(reply, after: error, settlesAt: clock.now() + Self.settles)
  }

  /// Where the place surely still honours the key, sending again with it is safe; else our own timeline is read back; if
  /// that cannot tell, a person decides.
  ///
  /// Not before the last attempt had its time, with a key either: places note a key once the work is done (Mastodon after
  /// everybody who is named was looked up), and would do the work of a second request beside the first one again.
  /// - Parameter error: why it is in doubt, where the server said so for good.
  func resolveDoubt(_ reply: Reply, after error: NetworkError? = nil) async -> DeliveryOutcome {
    do {
      var letter = try await letter(for: reply)
      letter.message = doubted(letter.message, reply, isOver: error != nil)
      var isKept = false
      if error == nil, !letter.answersNothing {
        let life = try? await letter.network.capabilities(of: letter.access).keyLife
        isKept = life.map { isAlive($0, reply) } ?? false
      }
      let now = clock.now()
      var wait = reply.delivery.dueAt - now
      // One that was killed on its first way noted no such time.
      if isKept { wait = max(wait, Self.settles - tried(reply)) }
      guard error != nil || wait <= .zero else {
        await keepSending(
          reply, for: wait, settlesAt: now + wait, trouble: Self.interrupted, wasTried: false)
        return .well
      }
      if isKept { return try await sendAgain(reply, letter) }
      switch try await letter.network.find(letter.message, as: letter.access) {
      case .there(let sent): try await noteDelivered(reply, sent, by: nil)
      case .absent: await goOn(reply, after: error)
      case .cannotTell:
        await give(
          back: reply, .unknown,
          "It may or may not have arrived. Nothing is sent twice meanwhile.")
      }
      return .well
    } catch let failure as NetworkError {
      return await remainsInDoubt(failure, reply)
    } catch {
      logger.error(
        "A doubt could not be settled.",
        metadata: ["reply": "\(reply.id)", "error": "\(LogText.of(error))"])
      return .stumbled(.seconds(5))
    }
  }

  /// Our clock may have been set back since the first attempt, so only the first half of a key's life counts.
  private func isAlive(_ life: Duration, _ reply: Reply) -> Bool {
    let age = tried(reply)
    return age >= .zero && age < life / 2
  }

  /// A refusal now says nothing about the attempt before it, so the doubt stays until it is settled otherwise.
  private func sendAgain(_ reply: Reply, _ letter: Letter) async throws -> DeliveryOutcome {
    do {
      await noteSendingAgain(reply, settlesAt: clock.now() + Self.settles)
      try await noteDelivered(reply, try await post(reply, letter), by: nil)
      return .well
    } catch let error as NetworkError {
      guard error.isPassing else { return await resolveDoubt(reply, after: error) }
      // Nothing of this attempt is on its way: the doubt is as old as before.
      return await keepInDoubt(
        reply, after: error,
        settlesAt: error.certainlyNotSent ? reply.delivery.dueAt : clock.now() + Self.settles)
    }
  }

  /// How far back to look: an hour more, and from now where the clock was set back, for it may have been wrong. And since
  /// when the attempt in doubt is over: `dueAt` is that and the time that it gets; where its process was killed before it
  /// noted that, its lease ran out since.
  /// - Parameter isOver: the server answered, and is done with it.
  private func doubted(
    _ message: OutgoingMessage, _ reply: Reply, isOver: Bool
  ) -> OutgoingMessage {
    var message = message
    let now = clock.now()
    message.lookFrom = min(message.firstTriedAt, now) - .hours(1)
    let ended = min(reply.delivery.dueAt - Self.settles, now)
    // A first attempt that lies ahead was noted by a clock that was set back since.
    let isAhead = message.firstTriedAt > now
    message.doubtedAt =
      isOver ? message.lookFrom : isAhead ? ended : max(ended, message.firstTriedAt)
    return message
  }

  /// It certainly did not arrive after all.
  private func goOn(_ reply: Reply, after error: NetworkError?) async {
    if let error, !error.isPassing {
      await give(back: reply, .failed, error.text)
    } else if tried(reply) >= Self.keepsTrying {
      await give(back: reply, .failed, "It did not arrive. The desk tried for a day.")
    } else {
      await requeue(
        reply, in: Self.pause(after: reply.delivery.attempts, nil), trouble: Self.interrupted)
    }
  }

  /// It could not even be looked up.
  private func remainsInDoubt(_ failure: NetworkError, _ reply: Reply) async -> DeliveryOutcome {
    if failure.isPassing {
      return await keepInDoubt(reply, after: failure, settlesAt: reply.delivery.dueAt)
    }
    if failure.kind == .signedOut { await noteSignedOut(reply.account, failure.text) }
    await give(back: reply, .unknown, "\(failure.text) Whether it arrived is not known.")
    return .well
  }

  private func keepInDoubt(
    _ reply: Reply, after error: NetworkError, settlesAt: Instant
  ) async -> DeliveryOutcome {
    let pause = Self.pause(after: reply.delivery.attempts, error)
    if tried(reply) < Self.keepsTrying {
      await keepSending(reply, for: pause, settlesAt: settlesAt, trouble: error.text)
    } else {
      await give(
        back: reply, .unknown,
        "\(error.text) The desk asked for a day whether it arrived.")
    }
    return error.retryAfter.map { .rests($0) } ?? .stumbled(min(pause, Self.doubtRests))
  }

  static let interrupted: Message =
    "The desk was interrupted while sending; it looks again."
}
