/// Makes nodes of the words, tags, handles, links and attributes of a query, and counts them.
struct TermReader {
  private let scalars: [Unicode.Scalar]
  private var count = 0

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  mutating func node(
    _ content: Range<Int>, isQuoted: Bool, isExact: Bool, in range: Range<Int>
  ) throws(Mistake) -> TopicQuery.Node {
    let text = FoldedText(text(content))
    let nodes =
      isQuoted
      ? phrase(text, text.tokens[...], isExact: isExact)
      : try parts(text, isExact: isExact, in: range)
    guard !nodes.isEmpty else {
      throw Mistake(
        code: .nothingToFind, range: range,
        message: "\(self.text(range)) has no letters, digits or emoji to look for.",
        edit: (range, " "))
    }
    if !isQuoted { try checkStars(content) }
    try add(nodes, at: range)
    return .all(nodes)
  }

  private func phrase(
    _ text: FoldedText, _ tokens: ArraySlice<FoldedText.Token>, isExact: Bool
  ) -> [TopicQuery.Node] {
    let words = TopicQuery.Word.words(in: text, tokens: tokens, isExact: isExact)
    return words.isEmpty ? [] : [.phrase(TopicQuery.Phrase(words: words, isExact: isExact))]
  }

  /// What stands between two spaces: tags, handles and addresses each by themselves, the words
  /// between them as phrases.
  private func parts(
    _ text: FoldedText, isExact: Bool, in range: Range<Int>
  ) throws(Mistake) -> [TopicQuery.Node] {
    var nodes: [TopicQuery.Node] = []
    var words = text.tokens[0..<0]
    var index = 0
    while index < text.tokens.count {
      let token = text.tokens[index]
      guard token.kind == .tag || token.kind == .handle || token.kind == .link else {
        index += 1
        words = text.tokens[(words.isEmpty ? index - 1 : words.startIndex)..<index]
        continue
      }
      if isExact {
        throw Mistake(
          code: .exactNeedsWords, range: range,
          message: "Only words can be asked for exactly, without # and @.",
          edit: (range.lowerBound..<(range.lowerBound + 1), ""))
      }
      nodes += phrase(text, words, isExact: false)
      nodes.append(try special(text, token, in: range))
      while index < text.tokens.count, text.tokens[index].position < token.position + token.length {
        index += 1
      }
      words = text.tokens[index..<index]
    }
    return nodes + phrase(text, words, isExact: isExact)
  }

  private func special(
    _ text: FoldedText, _ token: FoldedText.Token, in range: Range<Int>
  ) throws(Mistake) -> TopicQuery.Node {
    let rest = text.text.utf8.dropFirst(token.range.upperBound)
    let hasStar = rest.first == UInt8(ascii: "*")
    if token.kind == .tag { return .tag(token.folded, isPrefix: hasStar) }
    if hasStar { throw misplacedStar(range) }
    if token.kind == .handle { return .handle(token.folded) }
    let address = Links.folded(text.original(of: token))
    return .attribute(TopicQuery.Attribute(field: .link, value: address))
  }

  private func checkStars(_ content: Range<Int>) throws(Mistake) {
    for index in content where scalars[index] == "*" {
      let isKeycap = index + 1 < content.upperBound && !ScalarClass.isWord(scalars[index + 1])
      let isAtEnd = index + 1 == content.upperBound
      let followsWord = index > content.lowerBound && ScalarClass.isWord(scalars[index - 1])
      if isKeycap || isAtEnd && followsWord { continue }
      throw misplacedStar(content)
    }
  }

  private func misplacedStar(_ range: Range<Int>) -> Mistake {
    let without = String(String.UnicodeScalarView(scalars[range].filter { $0 != "*" }))
    return Mistake(
      code: .misplacedStar, range: range, message: "A star stands at the end of a word or tag.",
      edit: (range, without))
  }

  mutating func attribute(
    _ name: String, _ nameRange: Range<Int>, value: Range<Int>, isQuoted: Bool,
    in range: Range<Int>
  ) throws(Mistake) -> TopicQuery.Node {
    guard let field = TopicQuery.Attribute.Field(rawValue: name.lowercased()) else {
      throw unknownField(name, nameRange, in: range)
    }
    let takesList = !isQuoted && field != .link
    let written = text(value)
    let values =
      takesList ? written.split(separator: ",").map(String.init) : written.isEmpty ? [] : [written]
    guard !values.isEmpty else { throw missingValue(field, value, in: range) }
    var nodes: [TopicQuery.Node] = []
    for one in values {
      guard let folded = TopicQuery.Attribute.folded(one, in: field) else {
        throw unknownValue(one, of: field, value, in: range)
      }
      nodes.append(.attribute(TopicQuery.Attribute(field: field, value: folded)))
    }
    try add(nodes, at: range)
    return .any(nodes)
  }

  private func unknownField(
    _ name: String, _ nameRange: Range<Int>, in range: Range<Int>
  ) -> Mistake {
    let fields = TopicQuery.Attribute.Field.allCases.map(\.rawValue)
    if let nearest = Spelling.nearest(to: name.lowercased(), among: fields) {
      return Mistake(
        code: .unknownField, range: nameRange,
        message: "There is no \(name): to ask for. Was \(nearest): meant?",
        edit: (nameRange, nearest))
    }
    return Mistake(
      code: .unknownField, range: nameRange,
      message: "There is no \(name): to ask for. Put it in quotes to look for the words.",
      edit: (range, "\"\(text(range).filter { !"\"“”„«»".contains($0) })\""))
  }

  private func missingValue(
    _ field: TopicQuery.Attribute.Field, _ value: Range<Int>, in range: Range<Int>
  ) -> Mistake {
    let example = TopicQuery.Attribute.values(of: field)?.first ?? Spelling.example(of: field)
    var end = value.upperBound
    while end < scalars.count, scalars[end].properties.isWhitespace { end += 1 }
    let canClose = end > value.upperBound && end < scalars.count && ScalarClass.isWord(scalars[end])
    return Mistake(
      code: .missingValue, range: range,
      message: "\(field.rawValue): wants a value behind it, as in \(field.rawValue):\(example).",
      edit: canClose ? (value.upperBound..<end, "") : (range, " "))
  }

  private func unknownValue(
    _ written: String, of field: TopicQuery.Attribute.Field, _ value: Range<Int>,
    in range: Range<Int>
  ) -> Mistake {
    let known = TopicQuery.Attribute.values(of: field)
    let nearest = known.flatMap { Spelling.nearest(to: Folding.fold(written), among: $0) }
    let name = field.rawValue
    let message: Wording =
      if let known {
        "\(name): cannot be \(written). It can be \(known.joined(separator: ", "))."
      } else {
        "\(name): cannot be \(written). An example: \(name):\(Spelling.example(of: field))."
      }
    return Mistake(
      code: .unknownValue, range: value, message: message,
      edit: nearest.map { (range, "\(field.rawValue):\($0)") } ?? (range, " "))
  }

  private mutating func add(_ nodes: [TopicQuery.Node], at range: Range<Int>) throws(Mistake) {
    for node in nodes {
      if case .phrase(let phrase) = node { count += phrase.words.count } else { count += 1 }
    }
    guard count <= TopicQuery.maximumTerms else {
      throw Mistake(
        code: .tooManyTerms, range: range,
        message: "A query can have \(TopicQuery.maximumTerms) words.")
    }
  }
}
