import Crypto
import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Browsers are told by Web Push: sealed, vouched for, once.
@Suite struct PushTests {
  /// The example of https://www.rfc-editor.org/rfc/rfc8291#section-5, with the values of its appendix A.
  @Test func theExampleOfTheRFCIsSealedByteForByte() throws {
    func bytes(_ text: String) throws -> [UInt8] { try #require(Base64URL.bytes(text)) }
    let browserKey = try bytes(
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")
    let sealed = try PushCipher(
      browserKey: browserKey, secret: bytes("BTBZMqHH6r4Tts7J_aSIgg")
    ).seal(
      Array("When I grow up, I want to be a watermelon".utf8),
      key: P256.KeyAgreement.PrivateKey(
        rawRepresentation: bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")),
      salt: bytes("DGv6ra1nlYgDCS1FRnbzlw"))
    #expect(
      Base64URL.text(sealed) == """
        DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz\
        AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN
        """)
    // The double reads it, too: it was written from the same paper by another hand.
    let double = PushDouble(
      key: try P256.KeyAgreement.PrivateKey(
        rawRepresentation: bytes("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")),
      secret: try bytes("BTBZMqHH6r4Tts7J_aSIgg"))
    #expect(
      Array(try P256.KeyAgreement.PublicKey(x963Representation: browserKey).x963Representation)
        == browserKey)
    #expect(
      String(decoding: try double.open(sealed), as: UTF8.self)
        == "When I grow up, I want to be a watermelon")
  }

