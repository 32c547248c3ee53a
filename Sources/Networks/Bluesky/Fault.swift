import Foundation
import HeedModel
import HeedNetwork

/// What goes wrong, in the desk's words.
enum Fault {
  /// What a failure of the way out means here.
  static func of(_ error: any Error, host: String) -> any Error {
    guard let error = error as? WireError else {
      if error is CancellationError || error is NetworkError { return error }
      return NetworkError(.temporary, "\(host) could not be asked.", cause: error)
    }
    let text: Message =
      switch error.kind {
      case .forbidden: "The desk does not go to \(host): \(error.text)"
      case .unreachable: "\(host) cannot be reached. The desk tries again."
      case .timeout: "\(host) did not answer in time. The desk tries again."
      case .cut: "The connection to \(host) broke. The desk tries again."
      case .tooLarge: "\(host) sent more than the desk takes in."
      case .untrusted: "The certificate of \(host) is not good. Nothing was said to it."
      case .malformed: "\(host) did not tell what is said as a Jetstream server does."
      case .resting: "\(host) failed often. The desk waits a while before it asks again."
      }
    // A server that was told so by its configuration may be mended there alone.
    return NetworkError(
      error.kind == .forbidden ? .refused : .temporary, text,
      certainlyNotSent: error.certainlyNotSent,
      retryAfter: error.kind == .cut ? .seconds(5) : nil, cause: error)
  }

  /// What an XRPC server says when it refuses (https://atproto.com/specs/xrpc#error-responses).
  struct Complaint: Decodable {
    var error: String?
    var message: String?
  }

  static func complaint(_ response: WireResponse) -> Complaint? {
    try? JSONDecoder().decode(Complaint.self, from: Data(response.body))
  }

  /// The access token ended, or is not known: exchanging it may help.
  static func isTokenOver(_ response: WireResponse) -> Bool {
    let complaint = complaint(response)
    // A right that the token never had; exchanging it gives no greater one.
    if complaint?.message?.lowercased().contains("scope") == true { return false }
    switch (response.status, complaint?.error) {
    case (400, "ExpiredToken"?), (400, "InvalidToken"?), (401, "ExpiredToken"?),
      (401, "InvalidToken"?), (401, "AuthMissing"?), (401, "AuthenticationRequired"?),
      (401, "invalid_token"?), (403, "ExpiredToken"?):
      return true
    default:
      return response.status == 401
        && response.header("WWW-Authenticate")?.contains("invalid_token") == true
    }
  }

  /// What a status other than 2xx means. `certainlyNotSent` is true only where the server says that it refused before it
  /// did anything: with 5xx it may have done it all.
  static func of(
    _ response: WireResponse, server: String, hasAccount: Bool, now: Instant
  ) -> NetworkError {
    let complaint = complaint(response)
    let said = words(complaint).map { text -> Message in " It says: “\(text)”." } ?? ""
    switch (response.status, complaint?.error) {
    case (_, "AccountTakedown"?), (_, "AccountSuspended"?), (_, "AccountDeactivated"?):
      return NetworkError(
        .refused, "\(server) has switched this account off.\(said) Its owner can ask there why.",
        certainlyNotSent: true, cause: BlueskyNetwork.SwitchedOff())
    case (401, nil), (403, nil):
      // Not the API's own voice: a proxy, a page of maintenance.
      return NetworkError(
        .temporary, "\(server) refused without a reason. The desk tries again.",
        certainlyNotSent: true)
    case (404, nil) where complaint?.message == nil:
      return NetworkError(
        .temporary, "\(server) refused without a reason. The desk tries again.",
        certainlyNotSent: true, cause: PlaceFault.Unvoiced())
    case (401, _) where !hasAccount, (403, _) where !hasAccount:
      return NetworkError(
        .refused,
        "\(server) shows this only to people who sign in.\(said) Connect an account of this network.",
        certainlyNotSent: true)
    case (401, _), (403, _):
      return NetworkError(
        .refused, "\(server) does not allow this.\(said)", certainlyNotSent: true)
    case (404, _), (410, _), (_, "NotFound"?), (_, "RecordNotFound"?),
      (400, "InvalidRequest"?)
    where complaint?.message?.lowercased().hasPrefix("could not locate") == true:
      if complaint?.error == "MethodNotImplemented" || complaint?.error == "XRPCNotSupported" {
        return unsupported(server)
      }
      return NetworkError(.gone, "It is no longer on \(server).", certainlyNotSent: true)
    case (501, _), (405, _), (_, "MethodNotImplemented"?): return unsupported(server)
    case (429, _):
      return NetworkError(
        .rateLimited, "\(server) asks for fewer calls. The desk waits as long as it says.",
        certainlyNotSent: true, retryAfter: wait(response, now))
    case (413, _):
      return NetworkError(
        .refused, "\(server) takes nothing so large.\(said)", certainlyNotSent: true)
    case (408, _), (425, _):
      return NetworkError(.temporary, "\(server) is busy.\(said) The desk tries again.")
    case (300..<400, _):
      return NetworkError(
        .malformed,
        "\(server) leads elsewhere (\(response.status)). If the account moved, sign in again.")
    case (400..<500, _):
      return NetworkError(
        .refused, "\(server) does not take it.\(said)", certainlyNotSent: true)
    case (500..., _):
      return NetworkError(
        .temporary, "\(server) has a fault of its own (\(response.status)). The desk tries again.",
        retryAfter: response.header("Retry-After") == nil ? nil : wait(response, now))
    default:
      return NetworkError(
        .malformed, "\(server) answered in a way that the desk does not know (\(response.status)).")
    }
  }

  private static func unsupported(_ server: String) -> NetworkError {
    NetworkError(.unsupported, "\(server) cannot do this.", certainlyNotSent: true)
  }

  /// A server's own words, on one line and cut to what fits under a form.
  static func words(_ complaint: Complaint?) -> String? {
    guard let text = complaint?.message ?? complaint?.error, !text.isEmpty else { return nil }
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 200 ? line.prefix(199) + "…" : line
  }

  /// `Retry-After`, or `RateLimit-Reset`, a time of the server's clock, measured by it where it is told. Never at once, never longer than a day.
  static func wait(_ response: WireResponse, _ now: Instant) -> Duration {
    if let told = Patience.told(by: response, now: now) { return told }
    var wait = Duration.seconds(300)
    if let seconds = response.header("RateLimit-Reset").flatMap({ Int64($0) }),
      (0...253_402_300_799).contains(seconds)
    {
      // Some tell how many seconds are left.
      let theirs = Dates.header(response.header("Date")) ?? now
      wait = seconds < 1_000_000 ? .seconds(seconds) : Instant(seconds: seconds) - theirs
    }
    return min(max(wait, .seconds(1)), .hours(24))
  }
}
