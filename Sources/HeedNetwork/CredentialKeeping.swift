/// Where an account's credentials are kept, for networks whose tokens end and are exchanged for new ones.
///
/// Several processes may serve one record, and a token that is exchanged twice may cost the whole sign-in: so a new one
/// takes the place of the one that it was exchanged for, in one step, or nothing happens.
public protocol CredentialKeeping: Sendable {
  /// What is kept now: it may have been exchanged since the caller got its own.
  /// - Throws: `NetworkError`, `signedOut` where the account was removed meanwhile.
  func current() async throws -> Credentials

  /// Puts `new` in the place of `old`, durably. Nothing is written where something else than `old` is kept by now, and
  /// never a credential without words.
  /// - Returns: what is kept afterwards.
  func replace(_ old: Credentials, by new: Credentials) async throws -> Credentials
}
