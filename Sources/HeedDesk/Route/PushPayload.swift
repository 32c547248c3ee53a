import Foundation

/// What `worker.js` reads, small enough for one record.
enum PushPayload {
  /// As JSON, in bytes: with an emoji's or an accent's bytes counted, and with what JSON escapes.
  static let mostTitle = 480
  static let mostBody = 1200

  static func bytes(_ text: PushText, tag: String) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(
      try encoder.encode([
        "title": cut(text.title.prefix(120), mostTitle),
        "body": cut(text.body.prefix(300), mostBody), "path": text.path, "tag": tag,
      ]))
  }

  /// Scalars as long as they fit: one character may be of any length.
  private static func cut(_ text: Substring, _ most: Int) -> String {
    var kept = String.UnicodeScalarView()
    var left = most
    for scalar in text.unicodeScalars {
      left -= size(scalar)
      if left < 0 { break }
      kept.append(scalar)
    }
    return String(kept)
  }

  private static func size(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    // Escaped as six characters at most.
    case ..<0x20, 0x7F: 6
    case 0x22, 0x2F, 0x5C: 2
    default: UTF8.width(scalar)
    }
  }
}
