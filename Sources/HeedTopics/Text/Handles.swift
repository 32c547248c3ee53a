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

  /// The end of the handle that starts behind an `@` at `start`; `start` when there is none.
  static func end(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    let local = run(in: scalars, from: start)
    guard local > start, local + 1 < scalars.count else { return local }
    guard ScalarClass.isAtSign(scalars[local]) || scalars[local] == ":" else { return local }
    let server = run(in: scalars, from: local + 1)
    let isServer = scalars[(local + 1)..<server].contains(".") || scalars[local] != ":"
    return server > local + 1 && isServer ? server : local
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

  private static func run(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    var end = start
    while end < scalars.count, isPart(scalars[end]) { end += 1 }
    while end > start, scalars[end - 1] == "." || scalars[end - 1] == "-" { end -= 1 }
    return end
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "-" || ScalarClass.isSpacedWord(scalar)
  }
}
