import HeedDesk
import HeedModel

extension TheirSideScreen {
  private static let proof = OpenProof(
    claim: "@ana@bolha.example", code: "heed-k3m9q-x7wdp",
    link: "https://desk.cornerbikes.example/you?proof=heed-k3m9q-x7wdp",
    endsAt: World.now + .minutes(26), isProven: false, asksForLetter: true,
    ours: [MistakesScreen.shop])

  static let hold = LegalHold(
    id: ID(901), concerned: ID(401), reason: "Claim 12 of 2026 before the district court.",
    by: World.alicia.id, beginsAt: World.ago(days: 10), endsAt: World.now + .days(80))

  static let handle = Handle(
    id: ID(451), network: World.mastodon, remoteID: RemoteID("ana"),
    address: World.ana.address, name: World.ana.name, page: "https://bolha.example/@ana",
    person: ID(401))

  static let person = Person(
    id: ID(401), name: World.ana.name, firstWordsAt: World.ago(days: 40))

  static let posts: [PostRow] = [
    PostRow(
      post: Post(
        id: .first(at: World.ago(hours: 30)), network: World.mastodon, remoteID: RemoteID("1"),
        author: handle.id, conversation: ID(201), direction: .toUs,
        receivedAt: World.ago(hours: 30), wordsUntil: World.now + .days(1000),
        text: World.said("The brakes you fixed on Tuesday squeak again, and I am cross."),
        reading: Reading(language: "en", tone: .negative, kinds: [.complaint])),
      author: handle),
    PostRow(
      post: Post(
        id: .first(at: World.ago(hours: 28)), network: World.mastodon, remoteID: RemoteID("2"),
        author: ID(450), conversation: ID(201), direction: .ours,
        receivedAt: World.ago(hours: 28),
        text: World.said("That is ours to mend. Bring it in whenever it suits you.")),
      author: nil, member: World.sam.id),
    PostRow(
      post: Post(
        id: .first(at: World.ago(hours: 27)), network: World.mastodon, remoteID: RemoteID("3"),
        author: handle.id, conversation: ID(201), direction: .toUs,
        receivedAt: World.ago(hours: 27), wordsUntil: World.now + .days(1000),
        text: World.said("Wonderful, that was quick."),
        reading: Reading(language: "en", tone: .positive, kinds: [.thanks], by: Reading.them)),
      author: handle),
  ]

  static let words = [
    TheirWord(
      id: ID(801), handle: handle.id, conversation: ID(201), kind: .notToday,
      saidAt: World.ago(minutes: 20), restsUntil: World.now + .days(1)),
    TheirWord(
      id: ID(802), handle: handle.id, conversation: ID(201), kind: .readWrongly,
      saidAt: World.ago(minutes: 18), post: posts[2].id, reading: posts[2].post.reading),
    TheirWord(
      id: ID(803), handle: handle.id, conversation: ID(201), kind: .notAsked,
      saidAt: World.ago(minutes: 15), post: posts[0].id, wish: WishesScreen.delivery.id),
  ]

  static let mistake = MistakeStory(
    Mistake(
      id: .first(at: World.ago(hours: 26)), member: World.sam.id, post: posts[1].id, page: nil,
      words: "We are closed on Tuesday.", said: "whenever it suits you",
      noticedBy: .person(posts[0].id), saidAt: World.ago(hours: 28),
      noticedAt: World.ago(hours: 26)),
    corrections: [
      Correction(
        id: .first(at: World.ago(hours: 25)), mistake: .first(at: World.ago(hours: 26)),
        member: World.sam.id, way: .edit, post: posts[1].id, words: "Not on Tuesday.",
        doneAt: World.ago(hours: 25))
    ], reopenings: [])

  private static func promise(_ id: Int64, _ words: String, _ ending: PromiseEnding.Kind?)
    -> PromiseRow
  {
    PromiseRow(
      promise: Promise(
        id: ID(id), conversation: ID(201), reply: ID(1), member: World.sam.id, words: words,
        dueAt: World.now - .hours(2), madeAt: World.ago(hours: 28), beganAt: World.ago(hours: 28)),
      ending: ending.map {
        PromiseEnding(
          id: ID(id + 1), promise: ID(id), kind: $0, member: World.sam.id,
          saidAt: World.ago(hours: 20), beganAt: World.ago(hours: 20))
      }, handle: handle)
  }

