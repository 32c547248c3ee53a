import ArgumentParser
import HeedDesk
import HeedModel
import HeedStore

struct RotateKey: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate-key",
    abstract: "Give the desk a new key, and seal every stored secret anew. The desk must not run.",
    discussion:
      """
      Interrupted anywhere, it goes on when it is run again, or at the next start of the desk. The old key stays in a \
      file beside the new one: backups made before today need it.
      """)

  @OptionGroup var options: ConfigurationOptions

  func run() async throws {
    let configuration = try await options.load()
    let lock = try DeskLock(configuration)
    let database = try Composition.database(configuration)
    do {
      try await Migrator(Migrations.all).migrate(database, clock: SystemClock())
      let store = Store(database: database)
      try await Self.refuseRunning(store)
      let (resealed, old) = try await KeyRotation(configuration, store).run()
      print(
        "The key is new. \(resealed.count) secrets were sealed anew. The old key is kept in \(old):"
      )
      print("keep it apart with the backups that were made before, then remove it here.")
      if !resealed.closed.isEmpty {
        print(
          "\(resealed.closed.count) secrets opened with no key that is there and stay as they are. "
            + "heed doctor names them.")
      }
      print("Copy the new key, \(configuration.key), to where you keep keys.")
    } catch {
      try? await database.close()
      throw error
    }
    try await database.close()
    lock.release()
  }

  /// Several machines may serve one PostgreSQL: each says now and then that it is there.
  static func refuseRunning(_ record: any Record) async throws {
    let since = SystemClock().now() - Attendance.life
    let machines = try await record.read { try $0.machines(since: since) }
    guard machines.isEmpty else {
      throw ValidationError(
        "A desk runs on this database: it was there a minute ago. Stop it first, on every machine; after a kill -9 "
          + "wait a minute.")
    }
  }
}

extension KeyRotation {
  init(_ configuration: DeskConfiguration, _ record: any Record) {
    self.init(path: configuration.key) { from, to in
      try await Resealing(from: Vault(key: from), to: Vault(key: to)).run(
        record, clock: SystemClock(), randomness: SystemRandomness())
    }
  }
}
