import ArgumentParser
import Foundation
import HeedModel

/// Both ends of Bluesky for tests: a made-up server that a desk talks to over real connections, and what the desk's own
/// parts say to a real one.
@main
struct BlueskyDoubleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bluesky-double",
    abstract: "Run a made-up server of the AT Protocol, or speak with a real one. For tests alone.",
    subcommands: [Serve.self, Speak.self])
}

/// The machine's clock.
struct RealClock: DeskClock {
  func now() -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
  func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}

struct RealRandomness: Randomness {
  func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
