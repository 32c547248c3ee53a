import Crypto
import Foundation
import HeedModel
import HeedNetwork

/// Says to a push service who sends: VAPID, https://www.rfc-editor.org/rfc/rfc8292.
struct PushVoucher {
  var key: P256.Signing.PrivateKey
  /// `mailto:` or `https:`; whom a service writes to about trouble.
  var contact: String

  /// RFC 8292, 2: at most a day.
  static let life = Duration.hours(12)

  /// What stands in `Authorization`.
  /// - Parameter origin: of the service, `https://push.example`.
  func authorization(for origin: String, now: Instant) throws -> String {
    let claims: [String: Claim] = [
      "aud": .text(origin), "exp": .number((now + Self.life).milliseconds / 1000),
      "sub": .text(contact),
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let head = #"{"typ":"JWT","alg":"ES256"}"#
    let signed =
      Base64URL.text(head.utf8) + "." + Base64URL.text(Array(try encoder.encode(claims)))
    let signature = try key.signature(for: Data(signed.utf8)).rawRepresentation
    let token = signed + "." + Base64URL.text(Array(signature))
    return "vapid t=\(token), k=\(Base64URL.text(Array(key.publicKey.x963Representation)))"
  }

  private enum Claim: Encodable {
    case text(String)
    case number(Int64)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      }
    }
  }
}
