import HeedModel

/// Media as one text: a line a medium, fields apart by the unit separator; the few characters with a meaning here are
/// written as an escape and a letter.
enum MediaText {
  private static let line: Character = "\u{1E}"
  private static let field: Character = "\u{1F}"
  private static let marks: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("\u{1B}", "e"), ("\u{1E}", "l"), ("\u{1F}", "f"),
  ]

  static func write(_ media: [Media]) -> String {
    media.map { medium in
      [
        medium.kind.rawValue, escaped(medium.address), optional(medium.type),
        optional(medium.alternative),
      ].joined(separator: String(field))
    }.joined(separator: String(line))
  }

  /// What no version of Heed wrote is passed over.
  static func read(_ text: String) -> [Media] {
    guard !text.isEmpty else { return [] }
    return text.split(separator: line).compactMap { line in
      let fields = line.split(separator: field, omittingEmptySubsequences: false)
      guard fields.count == 4, let kind = Media.Kind(rawValue: String(fields[0])) else {
        return nil
      }
      return Media(
        kind: kind, address: plain(fields[1]), alternative: optional(fields[3]),
        type: optional(fields[2]))
    }
  }

  /// A plus before what is there, be it empty.
  private static func optional(_ text: String?) -> String { text.map { "+" + escaped($0) } ?? "" }

  /// The plus may be one character with what follows: an accent.
  private static func optional(_ field: Substring) -> String? {
    field.isEmpty ? nil : plain(Substring(field.unicodeScalars.dropFirst()))
  }

  private static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let mark = marks.first(where: { $0.0 == scalar }) {
        escaped.append(marks[0].0)
        escaped.append(mark.1)
      } else {
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  private static func plain(_ field: Substring) -> String {
    guard field.unicodeScalars.contains(marks[0].0) else { return String(field) }
    var plain = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in field.unicodeScalars {
      if isEscaped, let mark = marks.first(where: { $0.1 == scalar }) {
        plain.append(mark.0)
        isEscaped = false
      } else if scalar == marks[0].0 {
        isEscaped = true
      } else {
        plain.append(scalar)
      }
    }
    return String(plain)
  }
}
