import HeedDesk
import HeedModel
import HeedTesting
import Testing

struct SpikeTests {
  @Test func anHourOfTheWeekIsHeldAgainstItsOwnPast() {
    // Every Monday at nine forty posts, else two: forty are usual then and a spike at three at night.
    let weeks = (0..<8 * 168).map { $0 % 168 == 9 ? 40 : 2 }
    let monday = SpikeRule(past: weeks + Array(weeks[0..<9]))
    let night = SpikeRule(past: weeks + Array(weeks[0..<3]))
    #expect((night?.bound ?? 0) <= 10)
    #expect((monday?.usual ?? 0) >= 2)
    #expect(SpikeRule(past: Array(repeating: 5, count: 71)) == nil)
  }

  @Test func silenceBeforeListeningBeganIsNoPast() {
    let past = Array(repeating: 0, count: 1_000) + Array(repeating: 30, count: 100)
    #expect(SpikeRule(past: past)?.usual == 30)
  }

  @Test func aWordRisesAgainstItsPastAndOnePersonRaisesNone() {
    func post(_ number: Int64, _ author: Int64, _ terms: [String]) -> SpokenTerms {
      SpokenTerms(post: ID(number), author: ID(author), terms: terms)
    }
    let past = (0..<400).map {
      post(Int64($0), Int64($0), ["shop", $0 % 10 == 0 ? "brake" : "bike"])
    }
    let window = (0..<40).map { number -> SpokenTerms in
      let word = number < 12 ? "recall" : "bike"
      return post(
        Int64(1_000 + number), Int64(number),
        ["shop", word, number < 4 ? "brake" : "bell", "_t_recall", "2013"])
    }
    let loud = (0..<20).map { post(Int64(2_000 + $0), 7, ["shop", "mine"]) }
    let rising = RisingWords.find(in: window + loud, past: past)
    #expect(rising.map(\.word).contains("recall"))
    #expect(rising.first { $0.word == "recall" }?.posts == 12)
    #expect(rising.first { $0.word == "recall" }?.authors == 12)
    #expect(!rising.map(\.word).contains("mine"))
    #expect(!rising.map(\.word).contains("brake"))
    #expect(!rising.map(\.word).contains("shop"))
    #expect(rising.allSatisfy { !$0.word.hasPrefix("_") && $0.word != "2013" })
  }

  @Test func aSpikeIsRaisedOnceToldInWordsAndClosedWhenItFallsBack() async throws {
    let desk = try await TestDesk()
    let make = Maker()
    let authors = (0..<20).map { _ in make.handle() }
    try await desk.store.write { try $0.insert(authors) }
    let start = Instant(milliseconds: desk.clock.now().milliseconds / 3_600_000 * 3_600_000)
    func say(_ hours: Int64, _ count: Int, _ terms: [String]) async throws {
      let posts = (0..<count).map { number -> NewPost in
        var post = make.post(0, by: authors[number % authors.count])
        post = Post(
          id: ID(
            IDLayout.id(at: start + .hours(hours) + .seconds(Int64(number)), tail: post.id.value)),
          network: post.network, remoteID: post.remoteID, author: post.author,
          conversation: post.conversation, parent: nil, direction: .aboutUs, visibility: .public,
          receivedAt: start, text: RichText(plain: terms.joined(separator: " ")))
        return NewPost(post: post, terms: terms)
      }
      try await desk.store.write { try $0.insert(posts) }
    }
    for hour in Int64(-24 * 7)..<0 { try await say(hour, 2, ["shop", "bike"]) }
    try await say(0, 12, ["shop", "recall"])
    for _ in 0..<3 { try await desk.desk.watchSpikes() }
    let told = try await desk.desk.standingSpikes(for: desk.observer)
    #expect(told.count == 1)
    #expect(told.first?.spike.posts == 12)
    #expect(told.first?.spike.usual == 2)
    #expect(told.first?.words.map(\.word) == ["recall"])
    #expect(told.first?.first.map(\.post.publishedAt) == (0..<3).map { start + .seconds($0) })
    desk.clock.advance(by: .hours(2))
    try await say(1, 2, ["shop", "bike"])
    for _ in 0..<2 { try await desk.desk.watchSpikes() }
    #expect(try await desk.desk.standingSpikes(for: desk.observer).isEmpty)
    let all = try await desk.store.read { try $0.spikes(of: nil, limit: 5) }
    #expect(all.count == 1)
    #expect(all.first?.closedAt == desk.clock.now())
    let events = try await desk.store.read {
      try $0.events(after: ID(0), limit: 500, for: desk.lead).map(\.kind)
    }
    #expect(events.count { $0 == .spikeRaised } == 1)
    #expect(events.count { $0 == .spikeClosed } == 1)
  }
}
