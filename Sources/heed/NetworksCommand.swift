import ArgumentParser
import HeedModel
import HeedNetwork

struct NetworksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "networks",
    abstract: "Say in a table what the desk can do on each network. Nobody is asked for it.")

  func run() async throws {
    print(try await NetworkTable.page(), terminator: "")
  }
}

/// What each network can do, from its abilities and its `Capabilities`: `Docs/networks.md`.
enum NetworkTable {
  static func page() async throws -> String {
    let networks = Composition.networks(
      wire: NoWay(), connections: NoWay(), records: nil, clock: SystemClock(),
      try DeskConfiguration.plain())
    var rows: [String] = []
    for network in networks.sorted(by: { $0.title.english < $1.title.english }) {
      rows.append(await row(network))
    }
    return """
      # What the desk can do where

      Made by `heed networks` from what each network says of itself; a test fails when the two differ. What a server of \
      a network can do is asked of it when an account is connected. How each is listened to and answered stands in \
      [networks](networks/README.md).

      | network | told at once | threads | without an account | with an account | edit | delete | private | pictures | length | readers | signs in |
      |---|---|---|---|---|---|---|---|---|---|---|---|
      \(rows.joined(separator: "\n"))

      """
  }

  private static func row(_ network: any Network) async -> String {
    let open = try? await network.capabilities(of: nil)
    let signs = network is any SigningIn
    let ours = signs ? try? await network.capabilities(of: anybody) : nil
    let isAsked = signs && ours == nil
    func told(_ value: (Capabilities) -> String) -> String {
      isAsked ? "its server says" : (ours ?? open).map(value) ?? "–"
    }
    let cells = [
      "[\(network.title.english)](networks/\(network.name.rawValue).md)",
      network is any Streaming ? "stream" : network is any TakingNotes ? "hook" : "–",
      mark(network is any Threading), open.map { answers($0.reply) } ?? "–",
      signs ? told { answers($0.reply) } : "–", told { mark($0.canEdit) },
      told { mark($0.canDelete) }, told { mark($0.visibilities.contains(.private)) },
      told { $0.mediaLimit == 0 ? "–" : "up to \($0.mediaLimit)" }, told { length($0.length) },
      told { $0.seen == .nothing ? "–" : $0.seen == .counter ? "counted" : "named" }, mark(signs),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private static func mark(_ can: Bool) -> String { can ? "yes" : "–" }

  private static func answers(_ mode: Capabilities.ReplyMode) -> String {
    switch mode {
    case .always: "answers"
    case .ifSummoned: "answers if called"
    case .handOff: "by hand"
    case .never: "–"
    }
  }

  private static func length(_ length: Capabilities.Length) -> String {
    switch length {
    case .graphemes(let limit, _): "\(limit) characters"
    case .scalars(let limit, _): "\(limit) characters"
    case .graphemesAndBytes(let limit, _): "\(limit) characters"
    case .bytes(let limit): "\(limit) bytes"
    case .unlimited: "–"
    }
  }

  /// An account of nobody: what depends on no server is said of it, too.
  private static let anybody = AccountAccess(
    id: ID(1), server: "example.org", remoteID: RemoteID("nobody"), address: "nobody",
    credentials: Credentials(["token": "none", "key": "none"]))
}

/// A way out that leads nowhere: a table asks nobody.
private struct NoWay: Wire, Connecting {
  private static let closed = WireError(
    .unreachable, "Nobody is asked for a table.", certainlyNotSent: true)

  func connect(to _: String, port _: Int, isSecure _: Bool) async throws -> any WireConnection {
    throw Self.closed
  }

  func send(_: WireRequest) async throws -> WireResponse { throw Self.closed }
  func events(_: WireRequest) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    AsyncThrowingStream { $0.finish(throwing: Self.closed) }
  }
  func messages(_: WireRequest) -> AsyncThrowingStream<String, any Error> {
    AsyncThrowingStream { $0.finish(throwing: Self.closed) }
  }
}
