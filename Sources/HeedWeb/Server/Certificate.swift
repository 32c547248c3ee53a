import Foundation
public import HeedModel
import NIOSSL

/// What the desk proves itself with over HTTPS: a chain of certificates, its own first, and the key to it.
public struct Certificate: Sendable {
  /// Where the two stand, in PEM.
  public struct Files: Sendable, Hashable {
    public var certificate: String
    public var key: String

    public init(certificate: String, key: String) {
      self.certificate = certificate
      self.key = key
    }
  }

  let chain: [NIOSSLCertificate]
  let key: NIOSSLPrivateKey
  public let startsAt: Instant
  public let endsAt: Instant

  /// Reads both files. A certificate whose time is over is read all the same: `fault(at:)` tells.
  /// - Throws: `Problem(.invalid)`, which says which file is wrong and what to do.
  public init(_ files: Files) throws {
    let chain = try Self.chain(Self.bytes(files.certificate), files.certificate)
    let key: NIOSSLPrivateKey
    do {
      key = try NIOSSLPrivateKey(bytes: Self.bytes(files.key), format: .pem)
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem(
        .invalid,
        "\(files.key) holds no key in PEM, or one that a passphrase locks. Give the key as it is, readable by heed alone.",
        cause: error)
    }
    self.chain = chain
    self.key = key
    startsAt = Instant(seconds: Int64(chain[0].notValidBefore))
    endsAt = Instant(seconds: Int64(chain[0].notValidAfter))
    do {
      _ = try NIOSSLContext(configuration: configuration)
    } catch {
      throw Problem(
        .invalid,
        "The key in \(files.key) does not belong to the certificate in \(files.certificate). The certificate of the desk itself must stand first in its file.",
        cause: error)
    }
  }

  /// Why browsers would refuse it at that time; `nil` when they would not.
  public func fault(at now: Instant) -> String? {
    if now >= endsAt { return "The certificate ended \(Self.days(now - endsAt)) ago. Renew it." }
    if now < startsAt {
      return "The certificate holds from a later time on. Set the machine's clock, or wait."
    }
    return nil
  }

  /// Whole days that are left; negative when it is over.
  public func daysLeft(at now: Instant) -> Int64 { (endsAt - now).milliseconds / 86_400_000 }

  var configuration: TLSConfiguration {
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    // Older versions are broken (RFC 8996).
    configuration.minimumTLSVersion = .tlsv12
    configuration.applicationProtocols = ["http/1.1"]
    return configuration
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw Problem(
        .invalid, "\(path) cannot be read. Let the user who runs heed read it, or mend the path.",
        cause: error)
    }
  }

  private static func chain(_ bytes: [UInt8], _ path: String) throws -> [NIOSSLCertificate] {
    let chain = (try? NIOSSLCertificate.fromPEMBytes(bytes)) ?? []
    guard !chain.isEmpty else {
      throw Problem(
        .invalid, "\(path) holds no certificate in PEM (-----BEGIN CERTIFICATE-----).")
    }
    return chain
  }

  private static func days(_ duration: Duration) -> String {
    let days = duration.milliseconds / 86_400_000
    return days == 1 ? "a day" : "\(days) days"
  }
}
