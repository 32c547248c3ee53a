import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Where it still stands, whom it touched, what came of it, what the public is told.
@Suite struct MakeItRightTests {
  private static func quote(_ id: String, _ text: String, of ours: Post, _ test: TestDesk)
    async throws
  {
    var post = FakeNetwork.post(id, text, by: "carl", at: test.clock.now(), toUs: false)
    post.quoted = ours.remoteID
    try await test.hear([.post(post)])
  }

  @Test func theSameWordsAreFoundInOurPostsQuotesAndCopies() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let other = try await test.says("Is there a charger?", id: "q2", by: "ben")
    _ = try await test.write("Yes Ben, THE CHARGER is in the box!", in: other)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    try await Self.quote("quote", "Look", of: scene.wrong, test)
    try await test.says("They say the charger is in the box.", id: "copy", by: "dan", toUs: false)
    try await test.says("The box is in the charger.", id: "not", by: "eve", toUs: false)
    let mistake = try await scene.mark()
    let stands = try await test.desk.mistake(mistake, for: test.alicia).stands
    #expect(stands.original == .asItWas && stands.isWhole && stands.wasLookedFor)
    #expect(stands.ours.map(\.post.text.plain) == ["Yes Ben, THE CHARGER is in the box!"])
    #expect(stands.quotes.map(\.post.remoteID) == [RemoteID("quote")])
    #expect(stands.copies.map(\.post.remoteID) == [RemoteID("copy")])

