import GitHubNetwork
import HeedModel
import HeedNetwork
import HeedReading
import HeedTesting
import Synchronization
import Testing

@testable import HeedDesk

/// Looking again leaves a place's calls to hearing.
@Suite struct RecheckBudgetTests {
  /// Counts calls by the hour, as GitHub does with those that nobody signed.
  private final class Allowance: Sendable {
    private let calls = Mutex<[Int64: Int]>([:])
    let refused = Mutex(0)

    /// - Returns: whether the call is within this hour's sixty.
    func takes(at now: Instant) -> Bool {
      let isWithin = calls.withLock { calls in
        calls[now.milliseconds / 3_600_000, default: 0] += 1
        return calls[now.milliseconds / 3_600_000, default: 0] <= 60
      }
      if !isWithin { refused.withLock { $0 += 1 } }
      return isWithin
    }
  }

  @Test func aHundredPostsAndSixtyCallsAnHourNeverRefuseHearing() async throws {
    let test = try await TestDesk()
    let (clock, far, allowance) = (test.clock, GitHubDouble(clock: test.clock), Allowance())
    let wire = DoubleWire { request in
      guard allowance.takes(at: clock.now()) else {
        return WireResponse(
          status: 403, headers: [("X-RateLimit-Remaining", "0")],
          body: Array(#"{"message":"API rate limit exceeded"}"#.utf8), address: request.address)
      }
      return far.answer(request)
    }
    let github = GitHubNetwork(wire: wire, clock: clock)
    let desk = Desk(
      record: test.store, networks: Networks([github]), reader: PlainReader(),
      vault: Vault(key: Array(repeating: 7, count: 32)), uploads: MemoryUploads(), clock: clock,
      randomness: SeededRandomness(seed: 9),
      address: DeskAddress(base: "https://desk.example", isPublic: true), logger: TestDesk.quiet,
      passwordCost: .least)
    let id = try await desk.add(
      Offer(
        network: github.name, kind: "repository", target: far.repository, name: "Shop", asks: "",
        can: ""), by: test.lead)
    let top = far.open("All about bells.")
    let comments = (1..<50).map { far.say("Word \($0).", on: top) }
    func hear() async throws {
      let known = try await test.store.read { try $0.source(id) }
      let source = try #require(known)
      let heard = try await github.listen(
        to: ListeningSource(
          id: source.id, kind: source.kind, target: source.target, cursor: source.cursor))
      try await desk.takeIn([Batch(source: source, heard: heard)])
    }
    try await hear()
    // Fifty at a time are taken of what was there before.
    clock.advance(by: .minutes(5))
    let more = (50..<100).map { far.say("Word \($0).", on: top) }
    try await hear()
    let rechecker = Rechecker(desk: desk)
    far.change(comments[3]) { $0.isDeleted = true }
    far.change(more[40]) { $0.isDeleted = true }
    for _ in 0..<(26 * 12) {
      clock.advance(by: .minutes(5))
      await rechecker.lookAgain()
      try await hear()
    }
    #expect(allowance.refused.withLock { $0 } == 0)
    let gone = try await test.store.read { tx in
      try tx.posts(github.name, remoteIDs: [comments[3], more[40]].map { RemoteID(far.page($0)) })
    }
    #expect(gone.count == 2)
    #expect(gone.allSatisfy { $0.removedAt != nil })
  }
}
