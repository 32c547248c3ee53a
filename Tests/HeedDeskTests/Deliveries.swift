import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// How much a test does: little in `make test`, all of it in `make check-reliability`.
func count(_ small: Int, full: Int) -> Int {
  ProcessInfo.processInfo.environment["HEED_RELIABILITY"] == "full" ? full : small
}

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
      test.pass(step)
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
  } catch let problem as Problem {
    return problem
  } catch {
    Issue.record("No problem, but \(error)")
    return nil
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
