import HeedModel
import HeedNetwork
import Logging
public import ServiceLifecycle

/// Asks places to tell the desk by themselves, renews that before it ends, and lets go what ended. Asking the sources
/// goes on besides.
public struct Subscriber: Service {
  static let look = Duration.seconds(15)
  /// For a hub's confirmation; then doubled each time, up to a day.
  static let patience = Duration.minutes(5)

  private let desk: Desk
  /// Path of the address that notes come to, by its last part.
  private let path: @Sendable (String) -> String

  public init(desk: Desk, path: @escaping @Sendable (String) -> String) {
    self.desk = desk
    self.path = path
  }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await desk.clock.sleep(for: Self.look)
        if Task.isCancelled { return }
        do {
          try await lookAfterAll()
        } catch {
          desk.logger.error("Subscriptions failed.", metadata: ["error": "\(LogText.of(error))"])
        }
      }
    }
  }

  func lookAfterAll() async throws {
    guard desk.isReachable else { return }
    let now = desk.clock.now()
    let (all, sources) = try await desk.record.read {
      (try $0.noteSubscriptions(), try $0.sources())
    }
    for subscription in all {
      let source = sources.first { $0.id == subscription.source }
      let isOver = subscription.endsAt.map { $0 <= now } ?? false
      if source == nil || source?.pausedAt != nil || isOver {
        try await desk.record.write { try $0.delete(subscription.id) }
      } else if let source, subscription.nextAt <= now {
        if subscription.confirmedAt == nil {
          try await ask(subscription, source)
        } else {
          try await renew(subscription)
        }
      }
    }
  }

  private func ask(_ subscription: NoteSubscription, _ source: Source) async throws {
    guard let network = desk.networks[source.network] as? any TakingNotes,
      let opened = try? desk.vault.open(
        subscription.sealedSecret, for: Owner.notes(subscription.id))
    else { return }
    let now = desk.clock.now()
    var asked = subscription
    asked.askedAt = now
    asked.tries += 1
    asked.nextAt = now + min(Self.patience * (1 << min(asked.tries - 1, 9)), .days(1))
    // Kept before it is asked: a hub may confirm before its own answer is here.
    let row = asked
    try await desk.record.write { try $0.update(row) }
    let secret = String(decoding: opened, as: UTF8.self)
    do {
      try await network.ask(
        NotePlace(subscription),
        callback: desk.address.base + path(Desk.noteToken(secret)), secret: secret,
        as: try await desk.access(to: source.account))
    } catch {
      desk.logger.info(
        "A place could not be asked for notes.",
        metadata: ["source": "\(source.id)", "error": "\(LogText.of(error))"])
    }
  }

  /// A new one beside the old, which goes once the new one is confirmed, or when its time is over.
  private func renew(_ old: NoteSubscription) async throws {
    let now = desk.clock.now()
    let fresh = try desk.newSubscription(NotePlace(old), of: old.source, now: now).row
    try await desk.record.write { tx in
      guard var old = try tx.noteSubscription(tokenHash: old.tokenHash), let endsAt = old.endsAt
      else { return }
      old.nextAt = endsAt
      try tx.update(old)
      try tx.insert(fresh)
    }
  }
}
