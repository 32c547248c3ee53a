import Foundation

/// A word, a number or a comma of a sentence.
struct PromiseToken: Sendable {
  /// In small letters, as written.
  var word: String
  /// The same without accents: what people type in a hurry.
  var bare: String
  var range: Range<String.Index>

  var isComma: Bool { word == "," }
  var isNumber: Bool { word.first?.isASCII == true && word.first?.isNumber == true }
}

/// A sentence of what somebody writes.
struct PromiseSentence: Sendable {
  var range: Range<String.Index>
  var tokens: [PromiseToken]
  var isQuestion: Bool
}

/// Takes a text apart into sentences and these into tokens; what stands in quotation marks, as code or after `>` is left out.
enum PromiseTokens {
  /// More than any network takes; a hostile text costs no more.
  static let most = 8_000
  static let mostInASentence = 80

  static func sentences(of text: String) -> [PromiseSentence] {
    var found: [PromiseSentence] = []
    for line in ours(of: text.prefix(most)).split(whereSeparator: \.isNewline) {
      if line.first(where: { !$0.isWhitespace }) == ">" { continue }
      for (range, end) in pieces(of: line) {
        let tokens = tokens(of: line[range])
        guard let first = tokens.first, let last = tokens.last else { continue }
        found.append(
          PromiseSentence(
            range: first.range.lowerBound..<last.range.upperBound,
            tokens: Array(tokens.prefix(mostInASentence)), isQuestion: end == "?"))
      }
    }
    return found
  }

  /// The same text with spaces in place of code and of what stands in quotation marks, also over several sentences. What is
  /// left stands where it stood, byte by byte.
  private static func ours(of text: Substring) -> String {
    var bytes = Array(text.utf8)
    func blank(_ range: Range<String.Index>) {
      let from = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let to = text.utf8.distance(from: text.startIndex, to: range.upperBound)
      for index in from..<to where !isNewline(bytes[index]) { bytes[index] = UInt8(ascii: " ") }
    }
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      let end =
        rest.hasPrefix("```")
        ? rest.dropFirst(3).firstRange(of: "```")?.upperBound ?? text.endIndex
        : closing(of: rest, after: index == text.startIndex ? nil : text[text.index(before: index)])
      if let end {
        blank(index..<end)
        index = end
      } else {
        index = text.index(after: index)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isNewline(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  /// Behind the mark that closes a quotation or code at the beginning of this, in the same line.
  private static func closing(of rest: Substring, after before: Character?) -> String.Index? {
    guard let first = rest.first, let mark = first == "`" ? "`" : opening[first] else { return nil }
    // Inches: `5"`.
    if first == "\"", before.map({ $0.isLetter || $0.isNumber }) ?? false { return nil }
    let line = rest.dropFirst().prefix { !$0.isNewline }
    return line.firstIndex(of: mark).map { rest.index(after: $0) }
  }

  /// Ends at `.`, `!`, `?`, `…` or `;` before a space; after a number a full stop may belong to a date.
  private static func pieces(of line: Substring) -> [(Range<String.Index>, Character)] {
    var found: [(Range<String.Index>, Character)] = []
    var start = line.startIndex
    var index = line.startIndex
    var before: Character = " "
    while index < line.endIndex {
      let character = line[index]
      let next = line.index(after: index)
      if ".!?…;".contains(character) {
        let follows =
          next == line.endIndex || line[next].isWhitespace || "!?\"”»)".contains(line[next])
        let isOrdinal = character == "." && before.isNumber && next < line.endIndex
        if follows, !isOrdinal {
          found.append((start..<next, character))
          start = next
        }
      }
      before = character
      index = next
    }
    if start < line.endIndex { found.append((start..<line.endIndex, " ")) }
    return found
  }

  private static let opening: [Character: Character] = [
    "“": "”", "„": "“", "«": "»", "\"": "\"", "‘": "’",
  ]

  private static func tokens(of sentence: Substring) -> [PromiseToken] {
    var tokens: [PromiseToken] = []
    var index = sentence.startIndex
    while index < sentence.endIndex {
      let character = sentence[index]
      if character.isNumber {
        let end = endOfNumber(in: sentence, from: index)
        tokens.append(token(sentence, index..<end))
        index = end
      } else if character.isLetter {
        let end = endOfWord(in: sentence, from: index)
        tokens.append(token(sentence, index..<end))
        index = end
      } else if isApostrophe(character), !tokens.isEmpty,
        tokens[tokens.count - 1].range.upperBound == index
      {
        // `'ll`, `'t`: a word of its own.
        let end = endOfWord(in: sentence, from: sentence.index(after: index))
        tokens.append(token(sentence, index..<end))
        index = end
      } else {
        let isPause = ",:–—(".contains(character) || isDash(sentence, at: index)
        let next = sentence.index(after: index)
        if isPause, tokens.last?.isComma == false {
          tokens.append(PromiseToken(word: ",", bare: ",", range: index..<next))
        }
        index = next
      }
    }
    if tokens.last?.isComma == true { tokens.removeLast() }
    return tokens
  }

  private static func isApostrophe(_ character: Character) -> Bool { "'’ʼ".contains(character) }

  private static func isDash(_ sentence: Substring, at index: String.Index) -> Bool {
    guard sentence[index] == "-", index > sentence.startIndex else { return false }
    return sentence[sentence.index(before: index)].isWhitespace
  }

  /// With the apostrophe of an elision (`d'ici`), without that of a contraction (`we'll`).
  private static func endOfWord(in sentence: Substring, from start: String.Index) -> String.Index {
    var index = start
    while index < sentence.endIndex, sentence[index].isLetter {
      index = sentence.index(after: index)
    }
    guard index < sentence.endIndex, isApostrophe(sentence[index]) else { return index }
    let word = sentence[start..<index].lowercased()
    let after = sentence.index(after: index)
    if word == "aujourd" { return endOfWord(in: sentence, from: after) }
    return elided.contains(word) ? after : index
  }

  private static let elided: Set<String> = [
    "d", "l", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu",
  ]

  /// `17:00`, `5pm`, `12th`, `10h30`, `2026-03-12`, `12.3.`, `2-3`.
  private static func endOfNumber(in sentence: Substring, from start: String.Index) -> String.Index
  {
    var index = start
    while index < sentence.endIndex {
      let next = sentence.index(after: index)
      if sentence[index].isNumber {
        index = next
      } else if ":./-–hH".contains(sentence[index]), next < sentence.endIndex,
        sentence[next].isNumber
      {
        index = next
      } else {
        break
      }
    }
    while index < sentence.endIndex, sentence[index].isLetter || "ºª".contains(sentence[index]) {
      index = sentence.index(after: index)
    }
    return index
  }

  private static func token(_ sentence: Substring, _ range: Range<String.Index>) -> PromiseToken {
    let word = sentence[range].lowercased().map { isApostrophe($0) ? "'" : $0 }
    let text = String(word)
    return PromiseToken(word: text, bare: bare(text), range: range)
  }

  static func bare(_ word: String) -> String {
    if word.utf8.allSatisfy({ $0 < 128 }) { return word }
    return word.folding(options: .diacriticInsensitive, locale: nil).replacing("ß", with: "ss")
  }
}
