extension TopicQuery {
  /// The query in plain words: “posts with 'straw' within five words of 'gold', not 'hiring', in
  /// English”.
  ///
  /// Made of parts that fit into each other in other languages as well: what stands behind “with” is another template
  /// than what is said of a post, even where both read alike in English.
  public var explanation: Wording {
    var (wanted, choices, attributes, refused): ([Node], [Node], [Node], [Node]) = ([], [], [], [])
    for node in Explainer.conjuncts(root) {
      if Explainer.isAttribute(node) {
        attributes.append(node)
      } else if case .not(let inner) = node {
        refused.append(inner)
      } else if Explainer.isMixed(node) {
        choices.append(node)
      } else {
        wanted.append(node)
      }
    }
    var said: Wording? = wanted.isEmpty ? nil : "posts with \(Explainer.wanted(wanted))"
    for choice in choices {
      let sides = Explainer.sides(choice)
      said =
        said.map { said -> Wording in "\(said), and either \(sides)" } ?? "posts either \(sides)"
    }
    var rest = attributes.map { Explainer.text($0, isInner: false) }[...]
    if said == nil, let first = rest.popFirst() { said = "posts \(first)" }
    let isBare = said == nil
    for node in refused { said = Explainer.refusing(node, said, isBare: isBare) }
    // No query is empty, so something was said by now.
    return rest.reduce(said ?? "posts") { "\($0), \($1)" }
  }
}

/// Puts the parts of a query into words.
private enum Explainer {
  typealias Node = TopicQuery.Node

  static func conjuncts(_ node: Node) -> [Node] {
    if case .and(let nodes) = node { nodes } else { [node] }
  }

  static func isAttribute(_ node: Node) -> Bool {
    switch node {
    case .attribute: true
    case .or(let nodes): nodes.allSatisfy(isAttribute)
    case .phrase, .tag, .handle, .near, .and, .not: false
    }
  }

  /// Whether it is a choice between words and something else.
  static func isMixed(_ node: Node) -> Bool {
    guard case .or(let nodes) = node else { return false }
    return nodes.contains { isAttribute($0) || isRefusal($0) }
  }

  private static func isRefusal(_ node: Node) -> Bool {
    if case .not = node { true } else { false }
  }

  /// What stands behind “posts with”.
  static func wanted(_ nodes: [Node]) -> Wording {
    let isLong = nodes.contains { if case .phrase = $0 { false } else { true } }
    let parts = nodes.map { text($0, isInner: nodes.count > 1 && !isLong) }
    return isLong
      ? joined(parts[...]) { "\($0), and \($1)" } : joined(parts[...]) { "\($0) and \($1)" }
  }

  /// “in English or with 'straw'”: each side of a choice says what it asks for.
  static func sides(_ node: Node) -> Wording {
    guard case .or(let nodes) = node else { return text(node, isInner: true) }
    let sides = nodes.map { side -> Wording in
      if case .not(let inner) = side {
        let words = text(inner, isInner: true)
        return isAttribute(inner) ? "not \(words)" : "without \(words)"
      }
      return isAttribute(side) ? text(side, isInner: true) : "with \(text(side, isInner: true))"
    }
    return joined(sides[...]) { "\($0) or \($1)" }
  }

  /// - Parameter isBare: nothing but what is refused makes the query.
  static func refusing(_ node: Node, _ said: Wording?, isBare: Bool) -> Wording {
    let words = text(node, isInner: true)
    guard let said else {
      return isAttribute(node) ? "posts not \(words)" : "posts without \(words)"
    }
    if isAttribute(node) { return "\(said), \("not \(words)" as Wording)" }
    return isBare ? "\(said), without \(words)" : "\(said), not \(words)"
  }

  static func text(_ node: Node, isInner: Bool) -> Wording {
    switch node {
    case .phrase(let phrase): return text(phrase)
    case .tag(let tag, isPrefix: true): return "tags starting with #\(tag)"
    case .tag(let tag, isPrefix: false): return "#\(tag)"
    case .handle(let handle): return "@\(handle)"
    case .near(let left, let right, let distance):
      let (one, other) = (text(left, isInner: true), text(right, isInner: true))
      return distance == 1
        ? "\(one) within one word of \(other)"
        : "\(one) within \(number(distance)) words of \(other)"
    case .and(let nodes):
      let parts = nodes.map { text($0, isInner: true) }
      return bracketed(joined(parts[...]) { "\($0) and \($1)" }, isInner)
    case .or(let nodes):
      let parts = nodes.map { text($0, isInner: true) }
      return bracketed(joined(parts[...]) { "\($0) or \($1)" }, isInner)
    case .not(let node): return "not \(text(node, isInner: true))"
    case .attribute(let attribute): return AttributeWording.of(attribute)
    }
  }

  private static func bracketed(_ words: Wording, _ isInner: Bool) -> Wording {
    isInner ? "(\(words))" : words
  }

  /// By halves, so that a thousand parts lie ten deep in each other and not a thousand.
  private static func joined(
    _ parts: ArraySlice<Wording>, by join: (Wording, Wording) -> Wording
  ) -> Wording {
    guard parts.count > 1 else { return parts.first ?? "" }
    let middle = parts.startIndex + parts.count / 2
    return join(joined(parts[..<middle], by: join), joined(parts[middle...], by: join))
  }

  private static func text(_ phrase: TopicQuery.Phrase) -> Wording {
    if phrase.words.count == 1, phrase.words[0].isPrefix {
      return phrase.isExact
        ? "words starting exactly with '\(phrase.words[0].text)'"
        : "words starting with '\(phrase.words[0].text)'"
    }
    let words = phrase.words.map { $0.isPrefix ? $0.text + "…" : $0.text }.joined(separator: " ")
    return phrase.isExact ? "exactly '\(words)'" : "'\(words)'"
  }

  private static func number(_ number: Int) -> Wording {
    let words: [Wording] = [
      "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    return words.indices.contains(number - 2) ? words[number - 2] : "\(number)"
  }
}
