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
