import Foundation
import HeedModel
import HeedStore
import Testing

extension StoreConformance {
  static let tallyRules = [
    Rule("talliesEqualARecountWhateverHappened") { desk in
      let given = ProcessInfo.processInfo.environment["HEED_SEED"].flatMap { UInt64($0) }
      let seed = given ?? UInt64.random(in: 0..<1_000_000)
      print("tallies: HEED_SEED=\(seed)")
      let history = try await TallyHistory(desk, seed: seed)
      for step in 0..<120 {
        let what = try await history.step()
        guard step % 6 == 5 else { continue }
        try await history.check("seed \(seed), step \(step): \(what)")
      }
    },
    Rule("talliesTellNothingOfPrivateTalk") { desk in
      let make = desk.make
      let author = make.handle()
      let conversation = make.conversation(with: author, isPrivate: true)
      try await desk.write { tx in
        try tx.insert([author])
        try tx.insert(make.post(1, by: author), make.post(2, by: author, visibility: .private))
        try tx.insert(make.post(3, by: author, conversation.id))
        try tx.insert(conversation)
      }
      let told = try await desk.read {
        try $0.tally(HeardFilter(), from: make.at(0), bucket: .hours(1))
      }
      #expect(told.map(\.count) == [1])
    },
    Rule("anEarlierWordingOfATopicKeepsItsCountsApart") { desk in
      let make = desk.make
      var topic = make.topic()
      let topicID = topic.id
      let author = make.handle()
      let posts = (0..<3).map { make.post(Int64($0), by: author) }
      let filter = HeardFilter(topic: topic.id)
      @Sendable func count(_ tx: any RecordReading) throws -> Int {
        try tx.tally(filter, from: make.at(0), bucket: .hours(1)).map(\.count).reduce(0, +)
      }
      try await desk.write { [topic] tx in
        try tx.insert([author])
        try tx.insert(topic)
        try tx.insert(posts.map { NewPost(post: $0, terms: []) })
        try tx.save(posts.map { TopicMatch(topic: topic.id, post: $0.id, version: 1) })
      }
      #expect(try await desk.read(count) == 3)
      topic.version = 2
      try await desk.write { [topic] tx in
        try tx.update(topic)
        try tx.deleteMatches(of: topic.id)
        try tx.save([TopicMatch(topic: topic.id, post: posts[0].id, version: 2)])
        #expect(try count(tx) == 1)
      }
      let earlier = try await desk.read { try $0.earlier(of: filter.topic ?? ID(0)) }
      #expect(earlier.map(\.version) == [1])
      #expect(earlier.map(\.posts) == [3])
      let voices = try await desk.read { try $0.voices(from: make.at(0) - .hours(2)) }
      #expect(voices == [topicID: 1])
      let kept = try await desk.database.read {
        try $0.rows(
          "SELECT version, posts FROM tallies WHERE topic_id = $1 ORDER BY version, hour",
          .integer(filter.topic?.value ?? 0))
      }
      #expect(kept.map(\.values) == [[.integer(1), .integer(3)], [.integer(2), .integer(1)]])
      topic.removedAt = make.at(9)
      try await desk.write { [topic] tx in
        try tx.update(topic)
        try tx.deleteMatches(of: topic.id)
      }
      let left = try await desk.database.read {
        try $0.rows("SELECT 1 FROM tallies WHERE topic_id <> 0")
      }
      #expect(left.isEmpty)
    },
  ]
}

/// A life of a desk by dice: whatever changes what is counted, in any order.
private final class TallyHistory: @unchecked Sendable {
  private let desk: StoreUnderTest
  private let dice: SeededRandomness
  private let author: Handle
  /// Answers what is private in half of the conversations.
  private let answerer: Member
  private let account: Account
  private var topics: [Topic]
  private var posts: [Post] = []
  private var conversations: [Conversation] = []
  private let languages: [String?] = [nil, "en", "de"]

