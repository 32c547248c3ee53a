import HeedMarkup
import HeedNetwork

/// A site and where its interface stands, as one text: `https://blog.example/wp-json/`, or with a
/// query where the site has no speaking addresses: `https://blog.example/?rest_route=/`.
struct Site: Sendable, Hashable, CustomStringConvertible {
  let root: String

  init?(_ root: String) {
    guard let address = WebAddress.resolve(root), address.hasPrefix("http"),
      address.hasSuffix("/"), !address.contains("#")
    else { return nil }
    self.root = address
  }

  var description: String { root }
  var host: String {
    String(root.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" && $0 != "?" })
  }
  /// Who it is, whichever way it is asked: host and path in front of the interface.
  var key: String {
    var rest = root.drop { $0 != ":" }.dropFirst(3)
    for end in ["?rest_route=/", "wp-json/"] where rest.hasSuffix(end) {
      rest = rest.dropLast(end.count)
      break
    }
    return String(rest.hasSuffix("/") ? rest.dropLast() : rest)
  }

  /// Encrypted, or on this very machine.
  var isSafeForPasswords: Bool {
    let name = host.hasPrefix("[") ? host[...] : host.prefix { $0 != ":" }
    return root.hasPrefix("https:") || name == "127.0.0.1" || name == "localhost"
      || name.hasPrefix("[::1]")
  }

  func address(_ path: String, _ query: [(String, String)] = []) -> String {
    let fields = WebQuery.encode(query)
    guard !fields.isEmpty else { return root + path }
    return root + path + (root.contains("?") ? "&" : "?") + fields
  }
}
