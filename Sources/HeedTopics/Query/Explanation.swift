extension TopicQuery {
  /// The query in plain English: "posts with 'straw' within five words of 'gold', not 'hiring', in
  /// English".
  public var explanation: String {
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
    var text = "posts"
    if !wanted.isEmpty {
      let isLong = wanted.contains { if case .phrase = $0 { false } else { true } }
      text += " with "
      text +=
        wanted.map { Explainer.text($0, isInner: wanted.count > 1 && !isLong) }
        .joined(separator: isLong ? ", and " : " and ")
    }
    for choice in choices {
      text += "\(text == "posts" ? "" : ", and") \(Explainer.choice(choice))"
    }
    var rest = attributes.map { Explainer.text($0, isInner: false) }
    if text == "posts", let first = rest.first {
      text += " \(first)"
      rest.removeFirst()
    }
    let isBare = text == "posts"
    for node in refused {
      text += "\(text == "posts" ? "" : ",") \(Explainer.refusal(node, isBare: isBare))"
    }
    for attribute in rest { text += ", \(attribute)" }
    return text
  }
}

/// Puts the parts of a query into words.
private enum Explainer {
  static func conjuncts(_ node: TopicQuery.Node) -> [TopicQuery.Node] {
    if case .and(let nodes) = node { nodes } else { [node] }
  }

  static func isAttribute(_ node: TopicQuery.Node) -> Bool {
    switch node {
    case .attribute: true
    case .or(let nodes): nodes.allSatisfy(isAttribute)
    case .phrase, .tag, .handle, .near, .and, .not: false
    }
  }

  /// Whether it is a choice between words and something else.
  static func isMixed(_ node: TopicQuery.Node) -> Bool {
    guard case .or(let nodes) = node else { return false }
    return nodes.contains { isAttribute($0) || isRefusal($0) }
  }

  private static func isRefusal(_ node: TopicQuery.Node) -> Bool {
    if case .not = node { true } else { false }
  }

  /// "either in English or with 'straw'": each side says what it asks for.
  static func choice(_ node: TopicQuery.Node) -> String {
    guard case .or(let nodes) = node else { return text(node, isInner: true) }
    let sides = nodes.map { side in
      if case .not(let inner) = side { return refusal(inner, isBare: true) }
      return isAttribute(side) ? text(side, isInner: true) : "with \(text(side, isInner: true))"
    }
    return "either \(sides.joined(separator: " or "))"
  }

  static func text(_ node: TopicQuery.Node, isInner: Bool) -> String {
    switch node {
    case .phrase(let phrase): return text(phrase)
    case .tag(let tag, let isPrefix): return isPrefix ? "tags starting with #\(tag)" : "#\(tag)"
    case .handle(let handle): return "@\(handle)"
    case .near(let left, let right, let distance):
      let words = distance == 1 ? "one word" : "\(number(distance)) words"
      return "\(text(left, isInner: true)) within \(words) of \(text(right, isInner: true))"
    case .and(let nodes):
      let joined = nodes.map { text($0, isInner: true) }.joined(separator: " and ")
      return isInner ? "(\(joined))" : joined
    case .or(let nodes):
      let joined = nodes.map { text($0, isInner: true) }.joined(separator: " or ")
      return isInner ? "(\(joined))" : joined
    case .not(let node): return "not \(text(node, isInner: true))"
    case .attribute(let attribute): return text(attribute)
    }
  }

  static func refusal(_ node: TopicQuery.Node, isBare: Bool) -> String {
    let words = text(node, isInner: true)
    return isBare && !isAttribute(node) ? "without \(words)" : "not \(words)"
  }

  private static func text(_ phrase: TopicQuery.Phrase) -> String {
    let words = phrase.words.map { "\($0.text)\($0.isPrefix ? "…" : "")" }.joined(separator: " ")
    if phrase.words.count == 1, phrase.words[0].isPrefix {
      let kind = phrase.isExact ? "words starting exactly with" : "words starting with"
      return "\(kind) '\(phrase.words[0].text)'"
    }
    return phrase.isExact ? "exactly '\(words)'" : "'\(words)'"
  }

  private static func text(_ attribute: TopicQuery.Attribute) -> String {
    let value = attribute.value
    switch attribute.field {
    case .from: return "by @\(value)"
    case .to: return "to @\(value)"
    case .network: return "on \(network(value))"
    case .language: return "in \(LanguageNames.name(of: value) ?? "the language '\(value)'")"
    case .link: return "linking to \(value)"
    case .kind: return kind(value)
    case .tone: return "\(value) in tone"
    case .has: return "with \(["media", "audio"].contains(value) ? value : article(value))"
    case .source: return "heard through '\(value)'"
    }
  }

  private static func network(_ name: String) -> String {
    let names = [
      "activitypub": "ActivityPub", "gotosocial": "GoToSocial", "hacker news": "Hacker News",
      "hackernews": "Hacker News", "linkedin": "LinkedIn", "mail": "mail", "youtube": "YouTube",
    ]
    return names[name] ?? name.prefix(1).uppercased() + name.dropFirst()
  }

  private static func kind(_ kind: String) -> String {
    switch kind {
    case "praise", "thanks", "spam": "read as \(kind)"
    case "correction": "read as a correction of us"
    case "other": "read as none of the kinds"
    default: "read as \(article(kind))"
    }
  }

  private static func article(_ noun: String) -> String {
    "\("aeiou".contains(noun.prefix(1)) ? "an" : "a") \(noun)"
  }

  private static func number(_ number: Int) -> String {
    let words = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve",
    ]
    return number < words.count ? words[number] : String(number)
  }
}
