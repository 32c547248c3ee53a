import Foundation
import HeedModel
import HeedNetwork

/// What WordPress called its refusal, behind the words for people.
struct Refusal: Error, Sendable, CustomStringConvertible {
  var code: String
  var description: String { code }
}

/// Turns what went wrong into what the desk acts on.
enum Fault {
  /// Codes of `wp_authenticate_application_password` and its neighbours.
  private static let passwords: Set<String> = [
    "incorrect_password", "invalid_username", "invalid_email", "invalidcombo",
    "application_passwords_disabled", "application_passwords_disabled_for_user",
    "rest_not_logged_in",
  ]

  static func of(_ response: WireResponse, _ site: Site, hasKey: Bool) -> NetworkError {
    let complaint = try? JSONDecoder().decode(Complaint.self, from: Data(response.body))
    let code = complaint?.code ?? ""
    func error(
      _ kind: NetworkError.Kind, _ text: Message, sure: Bool = true, after: Duration? = nil
    ) -> NetworkError {
      NetworkError(
        kind, text, certainlyNotSent: sure, retryAfter: after, cause: Refusal(code: code))
    }
    let host = site.host
    let said: Message = complaint?.message.map { " It says: \(shown($0))" } ?? ""
    switch response.status {
    case 401 where hasKey && passwords.contains(code):
      return error(
        .signedOut,
        """
        \(host) does not take this account's application password any more. Make a new one there \
        and sign in again.
        """)
    case 401 where complaint == nil, 403 where complaint == nil, 404 where complaint == nil, 407:
      return error(
        .temporary,
        """
        Something in front of \(host) keeps the desk out (\(response.status)): a firewall or a \
        password of the server. The desk tries again; ask whoever runs the site to let it in.
        """)
    case 401, 403: return error(.refused, "\(host) does not allow that to this account.\(said)")
    case 404 where code == "rest_no_route":
      return error(.unsupported, "\(host) has no comments by WordPress's interface.")
    case 404, 410: return error(.gone, "It is no longer on \(host).")
    case 409 where code == "comment_duplicate":
      return error(.refused, "\(host) has these very words there already, from this account.")
    case 429:
      return error(
        .rateLimited, "\(host) asks for fewer calls. The desk waits as long as it says.",
        after: wait(response))
    case 400, 405..<500: return error(.refused, "\(host) does not take it.\(said)")
    case 500...:
      return error(
        .temporary, "\(host) has a fault of its own (\(response.status)). The desk tries again.",
        sure: false, after: response.header("retry-after") == nil ? nil : wait(response))
    default:
      return error(
        .malformed, "\(host) answered in a way that the desk does not know (\(response.status)).",
        sure: false)
    }
  }

  static func of(_ error: WireError, _ site: Site) -> NetworkError {
    let kind: NetworkError.Kind =
      switch error.kind {
      case .forbidden, .tooLarge: .refused
      case .malformed: .malformed
      // A certificate that ended is renewed.
      case .untrusted, .unreachable, .timeout, .cut, .resting: .temporary
      }
    return NetworkError(kind, error.text, certainlyNotSent: error.certainlyNotSent, cause: error)
  }

  private static func wait(_ response: WireResponse) -> Duration {
    // WordPress's own guard against floods holds for 15 seconds and does not say so.
    Patience.told(by: response) ?? .seconds(15)
  }

  private static func shown(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      .replacing(#/<[^>]*>/#, with: "")
    return line.count > 200 ? line.prefix(199) + "…" : line
  }
}
