import HeedModel
import HeedTopics
import Synchronization

/// The standing queries, compiled: one immutable snapshot, swapped when a topic changes.
final class TopicBook: Sendable {
  struct Snapshot: Sendable {
    var matcher = TopicMatcher()
    var versions: [Int64: Int] = [:]
    /// The last change of a topic that is in it.
    var event: ID<Event>?
  }

  private let current = Mutex(Snapshot())

  var snapshot: Snapshot { current.withLock { $0 } }

  /// The queries as they stand in this transaction: another machine may have changed them since the snapshot was made.
  func snapshot(in tx: any RecordReading) throws -> Snapshot {
    let known = snapshot
    let event = try tx.lastTopicEvent()
    guard event != known.event else { return known }
    return replace(by: try tx.topics(), as: event)
  }

  /// A query that this Heed cannot read any more catches nothing; its page says so.
  @discardableResult
  func replace(by topics: [Topic], as event: ID<Event>?) -> Snapshot {
    let queries = topics.compactMap { topic in
      (try? TopicQuery(topic.query)).map { (id: topic.id.value, query: $0) }
    }
    let snapshot = Snapshot(
      matcher: TopicMatcher(queries),
      versions: Dictionary(topics.map { ($0.id.value, $0.version) }) { $1 }, event: event)
    current.withLock { current in
      // Of two at once the newer one stays.
      if (event?.value ?? 0) >= (current.event?.value ?? 0) { current = snapshot }
    }
    return snapshot
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
  /// Reads the topics from the record, so that nobody who takes posts in has to wait for it.
  public func reloadTopics() async throws {
    let (topics, event) = try await record.read { (try $0.topics(), try $0.lastTopicEvent()) }
    book.replace(by: topics, as: event)
  }
}
