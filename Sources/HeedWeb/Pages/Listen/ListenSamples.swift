import HeedDesk
import HeedModel
import HeedTopics

extension Message {
  /// What the desk says of a query.
  fileprivate static func explaining(_ query: String) -> Message {
    (try? TopicQuery(query)).map { Message($0.explanation) } ?? ""
  }
}

extension HeardRow {
  static let samples = [
    HeardRow(
      post: ID(901), who: World.nils, network: World.mastodon,
      words: "corner bikes fixed my brakes while I waited, no fuss", at: World.ago(.seconds(20)),
      kinds: [.praise], address: "https://fjord.example/@nils/901"),
    HeardRow(
      post: ID(902), who: Who(name: "hkl", address: "@hkl@fjord.example"),
      network: World.mastodon, words: "does anyone know if corner bikes does e-bikes now?",
      at: World.ago(.seconds(41)), kinds: [.question]),
    HeardRow(
      post: ID(903), who: World.ana, network: World.mastodon,
      words: "Third time order 2201 says “delivered” and there is nothing at my door.",
      at: World.ago(minutes: 192), direction: .toUs, kinds: [.complaint],
      conversation: ID(201)),
    HeardRow(
      post: ID(904), who: World.layla, network: World.feeds,
      words: "محل الدراجات في الزاوية يصلح كل شيء بنفسه.", warning: nil, at: World.ago(hours: 9),
      language: "ar"),
    HeardRow(
      post: ID(905), who: World.hostile, network: World.mastodon,
      words: "<img src=x onerror=alert(1)> & \"quotes\"", warning: "'\"><b>",
      at: World.ago(days: 3),
      address: "javascript:alert(1)"),
  ]
}

extension Volume {
  static let sample = Volume(
    from: World.ago(days: 30), step: .days(1),
    counts: [
      3, 5, 2, 0, 1, 4, 7, 6, 3, 2, 5, 8, 4, 3, 2, 6, 9, 22, 14, 7, 5, 4, 3, 6, 5, 4, 2, 3, 7, 6,
    ],
    positive: [
      1, 2, 1, 0, 0, 2, 3, 1, 1, 1, 2, 4, 1, 0, 1, 2, 1, 2, 1, 2, 2, 1, 1, 3, 2, 1, 0, 1, 3, 2,
    ],
    negative: [
      0, 1, 0, 0, 1, 0, 1, 2, 0, 0, 1, 1, 1, 2, 0, 1, 5, 16, 9, 3, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1,
    ])
}

extension Rising {
  static let samples = [
    Rising(word: "recall", posts: 31, usual: 0), Rising(word: "brakes", posts: 44, usual: 6),
    Rising(word: "استدعاء", posts: 7, usual: 0), Rising(word: "<b>loud</b>", posts: 5, usual: 1),
  ]
}

extension SpikeRow {
  static let sample = SpikeRow(
    id: ID(501), topic: TopicName(id: ID(301), name: "Corner Bikes"), at: World.ago(minutes: 50),
    posts: 44, usual: 2, words: ["recall", "brakes"], first: Array(HeardRow.samples.prefix(2)))
}

extension TopicPreview {
  /// With what its posts have in common, and topics that caught some of them.
  static let sample: TopicPreview = {
    var preview = TopicPreview(
      explanation: .explaining("\"corner bikes\" OR #cornerbikes"),
      rows: Array(HeardRow.samples.prefix(2)), matches: .about(160, judgedBy: 48, within: .days(9)),
      volume: .sample)
    preview.asked = "\"corner bikes\" OR #cornerbikes"
    preview.suggestions = ["brakes", "repair"]
    preview.overlaps = [(TopicName(id: ID(302), name: "<Brakes>"), 12)]
    return preview
  }()
}

extension QueryError {
  static let sample = QueryError(
    query: "corner NEAR/x bikes", offset: 7, length: 6,
    text: "NEAR wants to know how many words apart, as in NEAR/5.",
    repair: "corner NEAR/5 bikes")
}

