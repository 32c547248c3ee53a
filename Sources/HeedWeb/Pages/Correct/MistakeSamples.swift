import HeedDesk
import HeedModel
import HeedNetwork

extension MistakesScreen {
  static let stories = [open.story, fixed.story, failed.story]

  static let samples: [Sample] = [
    Sample("mistakes", MistakesScreen(rows: stories, next: "31")),
    Sample("mistakes-open", MistakesScreen(rows: [open.story, failed.story], isOpen: true)),
    Sample("mistakes-none", MistakesScreen(rows: [])),
    Sample("mistake", MistakeScreen(kept: fixed)),
    Sample("mistake-open", MistakeScreen(kept: open)),
    Sample("mistake-restricted", MistakeScreen(kept: open)) {
      $0.restriction = (span: VoiceScreen.standing, by: World.alicia.name)
    },
    Sample("mistake-observed", MistakeScreen(kept: open)) { $0.member = World.ola },
    Sample("mistake-again", MistakeScreen(kept: reopened)),
    Sample("mistake-page", MistakeScreen(kept: onPage)),
    Sample("mistake-private", MistakeScreen(kept: inPrivate)),
    Sample("mistake-failed", MistakeScreen(kept: failed)),
    Sample("mistake-changed", MistakeScreen(kept: changed)),
    Sample(
      "mistake-conflict",
      MistakeScreen(
        kept: open,
        typed: FixRequest(mistake: ID(31), way: .reply, text: "It is not in the box. Sorry."),
        problem: Problem(.conflict, "\("Sam") has this just now. Your draft is kept."))),
    Sample("mistake-think", thought),
    Sample("conversation-scar", ConversationScreen(conversation: scarred)),
    Sample("mistake-new", NewMistakeScreen(post: ours, told: told, typed: typed)),
    Sample(
      "mistake-new-page",
      NewMistakeScreen(
        problem: Problem(
          .invalid, "Give the address of the page, with https:// in front.", field: "target"))),
    Sample("corrections", CorrectionsScreen(rows: published)) { $0.member = nil },
    Sample("corrections-none", CorrectionsScreen(rows: [])) { $0.member = nil },
  ]

  private static let thought: MistakeScreen = {
    var screen = MistakeScreen(
      kept: open,
      typed: FixRequest(
        mistake: ID(31), way: .apologise,
        text: "It was never our fault. I'll send yours by Friday."))
    screen.look = .sample
    screen.look.offers = [
      PromiseOffer(words: "I'll send yours by Friday.", date: "2026-03-13", isKept: true)
    ]
    return screen
  }()

  /// A conversation with what stays of a mistake in it.
  private static let scarred: OpenConversation = {
    var talk = OpenConversation.sampleLong
    talk.entries = talk.entries.map { entry in
      guard case .post(var post) = entry, post.direction == .ours else { return entry }
      post.canMark = true
      post.scars = [fixed.story, open.story]
      post.mends = ID(31)
      return .post(post)
    }
    talk.person?.touching = [fixed.story]
    talk.person?.wroteAgain = [
      fixed.story.mistake.id: WroteAgain(
        post: again.id, conversation: ID(208), at: again.post.publishedAt)
    ]
    return talk
  }()

  private static let typed: NewMistakeScreen.Typed = {
    var typed = NewMistakeScreen.Typed()
    typed.said = "the charger is in the box"
    return typed
  }()

  static let shop = Handle(
    id: ID(500), network: World.mastodon, remoteID: RemoteID("shop"),
    address: "@cornerbikes@bolha.example", name: "Corner Bikes", isOurs: true)

  private static func handle(_ id: Int64, _ who: Who, knows: Bool = true) -> Handle {
    Handle(
      id: ID(id), network: World.mastodon, remoteID: RemoteID(who.address), address: who.address,
      name: who.name, person: knows ? ID(id + 100) : nil)
  }

  private static func row(
    _ id: Int64, _ text: String, by handle: Handle, minutes: Int64, _ direction: Direction
  ) -> PostRow {
    let at = World.ago(minutes: minutes)
    return PostRow(
      post: Post(
        id: ID(IDLayout.id(at: at, tail: id)), network: World.mastodon,
        remoteID: RemoteID("\(id)"), author: handle.id, conversation: ID(208),
        direction: direction, receivedAt: at, text: World.said(text),
        address: "https://bolha.example/@x/\(id)"),
      author: handle, member: direction == .ours ? World.sam.id : nil)
  }

