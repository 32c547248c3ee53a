import HeedDesk
import HeedModel

extension SecondLookScreen {
  static let samples: [Sample] = [
    Sample("look-asked", SecondLookScreen(kept: kept(asked))) { $0.member = World.sam },
    Sample("look-answered", SecondLookScreen(kept: kept(answered))) { $0.member = World.sam },
    Sample("look-sent", SecondLookScreen(kept: kept(ended(.sent)))) { $0.member = World.sam },
    Sample("look-withdrawn", SecondLookScreen(kept: kept(ended(.withdrawn)))) {
      $0.member = World.sam
    },
    Sample(
      "look-late",
      SecondLookScreen(
        kept: kept(ended(.sent)), typed: ("Ana, we read every one of these.", "Warmer?"),
        problem: Problem(
          .conflict, "It went out already. What you typed stays here to be copied."))
    ) { $0.member = World.sam },
    Sample("look-own", SecondLookScreen(kept: kept(answered))),
    Sample(
      "look-ask",
      AskColleagueScreen(
        conversation: ID(201), partner: World.ana.name, text: Composer.sample.text,
        colleagues: [World.samColleague, Colleague(id: ID(4), name: "Ines", initials: "IN")])),
    Sample(
      "look-ask-nobody",
      AskColleagueScreen(
        conversation: ID(201), partner: World.hostile.name, text: "", colleagues: [],
        problem: Problem(.invalid, "Write something first.", field: "text"))),
    Sample("conversation-looks", ConversationScreen(conversation: open)),
    Sample("today-looks", TodayScreen(line: line)),
  ]

  private static let asked = SecondLook(
    id: ID(IDLayout.id(at: World.ago(minutes: 12), tail: 1)), conversation: ID(201),
    member: World.alicia.id, asked: World.sam.id, question: "Is that too stiff?",
    text: Composer.sample.text, intent: .apologise, language: "en")

  private static let answered: SecondLook = {
    var look = asked
    look.answeredAt = World.ago(minutes: 4)
    look.proposed = """
      Ana, I am sorry: the photo shows a blue door. If yours is another colour, it went astray.

      Either way a new one leaves today.
      """
    look.word = "The sorry belongs first, I think."
    return look
  }()

  private static func ended(_ ending: SecondLook.Ending) -> SecondLook {
    var look = asked
    look.end(ending, at: World.ago(minutes: 2))
    return look
  }

  private static func kept(_ look: SecondLook) -> KeptSecondLook {
    let handle = Handle(
      id: ID(301), network: World.mastodon, remoteID: RemoteID("ana"), address: World.ana.address,
      name: World.ana.name, person: ID(401))
    let post = Post(
      id: ID(IDLayout.id(at: World.ago(minutes: 192), tail: 1)), network: World.mastodon,
      remoteID: RemoteID("801"), author: handle.id, conversation: ID(201), direction: .toUs,
      receivedAt: World.ago(minutes: 192),
      text: World.said("It says delivered, and nobody rang. Does anybody read these?"))
    return KeptSecondLook(
      row: SecondLookRow(
        look: look, handle: handle, writer: World.alicia, asked: World.sam),
      answered: PostRow(post: post, author: handle))
  }

  private static let open: OpenConversation = {
    var open = OpenConversation.sample
    if case .composer(var composer) = open.answer {
      composer.mayAsk = true
      var taken = answered
      taken.id = ID(taken.id.value + 1)
      taken.takenAt = World.ago(minutes: 1)
      var fine = answered
      fine.id = ID(fine.id.value + 2)
      (fine.proposed, fine.word) = (nil, "")
      var waiting = asked
      waiting.id = ID(waiting.id.value + 3)
      composer.secondLooks = [
        SecondLookLine(answered, who: "Sam", isChanged: true), SecondLookLine(fine, who: "Ola"),
        SecondLookLine(waiting, who: World.hostile.name), SecondLookLine(taken, who: "Ines"),
      ]
      open.answer = .composer(composer)
    }
    return open
  }()

  private static let line: WaitingLine = {
    var line = WaitingLine.sample
    line.secondLooks = [
      SecondLookNote(
        look: ID(71), conversation: ID(201), who: "Sam", partner: World.ana.name, isOwn: false,
        at: World.ago(minutes: 12)),
      SecondLookNote(
        look: ID(72), conversation: ID(202), who: "Ola", partner: World.layla.name, isOwn: true,
        at: World.ago(minutes: 3)),
    ]
    if !line.cameBack.isEmpty { line.cameBack[0].isJoiningIn = true }
    return line
  }()
}

extension CameBackScreen {
  static let samples: [Sample] = [
    Sample("came-back", CameBackScreen(rows: [heard, quiet, silent], next: "7")),
    Sample("came-back-none", CameBackScreen(rows: [])),
  ]

  private static func handle(_ id: Int64, _ who: Who, isOurs: Bool = false) -> Handle {
    Handle(
      id: ID(id), network: World.mastodon, remoteID: RemoteID(who.address), address: who.address,
      name: who.name, isOurs: isOurs)
  }

  private static func row(
    _ id: Int64, _ text: String, by handle: Handle, _ ago: Duration,
    _ kinds: Set<Reading.Kind> = []
  ) -> PostRow {
    let at = World.ago(ago)
    var post = Post(
      id: ID(IDLayout.id(at: at, tail: id)), network: World.mastodon,
      remoteID: RemoteID("came-\(id)"), author: handle.id, conversation: ID(208),
      direction: handle.isOurs ? .ours : .toUs, receivedAt: at, text: World.said(text))
    post.reading.kinds = kinds
    return PostRow(post: post, author: handle)
  }

  private static let shop = handle(
    500, Who(name: "Corner Bikes", address: "@cornerbikes@bolha.example"), isOurs: true)

  private static func reception(_ id: Int64, to who: Who, _ text: String, _ ago: Duration)
    -> Reception
  {
    let ours = row(id, text, by: shop, ago)
    let asked = row(id + 1, "Does it fit?", by: handle(id + 300, who), ago + .minutes(9))
    return Reception(
      reply: Reply(
        id: ID(id), conversation: ID(208), inReplyTo: asked.id, member: World.alicia.id,
        account: ID(1), text: text, signedText: text, visibility: .public,
        writtenAt: World.ago(ago),
        delivery: Delivery(
          status: .delivered, key: "k", dueAt: World.ago(ago), post: ours.id)),
      post: ours, asked: asked)
  }

  private static let heard: Reception = {
    var found = reception(
      10, to: World.rosa, "It fits every frame that we sell. The long bolt is for the older ones.",
      .hours(5))
    found.addressed = [
      row(12, "Thank you, it does.", by: handle(310, World.rosa), .hours(4), [.thanks])
    ]
    found.bystanders = [
      row(
        13, "Not mine. What do you do then?", by: handle(320, World.hostile), .hours(2),
        [
          .question, .complaint,
        ])
    ]
    return found
  }()

  private static let quiet = reception(
    20, to: World.layla, "We open at nine on Monday.", .hours(9))
  private static let silent = reception(30, to: World.nils, "It left us on Friday.", .hours(24 * 9))
}