  @Test func whatIsTooLongOrForNoKeyIsRefused() {
    let key = P256.KeyAgreement.PrivateKey()
    let salt = Array(repeating: UInt8(1), count: 16)
    let good = PushCipher(
      browserKey: Array(P256.KeyAgreement.PrivateKey().publicKey.x963Representation), secret: salt)
    #expect(throws: (any Error).self) {
      try good.seal(Array(repeating: 0, count: PushCipher.mostBytes + 1), key: key, salt: salt)
    }
    #expect(throws: Never.self) {
      let sealed = try good.seal(
        Array(repeating: 0, count: PushCipher.mostBytes), key: key, salt: salt)
      #expect(sealed.count == 4096)
    }
    let bad = PushCipher(browserKey: Array(repeating: 4, count: 65), secret: salt)
    #expect(throws: (any Error).self) { try bad.seal([1], key: key, salt: salt) }
  }

  /// Bruno's browser, signed in, with a double behind it.
  private struct Browser {
    let desk: TellingDesk
    let double: PushDouble
    let session: Session
    var test: TestDesk { desk.test }

    init(words: Bool = false) async throws {
      desk = try await TellingDesk()
      double = PushDouble()
      let test = desk.test
      try await desk.choose(test.bruno, words: words)
      session = try await test.desk.open(for: test.bruno.member, awaitsSecondFactor: false).session
      try await subscribe()
    }

    func subscribe(isReminder: Bool = false, by viewer: Viewer? = nil, session: Session? = nil)
      async throws
    {
      try await test.desk.subscribe(
        PushPlace(endpoint: double.endpoint, key: double.publicKey, secret: double.secretText),
        session: session ?? self.session, isReminder: isReminder, by: viewer ?? test.bruno)
    }

    /// Lets the service answer so, so many times; then as it should.
    func answers(_ statuses: [Int] = [], headers: [(name: String, value: String)] = []) {
      let (double, clock) = (double, test.clock)
      for status in statuses {
        test.wire.on(.post, double.endpoint, times: 1, status: status, headers: headers)
      }
      test.wire.on(.post, double.endpoint) { double.answer($0, now: clock.now()) }
    }

    func look(_ process: Desk? = nil) async throws {
      let process = process ?? test.desk
      try await process.bundlePushes()
      try await process.sendPushes(through: test.wire, in: PlainMemberWords())
    }

    var subscriptions: [PushSubscription] {
      get async throws {
        let now = test.clock.now()
        return try await test.store.read {
          try $0.pushSubscriptions(of: test.bruno.member, now: now)
        }
      }
    }
  }

  @Test func aBrowserIsToldOnceAndReadsIt() async throws {
    let browser = try await Browser()
    browser.answers()
    try await browser.desk.hand("one")
    for _ in 0..<3 { try await browser.look() }
    let taken = try #require(browser.double.taken.first)
    #expect(browser.double.taken.count == 1)
    #expect(taken.text.contains("handedOver 1"))
    #expect(taken.text.contains(#""path":"/told""#))
    #expect(taken.contact == "https://desk.example")
    #expect(taken.seconds == 12 * 3600)
    #expect(!taken.topic.isEmpty)
    #expect(try await browser.desk.open(browser.test.bruno).first?.pushedAt != nil)
    #expect(browser.test.wire.unmatched.isEmpty)
    // What a push told, no mail tells.
    try await browser.desk.choose(browser.test.bruno, mail: .soon)
    browser.test.pass(.hours(2))
    try await browser.desk.post()
    #expect(browser.test.mail.tried == 0)
  }

  @Test func manyThingsAreOnePush() async throws {
    let browser = try await Browser()
    browser.answers()
    for number in 0..<4 { try await browser.desk.hand("h\(number)") }
    try await browser.look()
    #expect(browser.double.taken.count == 1)
    #expect(browser.double.taken.first?.text.contains(#""title":"4""#) == true)
  }

  @Test func nothingOfWhatPeopleSaidIsInItUnlessChosen() async throws {
    for words in [false, true] {
      let browser = try await Browser(words: words)
      browser.answers()
      _ = try await browser.desk.meet()
      try await browser.test.says("The blue one?", id: "b", by: "ana")
      try await browser.desk.find()
      try await browser.look()
      try await browser.test.says("My address.", id: "p", by: "ana", visibility: .private)
      try await browser.desk.find()
      try await browser.look()
      let texts = browser.double.taken.map(\.text)
      #expect(texts.count == 2)
      #expect(texts.contains { $0.contains("The blue one?") } == words)
      #expect(!texts.contains { $0.contains("My address.") })
    }
  }

  @Test func itWaitsForTheirHoursAndLivesNoLongerThanThose() async throws {
    let browser = try await Browser()
    browser.answers()
    // Nine to five; it is 16:53.
    try await browser.desk.hours(540..<1020, of: browser.test.bruno)
    browser.test.pass(.hours(2))
    try await browser.desk.hand("night")
    try await browser.look()
    #expect(browser.double.taken.isEmpty)
    browser.test.pass(.hours(15))
    try await browser.look()
    #expect(browser.double.taken.count == 1)
    #expect((browser.double.taken.first?.seconds ?? 0) <= 9 * 3600)
  }

  @Test(arguments: [404, 410])
  func whatIsGoneIsForgotten(_ status: Int) async throws {
    let browser = try await Browser()
    browser.answers([status])
    try await browser.desk.hand("one")
    try await browser.look()
    #expect(try await browser.subscriptions.isEmpty)
    try await browser.desk.hand("two")
    try await browser.look()
    #expect(browser.double.taken.isEmpty)
    #expect(browser.test.wire.requests.count == 1)
  }

  /// One character may hold a thousand accents, a family of emoji or what JSON writes six times as long.
  @Test(arguments: [
    "a" + String(repeating: "\u{301}", count: 4000),
    String(repeating: "👩‍👩‍👧‍👦", count: 400), String(repeating: "\u{1}", count: 3000),
    String(repeating: "\"\\", count: 3000), String(repeating: "\u{7F}", count: 3000),
  ])
  func wordsOfAnyLengthFitIntoOneRecord(_ words: String) throws {
    let payload = try PushPayload.bytes(
      PushText(title: words, body: words, path: "/conversations/1234567890123456789"),
      tag: String(repeating: "t", count: 32))
    #expect(payload.count <= PushCipher.mostBytes)
    let read = try JSONDecoder().decode([String: String].self, from: Data(payload))
    let title = Array(try #require(read["title"]).unicodeScalars)
    #expect(!title.isEmpty && words.unicodeScalars.starts(with: title))
  }

  @Test func whoWritesInEmojiSilencesNobody() async throws {
    let browser = try await Browser(words: true)
    browser.answers()
    _ = try await browser.desk.meet()
    let zalgo = "a" + String(repeating: "\u{301}", count: 4000)
    try await browser.test.says(zalgo, id: "z", by: "ana")
    try await browser.desk.find()
    try await browser.look()
    #expect(browser.double.taken.count == 1)
    #expect(try await browser.subscriptions.count == 1)
  }

  /// As with a clock of ours that is wrong.
  @Test(arguments: [401, 403])
  func whoIsRefusedOftenRestsAndIsNotForgotten(_ status: Int) async throws {
    let browser = try await Browser()
    browser.answers(Array(repeating: status, count: Desk.mostPushRefusals))
    for number in 0..<8 {
      try await browser.desk.hand("r\(number)")
      try await browser.look()
    }
    #expect(browser.test.wire.requests.count == Desk.mostPushRefusals)
    // Its member reads of it where they choose how they are told.
    let refused = try #require(try await browser.subscriptions.first)
    #expect(Desk.isRefused(refused, now: browser.test.clock.now()))
    browser.test.pass(.days(1))
    browser.test.pass(.minutes(1))
    try await browser.desk.hand("later")
    try await browser.look()
    #expect(browser.double.taken.count == 1)
    #expect(try await browser.subscriptions.first?.failures == 0)
  }

  @Test(arguments: [429, 500, 503])
  func whoAsksForPatienceGetsIt(_ status: Int) async throws {
    let browser = try await Browser()
    browser.answers([status], headers: [("Retry-After", "600")])
    try await browser.desk.hand("one")
    try await browser.look()
    browser.test.pass(.minutes(9))
    try await browser.look()
    #expect(browser.test.wire.requests.count == 1)
    browser.test.pass(.minutes(2))
    try await browser.look()
    #expect(browser.double.taken.count == 1)
    #expect(try await browser.subscriptions.first?.failures == 0)
  }

  /// RFC 9110, 10.2.3: services say it in either way.
  @Test func whoAsksForPatienceUntilATimeGetsIt() async throws {
    let browser = try await Browser()
    let until = WallTime(seconds: (browser.test.clock.now() + .minutes(10)).milliseconds / 1000)
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let date =
      "Tue, \(WallTime.two(until.day)) \(months[until.month - 1]) \(until.year) \(until.clock):"
      + "\(WallTime.two(until.second)) GMT"
    browser.answers([503], headers: [("Retry-After", date)])
    try await browser.desk.hand("one")
    try await browser.look()
    browser.test.pass(.minutes(9))
    try await browser.look()
    #expect(browser.test.wire.requests.count == 1)
    browser.test.pass(.minutes(2))
    try await browser.look()
    #expect(browser.double.taken.count == 1)
  }

  @Test func whoNeverRecoversIsAskedNoMoreForThisOne() async throws {
    let browser = try await Browser()
    browser.answers(Array(repeating: 503, count: 50))
    try await browser.desk.hand("one")
    for _ in 0..<40 {
      try await browser.look()
      browser.test.pass(.hours(5))
    }
    #expect(browser.test.wire.requests.count == Desk.mostPushTries)
    #expect(try await browser.subscriptions.count <= 1)
  }

  @Test func aCutConnectionIsNotTriedAgain() async throws {
    let browser = try await Browser()
    browser.test.wire.on(
      .post, browser.double.endpoint, times: 1,
      throwing: WireError(.cut, "The connection broke.", certainlyNotSent: false))
    browser.answers()
    try await browser.desk.hand("one")
    for _ in 0..<3 {
      try await browser.look()
      browser.test.pass(.minutes(10))
    }
    #expect(browser.test.wire.requests.count == 1)
    #expect(try await browser.desk.open(browser.test.bruno).count == 1)
  }

  /// The desk is stopped while the service thinks.
  @Test func aStopOnTheWayKeepsTheBrowserAndIsNotTriedAgain() async throws {
    let browser = try await Browser()
    browser.test.wire.on(.post, browser.double.endpoint, times: 1) { _ in
      throw CancellationError()
    }
    browser.answers()
    try await browser.desk.hand("one")
    for _ in 0..<3 {
      try await browser.look()
      browser.test.pass(.minutes(10))
    }
    #expect(browser.test.wire.requests.count == 1)
    #expect(try await browser.subscriptions.count == 1)
    try await browser.desk.hand("two")
    try await browser.look()
    #expect(browser.double.taken.count == 1)
  }

  @Test func whatMayHaveBeenPushedIsNotMailed() async throws {
    let browser = try await Browser()
    let test = browser.test
    try await browser.desk.choose(test.bruno, mail: .soon)
    test.wire.on(.post, browser.double.endpoint, times: 1, status: 503)
    browser.answers()
    try await browser.desk.hand("one")
    try await browser.look()
    // The service asked for patience: the push is still on its way when mail is written.
    test.pass(.minutes(3))
    try await browser.desk.post()
    #expect(test.mail.tried == 0)
    try await browser.look()
    #expect(browser.double.taken.count == 1)
    // A process that is gone had begun to send the second.
    try await browser.desk.hand("two")
    try await test.desk.bundlePushes()
    let due = try await test.store.read { [now = test.clock.now()] in
      try $0.pushesDue(at: now, limit: 9)
    }
    let push = try #require(due.first)
    try await test.store.write { [until = test.clock.now()] tx in
      _ = try tx.lease(push.id, until: until)
    }
    test.pass(.minutes(3))
    try await browser.look()
    try await browser.desk.post()
    #expect(browser.double.taken.count == 1)
    #expect(test.mail.tried == 0)
    #expect(try await browser.desk.open(test.bruno).count == 2)
  }

  /// Written into a mail, it is told by a browser while the mail waits.
  @Test func whatWasPushedSinceIsLeftOutOfTheMail() async throws {
    let browser = try await Browser()
    let test = browser.test
    try await browser.desk.choose(test.bruno, mail: .soon)
    try await browser.desk.hand("one")
    test.pass(.minutes(3))
    try await test.desk.writeDigests()
    try await test.store.write { [now = test.clock.now(), bruno = test.bruno] tx in
      for var telling in try tx.tellings(PageRequest(), for: bruno).rows {
        telling.pushedAt = now
        try tx.update(telling)
      }
    }
    try await test.desk.sendDigests(by: test.mail, in: PlainMemberWords())
    #expect(test.mail.tried == 0)
  }

  @Test func anUnreachableServiceIsTriedAgain() async throws {
    let browser = try await Browser()
    browser.test.wire.on(
      .post, browser.double.endpoint, times: 1,
      throwing: WireError(.unreachable, "Nobody listens there.", certainlyNotSent: true))
    browser.answers()
    try await browser.desk.hand("one")
    try await browser.look()
    browser.test.pass(.minutes(10))
    try await browser.look()
    #expect(browser.double.taken.count == 1)
  }

  @Test func whereSomebodySignedOutNothingIsTold() async throws {
    let browser = try await Browser()
    browser.answers()
    try await browser.test.desk.signOut(browser.session)
    try await browser.desk.hand("one")
    try await browser.look()
    #expect(browser.double.taken.isEmpty)
    // The same browser, signed in anew, says that it is still there; for somebody else it stays silent.
    let carla = try await browser.test.desk.open(
      for: browser.test.carla.member, awaitsSecondFactor: false
    ).session
    try await browser.subscribe(isReminder: true, by: browser.test.carla, session: carla)
    #expect(try await browser.subscriptions.isEmpty)
    let again = try await browser.test.desk.open(
      for: browser.test.bruno.member, awaitsSecondFactor: false
    ).session
    try await browser.subscribe(isReminder: true, session: again)
    #expect(try await browser.subscriptions.count == 1)
    try await browser.look()
    #expect(browser.double.taken.count == 1)
  }

  @Test func anAddressThatIsNoneIsRefused() async throws {
    let browser = try await Browser()
    let good = PushPlace(
      endpoint: browser.double.endpoint, key: browser.double.publicKey,
      secret: browser.double.secretText)
    var bad: [PushPlace] = []
    for endpoint in ["http://push.example/1", "https://", "file:///x", "https://a@b.example/", ""] {
      bad.append(PushPlace(endpoint: endpoint, key: good.key, secret: good.secret))
    }
    bad.append(PushPlace(endpoint: good.endpoint, key: good.secret, secret: good.secret))
    bad.append(PushPlace(endpoint: good.endpoint, key: good.key, secret: "AAAA"))
    for place in bad {
      #expect(
        await problem {
          try await browser.test.desk.subscribe(
            place, session: browser.session, isReminder: false, by: browser.test.bruno)
        }?.code == .invalid, "\(place)")
    }
  }

  @Test func addressesAndKeysAreSealedAndFollowANewKey() async throws {
    let browser = try await Browser()
    browser.answers()
    _ = try await browser.test.desk.tellingWays(for: browser.test.bruno)
    let stored = try #require(try await browser.subscriptions.first)
    let plain = String(decoding: stored.sealed, as: UTF8.self)
    #expect(!plain.contains("push.example") && !plain.contains(browser.double.secretText))
    let fresh = Vault(key: Array(repeating: 9, count: 32))
    let resealed = try await Resealing(
      from: Vault(key: Array(repeating: 7, count: 32)), to: fresh
    ).run(browser.test.store, clock: browser.test.clock, randomness: SeededRandomness(seed: 3))
    #expect(resealed.closed.isEmpty)
    let moved = try #require(try await browser.subscriptions.first)
    #expect(moved.sealed != stored.sealed)
    #expect(throws: Never.self) {
      try fresh.openMap(moved.sealed, for: Owner.push(moved.placeHash))
    }
    let key = try #require(try await browser.test.store.read { try $0.deskKey("push") })
    #expect(throws: Never.self) { try fresh.open(key.sealed, for: Owner.deskKey("push")) }
  }

  @Test func theDesksOwnPairIsMadeOnce() async throws {
    let test = try await TestDesk()
    let other = test.another(seed: 4)
    async let one = test.desk.pushKey()
    async let two = other.pushKey()
    let pairs = try await [one, two]
    #expect(pairs[0] == pairs[1])
  }

  @Test func killedAnywhereNoBrowserIsToldTwice() async throws {
    let seed: UInt64 = 61_002
    let randomness = SeededRandomness(seed: seed)
    let browser = try await Browser()
    browser.answers()
    let rounds = count(20, full: 300)
    for round in 0..<rounds {
      try await browser.desk.hand("r\(round)")
      let processes = (0..<2).map { _ in
        browser.test.another(
          seed: randomness.number(), fuse: Fuse(steps: Int(randomness.number() % 14)))
      }
      await withDiscardingTaskGroup { group in
        for process in processes { group.addTask { try? await browser.look(process) } }
      }
      browser.test.pass(.minutes(3))
    }
    try await browser.look()
    let topics = browser.double.taken.map(\.topic)
    #expect(Set(topics).count == topics.count, "seed \(seed)")
    #expect(!topics.isEmpty)
    #expect(try await browser.desk.open(browser.test.bruno).count == rounds)
  }
}
