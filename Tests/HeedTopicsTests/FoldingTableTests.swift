import Foundation
import Testing

@testable import HeedTopics

/// The table in the source is what Unicode says, plus the few letters listed here. With
/// `HEED_WRITE_FOLDING=1` it is written anew; raise `Folding.version` when it changed.
struct FoldingTableTests {
  @Test func everyScalarFoldsAsUnicodeSays() throws {
    if ProcessInfo.processInfo.environment["HEED_WRITE_FOLDING"] != nil { try write() }
    var different: [String] = []
    for value in UInt32(0)..<0x30000 {
      guard let scalar = Unicode.Scalar(value), !Self.isYoungerThanTable(scalar) else { continue }
      let expected = Self.expected(scalar)
      let folded: [Unicode.Scalar] =
        switch ScalarFolding.fold(scalar) {
        case .itself: [scalar]
        case .other(let other): [other]
        case .several(let several): Array(several)
        }
      if folded != expected { different.append(String(value, radix: 16)) }
    }
    #expect(different.isEmpty)
  }

  /// Letters of a Unicode later than the table's wait for the next version of the folding.
  static func isYoungerThanTable(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age else { return true }
    return age.major > 16
  }

  static let lettersOfTheirOwn: [Unicode.Scalar: [Unicode.Scalar]] = [
    "ø": ["o"], "đ": ["d"], "ł": ["l"], "ħ": ["h"], "ŧ": ["t"], "ð": ["d"], "ı": ["i"],
    "æ": ["a", "e"], "œ": ["o", "e"], "þ": ["t", "h"],
    "\u{02BB}": [], "\u{02BC}": [],
    "\u{06CC}": ["\u{064A}"], "\u{0649}": ["\u{064A}"], "\u{06A9}": ["\u{0643}"],
  ]

  static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0300...0x036F, 0x0483...0x0487, 0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2,
      0x05C4...0x05C5, 0x05C7, 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC,
      0x06DF...0x06E4, 0x06E7...0x06E8, 0x06EA...0x06ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
      0x20D0...0x20F0, 0xFE20...0xFE2F:
      true
    default: false
    }
  }

  static func isWordly(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  static func expected(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if (0x3131...0x318E).contains(scalar.value) || (0xFFA0...0xFFDC).contains(scalar.value) {
      return [scalar]
    }
    if isDropped(scalar) { return [] }
    if scalar.properties.isDefaultIgnorableCodePoint { return [scalar] }
    var result: [Unicode.Scalar] = [scalar]
    while true {
      let next = once(result)
      if next == result { break }
      result = next
    }
    return result.allSatisfy(isWordly) ? result : [scalar]
  }

  static func once(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    var composed: [Unicode.Scalar] = []
    for scalar in String(text).decomposedStringWithCompatibilityMapping.unicodeScalars {
      if let last = composed.last, let whole = Composition.compose(last, scalar) {
        composed[composed.count - 1] = whole
      } else {
        composed.append(scalar)
      }
    }
    return composed.flatMap { scalar -> [Unicode.Scalar] in
      if isDropped(scalar) { return [] }
      if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
        return [Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))]
      }
      let upper = scalar.properties.lowercaseMapping.unicodeScalars.map {
        $0.properties.uppercaseMapping
      }.joined()
      let lower = upper.unicodeScalars.map { $0.properties.lowercaseMapping }.joined()
      return lower.unicodeScalars.flatMap { lettersOfTheirOwn[$0] ?? [$0] }
    }
  }

  private func write() throws {
    var entries: [(key: UInt32, folded: [UInt32])] = []
    for value in UInt32(0)..<0x30000 {
      guard let scalar = Unicode.Scalar(value), !Self.isYoungerThanTable(scalar) else { continue }
      let folded = Self.expected(scalar)
      if folded != [scalar] { entries.append((value, folded.map(\.value))) }
    }
    var words: [String] = []
    var last: UInt32 = 0
    var index = 0
    while index < entries.count {
      let (key, folded) = entries[index]
      var count = 1
      while index + count < entries.count,
        entries[index + count].key == key + UInt32(count),
        entries[index + count].folded == folded.map({ $0 + UInt32(count) })
      {
        count += 1
      }
      var word = key == last + 1 ? "" : "\(String(key - last, radix: 16)):"
      if count > 1 { word += "\(String(count, radix: 16))*" }
      word += folded.isEmpty ? "-" : folded.map { String($0, radix: 16) }.joined(separator: "_")
      words.append(word)
      last = key + UInt32(count) - 1
      index += count
    }
    var lines = [""]
    for word in words {
      if lines[lines.count - 1].count + word.count > 92 { lines.append("") }
      lines[lines.count - 1] += "\(word) "
    }
    let source = """
      /// What each scalar folds to, written by `FoldingTableTests` from Unicode's own data (see there
      /// for the rule and `ScalarFolding` for the notation). Never edited by hand, and longer than
      /// other files because it is data.
      enum FoldingTable {
        static let packed = \"\"\"
      \(lines.map { "    \($0)\\" }.joined(separator: "\n"))

          \"\"\"
      }

      """
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/HeedTopics/Text/FoldingTable.swift")
    try source.write(to: file, atomically: true, encoding: .utf8)
  }
}
