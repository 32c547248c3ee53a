/// The language of a text's own words: handles, addresses, tags and emoji are left out.
struct LanguageReading: Sendable {
  /// BCP 47; `nil` when unsure.
  var language: String?
  /// Languages of other parts of the same text.
  var others: [String] = []
  /// From 0 to 1.
  var sureness = 0.0
  /// How many words it was told by.
  var words = 0
  /// Whether its letters are those of one language alone.
  private(set) var isByScript = false

  /// Whether neither what the network says nor what was learnt is to outrank it.
  var isClear: Bool { language != nil && (isByScript || sureness >= Self.clear) }

  static let clear = 0.85
  /// Below this a guess is not told.
  static let least = 0.5
  /// A part that is to be another language has to be surer, and so many words long.
  private static let leastOfPart = 0.6
  private static let shortestPart = 4
  private static let mostWords = 120

  init(_ pieces: Pieces, model: LanguageModel = .shared) {
    var parts = Parts(pieces, most: Self.mostWords)
    words = parts.count
    guard let script = parts.topScript() else { return }
    if let language = script.language {
      self.language = language
      isByScript = true
      sureness = parts.share(of: script)
    } else if SharedScript.isShared(script) {
      language = SharedScript.language(of: parts.words(of: script), in: script)
      isByScript = true
      sureness = parts.share(of: script)
    } else if let guess = model.guess(parts.words(of: script), in: script) {
      sureness = guess.sureness
      language = guess.language
      if parts.count >= 2 * Self.shortestPart { hearParts(parts, in: script, model) }
    }
    if sureness < parts.least(for: language, in: script) { language = nil }
    hearOtherScripts(parts, than: script, model)
  }

  /// Sentences in different languages: the one with most words leads.
  private mutating func hearParts(_ parts: Parts, in script: Script, _ model: LanguageModel) {
    var counts: [String: Int] = [:]
    let sentences = parts.sentences(of: script)
    guard sentences.count > 1 else { return }
    for sentence in sentences where sentence.count >= Self.shortestPart {
      guard let guess = model.guess(sentence, in: script), guess.sureness >= Self.leastOfPart
      else { continue }
      counts[guess.language, default: 0] += sentence.count
    }
    guard counts.count > 1 else { return }
    let order = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let first = order.first, order.count > 1 else { return }
    // One sentence of another language in a post that is clear as a whole does not turn it.
    if sureness >= 0.98, order.contains(where: { $0.key == language }) {
      others = order.map(\.key).filter { $0 != language }
      return
    }
    language = first.key
    sureness = max(sureness, Self.leastOfPart * Double(first.value) / Double(max(1, words)))
    others = order.dropFirst().map(\.key)
  }

  private mutating func hearOtherScripts(
    _ parts: Parts, than script: Script, _ model: LanguageModel
  ) {
    for other in Script.allCases where other != script && parts.share(of: other) >= 0.2 {
      let words = parts.words(of: other)
      if let own = other.language ?? SharedScript.language(of: words, in: other) {
        others.append(own)
      } else if words.count >= Self.shortestPart, let guess = model.guess(words, in: other),
        guess.sureness >= Self.leastOfPart
      {
        others.append(guess.language)
      }
    }
  }
}

/// The words of a text by script and sentence.
private struct Parts {
  private struct Word {
    var letters: ArraySlice<UInt32>
    var script: Script
    var sentence: Int
    /// A letter of it was drawn out.
    var isLong: Bool
  }

  private var words: [Word] = []
  private var weights = [Int](repeating: 0, count: Script.allCases.count)

  var count: Int { words.count }

  init(_ pieces: Pieces, most: Int) {
    var sentence = 0
    for piece in pieces.all {
      if piece.kind == .mark, pieces.letters[piece.letters.lowerBound] != 0x2C { sentence += 1 }
      guard piece.kind == .word else { continue }
      let letters = pieces.letters[piece.letters]
      words.append(
        Word(letters: letters, script: weigh(letters), sentence: sentence, isLong: piece.isLong))
      if words.count == most { break }
    }
  }

  /// - Returns: the script of most of its letters.
  private mutating func weigh(_ letters: ArraySlice<UInt32>) -> Script {
    var first: Script?
    var same = 0
    for value in letters where value != 0x27 {
      let script = Script(value)
      // What is put over letters stands in a block of its own and says nothing.
      if script == .other { continue }
      weights[Int(script.rawValue)] += script.weight
      if first == nil { first = script }
      if script == first { same += 1 }
    }
    return same * 2 > letters.count ? first ?? .other : .other
  }

  /// The script of most letters. Japanese mixes in Chinese characters, never the other way round.
  mutating func topScript() -> Script? {
    let kana = weights[Int(Script.kana.rawValue)]
    let han = weights[Int(Script.han.rawValue)]
    if kana > 0, kana * 8 >= kana + han {
      weights[Int(Script.kana.rawValue)] = kana + han
      weights[Int(Script.han.rawValue)] = 0
    }
    guard let most = weights.max(), most > 0 else { return nil }
    return weights.firstIndex(of: most).flatMap { Script(rawValue: UInt8($0)) }
  }

  func share(of script: Script) -> Double {
    let total = weights.reduce(0, +)
    return total == 0 ? 0 : Double(weights[Int(script.rawValue)]) / Double(total)
  }

  func words(of script: Script) -> [ArraySlice<UInt32>] {
    words.flatMap { word in
      guard word.script == script else { return [ArraySlice<UInt32>]() }
      if !word.isLong { return [word.letters] }
      return areMostLong ? [word.letters, Elongation.single(word.letters)] : []
    }
  }

  /// Drawn-out words say little, and nothing where there are enough others.
  private var areMostLong: Bool { words.count(where: \.isLong) * 2 > words.count }

  /// How sure a guess has to be: surer where most words are drawn out, and of a remark of few words in a language of which
  /// the model saw no posts. There are fifty in Latin letters, and any two words look like one of them.
  func least(for language: String?, in script: Script) -> Double {
    guard let language, script == .latin else { return LanguageReading.least }
    let isSeen = LanguageModel.seenInPosts.contains(language)
    if areMostLong { return isSeen ? LanguageReading.clear : .infinity }
    return words.count <= Self.few && !isSeen ? Self.leastOfFew : LanguageReading.least
  }

  private static let few = 3
  private static let leastOfFew = 0.75

  func sentences(of script: Script) -> [[ArraySlice<UInt32>]] {
    var found: [[ArraySlice<UInt32>]] = []
    var last = -1
    for word in words where word.script == script {
      if word.sentence != last { found.append([]) }
      last = word.sentence
      found[found.count - 1].append(word.letters)
    }
    return found
  }
}
