import HeedModel
import HeedNetwork
import HeedTesting
import Logging
import Testing

@testable import HeedWire

/// What name servers say beside addresses, asked of servers that lie, are silent and break off.
@Suite struct NameRecordsTests {
  private static func wire(
    _ servers: [NameServerDouble], allowed: [String] = []
  ) -> HTTPWire {
    wire(servers.map(\.server), allowed: allowed)
  }

  private static func wire(_ servers: [NameServer], allowed: [String] = []) -> HTTPWire {
    var configuration = WireConfiguration(
      userAgent: "Heed tests", allowedHosts: allowed, clock: ManualClock(),
      randomness: SeededRandomness())
    configuration.nameServers = servers
    // However busy the machine is.
    configuration.nameServerPatience = .minutes(2)
    configuration.limits.resolving = .minutes(10)
    return HTTPWire(configuration: configuration, logger: Logger(label: "names"))
  }

  private func services(_ records: [[UInt8]]) async throws -> [ServiceRecord] {
    let server = try NameServerDouble { query, _ in [Records.answer(query, records)] }
    defer { server.stop() }
    return try await Self.wire([server]).services("_imaps._tcp", of: "Shop.Example")
  }

  private func texts(_ records: [[UInt8]]) async throws -> [String] {
    let server = try NameServerDouble { query, _ in [Records.answer(query, records)] }
    defer { server.stop() }
    return try await Self.wire([server]).texts("_atproto", of: "shop.example")
  }

