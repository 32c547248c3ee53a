import Crypto
import Foundation
import HeedModel

/// What a push says, closed so that only its browser can read it: https://www.rfc-editor.org/rfc/rfc8291 on the coding of
/// https://www.rfc-editor.org/rfc/rfc8188 (`aes128gcm`), in one record.
struct PushCipher {
  /// A point of P-256, uncompressed: 65 bytes.
  var browserKey: [UInt8]
  /// 16 bytes that only the browser and its senders know.
  var secret: [UInt8]

  static let recordSize = 4096
  /// RFC 8291, 4: a service has to take 4096 bytes, of which head, mark and tag are ours.
  static let mostBytes = recordSize - 86 - 17

  /// - Parameters:
  ///   - key: for this message alone.
  ///   - salt: 16 random bytes, for this message alone.
  /// - Throws: when the browser's key is no point of the curve, or the text is too long.
  func seal(_ text: [UInt8], key: P256.KeyAgreement.PrivateKey, salt: [UInt8]) throws -> [UInt8] {
    guard text.count <= Self.mostBytes, secret.count == 16, salt.count == 16 else {
      throw CryptoKitError.incorrectParameterSize
    }
    let theirs = try P256.KeyAgreement.PublicKey(x963Representation: browserKey)
    let ours = Array(key.publicKey.x963Representation)
    let shared = try key.sharedSecretFromKeyAgreement(with: theirs)
    // RFC 8291, 3.3 and 3.4.
    let material = shared.hkdfDerivedSymmetricKey(
      using: SHA256.self, salt: secret,
      sharedInfo: Array("WebPush: info".utf8) + [0] + browserKey + ours, outputByteCount: 32)
    // RFC 8188, 2.2 and 2.3.
    let content = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: material, salt: salt,
      info: Array("Content-Encoding: aes128gcm".utf8) + [0], outputByteCount: 16)
    let nonce = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: material, salt: salt, info: Array("Content-Encoding: nonce".utf8) + [0],
      outputByteCount: 12)
    let box = try AES.GCM.seal(
      // The mark of the last record.
      text + [2], using: content,
      nonce: try AES.GCM.Nonce(data: nonce.withUnsafeBytes { Array($0) }))
    let size = withUnsafeBytes(of: UInt32(Self.recordSize).bigEndian) { Array($0) }
    return salt + size + [UInt8(ours.count)] + ours + Array(box.ciphertext) + Array(box.tag)
  }
}

extension Randomness {
  /// A private key of P-256, from this randomness: nearly every 32 bytes are one.
  func agreementKey() -> P256.KeyAgreement.PrivateKey {
    while true {
      if let key = try? P256.KeyAgreement.PrivateKey(rawRepresentation: bytes(32)) { return key }
    }
  }

  func signingKey() -> P256.Signing.PrivateKey {
    while true {
      if let key = try? P256.Signing.PrivateKey(rawRepresentation: bytes(32)) { return key }
    }
  }
}
