import HeedDesk
import HeedModel

extension PersonAside {
  static let sample = PersonAside(
    person: ID(401), who: World.ana, languages: ["pt", "en"],
    knownAs: [
      KnownAs(
        network: World.mastodon, address: "@ana@bolha.example",
        page: "https://bolha.example/@ana")
    ])
}

extension Composer {
  static let sample: Composer = {
    var composer = plain
    composer.earlier = [
      EarlierAnswerRow(
        conversation: ID(177), post: ID(702), who: "Rui",
        asked: "It says delivered and nobody rang.",
        said: "Rui, the carrier's photo shows next door's hall. A new one is on its way.",
        by: "Sam", at: World.ago(minutes: 40_000), came: .thanks)
    ]
    return composer
  }()

  private static let plain = Composer(
    conversation: ID(201), answering: ID(801), seen: ID(803), partner: "Ana Ribeiro",
    waitingSince: World.ago(minutes: 192), account: "@cornerbikes@bolha.example",
    place: "bolha.example", signature: " ^AL",
    houseRules: "Be kind. No advertising in answers. Describe your pictures.",
    text: """
      Ana, we do read these, and I am sorry. The carrier's photo shows a blue door; if yours is \
      not blue, it went astray. Either way a new one leaves today.
      """,
    intent: .apologise, visibilities: [.public, .unlisted, .private], hasWarning: true,
    language: "en", languages: ["en", "pt", "de"],
    length: LengthRule(unit: .scalars, limit: 500, address: 23),
    uploads: [ComposerUpload(id: ID(501), type: "image/png", alternative: "A blue front door")],
    mediaTypes: ["image/png", "image/jpeg"], mediaLimit: 4, savedAt: World.ago(.seconds(40)))
}

extension OpenConversation {
  /// Handed to a colleague who did not take it yet.
  static let sampleHanded: OpenConversation = {
    var open = sample
    open.claim = nil
    open.handedOn = HandedOn(
      from: World.you, to: World.samColleague, at: World.ago(minutes: 4))
    return open
  }()

  static let sample: OpenConversation = {
    var open = plain
    open.helpers = [
      KnowingColleague(
        colleague: World.samColleague,
        reasons: [.answeredThis, .here(until: World.now + .minutes(288))],
        person: World.ana.name, language: "pt"),
      KnowingColleague(
        colleague: Colleague(id: ID(4), name: "Ines", initials: "IN"), reasons: [.speaks],
        person: World.ana.name, language: "pt"),
    ]
    return open
  }()

  private static let plain = OpenConversation(
    id: ID(201), who: World.ana, network: World.mastodon, languages: ["pt", "en"],
    state: .waiting, waitingSince: World.ago(minutes: 192),
    entries: [
      .post(
        ThreadPost(
          id: ID(801), who: World.ana, at: World.ago(minutes: 192), direction: .toUs,
          text: World.said(
            "Third time order 2201 says “delivered” and there is nothing at my door. Do you people even read these?"
          ), language: "en", address: "https://bolha.example/@ana/801", kinds: [.complaint],
          canCorrectReading: true)),
      .post(
        answerable(
          ThreadPost(
            id: ID(802), who: World.tomas, to: "Ana", at: World.ago(minutes: 170),
            direction: .aside, depth: 1,
            text: World.said("Same here last week. Neighbour had it. Check number 14?"),
            canCorrectReading: true))),
      .post(
        ThreadPost(
          id: ID(803), who: World.ana, to: "Tomás", at: World.ago(minutes: 150),
          direction: .aside, depth: 1,
          text: World.said("Checked both sides of the street. Nothing."),
          canCorrectReading: true)),
      .note(
        ThreadNote(
          id: ID(601), by: World.samColleague,
          text: "The carrier's photo for 2201 shows a blue door. Ask her if that is hers.",
          at: World.ago(minutes: 90))),
    ], at: ID(801), answer: .composer(.sample), person: .sample)

  private static func answerable(_ post: ThreadPost) -> ThreadPost {
    var post = post
    post.answer = .conversation(ID(201), at: post.id)
    return post
  }

  static let sampleReadOnly: OpenConversation = {
    var talk = sample
    talk.answer = .observer
    talk.claim = Claimed(by: World.samColleague, at: World.ago(minutes: 4))
    return talk
  }()

