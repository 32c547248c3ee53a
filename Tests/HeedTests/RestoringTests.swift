import ArgumentParser
import Foundation
import HeedModel
import HeedSQLite
import HeedStore
import HeedTesting
import Testing

@testable import heed

/// Backups that were cut off, spoilt or are none: nothing of them stays, so that a better one can be taken.
@Suite struct RestoringTests {
  private let root = FileManager.default.temporaryDirectory.appending(
    path: "heed-\(UUID().uuidString)"
  ).path
  private var backup: String { root + "/backup" }
  private var data: String { root + "/data" }
  private var file: URL { URL(filePath: backup + "/heed.sqlite") }

  private func with(_ body: () async throws -> Void) async throws {
    let files = FileManager.default
    try files.createDirectory(atPath: backup, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: root) }
    let database = try SQLiteDatabase(path: root + "/desk.sqlite")
    try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
    try await database.backup(to: file.path)
    try await database.close()
    try files.createDirectory(atPath: backup + "/media", withIntermediateDirectories: true)
    try Data("picture".utf8).write(to: URL(filePath: backup + "/media/1"))
    try await body()
  }

  private func refused(_ part: String) async throws {
    let before = try Data(contentsOf: file)
    let error = await #expect(throws: ValidationError.self) {
      try await Restoring(folder: backup, data: data).run()
    }
    #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
    #expect(error?.message.contains("brought back") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: data) == [])
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func aWholeOneComesBackWithItsMediaAndForItsOwnerAlone() async throws {
    try await with {
      try await Restoring(folder: backup, data: data).run()
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: data).sorted() == [
          "heed.sqlite", "media",
        ])
      #expect(FileManager.default.contents(atPath: data + "/media/1") == Data("picture".utf8))
      let database = try SQLiteDatabase(path: data + "/heed.sqlite")
      #expect(try await Migrator(Migrations.all).pending(database).isEmpty)
      try await database.close()
    }
  }

  @Test(arguments: [0, 100, 5000, 100_000])
  func oneThatWasCutOffLeavesNothing(_ bytes: Int) async throws {
    try await with {
      let whole = try Data(contentsOf: file)
      try whole.prefix(bytes).write(to: file)
      try await refused(bytes == 0 ? "no desk" : "damaged")
      // The same command takes a whole one then.
      try whole.write(to: file)
      try await Restoring(folder: backup, data: data).run()
    }
  }

  @Test func oneWithASpoiltPageIsFound() async throws {
    try await with {
      var bytes = try Data(contentsOf: file)
      let page = 4096
      for at in stride(from: 2 * page, to: bytes.count, by: 7 * page) {
        bytes.replaceSubrange(at..<at + 100, with: Data(repeating: 0x99, count: 100))
      }
      try bytes.write(to: file)
      try await refused("damaged")
    }
  }

  @Test func anotherProgramsDatabaseIsNoDesk() async throws {
    try await with {
      try FileManager.default.removeItem(at: file)
      let other = try SQLiteDatabase(path: root + "/other.sqlite")
      try await other.write { try $0.runScript("CREATE TABLE songs (id INTEGER)") }
      try await other.backup(to: file.path)
      try await other.close()
      try await refused("no desk")
      try Data("words".utf8).write(to: file)
      try await refused("damaged")
    }
  }

  @Test func nothingIsWrittenOverWhatIsThere() async throws {
    try await with {
      let media = data + "/media"
      try FileManager.default.createDirectory(atPath: media, withIntermediateDirectories: true)
      await #expect(throws: ValidationError.self) {
        try await Restoring(folder: backup, data: data).run()
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: data) == ["media"])
      try FileManager.default.removeItem(atPath: media)
      // What a restore left that was ended halfway.
      try FileManager.default.createDirectory(
        atPath: data + "/restoring/media", withIntermediateDirectories: true)
      try await Restoring(folder: backup, data: data).run()
      #expect(!FileManager.default.fileExists(atPath: data + "/restoring"))
    }
  }

  /// Whoever made the folder, and however open they left it.
  @Test func whatTheDeskKeepsIsItsOwnersAlone() async throws {
    let files = FileManager.default
    defer { try? files.removeItem(atPath: root) }
    try files.createDirectory(
      atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    let path = data + "/heed.sqlite"
    let configuration = try await ConfigurationOptions.parse(["--set", "data=\(data)"]).load()
    for isNew in [true, false] {
      // An older Heed left it readable.
      if !isNew { try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path) }
      let database = try Composition.database(configuration)
      try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
      for name in try files.contentsOfDirectory(atPath: data) {
        #expect(FileMode(data + "/" + name)?.bits == 0o600, "\(name)")
      }
      try await database.close()
    }
  }
}