  @Test func placesOfAServiceComeBestFirst() async throws {
    let found = try await services([
      Records.service(20, 0, 993, "last.example"), Records.service(10, 1, 993, "second.example"),
      Records.service(10, 9, 1993, "First.Example", at: "_IMAPS._tcp.shop.example"),
    ])
    #expect(
      found == [
        ServiceRecord(host: "first.example", port: 1993, priority: 10, weight: 9),
        ServiceRecord(host: "second.example", port: 993, priority: 10, weight: 1),
        ServiceRecord(host: "last.example", port: 993, priority: 20, weight: 0),
      ])
  }

  @Test func theRootMeansThatThereIsNone() async throws {
    #expect(try await services([Records.service(0, 0, 0, "")]).isEmpty)
    #expect(try await services([Records.service(0, 0, 993, "127.0.0.1")]).isEmpty)
    #expect(try await services([Records.service(0, 0, 0, "a.example")]).isEmpty)
  }

  @Test func partsOfATextAreOneText() async throws {
    let texts = try await texts([
      Records.text(["did=did:plc:", "abc"]), Records.text(["other", ""]),
      Records.record(16, [3, 0xFF, 0xFE, 0x80]), Records.record(16, [9, 65]),
      Records.record(16, []),
    ])
    #expect(texts == ["did=did:plc:abc", "other", ""])
  }

  @Test func anAliasIsFollowedAndARingEnds() async throws {
    let name = "_atproto.shop.example"
    #expect(
      try await texts([
        Records.text(["there"], at: "b.example"), Records.alias("a.example", at: name),
        Records.alias("b.example", at: "a.example"),
      ]) == ["there"])
    #expect(
      try await texts([
        Records.alias("a.example", at: name), Records.alias(name, at: "a.example"),
        Records.text(["of somebody else"], at: "c.example"),
      ]).isEmpty)
  }

  @Test func aNameThatIsNotThereSaysNothing() async throws {
    let server = try NameServerDouble { query, _ in [Records.answer(query, [], code: 3)] }
    defer { server.stop() }
    let wire = Self.wire([server])
    #expect(try await wire.services("_imaps._tcp", of: "shop.example").isEmpty)
    #expect(try await wire.texts("_atproto", of: "shop.example").isEmpty)
    #expect(server.count == 2)
  }

  @Test func whatIsTooLongForADatagramComesOverAConnection() async throws {
    let long = (0..<90).map { Records.text([String(repeating: "x", count: 200), "\($0)"]) }
    let server = try NameServerDouble { query, isLong in
      [isLong ? Records.answer(query, long) : Records.answer(query, [], isCut: true)]
    }
    defer { server.stop() }
    let texts = try await Self.wire([server]).texts("_atproto", of: "shop.example")
    #expect(texts.count == 90)
    #expect(texts.last?.hasSuffix("x89") == true)
  }

  /// https://www.rfc-editor.org/rfc/rfc5452#section-9.1
  @Test func whatAnswersAnotherQuestionIsPassedOver() async throws {
    let server = try NameServerDouble { query, _ in
      let bad = [Records.text(["bad"])]
      var wrongID = Records.answer(query, bad)
      wrongID[0] ^= 0x55
      var otherName = Records.answer(query, bad)
      otherName[13] = UInt8(ascii: "x")
      var noAnswer = Records.answer(query, bad)
      noAnswer[2] = 1
      var otherKind = Records.answer(query, bad)
      otherKind[query.count - 3] = 1
      var twoQuestions = Records.answer(query, bad)
      twoQuestions[5] = 2
      return [wrongID, otherName, noAnswer, otherKind, twoQuestions, [], [1], query]
        + [Records.answer(query, [Records.text(["good"])])]
    }
    defer { server.stop() }
    #expect(try await Self.wire([server]).texts("_atproto", of: "shop.example") == ["good"])
  }

  @Test func whoeverGuessesLongIsNotListenedTo() async throws {
    let server = try NameServerDouble { query, _ in
      (0..<200).map { guess -> [UInt8] in
        var answer = Records.answer(query, [Records.text(["bad"])])
        answer[0] = query[0] ^ 1
        answer[1] = UInt8(guess & 255)
        return answer
      } + [Records.answer(query, [Records.text(["late"])])]
    }
    defer { server.stop() }
    let error = await #expect(throws: WireError.self) {
      try await Self.wire([server]).texts("_atproto", of: "shop.example")
    }
    #expect(error?.kind == .unreachable)
    #expect(error?.certainlyNotSent == true)
  }

  @Test func theNextServerIsAskedWhenOneWillNotOrSaysNonsense() async throws {
    let refusing = try NameServerDouble { query, _ in [Records.answer(query, [], code: 2)] }
    let cut = try NameServerDouble { query, _ in [Records.answer(query, [], isCut: true)] }
    let good = try NameServerDouble { query, _ in
      [Records.answer(query, [Records.text(["good"])])]
    }
    defer { for server in [refusing, cut, good] { server.stop() } }
    let wire = Self.wire([refusing, cut, good])
    #expect(try await wire.texts("_atproto", of: "shop.example") == ["good"])
    #expect(refusing.count == 1)
    // By datagram, then over a connection.
    #expect(cut.count == 2)
  }

  @Test func whereNobodyListensTheNextIsAsked() async throws {
    let good = try NameServerDouble { query, _ in
      [Records.answer(query, [Records.text(["good"])])]
    }
    defer { good.stop() }
    // Nobody answers at the port of a service that nobody has.
    let nobody = NameServer(address: .v4(0x7F00_0001), port: 1)
    let wire = Self.wire([nobody, good.server])
    #expect(try await wire.texts("_atproto", of: "shop.example") == ["good"])
  }

  @Test func privateNamesAreToldToNobody() async throws {
    let server = try NameServerDouble { query, _ in
      [Records.answer(query, [Records.text(["told"])])]
    }
    defer { server.stop() }
    for domain in [
      "shop.lan", "localhost", "shop", "db.internal", "127.0.0.1", "[::1]", "", "a..b",
    ] {
      let error = await #expect(throws: WireError.self, "\(domain)") {
        try await Self.wire([server]).texts("_atproto", of: domain)
      }
      #expect(error?.kind == .forbidden)
    }
    #expect(server.count == 0)
    let own = Self.wire([server], allowed: ["shop.lan"])
    #expect(try await own.texts("_atproto", of: "shop.lan") == ["told"])
  }

  @Test func nameServersAreReadAsTheSystemReadsThem() {
    let text = """
      # nameserver 192.0.2.9
      search shop.example
      nameserver 192.0.2.1
      nameserver\t2001:db8::1 ; beside
      nameserver fe80::1%eth0
      nameserver nonsense
      nameserver 192.0.2.1
      nameserver 192.0.2.2
      nameserver 192.0.2.3
      """
    #expect(
      NameServer.read(text).map { "\($0.address):\($0.port)" }
        == ["192.0.2.1:53", "2001:db8::1:53", "192.0.2.2:53"])
    #expect(NameServer.system("/nowhere/at/all").map { "\($0.address)" } == ["127.0.0.1"])
  }
}

