import HeedStore
import Testing

extension SQLDriverConformance {
  static let statementRules = [
    Rule("parametersAreBoundByTheirNumber") { database in
      try await database.fresh { database in
        try await table(database)
        let rows = try await database.write { connection in
          try connection.run(
            "INSERT INTO t (words, id, n) VALUES ($3, $1, $2)", .integer(2), .integer(20),
            .text("b"))
          return try connection.rows(
            """
            SELECT n - $2, words, n + $2 -- not $9
            FROM t WHERE id = $1 AND words <> '$1' AND n > $2
            """, .integer(2), .integer(5))
        }
        #expect(rows == [SQLRow([.integer(15), .text("b"), .integer(25)])])
      }
    },
    Rule("aStatementThatChangesNothingSaysSo") { database in
      try await database.fresh { database in
        try await table(database)
        let counts = try await database.write { connection in
          let sql = "UPDATE t SET n = n + 1 WHERE id = $1"
          return [
            try connection.run("INSERT INTO t (id, n) VALUES (2, 0), (3, 0)"),
            try connection.run(sql, .integer(1)), try connection.run(sql, .integer(9)),
            try connection.run("SELECT 1 WHERE 1 = 0"), try connection.run("DELETE FROM t"),
          ]
        }
        #expect(counts == [2, 1, 0, 0, 3])
      }
    },
    Rule("aDoubleIsOfKindUniqueAndNamesWhatItHit") { database in
      try await database.fresh { database in
        try await table(database)
        let error = try await refusal(database, "INSERT INTO t (id, n) VALUES (1, 5)")
        #expect(error.kind == .unique)
        #expect(error.constraint == (database.dialect == .sqlite ? "t.id" : "t_pkey"))
      }
    },
    Rule("aBrokenConstraintIsOfThatKind") { database in
      try await database.fresh { database in
        try await table(database)
        try await database.write {
          try $0.runScript(
            """
            CREATE TABLE child (
              parent BIGINT REFERENCES t (id),
              age BIGINT CONSTRAINT grown CHECK (age > 17)
            );
            """)
        }
        let missing = try await refusal(database, "INSERT INTO t (id) VALUES (2)")
        #expect(missing.kind == .constraint)
        let orphan = try await refusal(database, "INSERT INTO child (parent) VALUES (99)")
        #expect(orphan.kind == .constraint)
        let young = try await refusal(database, "INSERT INTO child (age) VALUES (3)")
        #expect(young.kind == .constraint)
        #expect(young.constraint == "grown")
      }
    },
    Rule("aWrongTextIsOurOwnFault") { database in
      try await database.fresh { database in
        try await table(database)
        for sql in ["SELEC 1", "SELECT nothing FROM t", "SELECT * FROM nowhere"] {
          #expect(try await refusal(database, sql).kind == .statement)
        }
        let tooFew = try await refusal(database, "SELECT $1 + $2", [.integer(1)])
        #expect(tooFew.kind == .statement)
        #expect(try await count(database) == 1)
      }
    },
    Rule("tenThousandRowsGoInAtOnce") { kind in
      try await kind.fresh { database in
        try await table(database)
        let sets: [[SQLValue]] = (2...10_001).map { n in
          [.integer(n), n % 3 == 0 ? .null : .text("words of \(n)")]
        }
        let took = try await ContinuousClock().measure {
          try await database.write {
            try $0.runMany("INSERT INTO t (id, n, words) VALUES ($1, $1, $2)", sets)
            try $0.runMany("INSERT INTO t (id, n, words) VALUES ($1, $1, $2)", [])
          }
        }
        print("\(kind.name): \(Int(10_000 / (took / .seconds(1)))) rows/s by runMany, committed")
        #expect(try await count(database) == 10_001)
        #expect(
          try await integer(database, "SELECT count(*) FROM t WHERE words IS NULL") == 3_334)
        #expect(
          try await integer(database, "SELECT id FROM t WHERE words = 'words of 9999'") == nil)
        #expect(
          try await integer(database, "SELECT id FROM t WHERE words = 'words of 10000'") == 10_000)
      }
    },
    Rule("oneBadSetAmongManyLeavesNothing") { database in
      try await database.fresh { database in
        try await table(database)
        let sets: [[SQLValue]] = (2...2_000).map { [.integer($0 == 1_500 ? 1 : $0)] }
        let error = await #expect(throws: SQLError.self) {
          try await database.write {
            try $0.runMany("INSERT INTO t (id, n) VALUES ($1, 0)", sets)
          }
        }
        #expect(error?.kind == .unique)
        #expect(error?.message.contains("of 1999") == true)
        #expect(try await count(database) == 1)
      }
    },
    Rule("aScriptRunsEveryStatement") { database in
      try await database.fresh { database in
        try await database.write {
          try $0.runScript(
            """
            CREATE TABLE t (id BIGINT);
            -- a semicolon; in a comment
            INSERT INTO t VALUES (1);
            INSERT INTO t SELECT id + 1 FROM t;
            """)
        }
        #expect(try await count(database) == 2)
      }
    },
  ]

  static func refusal(
    _ database: any SQLDatabase, _ sql: String, _ arguments: [SQLValue] = []
  ) async throws -> SQLError {
    let error = await #expect(throws: SQLError.self) {
      _ = try await database.write { try $0.rows(sql, arguments) }
    }
    return try #require(error)
  }
}
