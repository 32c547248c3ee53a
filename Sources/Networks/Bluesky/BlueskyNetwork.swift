public import HeedModel
public import HeedNetwork

/// Bluesky (AT Protocol): all that is said there in public, heard without an account; with one, what is said to it, and
/// answers.
///
/// A Jetstream server tells everything as it is said; the desk keeps what a topic catches. An account's own server hands
/// on what it asks of others. `Docs/networks/bluesky.md` says what is asked of whom, and what is missing.
public struct BlueskyNetwork: Network {
  public static let name = NetworkName("bluesky")

  let wire: any Wire
  let records: (any NameRecords)?
  let clock: any DeskClock
  let randomness: any Randomness
  let servers: Jetstreams
  let places: Places
  let directory = Directory()
  let sessions = Sessions()
  let points = Points()
  let before = SaidBefore()
  let proofs: Proofs
  let settling: Duration

  public var name: NetworkName { Self.name }
  public var title: Message { "Bluesky" }

  /// - Parameters:
  ///   - jetstream: hosts, or whole addresses (`wss:`, `ws:`), of the servers that tell all public talk; one is asked at
  ///     a time, the next when it fails. Without any, public talk is not heard.
  ///   - records: name servers, asked who a handle is; `nil` where they are not.
  ///   - view: host that is asked for names, profiles and public threads.
  ///   - directory: host that knows where a `did:plc` is kept.
  ///   - settling: how long after its first attempt a private message that is not found may still be on its way inside
  ///     the service that keeps them.
  public init(
    wire: any Wire, clock: any DeskClock, randomness: any Randomness, jetstream: [String],
    view: String = "public.api.bsky.app", directory: String = "plc.directory",
    records: (any NameRecords)? = nil, settling: Duration = .seconds(60)
  ) {
    self.wire = wire
    self.settling = settling
    self.records = records
    self.clock = clock
    self.randomness = randomness
    servers = Jetstreams(jetstream)
    places = Places(view: view, directory: directory)
    proofs = Proofs(clock: clock, randomness: randomness)
  }

  /// Whether this names a server as the configuration should.
  public static func isServer(_ text: String) -> Bool {
    Jetstreams.Place(text) != nil && !text.hasPrefix("http")
  }

  var identities: Identities { Identities(wire: wire, places: places, records: records) }

  func client(_ server: String) -> Client { Client(network: self, server: server, account: nil) }

  /// The account's own server, which hands on what others have to answer; without an account the public view.
  func client(_ account: AccountAccess?) -> Client {
    Client(network: self, server: account?.server ?? places.view, account: account)
  }
}

/// Runs what comes before a message is handed over: whatever fails in there, nothing of it went out.
func beforeSending<T>(_ body: () async throws -> T) async throws -> T {
  do {
    return try await body()
  } catch var error as NetworkError {
    error.certainlyNotSent = true
    throw error
  }
}

/// Whoever speaks there is signed in as the handle that its server tells of.
extension BlueskyNetwork: VouchingForAuthors {
  /// The page is made of the handle's name, and of nothing that anybody tells.
  public func isOwn(_ page: String, of handle: RemoteID) -> Bool {
    page == Page.person(handle.rawValue)
  }
}