  private static func side(hold: LegalHold? = nil) -> TheirSide {
    var side = TheirSide(
      handles: [handle], person: person,
      conversations: [
        TheirConversation(
          conversation: Conversation(
            id: ID(201), network: World.mastodon, account: nil, handle: handle.id,
            isPrivate: false, state: .snoozed, lastPostAt: World.ago(hours: 28)),
          posts: posts, words: words,
          notes: [
            TeamNote(
              id: ID(701), conversation: ID(201), member: World.sam.id,
              text: "Keep a set of pads aside for her.", at: World.ago(hours: 27))
          ])
      ], aboutUs: [], words: words, hold: hold, showsNotes: true, hasUnproven: true,
      members: [World.alicia, World.sam])
    side.promises = [
      promise(811, "I look at the brakes on Monday", nil),
      promise(821, "You get new pads", .kept), promise(831, "I call you back", .broken),
    ]
    side.wishes = [WishesScreen.bells.wish]
    side.askedIn = [WishesScreen.bells.wish.id: posts[0].id]
    side.mistakes = [mistake]
    side.mended = [
      mistake.mistake.id: TheirSide.Mended(
        right: "We are open on Tuesday, from eight to six.",
        address: "https://bolha.example/@cornerbikes/2", published: ID(861))
    ]
    side.standing = [
      StandingWord(words[2], wish: WishesScreen.delivery.wish), StandingWord(words[1]),
      StandingWord(words[0]),
      StandingWord(
        TheirWord(
          id: ID(804), handle: handle.id, conversation: ID(201), kind: .broken,
          saidAt: World.ago(hours: 20)), promise: side.promises[2]),
    ]
    side.conversations[0].posts[0].post.title = "Brakes, again"
    side.conversations[0].posts[0].post.media = [
      Media(
        kind: .image, address: "https://bolha.example/pad.png",
        alternative: "A brake pad, worn to the metal")
    ]
    side.conversations[0].posts[2].post.warning = "Happy noises"
    side.conversations[0].posts[1].post.editedAt = World.ago(hours: 20)
    side.conversations[0].handOvers = [
      HandOver(
        id: ID(711), conversation: ID(201), from: World.alicia.id, to: World.sam.id,
        word: "You know brakes.", at: World.ago(hours: 29))
    ]
    side.revisions = [
      posts[1].id: [
        Revision(
          post: posts[1].id, text: World.said("We are closed on Tuesday."),
          replacedAt: World.ago(hours: 20), by: World.sam.id)
      ]
    ]
    side.reactions = [
      (
        Reaction(kind: .liked, post: posts[1].id, by: handle.id, at: World.ago(hours: 19)),
        posts[1].post
      ),
      (Reaction(kind: .shared, post: ID(1), by: handle.id, at: World.ago(days: 3)), nil),
    ]
    return side
  }

  /// Others speak there as well: one note is about her for certain, the rest are announced.
  private static var withheld: TheirSide {
    var side = side()
    side.conversations[0].withheldNotes = 2
    return side
  }

  static let samples: [Sample] = [
    Sample("their-side", TheirSideScreen(.stranger(typed: "", problem: nil))) { $0.member = nil },
    Sample(
      "their-side-wrong",
      TheirSideScreen(
        .stranger(
          typed: "x",
          problem: Problem(
            .invalid, "Type your handle, your mail address or the address of your page.",
            field: FieldName.typed.rawValue)))
    ) { $0.member = nil },
    Sample(
      "their-side-part",
      TheirSideScreen(
        .stranger(
          typed: "ana",
          problem: Problem(
            .invalid,
            """
            That is only a part of a handle. Write it whole, with its place: @ana@bolha.example on \
            Mastodon, Lemmy and forums, @ana.bsky.social on Bluesky, ana@mail.example for mail. For \
            GitHub, Hacker News and other places, write the address of your page there, such as \
            https://github.com/ana.
            """, field: FieldName.typed.rawValue)))
    ) { $0.member = nil },
    Sample("their-side-proof", ProofScreen(proof: proof)) { $0.member = nil },
    Sample("their-side-not-yet", ProofScreen(proof: proof, isNotYet: true)) { $0.member = nil },
    Sample("their-side-link", ProofLinkScreen(token: "sample")) { $0.member = nil },
    Sample("their-side-link-over", ProofLinkScreen(token: "", isOver: true)) { $0.member = nil },
    Sample("their-side-yours", TheirSideScreen(.proven(side(), problem: nil))) {
      $0.member = nil
    },
    Sample("their-side-held", TheirSideScreen(.proven(side(hold: hold), problem: nil))) {
      $0.member = nil
    },
    Sample("their-side-withheld", TheirSideScreen(.proven(withheld, problem: nil))) {
      $0.member = nil
    },
    Sample("their-side-forget", ForgetScreen()) { $0.member = nil },
  ]
}

extension ErasePersonScreen {
  static let samples: [Sample] = [
    Sample(
      "person-erase",
      ErasePersonScreen(person: ID(401), name: World.ana.name, handles: [TheirSideScreen.handle])),
    Sample(
      "person-erase-held",
      ErasePersonScreen(
        person: ID(401), name: World.ana.name, handles: [TheirSideScreen.handle],
        hold: TheirSideScreen.hold)),
    Sample(
      "person-erase-changed",
      ErasePersonScreen(
        person: ID(401), name: World.ana.name, handles: [TheirSideScreen.handle],
        isAmongOthers: true,
        problem: Problem(
          .conflict,
          "Somebody joined or parted their handles meanwhile. Look once more at who would be erased."
        ))),
    Sample("person-rights", rights(hold: nil, doNotContact: true)),
    Sample("person-held", rights(hold: TheirSideScreen.hold, doNotContact: false)),
    Sample("person-everything", PersonEverythingScreen(export: export)),
    Sample("asked", AskedScreen()),
    Sample("asked-found", AskedScreen(AskedScreen.found(hold: nil))),
    Sample("asked-held", AskedScreen(AskedScreen.found(hold: AskedScreen.hold))),
    Sample("asked-nobody", AskedScreen(AskedScreen.nobody)),
    Sample("asked-erase", AskedEraseScreen(typed: "@ivo@far.example", handle: ID(452))),
  ]