  init(_ desk: StoreUnderTest, seed: UInt64) async throws {
    self.desk = desk
    dice = SeededRandomness(seed: seed)
    author = desk.make.handle()
    answerer = desk.make.member()
    account = desk.make.account(of: author)
    topics = [desk.make.topic("One"), desk.make.topic("Two")]
    try await desk.write { [author, answerer, account, topics] tx in
      try tx.insert([author])
      try tx.insert(answerer)
      try tx.insert(account, answerers: [answerer])
      for topic in topics { try tx.insert(topic) }
    }
  }

  private func roll(_ sides: Int) -> Int {
    dice.bytes(3).reduce(0) { $0 << 8 | Int($1) } % max(sides, 1)
  }

  private func pick<T>(_ values: [T]) -> T { values[roll(values.count)] }

  private func reading() -> Reading {
    Reading(
      language: pick(languages), tone: pick([nil, .negative, .neutral, .positive]),
      kinds: Set((0..<roll(3)).map { _ in pick(Reading.Kind.allCases) }))
  }

  private func caught(_ post: Post) -> [TopicMatch] {
    topics.filter { $0.removedAt == nil && roll(2) == 0 }.map {
      TopicMatch(topic: $0.id, post: post.id, version: $0.version)
    }
  }

  private func newPost() -> NewPost {
    let thread = roll(3) == 0 ? conversations.isEmpty ? nil : pick(conversations).id : nil
    var post = desk.make.post(
      Int64(roll(20_000)), by: roll(9) == 0 ? nil : author, thread ?? nil,
      pick(Direction.allCases),
      visibility: pick([.public, .public, .unlisted, .private, .followers]))
    if roll(3) == 0 { post.network = NetworkName("other") }
    post.language = pick(languages)
    post.reading = reading()
    guard !post.isPlaceholder else { return NewPost(post: post, terms: []) }
    return NewPost(post: post, terms: ["shop"], matches: caught(post))
  }

  /// One transaction of one to three changes.
  func step() async throws -> String {
    var said: [String] = []
    var work: [@Sendable (any RecordWriting) throws -> Void] = []
    for _ in 0...roll(3) {
      let (what, change) = change()
      said.append(what)
      work.append(change)
    }
    try await desk.write { [work] tx in for change in work { try change(tx) } }
    return said.joined(separator: ", ")
  }

  private func change() -> (String, @Sendable (any RecordWriting) throws -> Void) {
    let alive = posts.filter { !$0.isPlaceholder && $0.removedAt == nil }
    let make = desk.make
    switch posts.count < 10 ? 0 : roll(11) {
    case 1 where !alive.isEmpty:
      var post = pick(alive)
      post.reading = reading()
      if roll(3) == 0 { post.direction = pick(Direction.allCases) }
      remember(post)
      let new = NewPost(post: post, terms: ["window"], matches: caught(post))
      return ("edit or correction", { try $0.update(new) })
    case 2 where !alive.isEmpty:
      var post = pick(alive)
      post.removedAt = make.at(30_000)
      remember(post)
      return ("removal", { [id = post.id] in try $0.blank([id], at: make.at(30_000)) })
    case 3:
      let index = roll(topics.count)
      topics[index].version += 1
      let topic = topics[index]
      return (
        "topic changed",
        { tx in
          try tx.update(topic)
          try tx.deleteMatches(of: topic.id)
        }
      )
    case 4 where !alive.isEmpty:
      let matches = (0..<4).flatMap { _ in caught(pick(alive)) }
      return ("past of a topic", { try $0.save(matches) })
    case 5:
      // The desk begins to keep a thread, perhaps as a private one.
      let post = pick(posts)
      guard !conversations.contains(where: { $0.id == post.conversation }) else { fallthrough }
      var conversation = make.conversation(
        20_000, with: author, account: roll(2) == 0 ? account : nil, isPrivate: roll(3) == 0)
      conversation.id = post.conversation
      conversations.append(conversation)
      return ("thread kept", { [conversation] in try $0.insert(conversation) })
    case 6 where !conversations.isEmpty:
      let index = roll(conversations.count)
      conversations[index].isPrivate.toggle()
      let conversation = conversations[index]
      return ("privacy", { try $0.update(conversation) })
    case 7 where !conversations.isEmpty:
      let thread = pick(conversations).id
      for index in posts.indices
      where posts[index].conversation == thread && posts[index].direction == .aboutUs {
        posts[index].direction = .aside
      }
      return ("set aside", { try $0.setAside(in: thread) })
    case 8 where conversations.count > 1:
      let (from, into) = (conversations[0].id, conversations[1].id)
      conversations.removeFirst()
      for index in posts.indices where posts[index].conversation == from {
        posts[index].conversation = into
      }
      return ("threads joined", { try $0.join(from, into: into) })
    case 9:
      guard let placeholder = posts.first(where: \.isPlaceholder) else { fallthrough }
      var new = newPost()
      new.post.author = author.id
      new.post.remoteID = placeholder.remoteID
      posts.removeAll { $0.id == placeholder.id }
      posts.append(new.post)
      return (
        "a parent arrived",
        { [new] in try $0.replace(placeholder: placeholder.id, by: new) }
      )
    default:
      let new = (0...roll(4)).map { _ in newPost() }
      posts += new.map(\.post)
      return ("heard", { try $0.insert(new) })
    }
  }

