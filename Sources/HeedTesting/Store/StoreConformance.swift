import HeedModel
import HeedStore
public import Testing

/// What the record must hold on every database, as rules:
///
///     @Test(arguments: StoreConformance.rules, TestDatabases.all())
///     func holds(_ rule: StoreConformance.Rule, on database: TestDatabase) async throws {
///       try await rule.check(database)
///     }
public enum StoreConformance {
  public struct Rule: Sendable, CustomTestStringConvertible {
    /// A sentence about the rule, as a test's name is.
    public let name: String
    private let body: @Sendable (StoreUnderTest) async throws -> Void

    init(_ name: String, _ body: @escaping @Sendable (StoreUnderTest) async throws -> Void) {
      self.name = name
      self.body = body
    }

    public var testDescription: String { name }

    /// Runs the rule on a fresh database with the schema of this Heed.
    public func check(_ database: TestDatabase) async throws {
      try await database.ready { database in
        try await body(StoreUnderTest(database))
      }
    }
  }

  public static let rules =
    supportRules + noteRules + mentionRules + eventRules + postRules + handleRules + listeningRules
    + tallyRules
    + searchRules
    + erasureRules + routeRules + acquaintedRules + joinRules + replyRules + draftRules
    + peopleRules + privateRules
    + pageRules + hostileRules + readingRules + mistakeRules + handleJoinRules + wishRules
    + peopleOwedRules + promiseRules + holdRules + thinkRules + countRules + tellingRules
    + rightsRules + secondLookRules + askedRules + pressingRules + oneThreadRules
    + oneThreadPeopleRules
}

/// A store on a fresh database, and what makes records for it.
struct StoreUnderTest: Sendable {
  let store: Store
  let database: any SQLDatabase
  let make = Maker()

  init(_ database: any SQLDatabase) async throws {
    self.database = database
    store = Store(database: database)
    try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
  }

  /// Writes, then reads what was written in a transaction of its own.
  func read<T: Sendable>(
    _ body: @escaping @Sendable (any RecordReading) throws -> T
  ) async throws -> T {
    try await store.read(body)
  }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any RecordWriting) throws -> T
  ) async throws -> T {
    try await store.write(body)
  }

  /// Every page of a list, walked by its keys.
  func all<Row: Sendable>(
    limit: Int, _ page: @escaping @Sendable (any RecordReading, PageRequest) throws -> Page<Row>
  ) async throws -> [Row] {
    var rows: [Row] = []
    var key: String?
    repeat {
      let after = key
      let found = try await read { try page($0, PageRequest(limit: limit, after: after)) }
      #expect(found.rows.count <= limit)
      rows += found.rows
      key = found.next
    } while key != nil && rows.count < 10_000
    return rows
  }
}
