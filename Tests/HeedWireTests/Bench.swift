import Foundation
import HeedModel
import HeedNetwork
import HeedWire
import Logging
import Synchronization

/// A clock that stands until it is moved.
final class StandingClock: DeskClock {
  private let instant = Mutex(Instant(seconds: 1_800_000_000))

  func now() -> Instant { instant.withLock { $0 } }
  func sleep(for duration: Duration) async throws { move(by: duration) }
  func move(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
}

struct Zeros: Randomness {
  func bytes(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }
}

/// Answers from a list, one entry a question; the last one stays.
final class ScriptedResolver: NameResolver {
  private let answers: Mutex<[[String]]>
  private let count = Mutex(0)

  init(_ answers: [[String]]) { self.answers = Mutex(answers) }

  var questions: Int { count.withLock { $0 } }

  func addresses(of name: String, within limit: Duration) async throws -> [IPAddress] {
    count.withLock { $0 += 1 }
    let answer = answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
    return answer.compactMap { IPAddress($0) }
  }
}

/// A wire for a test, with what stands around it.
struct Bench {
  let clock = StandingClock()
  let wire: HTTPWire

  init(
    allowed: [String] = ["127.0.0.1", "localhost"], open: [String] = [],
    proxy: ProxySettings = .none,
    resolver: any NameResolver = SystemResolver(), certificates: String? = nil,
    limits: (inout WireLimits) -> Void = { _ in }
  ) {
    var bounds = WireLimits()
    bounds.grace = .milliseconds(100)
    limits(&bounds)
    wire = HTTPWire(
      configuration: WireConfiguration(
        userAgent: WireConfiguration.userAgent(
          version: "test", noticePage: "https://desk.example/notice"),
        proxy: proxy, allowedHosts: allowed, openHosts: open, trustedCertificates: certificates,
        resolver: resolver, clock: clock, randomness: Zeros(), limits: bounds),
      logger: Logger(label: "test"))
  }

  /// Runs and stops the wire, whatever happens.
  static func with<T>(_ bench: Bench, _ body: (Bench) async throws -> T) async throws -> T {
    do {
      let result = try await body(bench)
      await bench.wire.shutdown()
      return result
    } catch {
      await bench.wire.shutdown()
      throw error
    }
  }

  func fault(_ request: WireRequest) async -> WireError? {
    do {
      _ = try await wire.send(request)
      return nil
    } catch {
      return error as? WireError
    }
  }
}

/// Something that happens once, to be waited for.
final class Flag: Sendable {
  private struct State {
    var isSet = false
    var waiters: [@Sendable () -> Void] = []
  }

  private let state = Mutex(State())

  func set() {
    let waiters = state.withLock { state in
      state.isSet = true
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter() }
  }

  func then(_ action: @escaping @Sendable () -> Void) {
    let isSet = state.withLock {
      if !$0.isSet { $0.waiters.append(action) }
      return $0.isSet
    }
    if isSet { action() }
  }

  func wait() async {
    await withCheckedContinuation { continuation in then { continuation.resume() } }
  }
}

/// Counts what a server did.
final class Counter: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }
  func add(_ number: Int) { count.withLock { $0 += number } }

  /// Returns once the count has not moved for a while: the other side is being held back.
  func waitUntilStill() async {
    var last = -1
    while last != value {
      last = value
      await withCheckedContinuation { continuation in
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(150)) {
          continuation.resume()
        }
      }
    }
  }
}
