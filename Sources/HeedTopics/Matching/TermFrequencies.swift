/// How common terms are in what was heard lately: by this, topics wait for their rarest words.
///
/// What is counted fades: when there are too many different terms all counts are halved, and what
/// was seen once is forgotten.
public struct TermFrequencies: Sendable {
  /// How many documents were counted, faded alike.
  public private(set) var documents = 0
  private var counts: [String: Int] = [:]

  private static let mostTerms = 200_000
  /// What a guess counts for, in documents.
  private static let guessWeight = 1_000
  /// The number of documents that `Anchors.likelyFrequency` guesses about.
  private static let guessed = 1 << 16

  public init() {}

  /// Counts one document in; takes time in proportion to its length.
  public mutating func count(_ document: PreparedDocument) {
    documents += 1
    for term in document.indexTerms { counts[term, default: 0] += 1 }
    if counts.count > Self.mostTerms { fade() }
  }

  /// How many of the counted documents have an index term.
  public func count(of term: String) -> Int { counts[term] ?? 0 }

  /// How many of 65,536 documents are likely to have an index term: what was counted and, as long
  /// as that is little, a guess.
  public func estimate(of term: String) -> Int {
    let guess = Anchors.likelyFrequency(term) * Self.guessWeight
    return (count(of: term) * Self.guessed + guess) / (documents + Self.guessWeight)
  }

  private mutating func fade() {
    documents /= 2
    counts = counts.compactMapValues { $0 > 1 ? $0 / 2 : nil }
  }
}