    // Mended everywhere the same was said.
    _ = try await test.desk.fix(
      FixRequest(
        mistake: mistake, way: .edit, text: "No, Ben.", post: stands.ours[0].id), by: test.alicia)
    _ = try await scene.fix(mistake, .edit, "Still the charger is in the box.")
    let after = try await test.desk.mistake(mistake, for: test.alicia)
    #expect(after.stands.ours.isEmpty && after.stands.original == .changedAndStillWrong)
    #expect(after.story.elsewhere.count == 1)
  }

  @Test(arguments: [
    ("充电器在盒子里", "我们说充电器在盒子里。"), ("ที่ชาร์จอยู่ในกล่อง", "เราบอกว่าที่ชาร์จอยู่ในกล่องนะ"),
    ("El cargador está incluido", "Dicen: el cargador ESTÁ incluido, sí."),
  ])
  func writingOfAnyScriptIsCompared(_ said: String, _ elsewhere: String) throws {
    let wrong = try #require(WrongWords(said))
    #expect(wrong.stand(in: elsewhere))
    #expect(!wrong.stand(in: "Nothing of the kind"))
    #expect(WrongWords("the box") == nil && WrongWords("盒子") == nil)
  }

  @Test func whoSpokeIsWrittenToOneByOneAndTheOthersAreLeftInPeace() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let ours = scene.wrong.remoteID
    test.pass(.minutes(1))
    try await test.says("Which one fits?", id: "a1", by: "ben", parent: ours)
    try await test.says("It is not, I looked.", id: "a2", by: "cleo", parent: RemoteID("a1"))
    try await test.says("Hello", id: "other", by: "fay")
    func react(_ name: String, _ kind: Reaction.Kind) -> RemoteEvent {
      .reaction(
        RemoteReaction(
          kind: kind, post: ours, by: FakeNetwork.handle(name), at: test.clock.now()))
    }
    try await test.hear([
      react("gus", .liked), react("gus", .shared), react("hal", .shared), react("fay", .liked),
      react("ben", .liked),
    ])
    let told = try await test.post("a2").id
    let mistake = try await scene.mark(told: told)
    var touched = try await test.desk.mistake(mistake, for: test.alicia).touched
    #expect(touched.answerers.map(\.handle.name) == ["Ana", "Ben", "Cleo"])
    #expect(touched.answerers.map(\.act) == [.toldWrong, .asked, .told])
    #expect(touched.answerers.allSatisfy { $0.done == .nothing })
    #expect(touched.known.map(\.handle.name) == ["Fay"])
    #expect(touched.leftInPeace == 2)

    // One answer to one of them.
    test.pass(.minutes(1))
    let post = try await test.post("a1")
    _ = try await test.desk.send(
      ReplyRequest(
        conversation: post.conversation, inReplyTo: post.id, text: "None, sorry.",
        intent: .apologise, anyway: true), by: test.alicia)
    touched = try await test.desk.mistake(mistake, for: test.alicia).touched
    #expect(touched.answerers.map(\.done) == [.nothing, .underway, .nothing])
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    touched = try await test.desk.mistake(mistake, for: test.alicia).touched
    #expect(touched.answerers.map(\.done) == [.nothing, .written(test.clock.now()), .nothing])
    #expect(try await test.post("a2").id == told)
  }

  /// An answer to what they told us is theirs still; a second word is not.
  @Test func whoAskedNotToBeWrittenToIsOfferedForNoSecondWord() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    test.pass(.minutes(1))
    try await test.says("Not in mine.", id: "a1", by: "ben", parent: scene.wrong.remoteID)
    let told = try await test.post("a1")
    let ben = try #require(
      try await test.store.read { tx in
        try told.author.flatMap { try tx.handles([$0]).first?.person }
      })
    try await test.desk.setContact(ben, allowed: false, by: test.alicia)
    let mistake = try await scene.mark(told: told.id)
    func unwelcome() async throws -> [String] {
      try await test.desk.mistake(mistake, for: test.alicia).touched.answerers
        .filter(\.isUnwelcome).map(\.handle.name)
    }
    #expect(try await unwelcome().isEmpty)
    test.pass(.minutes(1))
    _ = try await test.desk.send(
      ReplyRequest(
        conversation: told.conversation, inReplyTo: told.id, text: "You are right, thank you.",
        intent: .apologise, anyway: true), by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    #expect(try await unwelcome() == ["Ben"])
  }

  @Test func whatCameOfItIsToldApartByWhomItTouched() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    test.pass(.minutes(1))
    try await test.says("Which one fits?", id: "a1", by: "ben", parent: scene.wrong.remoteID)
    let mistake = try await scene.mark()
    #expect(try await test.desk.mistake(mistake, for: test.alicia).aftermath.isEmpty)
    try await scene.fixed(mistake)
    #expect(try await test.desk.mistake(mistake, for: test.alicia).aftermath.isEmpty)
    try await test.says("Thanks for saying so", id: "b1", by: "ben", parent: scene.wrong.remoteID)
    try await test.says("Honest people.", id: "b2", by: "ida", parent: scene.wrong.remoteID)
    test.pass(.days(3))
    try await test.says("Another question", id: "b3", by: "ben")
    try await test.says("I am nobody of these", id: "b4", by: "jo")
    let kept = try await test.desk.mistake(mistake, for: test.alicia)
    #expect(kept.aftermath.wroteAgain.map(\.post.remoteID.rawValue) == ["b1", "b3"])
    #expect(kept.aftermath.bystanders.map(\.post.remoteID.rawValue) == ["b2"])
    // What they say elsewhere without naming it is about something else.
    #expect(kept.aftermath.aboutIt.map(\.post.remoteID.rawValue) == ["b1"])
    #expect(kept.aftermath.aboutElse.map(\.post.remoteID.rawValue) == ["b3"])
    // Who came later was not touched; who asked was told it.
    #expect(kept.touched.answerers.map(\.handle.name) == ["Ana", "Ben"])
    #expect(kept.touched.answerers.first?.post.id == scene.asked.id)
  }

  @Test func theScarStaysWithOurPostAndTheFactWithThoseItTouched() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    test.pass(.minutes(1))
    try await test.says("Not in mine.", id: "a1", by: "ben", parent: scene.wrong.remoteID)
    try await test.says("Hello", id: "o", by: "fay")
    let mistake = try await scene.mark(told: try await test.post("a1").id)
    let talk = try await test.desk.conversation(scene.conversation, for: test.alicia)
    #expect(talk.mistakes[scene.wrong.id]?.map(\.mistake.id) == [mistake])
    func touching(_ id: String) async throws -> [ID<Mistake>] {
      let author = try await test.post(id).author
      let person = try await test.store.read { tx in
        try author.flatMap { try tx.handles([$0]).first?.person }
      }
      return try await test.desk.person(
        try #require(person), PageRequest(), for: test.alicia
      ).touching.map(\.mistake.id)
    }
    #expect(try await touching("a1") == [mistake])
    #expect(try await touching("o") == [])
  }

  @Test func aPrivateMistakeIsThereForThoseAloneWhoAnswerIt() async throws {
    let scene = try await MistakeDesk(visibility: .private)
    let test = scene.test
    let mistake = try await scene.mark()
    for viewer in [test.carla, test.observer] {
      #expect(
        await problem { _ = try await test.desk.mistake(mistake, for: viewer) }?.code == .notFound)
      #expect(try await test.desk.mistakes(PageRequest(), for: viewer).rows.isEmpty)
    }
    #expect(
      await problem {
        _ = try await test.desk.fix(
          FixRequest(mistake: mistake, way: .byHand, text: "x"), by: test.carla)
      }?.code == .notFound)
    try await scene.fixed(mistake)
    try await Self.publishing(test)
    #expect(
      await problem {
        try await test.desk.publish(
          mistake, wrong: "We said so.", right: "Not so.", by: test.alicia)
      }?.code == .conflict)
  }

  private static func publishing(_ test: TestDesk) async throws {
    var settings = try await test.desk.settings()
    settings.publishesCorrections = true
    try await test.desk.save(settings, by: test.lead)
  }

  @Test func publicCorrectionsAreOffAddedToAndNameNobody() async throws {
    let scene = try await MistakeDesk()
    let test = scene.test
    let mistake = try await scene.mark()
    let wrong = "We said the charger is in the box."
    func publish(_ wrong: String, _ right: String) async -> Problem? {
      await problem {
        try await test.desk.publish(mistake, wrong: wrong, right: right, by: test.alicia)
      }
    }
    func published() async throws -> [PublishedCorrection.Kind] {
      try await test.desk.publicCorrections(PageRequest()).rows.map(\.kind)
    }
    #expect(await problem { _ = try await published() }?.code == .notFound)
    #expect(await publish(wrong, "It is not.")?.code == .conflict)
    try await Self.publishing(test)
    #expect(await publish(wrong, "It is not.")?.text == "It is not fixed yet. Fix it first.")
    try await scene.fixed(mistake)
    for name in ["Ana", "ana", "@somebody", "Alicia"] {
      #expect(await publish(wrong, "\(name) was right.")?.field == "word", "\(name)")
    }
    #expect(await publish(wrong, "It is sold apart.") == nil)
    #expect(await publish(wrong, "Something nicer.")?.code == .conflict)
    #expect(try await published() == [.corrected])
    let first = try #require(try await test.desk.publicCorrections(PageRequest()).rows.first)
    let stood = try #require(first.stood)
    #expect(stood > .zero)
    test.pass(.hours(1))
    try await test.desk.reopen(mistake, words: "Ana found more.", by: test.bruno)
    #expect(try await published() == [.reopened, .corrected])
    let rows = try await test.desk.publicCorrections(PageRequest()).rows
    #expect(rows.allSatisfy { $0.wrong == wrong })
    try await scene.fixed(mistake, to: "No charger in it, and no cable.")
    #expect(await publish("The same again.", "Now it is right.") == nil)
    #expect(try await published() == [.corrected, .reopened, .corrected])
    // What was published once stood as long as it had by then, whatever came after.
    let all = try await test.desk.publicCorrections(PageRequest()).rows
    #expect(all.last?.stood == stood && all[1].stood == nil)
    #expect(try #require(all.first?.stood) > stood + .minutes(59))
  }
}
