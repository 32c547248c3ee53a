import HeedModel
import HeedNetwork

/// What a failure of the way out means here.
enum Fault {
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
      retryAfter: error.kind == .cut ? .seconds(5) : nil, cause: error)
  }
}
