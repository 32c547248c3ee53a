/// An error that knows what of it may stand in a log: what kind of thing went wrong, and nothing that people said, no
/// address of theirs, no secret. Texts for the screen may hold all of these.
public protocol LogSafeError: Error {
  var logText: String { get }
}

/// What a log is told of an error.
public enum LogText {
  /// Errors that do not know how to speak to a log are told by their type alone.
  public static func of(_ error: any Error) -> String {
    (error as? any LogSafeError)?.logText ?? "\(type(of: error))"
  }

  /// A kind, and what stands behind it.
  public static func of(_ kind: String, cause: (any Error)?) -> String {
    cause.map { "\(kind) (\(of($0)))" } ?? kind
  }
}

extension Problem: LogSafeError {
  public var logText: String { LogText.of("problem \(code.rawValue)", cause: cause) }
}
