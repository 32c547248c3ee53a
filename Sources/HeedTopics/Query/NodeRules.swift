extension TopicQuery.Node {
  /// All of these, in the plainest form: nothing nested, nothing twice.
  static func all(_ nodes: [TopicQuery.Node]) -> TopicQuery.Node {
    let flat = distinct(
      nodes.flatMap { node in if case .and(let inner) = node { inner } else { [node] } })
    return flat.count == 1 ? flat[0] : .and(flat)
  }

  /// Any of these, in the plainest form.
  static func any(_ nodes: [TopicQuery.Node]) -> TopicQuery.Node {
    let flat = distinct(
      nodes.flatMap { node in if case .or(let inner) = node { inner } else { [node] } })
    return flat.count == 1 ? flat[0] : .or(flat)
  }

  static func negated(_ node: TopicQuery.Node) -> TopicQuery.Node {
    if case .not(let inner) = node { inner } else { .not(node) }
  }

  /// Whether it stands somewhere in the text, so that a distance from it can be told.
  var hasPlace: Bool {
    switch self {
    case .phrase, .tag, .handle: true
    case .or(let nodes): nodes.allSatisfy(\.hasPlace)
    case .near, .and, .not, .attribute: false
    }
  }

  private static func distinct(_ nodes: [TopicQuery.Node]) -> [TopicQuery.Node] {
    var seen: Set<TopicQuery.Node> = []
    return nodes.filter { seen.insert($0).inserted }
  }
}
