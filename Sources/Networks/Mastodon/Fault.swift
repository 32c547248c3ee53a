import Foundation
import HeedModel
import HeedNetwork

/// What goes wrong with a server, in the desk's words.
enum Fault {
  static func of(_ error: WireError, server: Server) -> NetworkError {
    PlaceFault.of(error, at: server.host)
  }

  /// What a status other than 2xx means: as anywhere, but for what servers of this kind say in their own ways.
  static func of(
    _ response: WireResponse, server: Server, hasToken: Bool, now: Instant
  ) -> NetworkError {
    let complaint = Complaints.text(of: response)
    let host = server.host
    switch response.status {
    case 422 where !hasToken: return PlaceFault.unseen(host, complaint)
    case 401 where hasToken && isAboutTheLogin(complaint),
      403 where hasToken && isAboutTheLogin(complaint):
      return NetworkError(
        .refused, "\(host) does not let this account act yet.\(PlaceFault.says(complaint))",
        certainlyNotSent: true)
    case 403 where hasToken && isInvalidToken(response, complaint):
      return PlaceFault.signedOut(host, PlaceFault.says(complaint))
    default: return PlaceFault.of(response, at: host, hasRight: hasToken, now: now)
    }
  }

  /// Mastodon refuses accounts that are unconfirmed, unapproved or disabled in one sentence each
  /// (https://docs.joinmastodon.org/methods/accounts/#403-forbidden).
  private static func isAboutTheLogin(_ complaint: String?) -> Bool {
    let text = complaint?.lowercased() ?? ""
    return ["pending", "confirm", "disabled", "approv", "locked", "moved", "suspended"].contains {
      text.contains($0)
    }
  }

  /// Pleroma says 403 and "Invalid credentials." where others say 401.
  private static func isInvalidToken(_ response: WireResponse, _ complaint: String?) -> Bool {
    if response.header("WWW-Authenticate")?.contains("invalid_token") == true { return true }
    return complaint?.lowercased().contains("invalid credentials") == true
  }
}
