/// Where a link ends in running words.
enum LinkRules {
  static func mayPrecede(_ previous: Unicode.Scalar?) -> Bool {
    guard let previous else { return true }
    if previous.isASCII {
      return !TagRules.isWord(previous) && !"@$#".unicodeScalars.contains(previous)
        || previous == "_"
    }
    return previous != "＠" && previous != "＃" && !isLatin(previous)
  }

  /// What may stand in the name of a host.
  static func isHost(_ scalar: Unicode.Scalar) -> Bool {
    TagRules.isWord(scalar) || scalar == "-"
      || !scalar.isASCII && scalar.properties.generalCategory == .otherSymbol
  }

  /// The end of the link whose host begins at `host`; `nil` when there is no such host.
  ///
  /// `known`: only under ends of names that are known, for words without a scheme.
  static func end(of scalars: [Unicode.Scalar], host: Int, known: Bool) -> Int? {
    guard let hostEnd = HostRules.end(of: scalars, from: host, known: known) else { return nil }
    var end = hostEnd
    if end + 1 < scalars.count, scalars[end] == ":", isDigit(scalars[end + 1]) {
      var port = end + 1
      while port < scalars.count, isDigit(scalars[port]), port - end <= 5 { port += 1 }
      end = port
    }
    if end < scalars.count, scalars[end] == "/" { end = pathEnd(scalars, from: end) }
    if end < scalars.count, scalars[end] == "?" { end = queryEnd(scalars, from: end) }
    if end < scalars.count, scalars[end] == "#", end > hostEnd {
      end = pathEnd(scalars, from: end)
    }
    return end
  }

  /// Punctuation at its end belongs to the sentence; a closing bracket only with its opening one.
  private static func pathEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    let isFragment = scalars[start] == "#"
    var open = 0
    var index = start + 1
    /// The last place at which it may end.
    var good = index
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "(" {
        guard open < 3 else { break }
        open += 1
      } else if scalar == ")" {
        guard open > 0 else { break }
        open -= 1
        if open == 0 { good = index + 1 }
      } else if isWord(scalar) || "=_#/+-".unicodeScalars.contains(scalar) || scalar == "–" {
        if open == 0 { good = index + 1 }
      } else if !(isFragment ? "!*';:,.$%[]~@|&?" : "!*';:,.$%[]~@|&").unicodeScalars.contains(
        scalar)
      {
        break
      }
      index += 1
    }
    return good
  }

  private static func queryEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var index = start + 1
    var good = start
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "#" { return index }
      if isWord(scalar) || "_-&=/".unicodeScalars.contains(scalar) {
        good = index + 1
      } else if !"!?*'@();:+$%[].,~|".unicodeScalars.contains(scalar) {
        break
      }
      index += 1
    }
    return good
  }

  /// Letters and digits of scripts that part words by spaces: in the others, the next sentence would
  /// be taken for a part of the address.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return TagRules.isWord(scalar) && scalar != "_" }
    return TagRules.isLetter(scalar) && !isUnspaced(scalar)
  }

  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1100...0x11FF, 0x2E80...0x9FFF,
      0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    (0xC0...0x24F).contains(scalar.value)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x30 && scalar.value <= 0x39
  }
}
