import HeedModel
import HeedNetwork
import Testing

@testable import HeedDesk

/// Posts that bear an id which another post has: where anybody may write any id, as in mail.
@Suite struct NamesakeTests {
  private func post(_ words: String, by name: String, minute: Int64 = 0) -> RemotePost {
    RemotePost(
      reference: RemoteReference(remoteID: RemoteID("x1"), local: "\(name) \(minute)"),
      author: RemoteHandle(remoteID: RemoteID(name), address: "\(name)@a.example", name: name),
      publishedAt: WeaveDesk.now - .hours(2) + .minutes(minute), toUs: true, visibility: .private,
      text: RichText(plain: words), isUnchangeable: true,
      besides: RemoteID("x1#\(name)\(minute)"))
  }

  private func words(_ posts: [RemotePost]) async throws -> [String: String] {
    let desk = try await WeaveDesk(seed: 8)
    for post in posts { try await desk.hear([.post(post)]) }
    return try await desk.threads(of: [RemoteID("x1")] + posts.compactMap(\.besides)).posts
      .mapValues(\.words)
  }

  @Test func theWordsOfSomebodyElseHaveANameOfTheirOwn() async throws {
    let ana = post("Where do you live?", by: "ana")
    let mallory = post("Send it to me.", by: "mallory")
    #expect(
      try await words([ana, mallory, ana, mallory])
        == ["x1": "Where do you live?", "x1#mallory0": "Send it to me."])
  }

  @Test func aCopyIsTheSameAndAnotherLetterIsNot() async throws {
    let first = post("The first.", by: "ana")
    #expect(try await words([first, first]) == ["x1": "The first."])
    // A copy whose time another server tells otherwise.
    #expect(
      try await words([first, post("The first.", by: "ana", minute: 3)]) == ["x1": "The first."])
    #expect(
      try await words([first, post("The second.", by: "ana", minute: 5)])
        == ["x1": "The first.", "x1#ana5": "The second."])
  }

  @Test func whatWasTakenBackDoesNotComeBackUnderAnotherName() async throws {
    let desk = try await WeaveDesk(seed: 8)
    let first = post("The first.", by: "ana")
    try await desk.hear([.post(first)])
    try await desk.hear([.removed(RemoteID("x1"))])
    try await desk.hear([.post(first)])
    #expect(try await desk.threads(of: [RemoteID("x1#ana0")]).posts.isEmpty)
    // Another letter is another one, also where the first lost its words.
    try await desk.hear([.post(post("The second.", by: "ana", minute: 5))])
    let second = try await desk.threads(of: [RemoteID("x1#ana5")]).posts["x1#ana5"]
    #expect(second?.words == "The second.")
  }
}
