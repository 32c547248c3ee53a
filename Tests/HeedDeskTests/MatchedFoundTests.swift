import Foundation
import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import HeedTopics
import Testing

@testable import HeedDesk

/// A topic means the same for the past and for the future: what was recorded as caught, whatever happened since, is what
/// the stored search finds for the posts as they stand. Two machines serve the desk.
@Suite struct MatchedFoundTests {
  @Test(arguments: TestDatabases.all())
  func whatTopicsCaughtIsWhatTheSearchFinds(on kind: TestDatabase) async throws {
    let environment = ProcessInfo.processInfo.environment
    let given = environment["HEED_SEED"].flatMap { UInt64($0) }
    // Three lives that are the same in every run, so that a change is to blame for what fails; new ones where more are wanted.
    let fresh = environment["HEED_TEST_SEEDS"].flatMap { Int($0) }.map { count in
      (0..<count).map { _ in UInt64.random(in: 0..<1_000_000) }
    }
    for seed in given.map({ [$0] }) ?? fresh ?? [256_068, 336_918, 442_333] {
      print("\(kind.name): HEED_SEED=\(seed)")
      try await kind.fresh { database in
        let life = try await Life(database, seed: seed)
        var said: [String] = []
        for step in 0..<72 {
          said.append(try await life.step())
          guard step % 6 == 5 else { continue }
          try await life.check("seed \(seed), until step \(step): \(said.suffix(6))")
        }
        #expect(life.met > 20, "Too little was caught to tell, with seed \(seed).")
      }
    }
  }
}

/// A desk's life by dice.
private final class Life: @unchecked Sendable {
  private let house: TestDesk
  private let machines: [Desk]
  private var sources: [ID<Source>] = []
  private var talk: TalkByDice
  private var posts: [RemotePost] = []
  private var topics: [ID<Topic>] = []
  /// How many matches the checks compared.
  private(set) var met = 0
  private var serial = 0

  init(_ database: any SQLDatabase, seed: UInt64) async throws {
    house = try await TestDesk(seed: seed, database: database)
    machines = [house.desk, house.another(seed: seed &+ 1)]
    talk = TalkByDice(seed: seed)
    let now = house.clock.now()
    let others = ["planet one", "planet two"].enumerated().map { number, name in
      Source(
        id: ID(IDLayout.id(at: now, tail: Int64(number))),
        network: number == 0 ? FakeNetwork.name : NetworkName("other"), kind: "tag",
        target: name, name: Message(verbatim: name), isBroad: number == 1, addedAt: now, nextAt: now
      )
    }
    try await house.store.write { tx in for source in others { try tx.insert(source) } }
    sources = [house.source] + others.map(\.id)
    for _ in 0..<8 { try await addTopic() }
  }

  private func addTopic() async throws {
    let by = talk.pick([house.lead, house.carla])
    topics.append(
      try await talk.pick(machines).saveTopic(nil, name: "", query: talk.query(), by: by))
  }

  func step() async throws -> String {
    house.pass(.seconds(Int64(talk.roll(600))))
    let desk = talk.pick(machines)
    switch posts.count < 8 ? 0 : talk.roll(14) {
    case 1...2:
      var post = talk.pick(posts)
      talk.dress(&post)
      post.editedAt = house.clock.now() - .seconds(Int64(talk.roll(900)))
      try await hear([.post(post)], desk)
      return "edited"
    case 3:
      try await hear([.removed(talk.pick(posts).reference.remoteID)], desk)
      return "removed"
    case 4:
      try await hear([.removed(RemoteID("p\(serial + 1)"))], desk)
      return "removed before it came"
    case 5: return try await correct(desk)
    case 6:
      let id = talk.pick(topics)
      _ = try await desk.saveTopic(id, name: "", query: talk.query(), by: house.lead)
      return "query changed"
    case 7:
      try await addTopic()
      return "topic added"
    case 8 where topics.count > 4:
      try await desk.removeTopic(topics.remove(at: talk.roll(topics.count)), by: house.lead)
      return "topic removed"
    case 9: return try await rename(desk)
    case 10:
      var post = talk.pick(posts)
      post.author.address = talk.pick(["@moved@far.example", "@ana@fake.example", "who"])
      try await hear([.post(post)], desk)
      return "moved address"
    case 11:
      try await desk.findPasts()
      return "looked for pasts"
    default:
      try await hear((0...talk.roll(3)).map { _ in .post(newPost()) }, desk)
      return "heard"
    }
  }

