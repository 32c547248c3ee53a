import Foundation
import HeedModel
import HeedStore
import HeedTesting
import Testing

/// No list reads a big table whole or sorts it: looked up in the plans of what the port's own methods ask, on a seeded
/// desk. A larger one: HEED_PLAN_POSTS=100000, or 1000000.
@Suite(.serialized) struct PlanTests {
  private static let posts =
    ProcessInfo.processInfo.environment["HEED_PLAN_POSTS"].flatMap { Int($0) } ?? 4_000

  /// Tables that grow with the desk, by their names and the letters that queries give them.
  private static let big: Set<String> = [
    "posts", "conversations", "events", "topic_matches", "replies", "reactions", "handles",
    "post_terms", "p", "q", "c", "d", "e", "m", "r", "h", "o", "t", "tallies", "post_counts",
    "count_plans", "k", "g",
  ]

  @Test(arguments: TestDatabases.all().filter(\.keepsData))
  func everyListWalksAnIndex(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      let seed = Seed(posts: Self.posts)
      let recording = RecordingDatabase(database)
      let store = Store(database: recording)
      try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
      var paces = Paces(posts: Self.posts)
      try await seed.fill(store) { paces.told($0) }
      if database.dialect == .postgres {
        // As the server does by itself. SQLite's figures come with the schema and are what desks go by.
        try await database.write { try $0.runScript("ANALYZE") }
      }
      print("\(kind.name): \(Self.posts) posts seeded, \(paces.text)")
      let large = try await LargeTables(database)
      let writes = try await Self.writes(seed, store, recording)
      for statement in writes {
        let plan = try await Self.plan(of: statement, database)
        let faults = database.dialect == .sqlite ? Self.scans(plan) : large.scans(plan)
        #expect(
          faults.isEmpty, "\(faults)\n\(statement.text)\n\(plan.joined(separator: "\n"))")
      }
      for list in Lists(seed).all {
        // A second time, when pages and prepared statements are at hand.
        _ = try await store.read(list.ask)
        _ = recording.takeStatements()
        let took = try await ContinuousClock().measure { _ = try await store.read(list.ask) }
        print("\(kind.name): \(list.name): \(Int(took / .microseconds(1))) µs")
        for statement in recording.takeStatements() {
          let plan = try await Self.plan(of: statement, database)
          let faults =
            database.dialect == .sqlite
            ? Self.scans(plan) + (list.sorts ? [] : Self.sorts(plan)) + Self.beginnings(statement)
            : large.scans(plan)
          #expect(
            faults.isEmpty,
            "\(list.name): \(faults)\n\(statement.text)\n\(plan.joined(separator: "\n"))")
        }
      }
    }
  }

  /// Asked on the connection that made the schema, which knows what ANALYZE found while nothing was there yet.
  @Test(arguments: TestDatabases.sqlite)
  func theIndexOfWordsIsMergedStretchByStretch(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
      let plans = try await database.write { connection in
        // As FTS5 asks.
        try [
          "DELETE FROM post_terms_data WHERE id >= $1 AND id <= $2",
          "DELETE FROM post_terms_idx WHERE segid = $1",
        ].map { text in
          let places = (1...text.count { $0 == "$" }).map { SQLValue.integer(Int64($0)) }
          return try connection.rows("EXPLAIN QUERY PLAN " + text, places)
            .compactMap { if case .text(let line)? = $0.values.last { line } else { nil } }
        }
      }
      for plan in plans {
        #expect(plan.count == 1 && plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
      }
    }
  }

  /// What taking in asks and changes beside inserting: a parent that arrives late, a thread that is kept, a removal.
  private static func writes(
    _ seed: Seed, _ store: Store, _ recording: RecordingDatabase
  ) async throws -> [RecordingDatabase.Statement] {
    let network = NetworkName("late")
    let author = Handle(
      id: ID(1), network: network, remoteID: RemoteID("who"), address: "@who", name: "Who")
    func post(_ number: Int64, by author: Handle?) -> Post {
      Post(
        id: ID(number), network: network, remoteID: RemoteID(author == nil ? "1" : "\(number)"),
        author: author?.id, conversation: ID(1), direction: .aboutUs, receivedAt: seed.end)
    }
    let placeholder = post(1, by: nil)
    var late = post(2, by: author)
    late.remoteID = placeholder.remoteID
    let child = post(3, by: author)
    _ = recording.takeStatements()
    try await store.write { [late] tx in
      try tx.insert([author])
      try tx.insert([NewPost(post: placeholder, terms: [])])
      try tx.replace(placeholder: placeholder.id, by: NewPost(post: late, terms: ["words"]))
      try tx.insert([NewPost(post: child, terms: ["answer"])])
      try tx.setAside(in: late.conversation)
      try tx.setWordsUntil(seed.end, conversation: late.conversation)
      try tx.save(untoldEdits: 1, of: late.id)
      _ = try tx.untoldEdits(of: late.id)
      _ = try tx.children(of: late.id)
      _ = try tx.records(of: late.conversation)
      _ = try tx.conversations(among: [late.conversation])
      _ = try tx.taken([late.id])
      _ = try tx.posts(late.network, remoteIDs: [late.remoteID])
      try tx.blank([child.id, late.id], at: seed.end)
      try tx.planCounts(on: [seed.account.network], saidSince: seed.end - .days(1))
      _ = try tx.leaseCounts(now: seed.end, until: seed.end + .minutes(5), limit: 200)
    }
    // Plans are told of statements of one table; FTS5's own commands have none.
    return recording.takeStatements().filter { !$0.text.contains("post_terms (post_terms, rank)") }
  }

  private static func plan(
    of statement: RecordingDatabase.Statement, _ database: any SQLDatabase
  ) async throws -> [String] {
    let explain = database.dialect == .sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN "
    return try await database.read { connection in
      try connection.rows(explain + statement.text, statement.arguments).compactMap { row in
        if case .text(let line)? = row.values.last { line } else { nil }
      }
    }
  }

  private static func scans(_ plan: [String]) -> [String] {
    plan.filter { line in
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 1, words[0] == "SCAN" else { return false }
      // A virtual table tells of its own index as a number and what it was asked: a match, or one row.
      if line.contains("VIRTUAL TABLE INDEX") {
        return !line.contains("M") && !line.replacing(" LEFT-JOIN", with: "").hasSuffix("=")
      }
      // Walked in the order of its index, a partial one holds only what is wanted.
      return big.contains(words[1]) && !partial.contains { line.hasSuffix($0) }
    }
  }

  /// Of two lower bounds of one number SQLite walks from the one that comes first, which may be that of everything.
  private static func beginnings(_ statement: RecordingDatabase.Statement) -> [String] {
    ["p.id", "t.rowid", "t.post_id"].filter { number in
      statement.text.components(separatedBy: "\(number) >").count > 2
    }.map { "two lower bounds of \($0)" }
  }

  private static let partial = [
    "conversations_in_line", "replies_troubled", "posts_asking", "conversations_snoozed",
    "posts_expiring", "count_plans_due",
  ]

  /// A sort is a fault unless it is of few rows, as it is below one conversation, person or member.
  private static func sorts(_ plan: [String]) -> [String] {
    guard plan.contains(where: { $0.contains("USE TEMP B-TREE FOR ORDER BY") }) else { return [] }
    return plan.contains { line in few.contains { line.contains($0) } } ? [] : ["a sort"]
  }

  private static let few = [
    "conversation_id=?", "post_id=?", "person_id=?", "handle_id=?", "member_id=?", "to_member=?",
    "SCAN o",
    "members", "topics", "uploads", "snoozed_until<?",
  ]
}

