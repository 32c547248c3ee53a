import HeedModel
import HeedNetwork
import HeedReading
import HeedTesting
import Synchronization
import Testing

@testable import HeedDesk

/// Looking again at what a place does not tell by itself (L3).
@Suite struct RecheckerTests {
  /// Tells what a test wrote down, and remembers what it was asked.
  private struct Place: Rechecking {
    final class Notes: Sendable {
      let events = Mutex<[RemoteEvent]>([])
      let asked = Mutex<[[RemoteReference]]>([])
      let error = Mutex<NetworkError?>(nil)
      /// Whoever asks for this one meets a dead server.
      let bad = Mutex<RemoteID?>(nil)
      /// After so many questions no more are answered.
      let patience = Mutex(Int.max)
    }
    let notes: Notes
    var atOnce = 3
    var inPass = RecheckerTests.most
    var rechecksAtOnce: Int { atOnce }
    func rechecksInPass(as account: AccountAccess?) -> Int { inPass }
    func server(of source: ListeningSource) -> String {
      source.target.split(separator: "/").first.map(String.init) ?? ""
    }
    var name: NetworkName { FakeNetwork.name }
    var title: Message { "Fake" }
    func capabilities(of account: AccountAccess?) async throws -> Capabilities {
      Capabilities(reply: .never)
    }
    func listen(to source: ListeningSource) async throws -> Heard { Heard() }
    func offers(for typed: String) async throws -> [Offer] { [] }
    func recheck(_ posts: [RemoteReference], as account: AccountAccess?) async throws
      -> [RemoteEvent]
    {
      notes.asked.withLock { $0.append(posts) }
      if let error = notes.error.withLock({ $0 }) { throw error }
      guard
        notes.patience.withLock({
          $0 -= 1
          return $0 >= 0
        })
      else {
        throw NetworkError(.rateLimited, "later", retryAfter: .minutes(30))
      }
      if let bad = notes.bad.withLock({ $0 }), posts.contains(where: { $0.remoteID == bad }) {
        throw NetworkError(.temporary, "away")
      }
      return notes.events.withLock { $0 }
    }
  }

  static let most = 12

  private let test: TestDesk
  private let desk: Desk
  private let notes = Place.Notes()

  init() async throws {
    test = try await TestDesk()
    desk = Self.desk(test, Place(notes: notes))
  }

  private static func desk(_ test: TestDesk, _ place: Place) -> Desk {
    Desk(
      record: test.store, networks: Networks([place]), reader: PlainReader(),
      vault: Vault(key: Array(repeating: 7, count: 32)), uploads: MemoryUploads(),
      clock: test.clock, randomness: SeededRandomness(seed: 9),
      address: DeskAddress(base: "https://desk.example", isPublic: true), logger: TestDesk.quiet,
      passwordCost: .least)
  }

  private var asked: [[String]] {
    notes.asked.withLock { $0.map { $0.map(\.remoteID.rawValue) } }
  }

  private func say(_ count: Int) async throws {
    for number in 0..<count {
      try await test.says("Word \(number).", id: "p\(number)", by: "u\(number)")
    }
    test.clock.advance(by: .minutes(10))
  }

  @Test func whatWasChangedOrTakenAwayThereIsSoHere() async throws {
    try await test.says("Is the shop opne?", id: "a")
    try await test.says("Forget me.", id: "b", by: "otto")
    test.clock.advance(by: .minutes(10))
    var edited = FakeNetwork.post("a", "Is the shop open?", at: test.clock.now() - .minutes(10))
    edited.editedAt = test.clock.now()
    let told = edited
    notes.events.withLock { $0 = [.post(told), .removed(RemoteID("b"))] }
    await Rechecker(desk: desk).lookAgain()
    #expect(try await test.post("a").text.plain == "Is the shop open?")
    let gone = try await test.post("b")
    #expect(gone.removedAt != nil)
    #expect(gone.text.plain.isEmpty)
    // The cursor of the source is not moved by it.
    let source = test.source
    #expect(try await test.store.read { try $0.source(source)?.cursor } == nil)
  }

  /// Where nobody signed in, each server counts by itself.
  @Test func aBusyServerTakesNoLooksFromAnother() async throws {
    let targets = ["one.example/a", "one.example/b", "two.example/a"]
    for target in targets {
      let id = try await desk.add(
        Offer(
          network: FakeNetwork.name, kind: "words", target: target, name: "A place", asks: "",
          can: ""), by: test.lead)
      let source = try #require(try await test.store.read { try $0.source(id) })
      let events = (0..<Self.most).map { number in
        RemoteEvent.post(
          FakeNetwork.post(
            "\(target) \(number)", "Word \(number).", by: "u\(number)", at: test.clock.now()))
      }
      try await desk.takeIn([Batch(source: source, heard: Heard(events: events))])
    }
    test.clock.advance(by: .minutes(10))
    await Rechecker(desk: desk).lookAgain()
    let servers = asked.flatMap(\.self).map { $0.prefix { $0 != "/" } }
    #expect(servers.count { $0 == "one.example" } == Self.most)
    #expect(servers.count { $0 == "two.example" } == Self.most)
  }

  @Test func everyPostHasItsTurn() async throws {
    let count = Self.most + 5
    try await say(count)
    for _ in 0..<2 {
      await Rechecker(desk: desk).lookAgain()
      test.clock.advance(by: .minutes(5))
    }
    #expect(asked.prefix(4).map(\.count) == [3, 3, 3, 3])
    #expect(asked.joined().count == count)
    #expect(Set(asked.joined()).count == count)
  }

