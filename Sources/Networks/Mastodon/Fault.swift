import Foundation
import HeedModel
import HeedNetwork

/// What goes wrong with a server, in the desk's words.
enum Fault {
  static func of(_ error: WireError, server: Server) -> NetworkError {
    PlaceFault.of(error, at: server.host)
  }

  /// What a status other than 2xx means. `certainlyNotSent` is true only where a server says that
  /// it refused before it did anything: with 5xx it may have done it all.
  static func of(
    _ response: WireResponse, server: Server, hasToken: Bool, now: Instant
  ) -> NetworkError {
    let complaint = try? JSONDecoder().decode(Complaint.self, from: Data(response.body))
    let said =
      complaint?.text.map { text -> Message in " It says: “\(Complaints.shown(text))”." } ?? ""
    let host = server.host
    switch response.status {
    case 401 where !hasToken, 403 where !hasToken, 422 where !hasToken:
      return NetworkError(
        .refused,
        """
        \(host) shows this only to people who sign in there.\(said) \
        Sign in with an account there, or ask another server.
        """,
        certainlyNotSent: true)
    case 401 where complaint?.text == nil:
      // Not the API's own voice: a proxy, a maintenance page.
      return NetworkError(
        .temporary, "\(host) refused without a reason. The desk tries again.",
        certainlyNotSent: true)
    case 401 where isAboutTheLogin(complaint), 403 where isAboutTheLogin(complaint):
      return NetworkError(
        .refused, "\(host) does not let this account act yet.\(said)", certainlyNotSent: true)
    case 401:
      return NetworkError(
        .signedOut, "\(host) no longer lets this account in.\(said) Sign in again.",
        certainlyNotSent: true)
    case 403 where isInvalidToken(response, complaint):
      return NetworkError(
        .signedOut, "\(host) no longer lets this account in.\(said) Sign in again.",
        certainlyNotSent: true)
    case 403:
      return NetworkError(.refused, "\(host) does not allow this.\(said)", certainlyNotSent: true)
    case 404, 410:
      return NetworkError(.gone, "It is no longer on \(host).", certainlyNotSent: true)
    case 405, 501:
      return NetworkError(.unsupported, "\(host) cannot do this.", certainlyNotSent: true)
    case 429:
      return NetworkError(
        .rateLimited, "\(host) asks for fewer calls. The desk waits as long as it says.",
        certainlyNotSent: true, retryAfter: Patience.asked(by: response, now: now))
    case 300..<400:
      // Never followed for writing, and for reading only without the account's right.
      return NetworkError(
        .malformed,
        "\(host) leads elsewhere (\(response.status)). If it moved, sign in at its new address.")
    case 409, 408, 425:
      return NetworkError(.temporary, "\(host) is busy.\(said) The desk tries again.")
    case 400..<500:
      return NetworkError(.refused, "\(host) does not take it.\(said)", certainlyNotSent: true)
    case 500...:
      return NetworkError(
        .temporary, "\(host) has a fault of its own (\(response.status)). The desk tries again.",
        retryAfter: response.header("Retry-After") == nil
          ? nil : Patience.asked(by: response, now: now))
    default:
      return NetworkError(
        .malformed, "\(host) answered in a way that the desk does not know (\(response.status)).")
    }
  }

  /// Mastodon refuses accounts that are unconfirmed, unapproved or disabled in one sentence each
  /// (https://docs.joinmastodon.org/methods/accounts/#403-forbidden).
  private static func isAboutTheLogin(_ complaint: Complaint?) -> Bool {
    let text = complaint?.text?.lowercased() ?? ""
    return ["pending", "confirm", "disabled", "approv", "locked", "moved", "suspended"].contains {
      text.contains($0)
    }
  }

  /// Pleroma says 403 and "Invalid credentials." where others say 401.
  private static func isInvalidToken(_ response: WireResponse, _ complaint: Complaint?) -> Bool {
    if response.header("WWW-Authenticate")?.contains("invalid_token") == true { return true }
    return complaint?.text?.lowercased().contains("invalid credentials") == true
  }
}
