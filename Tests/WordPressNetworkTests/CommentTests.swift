import HeedModel
import HeedNetwork
import HeedTesting
import Testing
import WordPressNetwork

@Suite struct CommentTests {
  let far = WordPressFixture()

  @Test func aHeldCommentIsHeardWithAWordAndWithoutItOnceItIsLetThrough() async throws {
    let id = far.double.comment("Is the bell blue?", status: "hold")
    var heard = try await far.hear()
    #expect(heard.comments.map(\.warning?.isEmpty) == [false])
    far.double.change(id) { $0.status = "approved" }
    heard = try await far.hear(since: heard.cursor)
    #expect(heard.comments.map(\.warning) == [nil])
    #expect(heard.comments.first?.editedAt != nil)
  }

  @Test func spamIsNeverHeardAndTakesBackWhatWasHeard() async throws {
    far.double.comment("Cheap pills", status: "spam")
    let id = far.double.comment("Nice site")
    let heard = try await far.hear()
    #expect(heard.comments.count == 1)
    far.double.change(id) { $0.status = "spam" }
    let later = try await far.hear(since: heard.cursor)
    #expect(later.events == [.removed(RemoteID("blog.example#comment-\(id)"))])
  }

  @Test func aListThatIsEmptyForOnceTakesNothingBack() async throws {
    let said = try await far.say("Still here.", inReplyTo: nil)
    let heard = try await far.hear()
    far.double.empty()
    #expect(try await far.hear(since: heard.cursor).events.isEmpty)
    #expect(try await far.wordPress.recheck([said], as: far.account).isEmpty)
  }

