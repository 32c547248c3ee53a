import HeedModel

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
      let expected = code(parts[0].lowercased(), body)
    else { return false }
    let given = Hex.bytes(parts[1])
    return !given.isEmpty && ConstantTime.isEqual(given, expected)
  }
}
