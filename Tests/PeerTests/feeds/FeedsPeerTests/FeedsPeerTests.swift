import FeedsNetwork
import Foundation
import HeedModel
import HeedNetwork
import HeedWire
import Logging
import Testing

/// The servers that `Tests/PeerTests/feeds/run` started.
struct FeedsPeer: Decodable {
  var address: String
  /// Where its feeds lie.
  var site: String
  /// What nginx notes of each question: method, path, status.
  var asked: String

  static let told: FeedsPeer? = ProcessInfo.processInfo.environment["HEED_FEEDS_PEER"]
    .flatMap { try? JSONDecoder().decode(FeedsPeer.self, from: Data($0.utf8)) }

  static var isThere: Bool {
    if told == nil {
      print("skipped: HEED_FEEDS_PEER names no server of feeds; use Scripts/test-peers feeds")
    }
    return told != nil
  }
}

/// The machine's clock: real servers keep to it.
private struct PeerClock: DeskClock {
  func now() -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
  func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}

private struct Chance: Randomness {
  func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255) } }
}

/// Feeds as nginx serves them.
@Suite(.serialized, .enabled(if: FeedsPeer.isThere)) struct FeedsPeerTests {
  let peer: FeedsPeer
  let feeds: FeedsNetwork

  init() throws {
    peer = try #require(FeedsPeer.told)
    let port = URL(string: peer.address)?.port ?? 0
    let wire = HTTPWire(
      configuration: WireConfiguration(
        userAgent: "Heed tests", allowedHosts: ["127.0.0.1:\(port)"], clock: PeerClock(),
        randomness: Chance()), logger: Logger(label: "peer"))
    feeds = FeedsNetwork(wire: wire, clock: PeerClock())
  }

  func hear(_ name: String, since cursor: String? = nil) async throws -> Heard {
    try await feeds.listen(
      to: ListeningSource(
        id: ID(1), kind: FeedsNetwork.Kind.feed, target: "\(peer.address)/\(name)", cursor: cursor))
  }

  func words(_ heard: Heard) -> [String] {
    heard.events.compactMap { if case .post(let post) = $0 { post.text.plain } else { nil } }
  }

  func asked(_ line: String) throws -> Int {
    try String(contentsOfFile: peer.asked, encoding: .utf8).split(separator: "\n")
      .count(where: { $0 == line })
  }

  @Test func theFeedIsFoundByItsPage() async throws {
    let offers = try await feeds.offers(for: peer.address)
    #expect(offers.map(\.target) == ["\(peer.address)/feed.xml"])
  }

  @Test(arguments: [("feed.xml", 1), ("plain.xml", 1), ("chunked.xml", 0)])
  func packedWholeAndInChunksItReadsAlike(name: String, unchanged: Int) async throws {
    let heard = try await hear(name)
    #expect(words(heard) == ["The red bell is in.", "Grüße: the blue bell is in."])
    #expect(try await hear(name, since: heard.cursor).events.isEmpty)
    // What has a tag is not sent twice.
    #expect(try asked("GET /\(name) 304") == unchanged)
  }

  @Test func whatIsNewAndWhatChangedIsHeard() async throws {
    let place = URL(filePath: peer.site).appending(path: "feed.xml")
    let before = try String(contentsOf: place, encoding: .utf8)
    defer { try? Data(before.utf8).write(to: place) }
    let heard = try await hear("feed.xml")
    let item =
      "<item><title>x</title><guid>x</guid><description>And a green one.</description></item>"
    let after = before.replacing("is in.", with: "is sold.", maxReplacements: 1)
      .replacing("<item>", with: item + "<item>", maxReplacements: 1)
    try Data(after.utf8).write(to: place)
    let later = try await hear("feed.xml", since: heard.cursor)
    #expect(Set(words(later)) == ["And a green one.", "Grüße: the blue bell is sold."])
  }

  @Test func aFeedThatMovedForGoodIsAskedThere() async throws {
    for (name, isKept) in [("moved.xml", true), ("for-now.xml", false)] {
      let heard = try await hear(name)
      #expect(words(heard).count == 2)
      let before = try asked("GET /\(name) \(isKept ? 301 : 302)")
      #expect(try await hear(name, since: heard.cursor).events.isEmpty)
      let after = try asked("GET /\(name) \(isKept ? 301 : 302)")
      #expect(after - before == (isKept ? 0 : 1), "\(name)")
    }
  }

  @Test(
    arguments: [
      ("gone.xml", .gone), ("nothing.xml", .temporary), ("patience.xml", .rateLimited),
      ("locked.xml", .refused), ("large.xml", .refused),
    ] as [(String, NetworkError.Kind)])
  func whatGoesWrongIsSaid(name: String, kind: NetworkError.Kind) async throws {
    let error = await #expect(throws: NetworkError.self) { try await hear(name) }
    #expect(error?.kind == kind)
    if kind == .rateLimited { #expect(error?.retryAfter == .seconds(120)) }
  }
}
