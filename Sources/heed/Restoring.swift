import ArgumentParser
import Foundation
import HeedModel
import HeedSQLite
import HeedStore

/// Brings a backup back. It is looked at beside the desk's own place first, and put there whole or not at all: a copy
/// that was cut off leaves nothing that somebody could start, or that would stand in the way of a better one.
struct Restoring {
  /// That backup made.
  let folder: String
  /// The desk's folder for data.
  let data: String

  private var files: FileManager { FileManager.default }
  private var target: String { data + "/heed.sqlite" }
  private var media: String { data + "/media" }

  /// - Throws: `ValidationError`, which says what is wrong, and that nothing was brought back.
  func run() async throws {
    guard files.fileExists(atPath: folder + "/heed.sqlite") else {
      throw ValidationError("\(folder) holds no backup of a desk.")
    }
    for place in [target, media] where files.fileExists(atPath: place) {
      throw ValidationError(
        "\(place) exists. Move it away first: nothing is written over a desk that is there.")
    }
    try files.createDirectory(
      atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let stage = data + "/restoring"
    // What a restore left that was cut off itself.
    try? files.removeItem(atPath: stage)
    defer { try? files.removeItem(atPath: stage) }
    try files.createDirectory(
      atPath: stage, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try files.copyItem(atPath: folder + "/heed.sqlite", toPath: stage + "/heed.sqlite")
    if files.fileExists(atPath: folder + "/media") {
      try files.copyItem(atPath: folder + "/media", toPath: stage + "/media")
    }
    do {
      try await settle(stage + "/heed.sqlite")
    } catch let error as SQLError {
      throw damaged(error.message)
    }
    if files.fileExists(atPath: stage + "/media") {
      try files.moveItem(atPath: stage + "/media", toPath: media)
    }
    // Last: with it there is a desk.
    try files.moveItem(atPath: stage + "/heed.sqlite", toPath: target)
  }

  private func settle(_ path: String) async throws {
    let database = try SQLiteDatabase(path: path)
    do {
      let faults = try await database.integrity()
      guard faults.isEmpty else { throw damaged(faults.prefix(3).joined(separator: "; ")) }
      let pending: Int
      do {
        pending = try await Migrator(Migrations.all).pending(database).count
      } catch let error as Problem {
        throw ValidationError("\(error.text.english) Nothing of \(folder) was brought back.")
      }
      guard pending < Migrations.all.count else {
        throw ValidationError(
          "\(folder) holds a database that is no desk. Nothing was brought back.")
      }
      try await Store(database: database).settleRestored()
    } catch {
      try? await database.close()
      throw error
    }
    try await database.close()
  }

  private func damaged(_ how: String) -> ValidationError {
    ValidationError(
      "The backup in \(folder) is damaged (\(how)). Nothing was brought back, and it was not changed. Take another one."
    )
  }
}
