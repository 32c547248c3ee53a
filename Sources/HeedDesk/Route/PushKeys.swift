import Crypto
import HeedModel
import HeedNetwork

extension Desk {
  static let pushKeyName = "push"

  /// The desk's own pair, which browsers are given when they subscribe; made at the first wish for it.
  func pushKey() async throws -> DeskKey {
    if let kept = try await record.read({ try $0.deskKey(Self.pushKeyName) }) { return kept }
    let fresh = randomness.signingKey()
    let key = DeskKey(
      name: Self.pushKeyName, publicKey: Array(fresh.publicKey.x963Representation),
      sealed: try vault.seal(
        Array(fresh.rawRepresentation), for: Owner.deskKey(Self.pushKeyName)))
    return try await record.write { try $0.insert(key) }
  }

  func pushVoucher() async throws -> PushVoucher {
    let kept = try await pushKey()
    let raw = try vault.open(kept.sealed, for: Owner.deskKey(kept.name))
    let contact = try await settings().contact
    let isMail = contact.contains("@") && !contact.contains(where: \.isWhitespace)
    return PushVoucher(
      key: try P256.Signing.PrivateKey(rawRepresentation: raw),
      contact: isMail ? "mailto:\(contact)" : address.base)
  }
}
