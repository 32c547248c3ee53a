import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What a place could not hand out is told at its source, and asked for again when a lead says so.
@Suite struct SetAsideTests {
  private func place(_ test: TestDesk, _ cursor: String) async throws -> Source {
    try await test.store.write { tx in
      guard var source = try tx.source(test.source) else { return }
      source.cursor = cursor
      source.askedAt = test.clock.now()
      try tx.update(source)
    }
    return try await found(test)
  }

  private func found(_ test: TestDesk) async throws -> Source {
    try #require(try await test.store.read { try $0.source(test.source) })
  }

  @Test func aLeadHasWhatWasSetAsideAskedForAgain() async throws {
    let test = try await TestDesk()
    let desk = test.desk(with: [LeavingNetwork(name: FakeNetwork.name)])
    let source = try await place(test, "left 2")
    #expect(desk.setAside(at: source)?.english == "2 are missing.")
    #expect(try await !desk.isAskedAgain(source.id))
    await #expect(throws: Problem.self) { try await desk.askNow(source.id, by: test.carla) }
    try await desk.askNow(source.id, by: test.lead)
    #expect(try await found(test).cursor == "again 2")
    #expect(try await desk.isAskedAgain(source.id), "a stream that runs ends for it")
    #expect(desk.setAside(at: try await found(test)) == nil)
  }

  @Test func goingOnAfterAPauseAsksForItToo() async throws {
    let test = try await TestDesk()
    let desk = test.desk(with: [LeavingNetwork(name: FakeNetwork.name)])
    let source = try await place(test, "left 1")
    try await desk.pause(source.id, true, by: test.lead)
    #expect(try await found(test).cursor == "left 1")
    try await desk.pause(source.id, false, by: test.lead)
    #expect(try await found(test).cursor == "again 1")
  }

  @Test func whereNothingIsSetAsideTheCursorStays() async throws {
    let test = try await TestDesk()
    let source = try await place(test, "left 3")
    #expect(test.desk.setAside(at: source) == nil)
    try await test.desk.askNow(source.id, by: test.lead)
    #expect(try await found(test).cursor == "left 3")
    #expect(try await !test.desk.isAskedAgain(source.id))
  }
}

/// A place whose cursor says how much it could not hand out.
private struct LeavingNetwork: SettingAside {
  let name: NetworkName
  let title: Message = "Leaving"

  func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    Capabilities(reply: .never)
  }
  func listen(to source: ListeningSource) async throws -> Heard { Heard(cursor: source.cursor) }
  func offers(for typed: String) async throws -> [Offer] { [] }

  func setAside(at cursor: String?) -> Message? {
    guard let cursor, cursor.hasPrefix("left "), let count = Int(cursor.dropFirst(5)) else {
      return nil
    }
    return "\(count) are missing."
  }
  func askingAgain(at cursor: String?) -> String? { cursor?.replacing("left", with: "again") }
}
