import HackerNewsNetwork
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@Suite struct HackerNewsTests {
  @Test(arguments: NetworkConformance.rules(for: HackerNewsFixture().network))
  func conforms(to rule: NetworkConformance.Rule) async throws {
    try await rule.check(HackerNewsFixture())
  }

  private func all(_ far: HackerNewsFixture, _ source: ListeningSource) async throws -> Heard {
    var source = source
    var all = Heard(cursor: source.cursor)
    repeat {
      let heard = try await far.hackerNews.listen(to: source)
      all.events += heard.events
      (all.cursor, all.next, source.cursor) = (heard.cursor, heard.next, heard.cursor)
    } while all.next == .zero
    return all
  }

  @Test func markupBecomesTextAndLinks() async throws {
    let far = HackerNewsFixture()
    far.double.say(
      "It&#x27;s <i>fine</i>, see <a href=\"https:&#x2F;&#x2F;bells.example&#x2F;a\" rel=\"nofollow\">https:&#x2F;&#x2F;bells.exam...</a><p>Second.<pre><code>let x = 1\n</code></pre> bellshop",
      parent: far.story)
    let post = try #require(
      try await all(far, far.source("words", "bellshop")).events.compactMap {
        if case .post(let post) = $0 { post } else { nil }
      }.last)
    #expect(post.text.plain.contains("It's fine, see https://bells.exam..."))
    #expect(post.text.blocks.count >= 3)
    #expect("\(post.text)".contains("https://bells.example/a"))
  }

  @Test func aStoryThatLinksHasATitleAndItsAddress() async throws {
    let far = HackerNewsFixture()
    let heard = try await all(far, far.source("site", "bells.example"))
    guard case .post(let post) = heard.events.first else {
      Issue.record("nothing heard")
      return
    }
    #expect(post.title == "Show HN: Bells")
    #expect(post.text.plain.contains("https://bells.example/"))
    #expect(post.parent == nil)
    #expect(post.reference.address == "https://news.ycombinator.com/item?id=\(far.story)")
  }

  /// More than fits into a page, many within one second, and one that the search shows late.
  @Test(arguments: 1...5)
  func nothingIsMissedBetweenTwoLooks(_ seed: Int) async throws {
    let far = HackerNewsFixture()
    far.double.limit(to: 7)
    var source = far.source("thread", String(far.story))
    far.double.say("First.", parent: far.story)
    source.cursor = try await all(far, source).cursor
    var said: Set<String> = []
    var late: [Int] = []
    for number in 0..<60 {
      if (number * 7 + seed) % 5 < 3 { far.clock.advance(by: .seconds(1)) }
      let id = far.double.say("Number \(number).", parent: far.story)
      said.insert("Number \(number).")
      if number == 55 + seed % 3 {
        far.double.hide(id, true)
        late.append(id)
      }
    }
    var heard: Set<String> = []
    func listen() async throws {
      let part = try await all(far, source)
      source.cursor = part.cursor
      for case .post(let post) in part.events { heard.insert(post.text.plain) }
    }
    try await listen()
    for id in late { far.double.hide(id, false) }
    try await listen()
    #expect(said.subtracting(heard).isEmpty)
  }

  @Test func whatModeratorsKilledIsGone() async throws {
    let far = HackerNewsFixture()
    let said = try await far.say("Buy my bells.", inReplyTo: nil)
    far.double.change(Int(said.local ?? "") ?? 0) { $0.isDead = true }
    #expect(
      try await far.hackerNews.recheck([said], as: nil) == [.removed(said.remoteID)])
    await #expect(throws: NetworkError.self) {
      try await far.hackerNews.post(said, as: nil, isNamedByOthers: false)
    }
  }

  @Test func anItemThatNeverWasIsNotTakenForDeleted() async throws {
    let far = HackerNewsFixture()
    #expect(try await far.hackerNews.recheck([far.reference(7)], as: nil).isEmpty)
  }

  @Test func belowWhatWasTakenAwayOthersAreStillHeard() async throws {
    let far = HackerNewsFixture()
    let above = try await far.say("Above.", inReplyTo: nil)
    let middle = try await far.say("Middle.", inReplyTo: above)
    let below = try await far.say("Below.", inReplyTo: middle)
    try await far.remove(middle)
    let events = try await far.hackerNews.thread(around: above, as: nil)
    let ids = events.compactMap { event -> RemoteID? in
      if case .post(let post) = event { post.reference.remoteID } else { nil }
    }
    #expect(ids.contains(below.remoteID))
    #expect(!ids.contains(middle.remoteID))
  }

  @Test func anItemThatIsItsOwnAncestorEndsSomewhere() async throws {
    let far = HackerNewsFixture()
    let said = try await far.say("Round.", inReplyTo: nil)
    let number = Int(said.local ?? "") ?? 0
    far.double.change(number) { $0.parent = number }
    _ = try await far.hackerNews.thread(around: said, as: nil)
    _ = try await far.hackerNews.offer(
      following: far.hackerNews.post(said, as: nil, isNamedByOthers: false))
  }

  @Test(arguments: [
    ("https://news.ycombinator.com/item?id=42", 42), ("news.ycombinator.com/item?id=42", 42),
    ("https://news.ycombinator.com/item?id=1#42", 42),
    ("https://news.ycombinator.com/item?id=42&p=2", 42),
    ("https://news.ycombinator.com/item?id=-1", nil),
    ("https://news.ycombinator.com/item?id=x", nil),
    ("https://news.ycombinator.com/newest", nil), ("https://evil.example/item?id=42", nil),
    ("https://news.ycombinator.com.evil.example/item?id=42", nil),
  ])
  func pagesAreKnownByTheirAddress(_ address: String, _ number: Int?) {
    let far = HackerNewsFixture()
    #expect(far.hackerNews.reference(at: address)?.local == number.map(String.init))
  }

  @Test(arguments: [
    ("corner bikes", "words", "corner bikes"), ("#bells", "words", "bells"),
    ("https://www.bells.example/shop", "site", "bells.example"),
    ("bells.example", "site", "bells.example"),
    ("https://news.ycombinator.com/user?id=ana_b", "author", "ana_b"),
  ])
  func whatIsTypedIsRecognised(_ typed: String, _ kind: String, _ target: String) async throws {
    let far = HackerNewsFixture()
    let offers = try await far.hackerNews.offers(for: typed)
    #expect(offers.map(\.kind) == [kind])
    #expect(offers.map(\.target) == [target])
    #expect(far.wire.requests.isEmpty, "nobody is asked before somebody says yes")
  }

  @Test(arguments: [
    "@ana@bolha.example", "https://news.ycombinator.com/user?id=../x", "!!", "ftp://x.example",
  ])
  func whatMeansNothingHereIsOfferedNothing(_ typed: String) async throws {
    let far = HackerNewsFixture()
    #expect(try await far.hackerNews.offers(for: typed).isEmpty)
  }

  @Test func anAnswerByHandIsFoundAndItsThreadFollowed() async throws {
    let far = HackerNewsFixture()
    let said = try await far.say("Any good?", inReplyTo: nil)
    #expect(far.hackerNews.page(toAnswer: said) == said.address)
    let ours = far.double.say("We think so.", by: "shopkeeper", parent: Int(said.local ?? ""))
    let post = try await far.hackerNews.post(far.reference(ours), as: nil, isNamedByOthers: false)
    #expect(post.author.address == "shopkeeper")
    #expect(post.parent == said.remoteID)
    let offer = try #require(try await far.hackerNews.offer(following: post))
    #expect(offer.kind == "thread")
    #expect(offer.target == String(far.story))
    #expect(offer.name.english.contains("Show HN: Bells"))
  }

  @Test(arguments: [
    "[]", "{}", "null", "<html>", #"{"hits":{}}"#, #"{"hits":[{"objectID":"x"},7,null]}"#,
  ])
  func aSearchThatAnswersNonsenseDoesNoHarm(_ body: String) async throws {
    let clock = ManualClock()
    let wire = DoubleWire { request in
      WireResponse(status: 200, body: Array(body.utf8), address: request.address)
    }
    let network = HackerNewsNetwork(wire: wire, clock: clock)
    do {
      let heard = try await network.listen(
        to: ListeningSource(id: ID(1), kind: "words", target: "x", cursor: nil))
      #expect(heard.events.isEmpty)
    } catch let error as NetworkError {
      #expect(error.kind == .malformed)
    }
  }
}
