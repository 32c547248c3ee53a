import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct AnsweredBookTests {
  private func answered(_ count: Int) async throws -> TestDesk {
    let test = try await TestDesk()
    for number in 0..<count {
      let asked = try await test.says("How is rim number\(number)?", id: "q\(number)", by: "ana")
      _ = try await test.write("It is answer\(number).", in: asked)
      test.pass(.seconds(11))
      try await Deliveries(test).settle()
    }
    return test
  }

  private func holds(_ word: String, _ index: AnsweredIndex) -> Bool {
    index.likest([word], limit: 1).isEmpty == false
  }

  @Test func theNewestAnswersAreKept() async throws {
    let test = try await answered(5)
    let index = try await AnsweredBook(most: 3).current(test.store, now: test.clock.now())
    #expect(index.count == 3)
    #expect(holds("number4", index) && holds("number2", index) && !holds("number1", index))
  }

  @Test func whatComesLaterIsAddedOnce() async throws {
    let test = try await answered(1)
    let book = AnsweredBook()
    #expect(try await book.current(test.store, now: test.clock.now()).count == 1)
    let asked = try await test.says("And the hub?", id: "more", by: "bruno")
    _ = try await test.write("The hub is fine.", in: asked)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    let now = test.clock.now()
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { try await book.current(test.store, now: now).count } }
      for try await count in group { #expect(count == 2) }
    }
    #expect(try await book.current(test.store, now: now + AnsweredBook.life).count == 2)
  }

  @Test func whatIsErasedWhileItReadsIsReadAgain() async throws {
    let test = try await answered(2)
    let book = AnsweredBook()
    let record = InterruptedRecord(test.store) { await book.forget() }
    #expect(try await book.current(record, now: test.clock.now()).count == 2)
    #expect(record.reads > 1)
  }
}

/// Does something once, after it read and before it says so.
final class InterruptedRecord: Record, @unchecked Sendable {
  private let record: any Record
  private let interruption: @Sendable () async -> Void
  private(set) var reads = 0

  init(_ record: any Record, _ interruption: @escaping @Sendable () async -> Void) {
    self.record = record
    self.interruption = interruption
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any RecordReading) throws -> T) async throws
    -> T
  {
    let found = try await record.read(body)
    reads += 1
    if reads == 1 { await interruption() }
    return found
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any RecordWriting) throws -> T) async throws
    -> T
  { try await record.write(body) }

  func commits() -> AsyncStream<Void> { record.commits() }
  func forgetErasedTerms() async throws { try await record.forgetErasedTerms() }
  func purge() async throws { try await record.purge() }
}
