import HeedModel
import HeedNetwork
import Logging
public import ServiceLifecycle

/// Sends what members wrote: durable, in order within a conversation, each reply exactly once.
///
/// A reply is marked as being sent, durably, before the first byte leaves; whatever happens then, its outcome is known or
/// is looked up before anything is sent again (ARCHITECTURE rule 7).
public struct Outbox: Service {
  /// Longer than any exchange may take.
  static let lease = Duration.seconds(120)
  static let look = Duration.milliseconds(500)
  /// At once, over all accounts, and for one of them: a dead host must not hold up the others.
  static let most = 32
  static let mostOfAccount = 2

  private let desk: Desk
  /// Nobody else sends from this record: what was being sent at the start was being sent by a process that is gone.
  private let isOnlyProcess: Bool

  public init(desk: Desk, isOnlyProcess: Bool) {
    self.desk = desk
    self.isOnlyProcess = isOnlyProcess
  }

  public func run() async throws {
    let (wakes, bell) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let lanes = OutboxLanes { bell.yield() }
    // A graceful stop ends the loop and then waits for what is on the wire: the group ends when they end.
    await withDiscardingTaskGroup { group in
      group.addTask {
        await cancelWhenGracefulShutdown {
          while !Task.isCancelled {
            bell.yield()
            try? await desk.clock.sleep(for: Self.look)
          }
        }
        bell.finish()
      }
      var isStart = true
      for await _ in wakes {
        guard !Task.isCancelled, !Task.isShuttingDownGracefully else { break }
        do {
          try await look(isStart: isStart, lanes, &group)
          isStart = false
        } catch {
          desk.logger.error(
            "The outbox could not be read.", metadata: ["error": "\(LogText.of(error))"])
        }
      }
    }
  }

  /// What a process that is gone left, what is in doubt, then what is due.
  func look(isStart: Bool, _ lanes: OutboxLanes, _ group: inout DiscardingTaskGroup) async throws {
    if isStart, isOnlyProcess { try await takeOver() }
    try await recover(lanes, &group)
    try await start(lanes, &group)
  }

  /// Whatever is being sent was being sent by a process that is gone: its lease ends now, and what was on the wire gets
  /// time to come to its end over there.
  private func takeOver() async throws {
    let now = desk.clock.now()
    try await desk.record.write { tx in
      for var reply in try tx.abandoned(now: now, all: true, limit: 10_000)
      where reply.delivery.leasedBy != nil {
        reply.delivery.leasedBy = nil
        reply.delivery.leasedUntil = now
        reply.delivery.dueAt = now + Desk.settles
        try tx.update(reply)
      }
    }
  }

  private func start(_ lanes: OutboxLanes, _ group: inout DiscardingTaskGroup) async throws {
    while await lanes.room > 0 {
      let now = desk.clock.now()
      let closed = await lanes.closed(now: now)
      let due = try await desk.record.read { try $0.nextDue() }
      guard let due, due <= now else { return }
      // One at a time, for the next may be of an account that is full with this one.
      let leased = try await desk.record.write { [desk] tx in
        try tx.lease(
          1, owner: desk.owner, now: now, until: now + Self.lease, resting: closed)
      }
      guard let reply = leased.first else { return }
      await lanes.begin(reply)
      group.addTask {
        await lanes.end(reply, await desk.deliver(reply), now: desk.clock.now())
      }
    }
  }

  /// What is in doubt: its outcome is looked up before anything else is done about it. Never what this process itself is
  /// sending just now, however long that takes and wherever the clock jumps.
  private func recover(
    _ lanes: OutboxLanes, _ group: inout DiscardingTaskGroup
  ) async throws {
    let now = desk.clock.now()
    let lanesNow = await lanes.snapshot(now: now)
    // Mostly there is nothing, and a desk at rest writes nothing.
    let isAnyLeft = try await desk.record.read { tx in
      let left = try tx.abandoned(now: now, all: false, limit: 500)
      return !lanesNow.admitted(left).isEmpty
    }
    guard isAnyLeft else { return }
    let taken = try await desk.record.write { [desk] tx in
      try lanesNow.admitted(try tx.abandoned(now: now, all: false, limit: 500)).map { reply in
        var taken = reply
        // So far ahead only where the clock was set back since.
        taken.delivery.dueAt = min(reply.delivery.dueAt, now + Desk.settles)
        taken.delivery.leasedBy = desk.owner
        taken.delivery.leasedUntil = now + Self.lease
        taken.delivery.attempts += 1
        try tx.update(taken)
        return taken
      }
    }
    for reply in taken {
      await lanes.begin(reply)
      group.addTask {
        let outcome = await desk.resolveDoubt(reply)
        await lanes.end(reply, outcome, now: desk.clock.now())
      }
    }
  }
}