  /// A long one, in which everything happened that can happen to a post.
  static let sampleLong: OpenConversation = {
    var talk = sample
    talk.id = ID(208)
    talk.who = World.nils
    talk.state = .answered
    talk.waitingSince = nil
    talk.visibility = .private
    talk.languages = ["en"]
    talk.claim = Claimed(by: World.you, at: World.ago(hours: 3))
    talk.writing = ["Sam"]
    talk.entries = longEntries
    talk.at = ID(824)
    talk.person = PersonAside(
      person: ID(402), who: World.nils, languages: ["en", "nb"],
      knownAs: [
        PersonAside.KnownAs(network: World.mastodon, address: "@nils@fjord.example"),
        PersonAside.KnownAs(
          network: World.feeds, address: "nils.example", page: "https://nils.example/"),
      ],
      firstWordsAt: World.ago(days: 190), conversations: 4,
      lastWith: PersonAside.LastWith(colleague: World.samColleague, at: World.ago(days: 30)),
      earlier: [
        EarlierConversation(
          id: ID(251), words: "Does the wide tyre fit the 2019 frame?", at: World.ago(days: 30),
          state: .solved, network: World.mastodon),
        EarlierConversation(
          id: ID(252), words: "Your map is wrong about Sundays.", at: World.ago(days: 190),
          state: .done, network: World.feeds),
      ])
    talk.person?.wishes = [WishesScreen.bells.wish, WishesScreen.delivery.wish]
    talk.person?.others = .sample
    return talk
  }()

  private static let longEntries: [ThreadEntry] = [
    .post(
      ThreadPost(
        id: ID(820), who: nil, at: World.ago(days: 2), direction: .aboutUs, text: RichText())),
    .post(
      ThreadPost(
        id: ID(821), who: World.nils, at: World.ago(days: 2), direction: .toUs, depth: 1,
        visibility: .private, warning: "rant about brakes",
        text: RichText([
          .paragraph([
            .mention(handle: "@cornerbikes", to: "https://bolha.example/@cornerbikes"),
            .text(" the "), .strong([.text("rear brake")]), .text(" squeals again, see "),
            .link(to: "https://nils.example/brakes", [.text("my notes")]), .text(". "),
            .tag(name: "cornerbikes", to: nil),
          ]),
          .quote([.paragraph([.text("Bed the pads in for 200 km.")])]),
          .list(
            ordered: false,
            items: [
              [.paragraph([.text("cleaned twice")])], [.paragraph([.text("new pads")])],
            ]),
        ]),
        media: [
          Media(
            kind: .image, address: "https://fjord.example/1.png",
            alternative: "A brake disc with a blue tint", type: "image/png"),
          Media(kind: .audio, address: "https://fjord.example/1.ogg", alternative: "The squeal"),
        ],
        editedAt: World.ago(hours: 40),
        revisions: [
          Revision(
            post: ID(821), text: World.said("the brake squeals again"),
            replacedAt: World.ago(hours: 40))
        ], kinds: [.complaint, .question], canCorrectReading: true)),
    .happening(
      Happening(
        kind: .handedOver(
          to: "Alicia", word: "you know brakes", reasons: [.answeredThis]), by: "Sam",
        at: World.ago(hours: 30))),
    .post(
      ThreadPost(
        id: ID(822), who: Who(name: "Corner Bikes", address: "@cornerbikes@bolha.example"),
        member: World.you, to: "Nils V.", at: World.ago(hours: 4), direction: .ours, depth: 2,
        visibility: .private,
        text: World.said("Nils, here is a drawing of how to turn the washer. Does that do it? ^AL"),
        address: "https://bolha.example/@cornerbikes/822", editedAt: World.ago(hours: 3),
        revisions: [
          Revision(
            post: ID(822), text: World.said("Nils, here is how to turn the washer. ^AL"),
            replacedAt: World.ago(hours: 3))
        ], canEdit: true, canDelete: true)),
    .note(
      ThreadNote(
        id: ID(602), by: World.you, text: "If the washer is worn, send him a new one.",
        at: World.ago(hours: 3))),
    .post(
      ThreadPost(
        id: ID(823), who: World.tomas, at: World.ago(hours: 2), direction: .aside, depth: 3,
        text: RichText(), removedAt: World.ago(hours: 1))),
    .post(
      ThreadPost(
        id: ID(824), who: World.layla, to: "Nils V.", at: World.ago(minutes: 50),
        direction: .aside, depth: 3,
        text: World.said("وأنا أيضًا عندي الصوت نفسه!"), language: "ar", kinds: [.other],
        canCorrectReading: true)),
    .post(
      ThreadPost(
        id: ID(825), who: World.hostile, at: World.ago(minutes: 45), direction: .aside, depth: 5,
        text: RichText([
          .paragraph([
            .text("</p><img src=x onerror=alert(1)>"),
            .link(to: "javascript:alert(1)", [.text("click me")]), .lineBreak,
            .code("<b>&amp;</b>"),
          ]),
          .code(
            "for (;;) { window.open('https://a-very-long-address.example/without/any/break') }"),
        ]),
        quoted: ThreadPost.Quoted(who: World.dev, text: World.said("“Trust me.”")))),
  ]

