import CModels
import Foundation

/// What `Scripts/reading/language.py` learnt: which language the words of one script are in.
struct LanguageModel: Sendable {
  private var groups: [String: Group] = [:]

  static let shared = LanguageModel(ModelBytes(heed_language_model()))

  private struct Group: Sendable {
    var languages: [String]
    var weights: ModelBytes.Weights
    var scale: Float
  }

  private init(_ bytes: ModelBytes) {
    var bytes = bytes
    // "HLG1"
    _ = bytes.integer()
    for _ in 0..<bytes.integer() {
      let name = bytes.name()
      let count = bytes.integer()
      let bits = bytes.integer()
      let languages = (0..<count).map { _ in bytes.name() }
      let stride = bytes.integer()
      let scale = bytes.real()
      groups[name] = Group(
        languages: languages, weights: bytes.weights(rows: 1 << bits, stride: stride), scale: scale)
    }
  }

  /// Every language that it can tell by its words.
  var languages: Set<String> { Set(groups.values.flatMap(\.languages)) }

  /// - Returns: the likeliest language of these words, and how likely it is.
  func guess(_ words: [ArraySlice<UInt32>], in script: Script) -> (
    language: String, sureness: Double
  )? {
    let isCyrillic = script == .cyrillic
    if isCyrillic, CyrillicSigns.isUkrainian(words) { return ("uk", LanguageReading.clear) }
    let excluded = isCyrillic ? CyrillicSigns.excluded(by: words) : []
    guard let group = script.model.flatMap({ groups[$0] }) else { return nil }
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: group.weights.stride) { sums in
      guard let base = sums.baseAddress else { return nil }
      sums.initialize(repeating: 0)
      var count = 0
      for word in words { count += Self.add(word, group.weights, base) }
      guard count > 0 else { return nil }
      let factor = group.scale / Float(count).squareRoot()
      func score(_ index: Int) -> Float {
        if excluded.contains(group.languages[index]) { return -.infinity }
        let handicap = group.languages[index] == Self.mixed ? Self.handicap : 0
        return Float(sums[index]) * factor - handicap
      }
      let scores = group.languages.indices.map(score)
      var best = 0
      for index in scores.indices where scores[index] > scores[best] { best = index }
      guard scores[best] > -.infinity else { return nil }
      var total: Float = 0
      for score in scores { total += exp(score - scores[best]) }
      return (group.languages[best], Double(1 / total))
    }
  }

  /// What it saw posts of; the others it knows from sentences alone.
  static let seenInPosts: Set<String> = ["en", "de", "fr", "es", "pt", "it", "ar", "hi-Latn"]

  private static let longestWord = 24
  /// Many of the posts that taught it are in English with a word of Hindi: it has to be clearer than that.
  private static let mixed = "hi-Latn"
  private static let handicap: Float = 1

  private static func add(
    _ word: ArraySlice<UInt32>, _ weights: ModelBytes.Weights, _ sums: UnsafeMutablePointer<Int32>
  ) -> Int {
    var count = 0
    visit(word) {
      weights.add($0, to: sums)
      count += 1
    }
    return count
  }

  /// What the model looks up of a word, in order.
  static func hashes(of word: ArraySlice<UInt32>) -> [UInt32] {
    var hashes: [UInt32] = []
    visit(word) { hashes.append($0) }
    return hashes
  }

  /// The runs of one to four letters of a word with its edges, and the whole word.
  @inline(__always)
  private static func visit(_ word: ArraySlice<UInt32>, _ see: (UInt32) -> Void) {
    let letters = word.prefix(longestWord)
    let end = letters.count + 2
    @inline(__always) func letter(_ index: Int) -> UInt32 {
      index == 0 || index == end - 1 ? 0x20 : letters[letters.startIndex + index - 1]
    }
    var whole = FeatureHash.word
    for start in 0..<end {
      whole = FeatureHash.add(letter(start), to: whole)
      var hash = FeatureHash.start
      for length in 1...min(4, end - start) {
        hash = FeatureHash.add(letter(start + length - 1), to: hash)
        if length == 1, start == 0 || start == end - 1 { continue }
        see(FeatureHash.mixed(hash ^ UInt32(length)))
      }
    }
    see(FeatureHash.mixed(whole))
  }
}