extension HeardScreen {
  static let samples = [
    Sample(
      "heard",
      HeardScreen(
        rows: HeardRow.samples, filter: HeardFilter(kind: .question),
        choices: Choices(
          networks: [World.mastodon, World.feeds],
          topics: [TopicName(id: ID(301), name: "Corner Bikes")], languages: ["en", "pt", "ar"]),
        volume: .sample, next: "905")),
    Sample(
      "heard-spike",
      HeardScreen(
        rows: HeardRow.samples, volume: .sample, rising: Rising.samples,
        spikes: [.sample])),
    Sample("heard-nothing", HeardScreen(rows: [])),
    Sample("heard-no-match", HeardScreen(rows: [], filter: HeardFilter(kind: .thanks))),
    Sample("heard-new", HeardScreen(rows: [], hasSources: false)),
  ]
}

extension TopicsScreen {
  static let samples = [
    Sample(
      "topics",
      TopicsScreen(rows: [
        TopicRow(
          id: ID(301), name: "Corner Bikes", query: "\"corner bikes\" OR #cornerbikes",
          matches: 161, lastAt: World.ago(.seconds(20)), share: 98.2),
        TopicRow(id: ID(302), name: "<Brakes>", query: "brake* NEAR/5 squeal*", matches: 1),
        TopicRow(id: ID(303), name: "Sundays", query: "open sunday lang:en", matches: 0),
      ])),
    Sample("topics-none", TopicsScreen(rows: [])),
    Sample(
      "topic",
      TopicScreen(
        id: ID(301), name: "Corner Bikes", query: "\"corner bikes\" OR #cornerbikes",
        explanation: .explaining("\"corner bikes\" OR #cornerbikes"),
        addedBy: "Sam", addedAt: World.ago(days: 90), rows: HeardRow.samples, volume: .sample,
        rising: Rising.samples, spikes: [.sample],
        places: [
          Share(name: "Mastodon", value: World.mastodon.rawValue, posts: 120),
          Share(name: "Feeds", value: World.feeds.rawValue, posts: 41),
        ],
        languages: [
          Share(name: "English", value: "en", posts: 101),
          Share(name: "Portuguese", value: "pt", posts: 60),
        ], kinds: [Share(name: "Question", value: "question", posts: 52)], matches: 161)),
    Sample("topic-narrowed", TopicScreen.narrowed),
    Sample("topic-past", TopicScreen.sought),
    Sample(
      "topic-write",
      TopicFormScreen(
        name: "Corner Bikes", query: "\"corner bikes\" OR #cornerbikes",
        preview: .sample)),
    Sample(
      "topic-wrong",
      TopicFormScreen(
        id: ID(301), name: "Corner Bikes", query: QueryError.sample.query,
        preview: TopicPreview(error: .sample),
        problem: Problem(.invalid, QueryError.sample.text, field: FieldName.query.rawValue))),
    Sample("topic-cut-off", TopicFormScreen(query: "kind:praise", preview: .cutOff)),
    Sample("topic-new", TopicFormScreen()),
    Sample("topic-remove", ConfirmScreen(subject: .topic(ID(301), name: "Corner Bikes"))),
  ]
}

extension TopicPreview {
  /// No index helps, so that looking ended early.
  static let cutOff: TopicPreview = {
    var preview = TopicPreview(
      explanation: .explaining("kind:praise"), rows: Array(HeardRow.samples.prefix(1)),
      volume: .sample)
    preview.asked = "kind:praise"
    preview.since = (World.ago(days: 11), 7, "905")
    return preview
  }()
}

