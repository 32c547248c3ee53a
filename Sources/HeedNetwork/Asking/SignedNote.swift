/// Whether a note of a place was signed with the secret that it was given: `sha256=` and the keyed hash of the body in hex.
public enum SignedNote {
  /// - Parameters:
  ///   - methods: those that the place may sign with.
  ///   - code: the keyed hash of a body by a method's name; `nil` for a method that is not known.
  public static func isProven(
    _ signature: String?, body: [UInt8], methods: Set<String>,
    code: (_ method: String, _ body: [UInt8]) -> [UInt8]?
  ) -> Bool {
    let bare = signature?.filter { !$0.isWhitespace } ?? ""
    let parts = bare.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, methods.contains(parts[0].lowercased()),
      let given = bytes(ofHex: parts[1]), let expected = code(parts[0].lowercased(), body),
      given.count == expected.count, !given.isEmpty
    else { return false }
    // Every byte is looked at: the time taken tells nothing about where the first difference stands.
    return zip(given, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func bytes(ofHex text: Substring) -> [UInt8]? {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
