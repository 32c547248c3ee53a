import Foundation
public import HeedModel
public import HeedNetwork
import Synchronization

/// A WordPress site in memory, as its interface for comments behaves
/// (https://developer.wordpress.org/rest-api/reference/comments/). Written from the documentation.
public final class WordPressDouble: Wire {
  /// What the account there may do.
  public enum Role: Sendable { case editor, contributor, subscriber }
  public enum Fault: Sendable {
    case cutBefore, cutAfter
    /// An answer instead of the work, or after it.
    case refusal(Int, String, headers: [(name: String, value: String)])
    case statusAfter(Int)
  }

  public struct Said: Sendable, Hashable {
    public var id: Int
    public var post: Int
    public var parent: Int
    public var author: Int
    public var name: String
    public var url: String
    public var at: Instant
    /// As it is kept: HTML.
    public var content: String
    /// `approved`, `hold`, `spam`, `trash`.
    public var status: String
  }

  struct State {
    var said: [Int: Said] = [:]
    var last = 0
    var passwords: Set<String> = []
    var faults: [(method: WireRequest.Method, fault: Fault)] = []
    var requests: [WireRequest] = []
    var isEmpty = false
  }

  public static let host = "blog.example"
  public static let root = "https://blog.example/wp-json/"
  public static let me = 2
  let role: Role
  let clock: any DeskClock
  let state = Mutex(State())

  public init(role: Role = .editor, clock: any DeskClock) {
    self.role = role
    self.clock = clock
  }

  /// Lets an application password in: `name:password`.
  public func accept(_ key: String) { state.withLock { _ = $0.passwords.insert(key) } }
  public func revoke() { state.withLock { $0.passwords = [] } }
  public func fail(_ method: WireRequest.Method, _ fault: Fault) {
    state.withLock { $0.faults.append((method, fault)) }
  }
  /// Lists are empty from now on, as by a plugin that went wrong.
  public func empty() { state.withLock { $0.isEmpty = true } }
  public var requests: [WireRequest] { state.withLock { $0.requests } }
  public var all: [Said] { state.withLock { $0.said.values.sorted { $0.id < $1.id } } }

  /// Somebody comments; the number of the comment.
  @discardableResult
  public func comment(
    _ content: String, by name: String = "Ana", url: String = "https://ana.example/",
    author: Int = 0, post: Int = 7, parent: Int = 0, status: String = "approved"
  ) -> Int {
    let now = clock.now()
    return state.withLock { state in
      state.last += 1
      state.said[state.last] = Said(
        id: state.last, post: post, parent: parent, author: author, name: name, url: url, at: now,
        content: content, status: status)
      return state.last
    }
  }

  public func change(_ id: Int, _ change: (inout Said) -> Void) {
    state.withLock { state in
      guard var said = state.said[id] else { return }
      change(&said)
      state.said[id] = said
    }
  }

  public func delete(_ id: Int) { state.withLock { $0.said[id] = nil } }

  public func send(_ request: WireRequest) async throws -> WireResponse {
    let fault = state.withLock { state -> Fault? in
      state.requests.append(request)
      // What is asked beforehand is not what the fault is meant for.
      guard request.address.contains("/comments") || request.address.contains("users/me"),
        let at = state.faults.firstIndex(where: { $0.method == request.method })
      else { return nil }
      return state.faults.remove(at: at).fault
    }
    switch fault {
    case .cutBefore: throw WireError(.cut, "The connection broke.", certainlyNotSent: false)
    case .refusal(let status, let body, let headers):
      return WireResponse(
        status: status, headers: headers, body: Array(body.utf8), address: request.address)
    case .cutAfter:
      _ = answer(request)
      throw WireError(.cut, "The connection broke.", certainlyNotSent: false)
    case .statusAfter(let status):
      _ = answer(request)
      return WireResponse(status: status, address: request.address)
    case nil: return answer(request)
    }
  }

  public func events(_: WireRequest) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    AsyncThrowingStream { $0.finish(throwing: Self.none) }
  }
  public func messages(_: WireRequest) -> AsyncThrowingStream<String, any Error> {
    AsyncThrowingStream { $0.finish(throwing: Self.none) }
  }
  private static let none = WireError(.malformed, "No streams here.", certainlyNotSent: true)
}
