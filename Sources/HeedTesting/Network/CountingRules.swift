import HeedModel
import HeedNetwork
import Testing

extension NetworkConformance {
  static let counting: [Rule] = [
    Rule("a post of ours is counted under its own id, and nothing is invented", needs: [.counting])
    {
      far in
      let (counting, posts) = try await said(2, far)
      let unknown = RemoteReference(remoteID: RemoteID("nowhere/and-nothing"))
      let counts = try await counting.counts(of: posts + [unknown], as: far.account)
      #expect(Set(counts.map(\.post)) == Set(posts.map(\.remoteID)))
      #expect(counts.count == 2)
      for count in counts {
        let numbers = [
          count.views, count.liked, count.shared, count.answered, count.quoted, count.followers,
          count.sharerFollowers,
        ].compactMap { $0 }
        #expect(!numbers.isEmpty, "a place that counts tells something")
        #expect(numbers.allSatisfy { $0 >= 0 })
      }
      let again = try await counting.counts(of: posts, as: far.account)
      #expect(again == counts)
    },
    Rule("what people do with a post is counted, and who they are is not told", needs: [.counting])
    {
      far in
      let (counting, posts) = try await said(1, far)
      let before = try #require(try await counting.counts(of: posts, as: far.account).first)
      #expect((before.liked ?? 0) == 0 && (before.shared ?? 0) == 0)
      try await far.react(to: posts[0], likes: 3, shares: [700, 500])
      let after = try #require(try await counting.counts(of: posts, as: far.account).first)
      #expect(after.liked == 3)
      #expect(after.shared == nil || after.shared == 2)
      #expect(after.sharerFollowers == nil || after.sharerFollowers ?? 0 > 0)
      #expect((after.views ?? 3) >= (before.views ?? 0))
    },
    Rule(
      "a post that is gone is not counted, and its neighbours are", needs: [.counting, .deleting]
    ) {
      far in
      let (counting, posts) = try await said(2, far)
      guard let deleting = far.network as? any Deleting, let account = far.account else { return }
      try await deleting.delete(posts[0], as: account)
      let counts = try await counting.counts(of: posts, as: far.account)
      #expect(counts.map(\.post) == [posts[1].remoteID])
    },
    Rule("asking for none asks nobody", needs: [.counting]) { far in
      guard let counting = far.network as? any Counting else { return }
      #expect(counting.countsAtOnce > 0)
      let none = try await counting.counts(of: [], as: far.account)
      #expect(none.isEmpty)
    },
  ]

  private static func said(_ count: Int, _ far: any NetworkFixture) async throws -> (
    any Counting, [RemoteReference]
  ) {
    let (network, account) = try far.speaker()
    guard let counting = far.network as? any Counting else { throw NotHere("counts nothing") }
    var posts: [RemoteReference] = []
    for number in 0..<count {
      let message = try await far.message("We ring at \(number).", key: "count-\(number)")
      posts.append(try await network.send(message, as: account).reference)
    }
    return (counting, posts)
  }
}
