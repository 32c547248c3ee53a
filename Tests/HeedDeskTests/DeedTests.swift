import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

/// “You said, we did”, for everybody: off until a lead turns it on, added to, and nobody is named.
@Suite struct DeedTests {
  private func publishing(_ test: TestDesk) async throws {
    var settings = try await test.desk.settings()
    settings.publishesDeeds = true
    try await test.desk.save(settings, by: test.lead)
  }

  @Test func whatBecameOfAWishIsToldToEverybodyOnceAndNamesNobody() async throws {
    let test = try await TestDesk()
    try await test.says("Please keep bells for wide bars.", id: "a")
    let post = try await test.post("a").id
    let wish = try await test.desk.gather(
      post, to: nil, title: "Bells for wide bars", kind: .wish, by: test.alicia)
    func publish(_ wished: String, _ done: String) async -> Problem? {
      await problem {
        try await test.desk.publishDeed(wish, wished: wished, done: done, by: test.alicia)
      }
    }
    func told() async throws -> [PublishedDeed] {
      try await test.desk.publishedDeeds(PageRequest()).rows
    }
    #expect(await problem { _ = try await told() }?.code == .notFound)
    #expect(await publish("Bells.", "They are here.")?.code == .conflict)
    try await publishing(test)
    // It did not come true yet.
    #expect(await publish("Bells.", "They are here.")?.code == .conflict)
    test.pass(.minutes(1))
    try await test.desk.change(wish, to: .done, reason: "They are here.", by: test.alicia)
    test.pass(.minutes(1))
    for name in ["Ana", "ana", "@somebody", "Alicia"] {
      #expect(await publish("Bells.", "\(name) has the first.")?.field == "word", "\(name)")
      #expect(await publish("\(name) wants bells.", "Here.")?.field == "said", "\(name)")
    }
    #expect(await publish("", "Here.")?.field == "said")
    #expect(await publish("Bells.", "They are here.") == nil)
    #expect(await publish("Bells.", "Something nicer.")?.code == .conflict)
    let first = try await told()
    #expect(first.map(\.wished) == ["Bells."])
    #expect(first.map(\.people) == [1])
    // A later step is added; what stood stays.
    test.pass(.minutes(1))
    try await test.desk.change(wish, to: .done, reason: "In red, too.", by: test.alicia)
    test.pass(.minutes(1))
    #expect(await publish("Bells.", "In red, too.") == nil)
    #expect(try await told().map(\.done) == ["In red, too.", "They are here."])
  }

  @Test func whatWasWishedInPrivateIsNotToldToEverybody() async throws {
    let test = try await TestDesk()
    try await publishing(test)
    try await test.says("A bell for me, please.", id: "p", visibility: .private)
    let post = try await test.post("p").id
    let wish = try await test.desk.gather(
      post, to: nil, title: "A bell", kind: .wish, by: test.alicia)
    try await test.desk.change(wish, to: .done, reason: "It is here.", by: test.alicia)
    #expect(
      await problem {
        try await test.desk.publishDeed(wish, wished: "A bell.", done: "Here.", by: test.alicia)
      }?.code == .conflict)
    let view = try await test.desk.wish(wish, PageRequest(), for: test.alicia)
    #expect(!view.deeds.isForAll(view.row.wish))
  }

  @Test func nobodyWhoAskedInPrivateIsNamedByWhomCannotSeeThem() async throws {
    let test = try await TestDesk()
    try await publishing(test)
    try await test.says("Please keep bells for wide bars.", id: "a")
    try await test.says("A bell for me, please.", id: "p", by: "zoe", visibility: .private)
    let wish = try await test.desk.gather(
      test.post("a").id, to: nil, title: "Bells", kind: .wish, by: test.alicia)
    _ = try await test.desk.gather(
      test.post("p").id, to: wish, title: "", kind: .wish, by: test.alicia)
    test.pass(.minutes(1))
    try await test.desk.change(wish, to: .done, reason: "They are here.", by: test.alicia)
    let refused = await problem {
      try await test.desk.publishDeed(
        wish, wished: "Bells.", done: "Zoe has the first.", by: test.carla)
    }
    #expect(refused?.field == "word")
    #expect(refused.map { !$0.text.english.contains("Zoe") } == true)
    try await test.desk.publishDeed(wish, wished: "Bells.", done: "They are here.", by: test.carla)
  }

  @Test func theReadyPostIsHeldBackWhileItsWordsNameSomebody() async throws {
    let test = try await TestDesk()
    try await test.says("Please keep bells for wide bars.", id: "a")
    let post = try await test.post("a").id
    let wish = try await test.desk.gather(
      post, to: nil, title: "Bells for wide bars", kind: .wish, by: test.alicia)
    try await test.desk.change(wish, to: .done, reason: "Ana has the first.", by: test.alicia)
    let named = try await test.desk.wish(wish, PageRequest(), for: test.alicia)
    #expect(named.deeds.isForAll(named.row.wish))
    #expect(named.deeds.names != nil)
    test.pass(.seconds(1))
    try await test.desk.change(wish, to: .done, reason: "They are here.", by: test.alicia)
    let free = try await test.desk.wish(wish, PageRequest(), for: test.alicia)
    #expect(free.deeds.names == nil)
    #expect(!free.deeds.voices.isEmpty)
  }
}
