public import HeedModel

/// The first reader: script and common words for the language, marks and telling words for tone and kind.
///
/// Quick, plain and honest about it: its sureness is low, and a member's correction outranks it. Better readers come
/// behind the same port.
public struct PlainReader: Reader {
  public static let name = "plain-1"

  public init() {}

  public func read(_ text: String, declaredLanguage: String?) -> Reading {
    let words = Self.words(text)
    let language = LanguageGuess.language(of: text, words: words) ?? declaredLanguage
    let counts = TellingWords.count(words, text: text)
    var kinds: Set<Reading.Kind> = []
    if text.unicodeScalars.contains(where: { "?？؟".unicodeScalars.contains($0) })
      || counts.asking > 0
    {
      kinds.insert(.question)
    }
    if counts.correcting > 0 { kinds.insert(.correction) }
    if counts.wishing > 0 { kinds.insert(.wish) }
    if counts.thanking > 0 { kinds.insert(.thanks) }
    if SpamSigns.suspect(text, words: words) { kinds = [.spam] }
    let tone: Reading.Tone =
      counts.bad > counts.good ? .negative : counts.good > counts.bad ? .positive : .neutral
    if tone == .negative, !kinds.contains(.spam) { kinds.insert(.complaint) }
    if tone == .positive, kinds.isDisjoint(with: [.question, .spam, .wish]) {
      kinds.insert(.praise)
    }
    if kinds.isEmpty { kinds.insert(.other) }
    return Reading(
      language: language, tone: words.isEmpty ? nil : tone, kinds: kinds, by: Self.name,
      sureness: words.count < 4 ? 0.3 : 0.5)
  }

  /// Lower-case runs of letters; addresses, mentions and tags left out.
  static func words(_ text: String) -> [String] {
    text.replacing("’", with: "'").split(whereSeparator: \.isWhitespace)
      .filter { !$0.hasPrefix("http") && !$0.hasPrefix("@") && !$0.hasPrefix("#") }
      .flatMap { word in
        word.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
      }
  }
}
