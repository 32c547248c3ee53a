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
    let post = try await far.github.post(
      far.reference(first), as: far.access, isNamedByOthers: false)
    #expect(post.text.plain == "Yes.")
    for number in 0..<500 { far.double.say("And \(number).", on: top) }
    #expect(try await recheck([top, first]).isEmpty)
    #expect(
      try await far.github.post(far.reference(first), as: far.access, isNamedByOthers: false).text
        .plain == "Yes.")
    far.double.change(first) { $0.isDeleted = true }
    #expect(try await recheck([top, first]) == [.removed(far.reference(first).remoteID)])
    // An endless one is not read to its beginning; then nobody can tell.
    for number in 0..<4500 { far.double.say("And more \(number).", on: top) }
    #expect(try await recheck([first]).isEmpty)
  }

  @Test func anAnswerBelowManyIsFoundChangedAndDeleted() async throws {
    let top = far.double.open("Shall we ring?", isDiscussion: true)
    let comment = far.double.say("Yes.", on: top)
    let first = far.double.say("No.", on: top, above: comment)
    for number in 0..<70 { far.double.say("And \(number).", on: top, above: comment) }
    let answer = message("At nine.", to: first)
    let sent = try await far.github.send(answer, as: far.access)
    #expect(sent.post?.parent == far.reference(comment).remoteID)
    for number in 0..<70 { far.double.say("Then \(number).", on: top, above: comment) }
    guard case .there(let found) = try await far.github.find(answer, as: far.access) else {
      Issue.record("not found")
      return
    }
    #expect(found.reference == sent.reference)
    let other = message("At ten.", to: first)
    far.clock.advance(by: .minutes(5))
    guard case .absent = try await far.github.find(other, as: far.access) else {
      Issue.record("of answers that are all told it can be told which is not there")
      return
    }
    _ = try await far.github.edit(sent.reference, to: other, as: far.access)
    #expect(far.double.accepted.map(\.body) == ["At ten."])
    try await far.github.delete(sent.reference, as: far.access)
    #expect(far.double.accepted.isEmpty)
  }

  @Test func aLockedConversationSaysSo() async throws {
    let ids = [
      far.double.open("It squeaks."), far.double.open("Shall we ring?", isDiscussion: true),
    ]
    for id in ids {
      far.double.lock(id)
      let error = await #expect(throws: NetworkError.self) {
        try await far.github.send(message("At nine.", to: id), as: far.access)
      }
      #expect(error?.kind == .refused && error?.certainlyNotSent == true)
      #expect(error?.text.english.hasPrefix("This conversation is locked on github.com") == true)
    }
    #expect(far.double.accepted.isEmpty)
  }

  /// What was said there stays as it was; an answer says where it stands now.
  @Test func anIssueThatWasTransferredSaysWhereItStands() async throws {
    let ids = Array(talk().prefix(2))
    far.double.transfer(ids[0], to: "https://github.com/bells/towers/issues/7")
    #expect(try await recheck(ids).isEmpty)
    let error = await #expect(throws: NetworkError.self) {
      try await far.github.send(message("At nine.", to: ids[0]), as: far.access)
    }
    #expect(error?.kind == .refused && error?.certainlyNotSent == true)
    #expect(error?.text.english.contains("https://github.com/bells/towers/issues/7") == true)
    #expect(far.double.accepted.isEmpty)
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
