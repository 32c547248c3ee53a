import FeedsNetwork
import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Synchronization
import Testing

@testable import HeedDesk

/// What a legal hold keeps, heard by the adapters of real places: a feed that tells of changes and of what is gone, and a
/// Mastodon server that is asked again.
@Suite struct HeldPlacesTests {
  enum Kind: CaseIterable, Sendable { case feed, mastodon }

  @Test(arguments: Kind.allCases)
  func whatIsChangedAndTakenAwayThereUnderAHoldIsKeptOutOfSight(_ kind: Kind) async throws {
    let place = try await HeldPlace(kind)
    try await place.says("You broke my quokka.")
    let author = try #require(try await place.post().author)
    try await place.hold(author)
    try await place.says("You broke my wombat.")
    #expect(try await place.shown() == "You broke my wombat.")
    // Restored as it was: what stood between is kept as well, and the same words once.
    try await place.says("You broke my quokka.")
    #expect(try await place.shown() == "You broke my quokka.")
    try await place.takesAway()
    #expect(try await place.shown() == "")
    #expect(try await place.post().removedAt != nil)
    #expect(try await Set(place.kept()) == ["You broke my quokka.", "You broke my wombat."])
    // Out of sight: nobody finds it, and a look at who wrote it shows no word of it.
    for word in ["quokka", "wombat"] {
      #expect(
        try await place.desk.search(word, PageRequest(), for: place.test.lead).rows.isEmpty)
    }
    let asked = try await place.desk.askedAbout(
      try await place.address(author), by: place.test.lead)
    #expect(asked.called.map(\.handle.id) == [author])
    #expect(asked.called.flatMap(\.said).isEmpty)
    // Whoever the law sends gets it.
    let file = String(
      decoding: try await place.desk.exportAsked(
        try await place.address(author), author, by: place.test.lead
      ).json(), as: UTF8.self)
    for word in ["quokka", "wombat"] { #expect(file.contains(word), "\(word) is missing") }
    // While it stands nobody is erased; with it the words are over.
    #expect(
      await problem { try await place.erase(author) }?.code == .conflict)
    try await place.lift(author)
    for word in ["quokka", "wombat"] {
      #expect(try await Grep.places(of: word, place.test.database) == [], "\(word)")
    }
  }

  /// Where no hold stands any more, nothing of what goes there stays.
  @Test(arguments: Kind.allCases)
  func afterAHoldNothingIsKept(_ kind: Kind) async throws {
    let place = try await HeldPlace(kind)
    try await place.says("You broke my quokka.")
    let author = try #require(try await place.post().author)
    try await place.hold(author)
    try await place.lift(author)
    // What stood there all along stands as it did.
    #expect(try await place.shown() == "You broke my quokka.")
    try await place.takesAway()
    #expect(try await place.kept() == [])
    #expect(try await Grep.places(of: "quokka", place.test.database) == [])
  }
}

/// One place with one post of somebody's who never spoke to us, and the desk's own adapter between.
private final class HeldPlace: Sendable {
  let test: TestDesk
  let desk: Desk
  private let kind: HeldPlacesTests.Kind
  private let network: any Network
  private let double: MastodonDouble
  private let ana: String
  private let text = Mutex<(words: String?, edits: Int)>((nil, 0))
  private let status = Mutex<String?>(nil)
  private static let source: ID<Source> = ID(77)
  private static let feed = "https://bells.example/feed"

