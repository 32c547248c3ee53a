import Crypto
import Foundation
public import HeedModel
import HeedNetwork

/// What a browser says when it takes pushes: https://www.w3.org/TR/push-api/#pushsubscription-interface
public struct PushPlace: Sendable, Hashable {
  /// An address of its push service.
  public var endpoint: String
  /// Both in base64url.
  public var key: String
  public var secret: String

  public init(endpoint: String, key: String, secret: String) {
    self.endpoint = endpoint
    self.key = key
    self.secret = secret
  }
}

extension Desk {
  static let mostBrowsers = 20

  /// From now on this browser is told, while it is signed in. Saying so again is harmless.
  /// - Parameter isReminder: the browser only says that it is still the same one, after a new sign-in: nothing new
  ///   begins, least of all for somebody else.
  public func subscribe(
    _ place: PushPlace, session: Session, isReminder: Bool, by viewer: Viewer
  ) async throws {
    guard place.endpoint.utf8.count <= 2000, let address = URL(string: place.endpoint),
      address.scheme == "https", address.host?.isEmpty == false, address.user == nil,
      let key = Base64URL.bytes(place.key), let secret = Base64URL.bytes(place.secret),
      secret.count == 16, (try? P256.KeyAgreement.PublicKey(x963Representation: key)) != nil
    else {
      throw Problem(.invalid, "This browser gave no address that pushes can go to.")
    }
    let hash = Vault.hash(place.endpoint)
    let id = newID(PushSubscription.self)
    let now = clock.now()
    let sealed = try vault.seal(
      ["endpoint": place.endpoint, "key": place.key, "secret": place.secret],
      for: Owner.push(hash))
    let happened = event(.memberChanged, by: viewer.member, subject: viewer.member.value)
    try await record.write { tx in
      let known = try tx.pushSubscription(placeHash: hash)
      if isReminder, known?.member != viewer.member || known?.session == session.id { return }
      if known?.member != viewer.member {
        guard try tx.pushSubscriptions(of: viewer.member, now: now).count < Self.mostBrowsers else {
          throw Problem(
            .conflict, "Twenty browsers are told already. Take one of them off the list first.")
        }
      }
      if let known { try tx.delete(known.id) }
      try tx.save(
        PushSubscription(
          id: id, member: viewer.member, session: session.id, placeHash: hash, sealed: sealed,
          device: session.device, addedAt: now))
      if !isReminder { try tx.append(happened) }
    }
  }

  /// One's own.
  public func unsubscribe(_ id: ID<PushSubscription>, by viewer: Viewer) async throws {
    let happened = event(.memberChanged, by: viewer.member, subject: viewer.member.value)
    try await record.write { tx in
      guard let known = try tx.pushSubscription(id), known.member == viewer.member else {
        throw Problem(.notFound, "This browser is told nothing any more.")
      }
      try tx.delete(id)
      try tx.append(happened)
    }
  }
}
