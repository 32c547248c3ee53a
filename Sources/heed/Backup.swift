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
    // Sets what others may do with what is written, too: nothing.
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
    try await Restoring(folder: folder, data: configuration.data).run()
    print("Replies that were on their way then may have arrived since: each waits for your word.")
    print("The desk is back in \(configuration.data).")
    if !files.fileExists(atPath: configuration.key) {
      print(
        "Bring its key back too, to \(configuration.key): without it accounts must sign in again.")
    }
  }
}
