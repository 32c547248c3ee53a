import DiscourseNetwork
import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

/// What a forum tells an account, where each notice costs a call or two and few are allowed.
@Suite struct InboxTests {
  private func posts(_ heard: Heard) -> [RemotePost] {
    heard.events.compactMap { if case .post(let post) = $0 { post } else { nil } }
  }

  /// Goes on as the listener does, for so many passes at most.
  private func hear(
    _ far: DiscourseFixture, from cursor: String? = nil, passes: Int
  ) async throws -> (posts: [RemotePost], cursor: String?) {
    var source = far.source("inbox")
    source.cursor = cursor
    var all: [RemotePost] = []
    for _ in 0..<passes {
      let heard = try await far.discourse.listen(to: source)
      all += posts(heard)
      source.cursor = heard.cursor
      far.clock.advance(by: heard.next ?? .seconds(60))
    }
    return (all, source.cursor)
  }

  @Test(arguments: [15, 20, 60, 130])
  func anInboxOfManyIsHeardThoughTwentyCallsAMinuteAreAllThereAre(_ count: Int) async throws {
    let far = DiscourseFixture(callsAMinute: 20)
    // The first pass begins with the newest sixty; these come after it.
    let begun = try await hear(far, passes: 1)
    var said: Set<String> = []
    for number in 0..<count {
      let topic = far.double.topic("Topic \(number)")
      far.double.say("Word \(number).", in: topic)
      said.insert("Word \(number).")
    }
    let heard = try await hear(far, from: begun.cursor, passes: 2 + count / 5)
    #expect(Set(heard.posts.map(\.text.plain)) == said)
    #expect(heard.posts.count == count, "none is fetched twice")
  }

  @Test func aFullInboxIsHeardFromTheFirstPassOn() async throws {
    let far = DiscourseFixture(callsAMinute: 20)
    for number in 0..<40 { far.double.say("Word \(number).", in: far.double.topic("T"), tells: 2) }
    let heard = try await hear(far, passes: 8)
    #expect(Set(heard.posts.map(\.text.plain)).count == 40)
  }

  @Test func aTopicIsLookedAtOnceAPass() async throws {
    let far = DiscourseFixture()
    for number in 0..<12 { far.double.say("Word \(number).", in: far.topic) }
    let before = far.wire.requests.count
    #expect(try await hear(far, passes: 1).posts.count == 12)
    let asked = far.wire.requests.dropFirst(before)
    #expect(asked.count { $0.address.contains("/t/\(far.topic).json") } == 1)
  }

  @Test func whatAForumFailsToShowHoldsUpNoOther() async throws {
    let far = DiscourseFixture()
    let bad = far.double.say("Bad.", in: far.topic)
    far.double.say("Good.", in: far.topic)
    for _ in 0..<2 {
      far.wire.fail(.refusal(500, "oops", headers: [])) {
        $0.address.contains("/posts/\(bad).json")
      }
    }
    let first = try await hear(far, passes: 1)
    #expect(first.posts.map(\.text.plain) == ["Good."])
    far.double.say("Better.", in: far.topic)
    let second = try await hear(far, from: first.cursor, passes: 1)
    #expect(second.posts.map(\.text.plain) == ["Better."])
    #expect(try await hear(far, from: second.cursor, passes: 1).posts.map(\.text.plain) == ["Bad."])
  }

  @Test func aForumThatAllowsNothingIsTrouble() async throws {
    let far = DiscourseFixture(callsAMinute: 0)
    let error = await #expect(throws: NetworkError.self) {
      try await far.discourse.listen(to: far.source("inbox"))
    }
    #expect(error?.kind == .rateLimited)
    #expect(error?.retryAfter != nil)
  }

  /// An invitation to a message names only its place; kinds that nobody knows tell of a post all the same, and those that
  /// tell of none are passed over.
  @Test(arguments: [(7, true, true), (9, false, false), (17, false, false), (801, false, false)])
  func anyNoticeWithAPostIsHeard(_ kind: Int, _ isPrivate: Bool, _ isToUs: Bool) async throws {
    let far = DiscourseFixture()
    let topic = far.double.topic("About my order", isPrivate: isPrivate)
    far.double.say("It never came.", in: topic, tells: kind)
    far.double.tell(12, of: 0, by: "system")
    let heard = try await hear(far, passes: 2)
    #expect(heard.posts.map(\.text.plain) == ["It never came."])
    #expect(heard.posts.first?.toUs == isToUs)
    #expect(heard.posts.first?.visibility == (isPrivate ? .private : .public))
  }

  @Test func aCursorOfBeforeGoesOn() async throws {
    let far = DiscourseFixture()
    far.double.say("Early.", in: far.topic)
    let text = try #require(try await hear(far, passes: 1).cursor)
    let start = try #require(text.range(of: #""walk":"#)).upperBound
    // Notices that waited for nothing were kept as the list alone.
    let old = String(text[start...].dropLast())
    far.double.say("Late.", in: far.topic)
    let heard = try await hear(far, from: old, passes: 1)
    #expect(heard.posts.map(\.text.plain) == ["Late."])
  }
}
