import Foundation
import HeedModel

/// Four words in a row, as numbers: what two texts have in common of how they say it.
///
/// Folded to small letters without accents; addresses, handles and names are left out. Where writing sets no spaces
/// between words, each sign counts as one.
struct SaidShingles: Sendable {
  static let length = 4
  /// So many MinHash bands of one row: two texts that share a share J of their shingles meet in at least one with
  /// probability 1 - (1 - J)^20 (Broder, *On the resemblance and containment of documents*, 1997).
  static let bandCount = 20

  let all: Set<UInt64>

  /// - Parameter leavingOut: names that are no part of what is said.
  init(_ text: String, leavingOut names: [String]) {
    let left = Set(names.flatMap { Self.words($0) })
    let words = Self.words(text).filter { !left.contains($0) }
    var shingles: Set<UInt64> = []
    if words.count >= Self.length {
      for start in 0...(words.count - Self.length) {
        shingles.insert(StableHash.of(words[start..<(start + Self.length)]))
      }
    }
    all = shingles
  }

  /// Of these, the share that stands in another text.
  func containment(in other: SaidShingles) -> Double {
    guard !all.isEmpty else { return 0 }
    return Double(all.count { other.all.contains($0) }) / Double(all.count)
  }

  /// The smallest shingle under each of twenty orders, told apart by the order's number.
  var bands: [Int64] {
    guard !all.isEmpty else { return [] }
    return (0..<Self.bandCount).map { number in
      let seed = Self.mix(UInt64(number) &+ 1)
      let least = all.reduce(UInt64.max) { min($0, Self.mix($1 ^ seed)) }
      return Int64(bitPattern: Self.mix(least &+ seed))
    }
  }

  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for piece in Array(text.utf8).split(whereSeparator: isSpace) {
      if piece.allSatisfy({ $0 < 0x80 }) {
        addPlain(piece, to: &words)
      } else {
        for part in String(decoding: piece, as: UTF8.self).split(whereSeparator: \.isWhitespace) {
          addFolded(part, to: &words)
        }
      }
    }
    return words
  }

  /// Most pieces of most texts: what folding would make of them, byte by byte.
  private static func addPlain(_ piece: ArraySlice<UInt8>, to words: inout [String]) {
    if piece.first == UInt8(ascii: "@") || isAddress(piece) { return }
    for word in piece.split(whereSeparator: { PlainLetter.small($0) == nil }) {
      words.append(String(decoding: word.lazy.compactMap(PlainLetter.small), as: UTF8.self))
    }
  }

  private static func addFolded(_ piece: Substring, to words: inout [String]) {
    if piece.hasPrefix("@") || isAddress(Array(piece.utf8)[...]) { return }
    let folded = piece.folding(
      options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
    var word = ""
    for scalar in folded.unicodeScalars {
      if isWordByItself(scalar) {
        if !word.isEmpty { words.append(word) }
        words.append(String(scalar))
        word = ""
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
  }

  private static func isAddress(_ piece: ArraySlice<UInt8>) -> Bool {
    piece.starts(with: "www.".utf8)
      || piece.indices.contains {
        piece[$0] == UInt8(ascii: ":") && piece[$0...].starts(with: "://".utf8)
      }
  }

  /// What ASCII has of it.
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Han, kana, Thai, Lao, Khmer, Myanmar.
  private static func isWordByItself(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x0E00...0x0EFF,
      0x1000...0x109F, 0x1780...0x17FF:
      true
    default: false
    }
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var dice = SplitMix64(seed: value)
    return dice.next()
  }
}
