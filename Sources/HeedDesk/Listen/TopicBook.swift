import HeedModel
import HeedTopics
import Synchronization

/// The standing queries, compiled: one immutable snapshot, swapped when a topic changes.
final class TopicBook: Sendable {
  struct Snapshot: Sendable {
    var matcher = TopicMatcher()
    var versions: [Int64: Int] = [:]
    /// Grows with each change.
    var generation = 0
  }

  /// The topics that caught a post, and of which generation they were.
  struct Caught: Sendable {
    var topics: [Int64]
    var generation: Int
  }

  private let current = Mutex(Snapshot())

  var snapshot: Snapshot { current.withLock { $0 } }

  /// A query that this Heed cannot read any more catches nothing; its page says so.
  func replace(by topics: [Topic]) {
    let queries = topics.compactMap { topic in
      (try? TopicQuery(topic.query)).map { (id: topic.id.value, query: $0) }
    }
    let matcher = TopicMatcher(queries)
    let versions = Dictionary(topics.map { ($0.id.value, $0.version) }) { $1 }
    current.withLock { current in
      current = Snapshot(
        matcher: matcher, versions: versions, generation: current.generation + 1)
    }
  }
}

extension TopicBook.Snapshot {
  func matches(_ document: PreparedDocument, post: ID<Post>) -> [TopicMatch] {
    matches(caught(document).topics, post)
  }

  /// The same for a post that was tried before, unless a topic changed since.
  func matches(_ read: ReadPost, post: ID<Post>) -> [TopicMatch] {
    read.caught.generation == generation
      ? matches(read.caught.topics, post) : matches(read.document, post: post)
  }

  func caught(_ document: PreparedDocument) -> TopicBook.Caught {
    TopicBook.Caught(topics: matcher.matches(document), generation: generation)
  }

  private func matches(_ topics: [Int64], _ post: ID<Post>) -> [TopicMatch] {
    topics.map { TopicMatch(topic: ID($0), post: post, version: versions[$0] ?? 1) }
  }
}

extension Desk {
  /// Reads the topics from the record: at the start, and after each event that changes one.
  public func reloadTopics() async throws {
    book.replace(by: try await record.read { try $0.topics() })
  }
}
