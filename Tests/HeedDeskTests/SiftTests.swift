import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What a network that hears everything is told to leave aside.
@Suite struct SiftTests {
  @Test func onlyWhatTheRecordWouldKeepPasses() async throws {
    let house = try await TestDesk()
    let now = house.clock.now()
    try await house.store.write { tx in
      try tx.insert(
        Topic(
          id: ID(77), name: "Bells", query: "bell", addedBy: nil, addedAt: now, changedAt: now))
    }
    try await house.desk.reloadTopics()
    var source = try #require(try await house.store.read { try $0.source(house.source) })
    source.isBroad = true
    var mention = FakeNetwork.post("d", "hello shop", at: now, toUs: false)
    mention.mentions = [FakeNetwork.shop.remoteID]
    var edit = FakeNetwork.post("e", "changed", at: now, toUs: false)
    edit.editedAt = now
    let kept: [RemoteEvent] = [
      .post(FakeNetwork.post("a", "a blue bell", at: now, toUs: false)),
      .post(FakeNetwork.post("b", "to you", at: now)), .post(mention), .removed(RemoteID("a")),
    ]
    let dropped: [RemoteEvent] = [
      .post(FakeNetwork.post("c", "nothing", at: now, toUs: false)), .post(edit),
      .removed(RemoteID("never heard")),
    ]
    let passed = try await Sift(desk: house.desk, source: source).sift(dropped + kept)
    #expect(passed == kept)
    source.isBroad = false
    let all = try await Sift(desk: house.desk, source: source).sift(dropped + kept)
    #expect(all == dropped + kept)
  }

  @Test func whoseAccountIsGoneHasTheirWordsTakenAway() async throws {
    let house = try await TestDesk()
    let ana = FakeNetwork.handle("ana").remoteID
    for number in 0..<250 { try await house.says("word \(number)", id: "p\(number)") }
    try await house.says("another", id: "q", by: "bruno")
    let now = house.clock.now()
    let ours = FakeNetwork.post("o", "ours", by: "shop", at: now, toUs: false)
    try await house.hear([
      .post(
        RemotePost(
          reference: ours.reference, author: FakeNetwork.shop, publishedAt: now, text: ours.text))
    ])
    var source = try #require(try await house.store.read { try $0.source(house.source) })
    source.isBroad = true
    let events: [RemoteEvent] = [
      .gone(ana), .gone(FakeNetwork.shop.remoteID), .gone(RemoteID("nobody")),
    ]
    #expect(
      try await Sift(desk: house.desk, source: source).sift(events) == Array(events.prefix(2)))
    try await house.hear(events)
    for id in ["p0", "p249"] {
      let post = try await house.post(id)
      #expect(post.removedAt != nil && post.text.isEmpty)
    }
    #expect(try await house.post("q").text.plain == "another")
    #expect(try await house.post("o").text.plain == "ours")
    // Again is harmless.
    try await house.hear(events)
    let found = try await house.desk.search("word", PageRequest(), for: house.lead)
    #expect(found.rows.isEmpty)
  }

  @Test func whatIsKeptStaysWithinReach() async throws {
    let house = try await TestDesk()
    let now = house.clock.now()
    let source = try #require(try await house.store.read { try $0.source(house.source) })
    let told = FakeNetwork.post("a", "once said", at: now)
    try await house.desk.hear([.post(told)], from: source.id)
    var broad = source
    broad.isBroad = true
    var edit = told
    edit.toUs = false
    edit.editedAt = now
    let events: [RemoteEvent] = [.post(edit), .removed(told.reference.remoteID)]
    #expect(try await Sift(desk: house.desk, source: broad).sift(events) == events)
  }
}