/// How fast a desk was filled, tenth by tenth: a pace that falls tells of something that grows with the desk.
private struct Paces {
  private let tenth: Int
  private var last = (posts: 0, at: ContinuousClock.now)
  private var paces: [Int] = []

  init(posts: Int) { tenth = max(posts / 10, 1) }

  mutating func told(_ posts: Int) {
    guard posts - last.posts >= tenth else { return }
    let now = ContinuousClock.now
    paces.append(Int(Double(posts - last.posts) / ((now - last.at) / .seconds(1))))
    last = (posts, now)
  }

  var text: String { "posts a second: " + paces.map(String.init).joined(separator: ", ") }
}

/// What PostgreSQL must not read whole: tables of so many rows that it takes long. Smaller ones it rightly reads at once.
private struct LargeTables {
  private var names: Set<String> = []

  init(_ database: any SQLDatabase) async throws {
    guard database.dialect == .postgres else { return }
    for name in [
      "posts", "conversations", "events", "topic_matches", "replies", "reactions", "handles",
      "post_terms", "tallies",
    ] {
      let row = try await database.read { try $0.rows("SELECT COUNT(*) FROM \(name)")[0] }
      if case .integer(let count)? = row.values.first, count >= 20_000 { names.insert(name) }
    }
  }

  func scans(_ plan: [String]) -> [String] {
    plan.filter { line in
      guard let found = line.range(of: "Seq Scan on ") else { return false }
      let table = line[found.upperBound...].split(separator: " ").first.map(String.init)
      return names.contains(table ?? "")
    }
  }
}
