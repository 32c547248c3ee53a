public import HeedModel

/// Why a network could not do it, for the desk to act on and a person to read.
public struct NetworkError: Error, Sendable, CustomStringConvertible {
  public enum Kind: String, Sendable {
    /// Try again later: the server is away, slow, or answers with a fault of its own.
    case temporary
    /// Too many calls; `retryAfter` says when.
    case rateLimited
    /// The right was withdrawn: only a new sign-in mends it. Never said for a temporary fault.
    case signedOut
    /// The server understood and refuses: the text says why.
    case refused
    /// It is not there (any more).
    case gone
    /// What came back makes no sense.
    case malformed
    /// The place cannot do this.
    case unsupported
  }

  public var kind: Kind
  /// Safe to show: what happened and what to do.
  public var text: Message
  /// For a failed send: true when not one byte of it can have been accepted.
  public var certainlyNotSent: Bool
  public var retryAfter: Duration?
  public var cause: (any Error)?

  public init(
    _ kind: Kind, _ text: Message, certainlyNotSent: Bool = false, retryAfter: Duration? = nil,
    cause: (any Error)? = nil
  ) {
    self.kind = kind
    self.text = text
    self.certainlyNotSent = certainlyNotSent
    self.retryAfter = retryAfter
    self.cause = cause
  }

  public var description: String { "\(kind.rawValue): \(text)" }
}

extension NetworkError: LogSafeError {
  /// Without its text, which may say what a server answered.
  public var logText: String { LogText.of("network \(kind.rawValue)", cause: cause) }
}
