/// What every match must have besides its words, for a `WHERE` clause; nil where the query leaves
/// it open. A search may use any of these or none, the answers are verified all the same.
public struct SearchConstraints: Sendable, Hashable {
  /// Networks, folded.
  public let networks: Set<String>?
  /// Language codes; each also stands for the codes that go on with a hyphen.
  public let languages: Set<String>?
  /// Handles of authors, folded; one without server stands for that name on every server.
  public let authors: Set<String>?
  /// Kinds, of which a match has at least one.
  public let kinds: Set<String>?
  public let tones: Set<String>?

  /// What the query demands at its top: `lang:en`, or a choice of several.
  public init(_ query: TopicQuery) {
    kinds = Self.kinds(in: query.root)
    tones = Self.values(of: .tone, in: query.root)
    networks = Self.values(of: .network, in: query.root)
    languages = Self.values(of: .language, in: query.root)
    authors = Self.values(of: .from, in: query.root)
  }

  /// A post can be of several kinds: of two that are both wanted, one is asked for.
  private static func kinds(in node: TopicQuery.Node) -> Set<String>? {
    switch node {
    case .and(let nodes): nodes.compactMap { kinds(in: $0) }.min { $0.count < $1.count }
    case .or(let nodes):
      nodes.reduce([]) { all, node in
        guard let all, let next = kinds(in: node) else { return nil }
        return all.union(next)
      }
    case .attribute, .phrase, .tag, .handle, .near, .not: values(of: .kind, in: node)
    }
  }

  private static func values(
    of field: TopicQuery.Attribute.Field, in node: TopicQuery.Node
  ) -> Set<String>? {
    switch node {
    case .attribute(let attribute): attribute.field == field ? [attribute.value] : nil
    case .and(let nodes):
      nodes.compactMap { values(of: field, in: $0) }.reduce(nil) { all, next in
        all.map { $0.intersection(next) } ?? next
      }
    case .or(let nodes):
      nodes.reduce([]) { all, node in
        guard let all, let next = values(of: field, in: node) else { return nil }
        return all.union(next)
      }
    case .phrase, .tag, .handle, .near, .not: nil
    }
  }
}
