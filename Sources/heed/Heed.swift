import ArgumentParser

/// The command line: one program for everything that the desk needs done.
@main
struct Heed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heed",
    abstract: "A conversation desk: hear people, answer as yourself, keep what was said.",
    version: HeedVersion.current,
    subcommands: [
      Serve.self, Demo.self, Import.self, Export.self, Backup.self, Restore.self, Migrate.self,
      CopyStore.self, RotateKey.self, Doctor.self, MemberCommand.self, PracticeServer.self,
      StorybookCommand.self, NetworksCommand.self, BenchSend.self, BenchIngest.self,
      BenchHear.self, BenchWork.self, BenchServe.self, BenchJetstream.self, BenchSearch.self,
    ])
}

enum HeedVersion {
  static let current = "0.1.0"
}
