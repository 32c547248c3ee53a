import HeedMarkup

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
    let fields = query.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }
      .joined(separator: "&")
    guard !fields.isEmpty else { return root + path }
    return root + path + (root.contains("?") ? "&" : "?") + fields
  }

  static func encoded(_ text: String) -> String {
    var out: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: out.append(byte)
      default: out += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
