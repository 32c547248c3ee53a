import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What was wrong is mended by what really happened, and stays on the record.
@Suite struct MistakeTests {
  /// Ana asked, Alicia answered wrongly; both are told about in `MistakeDesk`.
  @Test func anEditMendsItAndTheTimesAreTheOrganisations() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark(after: .minutes(19))
    scene.test.pass(.minutes(7))
    #expect(try await scene.story(mistake).state == .open)
    let none = try await scene.fix(mistake, .edit, "No charger in the box.")
    #expect(none == nil)
    let story = try await scene.story(mistake)
    #expect(story.state == .fixed)
    #expect(story.noticedAfter == .minutes(19))
    #expect(story.fixedAfter == .minutes(7))
    #expect(story.stood == .minutes(26))
    #expect(scene.test.far.wording(of: scene.wrong.remoteID) == "No charger in the box.")
    let revisions = try await scene.test.store.read { [id = scene.wrong.id] in
      try $0.revisions(of: [id])
    }
    #expect(revisions.map(\.text.plain) == ["The charger is in the box."])
    let events = try await scene.test.events(of: scene.conversation)
    #expect(
      events.suffix(4) == [.mistakeMarked, .correctionBegun, .ownPostEdited, .correctionMade])
  }

  /// By an edit from here, by one where it stands, and where nobody had marked the very words.
  @Test(arguments: [true, false], ["The charger is in the box", ""])
  func wrongWordsThatStandThereAgainOpenTheMistakeAgain(_ isHere: Bool, _ said: String)
    async throws
  {
    let scene = try await MistakeDesk()
    let mistake = try await scene.test.desk.mark(
      MistakeReport(post: scene.wrong.id, words: "There is no charger.", said: said),
      by: scene.test.alicia
    ).id
    try await scene.fixed(mistake)
    #expect(try await scene.story(mistake).state == .fixed)
    func says(_ text: String) async throws {
      scene.test.pass(.minutes(1))
      if isHere {
        try await scene.test.desk.edit(scene.wrong.id, to: text, by: scene.test.alicia)
      } else {
        var echo = FakeNetwork.echo(scene.test.far.accepted[0], edited: text)
        echo.editedAt = scene.test.clock.now()
        try await scene.test.hear([.post(echo)])
      }
    }
    try await says("No charger in it, sorry.")
    #expect(try await scene.story(mistake).state == .fixed)
    try await says(scene.wrong.text.plain)
    let story = try await scene.story(mistake)
    #expect(story.state == .open)
    #expect(story.reopenings.map(\.words) == [""])
    #expect(story.reopenings.map(\.member) == [scene.test.alicia.member])
    #expect(try await scene.test.events(of: scene.conversation).contains(.mistakeReopened))
    // It is opened once, and what mended it by a reply is not undone by words that stood there all along.
    try await says(scene.wrong.text.plain + " Have fun.")
    #expect(try await scene.story(mistake).reopenings.count == 1)
  }

  @Test func whatWasMendedByAReplyStaysMendedWhileItsWordsStand() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark()
    _ = try await scene.fix(mistake, .byHand, "Told her on the telephone.")
    #expect(try await scene.story(mistake).state == .fixed)
    scene.test.pass(.minutes(1))
    try await scene.test.desk.edit(
      scene.wrong.id, to: "The charger is in the box. Bye.", by: scene.test.alicia)
    #expect(try await scene.story(mistake).state == .fixed)
  }

  /// The clock of whoever told us may lag behind that of the place where we said it, or run ahead of ours.
  @Test func whoToldUsIsNamedWhateverTheirClockSays() async throws {
    let scene = try await MistakeDesk()
    for (id, at) in [
      ("lags", scene.wrong.publishedAt - .minutes(3)),
      ("leads", scene.test.clock.now() + .minutes(3)),
    ] {
      try await scene.test.hear([
        .post(
          FakeNetwork.post(
            id, "There is none in the box.", by: "ana", at: at, parent: scene.wrong.remoteID))
      ])
      let told = try await scene.test.post(id).id
      let story = try await scene.story(scene.mark(told: told))
      #expect(story.mistake.noticedBy == .person(told))
      #expect(story.mistake.noticedAt >= scene.wrong.publishedAt)
      #expect(story.mistake.noticedAt <= scene.test.clock.now())
    }
    // Long before is no matter of clocks: a member said so, and is told.
    let long = await problem {
      _ = try await scene.test.desk.mark(
        MistakeReport(
          post: scene.wrong.id, words: "There is none.",
          noticedAt: scene.wrong.publishedAt - .hours(2)), by: scene.test.alicia)
    }
    #expect(long?.code == .invalid)
  }

  @Test func anEditThatThePlaceRefusesMendsNothing() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark()
    scene.test.far.planChanges([.refused(.refused)])
    let told = await problem { _ = try await scene.fix(mistake, .edit, "No charger.") }
    #expect(told?.text.english == "The far side said refused.")
    let story = try await scene.story(mistake)
    #expect(story.state == .failed)
    guard case .failed(let why) = story.main?.outcome else {
      Issue.record("It did not fail.")
      return
    }
    #expect(why?.english == "The far side said refused.")
    #expect(try await scene.test.events(of: scene.conversation).last == .correctionFailed)
    _ = try await scene.fix(mistake, .edit, "No charger.")
    #expect(try await scene.story(mistake).state == .fixed)
  }

  @Test func anEditInDoubtCountsOnceThePlaceTellsOfIt() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark()
    scene.test.pass(.minutes(1))
    scene.test.far.planChanges([.lostAfter])
    _ = await problem { _ = try await scene.fix(mistake, .edit, "No charger.") }
    #expect(try await scene.story(mistake).state == .underway)
    scene.test.pass(.minutes(1))
    var echo = FakeNetwork.echo(scene.test.far.accepted[0], edited: "No charger.")
    echo.editedAt = scene.test.clock.now()
    try await scene.test.hear([.post(echo)])
    #expect(try await scene.story(mistake).state == .fixed)
  }

  @Test func aReplyMendsItOnlyOnceItIsDelivered() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark()
    try await scene.test.desk.save(
      Draft(
        member: scene.test.alicia.member, conversation: scene.conversation, text: "Another thing",
        savedAt: scene.test.clock.now()), by: scene.test.alicia)
    let reply = try #require(try await scene.fix(mistake, .reply, "It is not in the box."))
    #expect(reply.inReplyTo == scene.wrong.id && reply.intent == .inform)
    #expect(try await scene.story(mistake).state == .underway)
    // What lay there as a draft is none of this.
    let (conversation, alicia) = (scene.conversation, scene.test.alicia.member)
    #expect(
      try await scene.test.store.read { try $0.draft(of: conversation, by: alicia)?.text }
        == "Another thing")

    scene.test.far.plan([.refused(.refused)])
    scene.test.pass(.seconds(11))
    try await Deliveries(scene.test).look()
    #expect(try await scene.story(mistake).state == .failed)
    try await scene.test.desk.retry(reply.id, by: scene.test.alicia)
    scene.test.pass(.minutes(3))
    try await Deliveries(scene.test).look()
    let story = try await scene.story(mistake)
    #expect(story.state == .fixed && story.fixedAt == scene.test.clock.now())
    let kept = try await scene.test.desk.mistake(mistake, for: scene.test.alicia)
    #expect(kept.stands.original == .correctedBelow)
  }

  @Test func aReplyTakenBackLeavesItOpen() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark()
    let reply = try #require(try await scene.fix(mistake, .apologise, "Sorry."))
    #expect(reply.intent == .apologise)
    try await scene.test.desk.takeBack(reply.id, by: scene.test.alicia)
    #expect(try await scene.story(mistake).state == .open)
  }

  @Test func whatIsTakenAwayIsMendedOnceItIsSaidToo() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark()
    let reply = try #require(try await scene.fix(mistake, .delete, "I took that back: wrong."))
    #expect(scene.test.far.deleted == [scene.wrong.remoteID])
    #expect(reply.inReplyTo == scene.asked.id)
    #expect(try await scene.story(mistake).state == .underway)
    scene.test.pass(.seconds(11))
    try await Deliveries(scene.test).look()
    #expect(try await scene.story(mistake).state == .fixed)
    let kept = try await scene.test.desk.mistake(mistake, for: scene.test.alicia)
    #expect(kept.stands.original == .gone)
  }

  @Test func aDeletionCutOffBeforeItWasSaidIsNotForgotten() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark()
    let cut = Correction(
      id: scene.test.desk.newID(), mistake: mistake, member: scene.test.alicia.member,
      way: .delete, post: scene.wrong.id, words: "I took that back.")
    try await scene.test.desk.delete(scene.wrong.id, by: scene.test.alicia, mending: cut)
    let story = try await scene.story(mistake)
    #expect(story.state == .failed && story.main?.outcome == .unsaid)
    #expect(story.main?.words == "I took that back.")
    // Said later: nothing is taken away twice.
    scene.test.far.planChanges([.refused(.gone)])
    _ = try await scene.fix(mistake, .delete, "I took that back.")
    scene.test.pass(.seconds(11))
    try await Deliveries(scene.test).look()
    #expect(try await scene.story(mistake).state == .fixed)
    #expect(try await scene.story(mistake).corrections.count == 1)
  }

  /// Who asked not to be written to gets one answer: the one that stands in place of the one that was wrong. Where another
  /// was said since, nothing is taken away that could not be spoken of.
  @Test(arguments: [false, true])
  func whoIsNotWrittenToIsToldInPlaceOfWhatWasWrong(_ saidMore: Bool) async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await scene.mark()
    let author = try #require(scene.asked.author)
    let person = try #require(try await test.store.read { try $0.handles([author]).first?.person })
    if saidMore {
      _ = try await test.write("One more thing.", in: scene.asked.conversation)
    }
    try await test.desk.setContact(person, allowed: false, by: test.alicia)
    let told = await problem { _ = try await scene.fix(mistake, .delete, "I took that back.") }
    #expect(told?.code == (saidMore ? .conflict : nil))
    #expect(test.far.deleted == (saidMore ? [] : [scene.wrong.remoteID]))
  }

  @Test func nothingIsTakenAwayThatCouldNotBeSpokenOf() async throws {
    let scene = try await MistakeDesk(limit: 40)
    let mistake = try await scene.mark()
    let told = await problem {
      _ = try await scene.fix(mistake, .delete, String(repeating: "x", count: 41))
    }
    #expect(told?.code == .invalid)
    #expect(scene.test.far.deleted.isEmpty)
    #expect(try await scene.story(mistake).corrections.isEmpty)
  }

  @Test func reopeningAndASecondMistakeInTheFixAreLive() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark()
    #expect(
      await problem {
        try await scene.test.desk.reopen(mistake, words: "Still", by: scene.test.bruno)
      }?.code == .conflict)
    let reply = try #require(try await scene.fix(mistake, .reply, "It is in the bag."))
    scene.test.pass(.seconds(11))
    try await Deliveries(scene.test).look()
    try await scene.test.desk.reopen(mistake, words: "Nor in the bag.", by: scene.test.bruno)
    #expect(try await scene.story(mistake).state == .open)
    let fix = try #require(try await scene.test.reply(reply.id).delivery.post)
    let second = try await scene.test.desk.mark(
      MistakeReport(post: fix, words: "Nor is it in the bag."), by: scene.test.bruno)
    let kept = try await scene.test.desk.mistake(second.id, for: scene.test.bruno)
    #expect(kept.mends == mistake)
    _ = try await scene.fix(mistake, .edit, "No charger.")
    let story = try await scene.story(mistake)
    #expect(story.state == .fixed && story.reopenings.map(\.words) == ["Nor in the bag."])
    #expect(story.main?.way == .edit)
  }

  @Test func aPageIsMendedByHand() async throws {
    let scene = try await MistakeDesk()
    #expect(
      await problem {
        _ = try await scene.test.desk.mark(
          MistakeReport(page: "javascript:alert(1)", words: "Wrong"), by: scene.test.alicia)
      }?.field == "target")
    let mistake = try await scene.test.desk.mark(
      MistakeReport(
        page: "https://shop.example/lights", words: "Wrong", noticedBy: .somebody,
        saidAt: scene.test.clock.now() - .days(2)), by: scene.test.carla
    ).id
    let kept = try await scene.test.desk.mistake(mistake, for: scene.test.observer)
    #expect(kept.ways.map(\.way) == [.byHand] && kept.stands.original == .page)
    #expect(
      await problem { _ = try await scene.fix(mistake, .edit, "Right") }?.code == .invalid)
    scene.test.pass(.hours(1))
    _ = try await scene.fix(mistake, .byHand, "Changed the page.")
    let story = try await scene.story(mistake)
    #expect(story.state == .fixed && story.stood == .days(2) + .hours(1))
  }

  @Test func observersLookAndMarkNothing() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark()
    let test = scene.test
    for act in [
      {
        _ = try await test.desk.mark(
          MistakeReport(post: scene.wrong.id, words: "x"), by: test.observer)
      },
      {
        _ = try await test.desk.fix(
          FixRequest(mistake: mistake, way: .byHand, text: "x"), by: test.observer)
      },
      { try await test.desk.reopen(mistake, words: "x", by: test.observer) },
      { try await test.desk.publish(mistake, wrong: "x", right: "y", by: test.observer) },
    ] as [() async throws -> Void] {
      #expect(await problem(act)?.code == .forbidden)
    }
    #expect(try await test.desk.mistake(mistake, for: test.observer).post?.id == scene.wrong.id)
  }

  @Test func whoMayNotChangeThePostIsToldWhyAndMayAnswerBelowIt() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark()
    let ways = try await scene.test.desk.mistake(mistake, for: scene.test.bruno).ways
    #expect(ways.map(\.way) == Correction.Way.allCases)
    #expect(ways.filter { $0.unless == nil }.map(\.way) == [.reply, .apologise, .byHand])
    #expect(
      await problem {
        _ = try await scene.fix(mistake, .edit, "Right", by: scene.test.bruno)
      }?.code == .forbidden)
    #expect(try await scene.story(mistake).corrections.isEmpty)
  }

  @Test func theirWordsCannotBeMarkedAsOurs() async throws {
    let scene = try await MistakeDesk()
    #expect(
      await problem {
        _ = try await scene.test.desk.mark(
          MistakeReport(post: scene.asked.id, words: "x"), by: scene.test.alicia)
      }?.code == .notFound)
    #expect(
      await problem {
        _ = try await scene.test.desk.mark(
          MistakeReport(
            post: scene.wrong.id, words: "x", noticedAt: scene.test.clock.now() + .hours(1)),
          by: scene.test.alicia)
      }?.field == "date")
  }
}

