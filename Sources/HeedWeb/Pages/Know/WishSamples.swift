import HeedDesk
import HeedModel

extension PersonScreen {
  static let joinSamples: [Sample] = [
    Sample("person-joins", joined), Sample("person-join-wrong", wrong),
    Sample("people-waiting", waiting), Sample("people-promised", promised),
    Sample("people-wronged", wronged),
    Sample("people-none-wronged", PeopleScreen(rows: [], tab: .wronged)),
    Sample("people-quiet", PeopleScreen(rows: [], tab: .quiet)),
    Sample("people-to-hand-over", leaving),
    Sample(
      "people-you-know",
      PeopleToHandOverScreen(
        colleague: World.you, hasLeft: false,
        people: [
          PeopleToHandOverScreen.Row(
            person: ID(401), who: World.ana, conversation: ID(201), lastAt: World.ago(days: 3))
        ])),
  ]

  private static let joined: PersonScreen = {
    var screen = PersonScreen(
      aside: .sample, conversations: OpenConversation.sampleLong.person?.earlier ?? [],
      knownBy: [PersonAside.LastWith(colleague: World.samColleague, at: World.ago(days: 30))])
    screen.aside.firstWordsAt = World.ago(days: 700)
    screen.exchanged = (theirs: 23, ours: 19)
    screen.wishes = [WishesScreen.bells.wish, WishesScreen.delivery.wish]
    screen.joins = PersonJoins(
      standing: [
        PersonJoins.Joined(
          id: ID(701), one: "@ana@bolha.example", other: "@ana@novo.example",
          evidence: PersonJoins.Shown(.moved), by: nil, at: World.ago(days: 200))
      ],
      suggested: [
        PersonJoins.Suggested(
          other: ID(311), who: Who(name: "Ana R.", address: "ana.example"),
          network: World.feeds, mine: "@ana@bolha.example",
          evidence: PersonJoins.Shown(
            .links, here: "https://ana.example/", there: "https://bolha.example/@ana")),
        PersonJoins.Suggested(
          other: ID(312), who: World.hostile, network: World.practice, mine: "@ana@bolha.example",
          evidence: PersonJoins.Shown(.word, said: .conversation(ID(201), at: ID(801)))),
      ])
    screen.joins.apart = [
      PersonJoins.Apart(
        id: ID(702), mine: "@ana@bolha.example", other: "ana@post.example",
        evidence: PersonJoins.Shown(.mailAddress), isDeclined: true, by: World.sam.name,
        at: World.ago(days: 12))
    ]
    return screen
  }()

  private static let wrong: PersonScreen = {
    var screen = joined
    screen.joins.suggested = []
    screen.joins.typed = "@anna@bolha.example"
    screen.joins.problem = Problem(
      .invalid,
      "Nobody who spoke to you is called @anna@bolha.example. Only who spoke to you has a page to join.",
      field: "typed")
    return screen
  }()

  private static let waiting = PeopleScreen(
    rows: [
      PersonRow(
        id: ID(401), who: World.ana, network: World.mastodon, lastAt: World.ago(minutes: 150),
        conversations: 3, waitingSince: World.ago(minutes: 192))
    ], tab: .waiting)

  private static let promised = PeopleScreen(
    rows: zip([World.rosa, World.ana, World.june], PromiseLine.samples).map { who, line in
      var row = PersonRow(
        id: ID(line.id.value), who: who, network: World.mastodon, lastAt: World.ago(days: 1),
        conversations: 2)
      row.promise = line
      return row
    }, tab: .promised)

  private static let wronged = PeopleScreen(
    rows: zip([World.marek, World.tomas, World.nils], MistakesScreen.stories).map { who, story in
      var row = PersonRow(
        id: ID(story.mistake.id.value), who: who, network: World.mastodon,
        lastAt: World.ago(days: 1), conversations: 2)
      row.mistake = story
      row.doNotContact = who.name == World.nils.name
      return row
    }, tab: .wronged)

