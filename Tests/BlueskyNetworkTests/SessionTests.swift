import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization
import Testing

@testable import BlueskyNetwork

/// What is kept for an account, as the desk keeps it.
final class Keeper: CredentialKeeping {
  private let state: Mutex<(kept: Credentials, writes: [Credentials])>
  /// So many more times nothing can be kept but marks.
  let faults = Mutex(0)
  init(_ kept: Credentials) { state = Mutex((kept, [])) }
  var kept: Credentials { state.withLock { $0.kept } }
  var writes: [Credentials] { state.withLock { $0.writes } }
  func current() async throws -> Credentials { kept }
  func replace(_ old: Credentials, by new: Credentials) async throws -> Credentials {
    let isFault = faults.withLock { left in
      guard left > 0, new["renewing"] == nil else { return false }
      left -= 1
      return true
    }
    if isFault { throw Problem(.unavailable, "The disk is full.") }
    return state.withLock { state in
      guard state.kept == old else { return state.kept }
      state.kept = new
      state.writes.append(new)
      return new
    }
  }
}

@Suite struct BlueskySessionTests {
  private func kept(_ far: AccountFixture) -> (account: AccountAccess, keeper: Keeper) {
    var account = far.access
    let keeper = Keeper(account.credentials)
    account.keeper = keeper
    return (account, keeper)
  }

  private func source(_ account: AccountAccess) -> ListeningSource {
    ListeningSource(id: ID(1), kind: "mentions", target: "", cursor: nil, account: account)
  }

  @Test func aTokenThatEndedIsExchangedOnceForAllWhoWait() async throws {
    let far = try await AccountFixture()
    let (account, keeper) = kept(far)
    far.double.endTokens()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<10 {
        group.addTask { _ = try await far.bluesky.listen(to: source(account)) }
      }
      try await group.waitForAll()
    }
    let exchanges = far.double.requests.filter { $0.address.hasSuffix("refreshSession") }
    #expect(exchanges.count == 1)
    #expect(keeper.kept["access"] != account.credentials["access"])
    #expect(keeper.kept["refresh"] != account.credentials["refresh"])
    #expect(keeper.kept["renewing"] == nil)
  }

  /// A spent token that is put back signs the account out at its next use.
  @Test(arguments: [1, 3]) func aTokenThatCannotBeKeptAtOnceIsNotLost(faults: Int) async throws {
    let far = try await AccountFixture()
    let (account, keeper) = kept(far)
    far.double.endTokens()
    keeper.faults.withLock { $0 = faults }
    _ = try await far.bluesky.listen(to: source(account))
    #expect(keeper.kept["refresh"] != account.credentials["refresh"])
    #expect(keeper.kept["renewing"] == nil)
    far.double.endTokens()
    _ = try await far.bluesky.listen(to: source(account))
    #expect(far.double.requests.filter { $0.address.hasSuffix("refreshSession") }.count == 2)
  }

  @Test func whatAnotherProcessExchangedIsTaken() async throws {
    let far = try await AccountFixture()
    let (account, keeper) = kept(far)
    far.double.endTokens()
    _ = try await far.bluesky.listen(to: source(account))
    let other = BlueskyNetwork(
      wire: BlueskyWire(far.double), clock: far.clock, randomness: SeededRandomness(seed: 2),
      jetstream: [])
    let writes = keeper.writes.count
    _ = try await other.listen(to: source(account))
    #expect(keeper.writes.count == writes)
  }

  @Test func whileAnotherProcessExchangesNobodyElseDoes() async throws {
    let far = try await AccountFixture()
    let (account, keeper) = kept(far)
    let until = (far.clock.now() + .seconds(30)).milliseconds
    _ = try await keeper.replace(
      keeper.kept, by: keeper.kept.with(["renewing": "\(until) abc"]))
    far.double.endTokens()
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.listen(to: source(account))
    }
    #expect(error?.kind == .temporary)
    #expect(error?.retryAfter != nil)
    #expect(!far.double.requests.contains { $0.address.hasSuffix("refreshSession") })
    // It ended in the midst of it: after a minute somebody else may.
    far.clock.advance(by: .seconds(61))
    _ = try await far.bluesky.listen(to: source(account))
  }

  @Test(arguments: [
    #"{"accessJwt":"","refreshJwt":"","did":"DID"}"#, #"{"did":"DID","accessJwt":"new"}"#,
    #"{"did":"did:plc:another","accessJwt":"a","refreshJwt":"b"}"#, "{}", "<html>",
  ])
  func aTokenIsNeverOverwrittenWithNothing(_ answer: String) async throws {
    let far = try await AccountFixture()
    let (account, keeper) = kept(far)
    let before = keeper.kept
    far.double.endTokens()
    far.double.fail(
      "/xrpc/com.atproto.server.refreshSession",
      .refusal(200, answer.replacing("DID", with: far.shop), headers: [:]))
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.listen(to: source(account))
    }
    #expect(error?.kind == .malformed)
    #expect(keeper.kept == before)
    _ = try await far.bluesky.listen(to: source(account))
  }

  @Test(arguments: [
    BlueskyDouble.Fault.refusal(503, "<html>", headers: [:]), .refusal(401, "<html>", headers: [:]),
    .refusal(500, #"{"error":"InternalServerError"}"#, headers: [:]),
    .refusal(429, #"{"error":"RateLimitExceeded"}"#, headers: ["Retry-After": "20"]), .cutBefore,
  ])
  func aFaultWhileExchangingIsNoRevokedRight(_ fault: BlueskyDouble.Fault) async throws {
    let far = try await AccountFixture()
    let (account, keeper) = kept(far)
    let before = keeper.kept
    far.double.endTokens()
    far.double.fail("/xrpc/com.atproto.server.refreshSession", fault)
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.listen(to: source(account))
    }
    #expect(error?.kind == .temporary || error?.kind == .rateLimited)
    #expect(keeper.kept == before)
    _ = try await far.bluesky.listen(to: source(account))
  }

  @Test func aRevokedPasswordEndsTheSignInWithItsCause() async throws {
    let far = try await AccountFixture()
    let (account, keeper) = kept(far)
    let before = keeper.kept
    far.double.revoke(far.shop)
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.listen(to: source(account))
    }
    #expect(error?.kind == .signedOut)
    #expect(error?.text.english.contains("app password was removed") == true)
    #expect(keeper.kept == before)
  }
}
