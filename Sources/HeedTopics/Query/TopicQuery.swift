/// A question to posts: what a topic listens for and what a search looks for.
///
/// The language is described in `Docs/topics.md`. Two queries are equal when they were written
/// alike, spelling, accents and case aside.
public struct TopicQuery: Sendable {
  /// A part of a query. Build one only by parsing: the parser keeps what the cases promise.
  public indirect enum Node: Sendable, Hashable {
    case phrase(Phrase)
    /// A tag, folded, without `#`; with `isPrefix` every tag that begins so.
    case tag(String, isPrefix: Bool)
    /// A handle, folded, without its first `@`.
    case handle(String)
    /// Two phrases, tags, handles or choices of these, at most so many words apart.
    case near(Node, Node, within: Int)
    case and([Node])
    case or([Node])
    case not(Node)
    case attribute(Attribute)
  }

  /// The longest source, in characters.
  public static let maximumLength = 4_000
  /// The most words, tags, handles and attributes in one query.
  public static let maximumTerms = 1_000
  /// How deep groups may lie in each other.
  public static let maximumDepth = 100
  /// The largest number behind `NEAR/`.
  public static let maximumDistance = 100

  /// What was written, as it was understood.
  public let root: Node
  let program: Program

  /// Reads a query; takes any string, and throws an error that points at the place.
  public init(_ source: String) throws(TopicQueryError) {
    var parser = try Parser(source)
    self.init(root: try parser.parse())
  }

  init(root: Node) {
    self.root = root
    program = Program(root)
  }

  /// Whether no index can narrow the search, so that every post has to be looked at.
  public var isExpensive: Bool { SearchPlan(self) == .all }
}

extension TopicQuery: Hashable {
  public static func == (one: TopicQuery, other: TopicQuery) -> Bool { one.root == other.root }

  public func hash(into hasher: inout Hasher) { hasher.combine(root) }
}

extension TopicQuery: CustomStringConvertible {
  public var description: String { canonical }
}
