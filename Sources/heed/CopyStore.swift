import ArgumentParser
import Foundation
import HeedPostgres
import HeedSQLite
import HeedStore

struct CopyStore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy-store",
    abstract: "Copy a whole desk into another, empty database: SQLite to PostgreSQL, or back.",
    discussion:
      """
      Stop the desk first. Media and the key stay where they are; --database, or none, then says which database \
      the desk uses.
      """)

  @Argument(help: "SQLite file, data folder, or postgres://…") var from: String
  @Argument(help: "SQLite file to be made, or postgres://… of an empty database.") var to: String

  func run() async throws {
    let source = try StorePlace(from).open(mustExist: true)
    let target = try StorePlace(to).open(mustExist: false)
    let copied = try await StoreCopy(from: source, to: target).run(clock: SystemClock()) {
      Lines.error("\($0): \($1)")
    }
    try await source.close()
    try await target.close()
    for table in copied where table.rows > 0 { print("\(table.name)\t\(table.rows)") }
    print(
      "The copy is whole: \(copied.count) tables, \(copied.reduce(0) { $0 + $1.rows }) rows, "
        + "compared on both sides.")
  }
}

/// Where a desk's database stands, as somebody types it.
struct StorePlace: Equatable {
  enum Kind: Equatable { case sqlite, postgres }
  var kind: Kind
  var text: String

  init(_ text: String) {
    let isServer = ["postgres://", "postgresql://"].contains { text.lowercased().hasPrefix($0) }
    kind = isServer ? .postgres : .sqlite
    var isFolder = ObjCBool(false)
    let isThere = FileManager.default.fileExists(atPath: text, isDirectory: &isFolder)
    self.text = kind == .sqlite && isThere && isFolder.boolValue ? text + "/heed.sqlite" : text
  }

  func open(mustExist: Bool) throws -> any SQLDatabase {
    switch kind {
    case .postgres: return try PostgresDatabase(connectionString: text)
    case .sqlite:
      // Opening makes the file, and an empty desk is not what anybody means to copy.
      guard !mustExist || FileManager.default.fileExists(atPath: text) else {
        throw ValidationError("There is no desk at \(text).")
      }
      return try SQLiteDatabase(path: text)
    }
  }
}
