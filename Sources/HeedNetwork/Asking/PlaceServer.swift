/// A server, as typed, stored and asked.
///
/// Stored as `host`, `host:port`, or, where it speaks plain HTTP, with its scheme.
package struct PlaceServer: Hashable, Sendable, CustomStringConvertible {
  /// Lower-case, with the port where it is not the usual one.
  package let host: String
  package let isPlain: Bool

  /// Where its API begins.
  package var base: String { (isPlain ? "http://" : "https://") + host }
  /// What is stored in sources, accounts and references.
  package var description: String { isPlain ? base : host }

  /// Reads a host or an address; what follows the host is left aside.
  package init?(_ typed: String) {
    isPlain = typed.lowercased().hasPrefix("http://")
    let name = Self.withoutScheme(typed).prefix { !"/?#".contains($0) }
    guard Self.isHost(name) else { return nil }
    host = String(name)
  }

  /// An address or a host in lower case, and without its scheme.
  package static func withoutScheme(_ typed: String) -> Substring {
    var rest = Substring(typed.lowercased())
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    return rest
  }

  private static func isHost(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty, parts.count <= 2 else { return false }
    if parts.count == 2, UInt16(parts[1]) == nil { return false }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    } && (labels.count > 1 || name == "localhost")
  }
}
