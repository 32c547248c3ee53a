import ArgumentParser
import HeedStore

struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring the database to this version. Serving does it too.")

  @OptionGroup var options: ConfigurationOptions

  func run() async throws {
    let configuration = try await options.load()
    let database = try Composition.database(configuration)
    let ran = try await Migrator(Migrations.all).migrate(database, clock: SystemClock())
    print(
      ran.isEmpty
        ? "Nothing to do: the database is up to date."
        : "Done: " + ran.map(\.name).joined(separator: ", ") + ".")
    try await database.close()
  }
}
