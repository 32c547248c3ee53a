import GitHubNetwork
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@Suite struct GitHubTests {
  @Test(arguments: NetworkConformance.rules(for: GitHubFixture().network))
  func conforms(to rule: NetworkConformance.Rule) async throws {
    try await rule.check(GitHubFixture())
  }

  private func all(_ far: GitHubFixture, _ source: ListeningSource) async throws -> Heard {
    var source = source
    var all = Heard(cursor: source.cursor)
    repeat {
      let heard = try await far.github.listen(to: source)
      all.events += heard.events
      (all.cursor, all.next, source.cursor) = (heard.cursor, heard.next, heard.cursor)
    } while all.next == .zero
    return all
  }

  private func posts(_ heard: Heard) -> [RemotePost] {
    heard.events.compactMap { if case .post(let post) = $0 { post } else { nil } }
  }

  private func message(_ text: String, _ far: GitHubFixture, to id: Int) -> OutgoingMessage {
    OutgoingMessage(
      key: "k", text: text, inReplyTo: far.reference(id), firstTriedAt: far.clock.now())
  }

  @Test func anIssueOfOursIsChangedOnItsOwnPage() {
    let far = GitHubFixture()
    let issue = far.reference(far.first)
    let comment = RemoteReference(
      remoteID: RemoteID(issue.remoteID.rawValue + "#issuecomment-7"))
    #expect(!far.github.mayEdit(issue) && !far.github.mayDelete(issue))
    #expect(far.github.mayEdit(comment) && far.github.mayDelete(comment))
  }

  @Test(arguments: ["repository", "notifications", "involved"])
  func aHundredWithinOneSecondAreAllHeard(_ kind: String) async throws {
    let far = GitHubFixture()
    var source = far.source(kind, far.double.repository)
    source.cursor = try await all(far, source).cursor
    far.clock.advance(by: .minutes(1))
    for number in 0..<250 { far.double.say("Number \(number).", on: far.first) }
    let heard = Set(posts(try await all(far, source)).map(\.text.plain))
    #expect(Set((0..<250).map { "Number \($0)." }).subtracting(heard).isEmpty)
  }

  @Test func whatTheSearchTakesInLateOrLeavesOutIsHeardAll() async throws {
    let far = GitHubFixture()
    var source = far.source("involved")
    source.cursor = try await all(far, source).cursor
    far.clock.advance(by: .minutes(1))
    let late = far.double.open("First, and found later.")
    far.clock.advance(by: .seconds(2))
    let cut = far.double.open("Left out.")
    far.clock.advance(by: .seconds(2))
    far.double.open("Second, and found at once.")
    far.double.hideFromSearch([late, cut])
    far.double.cutSearch(true)
    let first = try await all(far, source)
    #expect(posts(first).map(\.text.plain) == ["Second, and found at once."])
    source.cursor = first.cursor
    far.clock.advance(by: .minutes(20))
    far.double.hideFromSearch([late])
    far.double.cutSearch(false)
    let second = try await all(far, source)
    #expect(posts(second).map(\.text.plain) == ["Left out."])
    source.cursor = second.cursor
    far.clock.advance(by: .minutes(2))
    far.double.hideFromSearch([])
    #expect(posts(try await all(far, source)).map(\.text.plain) == ["First, and found later."])
  }

  @Test func hundredsOfThreadsWithinOneSecondDoNotEndTheSearch() async throws {
    let far = GitHubFixture()
    var source = far.source("involved")
    source.cursor = try await all(far, source).cursor
    far.clock.advance(by: .minutes(1))
    for number in 0..<130 { far.double.open("Number \(number).") }
    far.clock.advance(by: .minutes(3))
    far.double.open("Newer.")
    let heard = Set(posts(try await all(far, source)).map(\.text.plain))
    #expect(heard == Set((0..<130).map { "Number \($0)." } + ["Newer."]))
  }

  /// Changed between two pages, it moves to the end, and all behind it up by one.
  @Test func whatChangesBetweenTwoPagesHidesNothing() async throws {
    let far = GitHubFixture()
    let walked = GitHubNetwork(
      wire: DoubleWire { request in
        let answer = far.double.answer(request)
        if request.address.contains("/issues/comments"), request.address.contains("page=1"),
          let moved = far.moves.take()
        {
          far.clock.advance(by: .seconds(1))
          far.double.change(moved) { $0.body += " Changed." }
        }
        return answer
      }, clock: far.clock)
    var source = far.source("repository", far.double.repository)
    source.cursor = try await walked.listen(to: source).cursor
    var ids: [Int] = []
    for number in 0..<250 {
      far.clock.advance(by: .seconds(1))
      ids.append(far.double.say("Number \(number).", on: far.first))
    }
    far.moves.add(ids[0])
    var heard: Set<String> = []
    for _ in 0..<20 {
      let told = try await walked.listen(to: source)
      heard.formUnion(posts(told).map(\.text.plain))
      source.cursor = told.cursor
      guard told.next == .zero else { break }
    }
    #expect(Set((1..<250).map { "Number \($0)." }).subtracting(heard).isEmpty)
  }

  @Test func aNewCommentIsNoEditOfItsIssue() async throws {
    let far = GitHubFixture()
    var source = far.source("repository", far.double.repository)
    source.cursor = try await all(far, source).cursor
    far.clock.advance(by: .minutes(1))
    far.double.say("More.", on: far.first)
    let heard = try await all(far, source)
    #expect(posts(heard).map(\.text.plain) == ["More."])
  }

  @Test func nothingNewIsAskedWithTheTimeOfTheLastAndTheirPaceIsKept() async throws {
    let far = GitHubFixture()
    var source = far.source("notifications")
    let first = try await far.github.listen(to: source)
    #expect(first.next == .seconds(90))
    source.cursor = first.cursor
    let second = try await far.github.listen(to: source)
    #expect(second.events.isEmpty)
    #expect(far.wire.requests.last?.headers.contains { $0.name == "If-Modified-Since" } == true)
  }

  @Test func aTokenThatMayNotReadNoticesListensByTheSearch() async throws {
    let far = GitHubFixture()
    far.double.denyNotices()
    #expect(try await far.signIn().offers.map(\.kind) == ["involved"])
  }

  @Test(arguments: [
    (403, [("Retry-After", "30")], "x"), (429, [("Retry-After", "30")], "x"),
    (403, [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1778003830")], "x"),
    (403, [], "You have exceeded a secondary rate limit. Please wait"),
  ])
  func bothLimitsAreKept(_ status: Int, _ headers: [(String, String)], _ text: String) async throws
  {
    let far = GitHubFixture()
    far.wire.fail(
      .refusal(status, #"{"message":"\#(text)"}"#, headers: headers.map { ($0.0, $0.1) }))
    let error = await #expect(throws: NetworkError.self) {
      try await far.github.send(message("Hello.", far, to: far.first), as: far.access)
    }
    #expect(error?.kind == .rateLimited)
    #expect(error?.certainlyNotSent == true)
    #expect(error?.retryAfter != nil)
  }

  @Test func aServerOfOnesOwnIsRecognisedByItsAddress() async throws {
    let clock = ManualClock()
    let double = GitHubDouble(host: "code.example", clock: clock)
    let thread = double.page(double.open("All about bells."))
    let github = GitHubNetwork(wire: DoubleWire { double.answer($0) }, clock: clock)
    let offers = try await github.offers(for: "https://code.example/bells/shop")
    #expect(offers.map(\.target) == ["code.example/bells/shop"])
    #expect(try await github.offers(for: thread).map(\.kind) == ["thread", "repository"])
    #expect(try await github.offers(for: "https://code.example/bells/none").isEmpty)
    #expect(try await github.offers(for: "https://blog.example/2026/bells").isEmpty)
    let source = ListeningSource(
      id: ID(1), kind: "repository", target: "code.example/bells/shop", cursor: nil)
    #expect(try await !github.listen(to: source).events.isEmpty)
  }

  @Test func aForbiddenRepositoryIsNoLimit() async throws {
    let far = GitHubFixture()
    far.wire.fail(
      .refusal(
        403, #"{"message":"Resource not accessible"}"#, headers: [("X-RateLimit-Remaining", "99")]))
    let error = await #expect(throws: NetworkError.self) {
      try await far.github.send(message("Hello.", far, to: far.first), as: far.access)
    }
    #expect(error?.kind == .refused)
    #expect(error?.text.english.contains("Resource not accessible") == true)
  }

  // MARK: Discussions

  @Test func discussionsAreHeardWithTheirAnswersBelow() async throws {
    let far = GitHubFixture()
    let top = far.double.open("Shall we ring?", isDiscussion: true)
    let comment = far.double.say("Yes.", on: top)
    let reply = far.double.say("No.", by: "rui", on: top, above: comment)
    let heard = posts(try await all(far, far.source("repository", far.double.repository)))
    let parents = Dictionary(heard.map { ($0.reference.remoteID, $0.parent) }) { $1 }
    #expect(parents[far.reference(comment).remoteID] == far.reference(top).remoteID)
    #expect(parents[far.reference(reply).remoteID] == far.reference(comment).remoteID)
    #expect(heard.contains { $0.title == "A discussion" })
  }

  @Test func anAnswerInADiscussionStandsBelowTheCommentAndIsFoundChangedAndDeleted() async throws {
    let far = GitHubFixture()
    let top = far.double.open("Shall we ring?", isDiscussion: true)
    let comment = far.double.say("Yes.", on: top)
    let reply = far.double.say("No.", by: "rui", on: top, above: comment)
    // An answer to an answer stands beside it: there is nothing deeper.
    let outgoing = message("At nein.", far, to: reply)
    let sent = try await far.github.send(outgoing, as: far.access)
    #expect(sent.post?.parent == far.reference(comment).remoteID)
    guard case .there(let found) = try await far.github.find(outgoing, as: far.access) else {
      Issue.record("not found")
      return
    }
    #expect(found.reference.remoteID == sent.reference.remoteID)
    _ = try await far.github.edit(
      sent.reference, to: message("At nine.", far, to: reply), as: far.access)
    #expect(far.double.accepted.map(\.body) == ["At nine."])
    try await far.github.delete(sent.reference, as: far.access)
    try await far.github.delete(sent.reference, as: far.access)
    #expect(far.double.accepted.isEmpty)
  }

  /// Whoever is outside and names a post here leads the desk to nothing inside.
  @Test(arguments: [true, false])
  func whatStrangersNameIsAskedForAsSuch(_ isNamedByOthers: Bool) async throws {
    let far = GitHubFixture()
    let asked = far.wire.requests.count
    _ = try await far.github.post(
      far.reference(far.first), as: nil, isNamedByOthers: isNamedByOthers)
    let requests = far.wire.requests.dropFirst(asked)
    #expect(!requests.isEmpty && requests.allSatisfy { $0.isNamedByOthers == isNamedByOthers })
  }

  @Test func withoutAnAccountDiscussionsSayWhy() async throws {
    let far = GitHubFixture()
    let top = far.double.open("Shall we ring?", isDiscussion: true)
    let error = await #expect(throws: NetworkError.self) {
      try await far.github.post(far.reference(top), as: nil, isNamedByOthers: false)
    }
    #expect(error?.kind == .unsupported)
  }

  // MARK: Words

  @Test func aTagOfHTMLIsNotSwallowed() async throws {
    let far = GitHubFixture()
    _ = try await far.github.send(
      message("Use <b> and `<i>`.", far, to: far.first), as: far.access)
    #expect(far.double.accepted.map(\.body) == [#"Use \<b> and `<i>`."#])
  }

  @Test func nothingInACommentIsMeantForProgramsOnly() async throws {
    let far = GitHubFixture()
    _ = try await far.github.send(message("Plain.", far, to: far.first), as: far.access)
    #expect(far.double.accepted.map(\.body) == ["Plain."])
  }

  @Test(arguments: [
    ("https://github.com/a/b/issues/1", "https://github.com/a/b/issues/1"),
    (
      "https://github.com/a/b/pull/1#issuecomment-22",
      "https://github.com/a/b/pull/1#issuecomment-22"
    ),
    ("https://github.com/a/b/issues/1?x=y#other", "https://github.com/a/b/issues/1"),
    (
      "https://github.com/a/b/discussions/3#discussioncomment-4",
      "https://github.com/a/b/discussions/3#discussioncomment-4"
    ),
    ("https://github.com/a/../issues/1", nil), ("https://github.com/a/b/issues/x", nil),
    ("https://github.com/a/b/wiki/1", nil), ("github.com/a/b/issues/1", nil),
  ])
  func threadsAreKnownByTheirPages(_ address: String, _ name: String?) {
    #expect(GitHubFixture().github.reference(at: address)?.remoteID.rawValue == name)
  }

  @Test(arguments: [
    ("bells/shop", ["repository"]), ("https://github.com/bells/shop", ["repository"]),
    ("https://github.com/bells/shop.git", ["repository"]),
    ("https://github.com/bells/shop/issues/1", ["thread", "repository"]), ("bells", []),
    ("https://elsewhere.example/bells/shop", []), ("nobody/nothing", []), ("a.example/b", []),
  ])
  func whatIsTypedIsRecognised(_ typed: String, _ kinds: [String]) async throws {
    #expect(try await GitHubFixture().github.offers(for: typed).map(\.kind) == kinds)
  }

  // MARK: Notes

  private func note(_ event: String, _ body: String, signature: String = "sha256=0a0b")
    -> InboundNote
  {
    InboundNote(
      headers: [
        ("X-GitHub-Event", event), ("X-Hub-Signature-256", signature), ("X-GitHub-Delivery", "1"),
      ],
      body: Array(body.utf8))
  }

  @Test func aNoteIsProvenByTheStrongerSignatureAlone() {
    let network = GitHubFixture().github
    let code: (String, [UInt8]) -> [UInt8]? = { _, _ in [0x0A, 0x0B] }
    #expect(network.isProven(note("ping", "x"), code: code))
    #expect(!network.isProven(note("ping", "x", signature: "sha1=0a0b"), code: code))
    #expect(!network.isProven(InboundNote(headers: [], body: []), code: code))
    #expect(network.confirmsByNote)
  }

  @Test func aNoteMakesTheDeskAskAtOnceAndTellsWhatWasDeleted() throws {
    let far = GitHubFixture()
    let source = far.source("repository", far.double.repository)
    let repository = #""repository":{"full_name":"bells/shop"}"#
    let page = far.double.page(far.first)
    let told = try far.github.read(
      note(
        "issue_comment", #"{"action":"created",\#(repository),"issue":{"html_url":"\#(page)"}}"#),
      for: source)
    #expect(told.next == .zero)
    #expect(told.events.isEmpty)
    let gone = try far.github.read(
      note(
        "issue_comment",
        #"{"action":"deleted",\#(repository),"comment":{"html_url":"\#(page)#issuecomment-7"}}"#),
      for: source)
    #expect(gone.events == [.removed(RemoteID(page + "#issuecomment-7"))])
    let foreign = try far.github.read(
      note(
        "issue_comment",
        #"{"action":"deleted","repository":{"full_name":"x/y"},"comment":{"html_url":"\#(page)#issuecomment-7"}}"#
      ),
      for: source)
    #expect(foreign.events.isEmpty)
    #expect(try far.github.read(note("ping", "{}"), for: source).next == nil)
  }

  @Test func aHookIsMadeWithItsOwnSecret() async throws {
    let far = GitHubFixture()
    let secret = SeededRandomness(seed: 4).token()
    try await far.github.ask(
      NotePlace(address: "https://api.github.com", subject: far.double.repository),
      callback: "https://desk.example/told/x", secret: secret, as: far.access)
    #expect(far.double.hooks.first?.contains(secret) == true)
    await #expect(throws: NetworkError.self) {
      try await far.github.ask(
        NotePlace(address: "https://api.github.com", subject: "../x"),
        callback: "https://desk.example/told/x", secret: secret, as: far.access)
    }
  }

  @Test func anIssueBeginsAThreadAtTheRepositoryAndACommentDoesNot() async throws {
    let far = GitHubFixture()
    let issue = far.double.open("It squeaks.")
    let comment = far.double.say("Mine too.", by: "rui", on: issue)
    let own = far.double.open("We plan this.", by: "host")
    let heard = posts(try await all(far, far.source("repository", far.double.repository)))
    let byPage = Dictionary(heard.map { ($0.reference.remoteID.rawValue, $0) }) { $1 }
    let told = [issue, comment, own].map { byPage[far.double.page($0)] }
    #expect(told.map { $0?.isOpening } == [true, false, true])
    #expect(told.map { $0?.byHost } == [false, false, true])
    #expect(far.github.isPlace(kind: "repository"))
    #expect(!far.github.isPlace(kind: "thread"))
  }
}
