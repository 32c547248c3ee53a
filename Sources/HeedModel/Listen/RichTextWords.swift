/// What may stand in a text of ours, character by character.
enum Words {
  /// Nothing in it that `clean` would change, and no line end.
  static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      // In UTF-8 what must go begins with C2 (C1 controls), E2 (directions, line separators), EF
      // (byte order mark, noncharacters) or is itself a control; nearly every text has none.
      bytes.allSatisfy {
        ($0 >= 0x20 || $0 == 0x09) && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 && $0 != 0xEF
      }
    } || text.unicodeScalars.allSatisfy { kind(of: $0) == .word }
  }

  /// A line with something to see in it and nothing that any rule here would change: what most posts are.
  static func isOneLine(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var isSeen = false
      for byte in bytes {
        guard byte >= 0x20, byte != 0x7F, byte != 0xC2, byte != 0xE2, byte != 0xEF, byte < 0xF0
        else { return false }
        if byte > 0x20, byte < 0x7F { isSeen = true }
      }
      return isSeen
    }
  }

  /// Every kind of line end as `\n`.
  static func withLineEnds(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 != "\n" && kind(of: $0) == .lineEnd }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if kind(of: scalar) != .lineEnd {
        result.append(scalar)
      } else if scalar != "\n" || !afterReturn {
        result.append("\n")
      }
      afterReturn = scalar == "\r"
    }
    return String(result)
  }

  /// No controls and nothing that turns the direction of writing.
  static func isClean(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { kind(of: $0) == .word }
  }

  /// Nothing to see: spaces, line ends, directions.
  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
  }

  /// A name (a handle, a tag) on one line, without anything that turns its direction.
  static func name(_ text: String) -> String {
    guard !isClean(text) || text.unicodeScalars.contains("\t") else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where kind(of: scalar) == .word && scalar != "\t" {
      result.append(scalar)
    }
    return String(result)
  }

  /// `text` by itself, directions closed where they were opened.
  static func clean(_ text: String, lines: Bool) -> String {
    guard !isPlain(text) else { return text }
    var open = 0
    let text = clean(text, lines: lines, isolates: &open)
    return text + String(repeating: "\u{2069}", count: open)
  }

  /// `text` without controls; line ends as `\n`, or as spaces where `lines` is false.
  ///
  /// Embeddings and overrides of direction (U+202A to U+202E) always go: they reach past their own
  /// words and make an address or a name read backwards (CVE-2021-42574). Isolates stay as long as
  /// they are balanced; `isolates` carries how many stand open.
  static func clean(_ text: String, lines: Bool, isolates: inout Int) -> String {
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch kind(of: scalar) {
      case .word: result.append(scalar)
      case .lineEnd:
        if scalar == "\n", afterReturn { continue }
        result.append(lines ? "\n" : " ")
      case .isolate:
        isolates += 1
        result.append(scalar)
      case .isolateEnd:
        guard isolates > 0 else { continue }
        isolates -= 1
        result.append(scalar)
      case .dropped: continue
      }
    }
    return String(result)
  }

  private enum Kind { case word, lineEnd, isolate, isolateEnd, dropped }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x09: .word
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: .lineEnd
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0xFEFF: .dropped
    case 0x2066...0x2068: .isolate
    case 0x2069: .isolateEnd
    case 0xFDD0...0xFDEF: .dropped
    case let value where value & 0xFFFE == 0xFFFE: .dropped
    default: .word
    }
  }
}
