import HeedModel
import HeedNetwork
import HeedTesting
import Testing
import WordPressNetwork

/// What is let through late, shown again, or not for everybody.
@Suite struct LateCommentTests {
  let far = WordPressFixture()

  /// Without an account that moderates, what waits is heard once it is let through, whatever came after it.
  @Test func whatIsLetThroughLateIsHeard() async throws {
    let stranger = far.sources[1]
    far.double.comment("One.")
    let held = far.double.comment("Two.", status: "hold")
    far.double.comment("Three.")
    var source = stranger
    let first = try await far.wordPress.listen(to: source)
    #expect(comments(first).map(\.text.plain) == ["One.", "Three."])
    far.double.change(held) { $0.status = "approved" }
    far.double.comment("Four.")
    source.cursor = first.cursor
    let second = try await far.wordPress.listen(to: source)
    #expect(comments(second).map(\.text.plain) == ["Two.", "Four."])
    source.cursor = second.cursor
    #expect(try await far.wordPress.listen(to: source).events.isEmpty)
  }

  @Test func whatIsShownAgainComesBack() async throws {
    let id = far.double.comment("One.")
    var heard = try await far.hear()
    far.double.change(id) { $0.status = "trash" }
    heard = try await far.hear(since: heard.cursor)
    #expect(heard.events == [.removed(RemoteID("blog.example#comment-\(id)"))])
    far.double.change(id) { $0.status = "approved" }
    heard = try await far.hear(since: heard.cursor)
    #expect(heard.comments.map(\.isRestored) == [true])
    #expect(heard.comments.map(\.text.plain) == ["One."])
  }

  @Test func whatStandsBelowAPostThatIsNotForEverybodyIsPrivate() async throws {
    far.double.comment("Open.", post: 7)
    far.double.comment("Closed.", post: 901)
    let heard = try await far.hear()
    #expect(heard.posts.allSatisfy { $0.title?.contains("901") != true })
    let told = Dictionary(heard.comments.map { ($0.text.plain, $0.visibility) }) { $1 }
    #expect(told == ["Open.": .public, "Closed.": .private])
  }

  @Test func aGuestIsTheSameForWhoModeratesAndForWhoDoesNot() async throws {
    let face = String(repeating: "0af3", count: 8)
    far.double.comment("One.", by: "Ana", url: "https://face.example/\(face)")
    far.double.comment(
      "Two.", by: "Ana", url: "https://face.example/\(face.replacing("0", with: "1"))")
    let known = try await far.hear().comments.map(\.author.remoteID)
    let strangers = comments(try await far.wordPress.listen(to: far.sources[1])).map(
      \.author.remoteID)
    #expect(known == strangers)
    #expect(Set(known).count == 2)
  }

  private func comments(_ heard: Heard) -> [RemotePost] {
    heard.events.compactMap {
      guard case .post(let post) = $0, post.reference.remoteID.rawValue.contains("#comment-") else {
        return nil
      }
      return post
    }
  }
}
