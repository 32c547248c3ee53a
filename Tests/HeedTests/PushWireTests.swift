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
  private let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  private func wire(_ hosts: [String], clock: any DeskClock) -> HTTPWire {
    HTTPWire(
      configuration: WireConfiguration(
        userAgent: "test", proxy: ProxySettings(environment: [:]), allowedHosts: hosts,
        clock: clock, randomness: SystemRandomness()), logger: quiet)
  }

  /// Bruno has a browser at this address, and something concerns him.
  private func desk(_ double: PushDouble) async throws -> TestDesk {
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
    let answers = Mutex<[String]>([])
    let handler = Mutex<PushDouble?>(nil)
    let now = Mutex(Instant(seconds: 0))
    let quiet = quiet
    try await Told.serving({ running in
      let router = Router()
      router.post("to/1") { request, _ in
        let body = try await request.body.collect(upTo: 1 << 16)
        guard let double = handler.withLock({ $0 }) else { return Response(status: .notFound) }
        let asked = WireRequest(
          .post, double.endpoint,
          headers: request.headers.map { ($0.name.rawName, $0.value) },
          body: Array(body.readableBytesView))
        let answer = double.answer(asked, now: now.withLock { $0 })
        answers.withLock { $0.append(String(decoding: answer.body, as: UTF8.self)) }
        return Response(status: .init(code: answer.status))
      }
      return Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: running, logger: quiet)
    }) { port in
      let double = PushDouble(endpoint: "http://127.0.0.1:\(port)/to/1")
      handler.withLock { $0 = double }
      let test = try await desk(double)
      now.withLock { $0 = test.clock.now() }
      let wire = wire(["127.0.0.1:\(port)"], clock: SystemClock())
      try await test.desk.bundlePushes()
      try await test.desk.sendPushes(
        through: wire, in: DigestView(base: "https://desk.example"))
      #expect(answers.withLock { $0 } == [""])
      let taken = try #require(double.taken.first)
      let told = try JSONDecoder().decode([String: String].self, from: Data(taken.text.utf8))
      #expect(told["title"] == "Heed")
      #expect(told["body"] == "A colleague handed you a conversation")
      #expect(told["path"]?.hasPrefix("/conversations/") == true)
      await wire.shutdown()
    }
  }

  /// A browser that names an address inside does not make the desk knock there.
  @Test func anAddressInsideIsNotAsked() async throws {
    let double = PushDouble(endpoint: "https://127.0.0.1:9/to/1")
    let test = try await desk(double)
    let wire = wire([], clock: SystemClock())
    try await test.desk.bundlePushes()
    try await test.desk.sendPushes(through: wire, in: DigestView(base: "https://desk.example"))
    #expect(double.taken.isEmpty)
    #expect(try await test.desk.told(PageRequest(), for: test.bruno).unseen == 1)
    await wire.shutdown()
  }
}
