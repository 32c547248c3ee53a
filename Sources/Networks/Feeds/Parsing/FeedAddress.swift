import Foundation

/// Addresses as feeds write them.
enum FeedAddress {
  /// Against its base (RFC 3986); what cannot be resolved stays as it was written.
  static func resolve(_ written: String, against base: String?) -> String {
    let address = written.trimmed
    guard !isAbsolute(address), let base, let from = URL(string: base) else { return address }
    guard !address.isEmpty else { return base }
    return URL(string: address, relativeTo: from)?.absoluteString ?? address
  }

  /// Whether it starts with a scheme.
  static func isAbsolute(_ address: String) -> Bool {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")),
      let first = address.utf8.first,
      (0x41...0x5A).contains(first & 0xDF)
    else { return false }
    return address.utf8[..<colon].allSatisfy {
      (0x41...0x5A).contains($0 & 0xDF) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D
        || $0 == 0x2E
    }
  }

  /// Whether it is an `http` or `https` address with a host.
  static func isWeb(_ address: String) -> Bool { host(of: address) != nil }

  /// The host of a web address in lower case, without `www.`, so that the two doors of a site count
  /// as one.
  static func host(of address: String) -> String? {
    guard let url = URL(string: address), let scheme = url.scheme?.lowercased(),
      scheme == "http" || scheme == "https", let host = url.host()?.lowercased(), !host.isEmpty
    else { return nil }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  static func path(of address: String) -> String? { URL(string: address)?.path() }

  /// Without what comes after `#`, and that.
  static func parts(of address: String) -> (page: String, fragment: String?) {
    guard let hash = address.firstIndex(of: "#") else { return (address, nil) }
    return (String(address[..<hash]), String(address[address.index(after: hash)...]).nonEmpty)
  }
}
