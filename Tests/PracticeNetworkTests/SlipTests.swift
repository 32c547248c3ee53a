import HeedModel
import Testing

@testable import PracticeNetwork

/// What becomes of a wrong answer in the invented place.
@Suite struct SlipTests {
  static let wrong = "Yes, the charger is in the box with every lamp."
  static let right = "No charger is in the box; we have one here for you."

  /// Ours in answer to somebody who asked, an hour later.
  private func answered(_ text: String, _ visibility: Visibility = .public) -> (World, Entry) {
    var scene = TurnsTests.Scene("maud", .price)
    if visibility == .private { scene.world.cases[scene.opening]?.isPrivate = true }
    let ours = scene.world.say(
      Saying(
        author: Place.shop, text: text, parent: scene.opening, visibility: visibility,
        language: "en"))
    scene.world.takeNotice(of: ours)
    scene.world.move(to: scene.world.now + .hours(1))
    return (scene.world, ours)
  }

  private func below(_ id: String, in world: World) -> [Entry] {
    (world.children[id] ?? []).compactMap { world.entries[$0] }
  }

  private func notice(_ ours: Entry, in world: World) -> Entry? {
    world.slips[ours.id]?.told.flatMap { world.entries[$0] }
  }

  @Test func aWrongAnswerIsPointedOutByAnOnlooker() throws {
    let (world, ours) = answered(Self.wrong)
    let told = try #require(notice(ours, in: world))
    #expect(told.parent == ours.id)
    #expect(told.author != "maud")
    #expect(told.text.contains("There is no charger in the box"))
    #expect(told.mentions.contains(Place.shop))
  }

  @Test func whatWasSaidInPrivateIsPointedOutByWhomItWasSaidTo() throws {
    let (world, ours) = answered(Self.wrong, .private)
    let told = try #require(notice(ours, in: world))
    #expect(told.author == "maud")
    #expect(told.visibility == .private)
  }

  @Test(arguments: [
    right, "Is the charger in the box?", "The charger is sold separately, not in the box.",
    "We are closed on Sundays and open until six on Saturdays.",
    "We are open every day except Sunday.", "The frame has 10 years of guarantee.",
    "You can bring it back within 30 days.", "Come by on Sunday, it is a lovely walk.",
    "We come back to you in 3 days.", "Ich melde mich in 2 Tagen zurück.",
  ])
  func whatHoldsAndWhatClaimsNothingIsNotPointedOut(text: String) {
    #expect(Fact.contradicted(by: text) == nil)
    let (world, ours) = answered(text)
    #expect(world.slips[ours.id] == nil)
  }

  @Test(arguments: [
    wrong, "We're open on Sundays, too.", "The frame has a guarantee of 5 years!",
    "Sonntags haben wir offen.", "Das Ladegerät ist im Karton dabei.",
    "Auf den Rahmen gibt es 2 Jahre Garantie.", "Abrimos ao domingo.",
    "El cargador viene en la caja.", "W niedziele otwarte od dziesiątej.", "日曜も開いています。",
    "الشاحن موجود في العلبة.", "You have 14 days to return it.",
  ])
  func whatDoesNotHoldIsFoundInEveryLanguage(text: String) {
    #expect(Fact.contradicted(by: text) != nil)
  }

  @Test func whatPeopleSayOfAFactHolds() {
    for fact in Fact.all {
      #expect(Set(fact.told.keys) == Set(Phrasebook.all.keys), "\(fact.name)")
      for (language, text) in fact.told {
        #expect(fact.isStated(by: text), "\(fact.name) \(language)")
        #expect(Fact.contradicted(by: text) == nil, "\(fact.name) \(language)")
      }
    }
  }

  @Test func whatWasPutRightInTimeIsNotPointedOut() {
    var scene = TurnsTests.Scene("maud", .price)
    let ours = scene.world.say(
      Saying(author: Place.shop, text: Self.wrong, parent: scene.opening, language: "en"))
    scene.world.takeNotice(of: ours)
    scene.world.rewrite(ours.id, text: Self.right, warning: nil, language: "en")
    if let ours = scene.world.entries[ours.id] { scene.world.takeNotice(ofEditOf: ours) }
    scene.world.move(to: scene.world.now + .hours(2))
    #expect(scene.world.slips[ours.id]?.isTold == false)
  }

  @Test func whoPointedItOutComesBackToWhoeverPutsItRight() throws {
    var (world, ours) = answered(Self.wrong)
    let told = try #require(notice(ours, in: world))
    world.rewrite(ours.id, text: Self.right, warning: nil, language: "en")
    world.takeNotice(ofEditOf: try #require(world.entries[ours.id]))
    let sorry = world.say(
      Saying(
        author: Place.shop, text: "You are right, and we are sorry. Thank you.", parent: told.id,
        language: "en"))
    world.takeNotice(of: sorry)
    world.move(to: world.now + .hours(1))
    let back = below(sorry.id, in: world)
    #expect(back.map(\.author) == [told.author])
    #expect(back.first.map { (Phrasebook.english.lines[.mended] ?? []).contains($0.text) } == true)
    #expect(world.reacted(to: sorry.id).contains { $0.by == told.author })
    // Once, however long the place lives on.
    world.move(to: world.now + .hours(20))
    #expect(world.slips[ours.id]?.isOver == true)
    #expect(below(ours.id, in: world).filter { $0.author == told.author } == [told])
  }

  @Test func anAnswerThatMendsNothingBringsNobodyBack() throws {
    var (world, ours) = answered(Self.wrong)
    let told = try #require(notice(ours, in: world))
    let stubborn = world.say(
      Saying(
        author: Place.shop, text: "We have looked, and it is as we said before.", parent: told.id,
        language: "en"))
    world.takeNotice(of: stubborn)
    world.move(to: world.now + .hours(20))
    #expect(world.slips[ours.id]?.isOver == false)
  }

  @Test func aWishIsTakenUpByTwoOthersInWordsOfTheirOwn() throws {
    for seed in 1...10 {
      var world = WorldTests.world(UInt64(seed), pace: 60)
      world.move(to: world.liveFrom + .seconds(30))
      let asked = world.sharedWishes.values.filter { $0.by.count == 3 }
      #expect(!asked.isEmpty, "seed \(seed)")
      for wish in asked { #expect(Set(wish.by).count == 3) }
    }
  }

  @Test func theFirstOfAWishIsAnOpeningOfTheEnglishBook() {
    for wish in Odds.wishes {
      #expect(wish.count == 3)
      #expect((Phrasebook.english.openings[.wish] ?? []).contains(wish[0]))
    }
  }
}
