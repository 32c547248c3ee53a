/// Finds the addresses of a name. Tests bring their own.
public protocol NameResolver: Sendable {
  /// - Throws: `ResolvingFault` when the name is unknown or nobody answers in time.
  func addresses(of name: String, within limit: Duration) async throws -> [IPAddress]
}

public enum ResolvingFault: Error, Sendable { case unknown, timeout }
