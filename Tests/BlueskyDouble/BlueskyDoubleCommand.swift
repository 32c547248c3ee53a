import ArgumentParser

/// Both ends of Bluesky for tests: a made-up server that a desk talks to over real connections, and what the desk's own
/// parts say to a real one.
@main
struct BlueskyDoubleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bluesky-double",
    abstract: "Run a made-up server of the AT Protocol, or speak with a real one. For tests alone.",
    subcommands: [Serve.self, Speak.self])
}
