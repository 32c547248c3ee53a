@testable import HeedTopics

/// Emoji sequences: flags, keycaps, families, with their skin tones taken off.
enum ReferenceEmoji {
  /// The emoji that starts at `start` and where it ends, or nil when none does.
  static func sequence(
    in scalars: [Unicode.Scalar], from start: Int
  ) -> (folded: String, end: Int)? {
    if let keycap = keycap(in: scalars, from: start) { return keycap }
    if let flag = flag(in: scalars, from: start) { return flag }
    guard isBase(scalars[start]) else { return nil }
    var folded = String.UnicodeScalarView()
    folded.append(scalars[start])
    var end = start + 1
    while end < scalars.count {
      let scalar = scalars[end]
      if isSelector(scalar) || isSkinTone(scalar) {
        end += 1
      } else if isTag(scalar) {
        folded.append(scalar)
        end += 1
      } else if scalar == joiner, end + 1 < scalars.count, isBase(scalars[end + 1]) {
        folded.append(joiner)
        folded.append(scalars[end + 1])
        end += 2
      } else {
        break
      }
    }
    return (String(folded), end)
  }

  private static let joiner: Unicode.Scalar = "\u{200D}"
  private static let keycapMark: Unicode.Scalar = "\u{20E3}"

  private static func keycap(
    in scalars: [Unicode.Scalar], from start: Int
  ) -> (folded: String, end: Int)? {
    let base = scalars[start]
    guard base == "#" || base == "*" || ("0"..."9").contains(base) else { return nil }
    var end = start + 1
    if end < scalars.count, isSelector(scalars[end]) { end += 1 }
    guard end < scalars.count, scalars[end] == keycapMark else { return nil }
    return ("\(base)\(keycapMark)", end + 1)
  }

  private static func flag(
    in scalars: [Unicode.Scalar], from start: Int
  ) -> (folded: String, end: Int)? {
    let regional: ClosedRange<Unicode.Scalar> = "\u{1F1E6}"..."\u{1F1FF}"
    guard regional.contains(scalars[start]) else { return nil }
    guard start + 1 < scalars.count, regional.contains(scalars[start + 1]) else {
      return (String(scalars[start]), start + 1)
    }
    return ("\(scalars[start])\(scalars[start + 1])", start + 2)
  }

  private static func isBase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFF && scalar != "\u{2122}" && scalar.properties.isEmoji
  }

  private static func isSelector(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0E}" || scalar == "\u{FE0F}"
  }

  private static func isSkinTone(_ scalar: Unicode.Scalar) -> Bool {
    ("\u{1F3FB}"..."\u{1F3FF}").contains(scalar)
  }

  private static func isTag(_ scalar: Unicode.Scalar) -> Bool {
    ("\u{E0020}"..."\u{E007F}").contains(scalar)
  }
}
