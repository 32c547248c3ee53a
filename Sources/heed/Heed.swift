import ArgumentParser

/// The command line: one program for everything that the desk needs done.
@main
struct Heed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heed",
    abstract: "A conversation desk: hear people, answer as yourself, keep what was said.",
    version: HeedVersion.current,
    subcommands: [
      Serve.self, Demo.self, PracticeServer.self, Migrate.self, Backup.self, Restore.self,
      MemberCommand.self,
    ])
}

enum HeedVersion {
  static let current = "0.1.0"
}
