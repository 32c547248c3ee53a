/// The parts of handles: `ana`, `ana@example.org`, `ana.example.org`, `ana:example.org`.
enum Handles {
  /// The name before the server.
  static func local(of folded: String) -> String {
    guard
      let mark = folded.unicodeScalars.firstIndex(where: { $0 == "@" || $0 == ":" })
    else { return folded }
    return String(folded[..<mark])
  }

  /// A handle as it is compared, from any spelling (`@Ana@Example.org`, `acct:ana@example.org`).
  static func folded(_ handle: String) -> String {
    var scalars = Array(foldedScalars(handle.unicodeScalars).unicodeScalars)[...]
    while true {
      if let first = scalars.first, ScalarClass.isAtSign(first) {
        scalars = scalars.dropFirst()
      } else if scalars.starts(with: "acct:".unicodeScalars) {
        scalars = scalars.dropFirst(5)
      } else {
        return String(String.UnicodeScalarView(scalars))
      }
    }
  }

  /// Whether a handle answers to a name: a name without server fits every server.
  static func matches(_ handle: String, name: String) -> Bool {
    handle == name || local(of: handle) == name
  }

  static func foldedScalars(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in scalars where !ScalarClass.isInvisible(scalar) {
      if ScalarClass.isAtSign(scalar) {
        folded.append("@")
        continue
      }
      switch ScalarFolding.fold(scalar) {
      case .itself: folded.append(scalar)
      case .other(let other): folded.append(other)
      case .several(let several): folded.append(contentsOf: several)
      }
    }
    return String(folded)
  }
}