  static func sample(with reply: OutgoingReply) -> OpenConversation {
    var talk = sample
    talk.entries.append(.outgoing(reply))
    talk.answer = .nothing
    return talk
  }
}

extension ConversationScreen {
  static let samples: [Sample] =
    [
      Sample("conversation", ConversationScreen(conversation: .sample, line: .sample)),
      Sample("conversation-long", ConversationScreen(conversation: .sampleLong, line: .sample)),
      Sample("conversation-conflict", ConversationScreen(conversation: conflict, line: .sample)),
      Sample("conversation-resting", ConversationScreen(conversation: resting)),
      Sample("conversation-done", ConversationScreen(conversation: closed)),
      Sample("conversation-about-us", ConversationScreen(conversation: aboutUs)),
    ]
    + Delivery.Status.allCases.map { status in
      Sample(
        "reply-\(status.rawValue.lowercased())",
        ConversationScreen(conversation: .sample(with: reply(status)), line: .sample))
    } + [
      Sample(
        "reply-again",
        ConversationScreen(conversation: .sample(with: reply(.queued, attempts: 2))))
    ]

  private static func reply(_ status: Delivery.Status, attempts: Int = 0) -> OutgoingReply {
    let server = "bolha.example"
    let trouble: Message? =
      switch status {
      case .failed: "What you answer is no longer on \(server). Your text is kept."
      case .unknown:
        """
        \("The connection to \(server) broke before the answer was whole." as Message) The desk \
        asked for a day whether it arrived.
        """
      case .queued where attempts > 0:
        "\(server) asks for fewer calls. The desk waits as long as it says."
      default: nil
      }
    return OutgoingReply(
      id: ID(701), by: World.you,
      text: "Ana, we do read these, and I am sorry. A new one leaves today. ^AL", status: status,
      dueAt: World.now + (attempts > 0 ? .minutes(4) : .seconds(8)), attempts: attempts,
      trouble: trouble)
  }

  private static let conflict: OpenConversation = {
    var talk = OpenConversation.sample
    var composer = Composer.sample
    composer.conflict = Composer.Conflict(by: "Sam", at: World.ago(minutes: 2), post: ID(803))
    composer.problem = Problem(
      .invalid, "This is \(12) over the \(500) that fit there. Your draft is kept.",
      field: FieldName.text.rawValue)
    talk.answer = .composer(composer)
    return talk
  }()

  private static let resting: OpenConversation = {
    var talk = OpenConversation.sample
    talk.state = .snoozed
    talk.snoozedUntil = World.now + .hours(20)
    talk.answer = .noAccount
    return talk
  }()

  private static let closed: OpenConversation = {
    var talk = OpenConversation.sample
    (talk.state, talk.isClosed) = (.solved, true)
    talk.entries.append(
      .happening(Happening(kind: .closed(.solved), by: nil, at: World.ago(minutes: 1))))
    talk.answer = .composer(byHand)
    return talk
  }()

  private static let byHand: Composer = {
    var composer = Composer.sample
    (composer.uploads, composer.mediaTypes, composer.languages) = ([], [], [])
    (composer.visibilities, composer.hasWarning, composer.length) = ([.public], false, nil)
    (composer.signature, composer.houseRules) = ("", "")
    composer.byHand = Composer.ByHand(
      network: World.mastodon, page: "https://bolha.example/@ana/801",
      posted: "https://bolha.example/@ana/802")
    composer.problem = Problem(
      .invalid, "That is the address of what you answer, not of your answer.",
      field: FieldName.post.rawValue)
    return composer
  }()

  private static let aboutUs: OpenConversation = {
    var talk = OpenConversation.sample
    talk.state = .aboutUs
    talk.answer = .takeUp(ID(801))
    talk.person?.person = nil
    return talk
  }()
}
