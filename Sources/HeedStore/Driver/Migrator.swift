public import HeedModel

/// Brings a database to the schema that this Heed knows.
///
/// Each migration runs in a transaction of its own together with its row in `migrations (number,
/// name, hash, ran_at)`: cut off anywhere, it goes on there. Running it again is harmless. Two
/// processes may start at once: each looks anew, with the table locked, before every step.
public struct Migrator: Sendable {
  public let migrations: [Migration]

  /// - Parameter migrations: every one that ever shipped, in any order.
  public init(_ migrations: [Migration]) {
    self.migrations = migrations.sorted { $0.number < $1.number }
  }

  /// Runs what is missing, in the order of the numbers.
  /// - Returns: what ran here, not what another process ran meanwhile.
  /// - Throws: `Problem` when the database was used by a newer Heed or a shipped migration was
  ///   changed, before anything is touched; `SQLError` when a migration fails, which leaves the
  ///   schema as the one before it left it.
  @discardableResult
  public func migrate(_ database: any SQLDatabase, clock: any DeskClock) async throws -> [Migration]
  {
    try refuseDoubles()
    try await database.write { try Self.makeTable($0) }
    var ran: [Migration] = []
    while let migration = try await next(database, clock) { ran.append(migration) }
    return ran
  }

  /// What `migrate` would run; changes nothing.
  /// - Throws: as `migrate`.
  public func pending(_ database: any SQLDatabase) async throws -> [Migration] {
    try refuseDoubles()
    let dialect = database.dialect
    return try await database.read { connection in
      let table =
        switch dialect {
        case .sqlite: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'"
        case .postgres: "SELECT 1 WHERE to_regclass('migrations') IS NOT NULL"
        }
      guard try !connection.rows(table).isEmpty else { return migrations }
      return try missing(connection)
    }
  }

  private func next(
    _ database: any SQLDatabase, _ clock: any DeskClock
  ) async throws -> Migration? {
    try await database.write { connection in
      if connection.dialect == .postgres {
        // A lock taken before the first SELECT comes before the snapshot, which then shows what
        // others committed. SQLite's write transactions take turns anyway.
        try connection.runScript("LOCK TABLE migrations IN EXCLUSIVE MODE")
      }
      guard let migration = try missing(connection).first else { return nil }
      try connection.runScript(migration.sql(for: connection.dialect))
      try connection.run(
        "INSERT INTO migrations (number, name, hash, ran_at) VALUES ($1, $2, $3, $4)",
        .integer(Int64(migration.number)), .text(migration.name), .text(migration.hash),
        .integer(clock.now().milliseconds))
      return migration
    }
  }

  private static func makeTable(_ connection: any SQLConnection) throws {
    if connection.dialect == .postgres {
      // CREATE TABLE IF NOT EXISTS by two at once fails for one of them; the number is any that
      // nobody else takes.
      _ = try connection.rows("SELECT pg_advisory_xact_lock(487300001)")
    }
    try connection.runScript(
      """
      CREATE TABLE IF NOT EXISTS migrations (
        number BIGINT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        hash TEXT NOT NULL,
        ran_at BIGINT NOT NULL
      )
      """)
  }

  private func missing(_ connection: any SQLConnection) throws -> [Migration] {
    var hashes: [Int: String] = [:]
    for row in try connection.rows("SELECT number, hash FROM migrations") {
      guard case .integer(let number) = row.values[0], case .text(let hash) = row.values[1]
      else { continue }
      hashes[Int(number)] = hash
    }
    let known = migrations.last?.number ?? 0
    if let found = hashes.keys.max(), found > known {
      throw Problem(
        .invalid,
        """
        This desk was last used by a newer Heed (its schema is \(found), this one knows \
        \(known)). Nothing was changed. Install that version, or restore a backup from before.
        """
      )
    }
    for migration in migrations {
      if let hash = hashes[migration.number], hash != migration.hash {
        throw Problem(
          .broken,
          """
          Migration \(migration.number) (\(migration.name)) is not the one that made this desk's \
          tables. Nothing was changed. Install a released version of Heed.
          """)
      }
    }
    return migrations.filter { hashes[$0.number] == nil }
  }

  private func refuseDoubles() throws {
    for (one, other) in zip(migrations, migrations.dropFirst()) where one.number == other.number {
      throw Problem(
        .broken, "Two migrations have the number \(one.number): \(one.name) and \(other.name).")
    }
  }
}
