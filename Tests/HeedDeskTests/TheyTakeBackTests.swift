import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What they said on their side: what of it stands, and that they can take it back.
@Suite struct TheyTakeBackTests {
  private func standing(_ test: TestDesk, _ visit: Visit) async throws -> [StandingWord] {
    try await test.desk.theirSide(visit).standing
  }

  private func promised(_ test: TestDesk, in id: ID<Conversation>) async throws {
    var request = ReplyRequest(conversation: id, text: "I look on Friday.", anyway: true)
    request.promises = [PromiseWish(words: "I look on Friday")]
    _ = try await test.desk.send(request, by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
  }

  @Test func allThatTheySaidStandsThereAndNoWordHidesAnother() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    let visit = try await test.visit(as: "ana")
    try await test.desk.theySay(fine: id, visit)
    test.pass(.seconds(1))
    try await test.desk.theySay(notToday: id, days: 3, visit)
    let until = test.clock.now() + .days(3)
    test.pass(.seconds(1))
    try await test.desk.theySay(
      of: test.post("q").id, language: "en", tone: .neutral, kinds: [.question], visit)
    test.pass(.seconds(1))
    try await test.desk.theySay(solved: id, visit)
    let said = try await standing(test, visit)
    #expect(said.map(\.word.kind) == [.solved, .readWrongly, .notToday, .fine])
    #expect(said[2].word.restsUntil == until)
    // What is over stands no more.
    test.pass(.days(4))
    let later = try await test.visit(as: "ana")
    #expect(try await standing(test, later).map(\.word.kind) == [.solved, .readWrongly, .fine])
    // Their own words end both of these sooner.
    try await test.desk.theySay(notToday: id, days: 3, later)
    test.pass(.minutes(1))
    try await test.says("It squeaks again.", id: "q2", parent: RemoteID("q"))
    #expect(try await !standing(test, later).map(\.word.kind).contains(.notToday))
  }

  @Test func whatTheyTakeBackIsAsThoughTheyHadNotSaidIt() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    let visit = try await test.visit(as: "ana")
    let before = try await test.conversation(id)
    #expect(before.state == .waiting)
    let read = try await test.post("q").reading

    try await test.desk.theySay(solved: id, visit)
    #expect(try await test.conversation(id).state == .solved)
    let solved = try #require(try await standing(test, visit).first)
    test.pass(.minutes(1))
    for _ in 0..<2 { try await test.desk.theyTakeBack(solved.id, visit) }
    #expect(try await test.conversation(id).state == .waiting)
    #expect(try await standing(test, visit).isEmpty)

    try await test.desk.theySay(notToday: id, days: 3, visit)
    #expect(try await test.conversation(id).state == .snoozed)
    let rest = try #require(try await standing(test, visit).first)
    try await test.desk.theyTakeBack(rest.id, visit)
    #expect(try await test.conversation(id).state == .waiting)

    try await test.desk.theySay(
      of: test.post("q").id, language: "pt", tone: .negative, kinds: [.complaint], visit)
    let reading = try #require(try await standing(test, visit).first)
    try await test.desk.theyTakeBack(reading.id, visit)
    #expect(try await test.post("q").reading == read)
    #expect(try await standing(test, visit).isEmpty)
    #expect(try await test.events(of: id).filter { $0 == .theyTookBack }.count == 3)
    // Members read nothing of it where they work, and all of it is in the file.
    #expect(try await test.desk.conversation(id, for: test.bruno).theirWords.isEmpty)
    let file = try await test.desk.export(test.personOf("q"), by: test.lead)
    #expect(file.theirWords.map(\.kind) == [.solved, .notToday, .readWrongly])
  }

  @Test func aPromiseThatTheyCalledBrokenIsAsWeHadSaidBefore() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    try await promised(test, in: id)
    let visit = try await test.visit(as: "ana")
    let promise = try #require(try await test.desk.theirSide(visit).promises.first)
    _ = try await test.desk.fulfil(promise.id, by: test.alicia)
    test.pass(.minutes(1))
    try await test.desk.theySay(broken: promise.id, visit)
    let broken = try #require(try await standing(test, visit).first)
    #expect(broken.promise?.promise.words == "I look on Friday")
    test.pass(.minutes(1))
    try await test.desk.theyTakeBack(broken.id, visit)
    let after = try #require(try await test.desk.theirSide(visit).promises.first)
    #expect(after.ending?.kind == .kept)
    #expect(after.ending?.member == test.alicia.member)
    #expect(try await standing(test, visit).isEmpty)
    // They can say it anew.
    test.pass(.minutes(1))
    try await test.desk.theySay(broken: promise.id, visit)
    #expect(try await standing(test, visit).map(\.word.kind) == [.broken])
  }

  @Test func nobodyTakesBackWhatAnotherSaid() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    try await test.says("And mine?", id: "o", by: "otto")
    let hers = try await test.visit(as: "ana")
    try await test.desk.theySay(solved: id, hers)
    let word = try #require(try await standing(test, hers).first)
    let his = try await test.visit(as: "otto")
    #expect(
      await problem { try await test.desk.theyTakeBack(word.id, his) }?.code == .notFound)
    #expect(try await test.conversation(id).state == .solved)
    try await test.desk.theyAreCalled("Anna", hers)
    let name = try #require(try await standing(test, hers).first { $0.word.kind == .named })
    #expect(
      await problem { try await test.desk.theyTakeBack(name.id, hers) }?.code == .invalid)
  }

  @Test func theirOwnFileHasAllOfTheirSideAndNoMore() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    try await promised(test, in: id)
    try await test.desk.note(id, text: "A quokka of a note", by: test.alicia)
    test.pass(.minutes(1))
    try await test.says("Nobody else's business", id: "o", by: "otto", parent: RemoteID("q"))
    test.pass(.minutes(1))
    let posts = (0..<203).map { number in
      RemoteEvent.post(
        FakeNetwork.post(
          "n\(number)", "Open on day \(number)?",
          at: test.clock.now() + .milliseconds(Int64(number))))
    }
    for start in stride(from: 0, to: posts.count, by: 50) {
      try await test.hear(Array(posts[start..<min(start + 50, posts.count)]))
    }
    test.pass(.minutes(1))
    let visit = try await test.visit(as: "ana")
    try await test.desk.theySay(fine: id, visit)
    #expect(try await test.desk.theirSide(visit).older.conversations > 0)
    func file() async throws -> String {
      String(decoding: try await test.desk.exportOfTheirSide(visit).json(), as: UTF8.self)
    }
    let told = try await file()
    for words in [
      "Is my bicycle ready?", "Open on day 0?", "Open on day 202?", "I look on Friday",
      "\"kind\" : \"fine\"", "heed-person-1",
    ] { #expect(told.contains(words), "\(words)") }
    for words in ["quokka", "Nobody else's business", "\"record\""] {
      #expect(!told.contains(words), "\(words)")
    }
    try await test.desk.keep([], showsNotes: true, by: test.lead)
    // Noted before anybody else spoke there.
    #expect(try await file().contains("A quokka of a note"))
    // It reads all there is, so it is not given out without end.
    for _ in 0..<4 { _ = try await test.desk.allOfTheirSide(visit) }
    #expect(await problem { _ = try await file() }?.code == .tooMany)
    test.pass(.minutes(15))
    #expect(try await file().contains("Is my bicycle ready?"))
  }
}
