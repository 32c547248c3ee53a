public import HeedModel

/// The way out, as networks see it. HeedWire guards, limits and retries behind it; tests put a script in its place.
public protocol Wire: Sendable {
  /// Asks and reads the whole answer, within the request's limits. Redirects are followed for GET and HEAD, each hop
  /// guarded anew; credentials do not cross to another host.
  /// - Throws: `WireError`. An answer with any status is no error.
  func send(_ request: WireRequest) async throws -> WireResponse

  /// Opens a stream of server-sent events; ends by throwing `WireError` when it is lost.
  func events(_ request: WireRequest) -> AsyncThrowingStream<ServerSentEvent, any Error>

  /// Opens a WebSocket (`wss:` or `ws:`) and brings its text messages; ends by throwing when it is lost.
  func messages(_ request: WireRequest) -> AsyncThrowingStream<String, any Error>
}

public struct WireRequest: Sendable {
  public enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
    case patch = "PATCH"
  }

  public var method: Method
  /// Absolute.
  public var address: String
  /// Names are compared without regard to case.
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]
  /// Of the answer, after decompression.
  public var maximumBytes: Int
  /// For the whole exchange; for streams, the longest silence.
  public var timeout: Duration
  /// A stranger chose the address: a page that says it points to us, a picture in a post. Such a one leads to no host of
  /// the organisation's own network, unless that was opened to them too.
  public var isNamedByOthers: Bool

  public init(
    _ method: Method = .get, _ address: String, headers: [(name: String, value: String)] = [],
    body: [UInt8] = [], maximumBytes: Int = 8 << 20, timeout: Duration = .seconds(30),
    isNamedByOthers: Bool = false
  ) {
    self.method = method
    self.address = address
    self.headers = headers
    self.body = body
    self.maximumBytes = maximumBytes
    self.timeout = timeout
    self.isNamedByOthers = isNamedByOthers
  }
}

public struct WireResponse: Sendable {
  public var status: Int
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]
  /// Where it came from after redirects.
  public var address: String
  /// Whether a permanent redirect led there: the new address is worth keeping.
  public var movedForGood: Bool

  public init(
    status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
    address: String, movedForGood: Bool = false
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.address = address
    self.movedForGood = movedForGood
  }

  /// The first header of that name, in any case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

public struct ServerSentEvent: Sendable, Hashable {
  public var id: String?
  public var event: String
  public var data: String

  public init(id: String? = nil, event: String = "message", data: String) {
    self.id = id
    self.event = event
    self.data = data
  }
}

/// Why an exchange came to nothing.
public struct WireError: Error, Sendable, CustomStringConvertible {
  public enum Kind: String, Sendable {
    /// The guard forbids the address: it is private, or no web address.
    case forbidden
    /// The name is unknown, or nobody listens there.
    case unreachable
    case timeout
    /// The connection broke.
    case cut
    /// More than `maximumBytes`, also after decompression.
    case tooLarge
    /// The certificate is not good.
    case untrusted
    /// Not HTTP, or a redirect without end.
    case malformed
    /// The host failed so often that the desk waits before it asks again.
    case resting
  }

  public var kind: Kind
  /// Safe to show.
  public var text: Message
  /// True when not one byte of the request can have reached the other side.
  public var certainlyNotSent: Bool
  public var cause: (any Error)?

  public init(_ kind: Kind, _ text: Message, certainlyNotSent: Bool, cause: (any Error)? = nil) {
    self.kind = kind
    self.text = text
    self.certainlyNotSent = certainlyNotSent
    self.cause = cause
  }

  public var description: String { "\(kind.rawValue): \(text)" }
}

extension WireError: LogSafeError {
  /// Without its text, which may name an address with a secret in it.
  public var logText: String { "wire \(kind.rawValue)" }
}
