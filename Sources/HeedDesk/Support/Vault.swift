import Crypto
import Foundation
public import HeedModel

/// Seals what must not lie open in the database: AES-256-GCM with a key that is kept outside it.
///
/// Each box is bound to its owner by associated data, so that a row's secret copied into another row does not open.
public struct Vault: Sendable {
  private let key: SymmetricKey

  /// - Parameter key: 32 bytes.
  public init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

  /// Nonce, ciphertext and tag in one.
  public func seal(_ secret: [UInt8], for owner: String) throws -> [UInt8] {
    let box = try AES.GCM.seal(secret, using: key, authenticating: Array(owner.utf8))
    // The default nonce is twelve bytes, for which a combined form always exists.
    return Array(box.combined ?? Data())
  }

  /// - Throws: `VaultError` when the key or the owner is another, or the box was changed.
  public func open(_ box: [UInt8], for owner: String) throws -> [UInt8] {
    do {
      let sealed = try AES.GCM.SealedBox(combined: box)
      return Array(try AES.GCM.open(sealed, using: key, authenticating: Array(owner.utf8)))
    } catch {
      throw VaultError(cause: error)
    }
  }

  /// SHA-256: what the record keeps of a token.
  public static func hash(_ token: String) -> [UInt8] {
    Array(SHA256.hash(data: Array(token.utf8)))
  }
}

/// A sealed secret did not open.
public struct VaultError: Error, Sendable {
  public let cause: any Error
}

extension Vault {
  /// A map of short texts, sealed: credentials, the notes of a sign-in.
  func seal(_ values: [String: String], for owner: String) throws -> [UInt8] {
    try seal(Array(JSONEncoder().encode(values)), for: owner)
  }

  func openMap(_ box: [UInt8], for owner: String) throws -> [String: String] {
    try JSONDecoder().decode([String: String].self, from: Data(open(box, for: owner)))
  }
}

extension VaultError: LogSafeError {
  public var logText: String { "vault" }
}
