import HeedModel
import HeedNetwork

/// Why nothing was found at an address, for somebody who typed it: nothing was heard there before.
enum LookFault {
  static func told(_ error: NetworkError, at address: String) -> NetworkError {
    if let wire = error.cause as? WireError {
      return NetworkError(error.kind, wire.text, cause: wire)
    }
    guard let status = (error.cause as? AnswerStatus)?.code else { return error }
    let (kind, text): (NetworkError.Kind, Message) =
      switch status {
      case 404, 410: (.gone, "Nothing stands at \(address) (\(status)).")
      case 401, 402, 403, 407, 451:
        (
          .refused,
          """
          \(address) is not shown to this desk (\(status)). If the site has an open feed, type the address of that.
          """
        )
      case 429: (.rateLimited, "The site asks for patience. Try again in a while.")
      case 500...: (.temporary, "The site has a fault of its own (\(status)). Try again later.")
      default: (error.kind, "The site answers with \(status).")
      }
    return NetworkError(kind, text, retryAfter: error.retryAfter, cause: error.cause)
  }
}
