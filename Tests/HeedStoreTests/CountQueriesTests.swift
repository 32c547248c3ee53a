import HeedModel
import HeedStore
import HeedTesting
import Testing

/// Counting many posts of ours costs the record little: what is due is one query, however much it is.
struct CountQueriesTests {
  private static let posts = 10_000

  @Test(arguments: TestDatabases.all().filter(\.keepsData))
  func countingTenThousandPostsAsksFarLessThanOnceASample(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      let recording = RecordingDatabase(database)
      let store = Store(database: recording)
      try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
      let make = Maker()
      var us = make.handle("Shop")
      us.isOurs = true
      let account = make.account(of: us)
      let ours = (0..<Self.posts).map { number in
        NewPost(post: make.post(Int64(number), by: us, nil, .ours, "Words."), terms: [])
      }
      try await store.write { [us] tx in
        try tx.insert([us])
        try tx.insert(account)
        try tx.insert(ours)
      }
      let now = make.at(Int64(Self.posts) + 100)
      let until = now + .minutes(5)
      _ = recording.takeStatements()
      _ = try await store.write { try $0.planCounts(on: [make.network], saidSince: make.at(0)) }
      // One for what is new, one for what counts on by an account that was connected again.
      #expect(recording.takeStatements().count == 2)
      var samples = 0
      var queries = 0
      while true {
        let due = try await store.write {
          try $0.leaseCounts(now: now, until: until, limit: 200)
        }
        let asked = recording.takeStatements()
        #expect(asked.count { $0.text.hasPrefix("SELECT") } == 1)
        queries += asked.count
        if due.isEmpty { break }
        _ = try await store.write { tx in
          try tx.save(
            due.map { PostCount(post: $0.post, at: now, liked: 1) }, on: make.network, asked: now)
          try tx.settle(due.map { ($0, now + .hours(6)) }, leasedUntil: until)
        }
        queries += recording.takeStatements().count
        samples += due.count
      }
      #expect(samples == Self.posts)
      #expect(queries <= samples / 36)
      print("\(kind.name): \(samples) samples, \(queries) statements")
    }
  }
}