  private static func rights(hold: LegalHold?, doNotContact: Bool) -> PersonScreen {
    var aside = PersonAside(
      person: ID(401), who: World.ana, languages: ["pt", "en"],
      knownAs: [.init(network: World.mastodon, address: World.ana.address)],
      firstWordsAt: World.ago(days: 40), conversations: 2, doNotContact: doNotContact)
    aside.theirWords = TheirSideScreen.words
    var screen = PersonScreen(aside: aside, conversations: [])
    screen.rights = PersonRights(
      person: ID(401), doNotContact: doNotContact, hold: hold, heldBy: "Alicia")
    screen.rights?.isTheirWord = doNotContact
    return screen
  }

  private static let heard = PostRow(
    post: Post(
      id: .first(at: World.ago(hours: 2)), network: World.mastodon, remoteID: RemoteID("4"),
      author: TheirSideScreen.handle.id, conversation: ID(204), direction: .aboutUs,
      receivedAt: World.ago(hours: 2), text: World.said("The corner shop has bells again.")),
    author: TheirSideScreen.handle)

  private static let export = PersonExport(
    organisation: "Corner Bikes", madeAt: World.now, person: TheirSideScreen.person,
    handles: [TheirSideScreen.handle], posts: TheirSideScreen.posts + [heard],
    notes: [
      TeamNote(
        id: ID(701), conversation: ID(201), member: World.sam.id,
        text: "Keep a set of pads aside for her.", at: World.ago(hours: 27))
    ], theirWords: TheirSideScreen.words, holds: [], members: [World.alicia, World.sam],
    tables: [
      StoredTable(name: "handles", columns: ["id"], rows: [[.number(451)]]),
      StoredTable(name: "posts", columns: ["id"], rows: [[.number(1)], [.number(2)]]),
    ])
}

extension VoiceScreen {
  private static func view(_ restrictions: [Restriction]) -> VoiceView {
    var view = VoiceView(
      member: World.sam, restrictions: restrictions, members: [World.alicia, World.sam],
      replies: [
        Reply(
          id: .first(at: World.ago(hours: 28)), conversation: ID(201), inReplyTo: ID(1),
          member: World.sam.id, account: ID(1), text: "The lamp costs 12 euros, tax included.",
          signedText: "", visibility: .public, writtenAt: World.ago(hours: 28),
          delivery: Delivery(status: .delivered, key: "", dueAt: World.ago(hours: 28)))
      ])
    view.mistakes = [TheirSideScreen.mistake]
    view.showsEvidence = true
    view.wroteAgain = [TheirSideScreen.mistake.mistake.id: [MistakesScreen.again]]
    return view
  }

  static let standing = Restriction(
    id: ID(951), concerned: World.sam.id,
    reason: "Told three people prices that were last year's, and again after we talked.",
    by: World.alicia.id, beginsAt: World.ago(days: 2), endsAt: World.now + .days(5))

  static let samples: [Sample] = [
    Sample(
      "voice",
      VoiceScreen(
        view: VoiceView(
          member: World.sam, restrictions: [], members: [World.alicia, World.sam], replies: []))),
    Sample("voice-written", VoiceScreen(view: view([]), typed: standing.reason)),
    Sample("voice-restricted", VoiceScreen(view: view([standing]))),
    Sample("me-restricted", restricted) { $0.member = World.sam },
    Sample("me-restricted-before", restrictedBefore) { $0.member = World.sam },
    Sample("conversation-restricted", ConversationScreen(conversation: .sample)) {
      $0.restriction = (span: standing, by: World.alicia.name)
    },
    Sample(
      "keeping",
      KeepingScreen(
        rules: [
          RetentionRule(
            network: World.mastodon, kind: .privateTalk, days: 90,
            purpose: "Until repairs are out of warranty.")
        ], networks: [World.feeds, World.mastodon], showsNotes: true)),
  ]

  private static let restrictedBefore: MeScreen = {
    var screen = MeScreen(member: World.sam)
    var over = standing
    over.liftedAt = World.ago(hours: 3)
    var voice = view([over])
    voice.showsEvidence = false
    voice.looks = [
      Event(
        id: ID.first(at: World.ago(days: 3)), kind: .voiceLookedAt, member: World.alicia.id,
        other: World.sam.id)
    ]
    screen.voice = voice
    return screen
  }()

  private static let restricted: MeScreen = {
    var screen = MeScreen(member: World.sam)
    screen.voice = view([standing])
    return screen
  }()
}
