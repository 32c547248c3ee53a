import Foundation
import HeedStore
import Testing

extension SQLDriverConformance {
  struct Thrown: Error {}

  static let transactionRules = [
    Rule("throwingRollsBackAndPassesTheErrorOn") { database in
      try await database.fresh { database in
        try await table(database)
        await #expect(throws: Thrown.self) {
          try await database.write { connection in
            try connection.run("INSERT INTO t (id, n) VALUES (2, 2)")
            throw Thrown()
          }
        }
        #expect(try await count(database) == 1)
      }
    },
    Rule("aFailedStatementEndsTheTransactionThoughTheBodyCatchesIt") { database in
      try await database.fresh { database in
        try await table(database)
        await #expect(throws: SQLError.self) {
          try await database.write { connection in
            try connection.run("INSERT INTO t (id, n) VALUES (2, 2)")
            _ = try? connection.run("INSERT INTO t (id, n) VALUES (1, 1)")
            _ = try? connection.run("INSERT INTO t (id, n) VALUES (3, 3)")
          }
        }
        #expect(try await count(database) == 1)
      }
    },
    Rule("aReadRefusesToWrite") { database in
      try await database.fresh { database in
        try await table(database)
        await #expect(throws: SQLError.self) {
          try await database.read { try $0.run("UPDATE t SET n = 7") }
        }
        #expect(try await number(database) == 0)
        _ = try await database.write { try $0.run("UPDATE t SET n = 7") }
        #expect(try await number(database) == 7)
      }
    },
    Rule("aReadSeesOneSnapshot") { database in
      // In memory, reads and writes take turns: there is nothing to see.
      guard database.keepsData else { return }
      try await database.fresh { database in
        try await table(database)
        let (began, hasBegun) = AsyncStream<Void>.makeStream()
        let gate = Gate()
        async let seen = database.read { connection in
          let first = try connection.rows("SELECT n FROM t")
          hasBegun.yield()
          gate.wait()
          return [first, try connection.rows("SELECT n FROM t")]
        }
        for await _ in began { break }
        _ = try await database.write { try $0.run("UPDATE t SET n = 7") }
        gate.open()
        let rows = try await seen
        #expect(rows[0] == [SQLRow([.integer(0)])])
        #expect(rows[1] == rows[0])
        #expect(try await number(database) == 7)
      }
    },
    Rule("aHundredIncrementsAtOnceLoseNothing") { database in
      try await database.fresh { database in
        try await table(database)
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 0..<100 {
            group.addTask {
              try await database.write { connection in
                let row = try connection.rows("SELECT n FROM t WHERE id = 1")[0]
                guard case .integer(let n) = row.values[0] else { throw Thrown() }
                try connection.run("UPDATE t SET n = $1 WHERE id = 1", .integer(n + 1))
              }
            }
          }
          try await group.waitForAll()
        }
        #expect(try await number(database) == 100)
      }
    },
    Rule("aCancelledTaskMayStillRecordWhatItDid") { database in
      try await database.fresh { database in
        try await table(database)
        let task = Task {
          withUnsafeCurrentTask { $0?.cancel() }
          return try await database.write { try $0.run("UPDATE t SET n = 7") }
        }
        #expect(try await task.value == 1)
        #expect(try await number(database) == 7)
      }
    },
    Rule("aConnectionIsOfNoUseAfterItsTransaction") { database in
      try await database.fresh { database in
        try await table(database)
        let kept = Kept()
        try await database.write { kept.connection = $0 }
        #expect(throws: SQLError.self) { try kept.connection?.rows("SELECT 1") }
      }
    },
  ]

  /// A table with one row: 1, 0.
  static func table(_ database: any SQLDatabase) async throws {
    try await database.write { connection in
      try connection.runScript(
        "CREATE TABLE t (id BIGINT NOT NULL PRIMARY KEY, n BIGINT NOT NULL, words TEXT);")
      try connection.run("INSERT INTO t (id, n) VALUES (1, 0)")
    }
  }

  static func count(_ database: any SQLDatabase) async throws -> Int64? {
    try await integer(database, "SELECT count(*) FROM t")
  }

  static func number(_ database: any SQLDatabase) async throws -> Int64? {
    try await integer(database, "SELECT n FROM t WHERE id = 1")
  }

  static func integer(_ database: any SQLDatabase, _ sql: String) async throws -> Int64? {
    let row = try await database.read { try $0.rows(sql).first }
    guard case .integer(let value) = row?.values.first else { return nil }
    return value
  }
}

/// Keeps a body waiting on the driver's own thread, where waiting is allowed.
private final class Gate: @unchecked Sendable {
  private let condition = NSCondition()
  private var isOpen = false

  func open() {
    condition.withLock {
      isOpen = true
      condition.broadcast()
    }
  }

  func wait() {
    condition.withLock { while !isOpen { condition.wait() } }
  }
}

/// Smuggles a connection out of its body, as nobody should.
private final class Kept: @unchecked Sendable {
  var connection: (any SQLConnection)?
}
