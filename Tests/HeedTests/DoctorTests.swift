import ArgumentParser
import Foundation
import HeedDesk
import HeedModel
import HeedNetwork
import HeedTesting
import HeedWire
import Testing

@testable import heed

/// What a doctor says about each part, and that looking changes nothing.
@Suite struct DoctorTests {
  private func configuration(_ settings: [String: String] = [:]) async throws -> DeskConfiguration {
    let options = try ConfigurationOptions.parse(
      settings.sorted { $0.key < $1.key }.flatMap { ["--set", "\($0.key)=\($0.value)"] })
    return try await options.load()
  }

  private func check(_ settings: [String: String], environment: [String: String] = [:])
    async throws -> [Finding]
  {
    let arguments = settings.sorted { $0.key < $1.key }.flatMap {
      ["--set", "\($0.key)=\($0.value)"]
    }
    return ConfigurationCheck(
      configuration: try await configuration(settings),
      options: try ConfigurationOptions.parse(arguments), environment: environment, inFile: []
    ).findings()
  }

  @Test func everyKeyIsNamedWithWhereItComesFrom() async throws {
    let findings = try await check(["log": "debug"])
    for entry in ConfigurationEntry.all {
      #expect(findings.contains { $0.subject == "configuration \(entry.key)" }, "\(entry.key)")
    }
    #expect(findings.contains { $0.text == "“debug” (flag)" })
    #expect(findings.contains { $0.text == "“127.0.0.1” (default)" })
  }

  @Test(arguments: [
    ("log", "loud"), ("address", "desk.example"), ("practice", "perhaps"),
    ("database", "my-database"), ("mastodon.servers", "https://a.example/"),
  ])
  func aValueThatMakesNoSenseIsBroken(key: String, value: String) async throws {
    let findings = try await check([key: value])
    #expect(findings.filter { $0.state == .broken }.map(\.subject) == ["configuration \(key)"])
  }

  @Test func passwordsAreNotPrinted() async throws {
    let findings = try await check(["database": "postgres://heed:s3cret@db.example/heed"])
    #expect(findings.allSatisfy { !$0.line.contains("s3cret") })
    #expect(findings.contains { $0.text.contains("postgres://heed:••••@db.example/heed") })
  }

  @Test func aMisspeltVariableIsNoticed() async throws {
    let findings = try await check(
      [:], environment: ["HEED_LISTEN_PROT": "80", "HEED_LOG": "info"])
    #expect(findings.filter { $0.state == .look }.count == 1)
    #expect(findings.contains { $0.text.contains("HEED_LISTEN_PROT") })
  }

