import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What counts as a fix, what an old page may do, and what a fix must not lose.
@Suite struct MendingTests {
  /// Whoever opened the page before a colleague mended it takes nothing away and says nothing over it.
  @Test(arguments: [Correction.Way.delete, .reply, .edit])
  func anOldPageUndoesNothingThatAColleagueMended(_ way: Correction.Way) async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await scene.mark()
    var old = FixRequest(mistake: mistake, way: way, text: "I took that back.")
    old.wording = scene.wrong.wording
    test.pass(.minutes(1))
    _ = try await scene.fix(mistake, .edit, "No charger in it.", by: test.lead)
    test.pass(.minutes(1))
    let refused = await problem { _ = try await test.desk.fix(old, by: test.alicia) }
    #expect(refused?.code == .conflict)
    #expect(test.far.deleted.isEmpty && test.far.accepted.count == 1)
    #expect(test.far.wording(of: scene.wrong.remoteID) == "No charger in it.")
    #expect(try await scene.story(mistake).corrections.count == 1)
  }

  /// It was not mended, but what is taken away is not what was seen; or a fix of a colleague's is on its way.
  @Test func whatChangedOrIsUnderwayIsSeenBeforeAnythingIsTakenAway() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await scene.mark()
    var old = FixRequest(mistake: mistake, way: .delete, text: "I took that back.")
    old.wording = scene.wrong.wording
    test.pass(.minutes(1))
    try await test.desk.edit(
      scene.wrong.id, to: "The charger is in the box, I think.", by: test.lead)
    let stale = await problem { _ = try await test.desk.fix(old, by: test.alicia) }
    #expect(stale?.code == .conflict)
    old.wording = try await test.post(scene.wrong.remoteID.rawValue).wording
    _ = try await scene.fix(mistake, .reply, "It is not.", by: test.lead)
    let underway = await problem { _ = try await test.desk.fix(old, by: test.alicia) }
    #expect(underway?.code == .conflict)
    #expect(test.far.deleted.isEmpty)
    // Whoever saw it goes on.
    old.known = try await scene.story(mistake).corrections.last?.id
    old.anyway = true
    _ = try await test.desk.fix(old, by: test.alicia)
    #expect(test.far.deleted == [scene.wrong.remoteID])
  }

  /// The same account corrects what it said, and who may not speak through it is told so.
  @Test(arguments: [Correction.Way.reply, .apologise, .delete])
  func theAccountThatErredCorrectsIt(_ way: Correction.Way) async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let own = try await test.connect("alicia", by: test.alicia, lending: true)
    let sent = try await test.desk.send(
      .init(
        conversation: scene.conversation, inReplyTo: scene.asked.id, account: own,
        text: "A second charger is in it, too.", anyway: true), by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let wrong = try #require(try await test.reply(sent.id).delivery.post)
    let mistake = try await test.desk.mark(
      MistakeReport(post: wrong, words: "There is none."), by: test.alicia
    ).id
    #expect(
      await problem {
        _ = try await scene.fix(mistake, way, "There is none, sorry.", by: test.lead)
      }?.code != nil)
    #expect(test.far.deleted.isEmpty)
    let reply = try #require(try await scene.fix(mistake, way, "There is none, sorry."))
    #expect(reply.account == own)
  }

  /// Taken away here, or where it stood; in the second case what was changed in place mends it all the same.
  @Test(arguments: [true, false], [true, false])
  func aFixThatIsTakenAwayMendsNothingAnyMore(_ isHere: Bool, _ isEdited: Bool) async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await scene.mark()
    let reply = try #require(try await scene.fix(mistake, .reply, "It is not in the box."))
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    if isEdited { _ = try await scene.fix(mistake, .edit, "No charger.") }
    let fix = try #require(try await test.reply(reply.id).delivery.post)
    #expect(try await scene.story(mistake).state == .fixed)
    test.pass(.minutes(1))
    if isHere {
      try await test.desk.delete(fix, by: test.alicia)
    } else {
      try await test.hear([.removed(test.far.accepted[1].id)])
    }
    let kept = try await test.desk.mistake(mistake, for: test.alicia)
    #expect(kept.story.state == (isEdited ? .fixed : .open))
    #expect(kept.stands.original == (isEdited ? .changed : .asItWas))
    #expect(kept.story.reopenings.count == (isEdited ? 0 : 1))
  }

  /// What was taken away was said, until that was taken away too, here or where it stood. It can be said once more.
  @Test(arguments: [true, false])
  func aDeletionThatIsSaidNoMoreIsOpenUntilItIsSaidAgain(_ isHere: Bool) async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await scene.mark()
    let reply = try #require(try await scene.fix(mistake, .delete, "I took that back: wrong."))
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    #expect(try await scene.story(mistake).state == .fixed)
    let saying = try #require(try await test.reply(reply.id).delivery.post)
    test.pass(.minutes(1))
    if isHere {
      try await test.desk.delete(saying, by: test.alicia)
    } else {
      try await test.hear([.removed(test.far.accepted[1].id)])
    }
    let open = try await scene.story(mistake)
    #expect(open.state == .open && open.reopenings.count == 1)
    #expect(open.reopenings.allSatisfy(open.wasTakenAway))
    #expect(open.unsaid(at: scene.wrong.id)?.id == open.corrections.first?.id)
    // Nothing is taken away twice.
    let deleted = test.far.deleted
    test.pass(.minutes(1))
    _ = try await scene.fix(mistake, .delete, "As I said, I took that back.")
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    #expect(test.far.deleted == deleted)
    let story = try await scene.story(mistake)
    #expect(story.state == .fixed && story.fixedAt == test.clock.now())
    #expect(story.turns.map(\.kind) == [.noticed, .fixed, .reopened, .fixed])
    #expect(story.unsaid(at: scene.wrong.id) == nil)
  }

  /// Below the wrong words it was said as well, and stands there.
  @Test func aDeletionSaidTwiceStaysMendedByTheOther() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await scene.mark()
    _ = try await scene.fix(mistake, .reply, "It is not in the box.")
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let reply = try #require(
      try await scene.fix(mistake, .delete, "I took that back: wrong."))
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let saying = try #require(try await test.reply(reply.id).delivery.post)
    try await test.desk.delete(saying, by: test.alicia)
    #expect(try await scene.story(mistake).state == .fixed)
  }

  @Test func anEditThatChangesNothingIsNotSent() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark()
    let told = await problem {
      _ = try await scene.fix(mistake, .edit, " " + scene.wrong.text.plain + "\n")
    }
    #expect(told?.code == .invalid && told?.field == "text")
    #expect(scene.test.far.wording(of: scene.wrong.remoteID) == nil)
    #expect(try await scene.story(mistake).corrections.isEmpty)
  }

  /// Long words and two short ones, which are looked for nowhere else.
  @Test(arguments: ["The charger is in the box", "the box"])
  func anEditThatLeavesTheWrongWordsMendsNothing(_ said: String) async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await test.desk.mark(
      MistakeReport(post: scene.wrong.id, words: "Not in it.", said: said), by: test.alicia
    ).id
    test.pass(.minutes(1))
    _ = try await scene.fix(mistake, .edit, "Hello Ana! The charger is in the box.")
    var kept = try await test.desk.mistake(mistake, for: test.alicia)
    #expect(kept.story.state == .failed)
    #expect(kept.stands.original == .changedAndStillWrong)
    test.pass(.minutes(1))
    _ = try await scene.fix(mistake, .edit, "Hello Ana! The charger is not in it.")
    kept = try await test.desk.mistake(mistake, for: test.alicia)
    #expect(kept.story.state == .fixed)
    #expect(kept.stands.original == .changed)
  }

  /// A place that certainly did not take it says so; of one that may have, only what stands there tells.
  @Test(arguments: [FarSide.Fate.refused(.temporary), .lostBefore])
  func anyOtherEditIsNoFix(_ fate: FarSide.Fate) async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await scene.mark()
    test.pass(.minutes(1))
    test.far.planChanges([fate])
    _ = await problem { _ = try await scene.fix(mistake, .edit, "No charger.") }
    #expect(
      try await scene.story(mistake).state == (fate == .lostBefore ? .underway : .failed))
    test.pass(.minutes(1))
    var echo = FakeNetwork.echo(
      test.far.accepted[0], edited: scene.wrong.text.plain + " Have fun.")
    echo.editedAt = test.clock.now()
    try await test.hear([.post(echo)])
    #expect(try await scene.story(mistake).state == .failed)
  }

  /// The page shows the name of a link; what was written has its address.
  @Test func whatAFormHoldsIsWhatWasWritten() async throws {
    let test = try await TestDesk()
    let talk = try await test.says("Which charger fits?", id: "q")
    let written = "Read [the guide](https://shop.example/guide). `A-12` fits."
    _ = try await test.write(written, in: talk)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let id = test.far.accepted[0].id
    // As a place shows it that knows Markdown.
    var shown = try await test.post(id.rawValue)
    shown.text = RichText(plain: "Read the guide. A-12 fits.")
    try await test.store.write { [shown] in try $0.update(NewPost(post: shown, terms: [])) }
    let mistake = try await test.desk.mark(
      MistakeReport(post: shown.id, words: "B-12.", said: "A-12 fits"), by: test.alicia
    ).id
    #expect(try await test.desk.mistake(mistake, for: test.alicia).toEdit == written)
    // Changed where it stands since: the place is asked how it is written.
    test.pass(.minutes(1))
    let changed = "Read [the guide](https://shop.example/new). `A-12` fits."
    var echo = FakeNetwork.echo(test.far.accepted[0], edited: "Read the new guide. A-12 fits.")
    echo.editedAt = test.clock.now()
    try await test.hear([.post(echo)])
    test.far.write(changed, as: id)
    // Once its form is opened, and no sooner.
    #expect(try await test.desk.mistake(mistake, for: test.alicia).toEdit == nil)
    #expect(test.far.wordingsAsked.isEmpty)
    let open = try await test.desk.mistake(mistake, editing: shown.id, for: test.alicia)
    #expect(open.toEdit == changed)
    #expect(test.far.wordingsAsked == [id])
  }

  @Test func aPlaceThatDoesNotSayHowAPostIsWrittenHoldsUpNobody() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await scene.mark()
    test.pass(.minutes(1))
    var echo = FakeNetwork.echo(test.far.accepted[0], edited: "The charger is in the box, really.")
    echo.editedAt = test.clock.now()
    try await test.hear([.post(echo)])
    test.far.wordingTakes(.minutes(10))
    async let opening = test.desk.mistake(mistake, editing: scene.wrong.id, for: test.alicia)
    // The place, and the desk's patience.
    await test.farClock.waitForSleepers(1)
    await test.clock.waitForSleepers(1)
    test.pass(.seconds(8))
    #expect(try await opening.toEdit == "The charger is in the box, really.")
  }

  /// Where the same words stand in another post, a fix of that one is done when its place tells, too.
  @Test func whatAPlaceToldOfAFixElsewhereIsNoted() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let talk = try await test.says("Is there a charger?", id: "q2", by: "ben")
    _ = try await test.write("Yes Ben, the charger is in the box!", in: talk)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let mistake = try await scene.mark()
    let other = try #require(
      try await test.desk.mistake(mistake, for: test.alicia).stands.ours.first)
    test.pass(.minutes(1))
    test.far.planChanges([.lostAfter])
    let fix = FixRequest(
      mistake: mistake, way: .edit, text: "No Ben, there is none.", post: other.id, anyway: true)
    _ = await problem { _ = try await test.desk.fix(fix, by: test.alicia) }
    #expect(try await scene.story(mistake).elsewhere.map(\.outcome) == [.underway])
    test.pass(.minutes(1))
    var echo = FakeNetwork.echo(test.far.accepted[1], edited: "No Ben, there is none.")
    echo.editedAt = test.clock.now()
    try await test.hear([.post(echo)])
    #expect(
      try await scene.story(mistake).elsewhere.map(\.outcome) == [.done(test.clock.now())])
  }

  @Test func aDeletionThatOnlyItsPlaceToldOfIsNoted() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await scene.mark()
    test.pass(.minutes(1))
    test.far.planChanges([.lostAfter])
    _ = await problem { _ = try await scene.fix(mistake, .delete, "I took that back.") }
    #expect(try await scene.story(mistake).corrections.map(\.outcome) == [.underway])
    test.pass(.minutes(1))
    try await test.hear([.removed(scene.wrong.remoteID)])
    let corrections = try await scene.story(mistake).corrections
    #expect(corrections.map(\.outcome) == [.unsaid])
    #expect(corrections.map(\.doneAt) == [test.clock.now()])
    let events = try await test.store.read { try $0.events(after: nil, limit: 500, for: nil) }
    #expect(events.filter { $0.kind == .correctionMade }.map(\.subject) == [mistake.value])
  }
}
