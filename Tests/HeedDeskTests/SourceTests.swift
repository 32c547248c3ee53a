import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What "Where you listen" says of a place: its name, when it was last heard, what is wrong.
@Suite struct SourceTests {
  private let house: TestDesk

  init() async throws { house = try await TestDesk() }

  /// Adds a place that nobody has asked yet.
  private func added(_ target: String, name: Message) async throws -> Source {
    let offer = Offer(
      network: FakeNetwork.name, kind: "words", target: target, name: name, asks: "", can: "")
    let id = try await house.desk.add(offer, by: house.lead)
    return try await source(id)
  }

  private func source(_ id: ID<Source>) async throws -> Source {
    try #require(try await house.store.read { try $0.source(id) })
  }

  /// One pass of listening.
  private func pass(
    _ source: Source, _ posts: [RemotePost] = [], name: String? = nil
  ) async throws -> Source {
    let heard = Heard(events: posts.map { .post($0) }, cursor: "c", name: name)
    try await house.desk.takeIn([Batch(source: source, heard: heard)])
    return try await self.source(source.id)
  }

  private func changes(of source: Source) async throws -> [EventKind] {
    try await house.store.read { [viewer = house.lead] in
      try $0.events(after: nil, limit: 10_000, for: viewer)
    }.filter { $0.subject == source.id.value }.map(\.kind)
  }

