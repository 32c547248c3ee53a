public import HeedModel
public import HeedNetwork
import Synchronization

/// A way out that leads nowhere: it answers by rules that a test wrote, and remembers what it was
/// asked.
///
/// Rules are tried in the order in which they were added; one whose `times` are used up is passed
/// over, so several rules for one address make a sequence. What no rule fits is remembered in
/// `unmatched` and answered by a `WireError` that says so.
public final class ScriptedWire: Wire {
  /// Makes an answer of a request.
  public typealias Answer = @Sendable (WireRequest) async throws -> WireResponse
  /// Whether a rule is meant for a request.
  public typealias Fits = @Sendable (WireRequest) -> Bool

  private struct Rule {
    var fits: Fits
    var left: Int
    var answer: Answer
  }

  private struct StreamRule<Element: Sendable> {
    var fits: Fits
    var elements: [Element]
    var end: WireError?
  }

  private struct State {
    var rules: [Rule] = []
    var events: [StreamRule<ServerSentEvent>] = []
    var messages: [StreamRule<String>] = []
    var requests: [WireRequest] = []
    var unmatched: [WireRequest] = []
  }

  private let state = Mutex(State())

  public init() {}

  /// Everything that was asked, streams included, in order.
  public var requests: [WireRequest] { state.withLock { $0.requests } }
  /// What no rule fitted.
  public var unmatched: [WireRequest] { state.withLock { $0.unmatched } }

  /// Answers what `fits` accepts, at most `times` times.
  public func on(_ fits: @escaping Fits, times: Int = .max, answer: @escaping Answer) {
    state.withLock { $0.rules.append(Rule(fits: fits, left: times, answer: answer)) }
  }

  /// Answers a method and an address: the whole one, or what it begins with when that ends in `*`.
  public func on(
    _ method: WireRequest.Method, _ address: String, times: Int = .max,
    answer: @escaping Answer
  ) {
    on(Self.fits(method, address), times: times, answer: answer)
  }

  /// Answers a method and an address with a status, a body and headers.
  public func on(
    _ method: WireRequest.Method, _ address: String, times: Int = .max, status: Int = 200,
    headers: [(name: String, value: String)] = [("content-type", "application/json")],
    body: String = ""
  ) {
    on(method, address, times: times) { request in
      WireResponse(
        status: status, headers: headers, body: Array(body.utf8), address: request.address)
    }
  }

  /// Fails a method and an address.
  public func on(
    _ method: WireRequest.Method, _ address: String, times: Int = .max,
    throwing error: WireError
  ) {
    on(method, address, times: times) { _ in throw error }
  }

  /// Opens a stream of server-sent events at an address; each opening uses up one rule.
  /// - Parameter end: how the connection is lost after the last event; without it the stream ends
  ///   quietly.
  public func onEvents(
    _ address: String, _ events: [ServerSentEvent],
    end: WireError? = WireError(.cut, "The connection broke.", certainlyNotSent: false)
  ) {
    let rule = StreamRule(fits: Self.fits(.get, address), elements: events, end: end)
    state.withLock { $0.events.append(rule) }
  }

  /// Opens a WebSocket at an address; each opening uses up one rule.
  public func onMessages(
    _ address: String, _ messages: [String],
    end: WireError? = WireError(.cut, "The connection broke.", certainlyNotSent: false)
  ) {
    let rule = StreamRule(fits: Self.fits(.get, address), elements: messages, end: end)
    state.withLock { $0.messages.append(rule) }
  }

  public func send(_ request: WireRequest) async throws -> WireResponse {
    let answer = state.withLock { state -> Answer? in
      state.requests.append(request)
      guard let at = state.rules.firstIndex(where: { $0.left > 0 && $0.fits(request) }) else {
        state.unmatched.append(request)
        return nil
      }
      if state.rules[at].left != .max { state.rules[at].left -= 1 }
      return state.rules[at].answer
    }
    guard let answer else { throw Self.unscripted(request) }
    return try await answer(request)
  }

  public func events(
    _ request: WireRequest
  ) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    open(request, \.events)
  }

  public func messages(_ request: WireRequest) -> AsyncThrowingStream<String, any Error> {
    open(request, \.messages)
  }

  private func open<Element: Sendable>(
    _ request: WireRequest, _ rules: WritableKeyPath<State, [StreamRule<Element>]>
  ) -> AsyncThrowingStream<Element, any Error> {
    let rule = state.withLock { state -> StreamRule<Element>? in
      state.requests.append(request)
      guard let at = state[keyPath: rules].firstIndex(where: { $0.fits(request) }) else {
        state.unmatched.append(request)
        return nil
      }
      return state[keyPath: rules].remove(at: at)
    }
    return AsyncThrowingStream { continuation in
      for element in rule?.elements ?? [] { continuation.yield(element) }
      continuation.finish(throwing: rule.map { $0.end } ?? Self.unscripted(request))
    }
  }

  private static func fits(_ method: WireRequest.Method, _ address: String) -> Fits {
    { request in
      guard request.method == method else { return false }
      return address.hasSuffix("*")
        ? request.address.hasPrefix(address.dropLast()) : request.address == address
    }
  }

  private static func unscripted(_ request: WireRequest) -> WireError {
    WireError(
      .unreachable, "No rule of this test fits \(request.method.rawValue) \(request.address).",
      certainlyNotSent: true)
  }
}
