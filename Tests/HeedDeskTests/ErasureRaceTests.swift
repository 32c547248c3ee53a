import Foundation
import HeedModel
import HeedStore
import HeedTesting
import Synchronization
import Testing

/// Row 29 on two machines: somebody is erased while another machine is just keeping what they said.
@Suite struct ErasureRaceTests {
  /// One thread waits until the other came so far.
  private final class Point: @unchecked Sendable {
    private let condition = NSCondition()
    private var isReached = false

    func reach() {
      condition.withLock {
        isReached = true
        condition.broadcast()
      }
    }

    func wait() {
      condition.withLock { while !isReached { condition.wait() } }
    }
  }

  @Test(arguments: TestDatabases.postgres)
  func whatIsKeptMeanwhileIsDroppedOrErased(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
      let store = Store(database: database)
      let make = Maker()
      var handle = make.handle("Ana")
      let person = Person(id: make.id(), name: "Ana", firstWordsAt: make.at(1))
      (handle.person, handle.ownPerson) = (person.id, person.id)
      try await store.write { [handle] tx in
        try tx.insert(person)
        try tx.insert([handle])
      }
      let (read, erased) = (Point(), Point())
      let tries = Mutex(0)
      let post = make.post(by: handle)
      async let keeping: Void = store.write { [handle] tx in
        let known = try tx.handles([handle.id]).first
        if tries.withLock({
          $0 += 1
          return $0
        }) == 1 {
          read.reach()
          erased.wait()
        }
        if known?.isErased == false { try tx.insert([NewPost(post: post, terms: ["bell"])]) }
        try tx.keepBeside(erasureOf: [handle.id])
      }
      try await store.write { [handle] tx in
        read.wait()
        try tx.erase([handle.id], of: person.id, at: make.at(9))
        try tx.erase(person.id, at: make.at(9))
      }
      erased.reach()
      try await keeping
      #expect(tries.withLock { $0 } == 2)
      #expect(try await store.read { try $0.posts([post.id]) }.isEmpty)
    }
  }
}
