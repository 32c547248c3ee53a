import HeedModel
import HeedNetwork
import Testing

@testable import HeedDesk

/// Places that are ours to run, and who goes on below their own words.
@Suite struct OurPlaceTests {
  private static let since = WeaveDesk.now - .hours(2)

  private func post(
    _ id: String, by name: String, below parent: String? = nil,
    at: Instant = WeaveDesk.now - .hours(1)
  ) -> RemotePost {
    RemotePost(
      reference: RemoteReference(remoteID: RemoteID(id)),
      author: RemoteHandle(remoteID: RemoteID(name), address: "@\(name)", name: name),
      publishedAt: at, parent: parent.map { RemoteID($0) }, isOpening: parent == nil,
      text: RichText(plain: "Words of \(id)."))
  }

  private func directions(
    _ posts: [RemotePost], from source: Int = 0, since: Instant? = Self.since
  ) async throws -> [String: String] {
    let desk = try await WeaveDesk(seed: 3, oursSince: since)
    for post in posts { try await desk.hear([.post(post)], from: source) }
    let threads = try await desk.threads(of: posts.map(\.reference.remoteID))
    return threads.posts.mapValues(\.direction)
  }

  @Test func whoBeginsAThreadThereSpeaksToUs() async throws {
    let posts = [
      post("issue", by: "ana"), post("me too", by: "ben", below: "issue"),
      post("more", by: "ana", below: "issue"), post("to ben", by: "ana", below: "me too"),
    ]
    let wanted = ["issue": "toUs", "me too": "aside", "more": "toUs", "to ben": "aside"]
    #expect(try await directions(posts) == wanted)
    #expect(try await directions(posts.reversed()) == wanted)
  }

  @Test func elsewhereItIsAboutUs() async throws {
    let posts = [post("issue", by: "ana"), post("more", by: "ana", below: "issue")]
    let wanted = ["issue": "aboutUs", "more": "aboutUs"]
    #expect(try await directions(posts, from: 1) == wanted)
    #expect(try await directions(posts, since: nil) == wanted)
  }

  @Test func machinesHostsAndThePastDoNot() async throws {
    var robot = post("robot", by: "robot")
    robot.author.isBot = true
    var host = post("host", by: "host")
    host.byHost = true
    let old = post("old", by: "ana", at: Self.since - .seconds(1))
    #expect(
      try await directions([robot, host, old])
        == ["robot": "aboutUs", "host": "aboutUs", "old": "aboutUs"])
  }

  @Test func whatWasHeardElsewhereFirstTurnsToUs() async throws {
    let desk = try await WeaveDesk(seed: 3, oursSince: Self.since)
    let opening = post("issue", by: "ana")
    let more = post("more", by: "ana", below: "issue")
    try await desk.hear([.post(more), .post(opening)], from: 1)
    try await desk.hear([.post(opening)], from: 0)
    let threads = try await desk.threads(of: [RemoteID("issue"), RemoteID("more")])
    #expect(threads.posts.mapValues(\.direction) == ["issue": "toUs", "more": "toUs"])
    #expect(threads.conversations.values.map(\.state) == ["waiting"])
    #expect(threads.conversations.values.map(\.handle) == ["ana"])
  }

  /// The account is called Shop.
  @Test func whoCallsUsByOurNameSpeaksToUs() async throws {
    var called = post("called", by: "ana")
    called.text = RichText(plain: "Hey Shop, are you open?")
    var about = post("about", by: "ben")
    about.text = RichText(plain: "The Shop is open.")
    var unfollowed = post("unfollowed", by: "carl")
    unfollowed.text = called.text
    unfollowed.author.optedOut = true
    let found = try await directions([called, about, unfollowed], from: 1)
    #expect(found == ["called": "toUs", "about": "aboutUs"])
  }

  @Test func whoAsksNotToBeFollowedIsNotFollowedBelowTheirWords() async throws {
    var first = post("first", by: "ana")
    first.toUs = true
    first.author.optedOut = true
    var more = post("more", by: "ana", below: "first")
    more.author.optedOut = true
    let found = try await directions([first, more], from: 1)
    #expect(found == ["first": "toUs"])
  }
}
