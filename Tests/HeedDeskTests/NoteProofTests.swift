import Crypto
import DiscourseNetwork
import FeedsNetwork
import GitHubNetwork
import HeedModel
import HeedNetwork
import HeedReading
import HeedSQLite
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// What any network tells by itself: proven, taken in once, and never again.
@Suite struct NoteProofTests {
  /// A network that tells by itself, with something that it tells.
  struct Telling: Sendable, CustomTestStringConvertible {
    var name: String
    var kind: String
    var target: String
    var header: String
    var besides: [(name: String, value: String)]
    var body: String
    /// Brings a post by itself, and not only the wish to be asked.
    var bringsPosts = true

    var testDescription: String { name }

    func network(_ clock: ManualClock) -> any TakingNotes {
      let wire = ScriptedWire()
      return switch name {
      case "discourse":
        DiscourseNetwork(wire: wire, clock: clock, randomness: SeededRandomness(seed: 2))
      case "github": GitHubNetwork(wire: wire, clock: clock)
      default: FeedsNetwork(wire: wire, clock: clock)
      }
    }
  }

  static let all = [
    Telling(
      name: "discourse", kind: "posts", target: "forum.example",
      header: "X-Discourse-Event-Signature",
      besides: [("X-Discourse-Event", "post_created"), ("X-Discourse-Event-Type", "post")],
      body: """
        {"post":{"id":5,"topic_id":12,"post_number":2,"topic_slug":"a","username":"ana",\
        "created_at":"2026-05-05T10:00:00Z","updated_at":"2026-05-05T10:00:00Z",\
        "cooked":"<p>Hello</p>","post_type":1,"topic_archetype":"regular"}}
        """, bringsPosts: false),
    Telling(
      name: "github", kind: "repository", target: "bells/shop", header: "X-Hub-Signature-256",
      besides: [("X-GitHub-Event", "issue_comment"), ("X-GitHub-Delivery", "1")],
      body: """
        {"action":"created","repository":{"full_name":"bells/shop"},\
        "issue":{"html_url":"https://github.com/bells/shop/issues/1"}}
        """, bringsPosts: false),
    Telling(
      name: "feeds", kind: "feed", target: "https://feed.example/", header: "X-Hub-Signature",
      besides: [("Content-Type", "application/rss+xml")],
      body: """
        <rss version="2.0"><channel><title>Feed</title><item><guid>https://feed.example/1</guid>\
        <title>Hello</title></item></channel></rss>
        """),
  ]

  private struct Far: Sendable {
    let desk: Desk
    let database: any SQLDatabase
    let clock: ManualClock
    let telling: Telling
    let source: ID<Source>
    let token: String
    let secret: String

    init(_ telling: Telling) async throws {
      let clock = ManualClock()
      let database = try await SQLiteDatabase.ready()
      let network = telling.network(clock)
      let desk = Desk(
        record: Store(database: database), networks: Networks([network]), reader: PlainReader(),
        vault: Vault(key: Array(repeating: 7, count: 32)), uploads: MemoryUploads(), clock: clock,
        randomness: SeededRandomness(seed: 4),
        address: DeskAddress(base: "https://desk.example", isPublic: true),
        logger: TestDesk.quiet, passwordCost: .least)
      let source = Source(
        id: desk.newID(), network: network.name, kind: telling.kind, target: telling.target,
        name: "What is told", addedAt: clock.now(), nextAt: clock.now() + .hours(1))
      let made = try desk.newSubscription(
        NotePlace(address: "https://place.example/", subject: "x"), of: source.id,
        now: clock.now())
      var row = made.row
      row.confirmedAt = clock.now()
      row.endsAt = clock.now() + .days(10)
      let confirmed = row
      try await desk.record.write { tx in
        try tx.insert(source)
        try tx.insert(confirmed)
      }
      self.desk = desk
      self.database = database
      self.clock = clock
      self.telling = telling
      self.source = source.id
      secret = made.secret
      token = Desk.noteToken(made.secret)
    }

    func signature(_ body: String, secret other: String? = nil) -> String {
      let code = HMAC<SHA256>.authenticationCode(
        for: Array(body.utf8), using: SymmetricKey(data: Array((other ?? secret).utf8)))
      return "sha256=" + code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @discardableResult
    func tell(_ body: String? = nil, signed signature: String?) async throws -> NoteAnswer {
      var headers = telling.besides
      if let signature { headers.append((telling.header, signature)) }
      return try await desk.takeNote(
        InboundNote(headers: headers, body: Array((body ?? telling.body).utf8)), at: token)
    }

    func count(_ table: String) async throws -> Int64 {
      let rows = try await database.read { try $0.rows("SELECT COUNT(*) FROM \(table)") }
      if case .integer(let count) = rows[0].values[0] { return count }
      return -1
    }

    func due() async throws -> Instant {
      let id = source
      return try #require(try await desk.record.read { try $0.source(id) }).nextAt
    }
  }

  @Test(arguments: all) func tenCopiesAtOnceAreOne(_ telling: Telling) async throws {
    let far = try await Far(telling)
    let signature = far.signature(telling.body)
    let answers = try await withThrowingTaskGroup(of: NoteAnswer.self) { group in
      for _ in 0..<10 { group.addTask { try await far.tell(signed: signature) } }
      return try await group.reduce(into: [NoteAnswer]()) { $0.append($1) }
    }
    #expect(answers.allSatisfy { $0 == .taken })
    #expect(try await far.count("notes_heard") == 1)
    // What it answers has a place, and no author yet.
    #expect(
      try await far.count("posts WHERE author_id IS NOT NULL") == (telling.bringsPosts ? 1 : 0))
    if !telling.bringsPosts { #expect(try await far.due() == far.clock.now()) }
  }

  @Test(arguments: all) func oneThatComesAgainIsDropped(_ telling: Telling) async throws {
    let far = try await Far(telling)
    let signature = far.signature(telling.body)
    try await far.tell(signed: signature)
    let before = (try await far.count("posts"), try await far.count("events"))
    far.clock.advance(by: .hours(20))
    try await far.tell(signed: signature)
    #expect(try await far.count("notes_heard") == 1)
    #expect(try await far.count("posts") == before.0)
    #expect(try await far.count("events") == before.1)
  }

  @Test(arguments: all) func whatIsNotProvenChangesNothing(_ telling: Telling) async throws {
    let far = try await Far(telling)
    let good = far.signature(telling.body)
    for forged in [
      nil, "", "sha256=", "sha256=" + String(repeating: "0", count: 64),
      far.signature(telling.body, secret: "another"), String(good.dropLast(2)), good + "00",
      "md5=" + good.dropFirst(7),
    ] {
      // The answer is the same, so that nobody can probe for the secret.
      #expect(try await far.tell(signed: forged) == .taken)
    }
    // The signature of other words.
    try await far.tell(telling.body + " ", signed: good)
    #expect(try await far.count("notes_heard") == 0)
    #expect(try await far.count("posts") == 0)
    #expect(try await far.due() > far.clock.now())
    try await far.tell(signed: good)
    #expect(try await far.count("notes_heard") == 1)
  }
}
