import HeedModel
import Synchronization

/// One step of the schema. Once shipped it never changes; a mistake is mended by a later one.
///
/// One text serves both databases, written in PostgreSQL's types. For SQLite these words are
/// replaced, in capitals and whole: `BIGINT PRIMARY KEY` by `INTEGER PRIMARY KEY` (the row's own
/// number), `BYTEA` by `BLOB`, `DOUBLE PRECISION` by `REAL`. Where more than a word differs, lines
/// of their own say for whom the following lines are:
///
///     -- only sqlite
///     CREATE VIRTUAL TABLE words USING fts5 (text);
///     -- only postgres
///     CREATE TABLE words (text tsvector);
///     -- both
public struct Migration: Sendable, Hashable {
  public let number: Int
  public let name: String
  /// Several statements; no BEGIN or COMMIT, for it runs in a transaction of the migrator's.
  public let sql: String
  /// Of the whole text, the same on both databases, so that a desk may move between them. It
  /// tells a slip of the hand, not an attack.
  public let hash: String
  /// What each database is given, kept once it was asked for: a standing desk never asks, and every test's desk does.
  private static let given = Mutex<[String: String]>([:])

  public init(number: Int, name: String, sql: String) {
    self.number = number
    self.name = name
    self.sql = sql
    hash = Self.hash(of: sql)
  }

  /// What this database is given.
  public func sql(for dialect: SQLDialect) -> String {
    let key = "\(dialect) \(sql)"
    if let known = Self.given.withLock({ $0[key] }) { return known }
    let text = made(for: dialect)
    Self.given.withLock { $0[key] = text }
    return text
  }

  private func made(for dialect: SQLDialect) -> String {
    switch dialect {
    case .postgres: Self.lines(of: sql, for: "-- only postgres")
    case .sqlite:
      Self.lines(of: sql, for: "-- only sqlite")
        .replacing(/\bBIGINT\s+PRIMARY\s+KEY\b/, with: "INTEGER PRIMARY KEY")
        .replacing(/\bBYTEA\b/, with: "BLOB")
        .replacing(/\bDOUBLE\s+PRECISION\b/, with: "REAL")
    }
  }

  private static func lines(of sql: String, for mark: String) -> String {
    let part = sql.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [Substring] = []
    var isMeant = true
    for line in part {
      switch line.trimmingPrefix(while: \.isWhitespace).lowercased() {
      case "-- both": isMeant = true
      case let text where text == "-- only sqlite" || text == "-- only postgres":
        isMeant = text == mark
      default: if isMeant { lines.append(line) }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func hash(of sql: String) -> String {
    let digits = String(StableHash.of(bytes: sql.utf8), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
