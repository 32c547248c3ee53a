import Foundation
import HTTPTypes
import HeedModel
import HeedNetwork
import HeedTesting
import HeedWire
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import Testing

@testable import HeedDesk
@testable import HeedWeb
@testable import heed

/// A push from end to end: the desk's own way out, and a push service on 127.0.0.1 that checks who sends and opens what
/// it was sent.
@Suite struct PushWireTests {
  private static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// The service that stands on this machine.
  private final class PushService: Sendable {
    private let state = Mutex(
      (double: PushDouble?.none, now: Instant(seconds: 0), answers: [String]()))

    var answers: [String] { state.withLock { $0.answers } }

    func stand(for double: PushDouble, now: Instant) {
      state.withLock { state in
        state.double = double
        state.now = now
      }
    }

    func take(_ headers: [(name: String, value: String)], _ body: [UInt8]) -> Int {
      let (double, now) = state.withLock { ($0.double, $0.now) }
      guard let double else { return 404 }
      let answer = double.answer(
        WireRequest(.post, double.endpoint, headers: headers, body: body), now: now)
      state.withLock { $0.answers.append(String(decoding: answer.body, as: UTF8.self)) }
      return answer.status
    }

    func application() -> (@escaping @Sendable (any Channel) async -> Void) -> any Service {
      let router = Router()
      router.post("to/1") { [self] request, _ in
        let body = try await request.body.collect(upTo: 1 << 16)
        let headers = request.headers.map { (name: $0.name.rawName, value: $0.value) }
        return Response(status: .init(code: take(headers, Array(body.readableBytesView))))
      }
      return { running in
        Application(
          router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
          onServerRunning: running, logger: PushWireTests.quiet)
      }
    }
  }

  private static func wire(_ hosts: [String]) -> HTTPWire {
    HTTPWire(
      configuration: WireConfiguration(
        userAgent: "test", proxy: ProxySettings(environment: [:]), allowedHosts: hosts,
        clock: SystemClock(), randomness: SystemRandomness()), logger: quiet)
  }

  /// Bruno has a browser at this address, and something concerns him.
  private static func desk(_ double: PushDouble) async throws -> TestDesk {
    let test = try await TestDesk()
    try await test.desk.tellMembers()
    let session = try await test.desk.open(for: test.bruno.member, awaitsSecondFactor: false)
      .session
    let hash = Vault.hash(double.endpoint)
    // Real services are asked by HTTPS alone; this one stands on this machine, so it is put in by hand.
    let browser = PushSubscription(
      id: test.desk.newID(), member: test.bruno.member, session: session.id, placeHash: hash,
      sealed: try test.desk.vault.seal(
        [
          "endpoint": double.endpoint, "key": double.publicKey, "secret": double.secretText,
        ], for: Owner.push(hash)), device: "A browser", addedAt: test.clock.now())
    try await test.store.write { try $0.save(browser) }
    let conversation = try await test.says("Which brake fits?", id: "q", by: "stranger")
    try await test.desk.handOver(
      conversation, to: test.bruno.member, word: "", by: test.alicia)
    try await test.desk.tellMembers()
    return test
  }

  @Test func aServiceOnThisMachineTakesThePushAndItsBrowserReadsIt() async throws {
    let service = PushService()
    try await Told.serving(service.application()) { port in
      let double = PushDouble(endpoint: "http://127.0.0.1:\(port)/to/1")
      let test = try await Self.desk(double)
      let words = DigestView(base: "https://desk.example")
      try await test.desk.bundlePushes()
      // An address inside is not knocked at, whatever a browser names.
      service.stand(for: double, now: test.clock.now())
      let closed = Self.wire([])
      try await test.desk.sendPushes(through: closed, in: words)
      #expect(service.answers.isEmpty)
      await closed.shutdown()

      test.pass(.minutes(10))
      service.stand(for: double, now: test.clock.now())
      let open = Self.wire(["127.0.0.1:\(port)"])
      try await test.desk.sendPushes(through: open, in: words)
      #expect(service.answers == [""])
      let taken = try #require(double.taken.first)
      let told = try JSONDecoder().decode([String: String].self, from: Data(taken.text.utf8))
      #expect(told["title"] == "Heed")
      #expect(told["body"] == "A colleague handed you a conversation")
      #expect(told["path"]?.hasPrefix("/conversations/") == true)
      await open.shutdown()
    }
  }
}
