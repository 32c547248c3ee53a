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
    /// Up to which change topics are in it.
    var event: ID<Event>?
    /// Grows with each change of what is caught.
    var generation = 0
    /// The memory of matching: one post is matched at a time, which takes microseconds.
    fileprivate let scratch = SharedScratch()
  }

  /// The topics that caught a post, and of which generation they were.
  struct Caught: Sendable {
    var topics: [Int64]
    var generation: Int
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
    let sources = Dictionary(topics.map { ($0.id.value, $0.query) }) { $1 }
    return state.withLock { state in
      // Of two at once the newer one stays.
      guard (event?.value ?? 0) >= (state.snapshot.event?.value ?? 0) else {
        return state.snapshot
      }
      state.snapshot.event = event
      state.snapshot.generation += 1
      state.snapshot.versions = Dictionary(topics.map { ($0.id.value, $0.version) }) { $1 }
      let gone = state.sources.keys.filter { sources[$0] == nil }
      let changed = sources.filter { state.sources[$0.key] != $0.value }
      state.sources = sources
      if gone.count + changed.count > Self.mostChanges {
        state.compile()
        return state.snapshot
      }
      var matcher = gone.reduce(state.snapshot.matcher) { $0.removing($1) }
      for (id, source) in changed {
        let query = try? TopicQuery(source)
        let heard = state.heard
        matcher =
          query.map { matcher.adding(id, $0) { heard.estimate(of: $0) } } ?? matcher.removing(id)
      }
      state.snapshot.matcher = matcher
      if matcher.tierCount > Self.mostTiers { state.compact() }
      return state.snapshot
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

  func matches(_ document: TopicDocument, in matcher: TopicMatcher) -> [Int64] {
    var text = document.text
    var ids: [Int64] = []
    scratch.withLock { scratch in
      text.withUTF8 { matcher.match(utf8: $0, document.facts, scratch: scratch, into: &ids) }
    }
    return ids
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

  /// Whether any topic catches it, without the terms that the record would keep of it.
  func catches(_ document: TopicDocument) -> Bool {
    !scratch.matches(document, in: matcher).isEmpty
  }

  func caught(_ document: PreparedDocument) -> TopicBook.Caught {
    TopicBook.Caught(topics: scratch.matches(document, in: matcher), generation: generation)
  }

  private func matches(_ topics: [Int64], _ post: ID<Post>) -> [TopicMatch] {
    topics.map { TopicMatch(topic: ID($0), post: post, version: versions[$0] ?? 1) }
  }
}

extension Desk {
  /// Reads the topics from the record, so that nobody who takes posts in has to wait for it.
  public func reloadTopics() async throws {
    let (topics, event) = try await record.read { (try $0.topics(), try $0.lastTopicEvent()) }
    book.replace(by: topics, as: event)
  }
}