  private func remember(_ post: Post) {
    if let index = posts.firstIndex(where: { $0.id == post.id }) { posts[index] = post }
  }

  /// Every filter, by the hour, against what counts the posts themselves for somebody who sees public talk only.
  func check(_ said: String) async throws {
    let anyone = Viewer(member: desk.make.id(), role: .observer)
    var filters = [
      HeardFilter(), HeardFilter(spam: true), HeardFilter(network: NetworkName("other")),
    ]
    filters += Direction.allCases.map { HeardFilter(direction: $0) }
    filters += Reading.Kind.allCases.map { HeardFilter(kind: $0) }
    filters += Reading.Tone.allCases.map { HeardFilter(tone: $0) }
    filters += topics.map { HeardFilter(topic: $0.id, spam: true) }
    filters.append(HeardFilter(language: "de", tone: .negative, topic: topics[0].id))
    for topic in topics {
      // By kind, as the plots that are narrowed to each.
      let from = desk.make.start - .hours(1)
      let (parts, kinds) = try await desk.read { tx in
        (
          try tx.tally(HeardFilter(topic: topic.id), by: .kind, from: from),
          try Reading.Kind.allCases.filter { $0 != .spam }.map { kind in
            try tx.tally(HeardFilter(kind: kind, topic: topic.id), from: from, bucket: .hours(1))
              .map(\.count).reduce(0, +)
          }
        )
      }
      for (kind, count) in zip(Reading.Kind.allCases.filter { $0 != .spam }, kinds) {
        #expect(parts[kind.rawValue] ?? 0 == count, "\(said), \(kind)")
      }
    }
    let from = Instant(milliseconds: desk.make.start.milliseconds / 3_600_000 * 3_600_000)
    for filter in filters {
      for bucket in [Duration.hours(1), .hours(24)] {
        let (kept, counted) = try await desk.read {
          (
            try $0.tally(filter, from: from, bucket: bucket),
            try $0.volume(filter, from: from, bucket: bucket, for: anyone)
          )
        }
        #expect(kept == counted, "\(said), \(filter)")
      }
    }
    // In the midst of an hour, and at its start.
    for since in [from, desk.make.at(7_777), desk.make.at(15_000)] {
      for viewer in [anyone, desk.make.viewer(answerer)] {
        let counts = try await desk.read { try $0.topicCounts(since: since, for: viewer) }
        for topic in topics {
          let rows = try await desk.all(limit: 1_000) {
            try $0.matches(of: topic.id, $1, for: viewer)
          }
          let recount = rows.filter { $0.post.publishedAt >= since }.count
          #expect(counts[topic.id] ?? 0 == recount, "\(said), \(viewer.role), \(since)")
        }
      }
    }
  }
}
