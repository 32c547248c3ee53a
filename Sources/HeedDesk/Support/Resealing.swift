public import HeedModel
import HeedNetwork

/// What became of the stored secrets when the key changed.
public struct Resealed: Sendable, Equatable {
  /// How many are sealed with the new key by now.
  public var count = 0
  /// Whose opened with neither key: they were lost before, and stay as they are.
  public var closed: [String] = []

  public init(count: Int = 0, closed: [String] = []) {
    self.count = count
    self.closed = closed
  }
}

/// Seals every secret of the record with a new key, all in one transaction. Running it again changes nothing more.
public struct Resealing: Sendable {
  let old: Vault
  let new: Vault

  public init(from old: Vault, to new: Vault) {
    self.old = old
    self.new = new
  }

  public func run(
    _ record: any Record, clock: any DeskClock, randomness: any Randomness
  ) async throws -> Resealed {
    let happened = Event(id: randomness.id(at: clock.now()), kind: .keyRotated)
    return try await record.write { tx in
      var resealed = Resealed()
      for account in try tx.accounts() {
        guard let box = try tx.credentials(of: account.id), !box.isEmpty else { continue }
        let owner = Owner.account(account.id)
        if let fresh = try reseal(box, for: owner, &resealed) {
          try tx.setCredentials(fresh, of: account.id)
        }
      }
      for member in try tx.members() {
        guard var secrets = try tx.secrets(of: member.id), let box = secrets.sealedTOTPKey else {
          continue
        }
        if let fresh = try reseal(box, for: Owner.secondFactor(member.id), &resealed) {
          secrets.sealedTOTPKey = fresh
          try tx.update(secrets, of: member.id)
        }
      }
      for subscription in try tx.noteSubscriptions() {
        let owner = Owner.notes(subscription.id)
        if let fresh = try reseal(subscription.sealedSecret, for: owner, &resealed) {
          try tx.setSecret(fresh, of: subscription.id)
        }
      }
      if let box = try tx.deskSecret(DigestBook.secret),
        let fresh = try reseal(box, for: Owner.secret(DigestBook.secret), &resealed)
      {
        try tx.save(deskSecret: fresh, named: DigestBook.secret)
      }
      for var browser in try tx.allPushSubscriptions() {
        let owner = Owner.push(browser.placeHash)
        if let fresh = try reseal(browser.sealed, for: owner, &resealed) {
          browser.sealed = fresh
          try tx.save(browser)
        }
      }
      if var key = try tx.deskKey(Desk.pushKeyName),
        let fresh = try reseal(key.sealed, for: Owner.deskKey(key.name), &resealed)
      {
        key.sealed = fresh
        try tx.update(key)
      }
      try tx.append(happened)
      return resealed
    }
  }

  /// - Returns: the secret in its new box; `nil` when it is there already, or stays closed.
  private func reseal(_ box: [UInt8], for owner: String, _ resealed: inout Resealed) throws
    -> [UInt8]?
  {
    if (try? new.open(box, for: owner)) != nil {
      resealed.count += 1
      return nil
    }
    guard let secret = try? old.open(box, for: owner) else {
      resealed.closed.append(owner)
      return nil
    }
    resealed.count += 1
    return try new.seal(secret, for: owner)
  }
}

/// Whom a box belongs to: what it is bound to, so that a row's secret does not open in another row.
enum Owner {
  static func account(_ id: ID<Account>) -> String { "account:\(id)" }
  static func secondFactor(_ id: ID<Member>) -> String { "totp:\(id)" }
  static func secret(_ name: String) -> String { "secret:\(name)" }
  /// Of somebody outside, by the digest of their browser's token: over after half an hour, and not sealed anew.
  static func proof(_ tokenHash: [UInt8]) -> String { "proof:\(Digests.hex(tokenHash))" }
  static func notes(_ id: ID<NoteSubscription>) -> String { "notes:\(id)" }
  static func deskKey(_ name: String) -> String { "key:\(name)" }
  static func push(_ placeHash: [UInt8]) -> String { "push:\(Base64URL.text(placeHash))" }
}