  @Test func commentsHangOnTheirPostWhichIsToldOnce() async throws {
    let first = far.double.comment("One.")
    far.double.comment("Two.", parent: first)
    let heard = try await far.hear()
    let posts = heard.posts
    #expect(posts.first?.reference.remoteID == RemoteID("blog.example#post-7"))
    #expect(posts.first?.title == "Post & bell 7")
    #expect(
      posts.dropFirst().map(\.parent) == [
        RemoteID("blog.example#post-7"), RemoteID("blog.example#comment-\(first)"),
      ])
    far.double.comment("Three.")
    #expect(try await far.hear(since: heard.cursor).posts.count == 1)
  }

  @Test(arguments: [1, 99, 100, 101, 450, 1_234])
  func afterAnAbsenceNoCommentIsMissing(count: Int) async throws {
    far.double.comment("Zero.")
    var cursor = try await far.hear().cursor
    let said = Set((0..<count).map { far.double.comment("Number \($0).") })
    var heard: Set<Int> = []
    for round in 0..<40 {
      let pass = try await far.hear(since: cursor)
      cursor = pass.cursor
      heard.formUnion(
        pass.comments.compactMap { Int($0.reference.remoteID.rawValue.split(separator: "-").last!) }
      )
      // Meanwhile some go and some come.
      if round < 3 {
        for id in said.sorted().suffix(25) { far.double.delete(id) }
        far.double.comment("Late \(round).")
      }
      if pass.next != .zero { break }
    }
    #expect(Set(far.double.all.map(\.id)).intersection(said).subtracting(heard).isEmpty)
  }

  @Test func aGuestIsKnownByWhatTheyGaveAndNeverAsSomebodyElsewhere() async throws {
    far.double.comment("One.", by: "Ana", url: "https://ana.example/")
    far.double.comment("Two.", by: "Ana", url: "https://other.example/")
    far.double.comment("Three.", by: "Ana", url: "https://ana.example/")
    let authors = try await far.hear().comments.map(\.author)
    #expect(authors[0].remoteID == authors[2].remoteID)
    #expect(authors[0].remoteID != authors[1].remoteID)
    #expect(authors.allSatisfy { $0.remoteID.rawValue.hasPrefix("blog.example#guest-") })
    #expect(authors[0].page == "https://ana.example/")
  }

  @Test func wordsOfMarkupReadAsTheyWereTyped() async throws {
    let asked = try await far.say("How?", inReplyTo: nil)
    let text = "Use <b> & \"quotes\""
    _ = try await far.wordPress.send(
      OutgoingMessage(key: "k", text: text, inReplyTo: asked, firstTriedAt: far.clock.now()),
      as: far.account!)
    #expect(far.double.all.last?.content == "Use &lt;b&gt; &amp; \"quotes\"")
    let heard = try await far.hear()
    #expect(heard.comments.last?.text.plain == text)
    #expect(heard.comments.last?.toUs == false)
  }

  /// A role that is not told what was typed knows its own words as the site shows them.
  @Test func whatIsSetAsPrintersSetItIsFoundAgain() async throws {
    let far = WordPressFixture(.contributor)
    let asked = try await far.say("Hello?", inReplyTo: nil)
    let message = OutgoingMessage(
      key: "k", text: "It's \"blue\" -- really... 3x4 - no", inReplyTo: asked,
      firstTriedAt: far.clock.now())
    let sent = try await far.wordPress.send(message, as: far.account!)
    far.double.change(far.double.all.last!.id) {
      $0.content =
        "It&#8217;s &#8220;blue&#8221; &#8211; really&#8230; 3&#215;4 &#8211; no"
    }
    guard case .there(let found) = try await far.wordPress.find(message, as: far.account!) else {
      Issue.record("it stands there")
      return
    }
    #expect(found.reference.remoteID == sent.reference.remoteID)
  }

  @Test func aFirewallInFrontIsNoWithdrawnRight() async throws {
    far.double.fail(.get, .refusal(401, "<html>Login</html>", headers: []))
    let error = await #expect(throws: NetworkError.self) { try await far.hear() }
    #expect(error?.kind == .temporary)
    far.double.fail(
      .get, .refusal(401, #"{"code":"incorrect_password","message":"no"}"#, headers: []))
    let once = await #expect(throws: NetworkError.self) { try await far.hear() }
    #expect(once?.kind == .temporary)
    far.double.revoke()
    let gone = await #expect(throws: NetworkError.self) { try await far.hear() }
    #expect(gone?.kind == .signedOut)
  }

  @Test func inDoubtAHeldAnswerOfARoleThatSeesNoneIsNeverCalledAbsent() async throws {
    let far = WordPressFixture(.subscriber)
    let asked = try await far.say("Hello?", inReplyTo: nil)
    let message = OutgoingMessage(
      key: "k", text: "Hi.", inReplyTo: asked, firstTriedAt: far.clock.now())
    far.double.fail(.post, .cutAfter)
    await #expect(throws: NetworkError.self) {
      try await far.wordPress.send(message, as: far.account!)
    }
    far.clock.advance(by: .minutes(5))
    guard case .cannotTell = try await far.wordPress.find(message, as: far.account!) else {
      Issue.record("a held comment cannot be seen by this role")
      return
    }
  }

  @Test func inDoubtAbsentIsSaidOnlyAfterTheSiteHadTime() async throws {
    let asked = try await far.say("Hello?", inReplyTo: nil)
    let message = OutgoingMessage(
      key: "k", text: "Hi.", inReplyTo: asked, firstTriedAt: far.clock.now())
    let early = await #expect(throws: NetworkError.self) {
      try await far.wordPress.find(message, as: far.account!)
    }
    #expect(early?.kind == .temporary && early?.retryAfter == .minutes(1))
    far.clock.advance(by: .seconds(61))
    guard case .absent = try await far.wordPress.find(message, as: far.account!) else {
      Issue.record("it is not there")
      return
    }
  }

  @Test func noPasswordIsAskedForWhereItWouldBeReadOnTheWay() async throws {
    let wire = ScriptedWire()
    let root = "http://plain.example/wp-json/"
    wire.on(
      .get, "http://plain.example", headers: [("Link", "<\(root)>; rel=\"https://api.w.org/\"")])
    wire.on(
      .get, root,
      body: """
        {"namespaces": ["wp/v2"], "authentication": {"application-passwords": {"endpoints":
        {"authorization": "http://plain.example/wp-admin/authorize-application.php"}}}}
        """)
    let plain = WordPressNetwork(wire: wire, clock: ManualClock())
    let error = await #expect(throws: NetworkError.self) {
      try await plain.begin(
        at: "http://plain.example", desk: DeskAddress(base: "https://d.example", isPublic: true))
    }
    #expect(error?.kind == .refused)
    #expect(error?.text.english.contains("https://") == true)
  }

  /// What takes each `<` for a beginning and looks for its end needs minutes for this.
  @Test func aHeaderOfNothingButBeginningsNamesNoInterface() async throws {
    let wire = ScriptedWire()
    let flood = String(repeating: "<", count: 64 << 10) + ">; rel=\"https://api.w.org/\""
    wire.on(.get, "https://odd.example*", headers: [("link", flood)], body: "<p>Hello</p>")
    let network = WordPressNetwork(wire: wire, clock: ManualClock())
    #expect(try await network.offers(for: "odd.example").isEmpty)
    #expect(wire.requests.count == 1)
  }

  @Test func aSiteIsFoundByItsAddressAndOffered() async throws {
    let offers = try await far.wordPress.offers(for: "blog.example")
    #expect(offers.map(\.target) == [WordPressDouble.root])
    #expect(offers.first?.name.english == "Comments on Corner Bikes")
    #expect(try await far.wordPress.offers(for: "bells").isEmpty)
  }
}

extension WordPressFixture {
  func hear(since cursor: String? = nil) async throws -> Heard {
    var source = sources[0]
    source.cursor = cursor
    return try await wordPress.listen(to: source)
  }
}

extension Heard {
  var posts: [RemotePost] {
    events.compactMap { if case .post(let post) = $0 { post } else { nil } }
  }
  var comments: [RemotePost] {
    posts.filter { $0.reference.remoteID.rawValue.contains("#comment-") }
  }
}
