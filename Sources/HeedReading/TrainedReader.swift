public import HeedModel

/// Reads language, tone and kind by models that were trained for it (Docs/reading.md), and learns from corrections.
///
/// Where a language is not among those that the models know, telling words and marks have to do; where these say
/// nothing, the part is unknown.
public struct TrainedReader: Reader {
  public static let name = "trained-1"

  private let language = LanguageModel.shared
  private let tone = LinearModel.tone
  private let kind = LinearModel.kind
  private var learnt = Learnt()
  private var off: Set<Reading.Part> = []

  public init() {}

  /// Languages, BCP 47, of which each part knows more than telling words.
  public var languages: [Reading.Part: Set<String>] {
    [
      .language: LanguageModel.shared.languages.union(Script.allCases.compactMap(\.language))
        .union(SharedScript.languages),
      .tone: LinearModel.tone.languages, .kind: LinearModel.kind.languages,
    ]
  }

  public func read(_ text: String, declaredLanguage: String?) -> Reading {
    View(text, declaredLanguage, of: self).reading
  }

  public func kindsUnlessSpam(_ text: String, declaredLanguage: String?) -> Set<Reading.Kind> {
    if off.contains(.kind) { return [] }
    let columns = Reading.Kind.allCases.map(\.rawValue)
    guard var margins = View(text, declaredLanguage, of: self).kindMargins,
      let spam = columns.firstIndex(of: Reading.Kind.spam.rawValue)
    else { return [.other] }
    margins[spam] = -.infinity
    let none = [Float](repeating: 0, count: columns.count)
    return KindReading(scores: margins, columns: columns, least: none).kinds
  }

  public func explain(_ text: String, declaredLanguage: String?) -> ReadingReasons {
    let view = View(text, declaredLanguage, of: self)
    var reasons = ReadingReasons(
      reading: view.reading, surenessOfLanguage: view.language == nil ? 0 : view.sure,
      surenessOfTone: view.tone.sureness, surenessOfKind: view.kind.sureness,
      otherLanguages: off.contains(.language) ? [] : view.heard.others,
      strength: view.tone.strength)
    if view.tone.tone != nil { reasons.words = words(of: view) }
    return reasons
  }

  public func taught(_ lessons: [Lesson]) -> any Reader {
    var reader = self
    // What is switched off still learns, so that it knows what it was told once it is on again.
    reader.off = []
    for lesson in lessons {
      let view = View(lesson.words, lesson.declaredLanguage, of: reader)
      guard !view.pieces.all.isEmpty else { continue }
      reader.learnt.learn(
        lesson.reading, from: view.features, tones: view.toneScores, kinds: view.kindMargins)
      // What is read so anyway teaches nothing: who tells the tone or the kind sends the language along.
      if let language = lesson.reading.language, language != view.language {
        reader.learnt.learn(language: language, from: view.pieces)
      }
    }
    reader.off = off
    return reader
  }

  public func without(_ parts: Set<Reading.Part>) -> any Reader {
    var reader = self
    reader.off = parts
    return reader
  }

  private static let mostWords = 5

  /// The pieces that spoke most for the tone that was read.
  private func words(of view: View) -> [String] {
    guard let tone = view.tone.tone, tone != .neutral,
      let column = Reading.Tone.allCases.firstIndex(of: tone),
      let group = view.toneGroup
    else { return [] }
    let shares = group.shares(of: view.features, for: column, pieces: view.pieces.all.count)
    var found: [String] = []
    // What is said by denying the opposite is not told by the words that the model weighed.
    if view.denial.shift > 0 && tone == .positive || view.denial.shift < 0 && tone == .negative {
      for index in view.denial.pieces.prefix(Self.mostWords) {
        let word = view.pieces.text(of: view.pieces.all[index])
        if !found.contains(word) { found.append(word) }
      }
    }
    for index in shares.indices.sorted(by: { shares[$0] > shares[$1] }) {
      let piece = view.pieces.all[index]
      guard shares[index] > 0.1, found.count < Self.mostWords else { break }
      guard piece.kind == .word || piece.kind == .tag || piece.kind == .face else { continue }
      let word = view.pieces.text(of: piece)
      if !found.contains(word) { found.append(word) }
    }
    return found
  }

  /// One look at a text.
  private struct View {
    let pieces: Pieces
    let features: TextFeatures
    let heard: LanguageReading
    /// As it is read, with what was learnt.
    var language: String?
    var sure: Double
    var toneGroup: LinearModel.Group?
    var toneScores: [Float]?
    var denial = Denial()
    /// Scores of the kinds over what each needs to hold.
    var kindMargins: [Float]?
    var tone = ToneReading()
    var kind = KindReading([], sureness: 0)
    private let off: Set<Reading.Part>

