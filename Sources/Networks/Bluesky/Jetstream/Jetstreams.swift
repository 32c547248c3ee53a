import HeedModel
import HeedNetwork
import Synchronization

/// The servers that tell all public talk, and which of them is asked now.
final class Jetstreams: Sendable {
  /// Larger messages are left out by the server: no post of anybody is so long.
  static let mostBytes = 262_144
  /// How long before the cursor a stream begins, as its documentation advises: servers witness the same post at slightly
  /// different times, and what was lost with the connection may be older than what came last.
  static let overlap: Int64 = 5_000_000
  /// What a new source hears of before it was added.
  static let firstLook: Int64 = 600_000_000

  let all: [Place]
  private let turn = Mutex(0)

  init(_ addresses: [String]) { all = addresses.compactMap { Place($0) } }

  /// Where to listen now; `nil` where none is configured.
  var current: Place? { all.isEmpty ? nil : all[turn.withLock { $0 } % all.count] }

  /// After a failure another one is asked.
  func turn(from place: Place) {
    turn.withLock { if all[$0 % all.count] == place { $0 += 1 } }
  }

  /// One server.
  struct Place: Sendable, Equatable {
    /// Shown to people.
    let host: String
    private let address: String

    /// A host, or an address with `ws:` or `wss:` and perhaps a path.
    init?(_ text: String) {
      let hasScheme = text.hasPrefix("wss://") || text.hasPrefix("ws://")
      let whole = hasScheme ? text : "wss://" + text
      let rest = whole.drop { $0 != "/" }.dropFirst(2)
      host = String(rest.prefix { $0 != "/" && $0 != "?" })
      guard !host.isEmpty, !text.contains(where: \.isWhitespace), !text.contains("?") else {
        return nil
      }
      address = rest.count == host.count ? whole + "/subscribe" : whole
    }

    /// - Parameter cursor: microseconds since 1970, the overlap included.
    func request(from cursor: Int64, silence: Duration) -> WireRequest {
      let isSecond = address.contains("subscribeEvents")
      let filter = isSecond ? "collections" : "wantedCollections"
      let wanted = [Collection.post, Collection.profile].map { "\(filter)=\($0)" }
      // Signs that a repository has to be read anew carry no words.
      let kinds = isSecond ? ["kinds=commit", "kinds=identity", "kinds=account"] : []
      let query =
        wanted + kinds + ["cursor=\(cursor)", "maxMessageSizeBytes=\(Jetstreams.mostBytes)"]
      return WireRequest(
        .get, address + "?" + query.joined(separator: "&"),
        headers: isSecond ? [("Sec-WebSocket-Protocol", "xrpc.v1.json")] : [],
        maximumBytes: 2 * Jetstreams.mostBytes, timeout: silence)
    }
  }
}