/// A shop that answered wrongly: Ana asked, Alicia told her that the charger is in the box.
struct MistakeDesk {
  let test: TestDesk
  let conversation: ID<Conversation>
  let asked: Post
  let wrong: Post

  init(limit: Int = 200, visibility: Visibility = .public) async throws {
    test = try await TestDesk(limit: limit)
    conversation = try await test.says(
      "Where is the charger?", id: "q", visibility: visibility)
    let id = try await test.write("The charger is in the box.", in: conversation)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    asked = try await test.post("q")
    let store = test.store
    let found = try await store.read { tx in
      try tx.reply(id)?.delivery.post.flatMap { try tx.posts([$0]).first }
    }
    wrong = try #require(found)
  }

  func mark(after wait: Duration = .zero, told: ID<Post>? = nil) async throws -> ID<Mistake> {
    test.pass(wait)
    return try await test.desk.mark(
      MistakeReport(
        post: wrong.id, words: "There is no charger in the box.",
        said: "The charger is in the box", noticedBy: told.map { .person($0) } ?? .ourselves),
      by: test.alicia
    ).id
  }

  func fix(
    _ mistake: ID<Mistake>, _ way: Correction.Way, _ text: String, by viewer: Viewer? = nil
  ) async throws -> Reply? {
    try await test.desk.fix(
      FixRequest(mistake: mistake, way: way, text: text, anyway: true), by: viewer ?? test.alicia)
  }

  func story(_ mistake: ID<Mistake>) async throws -> MistakeStory {
    try await test.desk.mistake(mistake, for: test.lead).story
  }

  /// Fixed in place.
  func fixed(_ mistake: ID<Mistake>, to words: String = "No charger in it.") async throws {
    test.pass(.minutes(5))
    _ = try await fix(mistake, .edit, words)
    test.pass(.minutes(5))
  }
}
