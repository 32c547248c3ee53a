package import HeedModel

/// What goes wrong with a place, in the desk's words.
package enum PlaceFault {
  /// A 404 that is not the API's own voice: a proxy's page, or a place that never had this address.
  package struct Unvoiced: Error {
    package init() {}
  }

  /// A 410: it was there, and was taken away for good (RFC 9110, 15.5.11).
  package struct Removed: Error {
    package var said: String?
  }

  /// A 403 in the API's own words.
  package struct Forbidden: Error {
    package var said: String
  }

  package static func of(_ error: WireError, at host: String) -> NetworkError {
    let kind: NetworkError.Kind
    let text: Message
    switch error.kind {
    case .forbidden:
      kind = .refused
      text = "The desk does not go to \(host): \(error.text)"
    case .unreachable:
      kind = .temporary
      text = "\(host) cannot be reached. The desk tries again."
    case .timeout:
      kind = .temporary
      text = "\(host) did not answer in time. The desk tries again."
    case .cut:
      kind = .temporary
      text = "The connection to \(host) broke. The desk tries again."
    case .tooLarge:
      kind = .malformed
      text = "\(host) sent more than the desk takes in."
    case .untrusted:
      kind = .temporary
      text = "The certificate of \(host) is not good. Nothing was said to it."
    case .malformed:
      kind = .malformed
      text = "\(host) did not answer as a web server does."
    case .resting:
      kind = .temporary
      text = "\(host) failed often. The desk waits a while before it asks again."
    }
    return NetworkError(kind, text, certainlyNotSent: error.certainlyNotSent, cause: error)
  }

  /// What a status other than 2xx means. `certainlyNotSent` is true only where a server says that it refused before it
  /// did anything: with 5xx it may have done it all.
  /// - Parameter hasRight: it was asked with somebody's right.
  package static func of(
    _ response: WireResponse, at host: String, hasRight: Bool, now: Instant
  ) -> NetworkError {
    let complaint = Complaints.text(of: response)
    let said = says(complaint)
    switch response.status {
    case 401 where !hasRight, 403 where !hasRight: return unseen(host, complaint)
    case 401 where complaint == nil && Complaints.code(of: response) == nil:
      // Not the API's own voice: a proxy, a maintenance page.
      return NetworkError(
        .temporary, "\(host) refused without a reason. The desk tries again.",
        certainlyNotSent: true)
    case 401: return signedOut(host, said)
    case 403:
      return NetworkError(
        .refused, "\(host) does not allow this.\(said)", certainlyNotSent: true,
        cause: Forbidden(said: complaint ?? ""))
    case 404 where complaint == nil && Complaints.code(of: response) == nil:
      // Somebody's page in the API's place: what stands behind it may be there.
      return NetworkError(
        .temporary, "\(host) refused without a reason. The desk tries again.",
        certainlyNotSent: true, cause: Unvoiced())
    case 404: return NetworkError(.gone, "It is no longer on \(host).", certainlyNotSent: true)
    case 410:
      return NetworkError(
        .gone, "It is no longer on \(host).", certainlyNotSent: true,
        cause: Removed(said: complaint))
    case 405, 501:
      return NetworkError(.unsupported, "\(host) cannot do this.", certainlyNotSent: true)
    case 429: return patience(response, at: host, now: now)
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

  /// What a place says of it by itself, to be put behind a sentence of ours.
  package static func says(_ complaint: String?) -> Message {
    complaint.map { " It says: “\(Complaints.shown($0))”." } ?? ""
  }

  package static func unseen(_ host: String, _ complaint: String?) -> NetworkError {
    NetworkError(
      .refused,
      """
      \(host) shows this only to people who sign in there.\(says(complaint)) \
      Sign in with an account there, or ask another server.
      """,
      certainlyNotSent: true)
  }

  package static func signedOut(_ host: String, _ said: Message = "") -> NetworkError {
    NetworkError(
      .signedOut, "\(host) no longer lets this account in.\(said) Sign in again.",
      certainlyNotSent: true)
  }

  package static func patience(
    _ response: WireResponse, at host: String, now: Instant
  ) -> NetworkError {
    NetworkError(
      .rateLimited, "\(host) asks for fewer calls. The desk waits as long as it says.",
      certainlyNotSent: true, retryAfter: Patience.asked(by: response, now: now))
  }
}

extension NetworkError {
  /// There may be nothing of the kind at that address at all: to be asked before an older way is tried.
  package var isOfNoSuchPath: Bool {
    kind == .gone || kind == .unsupported || cause is PlaceFault.Unvoiced
  }
}
