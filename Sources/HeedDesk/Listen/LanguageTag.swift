/// Names of languages as they are written for machines: https://www.rfc-editor.org/rfc/rfc5646.
public enum LanguageTag {
  /// RFC 5646, 4.4.1: what every program has to keep.
  static let mostBytes = 35

  /// Whether it can be one: two or three letters, then parts of letters and digits, as in `en`, `zh-Hant` and `es-419`.
  public static func isOne(_ text: String) -> Bool {
    guard text.utf8.count <= mostBytes else { return false }
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else {
      return false
    }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
