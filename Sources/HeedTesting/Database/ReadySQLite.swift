import HeedModel
public import HeedSQLite
import HeedStore

extension SQLiteDatabase {
  /// One in memory with the desk's tables and nothing in them. Copied from one that is made once: making the tables
  /// anew takes longer than most of what a test does with them.
  public static func ready() async throws -> SQLiteDatabase {
    try inMemory(copyOf: try await pattern())
  }

  static func pattern() async throws -> SQLiteDatabase { try await ReadySQLite.shared.pattern() }
}

private actor ReadySQLite {
  static let shared = ReadySQLite()
  private var making: Task<SQLiteDatabase, any Error>?

  func pattern() async throws -> SQLiteDatabase {
    let task =
      making
      ?? Task {
        let database = try SQLiteDatabase.inMemory()
        try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
        return database
      }
    making = task
    return try await task.value
  }
}
