public import HeedModel

/// The first reader: script and common words for the language, marks and telling words for tone and kind.
///
/// Quick, plain and honest about it: its sureness is low, and a member's correction outranks it. Better readers come
/// behind the same port.
public struct PlainReader: Reader {
  public static let name = "plain-1"

  public init() {}

  public func read(_ text: String, declaredLanguage: String?) -> Reading {
    let text = LetterFolding.folded(text)
    let words = Self.words(text)
    let language = LanguageReading(Pieces(text)).language ?? declaredLanguage
    let counts = TellingWords.count(words, text: text)
    var kinds: Set<Reading.Kind> = []
    if Self.hasQuestionMark(text) || counts.asking > 0 {
      kinds.insert(.question)
    }
    if counts.correcting > 0 { kinds.insert(.correction) }
    if counts.wishing > 0 { kinds.insert(.wish) }
    if counts.thanking > 0 { kinds.insert(.thanks) }
    if SpamSigns.suspect(text, words: words.count) { kinds = [.spam] }
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

  private static func hasQuestionMark(_ text: String) -> Bool {
    if text.utf8.contains(UInt8(ascii: "?")) { return true }
    return text.unicodeScalars.contains { $0 == "？" || $0 == "؟" }
  }

  /// Lower-case runs of letters; addresses, mentions and tags left out.
  static func words(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var words: [String] = []
      var start = 0
      while start < bytes.count {
        // What is beyond ASCII may be a space too: such a piece is read letter by letter.
        var end = start
        var isPlain = true
        while end < bytes.count, !isSpace(bytes[end]) {
          if bytes[end] >= 0x80 { isPlain = false }
          end += 1
        }
        if end > start {
          let piece = UnsafeBufferPointer(rebasing: bytes[start..<end])
          if isPlain {
            add(piece, to: &words)
          } else {
            words += foreignWords(String(decoding: piece, as: UTF8.self))
          }
        }
        start = end + 1
      }
      return words
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  private static func add(_ piece: UnsafeBufferPointer<UInt8>, to words: inout [String]) {
    if piece[0] == UInt8(ascii: "@") || piece[0] == UInt8(ascii: "#")
      || piece.starts(with: "http".utf8)
    {
      return
    }
    var start = 0
    while start < piece.count {
      var end = start
      while end < piece.count, isLetter(piece[end]) { end += 1 }
      if end > start {
        words.append(
          String(unsafeUninitializedCapacity: end - start) { room in
            for index in start..<end {
              let byte = piece[index]
              room[index - start] = byte == UInt8(ascii: "'") ? byte : byte | 0x20
            }
            return end - start
          })
      }
      start = end + 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z") || byte == UInt8(ascii: "'")
  }

  private static func foreignWords(_ piece: String) -> [String] {
    String(String.UnicodeScalarView(piece.unicodeScalars.map { $0 == "’" ? "'" : $0 })).split(
      whereSeparator: \.isWhitespace
    )
    .filter { !$0.hasPrefix("http") && !$0.hasPrefix("@") && !$0.hasPrefix("#") }
    .flatMap { word in
      word.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
    }
  }
}
