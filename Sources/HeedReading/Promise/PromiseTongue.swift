/// How promises are made in one language.
struct PromiseTongue: Sendable {
  /// BCP 47.
  var language: String
  /// Frequent words that tell the language of a short text.
  var telling: Set<String>
  /// Makes a sentence a promise.
  private var promises: [TokenPattern]
  /// Does so where the sentence says when.
  private var datedPromises: [TokenPattern]
  /// Speaks against it, whatever else stands there: doubt, habit, condition, what others said, what is past.
  private var never: [TokenPattern]
  /// Says of a clause that it will not be done, or that nobody knows what will be; the other clauses stand.
  private var refusals: [TokenPattern]
  /// Makes it hang on something that nobody knows to come, unless a time is named as well.
  private var hanging: [TokenPattern]
  var times: DueWords

  init(
    language: String, telling: String, classes: [String: String], promises: [String],
    dated: [String], never: [String], refusals: [String], hanging: [String], times: DueWords
  ) {
    self.language = language
    self.telling = Set(telling.split(separator: " ").map(String.init))
    self.promises = promises.map { TokenPattern($0, classes) }
    self.datedPromises = dated.map { TokenPattern($0, classes) }
    self.never = never.map { TokenPattern($0, classes) }
    self.refusals = refusals.map { TokenPattern($0, classes) }
    self.hanging = hanging.map { TokenPattern($0, classes) }
    self.times = times
  }

  /// - Parameters:
  ///   - isDated: whether it says when.
  ///   - hasTime: whether a calendar knows that.
  func isPromise(_ tokens: [PromiseToken], isDated: Bool, hasTime: Bool) -> Bool {
    if never.contains(where: { $0.matches(tokens) }) { return false }
    if !hasTime, hanging.contains(where: { $0.matches(tokens) }) { return false }
    let meant = withoutRefusals(tokens)
    if promises.contains(where: { $0.matches(meant) }) { return true }
    return isDated && datedPromises.contains { $0.matches(meant) }
  }

  /// What is left without the clauses that say what will not be.
  private func withoutRefusals(_ tokens: [PromiseToken]) -> [PromiseToken] {
    guard refusals.contains(where: { $0.matches(tokens) }) else { return tokens }
    var meant: [PromiseToken] = []
    for clause in tokens.split(whereSeparator: \.isComma) {
      let clause = Array(clause)
      guard !refusals.contains(where: { $0.matches(clause) }) else { continue }
      if !meant.isEmpty, let comma = tokens.first(where: \.isComma) { meant.append(comma) }
      meant += clause
    }
    return meant
  }

  static let all: [PromiseTongue] = [.english, .german, .french, .spanish, .portuguese]
}
