import HeedDesk
import HeedModel
import Testing

@testable import HeedWeb

/// What pages of mistakes, of people and of second looks say, and how they say it.
@Suite struct CorrectAndKnowTests {
  private func markup(_ name: String, _ words: Words = .english) throws -> String {
    try #require(Storybook.sample(name)).html(words: words).markup
  }

  @Test func addressesBreakBehindTheirMarksAlone() {
    #expect(HTML.address("@ana@bolha.example").markup == "@ana@<wbr>bolha.<wbr>example")
    #expect(HTML.address("ana@mail.example").markup == "ana@<wbr>mail.<wbr>example")
    #expect(HTML.address("Nils V. Olsen").markup == "Nils V. Olsen")
    #expect(HTML.address("<b>@x.").markup == "&lt;b&gt;@<wbr>x.")
    #expect(HTML.address("").markup.isEmpty)
  }

  @Test func whatIsAboutSomethingElseStandsApartFromWhatCameOfAMistake() throws {
    for words in [Words.english, .german] {
      let page = try markup("mistake", words)
      let parts = [
        words.mistake.wroteAgain, "Thank you for saying so plainly.", words.mistake.bystanders,
        words.mistake.alsoWrote, "Do you mend bells, too?",
      ]
      var places: [String.Index] = []
      for part in parts {
        places.append(try #require(page.firstRange(of: HTML(escaping: part).markup)?.lowerBound))
      }
      #expect(places == places.sorted())
    }
    var after = Aftermath()
    after.wroteAgain = MistakesScreen.elsewhereOnly
    let alone = AftermathView.html(after, in: World.page).markup
    #expect(alone.contains(Words.english.mistake.silenceAbout))
    #expect(!alone.contains(Words.english.mistake.wroteAgain))
  }

  @Test func whatIsSaidAlikeSaysHowManySaidItInPublicAndEachCanBeLeftOut() throws {
    for (privately, says) in [
      (0, ""), (1, ", 1 of them in public"), (2, ", none of them in public"),
    ] {
      let said = (0..<2).map { number in
        SuggestedWishPart.Said(
          post: ID(Int64(number)), conversation: ID(1), who: Who(name: "Ana \(number)"),
          speaker: "\(number)", words: "It broke.", at: World.now, isPrivate: number < privately)
      }
      let part = SuggestedWishPart(kind: .cause, people: 2, said: said)
      let page = SuggestedWishView.html(part, scope: "s", hasKey: false, in: World.page).markup
      #expect(page.contains("in the last 90 days\(says)</span>"), "\(page)")
      for number in 0..<2 {
        #expect(page.contains("name=\"post\" value=\"\(number)\" checked"))
        #expect(page.contains("name=\"alike\" value=\"\(number)\""))
      }
    }
  }

  @Test func whatWasOnlyHeardStandsApartFromWhatWasSaidToUs() throws {
    for words in [Words.english, .german] {
      let page = try markup("person-everything", words)
      let parts = [
        words.rights.exportSaid, "Wonderful, that was quick.", words.rights.exportHeard,
        "The corner shop has bells again.", words.rights.exportNotes,
      ]
      let places = try parts.map { part in
        try #require(page.firstRange(of: HTML(escaping: part).markup), "\(part)").lowerBound
      }
      #expect(places == places.sorted())
    }
  }

  @Test func whoSpokeInOthersTalkAloneIsSaidToHaveDoneSoAndInWhose() {
    let page = World.page
    let words = page.words.person
    var aside = PersonAside(
      person: ID(401), who: World.ana, firstWordsAt: World.ago(days: 3), conversations: 0)
    func between() -> String { PersonAsideView.between(aside, list: nil, in: page).markup }
    #expect(between().contains("in conversations that others began"))
    #expect(!between().contains("No conversations"))
    aside.conversations = 2
    #expect(between().contains("Two conversations since"))
    var screen = PersonScreen(aside: aside, conversations: [])
    screen.inOthersTalk = [MistakesScreen.asks]
    screen.begunBy = [MistakesScreen.asks.post.conversation: TheirSideScreen.handle]
    let html = screen.body(in: page).markup
    #expect(html.contains(words.inTalkOf(World.ana.name)))
  }

  @Test func clocksSayTheirDayWhereSeveralDaysAreShown() {
    let page = World.page
    let (now, before) = (World.now, World.now - .days(1))
    #expect(SpokenTime.clock(now, among: [now - .minutes(5)], in: page) == "13:12")
    #expect(SpokenTime.clock(now, among: [before], in: page) == "22 Nov, 13:12")
    #expect(SpokenTime.clock(before, among: [now], in: page) == "21 Nov, 13:12")

    var exposure = SeenScreen.soFar
    exposure.curve = [0, 12, 30].map { hours in
      Exposure.Point(
        at: World.now - .hours(30) + .hours(hours),
        range: ExposureRange(low: 1, likely: 2 + Int(hours), high: 90))
    }
    let plot = ExposurePlot.html(exposure, [], in: page).markup
    #expect(plot.contains(">21 Nov, 07:12</time>"))
    #expect(plot.contains(">21 Nov, 19:12</time>"))
    #expect(plot.contains(">22 Nov, 13:12</time>"))
    #expect(!plot.contains(">13:12<"))
    // What does not fit in a narrow window is scrolled, also by keys.
    #expect(plot.contains("<div class=\"scrolls\" tabindex=\"0\" role=\"region\""))
  }

  @Test func aDraftOfOnesOwnIsCalledOnesOwn() throws {
    let words = Words.english.secondLook
    let own = try markup("look-own")
    #expect(own.contains(words.ownLead("Sam")))
    #expect(own.contains(words.draftThen) && own.contains(words.youAsk))
    #expect(!own.contains(words.lookLead) && !own.contains(words.theDraft))
    let asked = try markup("look-asked")
    #expect(asked.contains(words.lookLead) && asked.contains(words.theDraft))
    #expect(asked.contains(words.meant))
  }

  /// What came too late can be copied, and nothing offers to send it.
  @Test func whatCameTooLateIsSaidOnceAndOffersNothing() throws {
    let late = try markup("look-late")
    #expect(late.contains("Ana, we read every one of these."))
    #expect(!late.contains(Words.english.secondLook.propose))
    #expect(late.ranges(of: "It went out already").count == 1)
  }

  @Test func whatOpensHasOneMark() {
    let css = String(decoding: PublicFiles.file("heed.css")?.bytes ?? [], as: UTF8.self)
    #expect(css.contains("summary::before { content: \"\"; display: inline-block;"))
    let marks = css.split(separator: "\n").filter { $0.contains("summary::before") }
    #expect(marks.allSatisfy { !$0.contains("content: none") })
  }

  @Test func countsOfTheRoomsSayWhatTheyCount() {
    for words in [Words.english, .german] {
      var page = World.page
      page.words = words
      page.counts = RoomCounts(waiting: 2, troubled: 1, told: 4, promisesDue: 3, openMistakes: 5)
      let shell = Shell.document(NoticeAlone(), in: page).markup
      let counted = words.shell.counted
      for (count, unit) in [
        (2, counted.waiting(2)), (1, counted.sources), (4, counted.told), (3, counted.promises),
        (5, counted.mistakes),
      ] {
        #expect(shell.contains("title=\"\(count) \(unit)\""))
        #expect(shell.contains("\(unit)</span>"))
      }
    }
  }

  private struct NoticeAlone: Screen {
    func title(in page: PageContext) -> String { "Alone" }
    func body(in page: PageContext) -> HTML { "<h1>Alone</h1>" }
  }
}