  init(_ kind: HeldPlacesTests.Kind) async throws {
    self.kind = kind
    test = try await TestDesk()
    double = MastodonDouble(clock: test.clock)
    ana = double.person("ana", name: "Ana")
    let wire = ScriptedWire()
    network =
      kind == .feed
      ? FeedsNetwork(wire: wire, clock: test.clock)
      : MastodonNetwork(
        wire: MastodonWire([double]), clock: test.clock, publicServers: ["social.example"],
        randomness: SeededRandomness())
    desk = test.desk(with: [network])
    let (now, name) = (test.clock.now(), network.name)
    let (place, target) =
      kind == .feed ? ("feed", Self.feed) : ("local", "social.example")
    try await desk.record.write { tx in
      try tx.insert(
        Source(
          id: Self.source, network: name, kind: place, target: target, name: "Bells", addedAt: now,
          nextAt: now))
    }
    wire.on(.get, Self.feed) { [self] request in
      WireResponse(
        status: 200, headers: [("content-type", "application/atom+xml")], body: Array(atom().utf8),
        address: request.address)
    }
  }

  /// Says it, or changes it where it was said.
  func says(_ words: String) async throws {
    test.pass(.minutes(5))
    text.withLock { $0 = (words, $0.edits + 1) }
    if kind == .mastodon {
      if let id = status.withLock({ $0 }) {
        double.edit(id, words)
      } else {
        let id = double.post(by: ana, words)
        status.withLock { $0 = id }
      }
    }
    try await look()
  }

  func takesAway() async throws {
    test.pass(.minutes(5))
    text.withLock { $0 = (nil, $0.edits + 1) }
    if let id = status.withLock({ $0 }) { double.delete(id) }
    try await look()
  }

  /// As the listener and the one who looks again do.
  private func look() async throws {
    let source = try #require(try await desk.record.read { try $0.source(Self.source) })
    let heard = try await network.listen(
      to: ListeningSource(
        id: source.id, kind: source.kind, target: source.target, cursor: source.cursor))
    try await desk.takeIn([Batch(source: source, heard: heard)])
    guard let network = network as? any Rechecking, let post = try? await post() else { return }
    let again = try await network.recheck(
      [RemoteReference(remoteID: post.remoteID, local: nil, address: post.address)], as: nil)
    try await desk.hear(again, from: Self.source)
  }

  private func atom() -> String {
    let (words, edits) = text.withLock { $0 }
    let day = "2026-05-05T10:\(10 + edits):00Z"
    let entry =
      words.map {
        """
        <entry><id>urn:uuid:1</id><title></title><link href="https://bells.example/1"/>\
        <author><name>Ana</name></author><published>2026-05-05T10:00:00Z</published>\
        <updated>\(day)</updated><content type="text">\($0)</content></entry>
        """
      } ?? "<at:deleted-entry ref=\"urn:uuid:1\" when=\"\(day)\"/>"
    return """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
      <id>urn:uuid:0</id><title>Bells</title><link href="https://bells.example/"/>\(entry)</feed>
      """
  }

  func post() async throws -> Post {
    let name = network.name
    let found = try await desk.record.read { [lead = test.lead] tx in
      try tx.heard(.init(), PageRequest(limit: 9), for: lead).rows.map(\.post.id)
    }
    if let kept = try await desk.record.read({ try $0.posts(found) }).first(where: {
      $0.network == name
    }) {
      id.withLock { $0 = kept.id }
    }
    let known = try #require(id.withLock { $0 })
    return try #require(try await desk.record.read { try $0.posts([known]) }.first)
  }

  private let id = Mutex<ID<Post>?>(nil)

  func shown() async throws -> String {
    try await post().text.plain
  }

  func kept() async throws -> [String] {
    let id = try await post().id
    return try await desk.record.read { try $0.heldWords(of: [id]) }.map(\.text.plain)
  }

  func address(_ author: ID<Handle>) async throws -> String {
    try #require(try await desk.record.read { try $0.handles([author]).first }).address
  }

  func hold(_ author: ID<Handle>) async throws {
    try await desk.holdAsked(
      try await address(author), author, reason: "Claim 12 of 2026", days: 90, by: test.lead)
  }

  func lift(_ author: ID<Handle>) async throws {
    try await desk.liftAsked(try await address(author), author, by: test.lead)
  }

  func erase(_ author: ID<Handle>) async throws {
    try await desk.eraseAsked(try await address(author), author, by: test.lead)
  }
}
