import HeedPostgres
import HeedStore
import HeedTesting
import Testing

@Suite struct PostgresDatabaseTests {
  private func table(_ database: any SQLDatabase) async throws {
    try await database.write {
      try $0.runScript("CREATE TABLE t (id BIGINT PRIMARY KEY, n BIGINT, words TEXT);")
      try $0.runMany("INSERT INTO t VALUES ($1, 0)", [[.integer(1)], [.integer(2)]])
    }
  }

  /// Ends every connection of that database but the one that asks.
  private static let cutOthers = """
    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    """

  @Test(arguments: TestDatabases.postgres)
  func anotherProcessIsHeard(_ kind: TestDatabase) async throws {
    try await kind.place { place in
      let one = try await place.open()
      let other = try await place.open()
      try await table(one)
      var commits = one.commits().makeAsyncIterator()
      // The first says that it listens.
      #expect(await commits.next() != nil)
      _ = try await other.write { try $0.run("UPDATE t SET n = 1") }
      #expect(await commits.next() != nil)
      try await one.close()
      try await other.close()
    }
  }

  @Test(arguments: TestDatabases.postgres)
  func aListenerThatWasCutComesBackAndSaysSo(_ kind: TestDatabase) async throws {
    try await kind.place { place in
      let one = try await place.open()
      let other = try await place.open()
      try await table(other)
      var commits = one.commits().makeAsyncIterator()
      #expect(await commits.next() != nil)
      _ = try await other.read { try $0.rows(Self.cutOthers) }
      // It was away; now it is back.
      #expect(await commits.next() != nil)
      _ = try await other.write { try $0.run("UPDATE t SET n = 1") }
      #expect(await commits.next() != nil)
      try await one.close()
      try await other.close()
    }
  }

  @Test(arguments: TestDatabases.postgres)
  func aConnectionThatWasCutWhileIdleIsReplacedUnnoticed(_ kind: TestDatabase) async throws {
    try await kind.place { place in
      let one = try await place.open()
      let other = try await place.open()
      try await table(one)
      _ = try await other.read { try $0.rows(Self.cutOthers) }
      #expect(try await one.write { try $0.run("UPDATE t SET n = 1 WHERE id = 1") } == 1)
      try await one.close()
      try await other.close()
    }
  }

  @Test(arguments: TestDatabases.postgres)
  func aConnectionThatIsCutInsideATransactionIsTold(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      try await table(database)
      let error = await #expect(throws: SQLError.self) {
        try await database.write { connection in
          try connection.run("UPDATE t SET n = 9")
          try connection.runMany(
            "SELECT CASE WHEN $1 = 7 THEN pg_terminate_backend(pg_backend_pid(), 5000) END",
            (1...10).map { [.integer($0)] })
        }
      }
      #expect(error?.kind == .unreachable)
      let rows = try await database.read { try $0.rows("SELECT max(n) FROM t") }
      #expect(rows == [SQLRow([.integer(0)])])
    }
  }

  @Test(arguments: TestDatabases.postgres)
  func aDeadlockIsRunAgain(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      try await table(database)
      let meeting = Meeting(2)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (first, second) in [(1, 2), (2, 1)] as [(Int64, Int64)] {
          group.addTask {
            try await database.write { connection in
              try connection.run("UPDATE t SET n = n + 1 WHERE id = $1", .integer(first))
              meeting.arrive()
              try connection.run("UPDATE t SET n = n + 1 WHERE id = $1", .integer(second))
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(meeting.arrivals > 2)
      let rows = try await database.read { try $0.rows("SELECT n FROM t") }
      #expect(rows == [SQLRow([.integer(2)]), SQLRow([.integer(2)])])
    }
  }

  @Test(arguments: TestDatabases.postgres)
  func morePeopleThanConnectionsWaitTheirTurn(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      try await withThrowingTaskGroup(of: Set<SQLRow>.self) { group in
        for _ in 0..<200 {
          group.addTask {
            try await Set(database.read { try $0.rows("SELECT pg_backend_pid()") })
          }
        }
        let processes = try await group.reduce(into: Set()) { $0.formUnion($1) }
        #expect(processes.count <= 8)
      }
    }
  }

  @Test(arguments: TestDatabases.postgres)
  func largeSetsGoThroughThePipeline(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      try await table(database)
      let words = String(repeating: "wörter ", count: 3_000)
      let rows = try await database.write { connection in
        // Answers as large as the questions, so that both directions fill.
        try connection.runMany(
          "INSERT INTO t VALUES ($1, 0, $2) RETURNING words",
          (3...1_200).map { [.integer($0), .text(words)] })
        return try connection.rows("SELECT count(*), sum(length(words)) FROM t")
      }
      #expect(rows == [SQLRow([.integer(1_200), .integer(1_198 * 21_000)])])
    }
  }

  @Test(arguments: TestDatabases.postgres)
  func aRefusalDoesNotRepeatTheRow(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      try await table(database)
      let error = await #expect(throws: SQLError.self) {
        try await database.write { connection in
          try connection.runScript("CREATE UNIQUE INDEX once ON t (words);")
          try connection.run("UPDATE t SET words = 'what she wrote'")
        }
      }
      #expect(error?.constraint == "once")
      #expect(error?.message.contains("she wrote") == false)
    }
  }

  @Test(arguments: TestDatabases.postgres)
  func itsOwnToolMakesTheBackup(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      let error = await #expect(throws: SQLError.self) {
        try await database.backup(to: "desk.dump")
      }
      #expect(error?.kind == .unsupported)
      #expect(error?.message.contains("pg_dump") == true)
    }
  }

  @Test func aServerThatIsAwayIsUnreachableAndThePasswordIsNotTold() async throws {
    let database = try PostgresDatabase(
      connectionString: "host=127.0.0.1 port=1 dbname=heed password=geheim")
    let error = await #expect(throws: SQLError.self) {
      try await database.read { try $0.rows("SELECT 1") }
    }
    #expect(error?.kind == .unreachable)
    #expect(error?.message.contains("geheim") == false)
    try await database.close()
    let unread = #expect(throws: SQLError.self) {
      try PostgresDatabase(connectionString: "geheim 'unended")
    }
    #expect(unread?.message.contains("geheim") == false)
  }
}
