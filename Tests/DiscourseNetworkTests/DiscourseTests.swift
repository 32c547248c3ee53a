import DiscourseNetwork
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@Suite struct DiscourseTests {
  @Test(arguments: NetworkConformance.rules(for: DiscourseFixture().network))
  func conforms(to rule: NetworkConformance.Rule) async throws {
    try await rule.check(DiscourseFixture())
  }

  /// Whoever is outside and names a post here leads the desk to nothing inside.
  @Test(arguments: [true, false])
  func whatStrangersNameIsAskedForAsSuch(_ isNamedByOthers: Bool) async throws {
    let far = DiscourseFixture()
    let asked = far.wire.requests.count
    let ground = try #require(try await far.ground())
    _ = try await far.discourse.post(ground, as: nil, isNamedByOthers: isNamedByOthers)
    let requests = far.wire.requests.dropFirst(asked)
    #expect(!requests.isEmpty && requests.allSatisfy { $0.isNamedByOthers == isNamedByOthers })
  }

  private func all(_ far: DiscourseFixture, _ source: ListeningSource) async throws -> Heard {
    var source = source
    var all = Heard(cursor: source.cursor)
    repeat {
      let heard = try await far.discourse.listen(to: source)
      all.events += heard.events
      (all.cursor, all.next, source.cursor) = (heard.cursor, heard.next, heard.cursor)
    } while all.next == .zero
    return all
  }

  private func posts(_ heard: Heard) -> [RemotePost] {
    heard.events.compactMap { if case .post(let post) = $0 { post } else { nil } }
  }

  /// Private messages use numbers of the same row, so whole windows may show nothing.
  @Test(arguments: [[3, 200, 2], [60, 0, 60], [0, 49, 1], [1, 500, 1, 51, 130], [50, 50, 50]])
  func nothingIsMissedHoweverManyNumbersShowNothing(_ runs: [Int]) async throws {
    let far = DiscourseFixture()
    var source = far.source("posts", far.double.host, isOurs: false)
    source.cursor = try await all(far, source).cursor
    var said: Set<String> = []
    for (place, run) in runs.enumerated() {
      if place.isMultiple(of: 2) {
        for number in 0..<run {
          far.double.say("Run \(place) number \(number).", in: far.topic, tells: nil)
          said.insert("Run \(place) number \(number).")
        }
      } else {
        far.double.skip(run)
      }
    }
    let heard = Set(posts(try await all(far, source)).map(\.text.plain))
    #expect(said.subtracting(heard).isEmpty)
  }

  @Test func aPrivateMessageIsPrivateAndSpeaksToUs() async throws {
    let far = DiscourseFixture()
    let topic = far.double.topic("About my order", isPrivate: true)
    far.double.say("It never came.", in: topic, tells: 6)
    let post = try #require(posts(try await all(far, far.source("inbox"))).last)
    #expect(post.visibility == .private)
    #expect(post.toUs)
    let open = try await all(far, far.source("posts", far.double.host, isOurs: false))
    #expect(!posts(open).contains { $0.text.plain.contains("never came") })
  }

  @Test func aLikeIsAReaction() async throws {
    let far = DiscourseFixture()
    let ours = far.double.say("We ring.", by: "shop", in: far.topic, tells: nil)
    far.double.tell(5, of: ours, by: "ana")
    let events = try await all(far, far.source("inbox")).events
    let reaction = events.compactMap {
      if case .reaction(let reaction) = $0 { reaction } else { nil }
    }
    .first
    #expect(reaction?.by.address == "@ana@forum.example")
    #expect(reaction?.post == far.reference(ours).remoteID)
  }

  @Test func howManyReadAPostIsTold() async throws {
    let far = DiscourseFixture()
    let id = far.double.say("Read me.", in: far.topic)
    far.double.change(id) {
      $0.reads = 42
      $0.likes = 3
    }
    let counts = try await far.discourse.counts(of: [far.reference(id)], as: nil)
    #expect(counts.map(\.post) == [far.reference(id).remoteID])
    #expect(counts.first?.views == 41)
    #expect(counts.first?.liked == 3)
    #expect(counts.first?.followers == nil)
    #expect(try await far.discourse.capabilities(of: nil).seen == .counter)
  }

  @Test func anEditSaysThatItIsACorrection() async throws {
    let far = DiscourseFixture()
    let sent = try await far.discourse.send(
      OutgoingMessage(
        key: "k", text: "At nein.", inReplyTo: try await far.ground(), firstTriedAt: far.clock.now()
      ),
      as: far.access)
    _ = try await far.discourse.edit(
      sent.reference,
      to: OutgoingMessage(key: "l", text: "At nine.", firstTriedAt: far.clock.now()), as: far.access
    )
    let put = far.wire.requests.last { $0.method == .put }
    #expect(put.map { String(decoding: $0.body, as: UTF8.self) }?.contains("edit_reason") == true)
  }

  @Test func whatModeratorsHoldIsNotSentAgain() async throws {
    let far = DiscourseFixture()
    far.double.hold()
    let error = await #expect(throws: NetworkError.self) {
      try await far.discourse.send(
        OutgoingMessage(
          key: "k", text: "Hello.", inReplyTo: try await far.ground(), firstTriedAt: far.clock.now()
        ),
        as: far.access)
    }
    #expect(error?.kind == .refused)
    #expect(error?.certainlyNotSent == false)
    #expect(error?.text.english.contains("moderator") == true)
  }

  @Test func theForumsOwnWordsAreShown() async throws {
    let far = DiscourseFixture()
    let error = await #expect(throws: NetworkError.self) {
      try await far.discourse.send(
        OutgoingMessage(
          key: "k", text: "x", inReplyTo: try await far.ground(), firstTriedAt: far.clock.now()),
        as: far.access)
    }
    #expect(error?.text.english.contains("Body is too short") == true)
    #expect(error?.certainlyNotSent == true)
  }

  @Test func aRefusalOnceIsNoWithdrawnRight() async throws {
    let far = DiscourseFixture()
    far.wire.fail(
      .refusal(403, #"{"errors":["x"],"error_type":"invalid_access"}"#, headers: []))
    let error = await #expect(throws: NetworkError.self) {
      try await far.discourse.listen(to: far.source("inbox"))
    }
    #expect(error?.kind == .temporary)
  }

  @Test func anAnswerOfAMomentAgoIsNotCalledAbsent() async throws {
    let far = DiscourseFixture()
    let message = OutgoingMessage(
      key: "k", text: "Hello.", inReplyTo: try await far.ground(), firstTriedAt: far.clock.now())
    let error = await #expect(throws: NetworkError.self) {
      try await far.discourse.find(message, as: far.access)
    }
    #expect(error?.kind == .temporary)
    #expect(error?.retryAfter == .seconds(60))
    far.clock.advance(by: .seconds(61))
    guard case .absent = try await far.discourse.find(message, as: far.access) else {
      Issue.record("not absent")
      return
    }
  }

  @Test func aKeyThatIsWrongIsRefusedInWords() async throws {
    let far = DiscourseFixture()
    let desk = DeskAddress(base: "https://desk.example", isPublic: true)
    let step = try await far.discourse.begin(at: "shop@forum.example", desk: desk)
    let error = await #expect(throws: NetworkError.self) {
      try await far.discourse.finish(step, with: .token("wrong"))
    }
    #expect(error?.kind == .refused)
    #expect(error?.text.english.contains("does not take this key") == true)
  }

  @Test(arguments: [
    ("https://forum.example/t/a-topic/12/3", "https://forum.example/t/12/3"),
    ("https://forum.example/t/12/3?u=ana", "https://forum.example/t/12/3"),
    ("https://forum.example/t/a-topic/12", "https://forum.example/t/12/1"),
    ("https://forum.example/t/12", "https://forum.example/t/12/1"),
    ("https://forum.example/u/ana", nil), ("https://forum.example/t/a/b/c", nil),
    ("https://forum.example/t/0", nil), ("nonsense", nil),
  ])
  func postsAreKnownByTheirPages(_ address: String, _ name: String?) {
    #expect(DiscourseFixture().discourse.reference(at: address)?.remoteID.rawValue == name)
  }

  @Test func anAddressIsRecognised() async throws {
    let far = DiscourseFixture()
    #expect(try await far.discourse.offers(for: "forum.example").map(\.kind) == ["posts"])
    let topic = try await far.discourse.offers(
      for: "https://forum.example/t/a-topic/\(far.topic)")
    #expect(topic.map(\.kind) == ["topic", "posts"])
    // By the name that people know, and only where it is there for everybody.
    let bells = far.double.topic("Bells and belts")
    far.double.say("All about them.", in: bells, tells: nil)
    #expect(
      try await far.discourse.offers(for: "https://forum.example/t/\(bells)").first?.name
        == "“\("Bells and belts")” on \("forum.example")")
    let hidden = far.double.topic("Hidden", isPrivate: true)
    for number in [hidden, 999_999] {
      #expect(
        try await far.discourse.offers(for: "https://forum.example/t/a-topic/\(number)").map(\.kind)
          == ["posts"])
    }
    #expect(try await far.discourse.offers(for: "bells").isEmpty)
  }

  // MARK: Notes

  private func note(
    _ body: String, event: String = "post_created", type: String = "post", signature: String? = nil
  ) -> InboundNote {
    InboundNote(
      headers: [
        ("X-Discourse-Event", event), ("X-Discourse-Event-Type", type),
        ("X-Discourse-Event-Signature", signature ?? "sha256=0a0b"),
      ], body: Array(body.utf8))
  }

  private let told = #"""
    {"post":{"id":5,"topic_id":12,"post_number":2,"topic_slug":"a","username":"ana","created_at":"2026-05-05T10:00:00Z","updated_at":"2026-05-05T10:00:00Z","cooked":"<p>Hello</p>","post_type":1,"topic_archetype":"regular"}}
    """#

  @Test func aNoteIsProvenByItsSignatureAlone() {
    let network = DiscourseFixture().discourse
    func isProven(_ signature: String) -> Bool {
      network.isProven(note("x", signature: signature)) { method, body in
        method == "sha256" && body == Array("x".utf8) ? [0x0A, 0x0B] : nil
      }
    }
    #expect(isProven("sha256=0a0b"))
    #expect(isProven("sha256=0A0B"))
    for wrong in ["sha256=0a0c", "sha256=0a", "sha256=", "sha1=0a0b", "0a0b", "", "sha256=0a0b00"] {
      #expect(!isProven(wrong), "\(wrong)")
    }
    #expect(network.confirmsByNote)
  }

  @Test func aNoteSaysThatSomethingIsNewAndTakesAwayAtOnce() throws {
    let far = DiscourseFixture()
    let source = far.source("posts", far.double.host)
    // The hook of an administrator tells of closed categories as well, and does not say which are.
    let heard = try far.discourse.read(note(told), for: source)
    #expect(heard.events.isEmpty && heard.next == .zero)
    let gone = try far.discourse.read(note(told, event: "post_destroyed"), for: source)
    #expect(gone.events == [.removed(RemoteID("https://forum.example/t/12/2"))])
    #expect(try far.discourse.read(note("{}", type: "ping"), for: source).events.isEmpty)
  }

  @Test func aForumIsHeardAsStrangersSeeIt() async throws {
    let far = DiscourseFixture()
    let staff = far.double.topic("Among us")
    far.double.keep(amongStaff: staff)
    far.double.say("What do we do with the bells?", by: "mod", in: staff, tells: nil)
    far.double.say("They ring.", by: "ana", in: far.topic, tells: nil)
    let source = far.source("posts", far.double.host)
    let heard = posts(try await far.discourse.listen(to: source)).map(\.text.plain)
    #expect(heard == ["All about bells.", "They ring."])
    // One that shows strangers nothing is heard with its account.
    far.double.hideFromStrangers()
    let all = posts(try await far.discourse.listen(to: source))
    #expect(all.count == 3)
    await #expect(throws: NetworkError.self) {
      try await far.discourse.listen(to: far.source("posts", far.double.host, isOurs: false))
    }
  }

  @Test func onlyAnAdministratorsKeyMakesAHook() async throws {
    let far = DiscourseFixture()
    let place = NotePlace(address: "https://forum.example", subject: "posts")
    let secret = SeededRandomness(seed: 3).token()
    try await far.discourse.ask(
      place, callback: "https://desk.example/told/x", secret: secret, as: far.access)
    #expect(far.double.hooks.first?.contains("https://desk.example/told/x") == true)
    var user = far.access
    user.credentials = Credentials(["key": far.key, "kind": "user", "username": "shop"])
    await #expect(throws: NetworkError.self) {
      try await far.discourse.ask(place, callback: "x", secret: secret, as: user)
    }
    #expect(far.double.hooks.count == 1)
  }

  @Test func aTopicBeginsAThreadAtTheForumAndAnAnswerDoesNot() async throws {
    let far = DiscourseFixture()
    let topic = far.double.topic("Squeaks")
    far.double.say("It squeaks.", in: topic)
    far.double.say("Mine too.", by: "rui", in: topic)
    let own = far.double.topic("Plans")
    far.double.say("We plan this.", by: "host", in: own)
    let heard = try await far.discourse.listen(
      to: far.source("posts", far.double.host, isOurs: false))
    let told = Dictionary(
      heard.events.compactMap {
        if case .post(let post) = $0 { (post.text.plain, post) } else { nil }
      }
    ) { $1 }
    let words = ["It squeaks.", "Mine too.", "We plan this."]
    #expect(words.map { told[$0]?.isOpening } == [true, false, true])
    #expect(words.map { told[$0]?.byHost } == [false, false, true])
    #expect(far.discourse.isPlace(kind: "posts"))
    #expect(!far.discourse.isPlace(kind: "topic"))
  }

  @Test func whatIsFlaggedKeepsItsWords() async throws {
    let far = DiscourseFixture()
    let topic = far.double.topic("Bells")
    let id = far.double.say("It squeaks.", in: topic)
    var source = far.source("topic", "\(far.double.host)/\(topic)")
    source.cursor = try await far.discourse.listen(to: source).cursor
    far.double.change(id) {
      $0.isHidden = true
      $0.raw = "This post was flagged."
    }
    let heard = try await far.discourse.listen(to: source)
    #expect(heard.events.isEmpty)
    #expect(try await far.discourse.recheck([far.reference(id)], as: far.access).isEmpty)
    far.double.change(id) {
      $0.isHidden = false
      $0.raw = "It squeaks."
    }
    source.cursor = heard.cursor
    #expect(try await far.discourse.listen(to: source).events.isEmpty)
  }

  @Test func whatStandsAmongStaffIsNotForEverybodyInTheInboxEither() async throws {
    let far = DiscourseFixture()
    let open = far.double.topic("Bells")
    let closed = far.double.topic("Among us")
    far.double.keep(amongStaff: closed)
    far.double.say("@shop open", in: open)
    far.double.say("@shop closed", in: closed)
    let told = posts(try await far.discourse.listen(to: far.source("inbox")))
    let byWords = Dictionary(told.map { ($0.text.plain, $0.visibility) }) { $1 }
    #expect(byWords["@shop open"] == .public)
    #expect(byWords["@shop closed"] == .private)
  }
}