    init(_ text: String, _ declared: String?, of reader: TrainedReader) {
      let text = LetterFolding.folded(text)
      pieces = Pieces(text)
      features = TextFeatures(pieces)
      heard = LanguageReading(pieces, model: reader.language)
      off = reader.off
      language = heard.language
      sure = heard.sureness
      if let taught = reader.learnt.language(of: pieces, instead: heard) {
        language = taught
        sure = 0.6
      } else if let declared = LanguageTag.told(declared),
        heard.language == nil
          || heard.sureness < LanguageReading.clear && heard.language != Self.base(declared)
      {
        // What the network says of it outranks a guess that is not clear.
        language = declared
        sure = 0.5
      }
      guard !pieces.all.isEmpty else { return }
      let base = language.map(Self.base)
      let taught = reader.learnt.isEmpty ? nil : reader.learnt.scores(of: features)
      // Made only where no model knows the language.
      let plain =
        reader.tone.group(for: base ?? "") == nil || reader.kind.group(for: base ?? "") == nil
        ? TellingWords.count(PlainReader.words(text), text: text) : nil
      denial = Denial(pieces, in: base)
      readTone(reader.tone, base, taught, plain)
      readKind(reader.kind, base, taught, plain, text)
    }

    /// `en` of `en-GB`; writing in another script than usual stays with it.
    private static func base(_ tag: String) -> String {
      guard let dash = tag.firstIndex(of: "-"), !tag.hasSuffix("Latn") else { return tag }
      return String(tag[..<dash])
    }

    private mutating func readTone(
      _ model: LinearModel, _ language: String?, _ taught: Learnt.Scores?, _ plain: TellingWords?
    ) {
      if let group = language.flatMap({ model.group(for: $0) }) {
        toneGroup = group
        var scores = group.scores(of: features)
        turn(&scores)
        if let taught { for index in scores.indices { scores[index] += taught.tones[index] } }
        toneScores = scores
        tone = ToneReading(scores: scores)
      } else if let plain {
        tone = ToneReading(plain)
        let known = Float(tone.strength)
        var scores = [-known, 0.2, known]
        turn(&scores)
        if let taught { for index in scores.indices { scores[index] += taught.tones[index] } }
        toneScores = scores
        if denial.shift != 0 || taught?.tones.contains(where: { abs($0) > 0.3 }) ?? false {
          tone = ToneReading(scores: scores)
        }
      }
      if IronySigns.stand(in: pieces) { tone.turnRound() }
    }

    private func turn(_ scores: inout [Float]) {
      scores[0] -= denial.shift
      scores[2] += denial.shift
    }

    private mutating func readKind(
      _ model: LinearModel, _ language: String?, _ taught: Learnt.Scores?, _ plain: TellingWords?,
      _ text: String
    ) {
      let columns = Reading.Kind.allCases.map(\.rawValue)
      let none = [Float](repeating: 0, count: columns.count)
      let asks = pieces.all.contains {
        $0.kind == .mark && pieces.letters[$0.letters.lowerBound] == 0x3F
      }
      let opens = !asks && QuestionOpening.stands(in: pieces, language: language)
      if let group = language.flatMap({ model.group(for: $0) }) {
        var margins = zip(group.scores(of: features), group.least).map { $0 - $1 }
        let telling = TellingWords.count(PlainReader.words(text), text: text)
        // Set phrases of the rare kinds, of which the model saw few.
        for (count, kind) in [
          (telling.wishing, Reading.Kind.wish), (telling.correcting, .correction),
          // It begins as a question does, and has its mark or is short enough to do without.
          (asks ? telling.asking : opens ? 1 : 0, .question),
        ]
        where count > 0 {
          if let index = columns.firstIndex(of: kind.rawValue) {
            margins[index] = max(margins[index], 0.3)
          }
        }
        if let taught { for index in margins.indices { margins[index] += taught.kinds[index] } }
        kindMargins = margins
        kind = KindReading(scores: margins, columns: columns, least: none)
      } else if var plain {
        // "Wie schön" begins as "wie lange" does: where openings are known, the first word alone tells nothing.
        if let language, QuestionOpening.knows(language, words: pieces.all.count) {
          plain.asking = 0
        }
        kind = KindReading(plain, asks: asks || opens)
        var margins = Reading.Kind.allCases.map { kind.kinds.contains($0) ? Float(0.5) : -0.5 }
        if let taught { for index in margins.indices { margins[index] += taught.kinds[index] } }
        kindMargins = margins
        if taught != nil { kind = KindReading(scores: margins, columns: columns, least: none) }
      }
      let mayBeSpam = kindMargins.map { $0[6] > -2.5 } ?? true
      if IronySigns.stand(in: pieces) { kind.turnRound() }
      if mayBeSpam, SpamSigns.suspect(text, words: features.count) {
        kind = KindReading([.spam], sureness: 0.7)
      }
    }

    var reading: Reading {
      var reading = Reading(by: TrainedReader.name)
      var sureness: [Double] = []
      if !off.contains(.language), language != nil {
        reading.language = language
        sureness.append(sure)
      }
      if !off.contains(.tone), tone.tone != nil {
        reading.tone = tone.tone
        sureness.append(tone.sureness)
      }
      if !off.contains(.kind) {
        reading.kinds = kind.kinds
        if !kind.kinds.isEmpty { sureness.append(kind.sureness) }
      }
      reading.sureness = sureness.min() ?? 0
      return reading
    }
  }
}
