import Foundation
import HeedSQLite
import HeedStore
import Testing

@Suite final class SQLiteFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "heed-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func desk() async throws -> SQLiteDatabase {
    let database = try SQLiteDatabase(path: path("desk.sqlite"))
    try await database.write {
      try $0.runScript("CREATE TABLE t (id BIGINT NOT NULL PRIMARY KEY, words TEXT);")
    }
    return database
  }

  private func count(_ database: SQLiteDatabase) async throws -> SQLValue? {
    try await database.read { try $0.rows("SELECT count(*) FROM t")[0].values[0] }
  }

  @Test func aCommitIsOnTheDiskAndForeignKeysHold() async throws {
    let database = try await desk()
    let settings = try await database.write { connection in
      try ["synchronous", "foreign_keys", "journal_mode", "busy_timeout"].map {
        try connection.rows("PRAGMA \($0)")[0].values[0]
      }
    }
    #expect(settings == [.integer(2), .integer(1), .text("wal"), .integer(5_000)])
    try await database.close()
  }

  @Test func aFullDiskRefusesAndWorksAgainOnceThereIsRoom() async throws {
    let database = try await desk()
    _ = try await database.write { try $0.run("INSERT INTO t VALUES (1, 'kept')") }
    try await database.write { _ = try $0.rows("PRAGMA max_page_count = 20") }
    let large = SQLValue.text(String(repeating: "x", count: 200_000))
    let error = await #expect(throws: SQLError.self) {
      try await database.write { try $0.run("INSERT INTO t VALUES (2, $1)", large) }
    }
    #expect(error?.kind == .full)
    #expect(try await count(database) == .integer(1))
    try await database.write { _ = try $0.rows("PRAGMA max_page_count = 1000000") }
    _ = try await database.write { try $0.run("INSERT INTO t VALUES (2, $1)", large) }
    #expect(try await count(database) == .integer(2))
    try await database.close()
  }

  @Test func aMissingFolderIsNamed() throws {
    let error = #expect(throws: SQLError.self) {
      try SQLiteDatabase(path: path("nowhere/desk.sqlite"))
    }
    #expect(error?.kind == .unreachable)
    #expect(error?.message.contains("nowhere/desk.sqlite") == true)
  }

  @Test func aFileThatIsNoDatabaseIsRefused() throws {
    try Data(repeating: 65, count: 8_192).write(to: folder.appending(path: "words.txt"))
    #expect(throws: SQLError.self) { try SQLiteDatabase(path: path("words.txt")) }
  }

  @Test func aBackupIsWholeWhileOthersWrite() async throws {
    let database = try await desk()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for n in 0..<200 {
          // Two rows at once: a backup in between would show.
          try await database.write {
            try $0.runMany(
              "INSERT INTO t VALUES ($1, 'words')",
              [[.integer(Int64(n * 2))], [.integer(Int64(n * 2 + 1))]])
          }
        }
      }
      group.addTask { [backup = path("backup.sqlite")] in try await database.backup(to: backup) }
      try await group.waitForAll()
    }
    await #expect(throws: SQLError.self) { try await database.backup(to: path("backup.sqlite")) }
    try await database.close()
    #expect(!FileManager.default.fileExists(atPath: path("backup.sqlite.part")))
    let copy = try SQLiteDatabase(path: path("backup.sqlite"))
    let odd = try await copy.read { try $0.rows("SELECT count(*) % 2 FROM t")[0].values }
    #expect(odd == [.integer(0)])
    #expect(try await copy.integrity() == [])
    try await copy.close()
  }

  @Test func anOrphanIsReported() async throws {
    let database = try await desk()
    try await database.write {
      // The only way to an orphan past our own foreign keys: the key is declared after the row is
      // there.
      try $0.runScript(
        """
        CREATE TABLE child (parent BIGINT);
        INSERT INTO child VALUES (99);
        PRAGMA writable_schema = ON;
        UPDATE sqlite_master SET sql = 'CREATE TABLE child (parent BIGINT REFERENCES t (id))'
          WHERE name = 'child';
        PRAGMA writable_schema = OFF;
        """)
    }
    try await database.close()
    let again = try SQLiteDatabase(path: path("desk.sqlite"))
    #expect(try await again.integrity() == ["table child, row 1: its parent in t is missing"])
    try await again.close()
  }
}
