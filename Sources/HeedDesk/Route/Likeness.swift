/// When what was said before is alike: by the words that both have, by what they mean, or by both.
///
/// Measured on pairs of our own writing that were kept apart (Docs/reading.md): look-alikes have the words of another
/// matter, people say the same in other words.
extension AnsweredIndex.Found {
  /// How much the share of words counts beside how near the meanings are.
  static let ofWords = 0.2
  /// From here on two texts are alike whatever words they have.
  static let leastLikeness = 0.7

  /// What they are ranked by.
  var likeness: Double { nearness + Self.ofWords * share }

  /// - Parameter leastShare: the share of how rare the words are that has to stand in both, and two words.
  func isAlike(leastShare: Double) -> Bool {
    share >= leastShare && words >= 2 || likeness >= Self.leastLikeness
  }

  /// From here on what others asked is shown beside what is asked. Chosen on the pairs that things were tuned on, so that
  /// something right is shown at least as often as anything where nobody asked the same (Docs/reading.md).
  static let leastAsked = 0.75
  static let leastAskedShare = 0.4
  /// From here on it stands on the page of those who may have asked alike: who opens that looks for what is said in other
  /// words, and reads past what is not it.
  static let leastPerhapsAsked = 0.5
  static let leastPerhapsShare = 0.3

  /// Whether it is shown as what others asked.
  var isAskedAlike: Bool {
    share >= Self.leastAskedShare && words >= 2 || likeness >= Self.leastAsked
  }

  /// Whether it may be what others asked.
  var isPerhapsAskedAlike: Bool {
    share >= Self.leastPerhapsShare && words >= 2 || likeness >= Self.leastPerhapsAsked
  }
}
