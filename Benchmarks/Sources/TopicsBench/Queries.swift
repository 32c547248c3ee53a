import HeedTopics

/// Queries of two to six terms from the words of real posts, the same for the same seed: of a
/// hundred, 16 hold a phrase, 12 a choice, 8 an exclusion, 5 a NEAR, 4 a prefix, 4 a tag or handle,
/// 6 an attribute; the others are words that are all wanted.
struct Queries {
  private var generator: Seeded
  private let posts: [[String]]
  private let marked: [String]
  private let frequencies: TermFrequencies

  init(_ posts: ArraySlice<String>, _ frequencies: TermFrequencies, seed: UInt64) {
    generator = Seeded(seed: seed)
    self.frequencies = frequencies
    var words: [[String]] = []
    var marked: Set<String> = []
    for post in posts {
      let tokens = FoldedText(post).tokens
      let row = tokens.filter { $0.kind == .word && $0.folded.utf8.count > 2 }.map(\.folded)
      if row.count > 5 { words.append(row) }
      for token in tokens {
        if token.kind == .tag { marked.insert("#\(token.folded)") }
        if token.kind == .handle { marked.insert("@\(token.folded)") }
      }
    }
    self.posts = words
    self.marked = marked.sorted()
  }

  mutating func next() -> String {
    let post = posts.randomElement(using: &generator) ?? []
    let shape = Int.random(in: 0..<100, using: &generator)
    switch shape {
    case 0..<16: return "\"\(phrase(post))\" \(words(post, 1...4))"
    case 16..<28: return "\(words(post, 1...2)) (\(choice(2...4)))"
    case 28..<36: return "\(words(post, 2...4)) -\(word(anyPost()))"
    case 36..<41: return "\(word(post)) NEAR/5 \(word(post))"
    case 41..<45: return "\(word(post).prefix(5))* \(words(post, 1...3))"
    case 45..<49:
      return "\(marked.randomElement(using: &generator) ?? "#a") \(words(post, 1...2))"
    case 49..<55:
      let attribute = ["lang:en", "network:bluesky", "has:link"].randomElement(using: &generator)
      return "\(words(post, 2...4)) \(attribute ?? "")"
    default: return words(post, 2...6)
    }
  }

  /// So many queries, each of them readable.
  mutating func sources(_ count: Int) -> [String] { (0..<count).map { _ in next() } }

  private mutating func anyPost() -> [String] { posts.randomElement(using: &generator) ?? [] }

  /// A word of the post that is in less than one of twenty posts.
  private mutating func word(_ post: [String]) -> String {
    for _ in 0..<8 {
      let word = post.randomElement(using: &generator) ?? "a"
      if frequencies.count(of: word) * 20 < frequencies.documents { return word }
    }
    return post.first ?? "a"
  }

  private mutating func words(_ post: [String], _ count: ClosedRange<Int>) -> String {
    let number = Int.random(in: count, using: &generator)
    return (0..<number).map { _ in word(post) }.joined(separator: " ")
  }

  private mutating func choice(_ count: ClosedRange<Int>) -> String {
    let number = Int.random(in: count, using: &generator)
    return (0..<number).map { _ in word(anyPost()) }.joined(separator: " OR ")
  }

  private mutating func phrase(_ post: [String]) -> String {
    let start = Int.random(in: 0..<max(post.count - 1, 1), using: &generator)
    return post[start..<min(start + 2, post.count)].joined(separator: " ")
  }
}
