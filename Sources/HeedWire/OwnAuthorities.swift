public import HeedModel
import NIOSSL

/// Certificates of the organisation's own authorities, as a file of theirs holds them: trusted
/// beside the system's, so that a desk behind a company's proxy or firewall reaches the world and
/// the company's own servers.
public struct OwnAuthorities: Sendable, Hashable {
  /// When each of them ends, in the order of the file.
  public var ends: [Instant]

  /// - Parameter text: one certificate or several, as PEM.
  /// - Throws: when there is none in it, or one that cannot be read.
  public init(_ text: String) throws {
    ends = try Self.read(text).map { Instant(seconds: Int64($0.notValidAfter)) }
  }

  static func read(_ text: String) throws -> [NIOSSLCertificate] {
    let found = try NIOSSLCertificate.fromPEMBytes(Array(text.utf8))
    guard !found.isEmpty else { throw NIOSSLError.failedToLoadCertificate }
    return found
  }
}
