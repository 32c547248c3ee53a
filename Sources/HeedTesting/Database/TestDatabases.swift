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
    },
    TestDatabase("SQLite file", keepsData: true) {
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "heed-test-\(UUID().uuidString)", directoryHint: .isDirectory)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let path = folder.appending(path: "desk.sqlite").path
      return TestDatabase.Place(
        open: { try SQLiteDatabase(path: path) },
        remove: { try FileManager.default.removeItem(at: folder) })
    },
  ]

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
      let name = "heed_test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
      try await PostgresDatabase.administer(server, "CREATE DATABASE \(name) TEMPLATE template0")
      return TestDatabase.Place(
        open: { try PostgresDatabase(connectionString: server, database: name) },
        remove: {
          try await PostgresDatabase.administer(server, "DROP DATABASE \(name) WITH (FORCE)")
        })
    }
  }
}
