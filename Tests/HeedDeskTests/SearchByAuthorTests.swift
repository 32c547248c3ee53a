import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

/// Whom a search names by their whole address is looked for by what they said, and not by all that was said since.
@Suite struct SearchByAuthorTests {
  @Test func whatSomebodySaidLongAgoIsFoundAtOnce() async throws {
    let desk = try await TestDesk()
    for number in 0..<3 {
      desk.clock.advance(by: .seconds(1))
      try await desk.says("My bell number \(number) is mute.", id: "z\(number)", by: "zosia")
    }
    desk.clock.advance(by: .minutes(1))
    for number in 0..<120 {
      try await desk.says("Nice shop, that.", id: "o\(number)", by: "otto\(number)", toUs: false)
    }
    func found(_ query: String) async throws -> FoundPosts {
      // No patience at all: one stretch, and what it did not reach is left.
      try await desk.desk.search(
        query, PageRequest(limit: 10), for: desk.alicia, patience: .zero)
    }
    for query in [
      "from:@zosia@fake.example", "from:ZOSIA@fake.example bell", "from:zosia@fake.example -three",
    ] {
      let all = try await found(query)
      #expect(all.rows.map(\.post.remoteID.rawValue) == ["z2", "z1", "z0"], "\(query)")
      #expect(all.next == nil && all.lookedBackTo == nil, "\(query)")
    }
    // A name without its server may be anybody's: what was said is looked through.
    #expect(try await found("from:zosia").lookedBackTo != nil)
    #expect(try await found("from:@nobody@fake.example").lookedBackTo != nil)
  }

  @Test func pagesGoOnAndWhatIsPrivateStaysSo() async throws {
    let desk = try await TestDesk()
    for number in 0..<7 {
      desk.clock.advance(by: .seconds(1))
      try await desk.says(
        "Bell \(number)", id: "z\(number)", by: "zosia",
        visibility: number == 3 ? .private : .public)
    }
    func all(_ viewer: Viewer) async throws -> [String] {
      var found: [String] = []
      var after: String?
      repeat {
        let page = try await desk.desk.search(
          "from:@zosia@fake.example", PageRequest(limit: 2, after: after), for: viewer)
        found += page.rows.map(\.post.remoteID.rawValue)
        after = page.next
      } while after != nil
      return found
    }
    #expect(try await all(desk.alicia) == ["z6", "z5", "z4", "z3", "z2", "z1", "z0"])
    #expect(try await all(desk.carla) == ["z6", "z5", "z4", "z2", "z1", "z0"])
  }
}
