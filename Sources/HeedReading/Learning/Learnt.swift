import HeedModel

/// What the members of one desk taught: weights on top of the models', over words and pairs of words.
///
/// The update is AROW (Crammer, Kulesza, Dredze, *Adaptive Regularization of Weight Vectors*, 2009) a column: a score
/// that is not on the right side by 1 moves the weights of the words that were there, those least known so far the most.
/// It is made of its lessons in their order and of nothing else: without one of them it is what it would have been had
/// that lesson never been given.
struct Learnt: Sendable {
  /// Weight and doubt of what was learnt of a word, a place for each tone and each kind.
  private struct Known: Sendable {
    var weight = SIMD16<Float>(repeating: 0)
    var doubt = SIMD16<Float>(repeating: 1)
  }

  private var known: [UInt32: Known] = [:]
  /// Languages that somebody taught, each a column.
  private(set) var languages: [String] = []
  private var ofLanguage: [UInt32: [Float]] = [:]
  private(set) var lessons = 0

  var isEmpty: Bool { lessons == 0 }

  private static let tones = 3
  private static let columns = tones + Reading.Kind.allCases.count
  /// How much a new lesson gives way to what is known.
  private static let patience: Float = 0.5

  /// What was learnt, to be added to the models' scores.
  struct Scores {
    var tones: [Float]
    var kinds: [Float]
  }

  func scores(of features: TextFeatures) -> Scores {
    var sums = SIMD16<Float>(repeating: 0)
    for hash in features.words {
      if let known = known[hash] { sums += known.weight }
    }
    sums *= Self.factor(features)
    return Scores(
      tones: (0..<Self.tones).map { sums[$0] },
      kinds: (Self.tones..<Self.columns).map { sums[$0] })
  }

  /// A language that was taught, where these words were heard in it. What the model reads clearly stays.
  func language(of pieces: Pieces, instead heard: LanguageReading) -> String? {
    guard !languages.isEmpty, !heard.isClear else { return nil }
    let words = Self.words(of: pieces)
    var sums = [Float](repeating: 0, count: languages.count)
    let factor = Self.factor(words.count)
    for hash in words {
      guard let row = ofLanguage[hash] else { continue }
      for column in row.indices { sums[column] += row[column] * factor }
    }
    guard let most = sums.max(), most > 0.5, let best = sums.firstIndex(of: most) else {
      return nil
    }
    let ofRead = heard.language.flatMap { languages.firstIndex(of: $0) }.map { sums[$0] } ?? 0
    return most > ofRead + 0.25 ? languages[best] : nil
  }

  /// The words themselves, each once: how long a text is and what else stands in it says nothing of its language.
  private static func words(of pieces: Pieces) -> [UInt32] {
    var seen: Set<UInt32> = []
    var words: [UInt32] = []
    for piece in pieces.all where piece.kind == .word {
      let hash = FeatureHash.mixed(
        pieces.letters[piece.letters].reduce(FeatureHash.start) { FeatureHash.add($1, to: $0) })
      if seen.insert(hash).inserted { words.append(hash) }
      if words.count == mostWords { break }
    }
    return words
  }

  private static let mostWords = 120

  private static func factor(_ words: Int) -> Float { 1 / Float(max(1, words)).squareRoot() }

  private static func factor(_ features: TextFeatures) -> Float {
    factor(features.words.count)
  }

  // MARK: Learning

  /// - Parameters:
  ///   - tones: the model's scores with what was learnt, or `nil` where no tone was told.
  ///   - kinds: likewise, less the least score at which each holds; `nil` where no kind was told.
  mutating func learn(
    _ lesson: Reading, from features: TextFeatures, tones: [Float]?, kinds: [Float]?
  ) {
    lessons += 1
    if let tone = lesson.tone, let tones, let right = Reading.Tone.allCases.firstIndex(of: tone) {
      learnTone(right, features, tones)
    }
    if let kinds, !lesson.kinds.isEmpty {
      for (index, kind) in Reading.Kind.allCases.enumerated() {
        let sign: Float = lesson.kinds.contains(kind) ? 1 : -1
        move(Self.tones + index, by: sign, margin: sign * kinds[index], features)
      }
    }
  }

  private mutating func learnTone(_ right: Int, _ features: TextFeatures, _ scores: [Float]) {
    let wrong = scores.indices.filter { $0 != right }.max { scores[$0] < scores[$1] } ?? right
    let margin = scores[right] - scores[wrong]
    move(right, by: 0.5, margin: margin, features)
    move(wrong, by: -0.5, margin: margin, features)
  }

  private mutating func move(
    _ column: Int, by sign: Float, margin: Float, _ features: TextFeatures
  ) {
    guard margin < 1 else { return }
    let value = Self.factor(features)
    var doubt: Float = 0
    for hash in features.words { doubt += (known[hash]?.doubt[column] ?? 1) * value * value }
    let share = 1 / (doubt + Self.patience)
    let step = (1 - margin) * share * 2
    for hash in features.words {
      var word = known[hash] ?? Known()
      let doubt = word.doubt[column]
      word.weight[column] += step * sign * doubt * value
      word.doubt[column] = max(0.05, doubt - share * doubt * doubt * value * value)
      known[hash] = word
    }
  }

  /// Teaches that these words are in a language; of a text without words nothing is learnt.
  mutating func learn(language: String, from pieces: Pieces) {
    let words = Self.words(of: pieces)
    guard !words.isEmpty else { return }
    let column: Int
    if let known = languages.firstIndex(of: language) {
      column = known
    } else {
      column = languages.count
      languages.append(language)
      for hash in ofLanguage.keys { ofLanguage[hash]?.append(0) }
    }
    let value = Self.factor(words.count)
    for other in languages.indices {
      var score: Float = 0
      for hash in words { score += (ofLanguage[hash]?[other] ?? 0) * value }
      let sign: Float = other == column ? 1 : -1
      guard sign * score < 1 else { continue }
      let step = (1 - sign * score) * sign * value
      for hash in words {
        var row = ofLanguage[hash] ?? [Float](repeating: 0, count: languages.count)
        row[other] += step
        ofLanguage[hash] = row
      }
    }
  }
}
