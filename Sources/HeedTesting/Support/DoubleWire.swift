import HeedModel
public import HeedNetwork
import Synchronization

/// A way out that leads to one double of a place, held in a test's hand: it answers by the double's own rules, goes wrong
/// where a test says so, and remembers what was asked.
public final class DoubleWire: Wire {
  /// What the double makes of a request.
  public typealias Answer = @Sendable (WireRequest) -> WireResponse

  /// Something that goes wrong, once.
  public enum Fault: Sendable {
    /// The connection breaks before the double heard anything.
    case cutBefore
    /// The double does what was asked; its answer never comes.
    case cutAfter
    /// The double does what was asked, and answers with this status.
    case statusAfter(Int)
    /// Nothing is done.
    case refusal(Int, String, headers: [(name: String, value: String)])

    public init(_ fault: NetworkFault) {
      switch fault {
      case .cutBeforeAccepting: self = .cutBefore
      case .cutAfterAccepting: self = .cutAfter
      case .errorAfterAccepting: self = .statusAfter(500)
      case .temporarilyDown: self = .refusal(503, "<html>Back soon</html>", headers: [])
      case .strangersPage: self = .refusal(401, "<html>Please sign in</html>", headers: [])
      case .strangersMissing: self = .refusal(404, "<html>Not here</html>", headers: [])
      case .rateLimitedUntil(let wait):
        self = .refusal(
          429, #"{"message":"Too many requests"}"#,
          headers: NetworkFault.headers(limitedUntil: wait))
      case .rateLimited(let wait):
        self = .refusal(
          429, #"{"message":"Too many requests"}"#,
          headers: [("Retry-After", String(wait.milliseconds / 1000))])
      }
    }
  }

  private struct Planned {
    var fault: Fault
    var fits: @Sendable (WireRequest) -> Bool
  }

  private struct State {
    var planned: [Planned] = []
    var requests: [WireRequest] = []
  }

  private let answer: Answer
  private let state = Mutex(State())

  public init(_ answer: @escaping Answer) { self.answer = answer }

  public var requests: [WireRequest] { state.withLock { $0.requests } }

  /// Lets the next request that fits go wrong.
  public func fail(
    _ fault: Fault, when fits: @escaping @Sendable (WireRequest) -> Bool = { _ in true }
  ) {
    state.withLock { $0.planned.append(Planned(fault: fault, fits: fits)) }
  }

  public func send(_ request: WireRequest) async throws -> WireResponse {
    let fault = state.withLock { state -> Fault? in
      state.requests.append(request)
      guard let at = state.planned.firstIndex(where: { $0.fits(request) }) else { return nil }
      return state.planned.remove(at: at).fault
    }
    switch fault {
    case nil: return answer(request)
    case .cutBefore: throw Self.cut
    case .cutAfter:
      _ = answer(request)
      throw Self.cut
    case .statusAfter(let status):
      _ = answer(request)
      return WireResponse(status: status, address: request.address)
    case .refusal(let status, let body, let headers):
      return WireResponse(
        status: status, headers: headers, body: Array(body.utf8), address: request.address)
    }
  }

  public func events(_: WireRequest) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    AsyncThrowingStream { $0.finish(throwing: Self.cut) }
  }

  public func messages(_: WireRequest) -> AsyncThrowingStream<String, any Error> {
    AsyncThrowingStream { $0.finish(throwing: Self.cut) }
  }

  private static let cut = WireError(.cut, "The connection broke.", certainlyNotSent: false)
}

/// A request as a double reads it.
public struct Asked: Sendable {
  public let method: WireRequest.Method
  public let host: String
  /// Without the query, its parts decoded: `["posts", "12.json"]`.
  public let path: [String]
  /// The last of each name.
  public let query: [String: String]
  /// Every value of a name, in order.
  public let queries: [(name: String, value: String)]
  public let request: WireRequest

  public init(_ request: WireRequest) {
    self.request = request
    method = request.method
    let parts = request.address.split(separator: "?", maxSplits: 1)
    let bare = parts.first?.drop { $0 != ":" }.dropFirst(3) ?? ""
    host = String(bare.prefix { $0 != "/" })
    path = bare.split(separator: "/").dropFirst().map(Self.decoded)
    queries = Self.fields(parts.count > 1 ? String(parts[1]) : "")
    query = Dictionary(queries.map { ($0.name, $0.value) }) { $1 }
  }

  public func header(_ name: String) -> String? {
    request.headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The fields of a body that is a form.
  public var form: [String: String] {
    let fields = Self.fields(String(decoding: request.body, as: UTF8.self))
    return Dictionary(fields.map { ($0.name, $0.value) }) { $1 }
  }

  private static func fields(_ text: String) -> [(name: String, value: String)] {
    text.split(separator: "&").map { pair in
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (decoded(halves[0]), halves.count > 1 ? decoded(halves[1]) : "")
    }
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.replacing("+", with: " ").utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
