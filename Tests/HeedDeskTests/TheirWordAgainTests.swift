import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

/// What they say a second time, and what they say without end.
@Suite struct TheirWordAgainTests {
  @Test func aFormThatIsSentAgainSaysNothingNew() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    let visit = try await test.visit(as: "ana")
    for _ in 0..<4 { try await test.desk.theySay(fine: id, visit) }
    for _ in 0..<4 {
      try await test.desk.theySay(notToday: id, days: 3, visit)
      test.pass(.seconds(1))
    }
    for _ in 0..<4 { try await test.desk.theySay(solved: id, visit) }
    for _ in 0..<4 { try await test.desk.theyAreCalled("Anna", visit) }
    for _ in 0..<4 { try await test.desk.theyWish(contact: false, visit) }
    let handle = try #require(try await test.post("q").author)
    func words() async throws -> [TheirWord.Kind] {
      try await test.store.read { try $0.theirWords(of: [handle]) }.map(\.kind)
    }
    #expect(try await words() == [.fine, .notToday, .solved, .named, .doNotWrite])
    #expect(try await test.store.read { try $0.closures(of: id) }.count == 1)
    let events = try await test.events(of: id)
    for kind in [EventKind.theySaidFine, .theySaidNotToday, .theySaidSolved] {
      #expect(events.count { $0 == kind } == 1, "\(kind)")
    }
    // What they wrote since makes each of them mean something again; so does its contrary.
    test.pass(.minutes(1))
    try await test.says("It is not, after all.", id: "q2", parent: RemoteID("q"))
    test.pass(.minutes(1))
    try await test.desk.theySay(fine: id, visit)
    try await test.desk.theySay(solved: id, visit)
    try await test.desk.theyWish(contact: true, visit)
    try await test.desk.theyAreCalled("Ana", visit)
    #expect(try await words().suffix(4) == [.fine, .solved, .mayWrite, .named])
    #expect(try await test.conversation(id).state == .solved)
  }

  @Test func whoeverSaysVeryMuchHasToWait() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    let visit = try await test.visit(as: "ana")
    for days in 1...30 { try await test.desk.theySay(notToday: id, days: days, visit) }
    for work in [
      { @Sendable in try await test.desk.theySay(notToday: id, days: 31, visit) },
      { @Sendable in try await test.desk.theySay(solved: id, visit) },
      { @Sendable in try await test.desk.theyAreCalled("Anna", visit) },
      { @Sendable in try await test.desk.theyWish(contact: false, visit) },
    ] { #expect(await problem(work)?.code == .tooMany) }
    let handle = try #require(try await test.post("q").author)
    #expect(try await test.store.read { try $0.theirWords(of: [handle]) }.count == 30)
    test.pass(.minutes(15))
    try await test.desk.theySay(solved: id, visit)
    #expect(try await test.conversation(id).state == .solved)
  }
}