  private static let ours = row(
    1, "New lights are here, and the charger is in the box. ^SO", by: shop, minutes: 190, .ours)
  private static let told = row(
    2, "The charger is not in the box, I just opened mine.", by: handle(404, World.marek),
    minutes: 171, .toUs)
  static let asks = row(
    3, "Which charger fits then?", by: handle(405, World.rosa), minutes: 169, .toUs)
  static let again = row(
    4, "Thank you for saying so plainly.", by: handle(404, World.marek), minutes: 30, .toUs)
  static let elsewhereOnly = [elsewhereLater]
  private static let elsewhereLater: PostRow = {
    var later = row(
      7, "Do you mend bells, too?", by: handle(404, World.marek), minutes: 12, .toUs)
    later.post.conversation = ID(209)
    return later
  }()
  private static let bystander = row(
    5, "A shop that says it was wrong. Noted.", by: handle(406, World.dev, knows: false),
    minutes: 20, .aside)
  private static let other = row(
    6, "Yes Nils, the charger is in the box. ^AL", by: shop, minutes: 150, .ours)

  private static func marked(_ id: Int64, by noticer: Mistake.Noticer) -> Mistake {
    Mistake(
      id: ID(IDLayout.id(at: World.ago(minutes: 168), tail: id)), member: World.alicia.id,
      post: ours.id, page: nil, words: "We said the charger is in the box. It is not.",
      said: "the charger is in the box", noticedBy: noticer, saidAt: ours.post.publishedAt,
      noticedAt: World.ago(minutes: 171))
  }

  private static func correction(
    _ mistake: Mistake, _ way: Correction.Way, minutes: Int64, done: Bool,
    sending: Correction.Sending? = nil
  ) -> Correction {
    let at = World.ago(minutes: minutes)
    return Correction(
      id: ID(IDLayout.id(at: at, tail: 1)), mistake: mistake.id, member: World.sam.id, way: way,
      post: ours.id, doneAt: done ? at : nil, reply: sending == nil ? nil : ID(77),
      sending: sending)
  }

  private static let ways: [FixWay] = [
    FixWay(way: .edit, does: "bolha.example tells those who passed it on or quoted it."),
    FixWay(
      way: .reply,
      does:
        "It stands below the wrong words, for everybody who reads them there. Those stay as they are."
    ),
    FixWay(way: .apologise, does: "The same, and it says sorry."),
    FixWay(
      way: .delete,
      does:
        "The words go, with every mark on them, and answers to them lose what they answered. Quotes and copies stay, and nobody who saw them is told: so you tell whom it answered.",
      unless: "It answers nobody to whom it could be said. Correct it in a reply instead."),
    FixWay(
      way: .byHand,
      does:
        "For what the desk cannot reach: mend it there yourself, then say here what you did."),
  ]

  private static func kept(
    _ story: MistakeStory, stands: WhereItStands, touched: Touched,
    aftermath: Aftermath = Aftermath(), published: [PublishedCorrection] = [],
    mayPublish: Bool = false
  ) -> KeptMistake {
    var kept = KeptMistake(
      story: story, post: ours, told: told, ways: ways,
      capabilities: Capabilities(
        reply: .always, length: .scalars(limit: 500, address: 23), canEdit: true, canDelete: true),
      stands: stands, touched: touched, aftermath: aftermath, mends: nil, others: [],
      published: published, mayPublish: mayPublish, lastReply: ID(70))
    kept.toEdit = ours.post.text.plain
    return kept
  }

  /// Changed where it stands since it was sent, and still wrong.
  private static let changed: KeptMistake = {
    var changed = failed
    changed.toEdit = nil
    return changed
  }()

  /// Of another network: there no post can be changed.
  private static let elsewhere = FixPlace(
    ways: ways.map { way in
      way.way == .edit
        ? FixWay(way: .edit, does: "", unless: "\("GitHub") does not let posts be changed.") : way
    },
    capabilities: Capabilities(reply: .always, length: .unlimited))

  private static func touched(_ done: Touched.Answerer.Done) -> Touched {
    var touched = Touched(answerers: [
      answerer(told, .told, firstWords: false, done),
      answerer(asks, .asked, firstWords: true, .nothing),
    ])
    touched.leftInPeace = 4
    return touched
  }

