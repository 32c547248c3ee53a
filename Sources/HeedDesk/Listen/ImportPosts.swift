public import HeedModel
import HeedNetwork

/// What came of a file of posts.
public struct ImportReport: Sendable, Hashable {
  public struct Fault: Sendable, Hashable {
    public var line: Int
    public var reason: String
  }

  /// Lines with something on them.
  public var lines = 0
  /// Posts that the desk did not know.
  public var new = 0
  /// Posts that it knew.
  public var known = 0
  /// Posts about us by people who asked not to be followed.
  public var leftOut = 0
  /// Threads in which posts of the file stand.
  public var threads = 0
  /// Of those, the conversations that the desk keeps.
  public var conversations = 0
  /// Replies whose member was found on this desk.
  public var attributed = 0
  public var faults = 0

  public init() {}
}

/// How a file of posts is taken in.
public struct ImportOptions: Sendable {
  /// Looks only: nothing is written.
  public var isTrial: Bool
  /// Makes what is shown of plain words: links and mentions are found by whoever knows how.
  public var words: @Sendable (String) -> RichText
  /// Told each line that was not taken.
  public var onFault: @Sendable (ImportReport.Fault) -> Void
  /// Told after each group.
  public var onGroup: @Sendable (ImportReport) -> Void

  public init(
    isTrial: Bool = false,
    words: @escaping @Sendable (String) -> RichText = { RichText(plain: $0) },
    onFault: @escaping @Sendable (ImportReport.Fault) -> Void = { _ in },
    onGroup: @escaping @Sendable (ImportReport) -> Void = { _ in }
  ) {
    self.isTrial = isTrial
    self.words = words
    self.onFault = onFault
    self.onGroup = onGroup
  }
}

extension Desk {
  /// Lines of one transaction.
  static let importGroup = 500

  /// Takes a file of posts in by the path that everything heard takes. A line that cannot be taken is told and passed
  /// over. The same file again changes nothing; cut off anywhere, running it again goes on.
  public func importPosts(
    _ lines: some Sequence<NumberedLine>, _ options: ImportOptions = ImportOptions()
  ) async throws -> ImportReport {
    try await reloadTopics()
    try await reloadReader()
    var reading = ImportReading(options: options)
    var attributing = ImportAttribution(members: try await record.read { try $0.members() })
    var threads = ImportThreads()
    var group: [PostLine] = []
    for line in lines {
      if let post = reading.take(line) { group.append(post) }
      guard group.count == Self.importGroup else { continue }
      try await take(group, &reading, &threads)
      attributing.note(group)
      group = []
      options.onGroup(reading.report)
    }
    try await take(group, &reading, &threads)
    attributing.note(group)
    if !options.isTrial {
      reading.report.attributed = try await attribute(attributing)
      (reading.report.threads, reading.report.conversations) = try await count(threads)
      if reading.report.new > 0 {
        let imported = event(.imported)
        try await record.write { try $0.append(imported) }
      }
    }
    return reading.report
  }

  private func take(
    _ group: [PostLine], _ reading: inout ImportReading, _ threads: inout ImportThreads
  ) async throws {
    for (network, lines) in Dictionary(grouping: group, by: \.place) {
      let ids = Array(Set(lines.map { RemoteID($0.id) }))
      let (before, known) = try await record.read { tx in
        (
          try tx.posts(network, remoteIDs: ids).filter { !$0.isPlaceholder },
          try tx.handles(network, remoteIDs: Array(Set(lines.map { RemoteID($0.author.id) })))
        )
      }
      let there = Set(before.map(\.remoteID))
      reading.report.known += there.count
      guard !reading.options.isTrial else {
        reading.countTrial(ids.filter { !there.contains($0) }, network)
        continue
      }
      let source = try await fileSource(network)
      try await makeOurs(lines.filter { $0.direction == Direction.ours.rawValue }, network)
      let shape = ImportShape(
        lines, posts: before, handles: known, words: reading.options.words)
      try await takeIn([
        Batch(
          source: source, heard: Heard(events: lines.flatMap(shape.events)), movesCursor: false)
      ])
      let after = try await record.read { tx in
        try tx.posts(network, remoteIDs: ids).filter { !$0.isPlaceholder }
      }
      reading.report.new += after.count - before.count
      reading.report.leftOut += ids.count - after.count
      for post in after { threads.note(post) }
    }
  }

  /// Where files come from, by network: listened to by nobody, and said so on the page of sources.
  private func fileSource(_ network: NetworkName) async throws -> Source {
    let now = clock.now()
    let fresh = Source(
      id: newID(), network: network, kind: "file", target: "import",
      name: "Posts from files", addedAt: now, pausedAt: now, nextAt: now,
      purpose: "To keep what was said to us before this desk, and to answer.")
    let added = event(.sourceAdded, subject: fresh.id.value)
    return try await record.write { tx in
      let known = try tx.sources().first {
        $0.network == network && $0.kind == fresh.kind && $0.target == fresh.target
      }
      if let known { return known }
      try tx.insert(fresh)
      try tx.append(added)
      return fresh
    }
  }

  /// The handles that speak for us have to be known as ours before their posts come.
  private func makeOurs(_ lines: [PostLine], _ network: NetworkName) async throws {
    let authors = Dictionary(lines.map { (RemoteID($0.author.id), $0.author) }) { $1 }
    guard !authors.isEmpty else { return }
    try await record.write { [self] tx in
      let known = try tx.handles(network, remoteIDs: authors.keys.sorted())
      for var handle in known where !handle.isOurs {
        handle.isOurs = true
        try tx.update(handle)
      }
      let missing = Set(authors.keys).subtracting(known.map(\.remoteID)).sorted()
      try tx.insert(
        missing.map { id in
          let author = authors[id]
          let address = author?.address ?? author?.name ?? id.rawValue
          return Handle(
            id: newID(), network: network, remoteID: id, address: address,
            name: author?.name ?? address, page: author?.page, picture: author?.picture,
            isBot: author?.bot ?? false, isOurs: true)
        })
    }
  }

  private func count(_ threads: ImportThreads) async throws -> (threads: Int, conversations: Int) {
    var numbers: Set<ID<Conversation>> = []
    var kept: Set<ID<Conversation>> = []
    let posts = threads.posts
    for start in stride(from: 0, to: posts.count, by: Self.importGroup) {
      let some = Array(posts[start..<min(start + Self.importGroup, posts.count)])
      let (found, keeping) = try await record.read { tx in
        let found = Set(try tx.posts(some).map(\.conversation))
        return (found, try found.filter { try tx.conversation($0) != nil })
      }
      numbers.formUnion(found)
      kept.formUnion(keeping)
    }
    return (numbers.count, kept.count)
  }
}

/// One post of each thread that the file touched: threads may become one while it is read.
struct ImportThreads {
  private var one: [ID<Conversation>: ID<Post>] = [:]

  mutating func note(_ post: Post) { one[post.conversation] = post.id }
  var posts: [ID<Post>] { one.values.sorted() }
}
