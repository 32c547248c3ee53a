import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// The web interface over a whole desk, asked without a socket.
///
/// On the desk: public talk of Ana, a word about the shop by Otto, and what Paul wrote in private, with what Alicia
/// noted, drafted, hung on and answered there. Carla, the observer and Nora, a lead, do not answer what is private.
struct WebDesk {
  static let password = TestDesk.password
  /// Words that stand in what is private and nowhere else.
  static let secrets = [
    "zwetschgenkuchen", "paulssecret", "notensecret", "draftsecret", "queuedsecret",
    "answeredsecret", "picturesecret", "proposedsecret",
  ]
  static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]

  let test: TestDesk
  let live: LiveFeed
  let nora: Viewer
  var desk: Desk { test.desk }

  let open: Filling
  let hidden: Filling
  /// A conversation about us, taken up by nobody.
  let aboutUs: ID<Post>

  let logger: Logger

  init(logger: Logger = TestDesk.quiet) async throws {
    self.logger = logger
    test = try await TestDesk(seed: 7, logger: logger)
    live = LiveFeed(desk: test.desk)
    let desk = test.desk
    let member = try await desk.addMember(
      name: "Nora", email: "nora@desk.example", password: Self.password, role: .lead)
    nora = Viewer(member: member.id, role: .lead)
    let topic = try await desk.saveTopic(nil, name: "Cakes", query: "cake OR shop", by: test.lead)
    let invitation = try await desk.invite(.member, by: test.lead)

    try await test.says(
      "You might ask the shop on the corner.", id: "about", by: "otto", toUs: false)
    aboutUs = try await test.post("about").id
    // As the first look of any member does: the desk makes its own key of pushes.
    _ = try await desk.tellingWays(for: test.lead)
    var open = try await Self.talk(
      test, "q", by: "ana", viewer: test.lead, visibility: .public, topic: topic,
      invitation: invitation)
    var hidden = try await Self.talk(
      test, "p", by: "paulssecret", viewer: test.alicia, visibility: .private, topic: topic,
      invitation: invitation)
    // Last, so that nothing moves the clock past their undo window.
    open.reply = try await Self.queue("Also until six.", in: open, test, test.lead)
    hidden.reply = try await Self.queue("queuedsecret", in: hidden, test, test.alicia)
    (open.look, open.ownLook) = try await Self.looks(
      in: open, test, test.lead, draft: "Open, Ana.", proposed: "Until six, sorry.")
    (hidden.look, hidden.ownLook) = try await Self.looks(
      in: hidden, test, test.alicia, draft: "A zwetschgenkuchen.", proposed: "proposedsecret")
    self.open = open
    self.hidden = hidden
  }

  private static func queue(
    _ text: String, in filling: Filling, _ test: TestDesk, _ viewer: Viewer
  ) async throws -> ID<Reply> {
    let draft = try await test.store.read {
      try $0.draft(of: filling.conversation, by: viewer.member)
    }
    let reply = try await test.desk.send(
      ReplyRequest(
        conversation: filling.conversation, inReplyTo: filling.post, text: text, anyway: true),
      by: viewer)
    // Sending takes the draft with it; here both are wanted.
    if let draft { try await test.desk.save(draft, by: viewer) }
    return reply.id
  }

  /// Bruno asks the viewer about a draft of his, and answered what they asked him about theirs.
  private static func looks(
    in filling: Filling, _ test: TestDesk, _ viewer: Viewer, draft: String, proposed: String
  ) async throws -> (ID<SecondLook>, ID<SecondLook>) {
    let desk = test.desk
    try await desk.save(
      Draft(
        member: test.bruno.member, conversation: filling.conversation, text: draft,
        savedAt: test.clock.now()), by: test.bruno)
    let asked = try await desk.ask(
      viewer.member, toLookAtDraftOf: filling.conversation, question: "", by: test.bruno)
    let own = try await desk.ask(
      test.bruno.member, toLookAtDraftOf: filling.conversation, question: "", by: viewer)
    try await desk.answer(own.id, proposing: proposed, word: "", by: test.bruno)
    return (asked.id, own.id)
  }

  /// One conversation with everything in it: their words, a reply that went out, one that waits, a note, a draft with
  /// a picture.
  private static func talk(
    _ test: TestDesk, _ id: String, by author: String, viewer: Viewer, visibility: Visibility,
    topic: ID<Topic>, invitation: String
  ) async throws -> Filling {
    let desk = test.desk
    let isPrivate = visibility == .private
    func words(_ secret: String, _ plain: String) -> String { isPrivate ? secret : plain }
    let conversation = try await test.says(
      words("My zwetschgenkuchen burnt.", "Is the shop open?"), id: id, by: author,
      visibility: visibility)
    let answer = try await desk.send(
      ReplyRequest(
        conversation: conversation, text: words("answeredsecret", "Until six."), anyway: true),
      by: viewer)
    test.clock.advance(by: .seconds(11))
    try await deliver(desk)
    _ = try await desk.keepPromise(
      PromiseWish(words: words("answeredsecret", "Until six"), dueAt: test.clock.now() + .hours(2)),
      from: answer.id, by: viewer)
    test.clock.advance(by: .minutes(1))
    try await test.says(
      words("And the zwetschgenkuchen?", "And tomorrow?"), id: id + "2", by: author,
      parent: RemoteID(id), visibility: visibility)
    try await desk.note(conversation, text: words("notensecret", "Ask Bruno."), by: viewer)
    try await desk.save(
      Draft(
        member: viewer.member, conversation: conversation, text: words("draftsecret", "Well,"),
        savedAt: test.clock.now()), by: viewer)
    let upload = try await desk.upload(
      Self.png, type: "image/png", alternative: words("picturesecret", "A cake"), to: conversation,
      by: viewer)
    let store = test.store
    let theirs = try await test.post(id)
    let note = try await store.read { try $0.notes(of: conversation, for: viewer).first?.id }
    let ours = try await store.read { try $0.thread(conversation, for: viewer) }
      .first { $0.post.direction == .ours }?.id
    let person = try await store.read { tx in
      try theirs.author.flatMap { try tx.handles([$0]).first?.person }
    }
    let mistake = try await desk.mark(
      MistakeReport(
        post: ours, words: words("answeredsecret was wrong.", "It was until five.")),
      by: viewer)
    let (join, wish) = try await known(
      person: try #require(person), conversation, theirs.id, author: author, test, viewer,
      visibility)
    try await desk.saveHouseRule(
      nil, kind: .fact, title: "Ovens", words: "They are hot.", query: "oven*", by: test.lead)
    let rule = try await store.read { try $0.houseRules().last?.id }
    let promise = try await store.read { try $0.promises(of: answer.id).first?.id }
    let other = try await desk.invitation(token: desk.invite(.observer, by: test.lead))
    return Filling(
      conversation: conversation, post: theirs.id, ours: try #require(ours), mistake: mistake.id,
      reply: ID(0), rule: try #require(rule), promise: try #require(promise),
      note: try #require(note), upload: upload.id, person: try #require(person),
      handle: try #require(theirs.author), topic: topic, source: test.source,
      account: test.account, member: test.bruno.member, token: invitation,
      session: try await desk.open(for: test.lead.member, awaitsSecondFactor: false).session.id,
      also: try #require(try await test.post("also" + author).author), join: join, wish: wish.wish,
      voice: wish.voice, otherWish: wish.other,
      wishJoin: wish.join, invitation: try #require(other).id)
  }

  /// They said that another handle is theirs, and what they asked for was gathered: two wishes, a third counts with one.
  private static func known(
    person: ID<Person>, _ conversation: ID<Conversation>, _ post: ID<Post>, author: String,
    _ test: TestDesk, _ viewer: Viewer, _ visibility: Visibility
  ) async throws -> (
    ID<HandleJoin>, (wish: ID<Wish>, voice: ID<WishVoice>, other: ID<Wish>, join: ID<WishJoin>)
  ) {
    let desk = test.desk
    try await test.says(
      visibility == .private ? "zwetschgenkuchen as well" : "Me again.", id: "also" + author,
      by: author + "also", visibility: visibility)
    try await desk.joinByWord(of: person, with: author + "also@fake.example", by: viewer)
    let also = try #require(try await test.post("also" + author).author)
    let join = try #require(try await test.store.read { try $0.joins(of: [also]).first?.id })
    let title = visibility == .private ? "zwetschgenkuchen" : "Cakes on Sunday"
    var wishes: [ID<Wish>] = []
    for number in 0..<3 {
      wishes.append(
        try await desk.gather(
          post, to: nil, title: "\(title) \(number)", kind: .wish, by: viewer))
    }
    let (wish, other, third) = (wishes[0], wishes[1], wishes[2])
    try await desk.joinWish(third, into: other, by: viewer)
    let voice = try await test.store.read {
      try $0.voices(of: wish, toldSince: nil, PageRequest(), for: viewer).rows.first?.id
    }
    let standing = try await test.store.read { try $0.wishJoin(standing: third)?.id }
    return (join, (wish, try #require(voice), other, try #require(standing)))
  }

  /// Lets the outbox look once, and waits for what it began.
  static func deliver(_ desk: Desk) async throws {
    let outbox = Outbox(desk: desk, isOnlyProcess: true)
    let lanes = OutboxLanes()
    let failure = await withDiscardingTaskGroup { group -> (any Error)? in
      do {
        try await outbox.look(isStart: false, lanes, &group)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// Opens the desk to browsers.
  func serve<Value: Sendable>(
    isSecure: Bool = false, trustsProxy: Bool = false,
    _ body: @Sendable (any TestClientProtocol) async throws -> Value
  ) async throws -> Value {
    try await Self.serve(
      desk, live, isSecure: isSecure, trustsProxy: trustsProxy, logger: logger, body)
  }

  static func serve<Value: Sendable>(
    _ desk: Desk, _ live: LiveFeed, isSecure: Bool = false, trustsProxy: Bool = false,
    logger: Logger = TestDesk.quiet,
    _ body: @Sendable (any TestClientProtocol) async throws -> Value
  ) async throws -> Value {
    let server = WebServer(
      desk: desk, live: live,
      configuration: WebConfiguration(
        host: "127.0.0.1", port: 8080, trustsProxy: trustsProxy, isSecure: isSecure),
      logger: logger)
    return try await Application(router: server.router(), logger: logger).test(.router, body)
  }

  func browser(_ client: any TestClientProtocol, as name: String?) async throws -> Browser {
    let browser = Browser(client)
    if let name { try await browser.signIn(name, password: Self.password) }
    return browser
  }

  /// What stands before others, or is on its way there.
  func said() async throws -> [String] {
    try await dump().filter { line in
      ["posts", "replies", "revisions", "corrections", "published_corrections", "published_deeds"]
        .contains { line.hasPrefix("\($0): ") }
    }
  }

  /// Everything that is stored, as text: two of them differ when anything was changed.
  func dump() async throws -> [String] {
    try await test.database.read { sql in
      let tables = try sql.rows(
        """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
          AND name NOT LIKE 'post_terms%' ORDER BY name
        """)
      return try tables.flatMap { table -> [String] in
        guard case .text(let name) = table.values[0] else { return [] }
        return try sql.rows("SELECT * FROM \(name)").map { "\(name): \($0.values)" }.sorted()
      }
    }
  }
}

/// The records that fill the varying parts of an address.
struct Filling: Sendable {
  var conversation: ID<Conversation>
  /// Theirs.
  var post: ID<Post>
  var ours: ID<Post>
  /// In ours.
  var mistake: ID<Mistake>
  /// On its way.
  var reply: ID<Reply>
  var rule: ID<HouseRule>
  /// In what went out.
  var promise: ID<Promise>
  var note: ID<TeamNote>
  var upload: ID<Upload>
  var person: ID<Person>
  var handle: ID<Handle>
  var topic: ID<Topic>
  var source: ID<Source>
  var account: ID<Account>
  var member: ID<Member>
  var token: String
  /// Lena's, in another browser.
  var session: ID<Session>
  /// Joined to theirs.
  var also: ID<Handle> = ID(1)
  var join: ID<HandleJoin> = ID(1)
  var wish: ID<Wish> = ID(1)
  var voice: ID<WishVoice> = ID(1)
  /// One that counts for itself, too, and the join by which a third counts with it.
  var otherWish: ID<Wish> = ID(1)
  var wishJoin: ID<WishJoin> = ID(1)
  /// Out still, and no one's.
  var invitation: ID<Invitation> = ID(1)
  /// Asked of whoever the desk is filled by, and asked by them and answered.
  var look: ID<SecondLook> = ID(1)
  var ownLook: ID<SecondLook> = ID(1)

  func path(_ pattern: Route.Pattern) -> String {
    pattern.filled(with: pattern.names.map { value($0, pattern) })
  }

  private func value(_ name: String, _ pattern: Route.Pattern) -> String {
    switch name {
    case "conversation": conversation.description
    case "post":
      switch pattern {
      case .editPostForm, .editPost, .lookAtEdit, .deletePostForm, .deletePost, .seen:
        ours.description
      default: post.description
      }
    case "look":
      switch pattern {
      case .secondLook, .answerSecondLook: look.description
      default: ownLook.description
      }
    case "promise": promise.description
    case "rule": rule.description
    case "reply": reply.description
    case "mistake": mistake.description
    case "note": note.description
    case "upload": upload.description
    case "person": person.description
    case "handle": handle.description
    case "topic": topic.description
    case "source": source.description
    case "account": account.description
    case "member": member.description
    case "invitation": invitation.description
    case "token": token
    case "session": session.description
    case "join": join.description
    case "wish": wish.description
    case "voice": voice.description
    case "wishJoin": wishJoin.description
    case "index": "0"
    case "hash": PublicFiles.hash
    case "file": "heed.css"
    case "sample": Storybook.all.first?.name ?? ""
    default: "?"
    }
  }

  /// The same address with records that do not exist.
  static func unknown(_ pattern: Route.Pattern) -> String {
    pattern.filled(with: pattern.names.map { _ in "4611686018427387904" })
  }
}
