import HeedModel
import HeedNetwork

/// What goes wrong with mail servers, in words for people and in kinds that the desk acts on.
///
/// What a server says is shown cut and clean; it may be anything, and never holds what we sent.
enum MailFault {
  static func away(_ host: String, cause: (any Error)? = nil) -> NetworkError {
    NetworkError(
      .temporary, "The connection to \(host) was lost. The desk tries again by itself.",
      cause: cause)
  }

  static func senseless(_ host: String) -> NetworkError {
    NetworkError(
      .malformed, "What \(host) answers is no mail server's answer. Check the host and its port.")
  }

  static func plain(_ host: String) -> NetworkError {
    NetworkError(
      .refused,
      """
      \(host) offers no encrypted connection, so the password was not sent. Ask whoever runs it for TLS.
      """, certainlyNotSent: true)
  }

  static func noWayIn(_ host: String) -> NetworkError {
    NetworkError(
      .refused,
      """
      \(host) takes no password from programs. Perhaps it has to be permitted in the mailbox's settings, \
      or an app password made there.
      """, certainlyNotSent: true)
  }

  /// A `BYE` or `421`: it does not want us now.
  static func turnedAway(_ host: String, _ text: String) -> NetworkError {
    if Words.saysTooMany(text) { return rateLimited(host) }
    return NetworkError(
      .temporary, "\(host) ended the connection: “\(Words.shown(text))”. The desk tries again.")
  }

  static func rateLimited(_ host: String) -> NetworkError {
    NetworkError(
      .rateLimited, "\(host) asks for patience. The desk goes on in a minute.",
      retryAfter: .seconds(60))
  }

  /// The answer to a command that is not one of signing in.
  static func refused(_ host: String, _ answer: ImapResponse) -> NetworkError {
    let code = answer.code.uppercased()
    if answer.name == "BYE" { return turnedAway(host, answer.text) }
    if code.hasPrefix("LIMIT") || Words.saysTooMany(answer.text) { return rateLimited(host) }
    if code.hasPrefix("AUTHENTICATIONFAILED") || code.hasPrefix("EXPIRED") {
      return signedOut(host, answer.text)
    }
    if code.hasPrefix("NONEXISTENT") || code.hasPrefix("TRYCREATE") {
      return NetworkError(.gone, "This folder is not on \(host) any more.")
    }
    if code.hasPrefix("UNAVAILABLE") || code.hasPrefix("INUSE") || code.hasPrefix("SERVERBUG")
      || Words.saysPassing(answer.text)
    {
      return NetworkError(
        .temporary, "\(host) cannot do it at the moment: “\(Words.shown(answer.text))”.")
    }
    return NetworkError(.refused, "\(host) refuses: “\(Words.shown(answer.text))”.")
  }

  /// The answer to signing in. Only what clearly speaks of the right is a right withdrawn: by a code (RFC 5530), or in
  /// plain words where a server knows no codes. Whatever is not understood passes, or an outage would ask everybody for
  /// a new password.
  static func signIn(_ host: String, _ answer: ImapResponse) -> NetworkError {
    let code = answer.code.uppercased()
    if code.hasPrefix("AUTHENTICATIONFAILED") || code.hasPrefix("AUTHORIZATIONFAILED")
      || code.hasPrefix("EXPIRED")
    {
      return signedOut(host, answer.text)
    }
    if code.hasPrefix("LIMIT") || Words.saysTooMany(answer.text) { return rateLimited(host) }
    if code.hasPrefix("PRIVACYREQUIRED") { return plain(host) }
    let isPassing = ["UNAVAILABLE", "INUSE", "SERVERBUG", "CONTACTADMIN"].contains {
      code.hasPrefix($0)
    }
    if !isPassing, !Words.saysBusy(answer.text), Words.saysWrong(answer.text) {
      return signedOut(host, answer.text)
    }
    return NetworkError(
      .temporary,
      "\(host) lets nobody sign in at the moment: “\(Words.shown(answer.text))”.",
      certainlyNotSent: true)
  }

  static func signedOut(_ host: String, _ text: String) -> NetworkError {
    NetworkError(
      .signedOut,
      """
      \(host) does not take this name and password any more: “\(Words.shown(text))”. Sign in again with the \
      present one; many mailboxes want an app password here.
      """, certainlyNotSent: true)
  }

  /// Runs something on a connection, with what goes wrong there in our words.
  static func translating<T>(
    _ host: String, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> T
  ) async throws -> T {
    do {
      return try await body()
    } catch let error as WireError {
      throw of(error, host)
    } catch let fault as ImapFault {
      switch fault {
      case .ended: throw away(host, cause: fault)
      case .senseless: throw senseless(host)
      case .tooLong:
        throw NetworkError(
          .malformed, "\(host) sends more than any mail server should. The connection was closed.")
      }
    }
  }

  static func of(_ error: WireError, _ host: String) -> NetworkError {
    let kind: NetworkError.Kind =
      switch error.kind {
      case .forbidden, .untrusted: .refused
      case .unreachable, .timeout, .cut, .resting: .temporary
      case .tooLarge, .malformed: .malformed
      }
    return NetworkError(kind, error.text, certainlyNotSent: error.certainlyNotSent, cause: error)
  }

  /// Servers' own words.
  enum Words {
    static func shown(_ text: String) -> String { String(EnvelopeReader.line(text).prefix(200)) }

    static func saysTooMany(_ text: String) -> Bool {
      let lower = text.lowercased()
      return ["too many", "rate limit", "quota exceeded for", "throttl", "slow down"]
        .contains { lower.contains($0) }
    }

    static func saysPassing(_ text: String) -> Bool {
      let lower = text.lowercased()
      return [
        "tempor", "try again", "unavailable", "internal error", "system error", "timeout",
        "timed out", "overload",
      ]
      .contains { lower.contains($0) }
    }

    /// Of a refusal to sign in: it is the server's own state, or how often it was asked.
    static func saysBusy(_ text: String) -> Bool {
      let lower = text.lowercased()
      return saysTooMany(text) || saysPassing(text)
        || [
          "limit", "bandwidth", "maintenance", "exceeded", "busy", "later", "not available",
          "backend", "database", "connection", "lookup",
        ]
        .contains { lower.contains($0) }
    }

    /// Of a refusal to sign in: it speaks of the name and the password.
    static func saysWrong(_ text: String) -> Bool {
      let lower = text.lowercased()
      return [
        "credential", "password", "passwd", "invalid user", "unknown user", "user unknown",
        "login fail", "login incorrect", "login invalid", "invalid login", "login error",
        "authentication fail", "authenticate fail", "auth fail", "authorization fail",
        "not authenticated", "log in via your web browser", "web login required",
      ]
      .contains { lower.contains($0) }
    }
  }
}
