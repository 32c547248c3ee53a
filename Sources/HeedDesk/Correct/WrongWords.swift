import HeedModel
import HeedTopics

/// The wrong words, to be looked for elsewhere: as words one after the other, and in writing without spaces as a run.
struct WrongWords: Sendable {
  /// Fewer tell nothing: they stand in too much that is right.
  static let least = 3
  static let leastUnspaced = 4

  private let words: SameWords
  private let run: String
  private let isUnspaced: Bool
  let terms: [String]

  /// - Returns: `nil` for what is too short to be looked for.
  init?(_ said: String) {
    words = SameWords(said)
    run = Self.run(said)
    isUnspaced = run.unicodeScalars.contains(where: Self.isUnspaced)
    guard isUnspaced ? run.count >= Self.leastUnspaced : words.count >= Self.least else {
      return nil
    }
    terms =
      PreparedDocument(
        TopicDocuments.document(
          title: nil, warning: nil, text: RichText(plain: said), media: [], author: nil,
          network: NetworkName(""), declaredLanguage: nil, reading: Reading(), quotes: false,
          source: nil)
      ).indexTerms
  }

  func stand(in text: String) -> Bool {
    words.stand(in: SameWords(text)) || (isUnspaced && Self.run(text).contains(run))
  }

  private static func run(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Scripts that put no space between words: Thai, Lao, Myanmar, Khmer, kana, Han.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
