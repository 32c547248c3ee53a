import CLibPQ
import HeedStore

extension PostgresSession {
  /// So many statements are on their way at once; libpq reads while it writes, so neither side
  /// waits for the other.
  private static let batch = 500

  /// Runs one text with many sets of arguments, without waiting for each answer.
  /// https://www.postgresql.org/docs/15/libpq-pipeline-mode.html
  /// - Returns: how many rows were changed.
  func pipeline(_ sql: String, _ sets: [[SQLValue]]) throws -> Int {
    var changes = 0
    var done = 0
    if sets.count >= ManyRows.sizes[ManyRows.sizes.count - 1] {
      (changes, done) = try insertTogether(sql, sets)
    }
    for start in stride(from: done, to: sets.count, by: Self.batch) {
      let end = min(start + Self.batch, sets.count)
      var calls: [(Statement, PostgresArguments)] = []
      for index in start..<end {
        do {
          // Preparing is not possible inside the pipeline.
          calls.append(
            (
              try statement(sql, for: sets[index], isNamed: true),
              try PostgresArguments(sets[index])
            ))
        } catch {
          throw inSet(error, index + 1, of: sets.count)
        }
      }
      changes += try send(calls) { inSet($0, start + $1 + 1, of: sets.count) }
    }
    return changes
  }

  /// As many rows in one statement as fit.
  /// - Returns: how many rows were changed, and how many sets are done; none where rows cannot go together.
  private func insertTogether(_ sql: String, _ sets: [[SQLValue]]) throws -> (Int, Int) {
    guard let width = sets.first?.count, width > 0, let texts = together(sql, width: width) else {
      return (0, 0)
    }
    var changes = 0
    var done = 0
    for (size, text) in zip(ManyRows.sizes, texts) {
      while sets.count - done >= size {
        let part = sets[done..<done + size]
        guard part.allSatisfy({ $0.count == width }) else { return (changes, done) }
        do {
          changes += try execute(text, part.flatMap { $0 }).changes
        } catch {
          throw inSets(error, done + 1, done + size, of: sets.count)
        }
        done += size
      }
    }
    return (changes, done)
  }

  private func inSets(_ error: any Error, _ first: Int, _ last: Int, of count: Int) -> any Error {
    guard var failure = error as? PostgresFailure else { return error }
    failure.error.message += " (among sets \(first) to \(last) of \(count))"
    return failure
  }

  private func inSet(_ error: any Error, _ number: Int, of count: Int) -> any Error {
    if var failure = error as? PostgresFailure {
      failure.error = failure.error.inSet(number, of: count)
      return failure
    }
    return (error as? SQLError)?.inSet(number, of: count) ?? error
  }

  private func send(
    _ calls: [(Statement, PostgresArguments)], naming: (any Error, Int) -> any Error
  ) throws -> Int {
    guard PQenterPipelineMode(pointer) == 1 else { throw PostgresFailure(pointer, nil) }
    for (statement, arguments) in calls {
      let sent = try arguments.withPointers { count, values, lengths, formats in
        PQsendQueryPrepared(pointer, statement.name, count, values, lengths, formats, 0)
      }
      guard sent == 1 else { throw PostgresFailure(pointer, nil) }
    }
    guard PQpipelineSync(pointer) == 1 else { throw PostgresFailure(pointer, nil) }
    var changes = 0
    var failure: (any Error)?
    for index in calls.indices {
      let result = PostgresResult(PQgetResult(pointer))
      if result.isGood {
        changes += result.changes
      } else if failure == nil {
        // What follows in the pipeline is answered as aborted and says nothing new.
        failure = naming(PostgresFailure(pointer, result.pointer), index)
      }
      // A lost connection would answer no more; a good one says here that this statement is done.
      while !isLost, let more = PQgetResult(pointer) { PQclear(more) }
      if isLost { throw failure ?? PostgresFailure(pointer, nil) }
    }
    PQclear(PQgetResult(pointer))
    guard PQexitPipelineMode(pointer) == 1 else { throw PostgresFailure(pointer, nil) }
    if let failure { throw failure }
    return changes
  }
}
