import ArgumentParser
import Foundation
import HeedDesk
import HeedModel
import HeedSQLite
import HeedStore
import HeedTesting
import Testing

@testable import heed

/// A new key: everything opens with it afterwards, and whatever cuts the change off, nothing is lost.
@Suite struct KeyRotationTests {
  private struct Crash: Error {}

  /// A desk on a disk with an account and a second factor, sealed with the key in its folder.
  private struct Sealed {
    let folder: String
    let path: String
    let database: SQLiteDatabase
    let store: Store
    let key: [UInt8]
    let account: ID<Account>
    let member: ID<Member>

    init() async throws {
      folder =
        FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString)")
        .path
      path = folder + "/heed.key"
      key = try KeyFile.load(path)
      database = try SQLiteDatabase(path: folder + "/heed.sqlite")
      let test = try await TestDesk(database: database)
      store = Store(database: database)
      account = test.account
      member = test.bruno.member
      let vault = Vault(key: key)
      let (account, member) = (account, member)
      try await store.write { tx in
        try tx.setCredentials(
          vault.seal(Array("token".utf8), for: "account:\(account)"), of: account)
        var secrets = try tx.secrets(of: member) ?? MemberSecrets(passwordHash: "")
        secrets.sealedTOTPKey = try vault.seal(Array("factor".utf8), for: "totp:\(member)")
        try tx.update(secrets, of: member)
      }
    }

    func rotation(_ after: @escaping (KeyRotation.Step) throws -> Void = { _ in }) -> KeyRotation {
      let store = store
      return KeyRotation(
        path: path,
        desk: { from, to in
          try await Resealing(from: Vault(key: from), to: Vault(key: to)).run(
            store, clock: ManualClock(), randomness: SeededRandomness(seed: 3))
        }, after: after)
    }

    /// What opens with a key.
    func opens(_ key: [UInt8]) async throws -> Int {
      let vault = Vault(key: key)
      let (account, member) = (account, member)
      return try await store.read { tx in
        let boxes = [
          (try tx.credentials(of: account) ?? [], "account:\(account)"),
          (try tx.secrets(of: member)?.sealedTOTPKey ?? [], "totp:\(member)"),
        ]
        return boxes.count { (try? vault.open($0.0, for: $0.1)) != nil }
      }
    }