  @Test func foldersAndKeysOpenToOthersAreNoticed() throws {
    try withFolder { folder in
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
      #expect(FolderCheck(path: folder).findings().first?.state == .look)
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
      #expect(FolderCheck(path: folder).findings().first?.state == .well)

      let key = KeyCheck(path: folder + "/heed.key")
      #expect(key.findings().map(\.state) == [.look])
      #expect(!FileManager.default.fileExists(atPath: key.path))
      _ = try KeyFile.load(key.path)
      #expect(key.findings().map(\.state) == [.well])
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key.path)
      #expect(key.findings().map(\.state) == [.broken])
      try Data("nonsense".utf8).write(to: URL(filePath: key.path))
      #expect(key.findings().map(\.state) == [.broken])
    }
  }

  @Test func aKeyOfAnotherDeskIsTold() throws {
    try withFolder { folder in
      let check = KeyCheck(path: folder + "/heed.key")
      let vault = Vault(key: try KeyFile.load(check.path))
      var record = RecordFacts()
      record.sealed = [
        .init(
          name: "@shop@a.example", owner: "account:1",
          box: try vault.seal([1, 2], for: "account:1"))
      ]
      #expect(check.findings(opening: record).map(\.state) == [.well])
      record.sealed[0].box = try Vault(key: [UInt8](repeating: 1, count: 32))
        .seal([1, 2], for: "account:1")
      let findings = check.findings(opening: record)
      #expect(findings.map(\.state) == [.broken])
      #expect(findings.first?.text.contains("@shop@a.example") == true)
    }
  }

  /// A secret that a new key would be given to is one whose key a doctor looks at.
  @Test func allThatANewKeySealsIsLookedAt() async throws {
    let test = try await TestDesk()
    let box = try Vault(key: [UInt8](repeating: 1, count: 32)).seal([1, 2], for: "notes:5")
    let now = test.clock.now()
    try await test.store.write { tx in
      try tx.insert(
        NoteSubscription(
          id: ID(5), source: test.source, place: "https://hub.example/", subject: "topic",
          sealedSecret: box, tokenHash: [1], nextAt: now))
    }
    _ = try await test.desk.tellingWays(for: test.bruno)
    let record = try await RecordFacts(test.store)
    #expect(record.sealed.map(\.name).contains("notes from https://hub.example/"))
    // Neither key opens anything: what stays closed is all that there is.
    let resealed = try await Resealing(
      from: Vault(key: [UInt8](repeating: 2, count: 32)),
      to: Vault(key: [UInt8](repeating: 3, count: 32))
    ).run(test.store, clock: test.clock, randomness: SeededRandomness(seed: 3))
    #expect(resealed.closed == record.sealed.map(\.owner))
    #expect(resealed.closed.count >= 3 && resealed.closed.contains("notes:5"))
  }

  @Test func roomOnTheDiskIsJudged() {
    #expect(FolderCheck.finding(free: 10 << 30).state == .well)
    #expect(FolderCheck.finding(free: 500 << 20).state == .look)
    #expect(FolderCheck.finding(free: 10 << 20).state == .broken)
  }

  @Test func aMissingDatabaseIsNotMade() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString)")
      .path
    let result = await DatabaseCheck(configuration: try await configuration(["data": folder])).run()
    #expect(result.database == nil)
    #expect(result.findings.map(\.state) == [.look])
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func theClockIsComparedWithServers() {
    let now = Instant(seconds: 1_795_353_120)
    #expect(ClockCheck(now: now, servers: .seconds(-3)).findings().map(\.state) == [.well])
    #expect(ClockCheck(now: now, servers: .seconds(45)).findings().map(\.state) == [.look])
    #expect(ClockCheck(now: now, servers: .seconds(-900)).findings().map(\.state) == [.broken])
    #expect(ClockCheck(now: now, servers: nil).findings().map(\.state) == [.look])
    #expect(
      ClockCheck(now: Instant(seconds: 12), servers: nil).findings().map(\.state) == [.broken])
  }

  @Test func aServerThatIsAwayIsNamedWithItsReason() async {
    let check = NetworkCheck(
      hosts: ["up.example", "down.example", "UP.example"], proxy: .none, clock: ManualClock())
    let result = await check.run(HalfWire())
    #expect(
      result.findings.map(\.line) == [
        "well    proxy: None: the desk goes out by itself.",
        "look    network down.example: Nobody listens there.",
        "well    network up.example: It answers.",
      ])
    let alone = await NetworkCheck(hosts: ["down.example"], proxy: .none, clock: ManualClock())
      .run(HalfWire())
    #expect(alone.findings.last?.state == .broken)
  }

  @Test func hostsAreThoseThatTheDeskReallyAsks() {
    func source(_ network: String, _ target: String, kind: String = "tag") -> Source {
      Source(
        id: ID(1), network: NetworkName(network), kind: kind, target: target, name: "",
        addedAt: Instant(seconds: 0), nextAt: Instant(seconds: 0))
    }
    let hosts = RecordFacts.hosts(
      [
        source("mastodon", "a.example/bikes"), source("feeds", "https://b.example:8443/feed"),
        source("practice", "cornerbikes"), source("import", "import", kind: "file"),
      ], [])
    #expect(hosts == ["a.example", "b.example:8443"])
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }
}

/// Reaches one host and no other.
private struct HalfWire: Wire {
  func send(_ request: WireRequest) async throws -> WireResponse {
    guard request.method == .head, request.address == "https://up.example/" else {
      throw WireError(.unreachable, "Nobody listens there.", certainlyNotSent: true)
    }
    return WireResponse(status: 405, address: request.address)
  }

  func events(_ request: WireRequest) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    AsyncThrowingStream { $0.finish() }
  }

  func messages(_ request: WireRequest) -> AsyncThrowingStream<String, any Error> {
    AsyncThrowingStream { $0.finish() }
  }
}
