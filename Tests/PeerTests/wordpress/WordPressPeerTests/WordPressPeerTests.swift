import Foundation
import HeedModel
import HeedNetwork
import HeedWire
import Testing
import WordPressNetwork

/// Our network against a site as Debian packs it.
@Suite(.serialized, .enabled(if: WordPressPeer.isThere)) struct WordPressPeerTests {
  let peer: WordPressPeer
  let wire: HTTPWire
  let people: People
  let wordPress: WordPressNetwork

  init() throws {
    peer = try #require(WordPressPeer.told)
    wire = try WordPressPeer.plug(peer)
    people = People(peer: peer, wire: wire)
    wordPress = WordPressNetwork(wire: wire, clock: PeerClock(), settling: .zero)
  }

  func signIn(_ key: String) async throws -> AccountAccess {
    let step = try await wordPress.begin(
      at: peer.address, desk: DeskAddress(base: "https://desk.example", isPublic: true))
    let signedIn = try await wordPress.finish(step, with: .code(key))
    return AccountAccess(
      id: ID(1), server: signedIn.server, remoteID: signedIn.handle.remoteID,
      address: signedIn.handle.address, credentials: signedIn.credentials)
  }
  func editor() async throws -> AccountAccess { try await signIn(person("edith")) }
  func person(_ name: String) throws -> String { try #require(peer.people[name]) }

  func hear(_ access: AccountAccess?, since cursor: String? = nil, at root: String? = nil)
    async throws -> Heard
  {
    try await wordPress.listen(
      to: ListeningSource(
        id: ID(1), kind: WordPressNetwork.comments, target: root ?? "\(peer.address)/wp-json/",
        cursor: cursor, account: access))
  }

  func message(_ words: String, to post: RemotePost) -> OutgoingMessage {
    OutgoingMessage(
      key: UUID().uuidString, text: words, inReplyTo: post.reference,
      firstTriedAt: PeerClock().now())
  }

  @Test func itIsFoundByAnyOfItsAddresses() async throws {
    for typed in [peer.address, "\(peer.address)/?p=1", "\(peer.address)/sample-page/"] {
      let offers = try await wordPress.offers(for: typed)
      #expect(offers.map(\.target) == ["\(peer.address)/wp-json/"], "\(typed)")
      #expect(offers.first?.name.english == "Comments on Corner Bikes")
    }
    #expect(try await wordPress.offers(for: peer.shop).isEmpty)
  }

  @Test func theSignInLeadsToItsOwnPageAndTakesItsPassword() async throws {
    let step = try await wordPress.begin(
      at: peer.address, desk: DeskAddress(base: "https://desk.example", isPublic: true))
    #expect(
      step.page?.hasPrefix("\(peer.address)/wp-admin/authorize-application.php?app_name=Heed")
        == true)
    let signedIn = try await wordPress.finish(step, with: .code(person("edith")))
    #expect(signedIn.handle.name == "Edith")
    let error = await #expect(throws: NetworkError.self) {
      try await wordPress.finish(step, with: .code("edith:\(UUID().uuidString)"))
    }
    #expect(error?.kind == .refused)
  }

  @Test func aStrangersCommentIsHeldThenThreadedAndAnswered() async throws {
    let editor = try await editor()
    let post = try await people.post("Blue bells", "<p>They <em>ring</em>.</p>", slug: "blue")
    let before = try await hear(editor)
    let open = try await hear(nil)
    try await people.comment("Is the bell blue & loud? <b>Yes?</b>", by: "Ana", under: post.id)
    let held = try await hear(editor, since: before.cursor)
    let asked = try #require(held.posts.first { $0.text.plain.hasPrefix("Is the bell") })
    #expect(asked.text.plain == "Is the bell blue & loud? Yes?")
    #expect(asked.warning != nil)
    #expect(asked.author.name == "Ana")
    #expect(asked.toUs)
    let parent = try #require(held.posts.first { $0.reference.remoteID == asked.parent })
    #expect(parent.title == "Blue bells")
    #expect(parent.reference.address == post.link)
    #expect(try await hear(nil, since: open.cursor).events.isEmpty, "nobody else sees it")

    try await people.ask(.post, "comments/\(asked.number)", ["status": "approved"])
    let through = try await hear(editor, since: held.cursor)
    #expect(through.posts.map(\.reference.remoteID) == [asked.reference.remoteID])
    #expect(through.posts.first?.warning == nil)
    #expect(try await hear(nil, since: open.cursor).posts.contains { $0.number == asked.number })

    // By now she is known there.
    try await people.comment(
      "And loud?", by: "Ana", under: post.id, answering: asked.number)
    let more = try await hear(editor, since: through.cursor)
    let second = try #require(more.post("And loud?"))
    #expect(second.parent == asked.reference.remoteID)
    #expect(second.author.remoteID == asked.author.remoteID)

    let words = "Yes: 3 < 4 & \"loud\".\n\nSee <b> 🔔 https://corner.example/?a=1&b=2"
    let message = message(words, to: second)
    let sent = try await wordPress.send(message, as: editor)
    guard case .there(let found) = try await wordPress.find(message, as: editor) else {
      Issue.record("it is not found where it was put")
      return
    }
    #expect(found.reference.remoteID == sent.reference.remoteID)
    let again = await #expect(throws: NetworkError.self) {
      try await wordPress.send(message, as: editor)
    }
    #expect(again?.text.english.contains("these very words") == true)
    let heard = try await hear(editor, since: more.cursor)
    let ours = try #require(heard.posts.first { $0.reference.remoteID == sent.reference.remoteID })
    // Quotation marks are set as printers set them, when it is shown.
    #expect(
      ours.text.plain == "Yes: 3 < 4 & “loud”.\n\nSee <b> 🔔 https://corner.example/?a=1&b=2")
    #expect(ours.parent == second.reference.remoteID)
    #expect(!ours.toUs)
    #expect(ours.author.remoteID == editor.remoteID)

    let thread = try await wordPress.thread(around: second.reference, as: editor)
    let numbers = thread.compactMap { if case .post(let post) = $0 { post.number } else { nil } }
    #expect(numbers == [post.id, asked.number, second.number, ours.number])
  }

  @Test func whatIsChangedAndTakenBackThereIsHeard() async throws {
    let editor = try await editor()
    let post = try await people.post("Red bells", "Red.", slug: "red")
    try await people.comment("Is it red?", by: "Rui", under: post.id)
    var heard = try await hear(editor)
    let asked = try #require(heard.post("Is it red?"))
    try await people.ask(
      .post, "comments/\(asked.number)", ["content": "Is it very red?", "status": "approved"])
    heard = try await hear(editor, since: heard.cursor)
    #expect(heard.posts.map(\.text.plain) == ["Is it very red?"])
    #expect(heard.posts.first?.editedAt != nil)
    #expect(
      try await wordPress.recheck([asked.reference], as: editor).contains {
        if case .post(let post) = $0 { post.text.plain == "Is it very red?" } else { false }
      })
    // What goes to the spam, to the bin, and away for good.
    for status in ["spam", "trash"] {
      try await people.ask(.post, "comments/\(asked.number)", ["status": status])
      heard = try await hear(editor, since: heard.cursor)
      #expect(heard.events == [.removed(asked.reference.remoteID)], "\(status)")
      #expect(
        try await wordPress.recheck([asked.reference], as: editor)
          == [.removed(asked.reference.remoteID)])
      try await people.ask(.post, "comments/\(asked.number)", ["status": "approved"])
      heard = try await hear(editor, since: heard.cursor)
    }
    try await people.ask(.delete, "comments/\(asked.number)?force=true")
    #expect(
      try await wordPress.recheck([asked.reference], as: nil)
        == [.removed(asked.reference.remoteID)])
  }

  @Test func spamIsNeverHeard() async throws {
    let editor = try await editor()
    try await people.comment("Cheap pills", by: "Bot")
    let comment = try #require(try await hear(editor).post("Cheap pills"))
    try await people.ask(.post, "comments/\(comment.number)", ["status": "spam"])
    #expect(try await hear(editor).post("Cheap pills") == nil)
    #expect(try await hear(nil).post("Cheap pills") == nil)
  }

  @Test func ourOwnAnswerIsChangedAndDeleted() async throws {
    let editor = try await editor()
    try await people.comment("Do you open on Sunday?", by: "Lea")
    let asked = try #require(try await hear(editor).post("Do you open on Sunday?"))
    let sent = try await wordPress.send(message("We open at 10.", to: asked), as: editor)
    let number = try #require(sent.post?.number)
    let edited = try await wordPress.edit(
      sent.reference, to: message("We open at 11 & not 10.", to: asked), as: editor)
    #expect(edited.reference.remoteID == sent.reference.remoteID)
    #expect(try await people.kept(number) == "We open at 11 &amp; not 10.")
    try await wordPress.delete(sent.reference, as: editor)
    try await wordPress.delete(sent.reference, as: editor)
    #expect(
      try await wordPress.recheck([sent.reference], as: editor)
        == [.removed(sent.reference.remoteID)])
    let gone = await #expect(throws: NetworkError.self) {
      try await wordPress.edit(sent.reference, to: message("Again.", to: asked), as: editor)
    }
    #expect(gone?.kind == .gone)
  }

  @Test func eachRoleMayWhatThePageOfThisNetworkSays() async throws {
    let roles = [
      ("edith", true), ("conrad", false), ("sue", false),
    ]
    for (name, mayChange) in roles {
      let access = try await signIn(person(name))
      let may = try await wordPress.capabilities(of: access)
      #expect(may.canEdit == mayChange && may.canDelete == mayChange, "\(name)")
    }
    // An answer of somebody whose words are held there: not to be seen by them, so never called absent.
    try await people.comment("Who answers?", by: "Noor")
    let asked = try #require(try await hear(try await editor()).post("Who answers?"))
    try await people.ask(.post, "comments/\(asked.number)", ["status": "approved"])
    let sue = try await signIn(person("sue"))
    let first = message("Sue does.", to: asked)
    let sent = try await wordPress.send(first, as: sue)
    guard case .cannotTell = try await wordPress.find(first, as: sue) else {
      Issue.record("what is held is hidden from this role")
      return
    }
    #expect(try await hear(try await editor()).posts.contains { $0.number == sent.post?.number })
  }

  @Test func itsAddressWithoutSpeakingPathsIsTheSamePlace() async throws {
    try await people.comment("Which way?", by: "Ida")
    let pretty = try await hear(try await editor()).post("Which way?")
    var plain = try await editor()
    plain.server = "\(peer.address)/?rest_route=/"
    let same = try await hear(plain).post("Which way?")
    #expect(same?.reference == pretty?.reference)
    #expect(same != nil)
  }

  @Test func aWithdrawnPasswordIsBelieved() async throws {
    let made =
      try await people.ask(.post, "users/me/application-passwords", ["name": "Once"])
      as? [String: Any]
    let password = try #require(made?["password"] as? String)
    let access = try await signIn("owner:\(password)")
    try await people.ask(
      .delete, "users/me/application-passwords/\(made?["uuid"] as? String ?? "")")
    let error = await #expect(throws: NetworkError.self) { try await hear(access) }
    #expect(error?.kind == .signedOut)
  }
}
