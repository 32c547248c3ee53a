import HeedModel
import HeedNetwork
import HeedReading
import HeedTesting
import Synchronization
import Testing

@testable import HeedDesk

/// K5: the other side of the desk, and who tries to get in there.
@Suite struct TheirSideTests {
  private let here = "192.0.2.7"

  private func begin(_ test: TestDesk, _ typed: String, from address: String? = nil) async throws
    -> String
  {
    try await test.desk.beginProof(
      typed, letter: LetterWords(subject: "Your link", text: "Open {link}"), language: "en",
      from: address ?? here)
  }

  /// Says something that is not kept where it proves a handle.
  private func tell(_ test: TestDesk, _ text: String, id: String, by author: String = "ana")
    async throws
  {
    try await test.hear([.post(FakeNetwork.post(id, text, by: author, at: test.clock.now()))])
  }

  private func visit(_ test: TestDesk, as name: String) async throws -> Visit {
    try await test.visit(as: name)
  }

  @Test func aCodeSaidThereOpensWhatMembersSeeAndNoMore() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    _ = try await test.write("It is.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    try await test.desk.note(id, text: "A quokka of a note", by: test.alicia)
    try await test.says("Nobody else's business", id: "o", by: "otto", visibility: .private)
    let visit = try await visit(test, as: "ana")
    let side = try await test.desk.theirSide(visit)
    #expect(side.handles.map(\.address) == ["@ana@fake.example"])
    #expect(side.conversations.count == 1)
    #expect(
      side.conversations[0].posts.map(\.post.text.plain) == ["Is my bicycle ready?", "It is."])
    #expect(side.conversations[0].notes.isEmpty)
    // The post with the code is neither kept nor waits for anybody.
    #expect(try await Grep.holds("It is me", test.database) == false)
    // Who waits is Otto alone.
    #expect(try await test.desk.figures(for: test.alicia).waiting == 1)
    try await test.desk.keep([], showsNotes: true, by: test.lead)
    let noted = try await test.desk.theirSide(visit)
    #expect(noted.conversations[0].notes.map(\.text) == ["A quokka of a note"])
  }

  @Test func anImpostorWithAnotherHandleGetsNothing() async throws {
    let test = try await TestDesk()
    try await test.says("Is my bicycle ready?", id: "q")
    let token = try await begin(test, "@ana@fake.example")
    let open = try #require(try await test.desk.openProof(token: token))
    // They claim to be Ana and can only speak as themselves.
    try await test.says("It is me: \(open.code)", id: "x", by: "mallory")
    #expect(try await test.desk.checkProof(token: token, from: here) == nil)
    // What they said is a post like every other.
    #expect(try await test.post("x").text.plain.contains(open.code))
  }

  @Test func whoSeesACodeCannotUseItInAnotherBrowser() async throws {
    let test = try await TestDesk()
    try await test.says("Is my bicycle ready?", id: "q")
    let hers = try await begin(test, "@ana@fake.example")
    let his = try await begin(test, "@ana@fake.example", from: "198.51.100.1")
    let open = try #require(try await test.desk.openProof(token: hers))
    try await tell(test, "It is me: \(open.code)", id: "x")
    #expect(try await test.desk.checkProof(token: his, from: "198.51.100.1") == nil)
    #expect(try await test.desk.checkProof(token: open.code, from: here) == nil)
    #expect(try await test.desk.checkProof(token: hers, from: here) != nil)
  }

  @Test func aCodeWorksOnceAndForHalfAnHour() async throws {
    let test = try await TestDesk()
    try await test.says("Is my bicycle ready?", id: "q")
    let token = try await begin(test, "ana@fake.example")
    let open = try #require(try await test.desk.openProof(token: token))
    try await tell(test, open.code.uppercased(), id: "x")
    let first = try await test.desk.checkProof(token: token, from: here)
    #expect(first != nil)
    #expect(first != token)
    #expect(try await test.desk.checkProof(token: token, from: here) == nil)
    try await tell(test, open.code, id: "y")
    #expect(try await test.desk.checkProof(token: token, from: here) == nil)

    let late = try await begin(test, "@ana@fake.example")
    let code = try #require(try await test.desk.openProof(token: late)).code
    test.pass(.minutes(30))
    try await tell(test, code, id: "z")
    #expect(try await test.desk.checkProof(token: late, from: here) == nil)
    #expect(try await test.desk.openProof(token: late) == nil)
    // So does what it opened.
    #expect(try await test.desk.visit(token: first ?? "") == nil)
  }

  @Test func codesAndTokensAreStoredAsDigests() async throws {
    let test = try await TestDesk()
    let token = try await begin(test, "@ana@fake.example")
    let code = try #require(try await test.desk.openProof(token: token)).code
    for secret in [token, code, String(code.suffix(11)), "ana@fake.example"] {
      #expect(try await Grep.holds(secret, test.database) == false)
    }
  }

  @Test func nothingTellsWhetherAHandleIsKnown() async throws {
    let test = try await TestDesk()
    try await test.says("Is my bicycle ready?", id: "q")
    var answers: [OpenProof] = []
    for typed in ["@ana@fake.example", "@bob@fake.example"] {
      let token = try await begin(test, typed)
      var open = try #require(try await test.desk.openProof(token: token))
      #expect(open.claim == typed)
      #expect(open.code.count == 16)
      open.claim = ""
      open.code = ""
      open.link = ""
      answers.append(open)
    }
    #expect(answers[0].endsAt == answers[1].endsAt)
    #expect(answers[0].isProven == answers[1].isProven)
    #expect(answers[0].asksForLetter == answers[1].asksForLetter)
    // Who is not known sees that nothing is kept, once they proved who they are.
    let visit = try await visit(test, as: "bob")
    let side = try await test.desk.theirSide(visit)
    #expect(side.handles.isEmpty)
    #expect(side.conversations.isEmpty)
    #expect(side.person == nil)
  }

  @Test func aWordThatIsNoWholeHandleBeginsNothing() async throws {
    let test = try await TestDesk()
    try await test.says("Is my bicycle ready?", id: "q")
    for typed in ["ana", "@ana", "https://ana", "ana."] {
      #expect(await problem { _ = try await begin(test, typed) }?.code == .invalid, "\(typed)")
    }
    #expect(try await test.store.read { try $0.hasProofs(now: test.clock.now()) } == false)
    for typed in [
      "ana.bsky.social", "@ana@bolha.example", "ana@mail.example", "https://github.com/ana",
      "did:plc:abcdefgh",
    ] { _ = try await begin(test, typed) }
  }

  @Test func tryingIsThrottledByWhereItComesFrom() async throws {
    let test = try await TestDesk()
    for _ in 0..<10 { _ = try await begin(test, "@ana@fake.example") }
    #expect(
      await problem { _ = try await begin(test, "@bob@fake.example") }?.code == .tooMany)
    _ = try await begin(test, "@bob@fake.example", from: "198.51.100.1")
    for _ in 0..<120 {
      _ = try await test.desk.checkProof(token: "guess", from: "198.51.100.2")
    }
    #expect(
      await problem {
        _ = try await test.desk.checkProof(token: "guess", from: "198.51.100.2")
      }?.code == .tooMany)
    test.pass(.minutes(15))
    _ = try await test.desk.checkProof(token: "guess", from: "198.51.100.2")
  }

  @Test func aLetterGoesToAKnownAddressAloneAndItsLinkWorksOnce() async throws {
    let test = try await TestDesk()
    let letters = LetterNetwork()
    let desk = test.desk(with: [letters])
    let account = try await letters.connect(test, desk)
    let source = try #require(
      try await test.store.read { try $0.sources() }.first { $0.account == account })
    try await desk.hear(
      [.post(letters.mail("m1", "My order, please.", from: "ana@mail.example", test.clock.now()))],
      from: source.id)
    func asked(_ typed: String) async throws -> String {
      try await desk.beginProof(
        typed, letter: LetterWords(subject: "Your link", text: "Open {link} now"), language: "en",
        from: here)
    }
    let known = try await asked("Ana@mail.example")
    let unknown = try await asked("bob@mail.example")
    for _ in 0..<3 { try await desk.sendProofLetters { "/you/link/\($0)" } }
    #expect(letters.sent.map(\.to) == ["Ana@mail.example"])
    // The browser that asked has shown nothing yet.
    for token in [known, unknown] {
      #expect(try await desk.checkProof(token: token, from: here) == nil)
    }
    let text = try #require(letters.sent.first?.text)
    let link = try #require(text.split(separator: " ").first { $0.contains("/you/link/") })
    #expect(link.hasPrefix("https://desk.example/you/link/"))
    let token = String(link.dropFirst("https://desk.example/you/link/".count))
    #expect(try await Grep.holds(token, test.database) == false)
    #expect(try await desk.openProofLink(String(token.reversed()), from: here) == nil)
    let opened = try #require(try await desk.openProofLink(token, from: here))
    let visit = try #require(try await desk.visit(token: opened))
    #expect(visit.way == .mail)
    #expect(try await desk.theirSide(visit).handles.map(\.address) == ["ana@mail.example"])
    #expect(try await desk.openProofLink(token, from: here) == nil)
    #expect(try await desk.checkProof(token: known, from: here) == nil)
  }

  /// An address of mail looks like a handle elsewhere: who proves the one must not open the other.
  @Test func whatIsProvenByAPostIsWorthNothingToTheHolderOfALink() async throws {
    let test = try await TestDesk()
    let letters = LetterNetwork()
    let desk = test.desk(with: [letters])
    let account = try await letters.connect(test, desk)
    let source = try #require(
      try await test.store.read { try $0.sources() }.first { $0.account == account })
    try await desk.hear(
      [.post(letters.mail("m1", "Hello", from: "ana@fake.example", test.clock.now()))],
      from: source.id)
    let token = try await desk.beginProof(
      "ana@fake.example", letter: LetterWords(subject: "x", text: "{link}"), language: "en",
      from: here)
    try await desk.sendProofLetters { "/\($0)" }
    let link = String(try #require(letters.sent.first?.text.split(separator: "/").last))
    let code = try #require(try await desk.openProof(token: token)).code
    try await tell(test, code, id: "x")
    #expect(try await desk.openProofLink(link, from: here) == nil)
    #expect(try await desk.checkProof(token: token, from: here) != nil)
  }

  @Test func aPageProvesWhatPointsBackToIt() async throws {
    let test = try await TestDesk()
    let pages = PageNetwork()
    let desk = test.desk(with: [pages])
    var post = FakeNetwork.post("q", "Is it ready?", at: test.clock.now())
    post.author.page = "https://fake.example/@ana"
    var other = FakeNetwork.post("o", "And mine?", by: "otto", at: test.clock.now())
    other.author.page = "https://fake.example/@otto"
    try await test.hear([.post(post), .post(other)])
    let token = try await desk.beginProof(
      "https://ana.example/", letter: LetterWords(subject: "", text: ""), language: "en",
      from: here)
    let open = try #require(try await desk.openProof(token: token))
    pages.set("https://ana.example/", ["https://fake.example/@ana", "https://fake.example/@otto"])
    pages.set("https://fake.example/@ana", ["https://ana.example"])
    // Without the desk's link a page proves nothing.
    #expect(
      await problem {
        try await desk.lookForProof(token: token, at: "https://ana.example/", from: here)
      }?.code == .invalid)
    pages.set(
      "https://ana.example/",
      [open.link, "https://fake.example/@ana", "https://fake.example/@otto"])
    try await desk.lookForProof(token: token, at: "https://ana.example/", from: here)
    let opened = try #require(try await desk.checkProof(token: token, from: here))
    let visit = try #require(try await desk.visit(token: opened))
    // Otto's page does not point back.
    #expect(try await desk.theirSide(visit).handles.map(\.address) == ["@ana@fake.example"])
    // A page that is not the one that was named proves nothing to this browser.
    let mallory = try await desk.beginProof(
      "@ana@fake.example", letter: LetterWords(subject: "", text: ""), language: "en",
      from: "198.51.100.9")
    let hers = try #require(try await desk.openProof(token: mallory))
    pages.set("https://mallory.example/", [hers.link, "https://fake.example/@ana"])
    #expect(
      await problem {
        try await desk.lookForProof(
          token: mallory, at: "https://mallory.example/", from: "198.51.100.9")
      }?.code == .invalid)
    #expect(try await desk.checkProof(token: mallory, from: "198.51.100.9") == nil)
  }

  /// A server that somebody names can tell anybody's name above any words.
  @Test(arguments: [
    ("https://lemmy.example/comment/1", "https://lemmy.example/u/ana", true),
    ("https://LEMMY.example/comment/1", "https://lemmy.example/u/ana", true),
    ("https://evil.example/comment/1", "https://lemmy.example/u/ana", false),
    ("https://lemmy.example.evil.example/comment/1", "https://lemmy.example/u/ana", false),
    ("https://lemmy.example@evil.example/comment/1", "https://lemmy.example/u/ana", false),
    ("https://lemmy.example:8443/comment/1", "https://lemmy.example/u/ana", false),
    ("https://evil.example/comment/1", "acct:ana@lemmy.example", false),
  ])
  func onlyWhereTheySignInDoWordsProveWhoSomebodyIs(
    _ page: String, _ person: String, _ isHome: Bool
  ) {
    let author = RemoteHandle(
      remoteID: RemoteID(person), address: "@ana@lemmy.example", name: "Ana")
    #expect(Desk.isHome(page, of: author) == isHome)
  }

  @Test func theirWordOutranksOurReading() async throws {
    let test = try await TestDesk()
    let id = try await test.says("This is bad and broken, I am angry.", id: "q")
    let post = try await test.post("q")
    try await test.desk.correctReading(
      of: post.id, language: "en", tone: .negative, kinds: [.complaint], by: test.alicia)
    #expect(try await test.conversation(id).reasons.contains(.complaint))
    let visit = try await visit(test, as: "ana")

    try await test.desk.theySay(fine: id, visit)
    #expect(try await test.conversation(id).state == .waiting)
    #expect(!(try await test.conversation(id).reasons.contains(.complaint)))

    try await test.desk.theySay(notToday: id, days: 1, visit)
    #expect(try await test.conversation(id).state == .snoozed)
    test.pass(.days(1))
    try await test.desk.wakeSnoozed()
    #expect(try await test.conversation(id).state == .waiting)

    try await test.desk.theySay(notToday: id, days: 7, visit)
    test.pass(.minutes(1))
    try await test.says("I need it now after all", id: "q2", parent: RemoteID("q"))
    #expect(try await test.conversation(id).state == .waiting)

    try await test.desk.theySay(solved: id, visit)
    #expect(try await test.conversation(id).state == .solved)
    let events = try await test.events(of: id)
    for kind in [EventKind.theySaidFine, .theySaidNotToday, .theySaidSolved] {
      #expect(events.contains(kind), "\(kind)")
    }
    let today = try await test.desk.today(PageRequest(), for: test.alicia)
    #expect(today.theirWords.first?.word.kind == .solved)
    #expect(try await test.desk.today(PageRequest(), for: test.observer).theirWords.count == 4)
    let view = try await test.desk.conversation(id, for: test.alicia)
    #expect(view.theirWords.map(\.kind) == [.fine, .notToday, .notToday, .solved])
  }

  @Test func nobodySpeaksForSomebodyElse() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Mine", id: "q")
    try await test.says("Another's", id: "o", by: "otto")
    let visit = try await visit(test, as: "otto")
    for work in [
      { @Sendable in try await test.desk.theySay(solved: id, visit) },
      { @Sendable in try await test.desk.theySay(fine: id, visit) },
      { @Sendable in try await test.desk.theySay(notToday: id, days: 1, visit) },
      { @Sendable in try await test.desk.theySay(solved: ID(1), visit) },
    ] { #expect(await problem(work)?.code == .notFound) }
    #expect(try await test.conversation(id).state == .waiting)
    try await test.desk.theyAreCalled("Otto the Great", visit)
    let people = try await test.desk.people("", PageRequest(), for: test.alicia)
    #expect(Set(people.rows.map(\.person.name)) == ["Ana", "Otto the Great"])
  }

  /// A handle that a member joined to theirs by mistake is somebody else's until it is proven.
  @Test func aHandleThatIsOnlyBelievedToBeTheirsIsNotShown() async throws {
    let test = try await TestDesk()
    try await test.says("Mine", id: "q")
    try await test.says("Otto's secret", id: "o", by: "otto", visibility: .private)
    let person = try await test.personOf("q")
    let otto = try #require(try await test.post("o").author)
    let hers = try #require(try await test.post("q").author)
    let join = HandleJoin(
      id: test.desk.newID(), hers, otto, evidence: JoinEvidence(.word),
      joinedBy: test.lead.member, joinedAt: test.clock.now())
    #expect(try await test.store.write { try $0.insert(join) })
    let visit = try await visit(test, as: "ana")
    let side = try await test.desk.theirSide(visit)
    #expect(side.conversations.count == 1)
    #expect(side.hasUnproven)
    try await test.desk.forgetThem(visit)
    #expect(try await test.post("o").text.plain == "Otto's secret")
    #expect(try await test.store.read { try $0.person(person) }?.erasedAt != nil)
    let left = try await test.personOf("o")
    #expect(left != person)
    #expect(try await test.store.read { try $0.person(left) }?.erasedAt == nil)
  }

  @Test func forgetMeErasesAndUnderAHoldWaitsForItsEnd() async throws {
    let test = try await TestDesk()
    try await test.says("A quokka of mine", id: "q")
    let person = try await test.personOf("q")
    try await test.desk.hold(person, reason: "Claim 12 of 2026", days: 10, by: test.lead)
    let held = try await visit(test, as: "ana")
    #expect(try await test.desk.theirSide(held).hold?.reason == "Claim 12 of 2026")
    let told = await problem { try await test.desk.forgetThem(held) }
    #expect(told?.code == .conflict)
    #expect(told?.text.english.contains("Claim 12 of 2026") == true)
    try await test.desk.keepWishesToBeForgotten()
    #expect(try await Grep.holds("quokka", test.database))
    test.pass(.days(11))
    try await test.desk.keepWishesToBeForgotten()
    #expect(try await Grep.holds("quokka", test.database) == false)

    try await test.says("A wombat of mine", id: "w", by: "otto")
    let free = try await visit(test, as: "otto")
    try await test.desk.forgetThem(free)
    #expect(try await Grep.holds("wombat", test.database) == false)
    #expect(try await Grep.holds("otto", test.database) == false)
    #expect(try await test.store.read { try $0.visit(tokenHash: free.tokenHash) } == nil)
  }

  @Test func whoWasNeverHeardCanBeForgottenBeforehand() async throws {
    let test = try await TestDesk()
    let old = FakeNetwork.post("old", "An old quokka", by: "bob", at: test.clock.now())
    test.pass(.minutes(1))
    try await test.desk.forgetThem(visit(test, as: "bob"))
    try await test.hear([.post(old)])
    #expect(try await Grep.holds("quokka", test.database) == false)
  }
}