  /// It was being asked when somebody took it away.
  @Test func whatARemovedSourceStillBringsIsNotTakenIn() async throws {
    let test = try await TestDesk()
    let id = test.source
    let found = try await test.store.read { try $0.source(id) }
    let source = try #require(found)
    try await test.desk.remove(test.account, by: test.lead)
    let late = FakeNetwork.post("late", "Only for you.", at: test.clock.now(), visibility: .private)
    try await test.desk.takeIn([Batch(source: source, heard: Heard(events: [.post(late)]))])
    #expect(
      try await test.store.read { try $0.posts(FakeNetwork.name, remoteIDs: [RemoteID("late")]) }
        .isEmpty)
  }

  /// A pass that was under way when it was said does not move the place where the next one begins.
  @Test func aPlaceOfOursIsAskedFromTheBeginning() async throws {
    let before = try await pass(try await added("12", name: "Topic 12"))
    #expect(before.cursor == "c" && before.oursSince == nil)
    try await house.desk.setOurs(before.id, true, by: house.lead)
    let ours = try await source(before.id)
    #expect(ours.oursSince == house.clock.now() - .days(7))
    #expect(ours.cursor == nil)
    #expect(try await pass(before).cursor == nil)
    #expect(try await pass(ours).cursor == "c")
    try await house.desk.setOurs(before.id, false, by: house.lead)
    let after = try await source(before.id)
    #expect(after.oursSince == nil && after.cursor == "c")
    await #expect(throws: Problem.self) {
      try await house.desk.setOurs(before.id, true, by: house.observer)
    }
  }

  @Test func theNameThatAPlaceTellsIsTakenOverAndOpenPagesHearOfIt() async throws {
    var topic = try await added("12", name: "Topic 12")
    #expect(try await changes(of: topic) == [.sourceAdded])
    topic = try await pass(topic, name: "Bells")
    #expect(topic.name.english == "Bells")
    #expect(try await changes(of: topic) == [.sourceAdded, .sourceChanged])
    topic = try await pass(topic, name: "Bells")
    #expect(try await changes(of: topic).count == 2)
    topic = try await pass(topic, name: "All bells")
    #expect(topic.name.english == "All bells")
    #expect(try await changes(of: topic).count == 3)
  }

  @Test func openPagesHearOfTheFirstAnswerAndOfNoFurtherSilence() async throws {
    var quiet = try await added("bells", name: "Bells")
    quiet = try await pass(quiet)
    #expect(quiet.askedAt != nil && quiet.heardAt == nil)
    #expect(try await changes(of: quiet) == [.sourceAdded, .sourceChanged])
    house.pass(.minutes(1))
    _ = try await pass(quiet)
    #expect(try await changes(of: quiet).count == 2)
  }

  @Test func whatAnotherPlaceToldFirstWasHeardHereAsWell() async throws {
    let words = try await added("bicycle", name: "“bicycle”")
    var thread = try await added("12", name: "Answers")
    let first = FakeNetwork.post("a", "a bicycle bell", at: house.clock.now(), toUs: false)
    house.pass(.minutes(1))
    _ = try await pass(words, [first])
    house.pass(.minutes(1))
    thread = try await pass(thread, [first])
    let heard = house.clock.now()
    #expect(thread.heardAt == heard)
    // The same again is nothing new.
    house.pass(.minutes(1))
    thread = try await pass(thread, [first])
    #expect(thread.heardAt == heard)
    // A later one counts by when it was said, whoever told it first.
    let said = house.clock.now()
    let second = FakeNetwork.post("b", "another bicycle", at: said, toUs: false)
    _ = try await pass(words, [second])
    house.pass(.minutes(5))
    thread = try await pass(thread, [first, second])
    #expect(thread.heardAt == said)
    // A clock that goes wrong over there makes nobody heard in time to come.
    let ahead = FakeNetwork.post(
      "c", "from tomorrow", at: house.clock.now() + .days(1), toUs: false)
    _ = try await pass(words, [ahead])
    thread = try await pass(thread, [ahead])
    #expect(thread.heardAt.map { $0 <= house.clock.now() } == true)
  }

  @Test func whatHasANameThatNoRecordCanHoldCostsItselfAlone() async throws {
    let words = try await added("open", name: "“open”")
    let now = house.clock.now()
    let long = String(repeating: "x", count: 70_000)
    var answer = FakeNetwork.post("b", "two", at: now)
    answer.parent = RemoteID(long)
    let heard = try await pass(
      words,
      [
        FakeNetwork.post(long, "one", at: now), answer,
        FakeNetwork.post("c", "three", by: long, at: now),
        FakeNetwork.post("d", "four", at: now),
      ])
    #expect(heard.heardAt == now && heard.cursor == "c")
    let kept = try await house.store.read {
      try $0.posts(FakeNetwork.name, remoteIDs: ["b", "c", "d"].map { RemoteID($0) })
    }
    #expect(kept.map(\.remoteID) == [RemoteID("d")])
  }

  @Test func theEchoOfOursIsNothingThatWasHeard() async throws {
    let now = house.clock.now()
    let ours = RemotePost(
      reference: RemoteReference(remoteID: RemoteID("o")), author: FakeNetwork.shop,
      publishedAt: now, text: RichText(plain: "We are open."))
    let words = try await added("open", name: "“open”")
    _ = try await pass(words, [ours])
    var other = try await added("12", name: "Answers")
    other = try await pass(other, [ours])
    #expect(other.heardAt == nil)
  }

  @Test func aPlaceThatNeverAnsweredSaysAtOnceWhatIsWrong() async throws {
    var place = try await added("bells", name: "Bells")
    let away = NetworkError(.temporary, "bells.example cannot be reached. The desk tries again.")
    await house.desk.noteTrouble(away, of: place)
    place = try await source(place.id)
    #expect(place.trouble == away.text)
    #expect(try await changes(of: place) == [.sourceAdded, .sourceFailed])
    place = try await pass(place)
    #expect(place.trouble == nil && place.failures == 0)
    #expect(try await changes(of: place).last == .sourceRecovered)
    // Once it has answered, a single fault mends itself before anybody could.
    await house.desk.noteTrouble(away, of: place)
    #expect(try await source(place.id).trouble == nil)
    for _ in 0..<2 { await house.desk.noteTrouble(away, of: place) }
    #expect(try await source(place.id).trouble == away.text)
  }

  /// The account works again when its place lets it in, without anybody signing in anew; not before each of its sources
  /// that were shut out says so.
  @Test func anAccountThatIsHeardWithAgainIsNoTroubleAnyMore() async throws {
    let account = house.account
    func trouble() async throws -> Message? {
      try await house.store.read { try $0.account(account)?.trouble }
    }
    var first = try await source(house.source)
    var second = first
    second.id = ID(first.id.value + 1)
    second.target = "more"
    try await house.store.write { [second] in try $0.insert(second) }
    let shut = NetworkError(.signedOut, "fake.example no longer lets this account in.")
    await house.desk.noteTrouble(shut, of: first)
    await house.desk.noteTrouble(shut, of: second)
    #expect(try await trouble() == shut.text)
    first = try await pass(first)
    #expect(try await trouble() == shut.text)
    second = try await pass(second)
    #expect(try await trouble() == nil)
    // It can be shut out again, and is told again.
    await house.desk.noteTrouble(shut, of: first)
    #expect(try await trouble() == shut.text)
  }
}
