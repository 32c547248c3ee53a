import HeedModel
import Testing

@testable import PracticeNetwork

@Suite struct TurnsTests {
  /// A place where one person wants something and nobody else is about.
  struct Scene {
    var world: World
    var opening: String

    init(_ person: String, _ theme: Theme, waited: Duration = .minutes(5)) {
      let settings = PracticeSettings(seed: 11, history: .zero)
      world = World(settings: settings, start: Instant(seconds: 1_778_000_000))
      world.agenda = Agenda()
      opening =
        world.say(
          Saying(author: person, text: "@cornerbikes my brakes squeal.", language: "en")
        ).id
      world.cases[opening] = Case(
        opener: person, theme: theme, isPrivate: false, isAbout: false,
        waitingSince: world.now)
      world.move(to: world.now + waited)
    }

    /// Says something and waits for what comes of it.
    mutating func say(_ text: String) -> [String] {
      let newest = world.entries.values.filter { $0.author != Place.shop }
        .max { ($0.at, $0.id) < ($1.at, $1.id) }
      let ours = world.say(
        Saying(author: Place.shop, text: text, parent: newest?.id, language: "en"))
      world.takeNotice(of: ours)
      world.move(to: world.now + .minutes(12))
      return (world.children[ours.id] ?? []).compactMap { world.entries[$0]?.text }
    }

    /// Says that something will come, without anybody taking notice of it yet.
    mutating func promise() -> String {
      world.say(
        Saying(
          author: Place.shop, text: "I will ask the workshop and write.", parent: opening)
      ).id
    }

    var person: Villager { world.cases[opening].flatMap { People.byID[$0.opener] } ?? People.shop }

    var mood: Double { world.mood(of: person) }
    var state: Case.State? { world.cases[opening]?.state }
  }

  let english = Phrasebook.english.lines

  /// The line whose fixed words begin a text.
  private func isLine(_ line: Phrasebook.Line, _ text: String?) -> Bool {
    guard let text else { return false }
    return (english[line] ?? []).contains { template in
      let pieces = template.split(separator: "{").flatMap { $0.split(separator: "}") }
      return pieces.first.map { text.contains($0) } ?? false
    }
  }

  @Test func aQuestionIsAnswered() {
    var scene = Scene("maud", .brakes)
    let answers = scene.say("Thank you for writing. Which model is it, and since when?")
    #expect(isLine(.detail, answers.first), "\(answers)")
    #expect(scene.state == .waiting)
  }

  @Test func kindHelpEndsWithTheirWordThatItIsSolved() {
    var scene = Scene("maud", .brakes)
    for words in [
      "Sorry about that! Which model is it?",
      "Thank you, that one we know. Turn the barrel adjuster a quarter, and it goes quiet.",
      "Glad you tried. Bring it by and Ines will mend it for nothing, with our apologies.",
      "You are very welcome, and thank you for your patience with us and with that brake.",
    ] where scene.state != .solved {
      _ = scene.say(words)
    }
    #expect(scene.state == .solved)
    #expect(scene.mood > 0.3)
  }

  @Test func rudenessHurtsAndIsSeen() {
    var scene = Scene("ghill", .brakes)
    let before = scene.mood
    let answers = scene.say("That is your own fault. Calm down.")
    #expect(answers.contains { isLine(.hurt, $0) }, "\(answers)")
    #expect(answers.contains { isLine(.gasp, $0) }, "\(answers)")
    #expect(scene.mood < before - 0.5)
  }

  @Test func theSameWordsTwiceAreNoticed() {
    var scene = Scene("maud", .brakes)
    let hymn = "We are always glad to hear from you and take every concern seriously."
    _ = scene.say(hymn)
    #expect(isLine(.repeated, scene.say(hymn).first))
  }

  @Test func anApologyCalmsWhoeverIsAngry() {
    var scene = Scene("cassius", .delivery)
    scene.world.moods["cassius"] = -0.5
    let answers = scene.say("We are sorry. That was our mistake, and it must have been tiresome.")
    #expect(isLine(.softened, answers.first), "\(answers)")
    #expect(scene.mood > -0.5)
  }

  @Test func silenceBringsANudgeAndThenTheyGo() {
    var scene = Scene("ghill", .brakes, waited: .zero)
    scene.world.agenda.plan(.nudge(scene.opening), at: scene.world.now + .minutes(30))
    let before = scene.mood
    scene.world.move(to: scene.world.now + .days(1))
    #expect(scene.state == .silent)
    #expect(scene.mood < before)
  }

  @Test func aPromiseThatIsNotKeptIsAskedAbout() {
    var scene = Scene("maud", .order)
    scene.world.agenda.plan(
      .overdue(scene.opening, promised: scene.promise()), at: scene.world.now + .hours(20))
    scene.world.move(to: scene.world.now + .hours(21))
    #expect(scene.world.entries.values.contains { isLine(.promised, $0.text) })
    #expect(scene.state == .waiting)
  }

  @Test func aPromiseThatWasKeptIsNotAskedAbout() {
    var scene = Scene("maud", .order)
    let promise = scene.promise()
    scene.world.agenda.plan(
      .overdue(scene.opening, promised: promise), at: scene.world.now + .hours(20))
    scene.world.move(to: scene.world.now + .hours(1))
    _ = scene.say("As I said I would: the workshop found it, and it leaves today.")
    scene.world.move(to: scene.world.now + .hours(21))
    #expect(!scene.world.entries.values.contains { isLine(.promised, $0.text) })
  }

  @Test func nobodyAnswersWhatWeTookAwayInTime() {
    var scene = Scene("maud", .brakes)
    let ours = scene.world.say(
      Saying(author: Place.shop, text: "Oh dear, wrong thread.", parent: scene.opening))
    scene.world.takeNotice(of: ours)
    scene.world.remove(ours.id)
    scene.world.move(to: scene.world.now + .hours(1))
    #expect(scene.world.children[ours.id] == nil)
  }

  @Test(arguments: [
    ("Das tut uns leid!", true), ("申し訳ありません。", true), ("نعتذر بشدة", true),
    ("Przepraszamy za kłopot.", true), ("We open at nine.", false),
  ])
  func apologiesAreHeardInManyLanguages(text: String, isApology: Bool) {
    #expect(Impression(of: text, earlier: []).apologises == isApology)
  }

  @Test func shoutingIsRude() {
    #expect(Impression(of: "PLEASE READ THE MANUAL AGAIN", earlier: []).isRude)
    #expect(!Impression(of: "The E-MTB has ABS.", earlier: []).isRude)
  }
}
