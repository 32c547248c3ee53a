import Foundation
import HeedDesk
import HeedModel
import HeedNetwork
import HeedSQLite
import HeedStore
import HeedTesting
import Logging

/// A desk without networks, for files that come and go.
struct ImportDesk {
  let desk: Desk
  let database: any SQLDatabase
  let clock = ManualClock()

  init() async throws {
    database = try await SQLiteDatabase.ready()
    desk = Desk(
      record: Store(database: database), networks: Networks([]), reader: NoReader(),
      vault: Vault(key: [UInt8](repeating: 7, count: 32)), uploads: NoUploads(), clock: clock,
      randomness: SeededRandomness(seed: 3),
      address: DeskAddress(base: "http://127.0.0.1:8080", isPublic: false),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  /// Takes text in as a file of posts.
  @discardableResult
  func take(_ text: String, isTrial: Bool = false) async throws -> (
    report: ImportReport, faults: [ImportReport.Fault]
  ) {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "heed-import-\(UUID().uuidString).jsonl")
    try Data(text.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let file = try FileHandle(forReadingFrom: path)
    defer { try? file.close() }
    return try await take(PostLines(file), isTrial: isTrial)
  }

  func take(_ lines: some Sequence<NumberedLine>, isTrial: Bool = false) async throws -> (
    report: ImportReport, faults: [ImportReport.Fault]
  ) {
    let faults = Faults()
    let report = try await desk.importPosts(
      lines, ImportOptions(isTrial: isTrial, onFault: { faults.add($0) }))
    return (report, faults.all)
  }

  func export(for viewer: Viewer? = nil) async throws -> [String] {
    var lines: [String] = []
    _ = try await desk.exportPosts(for: viewer) { lines.append($0) }
    return lines
  }

  /// Every post by its id: what it answers, to whom it speaks, its words, and the first post of its thread.
  func threads() async throws -> [String: [String]] {
    let rows = try await database.read {
      try $0.rows(
        """
        SELECT p.remote_id, COALESCE(q.remote_id, '-'), p.direction, p.body,
          CASE WHEN p.removed_at IS NULL THEN 'stands' ELSE 'gone' END,
          (SELECT t.remote_id FROM posts t WHERE t.conversation_id = p.conversation_id
            ORDER BY t.id LIMIT 1),
          COALESCE(h.address, '-'), p.id / 2097152
        FROM posts p LEFT JOIN posts q ON q.id = p.parent_id
        LEFT JOIN handles h ON h.id = p.author_id
        """)
    }
    return Dictionary(
      rows.map { row in
        let words = row.values.map { value in
          switch value {
          case .text(let text): text
          case .integer(let number): String(number)
          default: "?"
          }
        }
        return (words[0], Array(words.dropFirst()))
      }
    ) { $1 }
  }

  func count(_ table: String) async throws -> Int64 {
    let rows = try await database.read { try $0.rows("SELECT COUNT(*) FROM \(table)") }
    guard case .integer(let count)? = rows.first?.values.first else { return -1 }
    return count
  }

  /// How many rows each table holds: what a second run must not change.
  func counts() async throws -> [String: Int64] {
    var counts: [String: Int64] = [:]
    for table in [
      "posts", "handles", "people", "conversations", "events", "revisions", "sources", "accounts",
      "replies", "came_back", "post_terms",
    ] { counts[table] = try await count(table) }
    return counts
  }
}

private final class Faults: @unchecked Sendable {
  private let lock = NSLock()
  private var faults: [ImportReport.Fault] = []
  func add(_ fault: ImportReport.Fault) { lock.withLock { faults.append(fault) } }
  var all: [ImportReport.Fault] { lock.withLock { faults } }
}

private struct NoReader: Reader {
  func read(_ text: String, declaredLanguage: String?) -> Reading {
    Reading(language: declaredLanguage, by: "none")
  }
}

private struct NoUploads: UploadFolder {
  func write(_ bytes: [UInt8], name: String) async throws {}
  func read(_ name: String) async throws -> [UInt8] { [] }
  func remove(_ name: String) async throws {}
}
