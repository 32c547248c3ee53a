import Foundation
import HeedModel
import HeedNetwork
import Logging
import Testing

@testable import HeedWire

/// The port of the name server that `Tests/PeerTests/names/run` started.
enum NamesPeer {
  static let port = ProcessInfo.processInfo.environment["HEED_NAMES_PEER"].flatMap { Int($0) }

  static var isThere: Bool {
    if port == nil {
      print("skipped: HEED_NAMES_PEER names no name server; use Scripts/test-peers names")
    }
    return port != nil
  }
}

private struct PeerClock: DeskClock {
  func now() -> Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
  func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}

private struct Chance: Randomness {
  func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255) } }
}

/// Our questions, answered by dnsmasq.
@Suite(.enabled(if: NamesPeer.isThere)) struct NamesPeerTests {
  let wire: HTTPWire

  init() throws {
    var configuration = WireConfiguration(
      userAgent: "Heed tests", clock: PeerClock(), randomness: Chance())
    configuration.nameServers = [
      NameServer(address: .v4(0x7F00_0001), port: try #require(NamesPeer.port))
    ]
    wire = HTTPWire(configuration: configuration, logger: Logger(label: "peer"))
  }

  @Test func placesOfAServiceComeBestFirst() async throws {
    #expect(
      try await wire.services("_imaps._tcp", of: "shop.example") == [
        ServiceRecord(host: "first.mail.example", port: 1993, priority: 10, weight: 1),
        ServiceRecord(host: "second.mail.example", port: 993, priority: 20, weight: 1),
      ])
  }

  @Test func whatIsDecidedlyNotThereIsNone() async throws {
    #expect(try await wire.services("_imap._tcp", of: "shop.example").isEmpty)
    #expect(try await wire.services("_imaps._tcp", of: "nobody.example").isEmpty)
    #expect(try await wire.texts("_atproto", of: "nobody.example").isEmpty)
  }

  @Test func textsAreReadAlsoThroughAnAliasAndInParts() async throws {
    let did = ["did=did:plc:ewvi7nxzyoun6zhxrhs64oiz"]
    #expect(try await wire.texts("_atproto", of: "Shop.Example") == did)
    #expect(try await wire.texts("_alias", of: "shop.example") == did)
    #expect(try await wire.texts("_parts", of: "shop.example") == ["one and two"])
  }

  @Test func whatNoDatagramHoldsComesOverAConnection() async throws {
    let texts = try await wire.texts("_long", of: "shop.example")
    #expect(texts.count == 40)
    #expect(texts.allSatisfy { $0.hasSuffix(String(repeating: "x", count: 200)) })
  }
}