  @Test func whatWasJustHeardOrLookedAtIsLeftAlone() async throws {
    try await test.says("Is the shop open?", id: "a")
    await Rechecker(desk: desk).lookAgain()
    #expect(asked.isEmpty)
    // Every ten minutes in its first hour, then once an hour.
    for _ in 0..<24 {
      test.clock.advance(by: .minutes(5))
      await Rechecker(desk: desk).lookAgain()
    }
    #expect(asked.count == 7)
  }

  /// What was looked at before the place had enough is kept, and is not asked for again; nor is the place, before its time.
  @Test func aPlaceThatHasEnoughLosesNothingAndIsLeftAlone() async throws {
    try await say(9)
    notes.patience.withLock { $0 = 2 }
    notes.events.withLock { $0 = [.removed(RemoteID("p1"))] }
    let rechecker = Rechecker(desk: desk)
    await rechecker.lookAgain()
    #expect(asked.count == 3)
    #expect(try await test.post("p1").removedAt != nil)
    notes.patience.withLock { $0 = .max }
    test.clock.advance(by: .minutes(5))
    await rechecker.lookAgain()
    #expect(asked.count == 3)
    test.clock.advance(by: .minutes(25))
    await rechecker.lookAgain()
    #expect(asked[3] == asked[2])
  }

  @Test func whatFailsIsLookedAtAgain() async throws {
    try await test.says("Is the shop open?", id: "a")
    test.clock.advance(by: .minutes(10))
    notes.error.withLock { $0 = NetworkError(.temporary, "away") }
    await Rechecker(desk: desk).lookAgain()
    notes.error.withLock { $0 = nil }
    notes.events.withLock { $0 = [.removed(RemoteID("a"))] }
    test.clock.advance(by: .minutes(10))
    await Rechecker(desk: desk).lookAgain()
    #expect(asked == [["a"], ["a"]])
    #expect(try await test.post("a").removedAt != nil)
  }

  /// Nobody answers: that says nothing about the posts, and they are as due as before.
  @Test func aDeadPlaceCostsNoPostItsTurn() async throws {
    try await say(9)
    notes.error.withLock { $0 = NetworkError(.temporary, "away") }
    await Rechecker(desk: desk).lookAgain()
    #expect(asked.count < 9)
    notes.error.withLock { $0 = nil }
    let before = asked.count
    await Rechecker(desk: desk).lookAgain()
    #expect(Set(asked.dropFirst(before).joined()).count == 9)
  }

  @Test func oneThatCannotBeReadHoldsUpNoOther() async throws {
    for id in ["a", "b", "c"] { try await test.says("Word \(id).", id: id, by: "u\(id)") }
    test.clock.advance(by: .minutes(10))
    notes.bad.withLock { $0 = RemoteID("b") }
    notes.events.withLock { $0 = [.removed(RemoteID("c"))] }
    await Rechecker(desk: desk).lookAgain()
    #expect(try await test.post("c").removedAt != nil)
    #expect(Set(asked.dropFirst()) == [["a"], ["b"], ["c"]])
  }

  /// Where one post a pass is all there is, one that can never be read must not stand before all others.
  @Test func oneThatCannotBeReadHoldsUpNoOtherWhereOneIsAllThereIs() async throws {
    let desk = Self.desk(test, Place(notes: notes, atOnce: 1, inPass: 1))
    for id in ["a", "b", "c"] { try await test.says("Word \(id).", id: id, by: "u\(id)") }
    test.clock.advance(by: .minutes(10))
    notes.bad.withLock { $0 = RemoteID("a") }
    for _ in 0..<3 { await Rechecker(desk: desk).lookAgain() }
    #expect(Set(asked) == [["a"], ["b"], ["c"]])
  }

  @Test func sourcesOfOneAccountTakeTurns() async throws {
    let desk = Self.desk(test, Place(notes: notes, atOnce: 1, inPass: 2))
    try await say(9)
    let first = test.source
    let known = try await test.store.read { try $0.source(first) }
    var other = try #require(known)
    other.id = ID(other.id.value + 1)
    other.target = "other"
    try await test.store.write { [other] in try $0.insert(other) }
    let post = FakeNetwork.post("q", "Elsewhere.", by: "otto", at: test.clock.now())
    try await test.desk.takeIn([
      Batch(source: other, heard: Heard(events: [.post(post)]), movesCursor: false)
    ])
    test.clock.advance(by: .minutes(10))
    for _ in 0..<2 {
      await Rechecker(desk: desk).lookAgain()
      test.clock.advance(by: .minutes(5))
    }
    #expect(asked.count == 4)
    #expect(asked.contains(["q"]))
  }

  @Test func whatIsOldOrPausedIsLeftAlone() async throws {
    try await test.says("Is the shop open?", id: "a")
    test.clock.advance(by: RecheckAges.last.upTo + .minutes(1))
    await Rechecker(desk: desk).lookAgain()
    #expect(asked.isEmpty)
    try await test.says("And now?", id: "b")
    test.clock.advance(by: .minutes(10))
    try await desk.pause(test.source, true, by: test.lead)
    await Rechecker(desk: desk).lookAgain()
    #expect(asked.isEmpty)
    try await desk.pause(test.source, false, by: test.lead)
    await Rechecker(desk: desk).lookAgain()
    #expect(asked == [["b"]])
  }
}
