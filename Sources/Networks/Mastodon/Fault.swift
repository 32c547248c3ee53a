import Foundation
import HeedModel
import HeedNetwork

/// What goes wrong with a server, in the desk's words.
enum Fault {
  static func of(_ error: WireError, server: Server) -> NetworkError {
    let kind: NetworkError.Kind
    let text: Message
    switch error.kind {
    case .forbidden:
      kind = .refused
      text = "The desk does not go to \(server.host): \(error.text)"
    case .unreachable:
      kind = .temporary
      text = "\(server.host) cannot be reached. The desk tries again."
    case .timeout:
      kind = .temporary
      text = "\(server.host) did not answer in time. The desk tries again."
    case .cut:
      kind = .temporary
      text = "The connection to \(server.host) broke. The desk tries again."
    case .tooLarge:
      kind = .malformed
      text = "\(server.host) sent more than the desk takes in."
    case .untrusted:
      kind = .temporary
      text = "The certificate of \(server.host) is not good. Nothing was said to it."
    case .malformed:
      kind = .malformed
      text = "\(server.host) did not answer as a web server does."
    case .resting:
      kind = .temporary
      text = "\(server.host) failed often. The desk waits a while before it asks again."
    }
    return NetworkError(kind, text, certainlyNotSent: error.certainlyNotSent, cause: error)
  }

  /// What a status other than 2xx means. `certainlyNotSent` is true only where a server says that
  /// it refused before it did anything: with 5xx it may have done it all.
  static func of(
    _ response: WireResponse, server: Server, hasToken: Bool, now: Instant
  ) -> NetworkError {
    let complaint = try? JSONDecoder().decode(Complaint.self, from: Data(response.body))
    let said = complaint?.text.map { text -> Message in " It says: “\(shown(text))”." } ?? ""
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
        certainlyNotSent: true, retryAfter: wait(response, now))
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
        retryAfter: response.header("Retry-After") == nil ? nil : wait(response, now))
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

  /// `Retry-After` in seconds or as a date, or `X-RateLimit-Reset`, measured by the server's own
  /// clock where it tells one.
  private static func wait(_ response: WireResponse, _ now: Instant) -> Duration {
    let theirs = Dates.header(response.header("Date")) ?? now
    if let text = response.header("Retry-After")?.trimmed {
      if let seconds = Double(text), seconds.isFinite {
        return .seconds(Int64(min(max(seconds.rounded(.up), 1), 86400)))
      }
      if let at = Dates.header(text) ?? Dates.instant(text) { return sane(at - theirs) }
    }
    if let text = response.header("X-RateLimit-Reset") {
      if let at = Dates.instant(text) { return sane(at - theirs) }
      // Some tell how many seconds are left.
      if let seconds = Int64(text), (0...86400).contains(seconds) {
        return .seconds(max(seconds, 1))
      }
    }
    return .seconds(300)
  }

  /// Never at once, and never longer than a day, whatever a server's clock says.
  private static func sane(_ wait: Duration) -> Duration {
    min(max(wait, .seconds(1)), .days(1))
  }

  /// A server's own words, cut to what fits under a form.
  private static func shown(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 200 ? line.prefix(199) + "…" : line
  }
}
