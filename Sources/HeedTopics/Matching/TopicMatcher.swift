/// Many queries that stand and wait, asked together about each document that comes in.
///
/// An immutable value: adding and removing make another one, so that a stream can go on with the
/// one it has. Its answer is exactly that of asking every query by itself.
public struct TopicMatcher: Sendable {
  private let queries: [Int64: TopicQuery]
  private let byTerm: [String: [Int64]]
  private let byPrefix: [String: [Int64]]
  private let prefixLengths: [Int]
  /// Queries that no word announces; every document is tried on them.
  private let always: [Int64]

  /// A matcher of these queries; of two with one id the later stands. `frequency` tells how common
  /// an index term is in what is heard, so that each query waits for its rarest word.
  public init(
    _ queries: [(id: Int64, query: TopicQuery)] = [],
    frequency: (String) -> Int = Anchors.likelyFrequency
  ) {
    self.init(Dictionary(queries.map { ($0.id, $0.query) }) { _, later in later }, frequency)
  }

  private init(_ queries: [Int64: TopicQuery], _ frequency: (String) -> Int) {
    var byTerm: [String: [Int64]] = [:]
    var byPrefix: [String: [Int64]] = [:]
    var always: [Int64] = []
    for (id, query) in queries {
      guard let anchors = Anchors(SearchPlan(query), frequency: frequency) else {
        always.append(id)
        continue
      }
      for term in anchors.terms { byTerm[term, default: []].append(id) }
      for prefix in anchors.prefixes { byPrefix[prefix, default: []].append(id) }
    }
    self.queries = queries
    self.byTerm = byTerm
    self.byPrefix = byPrefix
    self.always = always
    prefixLengths = Set(byPrefix.keys.map(\.utf8.count)).sorted()
  }

  /// How many queries stand.
  public var count: Int { queries.count }

  /// This with one query more, or with another in the place of the one of that id.
  public func adding(
    _ id: Int64, _ query: TopicQuery, frequency: (String) -> Int = Anchors.likelyFrequency
  ) -> TopicMatcher {
    var queries = queries
    queries[id] = query
    return TopicMatcher(queries, frequency)
  }

  /// This without the query of that id, if there is one.
  public func removing(
    _ id: Int64, frequency: (String) -> Int = Anchors.likelyFrequency
  ) -> TopicMatcher {
    var queries = queries
    queries[id] = nil
    return TopicMatcher(queries, frequency)
  }

  /// The ids of the queries that the document matches, in ascending order.
  public func matches(_ document: PreparedDocument) -> [Int64] {
    var candidates = Set(always)
    for term in document.indexTerms {
      if let ids = byTerm[term] { candidates.formUnion(ids) }
      for length in prefixLengths {
        guard length <= term.utf8.count else { break }
        guard let prefix = String(term.utf8.prefix(length)), let ids = byPrefix[prefix] else {
          continue
        }
        candidates.formUnion(ids)
      }
    }
    return candidates.filter { queries[$0]?.matches(document) == true }.sorted()
  }
}
