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
    }
    let notes: Notes
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
      if let bad = notes.bad.withLock({ $0 }), posts.contains(where: { $0.remoteID == bad }) {
        throw NetworkError(.temporary, "away")
      }
      return notes.events.withLock { $0 }
    }
  }

  private let test: TestDesk
  private let desk: Desk
  private let notes = Place.Notes()

  init() async throws {
    test = try await TestDesk()
    desk = Desk(
      record: test.store, networks: Networks([Place(notes: notes)]), reader: PlainReader(),
      vault: Vault(key: Array(repeating: 7, count: 32)), uploads: MemoryUploads(),
      clock: test.clock, randomness: SeededRandomness(seed: 9),
      address: DeskAddress(base: "https://desk.example", isPublic: true), logger: TestDesk.quiet,
      passwordCost: .least)
  }

  private var asked: [[String]] {
    notes.asked.withLock { $0.map { $0.map(\.remoteID.rawValue) } }
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

  @Test func everyPostHasItsTurn() async throws {
    let count = Rechecker.most + 10
    for number in 0..<count {
      try await test.says("Word \(number).", id: "p\(number)", by: "u\(number)")
    }
    test.clock.advance(by: .minutes(1))
    for _ in 0..<2 {
      await Rechecker(desk: desk).lookAgain()
      test.clock.advance(by: .minutes(5))
    }
    #expect(asked.map(\.count) == [Rechecker.most, Rechecker.most])
    #expect(Set(asked.joined()).count == count)
  }

  @Test func whatFailsIsLookedAtAgain() async throws {
    try await test.says("Is the shop open?", id: "a")
    notes.error.withLock { $0 = NetworkError(.temporary, "away") }
    await Rechecker(desk: desk).lookAgain()
    notes.error.withLock { $0 = nil }
    notes.events.withLock { $0 = [.removed(RemoteID("a"))] }
    await Rechecker(desk: desk).lookAgain()
    #expect(asked == [["a"], ["a"]])
    #expect(try await test.post("a").removedAt != nil)
  }

  @Test func oneThatCannotBeReadHoldsUpNoOther() async throws {
    for id in ["a", "b", "c"] { try await test.says("Word \(id).", id: id, by: "u\(id)") }
    notes.bad.withLock { $0 = RemoteID("b") }
    notes.events.withLock { $0 = [.removed(RemoteID("c"))] }
    await Rechecker(desk: desk).lookAgain()
    #expect(try await test.post("c").removedAt != nil)
    #expect(Set(asked.dropFirst()) == [["a"], ["b"], ["c"]])
  }

  @Test func whatIsOldOrPausedIsLeftAlone() async throws {
    try await test.says("Is the shop open?", id: "a")
    test.clock.advance(by: Rechecker.looksBack + .minutes(1))
    await Rechecker(desk: desk).lookAgain()
    #expect(asked.isEmpty)
    try await test.says("And now?", id: "b")
    try await desk.pause(test.source, true, by: test.lead)
    await Rechecker(desk: desk).lookAgain()
    #expect(asked.isEmpty)
    try await desk.pause(test.source, false, by: test.lead)
    await Rechecker(desk: desk).lookAgain()
    #expect(asked == [["b"]])
  }
}
