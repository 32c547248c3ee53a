import HTTPTypes
import HeedDesk
import HeedModel

/// What stands before every action that changes something: the session's own token in the form, and an origin that is
/// this desk. Either alone stops a foreign page from acting in a member's name; together they also stop mistakes.
enum Guard {
  /// Ties the token to the cookie that came along, without giving the cookie away.
  static func token(for cookie: String) -> String {
    Vault.hash("form:" + cookie).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  static func admits(_ call: Call, cookie: String?, host: String?) -> Bool {
    guard let cookie, !cookie.isEmpty, sameOrigin(call.headers, host: host) else { return false }
    return sameTime(call.form[.csrf], token(for: cookie))
  }

  /// Browsers say where a form came from; those that say nothing still need the token.
  static func sameOrigin(_ headers: HTTPFields, host: String?) -> Bool {
    if let site = headers[.secFetchSite], site != "same-origin" && site != "none" { return false }
    guard let origin = headers[.origin] else { return true }
    guard let host, let mark = origin.firstRange(of: "://") else { return false }
    return origin[mark.upperBound...].lowercased() == host.lowercased()
  }

  private static func sameTime(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension HTTPField.Name {
  /// The name is a valid one, so that it always exists.
  static let secFetchSite = Self("Sec-Fetch-Site") ?? .origin
}
