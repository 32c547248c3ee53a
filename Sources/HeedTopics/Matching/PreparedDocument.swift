/// A document folded once, to be asked by many queries.
public struct PreparedDocument: Sendable {
  /// A token and where it was found: tags and mentions that the text does not show stand far
  /// behind it, where no phrase and no NEAR reaches them.
  struct Place: Sendable {
    let token: FoldedText.Token
    let segment: Int
    let position: Int
  }

  /// The strings for a database's full-text index, each once.
  public let indexTerms: [String]

  let facts: TopicDocument.Facts
  let segments: [FoldedText]
  let places: [Place]
  let placesByKey: [String: [Int]]
  let attributes: Attributes

  /// Folds the document; takes time in proportion to its length.
  public init(_ document: TopicDocument) {
    let facts = document.facts
    var segments = [FoldedText(document.text)]
    let shownTags = segments[0].tokens.filter { $0.kind == .tag }.map(\.folded)
    let shownHandles = segments[0].tokens.filter { $0.kind == .handle }.map(\.folded)
    for tag in facts.tags where !shownTags.contains(Self.foldedTag(tag)) {
      segments.append(FoldedText(Self.tagText(tag)))
    }
    for mention in facts.mentions where !shownHandles.contains(Handles.folded(mention)) {
      segments.append(FoldedText("@\(Handles.folded(mention))"))
    }
    var places: [Place] = []
    var placesByKey: [String: [Int]] = [:]
    var start = 0
    for (segment, text) in segments.enumerated() {
      for token in text.tokens {
        for key in TermKey.keys(of: token) { placesByKey[key, default: []].append(places.count) }
        places.append(Place(token: token, segment: segment, position: start + token.position))
      }
      start += text.length + Self.gap
    }
    self.facts = facts
    self.segments = segments
    self.places = places
    self.placesByKey = placesByKey
    attributes = Attributes(facts, text: segments[0])
    var seen: Set<String> = []
    let terms = segments.flatMap { IndexTerm.terms(of: $0.tokens) } + attributes.linkTerms
    indexTerms = terms.filter { seen.insert($0).inserted }
  }

  /// What was written between two places of one segment.
  func original(in range: Range<Int>, segment: Int) -> Substring {
    segments[segment].original(in: range)
  }

  private static let gap = 10 * TopicQuery.maximumDistance

  private static func tagText(_ tag: String) -> String {
    let words = tag.unicodeScalars.filter { !ScalarClass.isNumberSign($0) }
    let plain = FoldedText("#" + String(words))
    let isWhole = plain.tokens.first?.kind == .tag && plain.tokens[0].length == plain.length
    if isWhole { return plain.text }
    let joined = String(words.filter { ScalarClass.isWord($0) })
    return "\(String(words)) #\(joined)"
  }

  private static func foldedTag(_ tag: String) -> String {
    FoldedText(tagText(tag)).tokens.first { $0.kind == .tag }?.folded ?? tag
  }
}
