import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// A colleague looks at a draft before it goes: asked by choice, shown to nobody else, in the way of nothing.
@Suite struct SecondLookTests {
  /// Ana asks, Alicia drafts an answer and asks Bruno about it.
  private struct Scene {
    let test: TestDesk
    let conversation: ID<Conversation>
    var desk: Desk { test.desk }

    init(visibility: Visibility = .public) async throws {
      test = try await TestDesk()
      conversation = try await test.says("Does it fit?", id: "q", visibility: visibility)
      try await type("It should fit.")
    }

    func type(_ text: String, by viewer: Viewer? = nil) async throws {
      let viewer = viewer ?? test.alicia
      try await desk.save(
        Draft(
          member: viewer.member, conversation: conversation, text: text,
          savedAt: test.clock.now()), by: viewer)
    }

    func ask(_ colleague: Viewer? = nil, _ question: String = "") async throws -> ID<SecondLook> {
      try await desk.ask(
        (colleague ?? test.bruno).member, toLookAtDraftOf: conversation, question: question,
        by: test.alicia
      ).id
    }

    func look(_ id: ID<SecondLook>, as viewer: Viewer? = nil) async throws -> SecondLook {
      try await desk.secondLook(id, for: viewer ?? test.bruno).row.look
    }

    func draft() async throws -> String? {
      try await desk.conversation(conversation, for: test.alicia).draft?.text
    }
  }

