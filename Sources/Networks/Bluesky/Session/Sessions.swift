import HeedModel
import HeedNetwork

/// Exchanges tokens that ended, once for all who wait for it.
///
/// A refresh token may work only once (https://atproto.com/specs/oauth#tokens-and-session-lifetime): whoever exchanges it
/// marks the kept credentials first, in one step, so that no other process does it at the same time.
actor Sessions {
  /// Longer than any exchange takes; after a crash in the midst of one, the next waits so long.
  static let turn = Duration.seconds(60)

  private var running: [ID<Account>: Task<Credentials, any Error>] = [:]
  /// For accounts that nobody keeps credentials for: what they were exchanged for.
  private var held: [ID<Account>: Credentials] = [:]

  /// The credentials that follow those which a server no longer took.
  /// - Throws: `NetworkError`, `signedOut` only where the server said for certain that the sign-in is over.
  func renewed(
    after used: Credentials, of account: AccountAccess, clock: any DeskClock,
    randomness: any Randomness,
    exchange: @escaping @Sendable (Credentials) async throws -> Credentials
  ) async throws -> Credentials {
    while let task = running[account.id] {
      let new = try await task.value
      if new[Key.access] != used[Key.access] { return new }
      // Whoever began that had an older one: it brought no more than what just ended.
      if running[account.id] == task { running[account.id] = nil }
    }
    let kept = held[account.id]
    // It must come to its end whoever stops waiting: a token that was exchanged and not kept is lost.
    let task = Task {
      try await Self.renew(
        after: used, account.keeper ?? Held(kept ?? used), clock, randomness, exchange)
    }
    running[account.id] = task
    defer { if running[account.id] == task { running[account.id] = nil } }
    let new = try await task.value
    if account.keeper == nil { held[account.id] = new }
    return new
  }

  private static func renew(
    after used: Credentials, _ keeper: any CredentialKeeping, _ clock: any DeskClock,
    _ randomness: any Randomness, _ exchange: (Credentials) async throws -> Credentials
  ) async throws -> Credentials {
    let kept = try await keeper.current()
    if kept[Key.access] != used[Key.access] { return kept }
    if let until = kept[Key.renewing].flatMap(Self.instant), until > clock.now() {
      throw busy(until - clock.now())
    }
    let mark = "\((clock.now() + turn).milliseconds) \(randomness.token(bytes: 8))"
    let marked = kept.with([Key.renewing: mark])
    let now = try await keeper.replace(kept, by: marked)
    guard now == marked else {
      if now[Key.access] != used[Key.access] { return now }
      throw busy(.seconds(2))
    }
    let new: Credentials
    do {
      new = try await exchange(kept)
      guard let token = new[Key.access], !token.isEmpty, new[Key.refresh]?.isEmpty == false else {
        throw NetworkError(.malformed, "The server gave no new token. The old one is kept.")
      }
    } catch {
      _ = try? await keeper.replace(marked, by: kept.with([Key.renewing: nil]))
      throw error
    }
    // The old token is spent: it must never be put back, and the new one not be lost to a moment's fault.
    let whole = new.with([Key.renewing: nil])
    for _ in 0..<5 {
      if let now = try? await keeper.replace(marked, by: whole) { return now }
    }
    return try await keeper.replace(marked, by: whole)
  }

  private static func instant(_ mark: String) -> Instant? {
    mark.split(separator: " ").first.flatMap { Int64($0) }.map { Instant(milliseconds: $0) }
  }

  private static func busy(_ wait: Duration) -> NetworkError {
    NetworkError(
      .temporary, "The account's token is being renewed just now. The desk tries again.",
      certainlyNotSent: true, retryAfter: min(wait, .seconds(5)))
  }

  /// Keeps nothing longer than the exchange.
  private actor Held: CredentialKeeping {
    private var kept: Credentials
    init(_ kept: Credentials) { self.kept = kept }
    func current() -> Credentials { kept }
    func replace(_ old: Credentials, by new: Credentials) -> Credentials {
      if kept == old { kept = new }
      return kept
    }
  }
}
