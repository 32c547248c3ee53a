import HeedModel
import HeedTopics
import Synchronization

/// The standing queries, compiled: one immutable snapshot, swapped when a topic changes.
final class TopicBook: Sendable {
  struct Snapshot: Sendable {
    var matcher = TopicMatcher()
    var versions: [Int64: Int] = [:]
  }

  private let current = Mutex(Snapshot())

  var snapshot: Snapshot { current.withLock { $0 } }

  /// A query that this Heed cannot read any more catches nothing; its page says so.
  func replace(by topics: [Topic]) {
    let queries = topics.compactMap { topic in
      (try? TopicQuery(topic.query)).map { (id: topic.id.value, query: $0) }
    }
    let snapshot = Snapshot(
      matcher: TopicMatcher(queries),
      versions: Dictionary(topics.map { ($0.id.value, $0.version) }) { $1 })
    current.withLock { $0 = snapshot }
  }
}

extension TopicBook.Snapshot {
  func matches(_ document: PreparedDocument, post: ID<Post>) -> [TopicMatch] {
    matcher.matches(document).map {
      TopicMatch(topic: ID($0), post: post, version: versions[$0] ?? 1)
    }
  }
}

extension Desk {
  /// Reads the topics from the record: at the start, and after each event that changes one.
  public func reloadTopics() async throws {
    book.replace(by: try await record.read { try $0.topics() })
  }
}
