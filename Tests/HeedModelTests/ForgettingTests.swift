import HeedModel
import Testing

@Suite struct ForgettingTests {
  private let ana = Handle(
    id: ID(1), network: NetworkName("fake"), remoteID: RemoteID("https://bolha.example/users/ana"),
    address: "@ana@bolha.example", name: "Ana Ribeiro", page: "https://bolha.example/@ana")

  private func forgetting(_ said: String...) -> Forgetting {
    Forgetting(handles: [ana], said: said.map { SaidText($0, at: Instant(milliseconds: 2)) })
  }

  @Test func addressesGoWhereverTheyStand() {
    let forgetting = forgetting()
    #expect(
      forgetting.rewrite("Ask @Ana@bolha.example, or @anabel@bolha.example.", isTheirs: false)
        == "Ask […], or @anabel@bolha.example.")
    #expect(
      forgetting.rewrite("See https://bolha.example/@ana/1 there", isTheirs: false)
        == "See […]/1 there")
    // Somebody else has that name.
    #expect(forgetting.rewrite("Ana said so", isTheirs: false) == "Ana said so")
  }

  @Test func namesGoWhereTheySpokeWithUs() {
    let forgetting = forgetting()
    #expect(
      forgetting.rewrite("Dear Ana, hi ANA RIBEIRO and @ana!", isTheirs: true)
        == "Dear […], hi […] and […]!")
    #expect(forgetting.rewrite("A banana for Anabel", isTheirs: true) == "A banana for Anabel")
  }

  /// However somebody wrote it; but a name that is a word as well only where it is written like one.
  @Test func namesGoInAnyCase() {
    func forgetting(_ name: String) -> Forgetting {
      var handle = ana
      handle.name = name
      return Forgetting(handles: [handle], said: [])
    }
    #expect(
      forgetting("Teo Faleolo").rewrite(
        "thanks teo! mr faleolo was here, TEO, Teo's bike is fine.", isTheirs: true)
        == "thanks […]! mr […] was here, […], […]'s bike is fine.")
    #expect(
      forgetting("Will Bell").rewrite("Will, we will mend the bell. WILL BELL!", isTheirs: true)
        == "[…], we will mend the bell. […]!")
    #expect(
      forgetting("Li Bo").rewrite("Dear Li, LI or Bo: it is liable.", isTheirs: true)
        == "Dear […], […] or […]: it is liable.")
  }

  @Test func whatTheySaidIsTakenOutOfOurWordsAndTheRestStays() {
    let forgetting = forgetting(
      "The left brake of my grey bicycle squeaks since Tuesday. Order 48151623, “quite loud”.")
    #expect(
      forgetting.rewrite(
        "You wrote: the left brake of my grey bicycle squeaks. Bring it in.", isTheirs: true)
        == "You wrote: […]. Bring it in.")
    #expect(
      forgetting.rewrite("We found order 48151623. The brakes are ready.", isTheirs: true)
        == "We found order […]. The brakes are ready.")
    #expect(
      forgetting.rewrite("Is it “quite loud” still?", isTheirs: true) == "Is it “[…]” still?")
    #expect(
      forgetting.rewrite("> quite loud\r\nThank you.", isTheirs: true) == "> […]\r\nThank you.")
    // A few words that everybody says stay ours.
    #expect(forgetting.rewrite("Your bicycle is ready", isTheirs: true) == "Your bicycle is ready")
    // A warning that an answer took over is theirs.
    #expect(forgetting.rewrite(warning: "quite loud", isTheirs: true) == "[…]")
  }

  /// What we quote is not ours, in whatever marks or behind whichever sign it stands.
  @Test(arguments: [
    "Please say “my rare blue kettle from Porto leaks”.", "„my rare blue kettle from Porto leaks“?",
    "> my rare blue kettle from Porto leaks", "『my rare blue kettle from Porto leaks』",
    "‘my rare blue kettle from Porto leaks’",
  ])
  func whatWeQuotedFirstIsNotClaimedAsOurs(_ ours: String) {
    let said = SaidText("My rare blue kettle from Porto leaks", at: Instant(milliseconds: 2))
    func told(_ ours: String) -> String {
      Forgetting(
        handles: [ana], said: [said], ours: [SaidText(ours, at: Instant(milliseconds: 1))]
      ).rewrite("About my rare blue kettle from Porto", isTheirs: true)
    }
    #expect(told(ours) == "About […]")
    // Said by ourselves before, it stays.
    #expect(told("We sell my rare blue kettle from Porto").hasSuffix("blue kettle from Porto"))
  }

  /// What they put in quotation marks goes with them.
  @Test func whatTheyPutInMarksIsTheirs() {
    #expect(
      forgetting("Is “my rare blue kettle” back?").rewrite(
        "Yes, my rare blue kettle is.", isTheirs: true) == "Yes, […] is.")
  }

  @Test func shapesAreKeptWhereNothingIsTakenOut() {
    let forgetting = forgetting("A sentence of my own about cakes.")
    let text = RichText([
      .paragraph([
        .mention(handle: "@ana", to: "https://bolha.example/@ana"), .text(" see "),
        .link(to: "https://shop.example/", [.strong([.text("the shop")])]),
      ]),
      .quote([.paragraph([.text("of my own about cakes")])]),
      .list(ordered: false, items: [[.paragraph([.text("bread")])]]),
    ])
    let new = forgetting.rewrite(text, isTheirs: true)
    #expect(new.plain == "[…] see the shop\n\n> […]\n\n- bread")
    #expect(new.links == ["https://shop.example/"])
    #expect(forgetting.rewrite(text, isTheirs: false).plain.contains("of my own about cakes"))
  }

  @Test func writingWithoutSpacesIsQuotedToo() {
    let forgetting = forgetting("自転車のブレーキが火曜日からうるさいです")
    let told = forgetting.rewrite("「ブレーキが火曜日から」ですね。直します。", isTheirs: true)
    #expect(!told.contains("火曜日"))
    #expect(told.contains("直します"))
  }

  /// Names and words are chosen by people who may want to break something.
  @Test(arguments: [
    "", "[…]", "@", "\u{1}1", "%1", "a", "\u{202E}ana", "ß", "İ", "👩‍👩‍👧", "\r\n", "“", "> > >",
  ])
  func oddWordsBreakNothing(_ odd: String) {
    let handle = Handle(
      id: ID(2), network: NetworkName("fake"), remoteID: RemoteID(odd), address: odd, name: odd,
      page: odd)
    let forgetting = Forgetting(
      handles: [handle], names: [odd],
      said: [odd, odd + odd].map { SaidText($0, at: Instant(milliseconds: 2)) })
    for text in [odd, "Hello \(odd) there", "“\(odd)”\n> \(odd)\r\n", "plain"] {
      let once = forgetting.rewrite(text, isTheirs: true)
      #expect(forgetting.rewrite(once, isTheirs: true).utf8.count <= once.utf8.count + 8)
    }
    #expect(forgetting.rewrite("We are open.", isTheirs: true) == "We are open.")
  }

  /// Whoever repeats our answer has not said it.
  @Test func whatWeHadSaidBeforeThemStays() {
    let ours = "We send it back to you on Friday, and the order number is 5551234."
    let said = [
      SaidText(ours + " My saddle fell off on the way to Porto.", at: Instant(milliseconds: 5)),
      SaidText(
        "> We open again on Monday at nine.\nThe bell rings by itself.",
        at: Instant(milliseconds: 6)),
    ]
    let told = SaidText(ours, at: Instant(milliseconds: 1))
    let later = SaidText("Your saddle fell off on the way to Porto?", at: Instant(milliseconds: 7))
    let forgetting = Forgetting(handles: [ana], said: said, ours: [told, later])
    #expect(forgetting.rewrite(ours, isTheirs: true) == ours)
    #expect(
      forgetting.rewrite("We open again on Monday at nine.", isTheirs: true)
        == "We open again on Monday at nine.")
    #expect(forgetting.rewrite(later.words, isTheirs: true) == "Your […]?")
    #expect(
      forgetting.rewrite("Well: the bell rings by itself.", isTheirs: true) == "Well: […].")
  }

  @Test func aSentenceInPlaceOfANameIsOneAsAWhole() {
    var handle = ana
    handle.name = "We Refund You Tomorrow"
    let forgetting = Forgetting(handles: [handle], said: [])
    #expect(
      forgetting.rewrite("We refund what you paid. Tomorrow we open.", isTheirs: true)
        == "We refund what you paid. Tomorrow we open.")
    #expect(
      forgetting.rewrite("Dear We Refund You Tomorrow, hello.", isTheirs: true)
        == "Dear […], hello.")
  }

  /// What somebody is called by who is called by ordinary words is taken out where it stands as a name, and nowhere else.
  @Test(arguments: [
    ("Refund Tomorrow", "Hi Refund Tomorrow, you get it.", "Hi […], you get it."),
    ("Refund Tomorrow", "We sent the refund tomorrow's bank day.", nil),
    ("Refund Tomorrow", "Refund tomorrow, as we said. Tomorrow we open.", nil),
    ("Refund Tomorrow", "No REFUND today.", nil),
    (
      "Refund Tomorrow", "It was Refund Tomorrow who wrote, and refund",
      "It was […] who wrote, and refund"
    ),
    (
      "Refund Tomorrow", "@ana refund tomorrow is on its way.", "[…] refund tomorrow is on its way."
    ),
    ("Refund Tomorrow", "@ana@bolha.example (refund tomorrow) wrote.", "[…] ([…]) wrote."),
    ("Refund Tomorrow", "Ask refund tomorrow (@ana).", "Ask […] ([…])."),
    ("Refund Tomorrow", "The user refund tomorrow wrote.", "The user […] wrote."),
    (
      "Refund Tomorrow", "Who calls himself “refund tomorrow” wrote.",
      "Who calls himself “[…]” wrote."
    ),
    ("Refund Tomorrow", "Dear Refund, we know.", "Dear […], we know."),
    ("Refund Tomorrow", "refund tomorrow", "[…]"),
    (
      "refund tomorrow", "Hello refund tomorrow! A refund tomorrow.",
      "Hello […]! A refund tomorrow."
    ),
    ("refund tomorrow", "As Refund Tomorrow said.", "As […] said."),
    ("The Bike Guy", "The bike is ready. Bike repairs: the guy at the door.", nil),
    ("The Bike Guy", "Thanks to The Bike Guy, and the Bike Guy.", "Thanks to […], and […]."),
    ("The Bike Guy", "Hey Bike Guy, come by.", "Hey […] […], come by."),
    ("Geld Zurück", "Das Geld ist zurück. Hallo Geld Zurück!", "Das Geld ist zurück. Hallo […]!"),
    ("Vélo Cassé", "Le vélo est cassé, Vélo Cassé.", "Le vélo est cassé, […]."),
    // Real names go everywhere, also those that have ordinary words beside them.
    ("Teo Baum", "teo kam, Baum und Herr baum: der Baum.", "[…] kam, […] und Herr […]: der […]."),
    ("Guy Martin", "Guy was here, martin too.", "[…] was here, […] too."),
    ("Ravi Das", "Das ist gut, sagt Ravi Das. Herr Das.", "Das ist gut, sagt […]. Herr […]."),
    ("Ben", "Ben was here, ben too.", "[…] was here, […] too."),
  ])
  func aNameOfOrdinaryWordsGoesWhereItIsAName(name: String, text: String, told: String?) {
    var handle = ana
    handle.name = name
    let forgetting = Forgetting(handles: [handle], said: [])
    #expect(forgetting.rewrite(text, isTheirs: true) == told ?? text)
    #expect(
      forgetting.rewrite(RichText(plain: text), isTheirs: true).plain == told ?? text)
  }

  @Test func aPageThatIsOnlyCalledTheirsTellsOfThemWhereTheySpoke() {
    let forgetting = Forgetting(handles: [ana], typed: ["corp.example"], said: [])
    #expect(forgetting.rewrite("See corp.example/a", isTheirs: false) == "See corp.example/a")
    #expect(forgetting.rewrite("See corp.example/a", isTheirs: true) == "See […]/a")
  }
}
