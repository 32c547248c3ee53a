import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What is kept beside words goes with them (law 7).
@Suite struct QuietTests {
  /// Spoken to us, answered, noted about and handed on; then a time in which all words go.
  private struct Scene {
    let test: TestDesk
    let talk: ID<Conversation>
    let person: ID<Person>
    let handle: ID<Handle>

    init() async throws {
      test = try await TestDesk()
      talk = try await test.says("Is my bicycle ready?", id: "q", by: "ana")
      person = try await test.personOf("q")
      handle = try #require(try await test.post("q").author)
      try await test.desk.note(talk, text: "Her bell is on the shelf.", by: test.alicia)
      try await test.desk.handOver(
        talk, to: test.bruno.member, word: "You know her bell.", by: test.alicia)
    }

    func notes() async throws -> [String] {
      let (talk, viewer) = (talk, test.lead)
      return try await test.store.read { tx in
        try tx.notes(of: talk, for: viewer).map(\.text)
          + tx.handOvers(of: talk, for: viewer).map(\.word)
      }
    }

    /// What tells who it is, wherever that stands on the record.
    func isKnown() async throws -> Bool {
      let (person, handle) = (person, handle)
      return try await test.store.read { tx in
        let whom = try tx.person(person)
        let kept = try tx.handles([handle]).first
        return whom?.erasedAt == nil || whom?.name.isEmpty == false
          || kept.map { !$0.isErased || !$0.address.isEmpty || !$0.name.isEmpty } ?? false
      }
    }

    func passAndClean(_ days: Int64) async throws {
      test.pass(.days(days))
      try await test.desk.letWordsGo()
      try await test.desk.forgetQuietPeople()
    }
  }

  @Test func notesAndHandOverWordsGoWithTheWordsAndThePersonAfterTheStatedTime() async throws {
    let scene = try await Scene()
    try await scene.passAndClean(1_094)
    #expect(try await scene.notes() == ["Her bell is on the shelf.", "You know her bell."])
    try await scene.passAndClean(2)
    #expect(try await scene.notes() == [""])
    let handed = try await scene.test.store.read { [talk = scene.talk, lead = scene.test.lead] in
      try $0.handOvers(of: talk, for: lead).count
    }
    #expect(handed == 1)
    #expect(try await scene.isKnown())
    try await scene.passAndClean(363)
    #expect(try await scene.isKnown())
    try await scene.passAndClean(3)
    #expect(try await !scene.isKnown())
    // Whoever speaks again is somebody new, with a page of their own.
    try await scene.test.says("Hello again", id: "again", by: "ana")
    #expect(try await scene.test.personOf("again") != scene.person)
  }

  @Test func aStatedTimeIsChangedInSettings() async throws {
    let scene = try await Scene()
    try await scene.test.desk.changeSettings(note: "", by: scene.test.lead) { $0.daysPeople = 5 }
    try await scene.passAndClean(1_096)
    #expect(try await scene.isKnown())
    try await scene.passAndClean(6)
    #expect(try await !scene.isKnown())
    let refused = await problem {
      try await scene.test.desk.changeSettings(note: "", by: scene.test.lead) {
        $0.daysPeople = 0
      }
    }
    #expect(refused?.code == .invalid)
  }

  enum Reason: String, CaseIterable {
    case hold, handleHold, promise, promiseInOthersTalk, wish, doNotContact, joinedDoNotContact
    case newWords
  }

  @Test(arguments: Reason.allCases)
  func nobodyGoesWhomSomethingKeeps(_ reason: Reason) async throws {
    let scene = try await Scene()
    let test = scene.test
    switch reason {
    case .hold, .handleHold, .newWords: break
    case .promise:
      var request = ReplyRequest(conversation: scene.talk, text: "I look on Friday.", anyway: true)
      request.promises = [PromiseWish(words: "I look on Friday")]
      _ = try await test.desk.send(request, by: test.alicia)
      test.pass(.seconds(11))
      try await Deliveries(test).settle()
    case .promiseInOthersTalk:
      let talk = try await test.says("Is mine ready?", id: "o", by: "otto")
      try await test.says("And mine?", id: "o2", by: "ana", parent: RemoteID("o"))
      var request = ReplyRequest(
        conversation: talk, inReplyTo: try await test.post("o2").id, text: "I look on Friday.",
        anyway: true)
      request.promises = [PromiseWish(words: "I look on Friday")]
      _ = try await test.desk.send(request, by: test.alicia)
      test.pass(.seconds(11))
      try await Deliveries(test).settle()
    case .joinedDoNotContact:
      try await test.says("It is me, too", id: "too", by: "anatoo")
      let other = try await test.personOf("too")
      try await test.desk.joinByWord(
        of: scene.person, with: "@anatoo@fake.example", by: test.alicia)
      let apart = try await test.personOf("too") == other ? scene.person : other
      try await test.store.write { try $0.setContact(false, of: [apart]) }
    case .wish:
      _ = try await test.desk.gather(
        test.post("q").id, to: nil, title: "Faster repairs", kind: .wish, by: test.alicia)
    case .doNotContact:
      try await test.desk.setContact(scene.person, allowed: false, by: test.alicia)
    }
    test.pass(.days(1_096))
    if reason == .hold {
      try await test.desk.hold(
        scene.person, reason: "The court asked for it.", days: 1_000, by: test.lead)
    }
    if reason == .handleHold {
      // As one that was set before they had a page.
      let (now, handle, lead) = (test.clock.now(), scene.handle, test.lead.member)
      try await test.store.write {
        try $0.insert(
          HandleHold(
            id: ID(1), concerned: handle, reason: "The court asked for it.", by: lead,
            beginsAt: now, endsAt: now + .days(1_000)))
      }
    }
    if reason == .newWords { try await test.says("And now?", id: "now", by: "ana") }
    try await scene.passAndClean(0)
    try await scene.passAndClean(367)
    #expect(try await scene.isKnown(), "\(reason)")
    // Under a legal hold what was noted stays too, for as long as it stands.
    #expect(
      try await (scene.notes().first == "Her bell is on the shelf.")
        == (reason == .hold || reason == .handleHold))
    if reason == .hold || reason == .handleHold {
      try await test.desk.liftHold(of: scene.person, by: test.lead)
      try await scene.passAndClean(0)
      try await scene.passAndClean(367)
      #expect(try await !scene.isKnown())
      #expect(try await scene.notes() == [""])
    }
  }

  @Test func whatSomebodyHasInHandIsNotTakenFromThem() async throws {
    let scene = try await Scene()
    scene.test.pass(.days(1_096))
    try await scene.test.desk.claim(scene.talk, by: scene.test.bruno)
    try await scene.test.desk.letWordsGo()
    #expect(try await scene.notes().first == "Her bell is on the shelf.")
    try await scene.test.desk.release(scene.talk, by: scene.test.bruno)
    try await scene.test.desk.letWordsGo()
    #expect(try await scene.notes() == [""])
  }
}