/// Bytes that no honest server sends.
@Suite struct DNSMessageTests {
  private static let question = DNSQuestion("_imaps._tcp.shop.example", .services)
  private static let query = question?.written(id: 0x1234) ?? []

  private static func read(_ bytes: [UInt8]) -> DNSAnswer? {
    question.flatMap { DNSAnswer.read(bytes, to: $0, id: 0x1234) }
  }

  /// An answer whose only record has this name, at place `query.count`.
  private static func named(_ name: [UInt8]) -> [UInt8] {
    Records.answer(query, [name + [0, 33, 0, 1, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 1, 0]])
  }

  @Test func namesThatGoRoundAreNone() {
    let here = UInt8(Self.query.count)
    let broken: [[UInt8]] = [
      // To itself, to what comes, and far beyond the end.
      [0xC0, here], [0xC0, here + 2], [0xFF, 0xFF], [0xC0],
      // Two that point to each other.
      [1, 97, 0xC0, here + 2, 0xC0, here],
      // Kinds of labels that do not exist, one that is too long, and one without an end.
      [0x40, 0], [0x80, 0], [63, 97], [255],
      // A dot inside a label would pass for two labels.
      [3, 97, 46, 98, 0],
    ]
    for name in broken { #expect(Self.read(Self.named(name)) == nil, "\(name)") }
    #expect(Self.read(Self.named([0xC0, 12])) != nil)
  }

  @Test func aNameOfMoreThan255BytesIsNone() {
    let label = [63] + [UInt8](repeating: 97, count: 63)
    #expect(Self.read(Self.named(label + label + label + label + [0])) == nil)
    #expect(Self.read(Self.named(label + label + label + [0])) == .nothing)
  }

  /// Each pointer further back than the one before: what is built from pointers alone is read in one go.
  @Test func aLadderOfPointersCostsNoTime() {
    var bytes = Records.answer(Self.query, [])
    let start = bytes.count
    bytes += [0]
    var last = start
    for _ in 0..<5_000 where bytes.count < 0x3FF0 {
      let next = bytes.count
      bytes += [0xC0 | UInt8(last >> 8), UInt8(last & 255)]
      last = next
    }
    var reader = DNSReader(bytes).at(last)
    #expect(reader.name() == [])
    #expect(reader.place == last + 2)
  }

  @Test func wherePartsAreMissingNothingIsMadeUp() {
    let whole = Records.answer(
      Self.query,
      [Records.service(1, 2, 993, "a.example"), Records.service(2, 2, 993, "b.example")])
    guard case .services(let found)? = Self.read(whole) else {
      Issue.record("the whole is read")
      return
    }
    #expect(found.count == 2)
    for end in 0..<whole.count { #expect(Self.read(Array(whole[..<end])) == nil, "\(end)") }
  }

  @Test func anythingMayComeAndEndsNothing() {
    var dice = SeededDice(seed: 7)
    let whole = Records.answer(
      Self.query,
      [
        Records.service(1, 2, 993, "a.example"),
        Records.alias("a.example", at: "_imaps._tcp.shop.example"),
      ])
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &dice) {
        let place = Int.random(in: 2..<bytes.count, using: &dice)
        bytes[place] = UInt8.random(in: 0...255, using: &dice)
      }
      if Bool.random(using: &dice) { bytes.removeLast(Int.random(in: 0..<40, using: &dice)) }
      if case .services(let found)? = Self.read(bytes) {
        #expect(found.count <= 2)
        #expect(found.allSatisfy { $0.target.allSatisfy { $0.utf8.count <= 63 } })
      }
    }
  }

  @Test func namesThatCannotBeAreNotAsked() {
    for name in ["", ".", "a..b", ".a", "a.", String(repeating: "a", count: 64)] {
      #expect(DNSQuestion(name, .texts) == nil, "\(name)")
    }
    let long = Array(repeating: String(repeating: "a", count: 63), count: 4)
    #expect(DNSQuestion(long.joined(separator: "."), .texts) == nil)
    #expect(DNSQuestion(long.dropLast().joined(separator: "."), .texts) != nil)
  }
}

/// xorshift64*, so that what was tried can be tried again.
private struct SeededDice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