  private func newPost() -> RemotePost {
    serial += 1
    let late = talk.roll(4) == 0 ? Int64(talk.roll(20 * 86_400)) : Int64(talk.roll(60))
    var post = FakeNetwork.post(
      "p\(serial)", "", by: talk.pick(["ana", "bruno", "carla", "moved"]),
      at: house.clock.now() - .seconds(late), toUs: talk.roll(3) == 0,
      visibility: talk.pick([.public, .public, .public, .unlisted, .private, .followers]))
    if talk.roll(12) == 0 { post.author = FakeNetwork.shop }
    // Some answer or quote what is only heard later, or never.
    if talk.roll(3) == 0 { post.parent = RemoteID("p\(max(1, serial + talk.roll(7) - 4))") }
    if talk.roll(6) == 0 { post.quoted = RemoteID("p\(max(1, serial + talk.roll(9) - 6))") }
    talk.dress(&post)
    posts.append(post)
    return post
  }

  private func hear(_ events: [RemoteEvent], _ desk: Desk) async throws {
    try await desk.hear(events, from: talk.pick(sources))
  }

  /// A source is named anew and brings something with it.
  private func rename(_ desk: Desk) async throws -> String {
    let id = talk.pick(sources)
    guard let source = try await house.store.read({ try $0.source(id) }) else { return "" }
    let name = talk.pick(["planet one", "planet two", "mentions", "Planet"])
    let heard = Heard(events: [.post(newPost())], name: name)
    try await desk.takeIn([Batch(source: source, heard: heard)])
    return "source named anew"
  }

  private func correct(_ desk: Desk) async throws -> String {
    let lead = house.lead
    let rows = try await house.store.read {
      try $0.heard(HeardFilter(spam: true), PageRequest(limit: 50), for: lead).rows
    }
    guard !rows.isEmpty else { return "" }
    try await desk.correctReading(
      of: talk.pick(rows).id, language: talk.pick([nil, "en", "de"]),
      tone: talk.pick([nil, .negative, .positive]),
      kinds: talk.pick([[], [.question], [.complaint, .spam]]), by: lead)
    return "reading corrected"
  }

  func check(_ said: String) async throws {
    for _ in 0..<50 where try await !house.store.read({ try $0.pasts() }).isEmpty {
      try await house.desk.findPasts()
    }
    let stored = try await recorded()
    for topic in try await house.store.read({ try $0.topics() }) {
      for viewer in [house.lead, house.alicia, house.carla] {
        let caught = try await all { page in
          let found = try await self.house.store.read {
            try $0.matches(of: topic.id, page, for: viewer)
          }
          return (found.rows, found.next)
        }
        let found = try await all { page in
          let found = try await self.house.desk.search(topic.query, page, for: viewer)
          return (found.rows, found.next)
        }
        met += found.count
        #expect(
          caught.map(\.id) == found.map(\.id),
          "\(said), \(topic.query): \(difference(caught, found))")
      }
      // The desk's own books: of this version alone, for everybody, and nothing of posts whose words are gone.
      let mine = stored.filter { $0.topic == topic.id }
      #expect(mine.allSatisfy { $0.version == topic.version }, "\(said), \(topic.query)")
      let everything = try await all { page in
        let found = try await self.house.desk.search(
          topic.query, page, for: nil, patience: .seconds(60))
        return (found.rows, found.next)
      }
      #expect(Set(mine.map(\.post)) == Set(everything.map(\.id)), "\(said), \(topic.query)")
    }
  }

  private func difference(_ caught: [PostRow], _ found: [PostRow]) -> String {
    let (one, other) = (Set(caught.map(\.id)), Set(found.map(\.id)))
    let only = caught.filter { !other.contains($0.id) }.map { "caught only: \($0)" }
    return (only + found.filter { !one.contains($0.id) }.map { "found only: \($0)" })
      .joined(separator: "\n")
  }

  private func recorded() async throws -> [TopicMatch] {
    try await house.database.read { connection in
      try connection.rows("SELECT topic_id, post_id, version FROM topic_matches", []).compactMap {
        guard case .integer(let topic) = $0.values[0], case .integer(let post) = $0.values[1],
          case .integer(let version) = $0.values[2]
        else { return nil }
        return TopicMatch(topic: ID(topic), post: ID(post), version: Int(version))
      }
    }
  }

  private func all(
    _ ask: (PageRequest) async throws -> ([PostRow], String?)
  ) async throws -> [PostRow] {
    var rows: [PostRow] = []
    var page = PageRequest(limit: 7)
    while true {
      let (more, next) = try await ask(page)
      rows += more
      guard let next else { return rows }
      page = PageRequest(limit: 7, after: next)
    }
  }
}
