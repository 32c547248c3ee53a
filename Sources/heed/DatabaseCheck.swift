import Foundation
import HeedModel
import HeedStore

/// The database: opens, is whole, is of this version.
struct DatabaseCheck {
  var configuration: DeskConfiguration

  struct Result {
    var findings: [Finding]
    /// Open, when its tables are those that this Heed reads.
    var database: (any SQLDatabase)?
  }

  func run() async -> Result {
    let path = configuration.data + "/heed.sqlite"
    // Opening would make it.
    guard configuration.isPostgres || FileManager.default.fileExists(atPath: path) else {
      return Result(
        findings: [.look("database", "There is none at \(path) yet. heed serve makes it.")])
    }
    do {
      let database = try Composition.database(configuration)
      do {
        return try await look(at: database, path)
      } catch {
        try? await database.close()
        throw error
      }
    } catch {
      return Result(
        findings: [.broken("database", "It does not open: \(text(error))")])
    }
  }

  private func look(at database: any SQLDatabase, _ path: String) async throws -> Result {
    let pending = try await Migrator(Migrations.all).pending(database)
    guard pending.isEmpty else {
      try await database.close()
      return Result(findings: [
        .look("database", "It is of an older version. Back it up, then run heed migrate.")
      ])
    }
    var findings: [Finding] = []
    let faults = try await database.integrity()
    if faults.isEmpty {
      findings.append(.well("database", "It opens and is of this version. \(size(path))"))
    } else {
      findings.append(
        .broken(
          "database",
          "It is damaged: \(faults.prefix(3).joined(separator: "; ")). Stop the desk, keep the file, restore a backup."
        ))
    }
    return Result(findings: findings, database: database)
  }

  private func size(_ path: String) -> String {
    guard !configuration.isPostgres else { return "" }
    let bytes = [path, path + "-wal"].compactMap {
      (try? FileManager.default.attributesOfItem(atPath: $0))?[.size] as? NSNumber
    }.reduce(0) { $0 + $1.int64Value }
    return "\(bytes >> 10) KiB."
  }

  private func text(_ error: any Error) -> String {
    (error as? SQLError)?.message ?? (error as? Problem)?.text.english ?? "\(error)"
  }
}
