import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Handles of one human: suggested on what they gave, confirmed by a member, undone in one step.
@Suite struct JoinTests {
  private func handle(_ test: TestDesk, _ name: String) async throws -> Handle {
    let found = try await test.store.read {
      try $0.handles(FakeNetwork.name, remoteIDs: [RemoteID(name)]).first
    }
    return try #require(found)
  }

  private func person(_ test: TestDesk, _ name: String) async throws -> ID<Person> {
    try #require(try await handle(test, name).person)
  }

  private func save(
    _ test: TestDesk, _ kind: Evidence.Kind, of name: String, here: String = "", there: String,
    isMutual: Bool = true
  ) async throws {
    let owner = try await handle(test, name)
    let now = test.clock.now()
    try await test.store.write { tx in
      let known = try tx.evidence(of: [owner.id])
      let seen = Evidence(
        id: ID(Int64(known.count) + owner.id.value), handle: owner.id, kind: kind, here: here,
        there: there, isMutual: isMutual, seenAt: now)
      try tx.save(known + [seen], of: owner.id)
    }
  }

  private func setPage(_ test: TestDesk, _ page: String, of name: String) async throws {
    var changed = try await handle(test, name)
    changed.page = page
    try await test.store.write { [changed] in try $0.update(changed) }
  }

  private func suggested(_ test: TestDesk, _ name: String, by viewer: Viewer? = nil) async throws
    -> [String]
  {
    try await test.desk.joinSuggestions(
      for: person(test, name), by: viewer ?? test.carla
    ).map { "\($0.other.remoteID) \($0.evidence.kind)" }
  }

  @Test func linksBothWaysSuggestFromEitherEnd() async throws {
    let test = try await TestDesk()
    for name in ["ana", "site", "stranger"] { try await test.says("Hello", id: name, by: name) }
    try await setPage(test, "https://there.example/@ana", of: "ana")
    try await save(
      test, .relMe, of: "site", here: "https://ana.example/", there: "https://there.example/@ana/")
    #expect(try await suggested(test, "ana") == ["site links"])
    #expect(try await suggested(test, "site") == ["ana links"])
    #expect(try await suggested(test, "stranger").isEmpty)
  }

  /// Whoever comments types what they like as their page.
  @Test func aPageThatIsOnlyClaimedIsNobodys() async throws {
    let test = try await TestDesk()
    for name in ["ana", "mallory", "site"] { try await test.says("Hello", id: name, by: name) }
    for name in ["ana", "mallory"] {
      try await setPage(test, "https://there.example/@ana", of: name)
    }
    try await save(
      test, .relMe, of: "site", here: "https://ana.example/", there: "https://there.example/@ana/")
    #expect(try await suggested(test, "site").count == 2, "where the network vouches for pages")
    let desk = test.desk(with: [PageNetwork(name: FakeNetwork.name)])
    for (name, others) in [("site", ["ana"]), ("ana", ["site"]), ("mallory", [])] {
      let found = try await desk.joinSuggestions(for: person(test, name), by: test.carla)
      #expect(found.map(\.other.remoteID.rawValue) == others, "\(name)")
    }
  }

