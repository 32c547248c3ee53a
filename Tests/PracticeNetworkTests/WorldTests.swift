import HeedModel
import Testing

@testable import PracticeNetwork

@Suite struct WorldTests {
  static let start = Instant(seconds: 1_778_000_000)

  static func world(_ seed: UInt64, pace: Double = 6) -> World {
    World(settings: PracticeSettings(seed: seed, pace: pace), start: start)
  }

  /// Two days of past and three hours of life.
  static let lived: World = {
    var lived = world(1)
    lived.move(to: start + .days(2) + .hours(3))
    return lived
  }()

  @Test func theSameSeedTellsTheSameStoryInWhateverSteps() {
    var inOneGo = Self.world(3)
    var inSteps = Self.world(3)
    inOneGo.move(to: Self.start + .hours(60))
    for minutes in stride(from: Int64(0), through: 3600, by: 7) {
      inSteps.move(to: Self.start + .minutes(minutes))
    }
    inSteps.move(to: Self.start + .hours(60))
    #expect(inOneGo.changes == inSteps.changes)
    #expect(inOneGo.entries == inSteps.entries)
    #expect(inOneGo.moods == inSteps.moods)
  }

  @Test func anotherSeedTellsAnotherStory() {
    var one = Self.world(3)
    var other = Self.world(4)
    one.move(to: Self.start + .hours(5))
    other.move(to: Self.start + .hours(5))
    #expect(Set(one.entries.values.map(\.text)) != Set(other.entries.values.map(\.text)))
  }

  @Test func whatWeSayChangesWhatPeopleAnswerAndNothingElse() throws {
    var silent = Self.world(5)
    silent.move(to: silent.liveFrom + .minutes(5))
    var spoken = silent
    let opening = try #require(
      spoken.cases.filter { $0.value.state == .waiting && !$0.value.isAbout }.keys.min())
    let ours = spoken.say(
      Saying(
        author: Place.shop, text: "Sorry about that. We will look into it.", parent: opening))
    spoken.takeNotice(of: ours)
    silent.move(to: silent.liveFrom + .hours(2))
    spoken.move(to: spoken.liveFrom + .hours(2))
    func openings(_ world: World) -> Set<String> {
      Set(world.entries.values.filter { $0.parent == nil }.map(\.id))
    }
    #expect(openings(silent) == openings(spoken))
    #expect(
      spoken.children[ours.id]?.isEmpty == false
        || spoken.changes.contains {
          if case .reacted(let reaction) = $0 { reaction.post == ours.id } else { false }
        })
  }

  @Test func thePlaceHoldsWhatADeskMustBeAbleToHandle() {
    let entries = Array(Self.lived.entries.values)
    #expect(entries.count > 300)
    #expect(entries.contains { $0.visibility == .private })
    #expect(entries.contains { $0.visibility == .unlisted && $0.author == "harrowbytram" })
    #expect(entries.contains { $0.warning != nil })
    #expect(entries.contains { $0.author == "quiet" })
    #expect(entries.contains { $0.author == "bestdeals" })
    #expect(entries.contains { $0.media.contains { $0.alternative == nil } })
    #expect(entries.contains { $0.media.contains { $0.alternative != nil } })
    #expect(entries.contains { $0.editedAt != nil })
    #expect(entries.contains { $0.removedAt != nil && $0.text.isEmpty })
    #expect(entries.contains { $0.author == Place.shop })
    let threads = Dictionary(grouping: entries, by: \.root)
    #expect(threads.values.contains { $0.count > 20 })
    #expect(Set(entries.compactMap(\.language)) == ["en", "pt", "es", "de", "pl", "ja", "ar"])
    #expect(Self.lived.changes.contains { if case .reacted = $0 { true } else { false } })
  }

  @Test func nothingIsSaidBeforeItsParentOrInTheFuture() {
    for entry in Self.lived.entries.values {
      #expect(entry.at <= Self.lived.now)
      if let parent = entry.parent.flatMap({ Self.lived.entries[$0] }) {
        #expect(parent.at <= entry.at)
        #expect(parent.root == entry.root)
      }
    }
  }

  @Test func noSlotStaysOpenAndNoAddressIsReal() {
    for entry in Self.lived.entries.values {
      #expect(!entry.text.contains("{"), "\(entry.text)")
      #expect(entry.text.count <= 500)
      for word in entry.text.split(separator: " ") where word.hasPrefix("http") {
        #expect(word.contains(".example"))
      }
    }
    for person in People.all { #expect(person.page.hasPrefix("https://practice.example/")) }
  }

  @Test func someWaitForUsWhenThePlaceGoesLiveAndSomebodyWritesAtOnce() {
    var world = Self.world(1)
    world.move(to: world.liveFrom)
    let before = world.changes.count
    let waiting = world.cases.values.filter { $0.state == .waiting && !$0.isAbout }
    #expect((3...25).contains(waiting.count), "\(waiting.count) wait")
    world.move(to: world.liveFrom + .seconds(10))
    let said = world.changes[before...].compactMap { world.entries[$0.post] }
    #expect(said.contains { world.speaks($0, to: Place.shop) })
  }

  @Test func aFasterPaceBringsMoreInTheSameTime() {
    func said(_ pace: Double) -> Int {
      var world = Self.world(2, pace: pace)
      world.move(to: world.liveFrom + .minutes(30))
      return world.entries.values.filter { $0.at >= world.liveFrom }.count
    }
    #expect(said(60) > 4 * said(4))
  }

  @Test func aQuickPlaceDoesNotBeginByStandingStill() {
    for seed in 1...20 {
      var world = Self.world(UInt64(seed), pace: 600)
      world.move(to: world.liveFrom)
      let before = world.stories.count
      world.move(to: world.liveFrom + .seconds(10))
      #expect(world.stories.count >= before + 3, "seed \(seed)")
    }
  }

  @Test func whoGreetsUsDoesNotTakeItBack() {
    for seed in 1...40 {
      var world = Self.world(UInt64(seed), pace: 600)
      world.move(to: world.liveFrom + .seconds(60))
      let greeted = world.changes.compactMap { world.entries[$0.post] }.contains {
        $0.at == world.liveFrom + .seconds(4) && world.speaks($0, to: Place.shop)
          && $0.removedAt == nil
      }
      #expect(greeted, "seed \(seed)")
    }
  }

  @Test func everyLanguageHasEveryTurnOfTalk() {
    var lines = 0
    for book in Phrasebook.all.values {
      for line in Phrasebook.Line.allCases {
        #expect(book.lines[line]?.isEmpty == false, "\(book.language): \(line)")
      }
      lines += (Array(book.openings.values) + Array(book.about.values)).joined().count
      lines += (Array(book.daily.values) + Array(book.lines.values)).joined().count
    }
    #expect(lines >= 300)
    for person in People.all { #expect(Phrasebook.all[person.language] != nil) }
  }
}
