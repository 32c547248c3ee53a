import Foundation
import HeedModel

/// What kind of thing a text says; more than one may hold.
struct KindReading: Sendable {
  var kinds: Set<Reading.Kind> = []
  /// From 0 to 1, of the least sure of them.
  var sureness = 0.0

  /// - Parameter scores: a column a kind, as `columns` name them; each holds from its `least` on.
  init(scores: [Float], columns: [String], least: [Float]) {
    var best: Float = -.infinity
    for (index, name) in columns.enumerated() {
      guard let kind = Reading.Kind(rawValue: name), kind != .other else { continue }
      best = max(best, scores[index] - least[index])
      guard scores[index] >= least[index] else { continue }
      kinds.insert(kind)
      let sure = Self.sure(scores[index] - least[index])
      sureness = sureness == 0 ? sure : min(sureness, sure)
    }
    settle()
    if kinds == [.other] { sureness = Self.sure(-best) }
  }

  /// By telling words and marks alone, in a language that the model does not know.
  init(_ words: TellingWords, asks: Bool) {
    if asks || words.asking > 0 { kinds.insert(.question) }
    if words.correcting > 0 { kinds.insert(.correction) }
    if words.wishing > 0 { kinds.insert(.wish) }
    if words.thanking > 0 { kinds.insert(.thanks) }
    if words.bad > words.good { kinds.insert(.complaint) }
    if words.good > words.bad, kinds.isDisjoint(with: [.question, .wish]) { kinds.insert(.praise) }
    sureness = 0.4
    settle()
  }

  init(_ kinds: Set<Reading.Kind>, sureness: Double) {
    self.kinds = kinds
    self.sureness = sureness
  }

  /// Said with a sign that the opposite is meant.
  mutating func turnRound() {
    kinds.subtract([.praise, .thanks])
    settle()
  }

  /// Spam has no other kind beside it; what is nothing else is other.
  private mutating func settle() {
    if kinds.contains(.spam) { kinds = [.spam] }
    if kinds.isEmpty { kinds = [.other] }
  }

  private static func sure(_ margin: Float) -> Double { Double(1 / (1 + exp(-margin))) }
}