/// Sends letters, and keeps them.
final class LetterNetwork: Network, LetterSending {
  let name = NetworkName("letters")
  let title: Message = "Letters"
  private let letters = Mutex<[ProofLetter]>([])

  var sent: [ProofLetter] { letters.withLock { $0 } }

  func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    Capabilities(reply: .never)
  }
  func listen(to source: ListeningSource) async throws -> Heard { Heard(cursor: source.cursor) }
  func offers(for typed: String) async throws -> [Offer] { [] }
  /// As mail reads an address: without signs that nobody sees.
  func person(at address: String) -> RemoteID? {
    RemoteID(
      String(
        address.lowercased().unicodeScalars.filter { $0.properties.generalCategory != .format }))
  }
  func send(_ letter: ProofLetter, as account: AccountAccess) async throws {
    letters.withLock { $0.append(letter) }
  }

  func mail(_ id: String, _ text: String, from address: String, _ at: Instant) -> RemotePost {
    RemotePost(
      reference: RemoteReference(remoteID: RemoteID(id)),
      author: RemoteHandle(
        remoteID: RemoteID(address.lowercased()), address: address, name: "Ana"),
      publishedAt: at, toUs: true, visibility: .private, text: RichText(plain: text))
  }

  func connect(_ test: TestDesk, _ desk: Desk) async throws -> ID<Account> {
    let (account, handle): (ID<Account>, ID<Handle>) = (desk.newID(), desk.newID())
    let source: ID<Source> = desk.newID()
    let sealed = try desk.vault.seal(["token": "x"], for: Owner.account(account))
    let name = name
    let now = test.clock.now()
    try await test.store.write { tx in
      try tx.insert([
        Handle(
          id: handle, network: name, remoteID: RemoteID("desk@mail.example"),
          address: "desk@mail.example", name: "Desk", isOurs: true)
      ])
      try tx.insert(
        Account(
          id: account, network: name, server: "mail.example", handle: handle, addedAt: now),
        credentials: sealed, answerers: [])
      try tx.insert(
        Source(
          id: source, network: name, kind: "inbox", target: "desk@mail.example", name: "Mail",
          account: account, addedAt: now, nextAt: now))
    }
    return account
  }
}