    /// Every key that stands in the folder.
    func keys() throws -> [[UInt8]] {
      try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasPrefix("heed.key") && !$0.hasSuffix(".part") }
        .map { try KeyFile.load(folder + "/" + $0, make: false) }
    }

    func end() async throws {
      try await database.close()
      try FileManager.default.removeItem(atPath: folder)
    }
  }

  @Test func everythingIsSealedAnewAndTheOldKeyStaysBeside() async throws {
    let desk = try await Sealed()
    let (resealed, old) = try await desk.rotation().run()
    #expect(resealed == Resealed(count: 2))
    let fresh = try KeyFile.load(desk.path, make: false)
    #expect(fresh != desk.key)
    #expect(try await desk.opens(fresh) == 2)
    #expect(try await desk.opens(desk.key) == 0)
    #expect(try KeyFile.load(old, make: false) == desk.key)
    for path in [desk.path, old] { #expect(FileMode(path)?.bits == 0o600) }
    #expect(!desk.rotation().isUnfinished)
    // Once more: a third key, and both old ones stay.
    _ = try await desk.rotation().run()
    #expect(try desk.keys().count == 3)
    #expect(try await desk.opens(KeyFile.load(desk.path, make: false)) == 2)
    try await desk.end()
  }

  @Test(arguments: KeyRotation.Step.allCases)
  func cutOffAfterAnyStepItGoesOn(_ step: KeyRotation.Step) async throws {
    let desk = try await Sealed()
    await #expect(throws: Crash.self) {
      try await desk.rotation { if $0 == step { throw Crash() } }.run()
    }
    // At every moment some key in the folder opens everything.
    var opened = 0
    for key in try desk.keys() { opened = max(opened, try await desk.opens(key)) }
    #expect(opened == 2)
    // Cut off there again and again, it ends in the same place.
    for _ in 0..<2 where step != .replaced {
      _ = try? await desk.rotation { if $0 == step { throw Crash() } }.run()
    }
    if desk.rotation().isUnfinished || step == .begun { _ = try await desk.rotation().run() }
    #expect(!desk.rotation().isUnfinished)
    #expect(try await desk.opens(KeyFile.load(desk.path, make: false)) == 2)
    #expect(try desk.keys().contains(desk.key))
    #expect(try desk.keys().count == 2)
    try await desk.end()
  }

  @Test func whatNeitherKeyOpensStaysAsItIs() async throws {
    let desk = try await Sealed()
    let account = desk.account
    let foreign = try Vault(key: Array(repeating: 1, count: 32))
      .seal([1, 2, 3], for: "account:\(account)")
    try await desk.store.write { try $0.setCredentials(foreign, of: account) }
    let (resealed, _) = try await desk.rotation().run()
    #expect(resealed == Resealed(count: 1, closed: ["account:\(account)"]))
    #expect(try await desk.store.read { try $0.credentials(of: account) } == foreign)
    try await desk.end()
  }

  @Test func withoutAKeyNothingIsChanged() async throws {
    let desk = try await Sealed()
    try FileManager.default.removeItem(atPath: desk.path)
    await #expect(throws: Problem.self) { try await desk.rotation().run() }
    #expect(try desk.keys().isEmpty)
    #expect(try await desk.opens(desk.key) == 2)
    try await desk.end()
  }

  /// The program itself, ended at random moments; the folder is a whole desk after each.
  @Test func killedInTheMiddleTheProgramItselfGoesOn() async throws {
    let program = try #require(Self.program, "the program is built beside its tests")
    let desk = try await Sealed()
    try await desk.database.close()
    for delay in stride(from: 0, through: 90, by: 6) {
      let process = Process()
      process.executableURL = program
      process.arguments = ["rotate-key", "--data", desk.folder]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      try await Task.sleep(for: .milliseconds(delay))
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      let database = try SQLiteDatabase(path: desk.folder + "/heed.sqlite")
      let store = Store(database: database)
      let (account, member) = (desk.account, desk.member)
      let boxes = try await store.read { tx in
        [
          (try tx.credentials(of: account) ?? [], "account:\(account)"),
          (try tx.secrets(of: member)?.sealedTOTPKey ?? [], "totp:\(member)"),
        ]
      }
      let whole = try desk.keys().contains { key in
        boxes.allSatisfy { (try? Vault(key: key).open($0.0, for: $0.1)) != nil }
      }
      #expect(whole, "after \(delay) ms")
      try await database.close()
    }
    try FileManager.default.removeItem(atPath: desk.folder)
  }

  private static var program: URL? {
    let beside = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.bundleURL]
    return beside.map { $0.deletingLastPathComponent().appending(path: "heed") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? beside.map { $0.appending(path: "heed") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  @Test func whereADeskRunsTheKeyIsNotChanged() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let configuration = try await ConfigurationOptions.parse(["--data", folder]).load()
    let lock = try DeskLock(configuration)
    #expect(throws: (any Error).self) { try DeskLock(configuration) }
    lock.release()
    _ = try DeskLock(configuration)

    let database = try SQLiteDatabase(path: folder + "/heed.sqlite")
    try await Migrator(Migrations.all).migrate(database, clock: SystemClock())
    let store = Store(database: database)
    try await RotateKey.refuseRunning(store)
    try await store.write { try $0.setSeen(machine: "one", at: SystemClock().now()) }
    await #expect(throws: (any Error).self) { try await RotateKey.refuseRunning(store) }
    try await store.write {
      try $0.setSeen(machine: "one", at: SystemClock().now() - .minutes(2))
    }
    try await RotateKey.refuseRunning(store)
    try await database.close()
  }
}
