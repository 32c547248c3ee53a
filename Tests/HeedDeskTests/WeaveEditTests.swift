import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// Which of the wordings of a post stands: by when they were said to be made, where that was said.
@Suite struct WeaveEditTests {
  private static let id = RemoteID("p")

  private func post(_ words: String, edited minutes: Int64? = nil) -> RemoteEvent {
    let published = WeaveDesk.now - .hours(2)
    return .post(
      RemotePost(
        reference: RemoteReference(remoteID: Self.id),
        author: RemoteHandle(remoteID: RemoteID("ana"), address: "@ana@there.example", name: "Ana"),
        publishedAt: published, editedAt: minutes.map { published + .minutes($0) }, toUs: true,
        text: RichText(plain: words)))
  }

  private func stored(_ desk: WeaveDesk) async throws -> Post {
    try #require(
      try await desk.store.read {
        try $0.posts(WeaveDesk.network, remoteIDs: [Self.id]).first
      })
  }

  @Test func eachEditIsFollowedWhereNobodyTellsItsTime() async throws {
    let desk = try await WeaveDesk(seed: 1)
    for words in ["one", "two", "three", "three", "four"] {
      try await desk.hear([post(words)])
      #expect(try await stored(desk).text.plain == words)
    }
    #expect(try await stored(desk).editedAt == WeaveDesk.now)
  }

  /// What tells a time outranks what does not, in any order, and of those that do the later one stands.
  @Test func aTimeThatWasToldOutranksOneThatWasNot() async throws {
    let wordings = [post("first"), post("later"), post("a", edited: 1), post("b", edited: 2)]
    for order in Self.orders(of: Array(wordings.indices)) {
      let desk = try await WeaveDesk(seed: 1)
      for index in order { try await desk.hear([wordings[index]]) }
      let found = try await stored(desk)
      #expect(found.text.plain == "b", "\(order)")
      #expect(found.editedAt == WeaveDesk.now - .minutes(118), "\(order)")
    }
    // Also where one without a time has the very words of one with it.
    let same = [post("b"), post("a", edited: 1), post("b", edited: 2)]
    for order in Self.orders(of: Array(same.indices)) {
      let desk = try await WeaveDesk(seed: 1)
      try await desk.hear([post("o")])
      for index in order + order { try await desk.hear([same[index]]) }
      let found = try await stored(desk)
      #expect(found.text.plain == "b", "\(order)")
      #expect(found.editedAt == WeaveDesk.now - .minutes(118), "\(order)")
    }
  }

  @Test func placesThatTakeTurnsEndSomewhere() async throws {
    let desk = try await WeaveDesk(seed: 1)
    try await desk.hear([post("one")])
    try await desk.hear([post("two")])
    // Another source has it in other words: it does not take turns with the first.
    for _ in 0..<5 { try await desk.hear([post("elsewhere")], from: 1) }
    #expect(try await stored(desk).text.plain == "two")
    // One that is of two minds ends somewhere.
    for _ in 0..<100 { try await desk.hear([post("three"), post("four")]) }
    let edits = try await desk.store.read { tx in
      try tx.events(after: nil, limit: 1_000, for: nil).count { $0.kind == .postEdited }
    }
    #expect(edits == 30)
  }

  private static func orders(of items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { at -> [[Int]] in
      var rest = items
      let first = rest.remove(at: at)
      return orders(of: rest).map { [first] + $0 }
    }
  }
}
