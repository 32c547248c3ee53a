import Foundation

/// Brings a typed name into the letters that name servers know (RFC 5891, RFC 3492).
enum DomainName {
  /// The lower-case ASCII form, or `nil` where there is none.
  ///
  /// Full-width digits and the other dots (U+3002, U+FF0E, U+FF61) are folded first: they are how
  /// `１２７。0.0.1` would be carried past a check of plain digits.
  static func ascii(_ typed: String) -> String? {
    guard !typed.isEmpty else { return nil }
    if typed.utf8.allSatisfy({ $0 < 0x80 }) { return typed.lowercased() }
    let folded = typed.precomposedStringWithCompatibilityMapping.lowercased()
      .precomposedStringWithCompatibilityMapping
      .replacingOccurrences(of: "\u{3002}", with: ".")
    var labels: [String] = []
    for label in folded.split(separator: ".", omittingEmptySubsequences: false) {
      if label.utf8.allSatisfy({ $0 < 0x80 }) {
        labels.append(String(label))
      } else {
        guard label.unicodeScalars.allSatisfy(isAllowed), let encoded = punycode(label)
        else { return nil }
        labels.append("xn--" + encoded)
      }
    }
    return labels.joined(separator: ".")
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return scalar == "-" || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
      .decimalNumber:
      return !scalar.properties.isDefaultIgnorableCodePoint
    default: return false
    }
  }

  /// RFC 3492, section 6.3.
  private static func punycode(_ label: Substring) -> String? {
    let scalars = label.unicodeScalars.map { Int($0.value) }
    guard scalars.count <= 63 else { return nil }
    var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    let plain = output.count
    if plain > 0 { output.append(UInt8(ascii: "-")) }
    var handled = plain
    var (next, delta, bias) = (0x80, 0, 72)
    while handled < scalars.count {
      guard let least = scalars.filter({ $0 >= next }).min() else { return nil }
      delta += (least - next) * (handled + 1)
      next = least
      for scalar in scalars {
        if scalar < next { delta += 1 }
        guard scalar == next else { continue }
        var rest = delta
        var step = 36
        while true {
          let threshold = min(max(step - bias, 1), 26)
          if rest < threshold { break }
          output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
          rest = (rest - threshold) / (36 - threshold)
          step += 36
        }
        output.append(digit(rest))
        bias = adapted(delta, count: handled + 1, first: handled == plain)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func adapted(_ delta: Int, count: Int, first: Bool) -> Int {
    var delta = first ? delta / 700 : delta / 2
    delta += delta / count
    var step = 0
    while delta > 455 {
      delta /= 35
      step += 36
    }
    return step + 36 * delta / (delta + 38)
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? value + 97 : value - 26 + 48)
  }
}
