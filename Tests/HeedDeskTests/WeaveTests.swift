import Foundation
import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// Row 11 of the reliability table: the order in which talk arrives does not show afterwards. A thousand threads in
/// twenty orders with HEED_RELIABILITY=full; any other count with HEED_WEAVE_THREADS and HEED_WEAVE_ORDERS.
@Suite struct WeaveTests {
  private static func number(_ name: String, _ standard: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
  }

  @Test func everyOrderGivesTheSameThreads() async throws {
    let isFull = ProcessInfo.processInfo.environment["HEED_RELIABILITY"] == "full"
    let threads = Self.number("HEED_WEAVE_THREADS", isFull ? 1_000 : 40)
    let orders = Self.number("HEED_WEAVE_ORDERS", isFull ? 20 : 6)
    let seed = UInt64(Self.number("HEED_WEAVE_SEED", Int.random(in: 1...1_000_000)))
    print("Weaving \(threads) threads in \(orders) orders, HEED_WEAVE_SEED=\(seed)")
    var chance = WeaveChance(seed: seed)
    // Groups, so that each record stays small and each order quick.
    var left = threads
    while left > 0 {
      let group = min(left, 20)
      left -= group
      let talk = WeaveTalk(threads: group, chance: &chance)
      // A place of ours every other time, since the middle of what was said.
      let since = chance.isLucky(50) ? WeaveDesk.now - .hours(6) : nil
      let wanted = try await woven(
        talk.events, of: talk.ids, &chance, shuffled: false, oursSince: since)
      #expect(!wanted.conversations.isEmpty)
      for order in 1..<max(orders, 2) {
        let found = try await woven(
          talk.events, of: talk.ids, &chance, shuffled: true, oursSince: since)
        let differences = found.differences(from: wanted)
        #expect(
          differences.isEmpty,
          "seed \(seed), order \(order):\n\(differences.prefix(6).joined(separator: "\n"))")
        if !differences.isEmpty { return }
      }
    }
  }

  private func woven(
    _ events: [WeaveTalk.Event], of ids: [RemoteID], _ chance: inout WeaveChance, shuffled: Bool,
    oursSince: Instant?
  ) async throws -> Threads {
    let desk = try await WeaveDesk(seed: chance.next(), oursSince: oursSince)
    var left = (shuffled ? events.shuffled(using: &chance) : events)[...]
    while let first = left.first {
      let size = Int.random(in: 1...40, using: &chance)
      let batch = left.prefix(size).prefix { $0.source == first.source }
      try await desk.hear(batch.map(\.event), from: first.source)
      left = left.dropFirst(batch.count)
    }
    return try await desk.threads(of: ids)
  }

  @Test func hearingEverythingAgainChangesNothing() async throws {
    var chance = WeaveChance(seed: 4)
    let talk = WeaveTalk(threads: 20, chance: &chance)
    let desk = try await WeaveDesk(seed: 5)
    for event in talk.events { try await desk.hear([event.event], from: event.source) }
    let once = try await desk.threads(of: talk.ids)
    let last = try await desk.store.read { try $0.lastEvent() }
    for event in talk.events.shuffled(using: &chance) {
      try await desk.hear([event.event], from: event.source)
    }
    #expect(try await desk.threads(of: talk.ids).differences(from: once) == [])
    let later = try await desk.store.read { try $0.lastEvent() }
    #expect(later == last)
  }

  @Test func whatASourceTellsUncleanlyIsNoEditWhenHeardAgain() async throws {
    let desk = try await WeaveDesk(seed: 1)
    var post = Self.post("p", by: "ana")
    post.text = RichText([.paragraph([.text("a "), .text(" b\u{7}"), .strong([])])])
    try await desk.hear([.post(post)])
    try await desk.hear([.post(post)])
    #expect(try await desk.threads(of: [RemoteID("p")]).posts["p"]?.editedAt == 0)
  }

  @Test func aPostThatAnswersItselfOrItsOwnAnswersIsStillTakenIn() async throws {
    let desk = try await WeaveDesk(seed: 1)
    try await desk.hear([.post(Self.post("self", by: "ana", parent: "self"))])
    try await desk.hear([.post(Self.post("a", by: "ana", parent: "b"))])
    try await desk.hear([.post(Self.post("b", by: "ana", parent: "c"))])
    try await desk.hear([.post(Self.post("c", by: "ana", parent: "a"))])
    let posts = try await desk.threads(of: ["self", "a", "b", "c"].map { RemoteID($0) }).posts
    #expect(posts["self"]?.parent == "")
    #expect(["a", "b", "c"].map { posts[$0]?.parent } == ["b", "c", ""])
    #expect(Set(["a", "b", "c"].map { posts[$0]?.thread }).count == 1)
  }

  @Test func wordsAboutUsOfThoseWhoOptedOutAreNeverTakenIn() async throws {
    let desk = try await WeaveDesk(seed: 1)
    var about = Self.post("about", by: "ana")
    about.author.optedOut = true
    var toUs = Self.post("toUs", by: "ana")
    toUs.author.optedOut = true
    toUs.toUs = true
    var aside = Self.post("aside", by: "ana", parent: "toUs")
    aside.author.optedOut = true
    for events in [[about, toUs, aside], [aside, about, toUs]] {
      try await desk.hear(events.map { .post($0) })
    }
    let posts = try await desk.threads(of: ["about", "toUs", "aside"].map { RemoteID($0) }).posts
    #expect(posts.keys.sorted() == ["toUs"])
  }

  @Test func aBroadSourceKeepsOnlyWhatSpeaksToUsOrMatches() async throws {
    let topic = Topic(
      id: ID(1), name: "Shop", query: "shop", addedBy: nil, addedAt: WeaveDesk.now,
      changedAt: WeaveDesk.now)
    var toUs = Self.post("toUs", by: "ana")
    toUs.toUs = true
    let posts = [
      toUs, Self.post("aside", by: "bea", parent: "toUs"),
      Self.post("matching", by: "bea", parent: "toUs", "the shop"), Self.post("other", by: "cy"),
      Self.post("about", by: "cy", "a shop there"),
    ]
    for order in [posts, posts.reversed()] {
      let desk = try await WeaveDesk(seed: 1, broad: true)
      try await desk.store.write { try $0.insert(topic) }
      try await desk.desk.reloadTopics()
      for post in order { try await desk.hear([.post(post)]) }
      let kept = try await desk.threads(of: posts.map(\.reference.remoteID)).posts
      #expect(
        kept.mapValues(\.direction) == ["toUs": "toUs", "matching": "aside", "about": "aboutUs"])
    }
  }

  @Test func whoSpeaksWithUsIsWhoeverSpokeFirst() async throws {
    var late = Self.post("late", by: "bea", parent: "early")
    late.toUs = true
    late.publishedAt = WeaveDesk.now - .minutes(1)
    var early = Self.post("early", by: "ana")
    early.toUs = true
    early.publishedAt = WeaveDesk.now - .minutes(9)
    for order in [[early, late], [late, early]] {
      let desk = try await WeaveDesk(seed: 1)
      for post in order { try await desk.hear([.post(post)]) }
      let kept = try await desk.threads(of: ["early", "late"].map { RemoteID($0) }).conversations
      #expect(kept.values.map(\.handle) == ["ana"])
    }
  }

  @Test func otherWordsUnderTheIdOfWhatNeverChangesDoNotReplaceIt() async throws {
    for isUnchangeable in [true, false] {
      let desk = try await WeaveDesk(seed: 1)
      var mail = Self.post("m", by: "ana", "my words")
      mail.isUnchangeable = isUnchangeable
      var forged = Self.post("m", by: "eve", "other words")
      forged.isUnchangeable = isUnchangeable
      try await desk.hear([.post(mail)])
      try await desk.hear([.post(forged)])
      let kept = try await desk.store.read {
        try $0.posts(WeaveDesk.network, remoteIDs: [RemoteID("m")])
      }
      #expect(kept.map(\.text.plain) == [isUnchangeable ? "my words" : "other words"])
    }
  }

  @Test func aMachineThatAnswersUsMakesNobodyWait() async throws {
    let ours = Self.post("ours", by: "us")
    var machine = Self.post("machine", by: "machine", parent: "ours")
    machine.author.isBot = true
    let person = Self.post("person", by: "ana", parent: "ours")
    for order in [[ours, machine, person], [machine, person, ours], [person, ours, machine]] {
      let desk = try await WeaveDesk(seed: 1)
      for post in order { try await desk.hear([.post(post)]) }
      let posts = try await desk.threads(of: order.map(\.reference.remoteID)).posts
      #expect(
        posts.mapValues(\.direction) == ["ours": "ours", "machine": "aside", "person": "toUs"])
    }
  }

  private static func post(
    _ id: String, by author: String, parent: String? = nil, _ words: String = "some words"
  ) -> RemotePost {
    RemotePost(
      reference: RemoteReference(remoteID: RemoteID(id)),
      author: RemoteHandle(remoteID: RemoteID(author), address: "@\(author)@x", name: author),
      publishedAt: WeaveDesk.now - .minutes(5), parent: parent.map { RemoteID($0) },
      text: RichText(plain: words))
  }
}
