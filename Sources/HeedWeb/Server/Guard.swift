import HTTPTypes
import HeedDesk
import HeedModel

/// What stands before every action that changes something: the session's own token in the form, and an origin that is
/// this desk. Either alone stops a foreign page from acting in a member's name; together they also stop mistakes.
enum Guard {
  /// Ties the token to the cookie that came along, without giving the cookie away.
  static func token(for secret: String) -> String { Hex.text(Vault.hash("form:" + secret)) }

  /// - Parameters:
  ///   - token: what the form brought.
  ///   - secret: the cookie that it must fit; empty when none came.
  static func holds(_ token: String, secret: String) -> Bool {
    !secret.isEmpty && sameTime(token, self.token(for: secret))
  }

  /// Browsers say where a form came from; those that say nothing still need the token.
  /// - Parameters:
  ///   - base: the desk's configured address, for proxies that put their own name into `Host`.
  ///   - isSecure: then a page of the same name without TLS, which anybody on the way can write, is a foreign one.
  static func sameOrigin(
    _ headers: HTTPFields, host: String?, base: String, isSecure: Bool
  ) -> Bool {
    if let site = headers[.secFetchSite], site != "same-origin" && site != "none" { return false }
    guard let origin = headers[.origin]?.lowercased() else { return true }
    guard let mark = origin.firstRange(of: "://") else { return false }
    if isSecure, origin[..<mark.lowerBound] != "https" { return false }
    let base = base.lowercased()
    if origin == base || base.hasPrefix(origin + "/") { return true }
    return origin[mark.upperBound...] == host?.lowercased() ?? ""
  }

  /// In the same time wherever they differ: the time of an answer must not spell out the token.
  private static func sameTime(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension HTTPField.Name {
  /// Sent by the scripts when a page looks at itself again.
  static let heedLook = Self("X-Heed-Look") ?? .origin
  /// The name is a valid one, so that it always exists.
  static let secFetchSite = Self("Sec-Fetch-Site") ?? .origin
}
