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
    let lanes = Lanes()
    // A graceful stop ends the loop and then waits for what is on the wire: the group ends when they end.
    await withDiscardingTaskGroup { group in
      var isStart = true
      while !Task.isCancelled, !Task.isShuttingDownGracefully {
        do {
          try await recover(all: isStart && isOnlyProcess, lanes, &group)
          isStart = false
          try await start(lanes, &group)
        } catch {
          desk.logger.error("The outbox could not be read.", metadata: ["error": "\(error)"])
        }
        try? await desk.clock.sleep(for: Self.look)
      }
    }
  }

  private func start(_ lanes: Lanes, _ group: inout DiscardingTaskGroup) async throws {
    while true {
      let room = await lanes.room
      guard room > 0 else { return }
      let now = desk.clock.now()
      let resting = await lanes.resting(now: now)
      let due = try await desk.record.read { try $0.nextDue() }
      guard let due, due <= now else { return }
      let leased = try await desk.record.write { [desk] tx in
        try tx.lease(
          min(room, 8), owner: desk.owner, now: now, until: now + Self.lease, resting: resting)
      }
      guard !leased.isEmpty else { return }
      for reply in leased {
        await lanes.begin(reply.account)
        group.addTask {
          let outcome = await desk.deliver(reply)
          await lanes.end(reply.account, outcome, now: desk.clock.now())
        }
      }
    }
  }

  /// What a process that is gone was sending: its outcome is looked up before anything else is done about it.
  private func recover(all: Bool, _ lanes: Lanes, _ group: inout DiscardingTaskGroup) async throws {
    let now = desk.clock.now()
    let found = try await desk.record.write { [desk] tx in
      try tx.abandoned(now: now, all: all, limit: 50).map { reply in
        var taken = reply
        taken.delivery.leasedBy = desk.owner
        taken.delivery.leasedUntil = now + Self.lease
        try tx.update(taken)
        return taken
      }
    }
    for reply in found {
      await lanes.begin(reply.account)
      group.addTask {
        let outcome = await desk.resolveDoubt(reply)
        await lanes.end(reply.account, outcome, now: desk.clock.now())
      }
    }
  }
}

/// What an attempt says about its account.
enum DeliveryOutcome: Sendable {
  case well
  /// The place takes nothing until then.
  case rests(Duration)
}

/// How many are on the wire, and which accounts rest.
private actor Lanes {
  private var flying: [ID<Account>: Int] = [:]
  private var restingUntil: [ID<Account>: Instant] = [:]
  private var failures: [ID<Account>: Int] = [:]

  var room: Int { Outbox.most - flying.values.reduce(0, +) }

  func resting(now: Instant) -> [ID<Account>] {
    restingUntil = restingUntil.filter { $0.value > now }
    let full = flying.filter { $0.value >= Outbox.mostOfAccount }.keys
    return Set(full).union(restingUntil.keys).sorted()
  }

  func begin(_ account: ID<Account>) { flying[account, default: 0] += 1 }

  func end(_ account: ID<Account>, _ outcome: DeliveryOutcome, now: Instant) {
    flying[account, default: 1] -= 1
    if flying[account] == 0 { flying[account] = nil }
    switch outcome {
    case .well: failures[account] = nil
    case .rests(let duration):
      failures[account, default: 0] += 1
      restingUntil[account] = now + duration
    }
  }
}
