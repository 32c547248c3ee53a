import HeedModel
import HeedTopics
import Synchronization

/// The standing queries, compiled: one immutable snapshot, swapped when a topic changes.
///
/// A changed topic joins the snapshot within milliseconds, whatever number stands; everything is compiled anew when many
/// have changed, when changes have piled up, and when far more has been heard than was known of how common words are.
final class TopicBook: Sendable {
  struct Snapshot: Sendable {
    var matcher = TopicMatcher()
    var versions: [Int64: Int] = [:]
    /// The memory of matching: one post is matched at a time, which takes microseconds.
    fileprivate let scratch = SharedScratch()
  }

  fileprivate struct State {
    var snapshot = Snapshot()
    /// The queries that stand, as they were written.
    var sources: [Int64: String] = [:]
    var heard = TermFrequencies()
    /// How many posts had been heard when everything was compiled.
    var compiledAfter = 0
  }

  private let state = Mutex(State())

  private static let mostChanges = 64
  private static let mostTiers = 4
  private static let fewPosts = 5_000

  var snapshot: Snapshot { state.withLock { $0.snapshot } }

  /// A query that this Heed cannot read any more catches nothing; its page says so.
  func replace(by topics: [Topic]) {
    let sources = Dictionary(topics.map { ($0.id.value, $0.query) }) { $1 }
    state.withLock { state in
      state.snapshot.versions = Dictionary(topics.map { ($0.id.value, $0.version) }) { $1 }
      let gone = state.sources.keys.filter { sources[$0] == nil }
      let changed = sources.filter { state.sources[$0.key] != $0.value }
      state.sources = sources
      if gone.count + changed.count > Self.mostChanges { return state.compile() }
      var matcher = gone.reduce(state.snapshot.matcher) { $0.removing($1) }
      for (id, source) in changed {
        let query = try? TopicQuery(source)
        let heard = state.heard
        matcher =
          query.map { matcher.adding(id, $0) { heard.estimate(of: $0) } } ?? matcher.removing(id)
      }
      state.snapshot.matcher = matcher
      if matcher.tierCount > Self.mostTiers { state.compact() }
    }
  }

  /// Counts what was heard, so that topics wait for the words that are rare here.
  func count(_ documents: [PreparedDocument]) {
    state.withLock { state in
      for document in documents { state.heard.count(document) }
      let isNews = state.heard.documents > 4 * max(state.compiledAfter, Self.fewPosts)
      if isNews { state.compact() }
    }
  }
}

extension TopicBook.State {
  fileprivate mutating func compile() {
    let queries = sources.compactMap { id, source in
      (try? TopicQuery(source)).map { (id: id, query: $0) }
    }
    let heard = heard
    snapshot.matcher = TopicMatcher(queries) { heard.estimate(of: $0) }
    compiledAfter = heard.documents
  }

  fileprivate mutating func compact() {
    let heard = heard
    snapshot.matcher = snapshot.matcher.compacted { heard.estimate(of: $0) }
    compiledAfter = heard.documents
  }
}

private final class SharedScratch: Sendable {
  private let scratch = Mutex(MatcherScratch())

  func matches(_ document: PreparedDocument, in matcher: TopicMatcher) -> [Int64] {
    scratch.withLock { matcher.matches(document, scratch: $0) }
  }
}

extension TopicBook.Snapshot {
  func matches(_ document: PreparedDocument, post: ID<Post>) -> [TopicMatch] {
    scratch.matches(document, in: matcher).map {
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
