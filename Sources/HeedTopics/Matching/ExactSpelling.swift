/// How a word must be written, where case and accents matter.
struct ExactSpelling: Sendable {
  private let text: String
  private let isPrefix: Bool
  private let isASCII: Bool

  init(text: String, isPrefix: Bool) {
    self.text = TopicQuery.Word.normalized(text[...])
    self.isPrefix = isPrefix
    isASCII = self.text.utf8.allSatisfy { $0 < 0x80 }
  }

  func fits(_ written: Substring) -> Bool {
    let written = TopicQuery.Word.normalized(written)
    guard isPrefix else { return written == text }
    return written.hasPrefix(text) || written.unicodeScalars.starts(with: text.unicodeScalars)
  }

  /// The same of bytes; only what is not ASCII on both sides has to become a string.
  func fits(_ written: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isASCII, written.allSatisfy({ $0 < 0x80 }) else {
      return fits(String(decoding: written, as: UTF8.self)[...])
    }
    guard written.count >= text.utf8.count, isPrefix || written.count == text.utf8.count else {
      return false
    }
    return text.utf8.elementsEqual(written.prefix(text.utf8.count))
  }
}
