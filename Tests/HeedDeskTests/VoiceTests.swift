import HeedDesk
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

/// What a topic's page and the list of topics tell of their counts.
@Suite struct VoiceTests {
  private func topic(_ query: String, _ house: TestDesk) async throws -> ID<Topic> {
    try await house.desk.saveTopic(nil, name: "", query: query, by: house.lead)
  }

  @Test func sharesAddUpAndFewPostsTellNone() async throws {
    let house = try await TestDesk()
    let (bells, whistles, drums) = (
      try await topic("bell", house), try await topic("whistle", house),
      try await topic("drum", house)
    )
    let said = [("a bell", 9), ("a whistle", 6), ("a bell and a whistle", 3), ("a drum", 4)]
    for (text, times) in said {
      for number in 0..<times { try await house.says(text, id: "\(text)\(number)", toUs: false) }
    }
    // Neither our own words nor private ones are talk of others in public.
    try await house.says("a bell", id: "private", visibility: .private)
    let voice = try await house.desk.shareOfVoice()
    #expect(voice.posts == [bells: 12, whistles: 9, drums: 4])
    #expect(voice.percent(of: bells) == 48)
    #expect(voice.percent(of: whistles) == 36)
    #expect(voice.percent(of: drums) == nil)
    #expect(voice.percent(of: ID(1)) == nil)
    try await house.desk.removeTopic(whistles, by: house.lead)
    try await house.desk.removeTopic(drums, by: house.lead)
    // Of one topic alone there is no share.
    #expect(try await house.desk.shareOfVoice().percent(of: bells) == nil)
  }

  @Test func plotsAreNarrowedAndSharesStayWhole() async throws {
    let house = try await TestDesk()
    let bells = try await topic("bell", house)
    for number in 0..<3 { try await house.says("a bell, why?", id: "q\(number)", toUs: false) }
    for number in 0..<2 {
      try await house.says("thanks, great bell", id: "t\(number)", toUs: false)
    }
    let whole = try await house.desk.trend(of: bells)
    #expect(whole.days.map(\.count).reduce(0, +) == 5)
    for (name, posts) in whole.kinds {
      let kind = try #require(Reading.Kind(rawValue: name))
      let part = try await house.desk.trend(of: bells, narrowed: HeardFilter(kind: kind))
      #expect(part.days.map(\.count).reduce(0, +) == posts)
      #expect(part.kinds.map(\.posts) == whole.kinds.map(\.posts))
    }
    #expect(whole.kinds.contains { $0.name == "question" && $0.posts == 3 })
    let elsewhere = try await house.desk.trend(
      of: bells, narrowed: HeardFilter(network: NetworkName("elsewhere")))
    #expect(elsewhere.days.map(\.count).reduce(0, +) == 0)
    let tone = whole.days.map { $0.positive + $0.negative }.reduce(0, +)
    #expect(tone > 0)
  }

  @Test func whatAnEarlierQueryCaughtStaysApart() async throws {
    let house = try await TestDesk()
    let bells = try await topic("bell", house)
    for number in 0..<4 { try await house.says("a bell", id: "b\(number)", toUs: false) }
    house.pass(.days(2))
    try await house.says("a bell", id: "late", toUs: false)
    #expect(try await house.desk.trend(of: bells).earlier == [])
    _ = try await house.desk.saveTopic(bells, name: "", query: "whistle", by: house.lead)
    _ = try await house.desk.saveTopic(bells, name: "", query: "bell -whistle", by: house.lead)
    let trend = try await house.desk.trend(of: bells)
    #expect(trend.days.map(\.count).reduce(0, +) == 5)
    let first = try #require(trend.earlier.first)
    #expect(trend.earlier.count == 1)
    #expect(first.version == 1 && first.posts == 5)
    #expect(first.to - first.from == .days(2))
    // Its posts count for the present query alone.
    try await house.hear([.removed(RemoteID("late"))])
    #expect(try await house.desk.trend(of: bells).days.map(\.count).reduce(0, +) == 4)
    #expect(try await house.desk.trend(of: bells).earlier == [first])
  }

  @Test func aSearchThatIsCutOffSaysHowFarItLookedAndGoesOn() async throws {
    let house = try await TestDesk()
    let make = Maker()
    let author = make.handle()
    let now = house.clock.now()
    let posts = (0..<9_000).map { number -> NewPost in
      let plain = make.post(0, by: author)
      let at = now - .seconds(Int64(number) * 60)
      var post = Post(
        id: ID(IDLayout.id(at: at, tail: plain.id.value)), network: plain.network,
        remoteID: plain.remoteID, author: author.id, conversation: plain.conversation, parent: nil,
        direction: .aboutUs, visibility: .public, receivedAt: at, text: RichText(plain: "oven"))
      post.reading.tone = number == 8_900 ? .negative : .positive
      return NewPost(post: post, terms: ["oven"])
    }
    try await house.store.write { tx in
      try tx.insert([author])
      try tx.insert(posts)
    }
    var request = PageRequest(limit: 50)
    var lookedBack: [Instant] = []
    var found: [PostRow] = []
    // Only what was said is looked at by the thousand; what a query of no word costs is bounded either way.
    while true {
      let page = try await house.desk.search("tone:negative", request, for: house.lead)
      found += page.rows
      lookedBack += [page.lookedBackTo].compactMap { $0 }
      guard let next = page.next else { break }
      request.after = next
    }
    #expect(found.map(\.id) == [posts[8_900].post.id])
    #expect(lookedBack == lookedBack.sorted(by: >))
  }
}
