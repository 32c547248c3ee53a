import HeedModel
import HeedNetwork

/// Accounts that move to another server: their document names the new one (https://atproto.com/guides/account-migration),
/// and no token of the old one is worth anything there.
extension BlueskyNetwork {
  /// What a refusal of an account's server means, once it is known whether the account is still there.
  /// - Returns: `signedOut`, with where it went, when it moved; else the error as it came.
  func followed(
    _ error: NetworkError, of account: AccountAccess, on server: String
  ) async -> NetworkError {
    guard Self.mayHaveMoved(error),
      let document = try? await identities.document(of: account.remoteID.rawValue),
      document.id == account.remoteID.rawValue, let now = document.server, now != server
    else { return error }
    return NetworkError(
      .signedOut,
      """
      This account moved from \(server) to \(now). Sign in again with its handle: what was said and heard stays.
      """, certainlyNotSent: error.certainlyNotSent, cause: error)
  }

  /// The old server no longer takes its tokens, says that it is switched off there, or is gone itself.
  private static func mayHaveMoved(_ error: NetworkError) -> Bool {
    if error.kind == .signedOut || error.cause is SwitchedOff { return true }
    return (error.cause as? WireError)?.kind == .unreachable
  }

  /// A server has switched an account off, by its owner's wish or not.
  struct SwitchedOff: Error {}
}
