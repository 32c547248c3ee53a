/// What went wrong, in a form that can be shown: a code, a text safe to show, and a cause for the log.
public struct Problem: Error, Sendable, CustomStringConvertible {
  /// Mapped to HTTP once, in HeedWeb.
  public enum Code: String, Sendable {
    /// What was given does not fit; the text says what to change.
    case invalid
    /// Nobody is signed in, or the session is over.
    case signedOut
    /// Signed in, but not allowed.
    case forbidden
    case notFound
    /// Somebody else was first; the text says who, and that nothing was lost.
    case conflict
    /// Too many tries; the text says how long to wait.
    case tooMany
    /// Something outside did not answer.
    case unavailable
    /// Our own fault.
    case broken
  }

  public var code: Code
  /// Said to the person at the screen: what happened, what was kept, what to do.
  public var text: Message
  /// The field of the form that it concerns.
  public var field: String?
  /// For the log only.
  public var cause: (any Error)?

  public init(_ code: Code, _ text: Message, field: String? = nil, cause: (any Error)? = nil) {
    self.code = code
    self.text = text
    self.field = field
    self.cause = cause
  }

  public var description: String {
    cause.map { "\(code.rawValue): \(text) (\($0))" } ?? "\(code.rawValue): \(text)"
  }
}
