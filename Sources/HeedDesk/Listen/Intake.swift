import HeedModel
import HeedNetwork

/// Commits what comes in by groups: while one transaction is being made durable, everything else that arrives gathers
/// for the next. A durable commit costs a flush of the disk, whether it holds one post or a thousand.
actor Intake {
  private enum Turn {
    case done(Result<Void, any Error>)
    /// Whoever waited longest commits the next group, its own batch among it.
    case lead
  }

  private struct Waiter {
    var batch: Batch
    var turn: CheckedContinuation<Turn, Never>
  }

  /// Events of one transaction at the most, so that no writer waits for long.
  static let most = 1_000

  private let commit: @Sendable ([Batch]) async throws -> Void
  private var waiting: [Waiter] = []
  private var isLed = false

  /// How many wait for the next group.
  var queued: Int { waiting.count }
  /// Whether a group is being made durable.
  var isBusy: Bool { isLed }

  init(_ commit: @escaping @Sendable ([Batch]) async throws -> Void) { self.commit = commit }

  /// Returns when the batch is durable. A large one takes several transactions, and lets others in between.
  /// - Throws: what its own transaction threw: a batch that cannot be taken does not spoil its neighbours.
  func take(_ batch: Batch) async throws {
    for part in batch.parts(of: Self.most) { try await takePart(part) }
  }

  private func takePart(_ batch: Batch) async throws {
    if isLed {
      let turn = await withCheckedContinuation { waiting.append(Waiter(batch: batch, turn: $0)) }
      if case .done(let result) = turn { return try result.get() }
    }
    isLed = true
    let others = nextGroup(besides: batch)
    let results = await commitTogether([batch] + others.map(\.batch))
    for (other, result) in zip(others, results.dropFirst()) {
      other.turn.resume(returning: .done(result))
    }
    if waiting.isEmpty {
      isLed = false
    } else {
      waiting.removeFirst().turn.resume(returning: .lead)
    }
    try results[0].get()
  }

  private func nextGroup(besides batch: Batch) -> [Waiter] {
    var size = batch.heard.events.count
    var group: [Waiter] = []
    while let next = waiting.first, size + next.batch.heard.events.count <= Self.most {
      size += next.batch.heard.events.count
      group.append(waiting.removeFirst())
    }
    return group
  }

  private func commitTogether(_ batches: [Batch]) async -> [Result<Void, any Error>] {
    do {
      try await commit(batches)
      return batches.map { _ in .success(()) }
    } catch {
      guard batches.count > 1 else { return [.failure(error)] }
      var results: [Result<Void, any Error>] = []
      for batch in batches {
        do {
          try await commit([batch])
          results.append(.success(()))
        } catch {
          results.append(.failure(error))
        }
      }
      return results
    }
  }
}