  private static let leaving = PeopleToHandOverScreen(
    colleague: World.samColleague, hasLeft: true,
    people: [
      PeopleToHandOverScreen.Row(
        person: ID(401), who: World.ana, conversation: ID(201), lastAt: World.ago(days: 3),
        others: ["Alicia"]),
      PeopleToHandOverScreen.Row(
        person: ID(404), who: World.hostile, conversation: ID(204), lastAt: World.ago(days: 90)),
      PeopleToHandOverScreen.Row(
        person: ID(402), who: World.nils, conversation: ID(202), lastAt: World.ago(days: 40),
        others: ["Alicia"], metBy: "Alicia"),
    ], leftAlone: 1)
}

extension WishesScreen {
  static let bells = WishRow(
    wish: Wish(
      id: ID(601), kind: .wish, title: "Bells that fit wide bars", status: .doing,
      reason: "We have a sample from the maker; it is in the window from May.",
      gatheredBy: World.sam.id, gatheredAt: World.ago(days: 60), changedAt: World.ago(days: 4)),
    people: 12, lastSaidAt: World.ago(days: 2))
  static let delivery = WishRow(
    wish: Wish(
      id: ID(602), kind: .cause, title: "Parcels are called delivered and are not there",
      gatheredBy: World.alicia.id, gatheredAt: World.ago(days: 9)),
    people: 5, lastSaidAt: World.ago(minutes: 192))
  private static let done = WishRow(
    wish: Wish(
      id: ID(603), kind: .wish, title: "Open on Saturday until six", status: .done,
      reason: "Since October we are open until six.", gatheredBy: World.sam.id,
      gatheredAt: World.ago(days: 200), changedAt: World.ago(days: 30)),
    people: 31, lastSaidAt: World.ago(days: 35))

  static let samples: [Sample] = [
    Sample("wishes", WishesScreen(rows: [bells, delivery], next: "5.602")),
    Sample(
      "wishes-settled",
      WishesScreen(filter: WishFilter(isOpen: false), rows: [done], saidAndDone: [done])),
    Sample("wishes-none", WishesScreen(rows: [])),
    Sample(
      "wishes-none-open",
      {
        var screen = WishesScreen(rows: [])
        screen.hasSettled = true
        return screen
      }()),
    Sample("wishes-suggested", suggestions),
    Sample("wish", denied),
    Sample(
      "wish-joined",
      WishScreen(
        row: delivery, gatheredBy: "Alicia",
        into: WishScreen.Counted(wish: bells.wish, join: ID(650)), voices: [])),
    Sample("wish-no-reason", noReason),
    Sample("wish-done", fulfilled), Sample("wish-done-names", naming),
    Sample("said-and-done", SaidAndDoneScreen(rows: deeds, next: "30")) { $0.member = nil },
    Sample("said-and-done-none", SaidAndDoneScreen(rows: [])) { $0.member = nil },
    Sample("wish-form", form),
  ]

  private static let denied: WishScreen = {
    var screen = wish
    screen.voices[0].isLeftAlone = true
    screen.denials = [
      WishScreen.Denial(who: World.ana.name, conversation: ID(201), at: World.ago(days: 9))
    ]
    return screen
  }()

  private static let suggestions: WishesScreen = {
    var screen = WishesScreen(rows: [bells, delivery])
    let words = [
      "Third time order 2201 says “delivered” and there is nothing at my door.",
      "The tracking page says delivered. My door says otherwise.",
      "وصلتني رسالة تقول إن الطرد وصل، ولا شيء أمام الباب.",
      "Delivered? Not to my door it was not.", "Nothing at my door, though it says delivered.",
    ]
    let people = [World.ana, World.rosa, World.layla, World.hostile, World.june]
    let said = zip(words, people).enumerated().map { number, one in
      SuggestedWishPart.Said(
        post: ID(Int64(831 + number)), conversation: ID(201), who: one.1,
        speaker: one.1.address, words: one.0,
        at: World.ago(days: Int64(number + 1)), isPrivate: number == 2)
    }
    screen.suggested = [
      SuggestedWishPart(kind: .cause, people: 5, title: "delivered door", said: said),
      SuggestedWishPart(kind: .wish, wish: bells.wish, people: 1, said: [said[3]]),
    ]
    return screen
  }()