/// Pages that say whose they are.
final class PageNetwork: Network, OwnPagesReading {
  let name: NetworkName
  let title: Message = "Pages"
  private let pages = Mutex<[String: [String]]>([:])

  init(name: NetworkName = NetworkName("pages")) { self.name = name }

  func set(_ page: String, _ links: [String]) { pages.withLock { $0[page] = links } }

  func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    Capabilities(reply: .never)
  }
  func listen(to source: ListeningSource) async throws -> Heard { Heard(cursor: source.cursor) }
  func offers(for typed: String) async throws -> [Offer] { [] }
  func isOwn(_ page: String, of handle: RemoteID) -> Bool { page.hasSuffix(handle.rawValue) }
  func ownersLinks(on page: String) async throws -> [String] {
    guard let links = pages.withLock({ $0[page] }) else {
      throw NetworkError(.gone, "Nothing stands at \(page) any more.")
    }
    return links
  }
}

extension TestDesk {
  /// The same record through a process that knows further networks.
  func desk(with others: [any Network]) -> Desk {
    Desk(
      record: store, networks: Networks([FakeNetwork(far: far)] + others), reader: PlainReader(),
      vault: Vault(key: Array(repeating: 7, count: 32)), uploads: uploads, clock: clock,
      randomness: SeededRandomness(seed: 77),
      address: DeskAddress(base: "https://desk.example", isPublic: true), logger: Self.quiet,
      passwordCost: .least)
  }
}