  @Test func askingShowsTheDraftAsItStoodToThatColleagueAlone() async throws {
    let scene = try await Scene()
    let id = try await scene.ask(nil, "  Too short?  ")
    try await scene.type("It should fit, I hope.")
    let kept = try await scene.desk.secondLook(id, for: scene.test.bruno)
    #expect(kept.row.look.text == "It should fit.")
    #expect(kept.row.look.question == "Too short?")
    #expect(kept.row.look.state == .asked)
    #expect(kept.row.writer?.name == "Alicia" && kept.answered?.post.remoteID == RemoteID("q"))
    for viewer in [scene.test.carla, scene.test.lead, scene.test.observer] {
      #expect(
        await problem { _ = try await scene.desk.secondLook(id, for: viewer) }?.code == .notFound)
    }
    // What was typed since stays the writer's own.
    let events = try await scene.test.events(of: scene.conversation)
    #expect(events.last == .lookAsked)
  }

  @Test func whatIsProposedIsTakenOrNotAndCanBePutBack() async throws {
    let scene = try await Scene()
    let id = try await scene.ask()
    scene.test.pass(.minutes(2))
    try await scene.desk.answer(
      id, proposing: " It fits every frame. ", word: "We measured it.", by: scene.test.bruno)
    var look = try await scene.look(id)
    #expect(look.state == .answered && look.proposed == "It fits every frame.")
    #expect(look.word == "We measured it." && look.answeredAt == scene.test.clock.now())
    // Nothing is done to the draft by that.
    #expect(try await scene.draft() == "It should fit.")
    try await scene.type("It should fit, Ana.")
    #expect(try await scene.desk.take(id, by: scene.test.alicia) == scene.conversation)
    #expect(try await scene.draft() == "It fits every frame.")
    look = try await scene.look(id)
    #expect(look.state == .taken)
    #expect(
      await problem {
        try await scene.desk.answer(id, proposing: "No.", word: "", by: scene.test.bruno)
      }?.code == .conflict)
    _ = try await scene.desk.putBack(id, by: scene.test.alicia)
    #expect(try await scene.draft() == "It should fit, Ana.")
    #expect(try await scene.look(id).state == .answered)
    // Kept: the proposal goes, the draft stays.
    _ = try await scene.desk.endLook(id, by: scene.test.alicia)
    #expect(try await scene.draft() == "It should fit, Ana.")
    look = try await scene.look(id)
    #expect(look.ending == .left && look.proposed == nil && look.text.isEmpty && look.word.isEmpty)
  }

  @Test func aDraftThatIsFineIsSaidToBeSo() async throws {
    let scene = try await Scene()
    let id = try await scene.ask()
    for proposal in ["", "It should fit. "] {
      try await scene.desk.answer(id, proposing: proposal, word: "", by: scene.test.bruno)
      #expect(try await scene.look(id).proposed == nil)
      #expect(try await scene.look(id).state == .answered)
    }
    #expect(
      await problem { _ = try await scene.desk.take(id, by: scene.test.alicia) }?.code == .conflict)
    #expect(try await scene.draft() == "It should fit.")
  }

  @Test func askingStandsInTheWayOfNothingAndWhatWasAskedGoesOutOfDate() async throws {
    let scene = try await Scene()
    let id = try await scene.ask()
    _ = try await scene.test.write("It should fit.", in: scene.conversation)
    let look = try await scene.look(id)
    #expect(look.state == .ended && look.ending == .sent)
    #expect(look.text.isEmpty && look.question.isEmpty)
    let told = await problem {
      try await scene.desk.answer(id, proposing: "It fits.", word: "", by: scene.test.bruno)
    }
    #expect(told?.code == .conflict)
    #expect(told?.text.english.hasPrefix("It went out already.") == true)
  }

  @Test func whatWasAskedDiesWithTheDraft() async throws {
    for discard in [true, false] {
      let scene = try await Scene()
      let id = try await scene.ask()
      try await scene.desk.answer(
        id, proposing: "xylophone", word: "trombone", by: scene.test.bruno)
      if discard {
        try await scene.desk.discardDraft(of: scene.conversation, by: scene.test.alicia)
      } else {
        // An empty draft is no draft.
        try await scene.type("  ")
      }
      #expect(try await scene.look(id).ending == .discarded)
      #expect(try await scene.look(id).proposed == nil)
    }
  }

  @Test func aDraftWhoseTimeIsOverTakesWhatWasAskedWithItAndTheFactGoesLater() async throws {
    let scene = try await Scene()
    let id = try await scene.ask()
    scene.test.pass(.days(400))
    try await scene.desk.letWordsGo()
    #expect(try await scene.look(id).ending == .discarded)
    scene.test.pass(.days(400))
    try await scene.desk.letWordsGo()
    #expect(await problem { _ = try await scene.look(id) }?.code == .notFound)
  }

  @Test func whoIsAskedNoMoreSeesThatAlone() async throws {
    let scene = try await Scene()
    let id = try await scene.ask()
    // Nobody but the writer ends it.
    #expect(
      await problem { _ = try await scene.desk.endLook(id, by: scene.test.bruno) }?.code
        == .notFound)
    _ = try await scene.desk.endLook(id, by: scene.test.alicia)
    #expect(try await scene.look(id).ending == .withdrawn)
    _ = try await scene.desk.endLook(id, by: scene.test.alicia)
    let events = try await scene.test.events(of: scene.conversation)
    #expect(events.filter { $0 == .lookEnded }.count == 1)
  }

  @Test func askingTheSameOneAgainShowsWhatStandsThereByNow() async throws {
    let scene = try await Scene()
    let first = try await scene.ask()
    try await scene.type("It fits, mostly.")
    let second = try await scene.ask()
    #expect(try await scene.look(first).ending == .withdrawn)
    #expect(try await scene.look(second).text == "It fits, mostly.")
    let view = try await scene.desk.conversation(scene.conversation, for: scene.test.alicia)
    #expect(view.secondLooks.map(\.id) == [second])
    // Beside the drafts of others there is none of it.
    let bruno = try await scene.desk.conversation(scene.conversation, for: scene.test.bruno)
    #expect(bruno.secondLooks.isEmpty)
  }

  @Test func onlyWhoMaySeeTheConversationCanBeAsked() async throws {
    let scene = try await Scene(visibility: .private)
    let names = try await scene.desk.colleaguesToAsk(in: scene.conversation, for: scene.test.alicia)
      .map(\.name)
    #expect(names == ["Bruno", "Lena"])
    for viewer in [scene.test.carla, scene.test.observer, scene.test.alicia] {
      #expect(await problem { _ = try await scene.ask(viewer) }?.field == "member")
    }
    let id = try await scene.ask()
    // Whoever may not see it any more sees the draft no more either.
    try await scene.desk.change(
      scene.test.account, custom: .none,
      answerers: [scene.test.lead.member, scene.test.alicia.member], by: scene.test.lead)
    #expect(await problem { _ = try await scene.look(id) }?.code == .notFound)
    #expect(
      await problem {
        try await scene.desk.answer(id, proposing: "x", word: "", by: scene.test.bruno)
      }?.code == .notFound)
    #expect(try await scene.desk.today(PageRequest(), for: scene.test.bruno).secondLooks.isEmpty)
    // Public talk an observer may read, and so be asked about.
    let open = try await Scene()
    _ = try await open.ask(open.test.observer)
  }

  @Test func nothingIsAskedAboutNothing() async throws {
    let scene = try await Scene()
    try await scene.desk.discardDraft(of: scene.conversation, by: scene.test.alicia)
    #expect(await problem { _ = try await scene.ask() }?.field == "text")
    #expect(
      await problem {
        _ = try await scene.desk.ask(
          scene.test.bruno.member, toLookAtDraftOf: scene.conversation, question: "",
          by: scene.test.observer)
      }?.code == .forbidden)
  }

  @Test func whoeverIsConcernedIsToldOnceAndSeesItOnToday() async throws {
    let scene = try await Scene()
    let (alicia, bruno) = (scene.test.alicia, scene.test.bruno)
    func find() async throws { while try await scene.desk.tellMembers() {} }
    func open(_ viewer: Viewer) async throws -> [TellingKind] {
      try await scene.desk.told(PageRequest(), for: viewer).items.map(\.telling)
        .filter(\.isOpen).map(\.kind)
    }
    try await find()
    let id = try await scene.ask()
    try await find()
    #expect(try await open(bruno) == [.lookAsked])
    #expect(try await open(alicia) == [])
    let item = try await scene.desk.told(PageRequest(), for: bruno).items.first
    #expect(item?.look == id && item?.by?.id == alicia.member)
    #expect(item?.post == nil && item?.word == "")
    var today = try await scene.desk.today(PageRequest(), for: bruno).secondLooks
    #expect(today.map(\.look.id) == [id] && today.first?.handle?.name == "Ana")
    // Opening the conversation is not yet a look at the draft.
    try await scene.desk.noteSeen(scene.conversation, by: bruno)
    #expect(try await open(bruno) == [.lookAsked])
    try await scene.desk.answer(id, proposing: "", word: "Fine.", by: bruno)
    try await find()
    #expect(try await open(bruno) == [])
    #expect(try await open(alicia) == [.lookAnswered])
    today = try await scene.desk.today(PageRequest(), for: alicia).secondLooks
    #expect(today.map(\.look.state) == [.answered])
    #expect(try await scene.desk.today(PageRequest(), for: bruno).secondLooks.isEmpty)
    _ = try await scene.test.write("It should fit.", in: scene.conversation)
    try await find()
    #expect(try await open(alicia) == [])
    #expect(try await scene.desk.today(PageRequest(), for: alicia).secondLooks.isEmpty)
  }

  @Test func whoeverLeavesAsksAndIsAskedNoMore() async throws {
    let scene = try await Scene()
    let id = try await scene.ask()
    try await scene.desk.leave(scene.test.bruno.member, by: scene.test.lead)
    #expect(try await scene.look(id, as: scene.test.alicia).ending == .gone)
    #expect(try await scene.draft() == "It should fit.")
    #expect(await problem { _ = try await scene.ask() }?.field == "member")
  }

  @Test func whatIsSaidOfSomebodyInALookIsErasedWithThem() async throws {
    let scene = try await Scene()
    _ = try await scene.ask(nil, "Is Ana the one with the xylophone?")
    let handle = try #require(try await scene.test.post("q").author)
    let person = try #require(
      try await scene.test.store.read { try $0.handles([handle]).first?.person })
    try await scene.desk.erase(person, by: scene.test.lead)
    let left = try await scene.test.database.read { sql in
      try sql.rows("SELECT COUNT(*) FROM second_looks").first?.values.first
    }
    #expect(left == .integer(0))
  }
}
