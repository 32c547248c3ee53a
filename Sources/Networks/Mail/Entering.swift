import HeedModel
import HeedNetwork

/// How a mailbox is opened: with a token that still holds, where tokens open it.
extension MailNetwork {
  /// An open mailbox. A token near its end is renewed before, one that is refused once, and then once more said to be
  /// refused.
  func enter(_ account: AccountAccess?) async throws -> (mailbox: Mailbox, client: ImapClient) {
    guard let given = account, TokenGrant(given.credentials) != nil else {
      let mailbox = try mailbox(account)
      return (mailbox, try await open(mailbox))
    }
    var access = given
    // Another pass may have renewed it since this one was begun.
    if let keeper = access.keeper { access.credentials = try await keeper.current() }
    if let ends = access.credentials.tokenEnds, ends - clock.now() < TokenGrant.early {
      access.credentials = try await renew(access)
    }
    do {
      let mailbox = try mailbox(access)
      return (mailbox, try await open(mailbox))
    } catch let error as NetworkError where error.kind == .signedOut {
      access.credentials = try await renew(access)
      let mailbox = try mailbox(access)
      return (mailbox, try await open(mailbox))
    }
  }

  /// Does something with an account's open mailbox, and leaves it.
  func with<T: Sendable>(
    _ account: AccountAccess?, _ body: (Mailbox, ImapClient) async throws -> T
  ) async throws -> T {
    let (mailbox, client) = try await enter(account)
    return try await client.leaving { try await body(mailbox, client) }
  }

  /// Puts a new token in the place of the old one, whole and in one step; whoever was quicker is followed.
  private func renew(_ account: AccountAccess) async throws -> Credentials {
    let old = account.credentials
    guard let grant = TokenGrant(old) else { return old }
    let new = old.with(try await grant.renewed(by: wire, now: clock.now()))
    guard let keeper = account.keeper else { return new }
    return try await keeper.replace(old, by: new)
  }
}
