import HeedModel

/// Addresses as pages write them, made absolute and harmless.
public enum WebAddress {
  /// The absolute `http`, `https` or `mailto` address that `reference` means on a page at `base`.
  ///
  /// `nil` for every other scheme, for one without a host or with a sign-in name, and for a relative
  /// one without a base. Reads sloppy ones as browsers do: spaces around, line ends inside,
  /// backslashes (https://url.spec.whatwg.org/#url-parsing).
  public static func resolve(_ reference: String, against base: String? = nil) -> String? {
    guard reference.utf8.count <= 8_192 else { return nil }
    if isOrdinary(reference) { return reference }
    let reference = cleaned(reference)
    if let colon = schemeEnd(reference) {
      let scheme = reference[..<colon].lowercased()
      let rest = reference[reference.index(after: colon)...]
      switch scheme {
      case "mailto": return allowed("mailto:" + encoded(rest))
      case "http", "https": return absolute(scheme: scheme, rest: slashed(rest))
      default: return nil
      }
    }
    guard let base, let from = Parts(cleaned(base)) else { return nil }
    let target = slashed(Substring(reference))
    if target.hasPrefix("//") { return absolute(scheme: from.scheme, rest: target) }
    let site = from.scheme + "://" + from.authority
    switch target.first {
    case nil: return allowed(site + from.path + from.query)
    case "#": return allowed(site + from.path + from.query + encoded(Substring(target)))
    case "?": return allowed(site + from.path + encoded(Substring(target)))
    case "/": return absolute(scheme: from.scheme, rest: "//" + from.authority + target)
    default:
      let folder = from.path.lastIndex(of: "/").map { from.path[...$0] } ?? "/"
      return absolute(scheme: from.scheme, rest: "//" + from.authority + folder + target)
    }
  }

  /// As people read it: without `https://` and `www.`, at most `limit` characters.
  public static func shown(_ address: String, limit: Int = 40) -> String {
    var short = address[...]
    for prefix in ["https://", "http://", "mailto:", "www."] where short.hasPrefix(prefix) {
      short = short.dropFirst(prefix.count)
    }
    if short.hasSuffix("/"), !short.dropLast().contains("/") { short.removeLast() }
    return short.count <= limit ? String(short) : short.prefix(limit - 1) + "…"
  }

  private struct Parts {
    var scheme: String
    var authority: String
    var path: String
    var query: String

    init?(_ address: String) {
      guard let whole = WebAddress.resolve(address), !whole.hasPrefix("mailto:"),
        let colon = whole.firstIndex(of: ":")
      else { return nil }
      scheme = String(whole[..<colon])
      let rest = whole[colon...].dropFirst(3).prefix { $0 != "#" }
      let head = rest.prefix { $0 != "?" }
      authority = String(head.prefix { $0 != "/" })
      path = String(head.dropFirst(authority.count))
      query = String(rest.dropFirst(head.count))
    }
  }

  private static func absolute(scheme: String, rest: String) -> String? {
    guard rest.hasPrefix("//") else { return nil }
    // Browsers take any number of slashes for two.
    let rest = rest.drop { $0 == "/" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let tail = rest.dropFirst(authority.count)
    let path = tail.prefix { $0 != "?" && $0 != "#" }
    guard !authority.contains("%") else { return nil }
    return allowed(
      scheme + "://" + authority.lowercased() + withoutDots(path)
        + encoded(tail.dropFirst(path.count)))
  }

  /// `/a/../b/./c` is `/b/c` (RFC 3986, 5.2.4).
  private static func withoutDots(_ path: Substring) -> String {
    guard path.contains("/.") || path.lowercased().contains("/%2e") else { return encoded(path) }
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    var kept: [Substring] = []
    for (index, part) in parts.enumerated() {
      switch part.lowercased() {
      case ".", "%2e": if index == parts.count - 1 { kept.append("") }
      case "..", "%2e%2e", ".%2e", "%2e.":
        _ = kept.popLast()
        if index == parts.count - 1 { kept.append("") }
      default: kept.append(part)
      }
    }
    return encoded("/" + kept.joined(separator: "/"))
  }

  /// Absolute and so plain that nothing below would change it; nearly every address is.
  private static func isOrdinary(_ address: String) -> Bool {
    let bytes = address.utf8
    let start = bytes.starts(with: "https://".utf8) ? 8 : bytes.starts(with: "http://".utf8) ? 7 : 0
    guard start > 0 else { return false }
    var isHost = true
    var previous: UInt8 = 0
    for byte in bytes.dropFirst(start) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        break
      case UInt8(ascii: "."), UInt8(ascii: "%"):
        guard previous != UInt8(ascii: "/"), !isHost || byte == UInt8(ascii: "."), previous != 0
        else { return false }
      case UInt8(ascii: "/"):
        guard previous != 0 else { return false }
        isHost = false
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "&"),
        UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: ":"):
        guard !isHost else { return false }
      default: return false
      }
      previous = byte
    }
    return previous != 0
  }

  private static func allowed(_ address: String) -> String? {
    RichText.allows(address: address) ? address : nil
  }

  private static func cleaned(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.value <= 0x20 { scalars.removeFirst() }
    while let last = scalars.last, last.value <= 0x20 { scalars.removeLast() }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars.lazy.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" })
    return String(result)
  }

  private static func schemeEnd(_ text: String) -> String.Index? {
    guard let first = text.utf8.first, isLetter(first) else { return nil }
    let end = text.utf8.firstIndex {
      !isLetter($0) && !($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
        && !"+-.".utf8.contains($0)
    }
    guard let end, text.utf8[end] == UInt8(ascii: ":") else { return nil }
    return end
  }

  /// Backslashes before the query are slashes to every browser.
  private static func slashed(_ text: Substring) -> String {
    let head = text.prefix { $0 != "?" && $0 != "#" }
    return String(head.map { $0 == "\\" ? "/" : $0 }) + text.dropFirst(head.count)
  }

  private static func encoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(where: { isUnsafe($0) }) else { return String(text) }
    var result: [UInt8] = []
    for byte in text.utf8 {
      if isUnsafe(byte) {
        result.append(UInt8(ascii: "%"))
        result += String(byte | 0, radix: 16, uppercase: true).leftPadded.utf8
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isUnsafe(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || "\"<>`{}\\^".utf8.contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}

extension String {
  fileprivate var leftPadded: String { count < 2 ? "0" + self : self }
}
