import ArgumentParser
import Foundation
import HeedModel
import HeedStore

struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy the whole desk into a folder, while it runs.",
    discussion:
      "The key is not copied: keep it apart, or whoever finds the copy can use your tokens.")

  @OptionGroup var options: ConfigurationOptions
  @Argument(help: "Folder to be made.") var folder: String

  func run() async throws {
    let configuration = try await options.load()
    let files = FileManager.default
    guard !files.fileExists(atPath: folder) else {
      throw ValidationError("\(folder) exists already. Choose a new name.")
    }
    let database = try Composition.database(configuration)
    try files.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    do {
      try await database.backup(to: folder + "/heed.sqlite")
    } catch {
      try? files.removeItem(atPath: folder)
      throw error
    }
    let media = configuration.data + "/media"
    if files.fileExists(atPath: media) {
      try files.copyItem(atPath: media, toPath: folder + "/media")
    }
    try await database.close()
    print("The desk is copied to \(folder). Its key, \(configuration.key), is not: keep it apart.")
  }
}

struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring a desk back from a backup. The desk must not run.")

  @OptionGroup var options: ConfigurationOptions
  @Argument(help: "Folder that backup made.") var folder: String

  func run() async throws {
    let configuration = try await options.load()
    let files = FileManager.default
    guard !configuration.isPostgres else {
      throw ValidationError("A PostgreSQL desk comes back with pg_restore; see Docs/operations.md.")
    }
    guard files.fileExists(atPath: folder + "/heed.sqlite") else {
      throw ValidationError("\(folder) holds no backup of a desk.")
    }
    let target = configuration.data + "/heed.sqlite"
    guard !files.fileExists(atPath: target) else {
      throw ValidationError(
        "\(target) exists. Move it away first: nothing is written over a desk that is there.")
    }
    try files.createDirectory(
      atPath: configuration.data, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try files.copyItem(atPath: folder + "/heed.sqlite", toPath: target)
    if files.fileExists(atPath: folder + "/media") {
      try files.copyItem(atPath: folder + "/media", toPath: configuration.data + "/media")
    }
    let database = try Composition.database(configuration)
    let faults = try await database.integrity()
    try await Store(database: database).settleRestored()
    try await database.close()
    guard faults.isEmpty else {
      throw ValidationError("The backup is damaged: " + faults.joined(separator: "; "))
    }
    print("Replies that were on their way then may have arrived since: each waits for your word.")
    print("The desk is back in \(configuration.data).")
    if !files.fileExists(atPath: configuration.key) {
      print(
        "Bring its key back too, to \(configuration.key): without it accounts must sign in again.")
    }
  }
}