  private static func answerer(
    _ row: PostRow, _ act: Touched.Answerer.Act, firstWords: Bool, _ done: Touched.Answerer.Done
  ) -> Touched.Answerer {
    let handle = row.author ?? shop
    return Touched.Answerer(
      handle: handle,
      person: Person(
        id: handle.person ?? ID(1), name: handle.name, firstWordsAt: World.ago(days: 40)),
      act: act, post: row.post, areFirstWords: firstWords, done: done)
  }

  private static let fixed: KeptMistake = {
    let mistake = marked(1, by: .person(told.id))
    let story = MistakeStory(
      mistake, corrections: [correction(mistake, .edit, minutes: 164, done: true)], reopenings: [])
    var after = Aftermath()
    after.wroteAgain = [again, elsewhereLater]
    after.about.conversations = [again.post.conversation]
    after.bystanders = [bystander]
    var fixed = kept(
      story, stands: WhereItStands(original: .changed),
      touched: touched(.written(World.ago(minutes: 160))), aftermath: after, mayPublish: true)
    fixed.exposure = MistakeExposure(wrong: SeenScreen.estimated, right: SeenScreen.sinceFixed)
    fixed.post?.post.text = World.said("New lights are here. The charger is sold apart. ^SO")
    return fixed
  }()

  /// Mended, found wrong again, and not mended since.
  private static let reopened: KeptMistake = {
    let mistake = marked(4, by: .person(told.id))
    let story = MistakeStory(
      mistake, corrections: [correction(mistake, .edit, minutes: 164, done: true)],
      reopenings: [
        MistakeReopening(
          id: ID(IDLayout.id(at: World.ago(minutes: 150), tail: 9)), mistake: mistake.id,
          member: World.sam.id, words: "It is not in the bag either.")
      ])
    var again = kept(
      story, stands: WhereItStands(original: .changedAndStillWrong), touched: touched(.nothing))
    again.exposure = MistakeExposure(wrong: SeenScreen.soFar)
    return again
  }()

  /// On the page of somebody else, told by Marek.
  private static let onPage: KeptMistake = {
    let mistake = Mistake(
      id: ID(IDLayout.id(at: World.ago(minutes: 60), tail: 5)), member: World.alicia.id, post: nil,
      page: "https://guide.example/lights", words: "Their guide quotes our old price.",
      said: "39 euros", noticedBy: .person(told.id), saidAt: nil, noticedAt: World.ago(minutes: 90))
    var stood = kept(
      MistakeStory(mistake, corrections: [], reopenings: []),
      stands: WhereItStands(original: .page), touched: Touched())
    stood.post = nil
    stood.ways = stood.ways.filter { $0.way == .byHand }
    return stood
  }()

  private static let inPrivate: KeptMistake = {
    var kept = open
    kept.post?.post.visibility = .private
    kept.exposure = MistakeExposure(wrong: SeenScreen.estimated)
    return kept
  }()

  private static let open: KeptMistake = {
    let mistake = marked(2, by: .ourselves)
    var stands = WhereItStands(original: .asItWas)
    stands.wasLookedFor = true
    stands.ours = [other]
    var view = kept(
      MistakeStory(mistake, corrections: [], reopenings: []), stands: stands,
      touched: touched(.nothing))
    view.standing = [other.id: elsewhere]
    return view
  }()

  private static let failed: KeptMistake = {
    let mistake = marked(3, by: .person(told.id))
    let sent = correction(
      mistake, .reply, minutes: 160, done: false,
      sending: Correction.Sending(
        status: .failed, trouble: "bolha.example did not take it. Try again later."))
    return kept(
      MistakeStory(mistake, corrections: [sent], reopenings: []),
      stands: WhereItStands(original: .asItWas), touched: touched(.underway))
  }()

  private static let published: [PublishedCorrection] = [
    PublishedCorrection(
      id: ID(IDLayout.id(at: World.ago(hours: 2), tail: 2)), mistake: ID(31), member: World.sam.id,
      kind: .reopened, wrong: "We said the charger is in the box.", right: "",
      address: "https://bolha.example/@x/1"),
    PublishedCorrection(
      id: ID(IDLayout.id(at: World.ago(days: 2), tail: 1)), mistake: ID(31), member: World.sam.id,
      kind: .corrected, wrong: "We said the charger is in the box.",
      right: "It is sold apart, for nine euros.", address: "https://bolha.example/@x/1"),
  ]
}
