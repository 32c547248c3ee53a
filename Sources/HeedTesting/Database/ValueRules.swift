import HeedStore
import Testing

extension SQLDriverConformance {
  static let valueRules = [
    Rule("everyValueComesBackAsItWent") { database in
      try await database.fresh { database in
        try await values(database)
        let integers: [SQLValue] =
          [.min, -1, 0, 1, 9_007_199_254_740_993, .max].map { .integer($0) } + [.null]
        let reals: [SQLValue] =
          [-0.1, 0, 1, 1e-300, 1.7976931348623157e308, 0.30000000000000004].map { .real($0) }
          + [.null]
        let texts: [SQLValue] =
          [
            "", " ", "'; DROP TABLE v; --", "$1 ?1 :a @b", "👩🏽‍🚀 e\u{301} \u{FEFF}\u{10FFFF}",
            "line\r\nline\ttab\u{1}", String(repeating: "ä", count: 500_000), "\\x41", "NULL",
          ].map { .text($0) } + [.null]
        let bytes: [SQLValue] =
          [[], [0], Array(0...255), [UInt8](repeating: 0xFF, count: 1_000_000)].map { .bytes($0) }
          + [.null]
        for (column, values) in [("i", integers), ("r", reals), ("w", texts), ("b", bytes)] {
          for value in values {
            #expect(try await roundTrip(database, column, value) == [value])
          }
        }
      }
    },
    Rule("textIsComparedByteForByte") { database in
      try await database.fresh { database in
        try await values(database)
        try await database.write {
          try $0.runScript("CREATE UNIQUE INDEX w_once ON v (w);")
          // One letter by two spellings, equal to Swift and not to the record.
          try $0.runMany(
            "INSERT INTO v (w) VALUES ($1)", [[.text("\u{E9}")], [.text("e\u{301}")]])
        }
        #expect(try await integer(database, "SELECT count(*) FROM v") == 2)
      }
    },
    Rule("aZeroCharacterIsLeftOut") { database in
      try await database.fresh { database in
        try await values(database)
        #expect(try await roundTrip(database, "w", .text("\u{0}a\u{0}b\u{0}")) == [.text("ab")])
      }
    },
    Rule("aNullWhereANumberStoodBeforeIsNoOtherStatement") { database in
      try await database.fresh { database in
        try await values(database)
        let sets: [[SQLValue]] = [
          [.null, .null, .null, .null], [.integer(.max), .real(0.5), .text("a"), .bytes([1])],
          [.integer(1), .null, .text("5"), .null], [.null, .real(1), .null, .bytes([])],
        ]
        try await database.write {
          for set in sets { try $0.run("INSERT INTO v (i, r, w, b) VALUES ($1, $2, $3, $4)", set) }
        }
        let rows = try await database.read { try $0.rows("SELECT i, r, w, b FROM v ORDER BY n") }
        #expect(rows.map(\.values) == sets)
      }
    },
    Rule("largeNumbersKeepTheirPlaceInSums") { database in
      try await database.fresh { database in
        try await values(database)
        let at: Int64 = 1_778_000_000_000
        let rows = try await database.write { connection in
          try connection.run("INSERT INTO v (i) VALUES ($1)", .integer(at))
          return try connection.rows(
            "SELECT count(*), sum(i), max(i), avg(i - $1) FROM v WHERE i > $1 - 86400000",
            .integer(at))
        }
        #expect(rows == [SQLRow([.integer(1), .integer(at), .integer(at), .real(0)])])
      }
    },
    Rule("answersOfTruthAreNumbers") { database in
      try await database.fresh { database in
        let rows = try await database.read { try $0.rows("SELECT 1 < 2, 2 < 1, NULL") }
        #expect(rows == [SQLRow([.integer(1), .integer(0), .null])])
      }
    },
  ]

  private static func values(_ database: any SQLDatabase) async throws {
    let counter = database.dialect == .sqlite ? "INTEGER" : "BIGSERIAL"
    let real = database.dialect == .sqlite ? "REAL" : "DOUBLE PRECISION"
    let bytes = database.dialect == .sqlite ? "BLOB" : "BYTEA"
    try await database.write {
      try $0.runScript(
        "CREATE TABLE v (n \(counter) PRIMARY KEY, i BIGINT, r \(real), w TEXT, b \(bytes));")
    }
  }

  private static func roundTrip(
    _ database: any SQLDatabase, _ column: String, _ value: SQLValue
  ) async throws -> [SQLValue] {
    try await database.write { connection in
      try connection.run("DELETE FROM v")
      try connection.run("INSERT INTO v (\(column)) VALUES ($1)", value)
      let rows =
        value == .null
        ? try connection.rows("SELECT \(column) FROM v WHERE \(column) IS NULL")
        : try connection.rows("SELECT \(column) FROM v WHERE \(column) = $1", value)
      return rows.flatMap(\.values)
    }
  }
}
