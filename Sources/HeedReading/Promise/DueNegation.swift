import HeedModel

/// Tells which times are named only to say that it will not be then.
///
/// "Not today, but tomorrow", "heute schaffe ich es nicht, aber morgen": whoever promises names the day that does not
/// suit as well, and mostly first.
struct DueNegation: Sendable {
  /// "not", "nicht", "pas".
  private let not: Set<String>
  /// Beside one of these nothing is denied: "not only", "don't worry", "no later than".
  private let yet: Set<String>
  /// Begins what is so instead: "but", "sondern".
  private let contrast: Set<String>
  /// What is denied behind these is asked, or a condition: "why it does not work".
  private let asking: Set<String>
  /// Joins two clauses where one of `subjects` follows: "and I'll".
  private let and: Set<String>
  private let subjects: Set<String>

  init(
    not: String, yet: String, contrast: String, asking: String, and: String, subjects: String
  ) {
    self.not = DueWords.words(not)
    self.yet = DueWords.words(yet)
    self.contrast = DueWords.words(contrast)
    self.asking = DueWords.words(asking)
    self.and = DueWords.words(and)
    self.subjects = DueWords.words(subjects)
  }

  /// A denied clause with another one behind it.
  struct Denied {
    var range: Range<Int>
    /// Where the "not" stands.
    var not: Int
    /// Where the word stands that begins what is so instead.
    var contrast: Int?
  }

  func denied(in tokens: [PromiseToken]) -> [Denied] {
    var found: [Denied] = []
    var start = 0
    for place in tokens.indices {
      guard begins(tokens, place) else { continue }
      if let not = denial(tokens, start..<place) {
        var next = place
        while next < tokens.count, tokens[next].isComma { next += 1 }
        let isContrast = next < tokens.count && contrast.contains(tokens[next].bare)
        found.append(
          Denied(range: start..<place, not: not, contrast: isContrast ? next : nil))
      }
      start = place
    }
    return found
  }

  /// Whether a word stands for a "not" here.
  func isNot(_ token: PromiseToken) -> Bool { not.contains(token.bare) }

  private func begins(_ tokens: [PromiseToken], _ place: Int) -> Bool {
    let token = tokens[place]
    if token.isComma || contrast.contains(token.bare) { return place > 0 }
    return and.contains(token.bare) && place + 1 < tokens.count
      && subjects.contains(tokens[place + 1].bare)
  }

  private func denial(_ tokens: [PromiseToken], _ clause: Range<Int>) -> Int? {
    clause.first { place in
      guard not.contains(tokens[place].bare) else { return false }
      let near = max(clause.lowerBound, place - 1)..<min(clause.upperBound, place + 3)
      if tokens[near].contains(where: { yet.contains($0.bare) }) { return false }
      return !tokens[clause.lowerBound..<place].contains {
        asking.contains($0.bare) || asking.contains($0.word)
      }
    }
  }

  static let english = DueNegation(
    not: "not 't never cannot cant wont unable impossible neither",
    yet: "only just forget fail worry hesitate later", contrast: "but however rather",
    asking: "why whether if what which who where how unless", and: "and so",
    subjects: "i we will 'll you")

  static let german = DueNegation(
    not: "nicht kein keine keinen keinem keiner nie niemals unmoglich weder",
    yet: "nur spater vergesse vergessen", contrast: "aber sondern jedoch",
    asking: "warum wieso weshalb ob was wer wo falls wenn", and: "und",
    subjects: "ich wir melde schicke rufe sie du")

  static let french = DueNegation(
    not: "pas jamais impossible ni",
    yet: "seulement que plus oublier oublie inquietez inquiete manquer",
    contrast: "mais", asking: "pourquoi si comment qui quand dont", and: "et",
    subjects: "je j' nous on vous")

  static let spanish = DueNegation(
    not: "no ni nunca tampoco imposible",
    yet: "solo solamente mas preocupe preocupes olvidare olvidaremos olvido olvides",
    contrast: "pero sino", asking: "si quien donde cual porque cuando qué cómo", and: "y",
    subjects: "yo le te les lo se la nosotros")

  static let portuguese = DueNegation(
    not: "nao nem nunca impossivel",
    yet: "so apenas mais preocupe preocupes esqueco esquecerei esqueceremos",
    contrast: "mas porem", asking: "se quem onde como porque quando quê", and: "e",
    subjects: "eu nos lhe te vou vamos")
}

extension DueReader {
  /// Stretches whose times are named only to be denied: whole clauses; of "on Friday, and not on Monday" what follows the
  /// "not" alone.
  func denied(in tokens: [PromiseToken]) -> [Range<Int>] {
    words.negation.denied(in: tokens).map { clause in
      let isTimeDenied = expression(tokens, clause.not + 1) != nil
      let isTimeBefore = (clause.range.lowerBound..<clause.not).contains {
        expression(tokens, $0) != nil
      }
      return isTimeDenied && isTimeBefore
        ? clause.not..<clause.range.upperBound : clause.range
    }
  }

  /// The words as they are meant: what stands behind a denied clause is one of its own, and "not on Monday but on
  /// Wednesday" promises as though nothing were denied.
  func meant(_ tokens: [PromiseToken]) -> [PromiseToken] {
    var meant = tokens
    for clause in words.negation.denied(in: tokens).reversed() {
      guard let contrast = clause.contrast else { continue }
      let end = tokens[contrast...].firstIndex(where: \.isComma) ?? tokens.count
      let isTimeAlone =
        contrast + 1 < end && expression(tokens, contrast + 1).map { $0.0 >= end - 1 } ?? false
      if isTimeAlone {
        meant.replaceSubrange(clause.range, with: affirmed(Array(tokens[clause.range])))
      } else if !tokens[contrast - 1].isComma {
        let at = tokens[contrast].range.lowerBound
        meant.insert(PromiseToken(word: ",", bare: ",", range: at..<at), at: contrast)
      }
    }
    return meant
  }

  private func affirmed(_ clause: [PromiseToken]) -> [PromiseToken] {
    var affirmed: [PromiseToken] = []
    for token in clause where !words.negation.isNot(token) && !["ne", "n'"].contains(token.bare) {
      affirmed.append(token)
      // "won't" without its "not".
      if token.bare == "won" {
        affirmed[affirmed.count - 1] = PromiseToken(word: "will", bare: "will", range: token.range)
      }
    }
    return affirmed
  }
}
