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
      for box in try tx.sealedBoxes() {
        if let fresh = try reseal(box, &resealed) { try tx.put(fresh, inPlaceOf: box) }
      }
      try tx.append(happened)
      return resealed
    }
  }

  /// - Returns: the secret in its new box; `nil` when it is there already, or stays closed.
  private func reseal(_ box: SealedBox, _ resealed: inout Resealed) throws -> [UInt8]? {
    let owner = box.owner
    if (try? new.open(box.box, for: owner)) != nil {
      resealed.count += 1
      return nil
    }
    guard let secret = try? old.open(box.box, for: owner) else {
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
  static func proof(_ tokenHash: [UInt8]) -> String { "proof:\(Hex.text(tokenHash))" }
  static func notes(_ id: ID<NoteSubscription>) -> String { "notes:\(id)" }
  static func deskKey(_ name: String) -> String { "key:\(name)" }
  static func push(_ placeHash: [UInt8]) -> String { "push:\(Base64URL.text(placeHash))" }
}
