import CryptoExtras
import Foundation
import HeedModel
import HeedNetwork

/// Asks for a key on the forum's own page (https://meta.discourse.org/t/user-api-keys-specification/48536).
///
/// The desk makes a pair of RSA keys for this one sign-in. The forum encrypts the new key for it (PKCS #1, version 1.5)
/// and shows the outcome to be copied: redirects lead only to addresses that its administrators listed, which no desk
/// can count on.
struct KeyRequest: Sendable {
  static let path = "/user-api-key/new"
  /// Reading covers notices too; nothing there is marked as read.
  static let scopes = "read,write"

  /// The private key (PKCS #1, DER) in Base64, and a word that has to come back.
  let pair: String
  let nonce: String
  let page: String

  init(on server: PlaceServer, desk: DeskAddress, randomness: any Randomness) throws {
    let key = try _RSA.Encryption.PrivateKey(keySize: .bits2048)
    pair = key.derRepresentation.base64EncodedString()
    nonce = randomness.token(bytes: 16)
    let name = desk.base.range(of: "://").map { String(desk.base[$0.upperBound...]) } ?? desk.base
    // A new key takes the place of the one that the same program had; desks at home all have one address.
    let client = desk.isPublic ? "heed-\(name)" : "heed-" + randomness.token(bytes: 8)
    page =
      server.base + Self.path + "?"
      + WebQuery.encode([
        ("application_name", (desk.isPublic ? ["Heed", name] : ["Heed"]).joined(separator: " ")),
        ("client_id", client),
        ("scopes", Self.scopes), ("nonce", nonce),
        ("public_key", key.publicKey.pemRepresentation),
      ])
  }

  /// What somebody pasted: the forum's answer, opened, or a key as it is.
  /// - Throws: `NetworkError(.refused)` in words for whoever pasted it.
  static func key(in typed: String, _ notes: Credentials) throws -> String {
    let text = typed.filter { !$0.isWhitespace }
    guard text.utf8.count > longestKey, let pair = notes["pair"], let nonce = notes["nonce"] else {
      return text
    }
    guard let sealed = Data(base64Encoded: text), sealed.count == 256 else {
      throw NetworkError(
        .refused,
        "That is not the whole text. Begin again, and copy all that the forum shows.")
    }
    let opened = Data(base64Encoded: pair).flatMap {
      try? _RSA.Encryption.PrivateKey(derRepresentation: $0)
    }.flatMap { try? $0.decrypt(sealed, padding: ._WEAK_AND_INSECURE_PKCS_V1_5) }
    guard let opened, let told = try? JSONDecoder().decode(Told.self, from: opened),
      told.nonce == nonce
    else {
      throw NetworkError(
        .refused,
        """
        That text belongs to another sign-in. Begin again, open the forum's page from here, and \
        paste what it shows then.
        """)
    }
    return told.key
  }

  /// Keys have 32 or 64 signs; what is longer is the forum's answer.
  private static let longestKey = 128

  private struct Told: Decodable {
    var key: String
    var nonce: String

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      key = try fields.neededText("key")
      nonce = try fields.neededText("nonce")
    }
  }
}