  private static let wish = WishScreen(
    row: bells, gatheredBy: "Sam",
    joined: [
      WishScreen.Counted(
        wish: Wish(
          id: ID(604), kind: .wish, title: "A louder bell", gatheredBy: World.sam.id,
          gatheredAt: World.ago(days: 20)), join: ID(651))
    ],
    changes: [
      WishScreen.Change(
        status: .doing, reason: bells.wish.reason, by: "Alicia", at: World.ago(days: 4)),
      WishScreen.Change(status: .considering, reason: "", by: "Sam", at: World.ago(days: 50)),
    ],
    voices: [
      WishScreen.Voice(
        id: ID(661), who: World.nils, network: World.mastodon, conversation: ID(202),
        post: ID(811), said: "Is there any bell that fits 35 mm bars?", at: World.ago(days: 2)),
      WishScreen.Voice(
        id: ID(662), who: World.layla, network: World.mastodon, conversation: ID(203),
        post: ID(812), said: "هل لديكم جرس للمقود العريض؟", isPrivate: true,
        at: World.ago(days: 8), toldBy: "Sam", toldAt: World.ago(days: 3)),
      WishScreen.Voice(
        id: ID(663), who: World.hostile, network: World.feeds, conversation: ID(204),
        post: ID(813), said: nil, at: World.ago(days: 100)),
    ], next: "811.661", others: [delivery])

  private static let noReason: WishScreen = {
    var screen = wish
    screen.problem = Problem(
      .invalid, "A no is owed its reason to those who asked.", field: "text")
    screen.typed.status = .no
    screen.typed.reason = ""
    return screen
  }()

  private static let deeds = [
    PublishedDeed(
      id: ID(World.ago(days: 2).milliseconds << 21), wish: ID(601), member: World.you.id, people: 3,
      wished: "Bells that fit wide <b>bars</b>", done: "They hang by the till, in three sizes.")
  ]

  private static let fulfilled: WishScreen = {
    var screen = wish
    screen.row.wish.status = .done
    screen.row.wish.changedAt = World.ago(days: 1)
    screen.row.wish.reason = "They hang by the till, in three sizes."
    screen.deeds = PublicDeeds(
      people: 4, published: deeds, isOn: true,
      voices: [
        Handle(
          id: ID(390), network: World.mastodon, remoteID: RemoteID("shop"), address: "@shop",
          name: "Corner Bikes", page: "https://social.example/@shop", isOurs: true)
      ])
    screen.problem = Problem(
      .invalid, "This names Ana Ribeiro. What is public names nobody.", field: "word")
    screen.typed.wished = "Bells that fit wide bars"
    screen.typed.done = "Ana Ribeiro has the first."
    return screen
  }()

  private static let naming: WishScreen = {
    var screen = fulfilled
    screen.problem = nil
    screen.typed.wished = nil
    screen.deeds = PublicDeeds(
      people: 1, isOn: false, names: "This names Ana Ribeiro. What is public names nobody.")
    return screen
  }()

  private static let form = WishFormScreen(
    conversation: ID(201), who: World.ana.name,
    words: [
      WishFormScreen.Said(
        post: ID(803), who: World.marek.name, text: "Checked both sides of the street. Nothing.",
        at: World.ago(minutes: 150)),
      WishFormScreen.Said(
        post: ID(801), who: World.ana.name,
        text: "Third time order 2201 says “delivered” and there is nothing at my door.",
        at: World.ago(minutes: 192), kinds: [.complaint]),
    ], chosen: ID(801), alike: [delivery], rest: [bells], gathered: ["A louder bell"])
}
