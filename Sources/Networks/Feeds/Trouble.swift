import HeedModel
import HeedNetwork

/// What the status of an answer was, behind the words for people.
struct AnswerStatus: Error, Sendable {
  var code: Int
}

extension FeedClient {
  /// What an answer that is no feed means, in words, and how long to leave the place alone. Where
  /// nothing is said of that, the listener's own pause holds: a minute, doubling to an hour.
  static func trouble(status: Int, headers: AnswerHeaders, at address: String) -> NetworkError {
    let kept: Message = "What was heard before is kept."
    let kind: NetworkError.Kind
    let text: Message
    var wait: Duration?
    switch status {
    case 410:
      kind = .gone
      text = "The site says that this feed is gone for good. \(kept) Take the source away."
      // Once more in a month, in case the site erred.
      wait = .days(30)
    case 404:
      kind = .temporary
      text =
        """
        The site finds nothing at \(address). \(kept) It is asked again; if it stays so, look for \
        the feed's new address.
        """
      wait = .hours(1)
    case 408, 421, 423, 425:
      kind = .temporary
      text = "The site was not ready (\(status)). \(kept) It is asked again."
    case 429:
      kind = .rateLimited
      text = "The site asks for patience. \(kept) It is asked again later."
    case 401, 407:
      kind = .refused
      text =
        """
        The site shows this feed only to those who sign in (\(status)), and this desk does not. \
        \(kept) Ask its owner for a feed that is open, or take the source away.
        """
      wait = .hours(6)
    case 402, 403, 451:
      kind = .refused
      text =
        """
        The site does not let this desk read the feed (\(status)). \(kept) Ask its owner, or take \
        the source away.
        """
      wait = .hours(6)
    case 500...:
      kind = .temporary
      text = "The site has a fault of its own (\(status)). \(kept) It is asked again."
    default:
      kind = .refused
      text = "The site answers with \(status), not with a feed. \(kept) Check the address."
      wait = .hours(1)
    }
    return NetworkError(
      kind, text, retryAfter: headers.retryAfter ?? wait, cause: AnswerStatus(code: status))
  }

  static func trouble(_ error: WireError, at address: String) -> NetworkError {
    let kind: NetworkError.Kind
    switch error.kind {
    case .forbidden, .tooLarge, .untrusted: kind = .refused
    case .malformed: kind = .malformed
    case .unreachable, .timeout, .cut, .resting: kind = .temporary
    }
    return NetworkError(
      kind, "\(error.text) What was heard before is kept.",
      certainlyNotSent: error.certainlyNotSent, cause: error)
  }
}

extension NetworkError {
  /// Nothing stands at the address any more, whatever else the site has.
  var isOfALostAddress: Bool {
    let code = (cause as? AnswerStatus)?.code
    return code == 404 || code == 410
  }
}
