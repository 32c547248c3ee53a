import HeedModel
import HeedNetwork

/// Keeps what a network exchanged for an account, sealed, in the record.
struct AccountKeeper: CredentialKeeping {
  let record: any Record
  let vault: Vault
  let account: ID<Account>

  func current() async throws -> Credentials {
    try await record.read { try open($0) }
  }

  func replace(_ old: Credentials, by new: Credentials) async throws -> Credentials {
    try await record.write { tx in
      let kept = try open(tx)
      guard kept == old, kept != new, !new.all.isEmpty, !new.all.values.contains("") else {
        return kept
      }
      try tx.setCredentials(try vault.seal(new.all, for: Owner.account(account)), of: account)
      return new
    }
  }

  private func open(_ tx: any RecordReading) throws -> Credentials {
    guard let found = try tx.account(account), found.removedAt == nil,
      let sealed = try tx.credentials(of: account), !sealed.isEmpty
    else {
      throw NetworkError(.signedOut, "The account was removed. Connect it again to go on.")
    }
    return Credentials(try vault.openMap(sealed, for: Owner.account(account)))
  }
}
