/// A name that somebody gave themselves of ordinary words alone: “Refund Tomorrow”, “The Bike Guy”.
///
/// Everybody says such words, so they tell of somebody only where they stand as a name does. In doubt they do.
struct PlainName: Sendable, Hashable {
  private let words: [SaidWord]

  /// `nil` where any of the words may be somebody's name.
  init?(_ words: [SaidWord]) {
    guard !words.isEmpty, words.allSatisfy({ OrdinaryWords.contain($0.folded) }) else { return nil }
    self.words = words
  }

  /// Where it stands as a name: with its capitals or those of a title, in quotation marks, beside a handle of theirs, as the
  /// whole of a text, or where somebody is called; there a single word of it, too.
  func stands(in place: NamePlace) -> [Range<Int>] {
    var marks: [Range<Int>] = []
    for (at, word) in place.words.enumerated() {
      if place.isCalled(at) {
        // Also a piece of it: “Dear Refund, …”.
        marks += place.words[at...].prefix { isLarge($0.raw) && isOne($0) }.map(\.range)
      }
      let piece = place.words[at...].prefix(words.count)
      guard piece.map(\.folded) == words.map(\.folded), let last = piece.last else { continue }
      let range = word.range.lowerBound..<last.range.upperBound
      if isWritten(Array(piece)) || place.isCalled(at) || place.isMarked(range) {
        marks.append(range)
      }
    }
    return marks
  }

  private func isWritten(_ piece: [SaidWord]) -> Bool {
    if piece.map(\.raw) == words.map(\.raw) { return words.contains { isLarge($0.raw) } }
    let telling = piece.filter { !OrdinaryWords.link($0.folded) }
    return !telling.isEmpty && telling.allSatisfy { isLarge($0.raw) }
  }

  private func isOne(_ word: SaidWord) -> Bool {
    !OrdinaryWords.link(word.folded) && words.contains { $0.folded == word.folded }
  }

  private func isLarge(_ word: String) -> Bool { word.first?.isUppercase ?? false }
}

/// A text in which names are looked for.
struct NamePlace {
  let words: [SaidWord]
  let bytes: [UInt8]
  /// Where handles of theirs stand, in bytes.
  let handles: [Range<Int>]

  /// Whether somebody is spoken to or named at this word: “Hi …”, “Mrs …”.
  func isCalled(_ at: Int) -> Bool {
    at > 0 && OrdinaryWords.call(words[at - 1].folded) && gap(before: at).allSatisfy(Self.isQuiet)
  }

  /// Whether a word goes on with a sentence, so that a large first letter is its own.
  func isWithinSentence(_ at: Int) -> Bool {
    at > 0 && gap(before: at).allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: ",") }
  }

  /// Whether a piece stands in quotation marks or beside a handle, or is all that there is.
  func isMarked(_ range: Range<Int>) -> Bool {
    if range == 0..<bytes.count { return true }
    if range.lowerBound > 0, range.upperBound < bytes.count,
      Self.mayQuote(bytes[range.lowerBound - 1]), Self.mayQuote(bytes[range.upperBound])
    {
      return true
    }
    // Not by a space alone: a reply begins with whom it answers, and then with its first words.
    return handles.contains { handle in
      guard !handle.overlaps(range) else { return true }
      let gap =
        handle.upperBound <= range.lowerBound
        ? handle.upperBound..<range.lowerBound : range.upperBound..<handle.lowerBound
      return gap.count <= 3 && bytes[gap].allSatisfy { " ()".utf8.contains($0) }
        && bytes[gap].contains { "()".utf8.contains($0) }
    }
  }

  private func gap(before at: Int) -> ArraySlice<UInt8> {
    bytes[words[at - 1].range.upperBound..<words[at].range.lowerBound]
  }

  /// No sentence ends there.
  private static func isQuiet(_ byte: UInt8) -> Bool { !"!?;\n\r".utf8.contains(byte) }

  /// What is no letter there and not of ASCII is a quotation mark, a dash or a picture.
  private static func mayQuote(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
