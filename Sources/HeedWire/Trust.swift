import Foundation
import NIOSSL

/// The certificates that the desk trusts, read once and shared by all clients.
///
/// A TLS context that loads the system's roots by itself holds a copy of them, about a megabyte;
/// with shared ones it takes 160 KiB. There is a context for each host.
struct Trust: Sendable {
  let tls: TLSConfiguration
  private let sockets: Result<NIOSSLContext, any Error>
  /// For protocols that are not of the web: a server may refuse one that offers HTTP (RFC 7301).
  let mail: Result<NIOSSLContext, any Error>

  /// The one context of all WebSockets.
  var context: NIOSSLContext { get throws { try sockets.get() } }

  /// - Parameter own: PEM text of the organisation's own authorities.
  /// - Throws: when `own` holds no certificate.
  init(own: String) throws {
    self.init(adding: try OwnAuthorities.read(own))
  }

  init(adding own: [NIOSSLCertificate] = []) {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    tls.applicationProtocols = ["http/1.1"]
    let roots = Self.system
    if roots.isEmpty {
      tls.additionalTrustRoots = [.certificates(own)]
    } else {
      tls.trustRoots = .certificates(roots + own)
    }
    let finished = tls
    self.tls = finished
    sockets = Result { try NIOSSLContext(configuration: finished) }
    tls.applicationProtocols = []
    let plain = tls
    mail = Result { try NIOSSLContext(configuration: plain) }
  }

  private static let system: [NIOSSLCertificate] = {
    // Debian, Fedora, Alpine and SUSE.
    let files = [
      "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
      "/etc/ssl/cert.pem", "/etc/ssl/ca-bundle.pem",
    ]
    for file in files where FileManager.default.fileExists(atPath: file) {
      if let roots = try? NIOSSLCertificate.fromPEMFile(file), !roots.isEmpty { return roots }
    }
    return []
  }()
}
