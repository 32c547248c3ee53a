@testable import HeedDesk
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

/// Moves an outbox by hand: look by look, the clock in between.
struct Deliveries {
  let test: TestDesk
  let outbox: Outbox
  let lanes = OutboxLanes()

  init(_ test: TestDesk, _ desk: Desk? = nil) {
    self.test = test
    outbox = Outbox(desk: desk ?? test.desk, isOnlyProcess: true)
  }

  /// One look, and everything that it began.
  func look(isStart: Bool = false) async throws {
    try await inGroup { try await outbox.look(isStart: isStart, lanes, &$0) }
  }

  /// Looks until nothing is queued or in doubt, or the time is over.
  func settle(
    within time: Duration = .minutes(30), step: Duration = .seconds(5)
  ) async throws {
    let end = test.clock.now() + time
    while try await isOpen(), test.clock.now() < end {
      try await look()
      test.clock.advance(by: step)
    }
  }

  private func isOpen() async throws -> Bool {
    let now = test.clock.now()
    return try await test.store.write { tx in
      try tx.nextDue() != nil || !tx.abandoned(now: now, all: true, limit: 1).isEmpty
    }
  }
}

extension TestDesk {
  /// Writes a reply, past its undo window.
  func write(
    _ text: String, in conversation: ID<Conversation>, by viewer: Viewer? = nil
  ) async throws -> ID<Reply> {
    let reply = try await desk.send(
      ReplyRequest(conversation: conversation, text: text, anyway: true), by: viewer ?? alicia)
    return reply.id
  }

  func pass(_ duration: Duration) { clock.advance(by: duration) }

  func texts() -> [String] { far.accepted.map(\.text) }

  /// A desk on the same record whose account `id` speaks with another far side.
  func apart(_ far: FarSide, for id: ID<Account>) async throws -> Desk {
    another(seed: 99, elsewhere: [id: far])
  }
}

/// The problem that a use case threw.
func problem(_ work: () async throws -> Void) async -> Problem? {
  do {
    try await work()
    return nil
  } catch {
    return error as? Problem
  }
}

/// Runs what begins tasks in a group, and waits for them.
func inGroup(_ body: (inout DiscardingTaskGroup) async throws -> Void) async throws {
  let failure = await withDiscardingTaskGroup { group -> (any Error)? in
    do {
      try await body(&group)
      return nil
    } catch {
      return error
    }
  }
  if let failure { throw failure }
}
