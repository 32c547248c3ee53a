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
    !secret.isEmpty && ConstantTime.isEqual(token.utf8, self.token(for: secret).utf8)
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
}

extension HTTPField.Name {
  /// Sent by the scripts when a page looks at itself again.
  static let lastEventID = Self("Last-Event-ID") ?? .origin
  static let heedLook = Self("X-Heed-Look") ?? .origin
  /// The name is a valid one, so that it always exists.
  static let secFetchSite = Self("Sec-Fetch-Site") ?? .origin
}
