/// Invented words, as unevenly used as people use theirs: the word of rank n about 1/n as often as the first (Zipf).
///
/// Between them stand the small words of real languages, so that language, tone and kind have something to read.
struct Vocabulary: Sendable {
  static let shared = Vocabulary()
  static let size = 40_000

  let words: [String]
  /// Ranks, each as often as its word is used.
  private let ranks: [UInt16]
  private static let draws = 1 << 20

  private init() {
    var words: [String] = []
    var seen: Set<String> = []
    var number = 0
    while words.count < Self.size {
      var chance = Chance(number, 11)
      number += 1
      // What is used often is short.
      let syllables = words.count < 300 ? 2 : 2 + chance.below(3)
      let word =
        (0..<syllables).map { _ in
          Self.openings[chance.below(Self.openings.count)]
            + Self.vowels[chance.below(Self.vowels.count)]
        }.joined() + Self.endings[chance.below(Self.endings.count)]
      if seen.insert(word).inserted { words.append(word) }
    }
    self.words = words
    let weights = (0..<Self.size).map { 1 / (Double($0) + 2.7) }
    let whole = weights.reduce(0, +)
    var ranks: [UInt16] = []
    ranks.reserveCapacity(Self.draws)
    var sum = 0.0
    var rank = 0
    for draw in 0..<Self.draws {
      while rank + 1 < Self.size, (sum + weights[rank]) / whole * Double(Self.draws) <= Double(draw)
      {
        sum += weights[rank]
        rank += 1
      }
      ranks.append(UInt16(rank))
    }
    self.ranks = ranks
  }

  func word(_ chance: inout Chance) -> String {
    words[Int(ranks[chance.below(Self.draws)])]
  }

  private static let openings = [
    "b", "br", "c", "ch", "d", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r",
    "s", "st", "t", "tr", "v", "w", "z",
  ]
  private static let vowels = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
  private static let endings = ["", "", "", "n", "r", "s", "t", "l"]

  /// By language, the commonest first.
  static let small: [(language: String, words: [String])] = [
    (
      "en",
      [
        "the", "and", "to", "a", "of", "is", "it", "my", "you", "in", "for", "that", "this", "with",
        "have", "was", "on", "not", "they", "are", "your", "what", "there", "can", "so", "just",
      ]
    ),
    (
      "de",
      [
        "der", "die", "und", "ist", "das", "nicht", "ich", "ein", "mit", "auf", "für", "habe",
        "wir",
        "eine", "zu", "noch", "aber", "auch", "es", "bei",
      ]
    ),
    (
      "pt",
      [
        "o", "que", "não", "e", "um", "uma", "para", "com", "do", "da", "muito", "mas", "meu",
        "está",
        "já", "eu", "por", "os", "as", "há",
      ]
    ),
    (
      "fr",
      [
        "le", "la", "et", "est", "pas", "je", "vous", "une", "des", "pour", "avec", "mon", "ce",
        "qui",
        "dans", "sur", "il", "nous", "mais", "au",
      ]
    ),
  ]
  static let telling = [
    "great", "love", "thanks", "broken", "late", "perfect", "refund", "helpful", "terrible", "nice",
    "missing", "friendly", "wrong", "happy", "useless", "lost",
  ]
}
