import HeedModel

/// An absolute web address, read strictly and written in one form.
///
/// What the guard checked is exactly what is asked for: nothing else reads the typed text again.
struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  enum Scheme: String, Sendable {
    case http, https, ws, wss

    var isSecure: Bool { self == .https || self == .wss }
    var port: Int { isSecure ? 443 : 80 }
    var isWebSocket: Bool { self == .ws || self == .wss }
  }

  let scheme: Scheme
  let host: HostName
  let port: Int
  /// Path and query, percent-encoded, with the slash.
  let target: String

  /// What a `Host` header says.
  var authority: String { port == scheme.port ? host.text : "\(host.text):\(port)" }
  var description: String { "\(scheme.rawValue)://\(authority)\(target)" }

  /// - Throws: `AddressFault`, which says what is wrong with it.
  init(_ typed: String) throws(AddressFault) {
    let bytes = Self.trimmed(Array(typed.utf8))
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      let scheme = Scheme(
        rawValue: String(decoding: bytes[..<colon], as: UTF8.self).lowercased())
    else { throw .scheme }
    // Browsers read a backslash as a slash, libraries do not: an old way to show a checker one
    // host and the connection another.
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7f || $0 == UInt8(ascii: "\\") })
    else { throw .characters }
    var rest = bytes[(colon + 1)...]
    guard rest.starts(with: "//".utf8) else { throw .scheme }
    rest = rest.dropFirst(2)
    let end = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
    let authority = String(decoding: rest[..<end], as: UTF8.self)
    guard !authority.contains("@") else { throw .userinfo }
    let (host, port) = try Self.split(authority)
    self.scheme = scheme
    self.host = host
    self.port = port ?? scheme.port
    target = Self.encoded(rest[end...].prefix { $0 != UInt8(ascii: "#") })
  }

  private init(scheme: Scheme, host: HostName, port: Int, target: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.target = target
  }

  /// Where a `Location` leads from here (RFC 3986, section 5.2).
  func following(_ location: String) throws(AddressFault) -> WebAddress {
    let start = location.prefix { !"/?#".contains($0) }
    if let colon = start.firstIndex(of: ":"), start[..<colon].first?.isLetter == true {
      return try WebAddress(location)
    }
    if location.hasPrefix("//") { return try WebAddress("\(scheme.rawValue):\(location)") }
    let path = target.prefix { $0 != "?" }
    let joined: String
    if location.hasPrefix("/") {
      joined = location
    } else if location.hasPrefix("?") {
      joined = path + location
    } else if location.isEmpty || location.hasPrefix("#") {
      joined = target
    } else {
      joined = path[...(path.lastIndex(of: "/") ?? path.startIndex)] + location
    }
    let parsed = try WebAddress("\(scheme.rawValue)://\(authority)\(joined)")
    return WebAddress(
      scheme: scheme, host: host, port: port, target: Self.withoutDots(parsed.target))
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let isSpace: (UInt8) -> Bool = { " \t\r\n".utf8.contains($0) }
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return [] }
    return bytes[first...last]
  }

  private static func split(_ authority: String) throws(AddressFault) -> (HostName, Int?) {
    var name = Substring(authority)
    var digits: Substring?
    if let bracket = authority.lastIndex(of: "]") {
      name = authority[...bracket]
      let rest = authority[authority.index(after: bracket)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { throw .host }
      if !rest.isEmpty { digits = rest.dropFirst() }
    } else if let colon = authority.firstIndex(of: ":") {
      name = authority[..<colon]
      digits = authority[authority.index(after: colon)...]
    }
    guard let host = HostName(String(name)) else { throw .host }
    guard let digits, !digits.isEmpty else { return (host, nil) }
    guard digits.utf8.count <= 5, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(digits), (1...65535).contains(port)
    else { throw .port }
    return (host, port)
  }

  private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
    var text = bytes.first == UInt8(ascii: "/") ? "" : "/"
    let plain = Set("-._~:/?@!$&'()*+,;=%".utf8)
    for (index, byte) in bytes.enumerated() {
      let isAlphanumeric =
        byte < 0x80 && (UnicodeScalar(byte).properties.isAlphabetic || (48...57).contains(byte))
      let next = bytes.dropFirst(index + 1).prefix(2)
      let isStray =
        byte == UInt8(ascii: "%")
        && (next.count < 2
          || !next.allSatisfy { $0 < 0x80 && Character(UnicodeScalar($0)).isHexDigit })
      if (isAlphanumeric || plain.contains(byte)) && !isStray {
        text.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        let digits = Array("0123456789ABCDEF")
        text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return text
  }

  /// RFC 3986, section 5.2.4.
  private static func withoutDots(_ target: String) -> String {
    let path = target.prefix { $0 != "?" }
    var kept: [Substring] = []
    let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case "..":
        _ = kept.popLast()
        if isLast { kept.append("") }
      case ".": if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return "/" + kept.joined(separator: "/") + target.dropFirst(path.count)
  }
}

/// What is wrong with a typed address.
enum AddressFault: Error {
  case scheme, characters, userinfo, host, port

  var text: Message {
    switch self {
    case .scheme: "That is no web address. It has to begin with http:// or https://."
    case .characters: "The address has characters that no web address has."
    case .userinfo: "The address carries a name or a password before the @. Leave that out."
    case .host: "The address names no host that can be asked."
    case .port: "The address has a port that does not exist."
    }
  }
}
