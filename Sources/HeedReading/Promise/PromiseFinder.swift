public import HeedModel

/// Finds promises by rules over words, in English, German, French, Spanish and Portuguese.
///
/// A sentence is one where somebody speaks for themselves or their house, of what is to come, and means it: questions,
/// quotations, doubts, habits, conditions, what others said and what is past are left out. How right it is stands in
/// `Docs/reading.md`.
public struct PromiseFinder: PromiseFinding {
  public init() {}

  /// BCP 47.
  public static let languages = PromiseTongue.all.map(\.language)

  public func promises(in text: String, language: String?, now: WallTime) -> [FoundPromise] {
    let sentences = PromiseTokens.sentences(of: text)
    guard let tongue = tongue(of: sentences, declared: language) else { return [] }
    let reader = DueReader(tongue.times, region: language, now: now)
    return sentences.compactMap { sentence in
      guard !sentence.isQuestion else { return nil }
      let due = reader.due(in: sentence.tokens)
      guard
        tongue.isPromise(
          reader.meant(sentence.tokens), isDated: due != nil, hasTime: due?.time != nil)
      else { return nil }
      return FoundPromise(
        words: String(text[sentence.range]), span: sentence.range,
        dueWords: due.map { String(text[$0.range]) }, due: due?.time)
    }
  }

  /// The language most of whose small words stand here; of equals the one that was declared, else none.
  private func tongue(of sentences: [PromiseSentence], declared: String?) -> PromiseTongue? {
    let base = declared?.lowercased().prefix { $0 != "-" && $0 != "_" }
    let counted = PromiseTongue.all.map { tongue in
      (
        tongue: tongue,
        count: sentences.reduce(0) { sum, sentence in
          sum + sentence.tokens.count { tongue.telling.contains($0.bare) }
        }
      )
    }
    let most = counted.map(\.count).max() ?? 0
    let likeliest = counted.filter { $0.count == most }
    if let declared = likeliest.first(where: { $0.tongue.language == base ?? "" }) {
      return declared.tongue
    }
    guard most > 0 else {
      // Not a word that tells: the writer's own, if it is one of ours.
      return nil
    }
    return likeliest.first?.tongue
  }
}