extension TopicScreen {
  /// Its plots show one language, and its query was another one before.
  static let narrowed: TopicScreen = {
    var screen = TopicScreen(
      id: ID(301), name: "Corner Bikes", query: "\"corner bikes\" OR #cornerbikes",
      explanation: .explaining("\"corner bikes\" OR #cornerbikes"),
      addedAt: World.ago(days: 90), rows: HeardRow.samples, volume: .sample,
      languages: [
        Share(name: "English", value: "en", posts: 101),
        Share(name: "Portuguese", value: "pt", posts: 60),
      ], matches: 161)
    screen.narrowed = HeardFilter(language: "pt")
    screen.earlier = [
      EarlierCount(version: 2, posts: 44, from: World.ago(days: 40), to: World.ago(days: 12)),
      EarlierCount(version: 1, posts: 1, from: World.ago(days: 60), to: World.ago(days: 60)),
    ]
    return screen
  }()

  /// Its past is still looked for.
  static let sought: TopicScreen = {
    var screen = TopicScreen(
      id: ID(303), name: "Sundays", query: "open sunday lang:en",
      explanation: .explaining("open sunday lang:en"), addedAt: World.ago(.seconds(20)),
      rows: [], matches: 0)
    let reached = IDLayout.id(at: World.ago(days: 11), tail: 0)
    screen.past = TopicPast(topic: ID(303), version: 1, after: String(reached))
    return screen
  }()
}

extension AccountRow {
  static let samples = [
    AccountRow(
      id: ID(101), network: World.mastodon, address: "@cornerbikes@bolha.example",
      server: "bolha.example"),
    AccountRow(
      id: ID(102), network: World.mastodon, address: "@alicia@fjord.example",
      server: "fjord.example", owner: "Alicia", custom: .none,
      trouble: "\("fjord.example") no longer lets this account in.\("" as Message) Sign in again.",
      isYours: true, signsInAt: "fjord.example"),
  ]
}

extension OfferRow {
  static let mailbox = OfferRow(
    network: NetworkName("mail"), kind: "inbox", target: "help@cornerbikes.example",
    name: "Mail to \("help@cornerbikes.example")",
    asks: """
      Once you go on, \("cornerbikes.example") is asked where its mail is kept, and you for its password.
      """,
    can: """
      For a mailbox of yours: what people write to it, and answers from here. What passes there \
      stays between whoever wrote and those who answer.
      """, signsIn: SignIn(server: "help@cornerbikes.example"))

  /// A place that may be ours to run.
  private static let place: OfferRow = {
    var row = OfferRow(
      network: NetworkName("github"), kind: "repository", target: "cornerbikes/shop",
      name: "Issues and comments of \("cornerbikes/shop") on \("GitHub")",
      asks: "\("GitHub") is asked for what is new in this repository, again and again.",
      can: "Public issues, pull requests and their comments, changed ones too.")
    row.canBeOurs = true
    return row
  }()

  static let samples = [
    place,
    OfferRow(
      network: World.mastodon, kind: "tag", target: "bolha.example#cornerbikes",
      name: "Posts with #cornerbikes on bolha.example",
      asks: "The word “\("cornerbikes")” is asked of \("bolha.example"), again and again.",
      can: """
        Public posts with this hashtag, as far as \("bolha.example") knows them. To answer, sign in \
        with an account.
        """),
    OfferRow(
      network: World.feeds, kind: "feed", target: "https://cornerbikes.example/comments.xml",
      name: "Comments on Corner Bikes",
      asks: """
        The address \("https://cornerbikes.example/comments.xml") is asked, without a name and \
        without cookies.
        """,
      can: """
        New comments, as often as the feed itself suggests. Nothing can be answered from here: open \
        the page.
        """, isTaken: true),
  ]
}

