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
  var times: DueWords

  init(
    language: String, telling: String, classes: [String: String], promises: [String],
    dated: [String], never: [String], times: DueWords
  ) {
    self.language = language
    self.telling = Set(telling.split(separator: " ").map(String.init))
    self.promises = promises.map { TokenPattern($0, classes) }
    self.datedPromises = dated.map { TokenPattern($0, classes) }
    self.never = never.map { TokenPattern($0, classes) }
    self.times = times
  }

  func isPromise(_ tokens: [PromiseToken], isDated: Bool) -> Bool {
    if never.contains(where: { $0.matches(tokens) }) { return false }
    if promises.contains(where: { $0.matches(tokens) }) { return true }
    return isDated && datedPromises.contains { $0.matches(tokens) }
  }

  static let all: [PromiseTongue] = [.english, .german, .french, .spanish, .portuguese]
}
