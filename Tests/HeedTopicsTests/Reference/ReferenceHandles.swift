@testable import HeedTopics

/// Handles inside a text, found scalar by scalar.
enum ReferenceHandles {
  /// The end of the handle that starts behind an `@` at `start`; `start` when there is none.
  static func end(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    let local = run(in: scalars, from: start)
    guard local > start, local + 1 < scalars.count else { return local }
    guard ScalarClass.isAtSign(scalars[local]) || scalars[local] == ":" else { return local }
    let server = run(in: scalars, from: local + 1)
    let isServer = scalars[(local + 1)..<server].contains(".") || scalars[local] != ":"
    return server > local + 1 && isServer ? server : local
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