extension SourcesScreen {
  static let samples = [
    Sample(
      "sources",
      SourcesScreen(
        sources: [
          SourceRow(
            id: ID(151), name: "Mentions of @cornerbikes", network: World.mastodon,
            account: "@cornerbikes@bolha.example", askedAt: World.ago(.seconds(30)),
            heardAt: World.ago(minutes: 12)),
          SourceRow(
            id: ID(152), name: "Comments on Corner Bikes", network: World.feeds,
            askedAt: World.ago(minutes: 9),
            trouble: """
              The site finds nothing at \("https://cornerbikes.example/comments.xml"). \
              \("What was heard before is kept." as Message) It is asked again; if it stays so, \
              look for the feed's new address.
              """,
            troubleSince: World.ago(hours: 5), canBeOurs: true),
          SourceRow(
            id: ID(156), name: "Issues and comments of \("cornerbikes/shop") on \("GitHub")",
            network: NetworkName("github"), askedAt: World.ago(minutes: 1),
            heardAt: World.ago(minutes: 40), canBeOurs: true, isOurs: true),
          SourceRow(
            id: ID(153), name: "Posts with #\("bikes") on \("pol.example")",
            network: World.mastodon,
            pausedAt: World.ago(days: 2)),
          SourceRow(id: ID(154), name: "Practice", network: World.practice),
          SourceRow(
            id: ID(155), name: "Mail to \("help@cornerbikes.example")",
            network: NetworkName("mail"),
            askedAt: World.ago(.seconds(40)), heardAt: World.ago(minutes: 3),
            setAside: """
              \("One mail could not be fetched: its server has it, and breaks off or refuses when it is asked for it." as Message) \
              All others are heard, and these are asked for again by themselves. Your mail program may show them.
              """),
        ], accounts: AccountRow.samples)),
    Sample("source-new", NewSourceScreen()),
    Sample("source-offers", NewSourceScreen(typed: "corner bikes", offers: OfferRow.samples)),
    Sample(
      "source-connects",
      NewSourceScreen(typed: "help@cornerbikes.example", offers: [OfferRow.mailbox])),
    Sample(
      "source-nothing-there",
      NewSourceScreen(
        typed: "https://cornerbikes.example/fed", offers: [OfferRow.samples[1]],
        trouble: "Nothing stands at \("https://cornerbikes.example/fed") (\(404)).")),
    Sample(
      "source-no-offers",
      NewSourceScreen(
        typed: "htp://corner", offers: [],
        problem: Problem(
          .invalid, "That is no web address. It has to begin with http:// or https://.",
          field: FieldName.typed.rawValue))),
    Sample("source-remove", ConfirmScreen(subject: .source(ID(152), name: "Comments"))),
    Sample(
      "account-new",
      {
        var screen = NewAccountScreen(networks: [World.mastodon, World.practice])
        screen.askingNothing = [World.practice]
        return screen
      }()),
    Sample(
      "account-nothing",
      AccountStepScreen(
        network: World.practice, server: "",
        explanation: """
          You will speak as Corner Bikes, an invented bicycle shop, with people who are invented \
          too. No password is needed.
          """,
        answer: .nothing, state: "sealed")),
    Sample(
      "account-step",
      AccountStepScreen(
        network: World.mastodon, server: "bolha.example",
        explanation: """
          \("bolha.example") asks you whether the desk may read and write for this account.
          """,
        address: "https://bolha.example/oauth/authorize?client_id=1", answer: .code,
        state: "sealed")),
    Sample(
      "account-token",
      AccountStepScreen(
        network: NetworkName("github"), server: "github.com",
        explanation: "Paste a token of the account.",
        answer: .token, state: "sealed",
        problem: Problem(
          .invalid, "\("practice.example") does not take this token. Sign in again.",
          field: FieldName.token.rawValue))),
    Sample(
      "account-password",
      AccountStepScreen(
        network: NetworkName("mail"), server: "help@shop.example",
        explanation: """
          Mail of \("help@shop.example") is fetched from \("imap.shop.example:993") and sent through \
          \("smtp.shop.example:465"), both encrypted. Give its password; where the provider has app \
          passwords, make one for this desk.
          """,
        answer: .password, state: "sealed")),
    Sample(
      "account-both",
      AccountStepScreen(
        network: World.mastodon, server: "bolha.example",
        explanation: """
          \("bolha.example") asks you whether the desk may read and write for this account.
          """,
        address: "https://bolha.example/oauth/authorize?client_id=1", answer: .redirect,
        takesToken: true, state: "sealed")),
    Sample(
      "account-returned",
      AccountReturnScreen(server: "bolha.example", code: "7f3a", state: "sealed")),
    Sample(
      "account-refused",
      AccountReturnScreen(
        server: "bolha.example", code: "", state: "",
        failure: "bolha.example says that you declined.")),
    Sample(
      "account",
      AccountScreen(
        account: AccountRow.samples[1], houseRules: "Be kind. No advertising.",
        answerers: [
          AccountScreen.Answerer(colleague: World.you, answers: true),
          AccountScreen.Answerer(colleague: World.samColleague, answers: false),
        ])),
    Sample(
      "account-remove",
      ConfirmScreen(subject: .account(ID(101), name: "@cornerbikes@bolha.example"))),
  ]
}

extension ReadingScreen {
  static let samples = [
    Sample(
      "reading",
      ReadingScreen(
        post: ID(801), who: World.ana,
        words: "Third time order 2201 says “delivered” and there is nothing at my door.",
        reading: read.reading, reasons: read, languages: ["en", "pt", "de"],
        conversation: ID(201))),
    Sample(
      "reading-corrected",
      ReadingScreen(
        post: ID(801), who: World.ana,
        words: "Third time order 2201 says “delivered” and there is nothing at my door.",
        reading: Reading(
          language: "en", tone: .negative, kinds: [.complaint, .correction], by: Reading.member,
          sureness: 1), reasons: read, languages: ["en", "pt", "de"], conversation: ID(201),
        canUndo: true)),
    Sample(
      "reading-theirs",
      ReadingScreen(
        post: ID(801), who: World.ana,
        words: "Third time order 2201 says “delivered” and there is nothing at my door.",
        reading: Reading(
          language: "en", tone: .neutral, kinds: [.question], by: Reading.them, sureness: 1),
        reasons: read, languages: ["en", "pt", "de"], conversation: ID(201))),
  ]

  private static let read = ReadingReasons(
    reading: Reading(
      language: "en", tone: .negative, kinds: [.complaint], by: "trained-1", sureness: 0.64),
    surenessOfLanguage: 0.99, surenessOfTone: 0.64, surenessOfKind: 0.8, strength: -0.5,
    words: ["nothing", "Third"])
}

extension HowWeReadScreen {
  static let samples = [
    Sample(
      "how-we-read",
      HowWeReadScreen(
        quality: told,
        languages: [
          .language: ["en", "de", "pt"], .tone: ["en", "de", "pt", "fr"], .kind: ["en"],
        ], off: [])),
    Sample(
      "how-we-read-new",
      HowWeReadScreen(quality: ReadingQuality(), languages: [:], off: [.tone])),
  ]

  private static var told: ReadingQuality {
    var told = ReadingQuality()
    told.posts = 40
    told.right = [.language: 38, .tone: 27, .kind: 24]
    told.unknown = [.language: 2, .tone: 3]
    return told
  }
}

extension SetUpScreen {
  static let samples = [
    Sample("welcome", WelcomeScreen()) { $0.member = nil },
    Sample("set-up", SetUpScreen(token: "sample")) { $0.member = nil },
    Sample(
      "set-up-heard",
      {
        var screen = SetUpScreen(
          token: "sample", typed: "corner bikes", listening: [OfferRow.samples[2]],
          offers: [OfferRow.samples[1], .mailbox], heard: Array(HeardRow.samples.prefix(2)),
          organisation: "Corner Bikes",
          problem: Problem(
            .invalid, "Use ten characters or more. A few words in a row are fine.",
            field: FieldName.password.rawValue))
        screen.invented = [World.practice]
        return screen
      }()
    ) { $0.member = nil },
  ]
}
