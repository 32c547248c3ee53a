import Foundation
import HeedModel

/// The tone of a text, and how strong it is.
struct ToneReading: Sendable {
  var tone: Reading.Tone?
  /// From -1 to 1.
  var strength = 0.0
  /// How likely this tone is, from 0 to 1.
  var sureness = 0.0

  /// - Parameter scores: of negative, neutral and positive.
  init(scores: [Float]) {
    guard scores.count == 3, let most = scores.max() else { return }
    let shares = scores.map { Double(exp($0 - most)) }
    let total = shares.reduce(0, +)
    let best = scores.firstIndex(of: most) ?? 1
    tone = Reading.Tone.allCases[best]
    sureness = shares[best] / total
    strength = (shares[2] - shares[0]) / total
  }

  /// By telling words alone, in a language that the model does not know.
  init(_ words: TellingWords) {
    guard words.good + words.bad > 0 else { return }
    tone =
      words.bad > words.good ? .negative : words.good > words.bad ? .positive : .neutral
    sureness = words.good == words.bad ? 0.3 : 0.5
    strength = Double(words.good - words.bad) / Double(words.good + words.bad) * 0.5
  }

  init() {}

  /// Said with a sign that the opposite is meant; of what is neither warm nor harsh there is none.
  mutating func turnRound() {
    guard tone == .positive else { return }
    tone = .negative
    strength = -abs(strength)
    sureness = min(sureness, 0.5)
  }
}

/// Signs by which writers say that they mean the opposite.
enum IronySigns {
  static func stand(in pieces: Pieces) -> Bool {
    if let last = pieces.all.last, last.kind == .word, last.source.count == 1,
      last.source.lowerBound > 0, pieces.source[last.source.lowerBound] | 0x20 == 0x73,
      pieces.source[last.source.lowerBound - 1] == 0x2F,
      last.source.lowerBound == 1 || pieces.source[last.source.lowerBound - 2] == 0x20
    {
      return true
    }
    return pieces.all.contains {
      $0.kind == .tag && tags.contains(Array(pieces.letters[$0.letters]))
    }
  }

  private static let tags = Set(
    [
      "sarcasm", "sarcastic", "irony", "ironic", "not", "ironie", "sarkasmus", "sarcasme", "ironía",
      "sarcasmo", "ironia",
    ].map { $0.unicodeScalars.map(\.value) })
}
