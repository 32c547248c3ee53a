import Foundation
import HeedPostgres
import HeedSQLite
import HeedStore

/// The databases that the store is tested on.
///
/// PostgreSQL is among them when `HEED_TEST_POSTGRES` holds a libpq connection string to a server
/// where databases may be created; `Scripts/with-postgres` starts one and sets it.
public enum TestDatabases {
  /// For `@Test(arguments:)`.
  public static func all() -> [TestDatabase] { sqlite + postgres }

  public static let sqlite = [
    TestDatabase("SQLite in memory", keepsData: false) {
      TestDatabase.Place(open: { try SQLiteDatabase.inMemory() }, remove: {})
    } makeReady: {
      TestDatabase.Place(open: { try await SQLiteDatabase.ready() }, remove: {})
    },
    TestDatabase("SQLite file", keepsData: true) {
      try file().place
    } makeReady: {
      let (place, path) = try file()
      try await SQLiteDatabase.pattern().backup(to: path)
      return place
    },
  ]

  private static func file() throws -> (place: TestDatabase.Place, path: String) {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "heed-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "desk.sqlite").path
    let place = TestDatabase.Place(
      open: { try SQLiteDatabase(path: path) },
      remove: { try FileManager.default.removeItem(at: folder) })
    return (place, path)
  }

  /// Empty, and said so once, when `HEED_TEST_POSTGRES` is not set.
  public static let postgres: [TestDatabase] = {
    guard let server = ProcessInfo.processInfo.environment["HEED_TEST_POSTGRES"], !server.isEmpty
    else {
      print("PostgreSQL is not tested: HEED_TEST_POSTGRES is not set (see Scripts/with-postgres).")
      return []
    }
    return [postgres(at: server)]
  }()

  private static func postgres(at server: String) -> TestDatabase {
    TestDatabase("PostgreSQL", keepsData: true) {
      try await postgres(at: server, like: "template0")
    } makeReady: {
      try await postgres(at: server, like: try await pattern.name(at: server))
    }
  }

  private static func postgres(
    at server: String, like pattern: String
  ) async throws -> TestDatabase.Place {
    let name = freeName()
    try await PostgresDatabase.administer(server, "CREATE DATABASE \(name) TEMPLATE \(pattern)")
    return TestDatabase.Place(
      open: { try PostgresDatabase(connectionString: server, database: name) },
      remove: {
        try await PostgresDatabase.administer(server, "DROP DATABASE \(name) WITH (FORCE)")
      })
  }

  fileprivate static func freeName() -> String {
    "heed_test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
  }

  private static let pattern = Pattern()
}

/// A database with the desk's tables, which others are copied from. It stays until its server goes: see
/// `Scripts/with-postgres`.
private actor Pattern {
  private var making: Task<String, any Error>?

  func name(at server: String) async throws -> String {
    let task =
      making
      ?? Task {
        let name = TestDatabases.freeName()
        try await PostgresDatabase.administer(server, "CREATE DATABASE \(name) TEMPLATE template0")
        let database = try PostgresDatabase(connectionString: server, database: name)
        try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
        // Nobody may be in what is copied.
        try await database.close()
        return name
      }
    making = task
    return try await task.value
  }
}
