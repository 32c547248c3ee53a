import Dispatch
import Foundation
import GRDB
public import HeedStore
import Synchronization

/// A desk's database in one file, or in memory for tests and the demonstration.
///
/// A commit is on the disk when `write` returns (`synchronous = FULL`). Readers never wait for the
/// writer and see one snapshot each. Other processes may work on the same file (a backup,
/// `doctor`): a write waits five seconds for them, then throws `busy`. Text loses U+0000, see
/// `SQLValue.storable`.
///
/// A transaction runs to its end though the task that asked for it is cancelled: whoever was told
/// to stop may still record what it did.
public final class SQLiteDatabase: SQLDatabase {
  public let dialect = SQLDialect.sqlite
  private let writer: any DatabaseWriter
  private let numbers = ParameterNumbers()
  private let signals = CommitSignals()
  private let isClosed = Mutex(false)

  /// Opens the file, and makes it when it is missing; its folder must exist.
  /// - Throws: `SQLError`, of kind `unreachable` when the file cannot be opened.
  public init(path: String) throws {
    do {
      let pool = try DatabasePool(path: path, configuration: Self.configuration())
      // GRDB sets NORMAL for the writer while it turns on WAL, which loses the last commits when
      // the power fails.
      // The writer changes pages all over its indexes: with 32 MiB of them at hand it reads few of them again, and a
      // page that changes in many commits is copied into the database less often.
      try pool.writeWithoutTransaction {
        try $0.execute(
          sql: """
            PRAGMA synchronous = FULL;
            PRAGMA cache_size = -32768;
            PRAGMA wal_autocheckpoint = 4000;
            """)
      }
      writer = pool
    } catch {
      guard var error = SQLError.translated(error) as? SQLError else { throw error }
      error.message = "\(path) cannot be opened: \(error.message)"
      throw error
    }
  }

  private init(queue: DatabaseQueue) { writer = queue }

  /// A database of its own that lives as long as the value. Reads and writes take turns.
  /// - Parameter pattern: whose rows and tables it begins with.
  public static func inMemory(copyOf pattern: SQLiteDatabase? = nil) throws -> SQLiteDatabase {
    do {
      let queue = try DatabaseQueue(configuration: configuration())
      try pattern?.writer.backup(to: queue)
      return SQLiteDatabase(queue: queue)
    } catch {
      throw SQLError.translated(error)
    }
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 5
    configuration.prepareDatabase { database in
      // 8 MiB of pages a connection; the system's own cache does the rest. No memory map: a read
      // error in one would end the process instead of throwing.
      try database.execute(
        sql: """
          PRAGMA cache_size = -8192;
          PRAGMA temp_store = MEMORY;
          PRAGMA mmap_size = 0;
          """)
    }
    return configuration
  }

  public func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try refuseClosed()
    return try await withCheckedThrowingContinuation { continuation in
      writer.asyncRead { [numbers] access in
        continuation.resume(
          with: Result {
            do {
              let connection = SQLiteConnection(
                try access.get(), numbers: numbers, reading: true)
              return try Self.ask(connection, body)
            } catch {
              throw SQLError.translated(error, reading: true)
            }
          })
      }
    }
  }

  /// One transaction, begun with the write lock in hand (`BEGIN IMMEDIATE`), so that it never fails
  /// half way because another process wrote.
  public func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try refuseClosed()
    return try await withCheckedThrowingContinuation { continuation in
      writer.asyncWriteWithoutTransaction { [numbers, signals] database in
        continuation.resume(
          with: Result {
            do {
              let before = database.totalChangesCount
              let value = try Self.commit(database, numbers, body)
              if database.totalChangesCount != before { signals.announce() }
              return value
            } catch {
              throw SQLError.translated(error)
            }
          })
      }
    }
  }

  private static func commit<T>(
    _ database: Database, _ numbers: ParameterNumbers, _ body: (any SQLConnection) throws -> T
  ) throws -> T {
    try database.beginTransaction(.immediate)
    do {
      let value = try ask(
        SQLiteConnection(database, numbers: numbers, reading: false), body)
      try database.commit()
      return value
    } catch {
      // SQLite itself rolls back on some errors (a full disk), and then has nothing left to roll
      // back.
      if database.isInsideTransaction { try database.rollback() }
      throw error
    }
  }

  private static func ask<T>(
    _ connection: SQLiteConnection, _ body: (any SQLConnection) throws -> T
  ) throws -> T {
    defer { connection.end() }
    let value = try body(connection)
    if let failure = connection.failure { throw failure }
    return value
  }

  /// Commits through this value only: another process on the same file is not heard.
  public func commits() -> AsyncStream<Void> { signals.stream() }

  /// A consistent copy by SQLite's online backup, made beside the place and then named, so that a
  /// file of that name is always whole. Writers go on meanwhile.
  /// - Throws: `SQLError`, of kind `constraint` when the file exists already.
  public func backup(to path: String) async throws {
    try refuseClosed()
    let writer = self.writer
    try await onThread {
      guard !FileManager.default.fileExists(atPath: path) else {
        throw SQLError(.constraint, "\(path) exists already; nothing was written")
      }
      let part = path + ".part"
      try? FileManager.default.removeItem(atPath: part)
      defer { try? FileManager.default.removeItem(atPath: part) }
      let copy = try DatabaseQueue(path: part)
      try writer.backup(to: copy)
      // A file in WAL mode would leave its last pages in a second file beside it.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
      try FileHandle(forUpdating: URL(filePath: part)).synchronize()
      try FileManager.default.moveItem(atPath: part, toPath: path)
    }
  }

  public func integrity() async throws -> [String] {
    try await read { connection in
      let pages = try connection.rows("PRAGMA integrity_check").compactMap { row in
        if case .text(let line) = row.values.first, line != "ok" { line } else { nil }
      }
      let keys = try connection.rows("PRAGMA foreign_key_check").map { row in
        let words = row.values.map { value in
          switch value {
          case .text(let text): text
          case .integer(let number): String(number)
          default: "?"
          }
        }
        return "table \(words[0]), row \(words[1]): its parent in \(words[2]) is missing"
      }
      return pages + keys
    }
  }

  /// `VACUUM` writes every page anew, then the log of writes is emptied into the file and cut to nothing.
  /// https://sqlite.org/lang_vacuum.html
  public func purge() async throws {
    try refuseClosed()
    try await withCheckedThrowingContinuation { continuation in
      writer.asyncWriteWithoutTransaction { database in
        continuation.resume(
          with: Result {
            do {
              try database.execute(sql: "VACUUM")
              try database.checkpoint(.truncate)
            } catch {
              throw SQLError.translated(error)
            }
          })
      }
    }
  }

  public func close() async throws {
    let wasClosed = isClosed.withLock { isClosed in
      defer { isClosed = true }
      return isClosed
    }
    guard !wasClosed else { return }
    signals.finish()
    let writer = self.writer
    try await onThread { try writer.close() }
  }

  private func refuseClosed() throws {
    if isClosed.withLock({ $0 }) { throw SQLError(.unreachable, "the database is closed") }
  }

  /// Work that waits for the disk without a connection's own thread.
  private func onThread(_ work: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(
          with: Result {
            do { try work() } catch { throw SQLError.translated(error) }
          })
      }
    }
  }
}
