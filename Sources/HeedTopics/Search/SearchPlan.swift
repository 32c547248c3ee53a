/// What a database's full-text index is asked for: at least every document that the query matches,
/// and usually little else. Whoever searches verifies each answer with the query itself.
public indirect enum SearchPlan: Sendable, Hashable {
  /// Every document; the index cannot help.
  case all
  case term(String)
  case prefix(String)
  case and([SearchPlan])
  case or([SearchPlan])

  /// The plan of a query. What the query excludes and what it asks besides words is left out,
  /// except the host of a link.
  public init(_ query: TopicQuery) {
    self = Self.plan(query.root)
  }

  /// Whether a document with these index terms is in the answer.
  public func isSatisfied(by terms: [String]) -> Bool {
    let set = Set(terms)
    return isSatisfied(by: set)
  }

  private func isSatisfied(by terms: Set<String>) -> Bool {
    switch self {
    case .all: true
    case .term(let term): terms.contains(term)
    case .prefix(let prefix): terms.contains { $0.utf8.starts(with: prefix.utf8) }
    case .and(let plans): plans.allSatisfy { $0.isSatisfied(by: terms) }
    case .or(let plans): plans.contains { $0.isSatisfied(by: terms) }
    }
  }

  private static func plan(_ node: TopicQuery.Node) -> SearchPlan {
    switch node {
    case .phrase(let phrase):
      every(phrase.words.map { plan(Program.unit($0, isExact: false)) })
    case .tag(let tag, isPrefix: false): .term(IndexTerm.tag(tag))
    case .tag(let tag, isPrefix: true): .prefix(IndexTerm.tag(tag))
    case .handle(let handle): .term(IndexTerm.handle(handle))
    case .near(let left, let right, _): every([plan(left), plan(right)])
    case .and(let nodes): every(nodes.map(plan))
    case .or(let nodes): some(nodes.map(plan))
    case .not: .all
    case .attribute(let attribute): plan(attribute)
    }
  }

  private static func plan(_ unit: Program.Unit) -> SearchPlan {
    switch unit.form {
    case .key(let key):
      TermKey.host(in: key).map(host) ?? .term(word(key))
    case .prefix(let prefix): .prefix(IndexTerm.word(prefix))
    case .compound(let parts, let whole): some([every(parts.map(plan)), plan(whole)])
    case .characters(let characters):
      characters.count == 1
        ? .prefix(characters[0])
        : every(zip(characters, characters.dropFirst()).map { SearchPlan.term($0 + $1) })
    }
  }

  private static func plan(_ attribute: TopicQuery.Attribute) -> SearchPlan {
    attribute.field == .link ? host(Links.host(of: attribute.value)) : .all
  }

  /// Emoji with an ASCII character in them are spelled otherwise in the index.
  static func word(_ key: String) -> String {
    key.unicodeScalars.last == "\u{20E3}" ? IndexTerm.emoji(key) : IndexTerm.word(key)
  }

  private static func host(_ host: String) -> SearchPlan {
    IndexTerm.hostForms(host).first.map { SearchPlan.term(IndexTerm.host($0)) } ?? .all
  }

  private static func every(_ plans: [SearchPlan]) -> SearchPlan {
    let parts = distinct(plans.flatMap(\.conjuncts))
    if parts.isEmpty { return .all }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private static func some(_ plans: [SearchPlan]) -> SearchPlan {
    if plans.contains(.all) { return .all }
    let parts = distinct(plans.flatMap(\.disjuncts))
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private var conjuncts: [SearchPlan] {
    switch self {
    case .all: []
    case .and(let plans): plans
    case .term, .prefix, .or: [self]
    }
  }

  private var disjuncts: [SearchPlan] {
    if case .or(let plans) = self { plans } else { [self] }
  }

  private static func distinct(_ plans: [SearchPlan]) -> [SearchPlan] {
    var seen: Set<SearchPlan> = []
    return plans.filter { seen.insert($0).inserted }
  }
}
