public import HeedModel
public import HeedNetwork

/// Bluesky (AT Protocol): all that is said there in public, heard without an account.
///
/// A Jetstream server tells everything as it is said; the desk keeps what a topic catches. `Docs/networks/bluesky.md` says
/// what is asked of whom, and what is missing.
public struct BlueskyNetwork: Network {
  public static let name = NetworkName("bluesky")

  let wire: any Wire
  let clock: any DeskClock
  let servers: Jetstreams
  let directory = Directory()

  public var name: NetworkName { Self.name }
  public var title: Message { "Bluesky" }

  /// - Parameter jetstream: hosts, or whole addresses (`wss:`, `ws:`), of the servers that tell all public talk; one is
  ///   asked at a time, the next when it fails. Without any this network offers nothing.
  public init(wire: any Wire, clock: any DeskClock, jetstream: [String]) {
    self.wire = wire
    self.clock = clock
    servers = Jetstreams(jetstream)
  }

  /// Whether this names a server as the configuration should.
  public static func isServer(_ text: String) -> Bool {
    Jetstreams.Place(text) != nil && !text.hasPrefix("http")
  }
}