  /// Mallory's server calls Ana's page Mallory's, so that what Ana's own site links to seems to be Mallory.
  @Test func aPageThatAnotherServerNamesIsNobodys() async throws {
    let test = try await TestDesk()
    let names = ["https://there.example/@ana", "https://evil.example/@mallory", "site"]
    for name in names { try await test.says("Hello", id: name, by: name) }
    for name in names.prefix(2) {
      try await setPage(test, "https://there.example/@ana", of: name)
    }
    try await save(
      test, .relMe, of: "site", here: "https://ana.example/", there: "https://there.example/@ana/")
    let desk = test.desk(with: [ServerNetwork(name: FakeNetwork.name)])
    for (name, others) in [("site", [names[0]]), (names[0], ["site"]), (names[1], [])] {
      let found = try await desk.joinSuggestions(for: person(test, name), by: test.carla)
      #expect(found.map(\.other.remoteID.rawValue) == others, "\(name)")
    }
    let mallory = try await handle(test, names[1]).id
    await #expect(throws: Problem.self) {
      try await desk.joinHandles(
        of: person(test, "site"), with: mallory, on: .links, by: test.carla)
    }
  }

  @Test func aLinkThatNobodyAnswersSuggestsNothing() async throws {
    let test = try await TestDesk()
    for name in ["ana", "site"] { try await test.says("Hello", id: name, by: name) }
    try await setPage(test, "https://there.example/@ana", of: "ana")
    try await save(
      test, .relMe, of: "site", here: "https://evil.example/", there: "https://there.example/@ana",
      isMutual: false)
    #expect(try await suggested(test, "ana").isEmpty)
    #expect(try await suggested(test, "site").isEmpty)
  }

  @Test func theSameSiteOrMailAddressSuggests() async throws {
    let test = try await TestDesk()
    for name in ["ana", "ana2", "ana3"] { try await test.says("Hello", id: name, by: name) }
    for name in ["ana", "ana2"] {
      try await save(
        test, .relMe, of: name, here: "https://\(name).example", there: "https://home.example")
    }
    try await save(test, .mailAddress, of: "ana", there: "ana@mail.example")
    try await save(test, .mailAddress, of: "ana3", there: "ana@mail.example")
    #expect(try await suggested(test, "ana") == ["ana2 site", "ana3 mailAddress"])
    // The address itself is told nowhere: it was given in confidence.
    let found = try await test.desk.joinSuggestions(for: person(test, "ana"), by: test.carla)
    #expect(found.last?.evidence == JoinEvidence(.mailAddress))
  }

  @Test func anAddressThatTheyGaveIsKeptOnce() async throws {
    let test = try await TestDesk()
    for id in ["a", "b"] {
      var remote = FakeNetwork.post(id, "Hello", by: "ana", at: test.clock.now())
      remote.author.mail = "Ana@Mail.example"
      try await test.hear([.post(remote)])
    }
    let ana = try await handle(test, "ana")
    let kept = try await test.store.read { try $0.evidence(of: [ana.id]) }
    #expect(kept.map(\.there) == ["ana@mail.example"])
    #expect(kept.map(\.kind) == [.mailAddress])
  }

  @Test func aConfirmedSuggestionIsOnePageAndPartsInOneStep() async throws {
    let test = try await TestDesk()
    for name in ["ana", "ana2"] { try await test.says("Hello", id: name, by: name) }
    for name in ["ana", "ana2"] {
      try await save(test, .mailAddress, of: name, there: "ana@mail.example")
    }
    let (first, second) = (try await person(test, "ana"), try await person(test, "ana2"))
    let other = try await handle(test, "ana2").id
    try await test.desk.joinHandles(of: first, with: other, on: .mailAddress, by: test.carla)
    let view = try await test.desk.person(first, PageRequest(), for: test.carla)
    #expect(view.handles.count == 2)
    #expect(view.facts.conversations == 2)
    #expect(view.suggestions.isEmpty)
    #expect(try await test.desk.currentPerson(second) == first)
    let join = try #require(view.joins.first)
    #expect(join.joinedBy == test.carla.member)
    _ = try await test.desk.partHandles(join.id, by: test.alicia)
    #expect(try await person(test, "ana2") == second)
    #expect(try await person(test, "ana") == first)
    // What was parted is not suggested on the same ground again.
    #expect(try await suggested(test, "ana").isEmpty)
    let lead = test.lead
    let kinds = try await test.store.read {
      try $0.audit(PageRequest(), kinds: [.handlesJoined, .handlesParted], for: lead)
    }.rows.map(\.kind)
    #expect(kinds == [.handlesParted, .handlesJoined])
  }

  @Test func whatIsDeclinedIsNotSuggestedAgain() async throws {
    let test = try await TestDesk()
    for name in ["ana", "bob"] { try await test.says("Hello", id: name, by: name) }
    for name in ["ana", "bob"] {
      try await save(test, .mailAddress, of: name, there: "both@mail.example")
    }
    let bob = try await handle(test, "bob").id
    let ana = try await person(test, "ana")
    try await test.desk.declineJoin(of: ana, with: bob, on: .mailAddress, by: test.carla)
    #expect(try await suggested(test, "ana").isEmpty)
    #expect(try await suggested(test, "bob").isEmpty)
    #expect(try await person(test, "bob") != ana)
    #expect(
      await problem {
        try await test.desk.joinHandles(of: ana, with: bob, on: .mailAddress, by: test.carla)
      }?.code == .notFound)
    #expect(
      await problem {
        try await test.desk.joinHandles(of: ana, with: bob, on: .mailAddress, by: test.observer)
      }?.code == .forbidden)
  }

  @Test func whatWasDeclinedOrPartedIsShownWithItsAuthorAndCanBeJoinedAfterAll() async throws {
    let test = try await TestDesk()
    try await test.says("Hello", id: "a", by: "ana")
    try await test.says("Hello", id: "b", by: "bob")
    for name in ["ana", "bob"] {
      try await save(test, .mailAddress, of: name, there: "both@mail.example")
    }
    let bob = try await handle(test, "bob").id
    let ana = try await person(test, "ana")
    func apart(_ name: String) async throws -> [ApartHandles] {
      try await test.desk.person(person(test, name), PageRequest(), for: test.bruno).apart
    }
    test.pass(.minutes(1))
    try await test.desk.declineJoin(of: ana, with: bob, on: .mailAddress, by: test.carla)
    for name in ["ana", "bob"] {
      let declined = try #require(try await apart(name).first)
      #expect(declined.isDeclined)
      #expect(declined.join.partedBy == test.carla.member)
      #expect(declined.join.partedAt == test.clock.now())
    }
    let declined = try #require(try await apart("ana").first?.join.id)
    #expect(
      await problem { _ = try await test.desk.joinAgain(declined, by: test.observer) }?.code
        == .forbidden)
    test.pass(.minutes(1))
    #expect(try await test.desk.joinAgain(declined, by: test.bruno) == ana)
    #expect(try await person(test, "bob") == ana)
    #expect(try await apart("ana").isEmpty)
    // Joining what is joined changes nothing.
    _ = try await test.desk.joinAgain(declined, by: test.bruno)
    let joins = try await test.store.read { try $0.joins(of: [bob]) }
    #expect(joins.map(\.isStanding) == [false, true])
    // Parted, it can be joined once more, as long as what it stood on is there.
    let standing = try #require(joins.last?.id)
    test.pass(.minutes(1))
    _ = try await test.desk.partHandles(standing, by: test.carla)
    let parted = try #require(try await apart("bob").first)
    #expect(!parted.isDeclined)
    #expect(parted.join.partedBy == test.carla.member)
    try await test.store.write { try $0.save([], of: bob) }
    #expect(
      await problem { _ = try await test.desk.joinAgain(parted.join.id, by: test.bruno) }?.code
        == .conflict)
    #expect(try await person(test, "bob") != ana)
  }

  @Test func theirOwnWordJoinsAndThePostThatNamesItIsKept() async throws {
    let test = try await TestDesk()
    try await test.says("Hello", id: "a", by: "ana")
    try await test.says("Hello", id: "b", by: "joana")
    try await test.says("I am joana@fake.example as well", id: "c", by: "ana")
    try await test.says("Nobody said that I am ana", id: "d", by: "eve")
    let ana = try await person(test, "ana")
    try await test.desk.joinByWord(of: ana, with: " @joana@fake.example ", by: test.carla)
    let joana = try await handle(test, "joana")
    #expect(joana.person == ana)
    let join = try await test.store.read { try $0.joins(of: [joana.id]).first }
    #expect(join?.evidence.post == (try await test.post("c").id))
    try await test.desk.joinByWord(of: ana, with: "eve@fake.example", by: test.carla)
    let eve = try await handle(test, "eve")
    #expect(try await test.store.read { try $0.joins(of: [eve.id]).first?.evidence.post } == nil)
    for typed in ["", "@", "nobody@fake.example", "@eve@fake.example"] {
      #expect(
        await problem { try await test.desk.joinByWord(of: ana, with: typed, by: test.carla) }?.code
          == .invalid, "\(typed)")
    }
  }

  @Test func aNameWithoutItsPlaceIsNamedByItsPageAlone() async throws {
    let test = try await TestDesk()
    for name in ["will", "page", "spoke"] { try await test.says("Hello", id: name, by: name) }
    func rename(_ name: String, _ address: String, _ page: String) async throws {
      var changed = try await handle(test, name)
      (changed.address, changed.page) = (address, page)
      try await test.store.write { [changed] in try $0.update(changed) }
    }
    try await rename("will", "will", "https://news.example/user?id=will")
    try await rename("page", "@page", "https://git.example/page")
    try await test.says("I will write, on another page", id: "a", by: "ana")
    let ana = try await person(test, "ana")
    try await test.desk.joinByWord(of: ana, with: "will", by: test.carla)
    let will = try await handle(test, "will").id
    #expect(try await test.store.read { try $0.joins(of: [will]).first?.evidence.post } == nil)
    try await test.says("That is https://git.example/page", id: "b", by: "ana")
    let joined = try await person(test, "ana")
    try await test.desk.joinByWord(of: joined, with: "page", by: test.carla)
    let page = try await handle(test, "page").id
    #expect(
      try await test.store.read { try $0.joins(of: [page]).first?.evidence.post }
        == (try await test.post("b").id))
  }

  @Test func whatIsPrivateSuggestsNothingToOthers() async throws {
    let test = try await TestDesk()
    try await test.says("Hello", id: "a", by: "ana")
    try await test.says("In confidence", id: "b", by: "anon", visibility: .private)
    for name in ["ana", "anon"] {
      try await save(test, .mailAddress, of: name, there: "ana@mail.example")
    }
    #expect(try await suggested(test, "ana", by: test.alicia) == ["anon mailAddress"])
    #expect(try await suggested(test, "ana", by: test.carla).isEmpty)
    let ana = try await person(test, "ana")
    #expect(
      await problem {
        try await test.desk.joinByWord(of: ana, with: "anon@fake.example", by: test.carla)
      }?.code == .invalid)
    let anon = try await handle(test, "anon").id
    try await test.desk.joinHandles(of: ana, with: anon, on: .mailAddress, by: test.alicia)
    let view = try await test.desk.person(ana, PageRequest(), for: test.carla)
    #expect(view.handles.map(\.remoteID.rawValue) == ["ana"])
    #expect(view.joins.isEmpty)
    let join = try await test.store.read { try $0.joins(of: [anon]).first }
    let id = try #require(join?.id)
    #expect(
      await problem { _ = try await test.desk.partHandles(id, by: test.carla) }?.code == .notFound)
  }

  @Test func aMoveJoinsOnTheNetworksWordAndPartsLikeAnyOther() async throws {
    let test = try await TestDesk()
    try await test.says("Hello", id: "a", by: "ana")
    let ana = try await person(test, "ana")
    try await test.hear([.moved(from: FakeNetwork.handle("ana"), to: FakeNetwork.handle("nova"))])
    #expect(try await person(test, "nova") == ana)
    test.pass(.seconds(1))
    try await test.says("It is me, over here", id: "b", by: "nova")
    let nova = try await handle(test, "nova")
    #expect(nova.person == ana)
    let join = try #require(try await test.store.read { try $0.joins(of: [nova.id]).first })
    #expect(join.joinedBy == nil && join.evidence.kind == .moved)
    _ = try await test.desk.partHandles(join.id, by: test.carla)
    #expect(try await person(test, "nova") == nova.ownPerson)
    #expect(try await person(test, "nova") != ana)
    // Heard again it joins nothing again.
    try await test.hear([.moved(from: FakeNetwork.handle("ana"), to: FakeNetwork.handle("nova"))])
    #expect(try await person(test, "nova") != ana)
  }
}

/// A place of many servers, whose people are named by their pages there.
private struct ServerNetwork: VouchingForAuthors {
  let name: NetworkName
  let title: Message = "Servers"

  func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    Capabilities(reply: .never)
  }
  func listen(to source: ListeningSource) async throws -> Heard { Heard(cursor: source.cursor) }
  func offers(for typed: String) async throws -> [Offer] { [] }
}
