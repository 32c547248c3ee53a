/// What one language praises, blames and denies with, as far as the reach of a "not" is told by it.
struct DenialTongue: Sendable {
  /// What a word can be to a denial.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt16
    static let good = Roles(rawValue: 1)
    static let bad = Roles(rawValue: 2)
    /// Says nothing by itself; that it is missing is blame: nothing works.
    static let wanted = Roles(rawValue: 4)
    static let better = Roles(rawValue: 8)
    static let worse = Roles(rawValue: 16)
    static let denies = Roles(rawValue: 32)
    /// Denies beside a *ne* alone.
    static let deniesAfterNe = Roles(rawValue: 64)
    /// Denies what stands before it, too.
    static let reachesBack = Roles(rawValue: 128)
    /// Makes a better one out of the word behind it.
    static let more = Roles(rawValue: 256)
    /// With a denial before a better one: it is as good as can be.
    static let possible = Roles(rawValue: 512)
    /// A denial reaches over it.
    static let light = Roles(rawValue: 1024)
    /// What stands with it is not said to be so.
    static let supposes = Roles(rawValue: 2048)
    /// A pronoun; behind *isn't* at the start it makes a question that expects a yes.
    static let person = Roles(rawValue: 4096)

    static let telling: Roles = [.good, .bad, .wanted, .better, .worse]
  }

  struct Phrase: Sendable {
    enum Meaning: Sendable {
      case warm, harsh
      /// Has a word that denies and denies nothing: *not only*.
      case apart
      /// Denies without such a word: *anything but*.
      case turning
    }
    var words: [UInt32]
    var meaning: Meaning
  }

  private(set) var roles: [UInt32: Roles] = [:]
  /// By the word that they begin with.
  private(set) var phrases: [UInt32: [Phrase]] = [:]
  /// Two denials of the same are one, and do not take each other back.
  let isConcordant: Bool
  /// What stands before an apostrophe is a word of its own.
  let elides: Bool

  /// Words stand in small letters, with spaces between them.
  init(
    good: String, bad: String, wanted: String, better: String, worse: String, denying: String,
    denyingAfterNe: String = "", reachingBack: String = "", isConcordant: Bool = false,
    elides: Bool = false, more: String = "", possible: String, light: String, apart: [String],
    turning: [String], supposing: String = "", persons: String = "", warm: [String], harsh: [String]
  ) {
    self.isConcordant = isConcordant
    self.elides = elides
    for (words, role) in [
      (good, Roles.good), (bad, .bad), (wanted, .wanted), (better, .better), (worse, .worse),
      (denying, .denies), (denyingAfterNe, .deniesAfterNe), (reachingBack, .reachesBack),
      (more, .more), (possible, .possible), (light, .light), (supposing, .supposes),
      (persons, .person),
    ] {
      for word in words.split(separator: " ") { roles[hash(word), default: []].insert(role) }
    }
    for (texts, meaning) in [
      (warm, Phrase.Meaning.warm), (harsh, .harsh), (apart, .apart), (turning, .turning),
    ] {
      for text in texts {
        let words = text.split(separator: " ").map(hash)
        phrases[words[0], default: []].append(Phrase(words: words, meaning: meaning))
      }
    }
  }

  private func hash(_ word: Substring) -> UInt32 {
    let letters = word.unicodeScalars.map(\.value)
    return Self.hash(letters[bare(letters[...])])
  }

  static func hash(_ letters: ArraySlice<UInt32>) -> UInt32 {
    letters.reduce(FeatureHash.start) { FeatureHash.add($1, to: $0) }
  }

  /// The word without what was drawn together with it: *aime* of *j'aime*.
  func bare(_ letters: ArraySlice<UInt32>) -> Range<Int> {
    let whole = letters.startIndex..<letters.endIndex
    guard elides, let mark = letters.prefix(5).firstIndex(of: 0x27), mark > letters.startIndex,
      mark + 1 < letters.endIndex
    else { return whole }
    return mark + 1..<letters.endIndex
  }

  static func of(_ language: String) -> DenialTongue? { all[language] }

  static let names = all.keys.sorted()

  static let all: [String: DenialTongue] = [
    "en": english, "de": german, "fr": french, "es": spanish, "pt": portuguese, "it": italian,
  ]
}
