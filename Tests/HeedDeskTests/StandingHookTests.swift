import Crypto
import Foundation
import HeedModel
import HeedNetwork
import HeedReading
import HeedTesting
import Synchronization
import Testing

@testable import HeedDesk

/// Hooks of places that ask no question: Discourse and GitHub (rows of notes are proven, once, whoever sends them).
@Suite struct StandingHookTests {
  /// Tells a post whose id is the body of a note, or only that something is new.
  private struct Place: TakingNotes {
    final class Notes: Sendable {
      let asked = Mutex<(secret: String, account: ID<Account>?)?>(nil)
    }
    let notes: Notes
    let clock: any DeskClock
    var name: NetworkName { FakeNetwork.name }
    var title: Message { "Fake" }
    var confirmsByNote: Bool { true }
    func capabilities(of account: AccountAccess?) async throws -> Capabilities {
      Capabilities(reply: .never)
    }
    func listen(to source: ListeningSource) async throws -> Heard { Heard() }
    func offers(for typed: String) async throws -> [Offer] { [] }
    func ask(_ place: NotePlace, callback: String, secret: String) async throws {}
    func ask(
      _ place: NotePlace, callback: String, secret: String, as account: AccountAccess?
    ) async throws {
      notes.asked.withLock { $0 = (secret, account?.id) }
    }
    func confirm(_ query: [String: String], _ place: NotePlace) -> NoteConfirmation { .unknown }
    func isProven(_ note: InboundNote, code: (String, [UInt8]) -> [UInt8]?) -> Bool {
      SignedNote.isProven(
        note.header("X-Signature"), body: note.body, methods: ["sha256"], code: code)
    }
    func read(_ note: InboundNote, for source: ListeningSource) throws -> Heard {
      let id = String(decoding: note.body, as: UTF8.self)
      guard id != "new" else { return Heard(cursor: source.cursor, next: .zero) }
      return Heard(
        events: [.post(FakeNetwork.post(id, "Ring. \(id)", at: clock.now()))],
        cursor: source.cursor)
    }
  }

  private let test: TestDesk
  private let desk: Desk
  private let place: Place

  init() async throws {
    test = try await TestDesk()
    place = Place(notes: Place.Notes(), clock: test.clock)
    desk = Desk(
      record: test.store, networks: Networks([place]), reader: PlainReader(),
      vault: Vault(key: Array(repeating: 7, count: 32)), uploads: MemoryUploads(),
      clock: test.clock, randomness: SeededRandomness(seed: 9),
      address: DeskAddress(base: "https://desk.example", isPublic: true), logger: TestDesk.quiet,
      passwordCost: .least)
  }

  /// Lets the place be asked; gives the secret that it was given.
  private func hook() async throws -> String {
    let (id, now) = (test.source, test.clock.now())
    try await test.store.write { [desk] tx in
      guard let source = try tx.source(id) else { return }
      try desk.noteOffer(
        NotePlace(address: "https://place.example", subject: "posts"), of: source, now: now, tx)
    }
    try await Subscriber(desk: desk) { "/told/" + $0 }.lookAfterAll()
    return try #require(place.notes.asked.withLock { $0?.secret })
  }

  private func note(_ body: String, _ secret: String) -> InboundNote {
    let code = HMAC<SHA256>.authenticationCode(
      for: Data(body.utf8), using: SymmetricKey(data: Data(secret.utf8)))
    let hex = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return InboundNote(
      headers: [("X-Signature", "sha256=" + hex)], body: Array(body.utf8))
  }

  private func posts() async throws -> Int {
    try await test.store.read {
      try $0.posts(FakeNetwork.name, remoteIDs: ["a", "b"].map { RemoteID($0) }).count
    }
  }

  @Test func thePlaceIsAskedWithTheRightOfTheAccountThatListens() async throws {
    _ = try await hook()
    #expect(place.notes.asked.withLock { $0?.account } == test.account)
  }

  @Test func theFirstProvenNoteConfirmsAndTenCopiesAtOnceAreOneRow() async throws {
    let secret = try await hook()
    let (desk, note, token) = (desk, note("a", secret), Desk.noteToken(secret))
    let answers = try await withThrowingTaskGroup(of: NoteAnswer.self) { group in
      for _ in 0..<10 { group.addTask { try await desk.takeNote(note, at: token) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(answers.map(\.status)) == [202])
    #expect(try await posts() == 1)
    let subscriptions = try await test.store.read { try $0.noteSubscriptions() }
    #expect(subscriptions.count == 1)
    #expect(subscriptions.first?.confirmedAt != nil)
    // It stands until somebody ends it there: nothing is asked for anew in a year.
    test.pass(.days(365))
    try await Subscriber(desk: desk) { "/told/" + $0 }.lookAfterAll()
    #expect(try await test.store.read { try $0.noteSubscriptions() }.count == 1)
  }

  @Test func aNoteThatIsNotSignedConfirmsNothingAndIsNotRead() async throws {
    let secret = try await hook()
    let token = Desk.noteToken(secret)
    let forged = InboundNote(
      headers: [("X-Signature", "sha256=" + String(repeating: "0a", count: 32))],
      body: Array("a".utf8))
    #expect(try await desk.takeNote(forged, at: token).status == 202)
    #expect(try await posts() == 0)
    #expect(try await test.store.read { try $0.noteSubscriptions() }.first?.confirmedAt == nil)
  }

  @Test func aReplayIsDroppedAlsoMuchLater() async throws {
    let secret = try await hook()
    let token = Desk.noteToken(secret)
    _ = try await desk.takeNote(note("a", secret), at: token)
    try await test.hear([.removed(RemoteID("a"))])
    test.pass(.days(2))
    _ = try await desk.takeNote(note("a", secret), at: token)
    #expect(try await test.post("a").text.isEmpty)
  }

  @Test func aNoteThatOnlySaysThatSomethingIsNewMakesTheDeskAskAtOnce() async throws {
    let secret = try await hook()
    let id = test.source
    let later = test.clock.now() + .hours(2)
    try await test.store.write { tx in
      guard var source = try tx.source(id) else { return }
      source.nextAt = later
      try tx.update(source)
    }
    _ = try await desk.takeNote(note("new", secret), at: Desk.noteToken(secret))
    #expect(try await test.store.read { try $0.source(id)?.nextAt } == test.clock.now())
  }
}
