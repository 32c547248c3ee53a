import GitHubNetwork
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

/// Whoever may no longer see what stands there is told the same as if it were gone.
@Suite struct RightTests {
  private let far = GitHubFixture()

  private func message(_ text: String, to id: Int) -> OutgoingMessage {
    OutgoingMessage(
      key: "k", text: text, inReplyTo: far.reference(id), firstTriedAt: far.clock.now())
  }

  /// An issue with a comment, and a discussion with one.
  private func talk() -> [Int] {
    let issue = far.double.open("It squeaks.")
    let comment = far.double.say("Mine too.", on: issue)
    let discussion = far.double.open("Shall we ring?", isDiscussion: true)
    return [issue, comment, discussion, far.double.say("Yes.", on: discussion)]
  }

  private func recheck(_ ids: [Int]) async throws -> [RemoteEvent] {
    try await far.github.recheck(ids.map { far.reference($0) }, as: far.access)
  }

  @Test func aTokenThatNoLongerCoversTheRepositoryBlanksNothing() async throws {
    let ids = talk()
    far.double.hide()
    #expect(try await recheck(ids).isEmpty)
    let asked = far.wire.requests.count { $0.address.hasSuffix("/repos/bells/shop") }
    #expect(asked == 1, "the repository is asked for once, not for each post")
    far.double.hide(false)
    #expect(try await recheck(ids).isEmpty)
  }

  @Test func whatIsGoneFromARepositoryThatIsShownIsGone() async throws {
    let ids = talk()
    for id in [ids[0], ids[3]] { far.double.change(id) { $0.isDeleted = true } }
    let events = try await recheck(ids)
    #expect(Set(events) == Set([ids[0], ids[3]].map { .removed(far.reference($0).remoteID) }))
  }

  @Test(arguments: [
    (410, #"{"message":"This issue was deleted"}"#, true),
    (410, #"{"message":"Issues are disabled for this repo"}"#, false),
    (404, "<html>Not here</html>", false), (404, "", false),
    (403, #"{"message":"Resource not accessible by personal access token"}"#, false),
  ])
  func onlyWhatIsCertainlyGoneIsToldAsGone(
    _ status: Int, _ body: String, _ isGone: Bool
  ) async throws {
    far.wire.fail(.refusal(status, body, headers: []))
    let events = (try? await recheck([far.first])) ?? []
    #expect(events == (isGone ? [.removed(far.reference(far.first).remoteID)] : []))
  }

  /// Comments above the last that are told are not gone.
  @Test func aCommentOfALongDiscussionIsNotTakenForGone() async throws {
    let top = far.double.open("Shall we ring?", isDiscussion: true)
    let first = far.double.say("Yes.", on: top)
    for number in 0..<120 { far.double.say("Number \(number).", on: top) }
    #expect(try await recheck([top, first]).isEmpty)
    let post = try await far.github.post(far.reference(first), as: far.access)
    #expect(post.text.plain == "Yes.")
    // An endless one is not read to its beginning; then nobody can tell.
    for number in 0..<500 { far.double.say("And \(number).", on: top) }
    #expect(try await recheck([top, first]).isEmpty)
  }

  @Test func aDeletionThatTheTokenMayNotMakeIsNotSaidToBeDone() async throws {
    let top = far.double.open("Shall we ring?", isDiscussion: true)
    let talked = try await far.github.send(message("At nine.", to: top), as: far.access)
    let said = try await far.github.send(message("At ten.", to: far.first), as: far.access)
    far.double.forbidChanges("FORBIDDEN")
    let error = await #expect(throws: NetworkError.self) {
      try await far.github.delete(talked.reference, as: far.access)
    }
    #expect(error?.kind == .refused)
    far.double.forbidChanges(nil)
    far.double.hide()
    for reference in [talked.reference, said.reference] {
      let error = await #expect(throws: NetworkError.self) {
        try await far.github.delete(reference, as: far.access)
      }
      #expect(error?.kind == .refused)
    }
    #expect(far.double.accepted.count == 2)
    far.double.hide(false)
    for reference in [talked.reference, said.reference] {
      try await far.github.delete(reference, as: far.access)
      try await far.github.delete(reference, as: far.access)
    }
    #expect(far.double.accepted.isEmpty)
  }

  @Test(arguments: ["FORBIDDEN", "INSUFFICIENT_SCOPES", "RATE_LIMITED", "SOMETHING_ELSE"])
  func aChangeThatFailsIsNeverTakenForDone(_ type: String) async throws {
    let top = far.double.open("Shall we ring?", isDiscussion: true)
    let sent = try await far.github.send(message("At nein.", to: top), as: far.access)
    far.double.forbidChanges(type)
    await #expect(throws: NetworkError.self) {
      try await far.github.send(message("More.", to: top), as: far.access)
    }
    await #expect(throws: NetworkError.self) {
      try await far.github.edit(sent.reference, to: message("At nine.", to: top), as: far.access)
    }
    await #expect(throws: NetworkError.self) {
      try await far.github.delete(sent.reference, as: far.access)
    }
    #expect(far.double.accepted.map(\.body) == ["At nein."])
  }
}
