import HeedModel
import HeedNetwork
import HeedSQLite
import HeedTesting
import Testing

@testable import HeedDesk

/// What hearing costs, in statements: none of it grows with what is there already.
@Suite struct WeaveCostTests {
  private func desk() async throws -> (TestDesk, RecordingDatabase) {
    let database = RecordingDatabase(try SQLiteDatabase.inMemory())
    return (try await TestDesk(database: database), database)
  }

  private func post(
    _ id: String, by author: String, called address: String? = nil, at: Instant,
    parent: RemoteID? = nil, toUs: Bool = false
  ) -> RemoteEvent {
    var post = FakeNetwork.post(id, "Ding \(id)", by: author, at: at, parent: parent, toUs: toUs)
    if let address { post.author.address = address }
    return .post(post)
  }

  @Test(arguments: [
    // To us by the same, beside us, and to us by many.
    (["ana"], true), (["bo"], false), (["bo", "cleo", "dora"], true),
  ])
  func ofALongThreadNoPostIsLookedAtForEachNewOne(_ authors: [String], _ toUs: Bool) async throws {
    let (test, database) = try await desk()
    try await test.says("Is it blue?", id: "root")
    func hear(_ numbers: Range<Int>) async throws -> Int {
      _ = database.takeStatements()
      test.pass(.seconds(1))
      try await test.hear(
        numbers.map { number in
          post(
            "p\(number)", by: authors[number % authors.count], at: test.clock.now(),
            parent: RemoteID("root"), toUs: toUs)
        })
      return database.takeStatements().count {
        $0.text.contains("SELECT id, direction, read_kinds")
      }
    }
    let (few, many) = (try await hear(0..<4), try await hear(4..<64))
    #expect(many <= few, "\(few), then \(many)")
    #expect(many <= 3)
  }

  @Test func anAddressInAnotherSpellingRewritesNothing() async throws {
    let (test, database) = try await desk()
    for number in 0..<5 {
      try await test.hear([post("old\(number)", by: "ana", at: test.clock.now())])
    }
    _ = database.takeStatements()
    try await test.hear(
      (0..<20).map { number in
        post(
          "p\(number)", by: "ana",
          called: number % 2 == 0 ? "@Ana@fake.example" : "@ana@fake.example",
          at: test.clock.now())
      })
    let statements = database.takeStatements()
    #expect(!statements.isEmpty)
    #expect(statements.count { $0.text.hasPrefix("DELETE FROM topic_matches WHERE post_id") } == 0)
  }

  @Test func aPageThatNamesItsAuthorInManyWaysRewritesEachPostOnce() async throws {
    let (test, database) = try await desk()
    let topic = try await test.desk.saveTopic(
      nil, name: "Anna", query: "from:@anna@fake.example", by: test.lead)
    for number in 0..<5 {
      try await test.hear([post("old\(number)", by: "ana", at: test.clock.now())])
    }
    _ = database.takeStatements()
    try await test.hear(
      (0..<21).map { number in
        post(
          "p\(number)", by: "ana",
          called: number % 2 == 0 ? "@anna@fake.example" : "@ana@fake.example",
          at: test.clock.now())
      })
    let rewritten = database.takeStatements().count {
      $0.text.hasPrefix("DELETE FROM topic_matches WHERE post_id")
    }
    #expect(rewritten == 26)
    // All of it stands as they are called in the end.
    let found = try await test.store.read { [lead = test.lead] tx in
      try tx.matches(of: topic, PageRequest(limit: 100), for: lead).rows.count
    }
    #expect(found == 26)
  }
}
