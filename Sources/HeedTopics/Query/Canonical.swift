extension TopicQuery {
  /// The query in its plainest spelling; reading it gives the same query.
  public var canonical: String { Self.spelled(root) }

  private static func spelled(_ node: Node) -> String {
    switch node {
    case .phrase(let phrase): spelled(phrase)
    case .tag(let tag, let isPrefix): "#\(tag)\(isPrefix ? "*" : "")"
    case .handle(let handle): "@\(handle)"
    case .near(let left, let right, let distance):
      "\(grouped(left)) NEAR/\(distance) \(grouped(right))"
    case .and(let nodes): nodes.map(grouped).joined(separator: " ")
    case .or(let nodes): nodes.map(grouped).joined(separator: " OR ")
    case .not(let node): "NOT \(grouped(node))"
    case .attribute(let attribute): spelled(attribute)
    }
  }

  private static func grouped(_ node: Node) -> String {
    switch node {
    case .and, .or, .near: "(\(spelled(node)))"
    case .phrase, .tag, .handle, .not, .attribute: spelled(node)
    }
  }

  private static func spelled(_ phrase: Phrase) -> String {
    let words = phrase.words.map { "\($0.text)\($0.isPrefix ? "*" : "")" }
    let mark = phrase.isExact ? "=" : ""
    if words.count == 1, !phrase.words[0].text.utf8.starts(with: "https://".utf8) {
      return "\(mark)\(words[0])"
    }
    return "\(mark)\"\(words.joined(separator: " "))\""
  }

  private static func spelled(_ attribute: Attribute) -> String {
    let isPlain = attribute.value.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x61...0x7A: true
      case 0x2D, 0x2E, 0x2F, 0x3A, 0x40, 0x5F: true
      default: false
      }
    }
    let value = isPlain ? attribute.value : "\"\(attribute.value)\""
    return "\(attribute.field.rawValue):\(value)"
  }
}
