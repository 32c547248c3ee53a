import DiscourseNetwork
import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization

struct DiscourseFixture: NetworkFixture {
  let clock: ManualClock
  let double: DiscourseDouble
  let wire: DoubleWire
  let discourse: DiscourseNetwork
  let key: String
  let topic: Int

  var network: any Network { discourse }
  var secrets: [String] { [key] }

  /// - Parameter callsAMinute: more are refused until the next minute.
  init(callsAMinute: Int = .max) {
    let clock = ManualClock()
    let double = DiscourseDouble(clock: clock)
    self.clock = clock
    self.double = double
    let minutes = Minutes()
    wire = DoubleWire { request in
      let now = clock.now().milliseconds
      guard minutes.count(now / 60_000) <= callsAMinute else {
        return WireResponse(
          status: 429, headers: [("Retry-After", String(60 - now / 1000 % 60))],
          body: Array(#"{"errors":["You’ve performed this action too many times"]}"#.utf8),
          address: request.address)
      }
      return double.answer(request)
    }
    discourse = DiscourseNetwork(
      wire: wire, clock: clock, randomness: SeededRandomness(seed: 5))
    key = SeededRandomness(seed: 7).token(bytes: 16)
    double.key(key)
    topic = double.topic("Bells")
    double.say("All about bells.", by: "rui", in: topic, tells: nil)
    clock.advance(by: .hours(1))
  }

  var access: AccountAccess {
    AccountAccess(
      id: ID(1), server: double.host, remoteID: RemoteID("https://forum.example/u/shop"),
      address: "@shop@forum.example",
      credentials: Credentials(["key": key, "kind": "admin", "username": "shop"]))
  }
  var account: AccountAccess? { access }

  func source(_ kind: String, _ target: String = "", isOurs: Bool = true) -> ListeningSource {
    ListeningSource(
      id: ID(1), kind: kind, target: target, cursor: nil, account: isOurs ? access : nil)
  }
  var sources: [ListeningSource] {
    [
      source("inbox"), source("posts", double.host, isOurs: false),
      source("topic", "\(double.host)/\(topic)"),
    ]
  }

  func reference(_ id: Int) -> RemoteReference {
    let entry = double.entry(id)
    return RemoteReference(
      remoteID: RemoteID("https://forum.example/t/\(entry?.topic ?? 0)/\(entry?.number ?? 0)"),
      local: "forum.example/\(id)",
      address: "https://forum.example/t/a-topic/\(entry?.topic ?? 0)/\(entry?.number ?? 0)")
  }

  private func number(_ post: RemoteReference) -> Int {
    post.local?.split(separator: "/").last.flatMap { Int($0) } ?? 0
  }

  func ground() async throws -> RemoteReference? {
    RemoteReference(remoteID: RemoteID("https://forum.example/t/\(topic)/1"))
  }

  func say(_ text: String, inReplyTo parent: RemoteReference?) async throws -> RemoteReference {
    clock.advance(by: .seconds(1))
    let above = parent.flatMap { double.entry(number($0))?.number }
    return reference(double.say("@shop " + text, in: topic, answering: above))
  }

  func edit(_ post: RemoteReference, to text: String) async throws {
    clock.advance(by: .minutes(10))
    double.change(number(post)) {
      $0.raw = "@shop " + text
      $0.version += 1
    }
  }
  func remove(_ post: RemoteReference) async throws {
    double.change(number(post)) { $0.isDeleted = true }
  }

  func accepted() async throws -> [AcceptedMessage] {
    double.accepted.map { entry in
      AcceptedMessage(
        id: reference(entry.id).remoteID, text: entry.raw, visibility: .public,
        parent: RemoteID("https://forum.example/t/\(entry.topic)/\(entry.answers ?? 1)"))
    }
  }

  func strike(_ fault: NetworkFault, on kind: NetworkFault.Target) async throws {
    let method: WireRequest.Method = kind == .sending ? .post : .get
    wire.fail(DoubleWire.Fault(fault)) { $0.method == method }
  }
  func withdrawRight() async throws { double.key(key, isGood: false) }
  func react(to post: RemoteReference, likes: Int, shares: [Int]) async throws {
    double.change(number(post)) { $0.likes = likes }
  }

  func signIn() async throws -> SignedIn {
    let desk = DeskAddress(base: "https://desk.example", isPublic: true)
    let step = try await discourse.begin(at: "shop@forum.example", desk: desk)
    return try await discourse.finish(step, with: .token(key))
  }
}

/// How often a key was used in each minute.
private final class Minutes: Sendable {
  private let calls = Mutex<[Int64: Int]>([:])

  func count(_ minute: Int64) -> Int {
    calls.withLock {
      $0[minute, default: 0] += 1
      return $0[minute, default: 0]
    }
  }
}
