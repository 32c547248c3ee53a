import HeedModel
import HeedNetwork
import HeedReading
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct JanitorTests {
  /// Law 7 does not wait for a disk to have room again.
  @Test func oneChoreThatFailsHoldsUpNoOther() async throws {
    let test = try await TestDesk()
    try await test.says("My bell is loud.", id: "a", toUs: false)
    try await test.says("Erase me.", id: "q", by: "otto")
    try await test.desk.erase(test.personOf("q"), by: test.lead)
    let desk = Desk(
      record: FullDisk(record: test.store), networks: Networks([]), reader: PlainReader(),
      vault: Vault(key: Array(repeating: 7, count: 32)), uploads: MemoryUploads(),
      clock: test.clock, randomness: SeededRandomness(seed: 9),
      address: DeskAddress(base: "https://desk.example", isPublic: true), logger: TestDesk.quiet,
      passwordCost: .least)
    await #expect(throws: SQLError.self) { try await desk.purgeErased() }
    test.pass(.days(31))
    let keeping = Task { try await Janitor(desk: desk).run() }
    await test.clock.waitForSleepers()
    keeping.cancel()
    try await keeping.value
    #expect(try await test.post("a").text.isEmpty)
  }
}

/// A record whose files cannot be written anew.
private struct FullDisk: Record {
  let record: any Record

  func read<T: Sendable>(_ body: @escaping @Sendable (any RecordReading) throws -> T) async throws
    -> T
  { try await record.read(body) }
  func write<T: Sendable>(_ body: @escaping @Sendable (any RecordWriting) throws -> T) async throws
    -> T
  { try await record.write(body) }
  func commits() -> AsyncStream<Void> { record.commits() }
  func forgetErasedTerms() async throws { try await record.forgetErasedTerms() }
  func purge() async throws { throw SQLError(.full, "no room") }
}
