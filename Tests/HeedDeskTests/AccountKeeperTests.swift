import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct AccountKeeperTests {
  @Test func anExchangedTokenTakesThePlaceOfItsOwnAlone() async throws {
    let test = try await TestDesk()
    let access = try #require(try await test.desk.access(to: test.account))
    let keeper = try #require(access.keeper)
    let old = access.credentials
    let new = Credentials(old.all.merging(["token": "exchanged"]) { $1 })
    #expect(try await keeper.replace(old, by: new) == new)
    #expect(try await test.desk.access(to: test.account)?.credentials == new)
    // Whoever still has the old one gets what is kept, and changes nothing.
    let late = Credentials(old.all.merging(["token": "late"]) { $1 })
    #expect(try await keeper.replace(old, by: late) == new)
    #expect(try await keeper.current() == new)
  }

  @Test func ofManyAtOnceOneWins() async throws {
    let test = try await TestDesk()
    let access = try #require(try await test.desk.access(to: test.account))
    let keeper = try #require(access.keeper)
    let kept = try await withThrowingTaskGroup(of: Credentials.self) { group in
      for number in 0..<10 {
        let new = Credentials(access.credentials.all.merging(["token": "new \(number)"]) { $1 })
        group.addTask { try await keeper.replace(access.credentials, by: new) }
      }
      return try await group.reduce(into: Set<Credentials>()) { $0.insert($1) }
    }
    #expect(kept.count == 1)
    #expect(try await keeper.current() == kept.first)
  }

  @Test func nothingIsNeverKept() async throws {
    let test = try await TestDesk()
    let access = try #require(try await test.desk.access(to: test.account))
    let keeper = try #require(access.keeper)
    for nothing in [Credentials([:]), Credentials(["token": ""])] {
      #expect(try await keeper.replace(access.credentials, by: nothing) == access.credentials)
    }
    #expect(try await keeper.current() == access.credentials)
  }

  @Test func aRemovedAccountKeepsNothing() async throws {
    let test = try await TestDesk()
    let access = try #require(try await test.desk.access(to: test.account))
    try await test.desk.remove(test.account, by: test.lead)
    let new = Credentials(["token": "after all"])
    for work in [true, false] {
      let error = await #expect(throws: NetworkError.self) {
        if work {
          _ = try await access.keeper?.replace(access.credentials, by: new)
        } else {
          _ = try await access.keeper?.current()
        }
      }
      #expect(error?.kind == .signedOut)
    }
    #expect(try await test.store.read { try $0.credentials(of: test.account) } == [])
  }
}
