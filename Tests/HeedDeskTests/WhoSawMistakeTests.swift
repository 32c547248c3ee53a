import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Who saw a mistake is counted when it is noticed and when it is really mended, and told beside it.
@Suite struct WhoSawMistakeTests {
  private static func counted(_ scene: MistakeDesk, _ views: Int) {
    scene.test.far.count(
      RemoteCounts(post: scene.wrong.remoteID, views: views, followers: 900))
  }

  /// What is due is counted; the occasions of all samples, the oldest first.
  private static func occasions(_ scene: MistakeDesk) async throws -> [PostCount.Occasion] {
    try await scene.test.desk.countDue()
    let id = scene.wrong.id
    return try await scene.test.store.read { try $0.counts(of: id) }.map(\.occasion)
  }

  @Test func whoSawItIsFrozenWhenItIsNoticedAndWhenItIsMended() async throws {
    let scene = try await MistakeDesk()
    Self.counted(scene, 30)
    let mistake = try await scene.mark(after: .minutes(19))
    #expect(try await Self.occasions(scene) == [.noticed])
    scene.test.pass(.minutes(7))
    // A fix that the place refuses mends nothing and freezes nothing.
    scene.test.far.planChanges([.refused(.refused)])
    _ = await problem { _ = try await scene.fix(mistake, .edit, "No charger.") }
    let refused = try await Self.occasions(scene)
    #expect(!refused.contains(.fixed))
    Self.counted(scene, 50)
    _ = try await scene.fix(mistake, .edit, "No charger.")
    #expect(try await Self.occasions(scene) == refused + [.fixed])
    Self.counted(scene, 80)
    scene.test.pass(.days(1))
    _ = try await Self.occasions(scene)
    let exposure = try #require(
      try await scene.test.desk.mistake(mistake, for: scene.test.bruno).exposure)
    // Those who came after the fix saw the mended words, not the wrong ones.
    #expect(exposure.wrong.counted?.range == ExposureRange(low: 50, likely: 50, high: 50))
    #expect(exposure.right?.counted?.range == ExposureRange(low: 30, likely: 30, high: 30))
  }

  @Test func nobodySeesWhatWasTakenAway() async throws {
    let scene = try await MistakeDesk()
    scene.test.pass(.hours(1))
    try await scene.test.desk.delete(scene.wrong.id, by: scene.test.alicia)
    let removed = scene.test.clock.now()
    scene.test.pass(.days(9))
    let seen = try await scene.test.desk.exposure(of: scene.wrong.id, by: scene.test.alicia)
    #expect(seen.until == removed)
  }

  /// Marked and mended before the place was asked: neither takes the other's place.
  @Test func whatWasNoticedStaysWhereItIsMendedBeforeAnybodyCounted() async throws {
    let scene = try await MistakeDesk()
    Self.counted(scene, 30)
    let id = scene.wrong.id
    let mistake = try await scene.mark(after: .minutes(19))
    let noticed = scene.test.clock.now()
    scene.test.pass(.seconds(20))
    _ = try await scene.fix(mistake, .edit, "No charger.")
    let fixed = scene.test.clock.now()
    scene.test.pass(.seconds(20))
    // A second mistake in the same post, before anything was counted.
    _ = try await scene.test.desk.mark(
      MistakeReport(post: id, words: "Nor a cable."), by: scene.test.alicia)
    let again = scene.test.clock.now()
    scene.test.pass(.seconds(5))
    try await scene.test.desk.countDue()
    let moments = try await scene.test.store.read { try $0.countMoments(of: id) }
    #expect(moments.map(\.occasion) == [.noticed, .fixed, .noticed])
    #expect(moments.map(\.at) == [noticed, fixed, again])
    #expect(moments.allSatisfy { $0.countedAt == scene.test.clock.now() })
    let exposure = try #require(
      try await scene.test.desk.mistake(mistake, for: scene.test.bruno).exposure)
    #expect(exposure.wrong.moments == moments)
  }

  @Test func aReplyFreezesOnceItIsThereNotWhenItIsWritten() async throws {
    let scene = try await MistakeDesk()
    Self.counted(scene, 30)
    let mistake = try await scene.mark()
    _ = try await Self.occasions(scene)
    _ = try await scene.fix(mistake, .reply, "It is not in the box.")
    scene.test.pass(.seconds(1))
    #expect(try await Self.occasions(scene) == [.noticed])
    scene.test.pass(.seconds(11))
    try await Deliveries(scene.test).look()
    #expect(try await Self.occasions(scene) == [.noticed, .fixed])
    let exposure = try #require(
      try await scene.test.desk.mistake(mistake, for: scene.test.alicia).exposure)
    #expect(exposure.right?.post != exposure.wrong.post)
    #expect(exposure.wrong.until == (try await scene.story(mistake)).fixedAt)
  }

  @Test func anEditInDoubtFreezesOnceThePlaceTellsOfIt() async throws {
    let scene = try await MistakeDesk()
    Self.counted(scene, 30)
    let mistake = try await scene.mark()
    _ = try await Self.occasions(scene)
    scene.test.pass(.minutes(1))
    scene.test.far.planChanges([.lostAfter])
    _ = await problem { _ = try await scene.fix(mistake, .edit, "No charger.") }
    #expect(try await !Self.occasions(scene).contains(.fixed))
    scene.test.pass(.minutes(1))
    var echo = FakeNetwork.echo(scene.test.far.accepted[0], edited: "No charger.")
    echo.editedAt = scene.test.clock.now()
    try await scene.test.hear([.post(echo)])
    #expect(try await Self.occasions(scene).last == .fixed)
    let fixedAt = try #require(try await scene.story(mistake).fixedAt)
    #expect(fixedAt == echo.editedAt)
    // A later change of the same words moves nothing.
    scene.test.pass(.hours(1))
    echo = FakeNetwork.echo(scene.test.far.accepted[0], edited: "No charger, sorry.")
    echo.editedAt = scene.test.clock.now()
    try await scene.test.hear([.post(echo)])
    #expect(try await scene.story(mistake).fixedAt == fixedAt)
  }

  @Test func whatIsTakenAwayIsCountedBeforeItGoes() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.mark()
    scene.test.pass(.minutes(3))
    Self.counted(scene, 41)
    _ = try await scene.fix(mistake, .delete, "I took that back: wrong.")
    let (id, gone) = (scene.wrong.id, scene.test.clock.now())
    let samples = try await scene.test.store.read { try $0.counts(of: id) }
    #expect(samples.map(\.views) == [41])
    #expect(samples.allSatisfy { $0.at <= gone })
    scene.test.pass(.seconds(11))
    try await Deliveries(scene.test).look()
    let exposure = try #require(
      try await scene.test.desk.mistake(mistake, for: scene.test.alicia).exposure)
    #expect(exposure.wrong.until == gone)
    #expect(exposure.wrong.counted?.range.likely == 41)
    #expect(try await Self.occasions(scene).allSatisfy { $0 != .fixed })
  }

  @Test func aMistakeOpenedAgainIsNoticedAgainAndMendedAgain() async throws {
    let scene = try await MistakeDesk()
    Self.counted(scene, 30)
    let mistake = try await scene.mark()
    _ = try await Self.occasions(scene)
    scene.test.pass(.minutes(5))
    _ = try await scene.fix(mistake, .edit, "It is in the bag.")
    _ = try await Self.occasions(scene)
    // A second mending of what stands mended is no second fix.
    scene.test.pass(.minutes(1))
    _ = try await scene.fix(mistake, .byHand, "Told them at the counter.")
    scene.test.pass(.seconds(1))
    #expect(try await Self.occasions(scene).filter { $0 == .fixed }.count == 1)
    scene.test.pass(.minutes(1))
    try await scene.test.desk.reopen(mistake, words: "Nor in the bag.", by: scene.test.bruno)
    let open = try await scene.test.desk.mistake(mistake, for: scene.test.alicia)
    #expect(open.exposure?.wrong.until == scene.test.clock.now())
    #expect(open.exposure.map { $0.right == nil } == true)
    _ = try await Self.occasions(scene)
    scene.test.pass(.minutes(5))
    _ = try await scene.fix(mistake, .edit, "There is none.")
    let occasions = try await Self.occasions(scene).filter { $0 != .due }
    #expect(occasions == [.noticed, .fixed, .noticed, .fixed])
    let story = try await scene.story(mistake)
    #expect(story.turns.map(\.kind) == [.noticed, .fixed, .reopened, .fixed])
    #expect(story.turns.map(\.at) == story.turns.map(\.at).sorted())
    #expect(story.turns.last?.at == story.fixedAt)
  }

  @Test func whatStoodOnAPageIsCountedByNobody() async throws {
    let scene = try await MistakeDesk()
    let mistake = try await scene.test.desk.mark(
      MistakeReport(page: "https://shop.example/lights", words: "Wrong", noticedBy: .somebody),
      by: scene.test.alicia
    ).id
    #expect(try await scene.test.store.read { try $0.nextCountAt() } == nil)
    let kept = try await scene.test.desk.mistake(mistake, for: scene.test.alicia)
    #expect(kept.exposure?.wrong == nil)
  }

  @Test func whatWasSaidInPrivateHasNoAudienceAndIsNotCounted() async throws {
    let scene = try await MistakeDesk(visibility: .private)
    let mistake = try await scene.mark()
    #expect(try await scene.test.store.read { try $0.nextCountAt() } == nil)
    let exposure = try #require(
      try await scene.test.desk.mistake(mistake, for: scene.test.alicia).exposure)
    #expect(exposure.wrong.best == nil)
  }
}
