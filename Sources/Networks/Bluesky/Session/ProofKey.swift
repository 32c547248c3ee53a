import Crypto
import Foundation
import HeedModel
import HeedNetwork

/// The key that an account's tokens are bound to: whoever finds a token alone can do nothing with it
/// (https://www.rfc-editor.org/rfc/rfc9449).
struct ProofKey: Sendable {
  private let key: P256.Signing.PrivateKey

  init() { key = P256.Signing.PrivateKey() }

  /// - Parameter text: as `text` gave it.
  init(_ text: String?) throws {
    guard let data = text.flatMap({ Data(base64Encoded: $0) }),
      let key = try? P256.Signing.PrivateKey(rawRepresentation: data)
    else {
      throw NetworkError(
        .signedOut, "The account's key is not there any more. Sign in again.",
        certainlyNotSent: true)
    }
    self.key = key
  }

  /// For the sealed credentials alone.
  var text: String { key.rawRepresentation.base64EncodedString() }

  /// A signed note that this request is ours: RFC 9449, section 4.2.
  /// - Parameters:
  ///   - address: query and fragment are left out of the proof.
  ///   - token: what the proof goes with; its hash is signed as well (section 7).
  func proof(
    method: String, address: String, nonce: String?, token: String?, id: String, at now: Instant
  ) throws -> String {
    // The form X9.63: one byte, then both coordinates of 32 bytes.
    let point = Array(key.publicKey.x963Representation.dropFirst())
    let header: [String: any Sendable] = [
      "typ": "dpop+jwt", "alg": "ES256",
      "jwk": [
        "kty": "EC", "crv": "P-256", "x": Base64URL.text(point.prefix(32)),
        "y": Base64URL.text(point.dropFirst(32)),
      ],
    ]
    var claims: [String: any Sendable] = [
      "jti": id, "htm": method, "htu": String(address.prefix { $0 != "?" && $0 != "#" }),
      "iat": now.milliseconds / 1_000,
    ]
    if let nonce { claims["nonce"] = nonce }
    if let token { claims["ath"] = Base64URL.text(SHA256.hash(data: Data(token.utf8))) }
    let signed = Base64URL.text(JSON.bytes(header)) + "." + Base64URL.text(JSON.bytes(claims))
    let signature = try key.signature(for: Data(signed.utf8))
    return signed + "." + Base64URL.text(signature.rawRepresentation)
  }
}
