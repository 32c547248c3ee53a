import HeedModel
import HeedNetwork
import HeedSQLite
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// Whoever is erased takes what is theirs along, and nothing of ours (law 5) or of others (law 4).
@Suite struct ErasureLimitsTests {
  /// A guest below an article has the article's site in place of an address of their own.
  @Test func aGuestTakesTheirSitesNameAlong() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Do you send saddles?", id: "q")
    _ = try await test.write("Yes: https://blog.example/sending says how.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let ours = try await Self.answer(test, id)
    let guest = try #require(try await test.post("q").author)
    try await test.database.write { sql in
      try sql.run(
        """
        UPDATE handles SET network = 'wordpress', remote_id = 'blog.example#guest-1',
          address = 'blog.example', name = 'blog.example', page = NULL WHERE id = $1
        """, .integer(guest.value))
    }
    let now = test.clock.now()
    try await test.desk.record.write { tx in
      try tx.insert(
        Source(
          id: ID(77), network: NetworkName("wordpress"), kind: "comments", target: "blog.example",
          name: "Blog", addedAt: now, nextAt: now))
    }
    try await test.desk.erase(test.personOf("q"), by: test.lead)
    let after = try await Self.answer(test, id)
    #expect(after.text == ours.text)
    #expect(after.remoteID == ours.remoteID)
    let source = try #require(try await test.desk.record.read { try $0.source(ID(77)) })
    #expect(source.removedAt == nil && source.target == "blog.example")
  }

  /// Who repeats our whole answer and is erased takes none of it along.
  @Test func whatWeSaidStaysHoweverItIsRepeated() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Do you send saddles?", id: "q")
    _ = try await test.write("We send every saddle on Friday, insured and without a fee.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let ours = try await Self.answer(test, id)
    test.pass(.minutes(1))
    try await test.says(
      "We send every saddle on Friday, insured and without a fee. That is what you said.",
      id: "q2", parent: RemoteID("q"))
    try await test.desk.erase(test.personOf("q"), by: test.lead)
    #expect(try await Self.answer(test, id).text == ours.text)
  }

  /// A place called like somebody is not theirs.
  @Test(arguments: [("tag", false), ("profile", true)])
  func onlyWhatFollowsThemEnds(kind: String, ends: Bool) async throws {
    let test = try await TestDesk()
    try await test.says("Do you send saddles?", id: "q")
    let guest = try #require(try await test.post("q").author)
    let now = test.clock.now()
    let (handle, target) = try await test.desk.record.write { tx in
      let handle = try #require(try tx.handles([guest]).first)
      let parts = handle.address.drop { $0 == "@" }.split(separator: "@").map(String.init)
      let target = parts.count > 1 ? "\(parts[1])/\(parts[0])" : parts[0]
      try tx.insert(
        Source(
          id: ID(77), network: handle.network, kind: kind, target: target, name: "Saddles",
          addedAt: now, nextAt: now))
      return (handle, target)
    }
    try await test.desk.erase(test.personOf("q"), by: test.lead)
    let source = try #require(try await test.desk.record.read { try $0.source(ID(77)) })
    #expect((source.removedAt != nil) == ends, "\(handle.address)")
    #expect((source.target == target) != ends)
  }

  @Test func anEarlierAddressGoesWhereverItStands() async throws {
    let test = try await TestDesk()
    try await test.says("Mine is loud.", id: "z", by: "zed")
    let there = try await test.says("Do you send saddles?", id: "q")
    var post = FakeNetwork.post("q2", "And bells?", at: test.clock.now(), parent: RemoteID("q"))
    let before = post.author.address
    post.author.address = "@quirina@moved.example"
    try await test.hear([.post(post)])
    let elsewhere = try await test.conversation(test.post("z").conversation)
    _ = try await test.write("As we told \(before).", in: elsewhere.id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    try await test.desk.erase(test.personOf("q"), by: test.lead)
    #expect(try await Self.answer(test, elsewhere.id).text.plain == "As we told […].")
    #expect(there != elsewhere.id)
  }

  private static func answer(_ test: TestDesk, _ id: ID<Conversation>) async throws -> Post {
    try #require(
      try await test.desk.record.read { tx in
        try tx.thread(id, for: test.lead).map(\.post).first { $0.direction == .ours }
      })
  }
}
