/// Opens plain connections for protocols that are not of the web: mail.
///
/// Whoever implements it resolves the name, checks every address that it has, connects to one of those and resolves
/// nothing again; TLS verifies the name that was asked for.
public protocol Connecting: Sendable {
  /// - Parameters:
  ///   - host: a name or an address.
  ///   - isSecure: TLS from the first byte on; otherwise `secure` may follow.
  /// - Throws: `WireError`, with `certainlyNotSent`.
  func connect(to host: String, port: Int, isSecure: Bool) async throws -> any WireConnection
}

/// A connection to another host: bytes in both directions. One reader and one writer at a time.
public protocol WireConnection: Sendable {
  /// Whether what is written now is encrypted to the host that was asked for.
  var isSecure: Bool { get }

  /// What comes next; empty when the other side has ended.
  /// - Throws: `WireError(.timeout)` when nothing came within `limit`: the connection is still good and may be read
  ///   again. Any other error ends it.
  func read(within limit: Duration) async throws -> [UInt8]

  /// Hands bytes over to the connection; returns when the system has taken them.
  /// - Throws: `WireError`. Some of them may have left.
  func write(_ bytes: [UInt8], within limit: Duration) async throws

  /// Begins TLS on a plain connection, after both sides agreed on it.
  ///
  /// What came in plain before and was not read is thrown away: it could have been put there by somebody in between
  /// (CVE-2011-0411).
  func secure() async throws

  /// Ends it; doing so twice is harmless.
  func close()
}
