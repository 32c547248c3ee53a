import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import DiscourseNetwork

/// Keys that a forum gives the desk on its own page.
@Suite struct KeyTests {
  private let desk = DeskAddress(base: "https://desk.example", isPublic: true)

  private func begin(_ far: DiscourseFixture) async throws -> SignInStep {
    try await far.discourse.begin(at: "forum.example", desk: desk)
  }

  @Test func aKeyOfTheForumsPageIsOpenedAndSpeaks() async throws {
    let far = DiscourseFixture()
    let step = try await begin(far)
    #expect(step.pastesCode)
    let page = try #require(step.page)
    let shown = far.double.authorize(page)
    let signedIn = try await far.discourse.finish(step, with: .code(shown))
    #expect(far.double.granted == [["read", "write"]])
    #expect(signedIn.credentials["kind"] == "user")
    #expect(signedIn.credentials["username"] == "shop")
    #expect(signedIn.credentials["pair"] == nil, "the pair has done its work")
    let account = AccountAccess(
      id: ID(1), server: signedIn.server, remoteID: signedIn.handle.remoteID,
      address: signedIn.handle.address, credentials: signedIn.credentials)
    _ = try await far.discourse.send(
      OutgoingMessage(
        key: "k", text: "At nine.", inReplyTo: try await far.ground(), firstTriedAt: far.clock.now()
      ), as: account)
    #expect(far.double.accepted.map(\.raw) == ["At nine."])
    // A key of somebody themselves needs no name beside it.
    #expect(
      far.wire.requests.last { $0.method == .post }?.headers.contains { $0.name == "Api-Username" }
        == false)
  }

  @Test func nothingThatLeavesForThePageIsSecret() async throws {
    let far = DiscourseFixture()
    let step = try await begin(far)
    let page = try #require(step.page)
    let pair = try #require(step.notes["pair"])
    #expect(!page.contains(pair.prefix(40)))
    #expect(page.contains("scopes=read%2Cwrite"))
    #expect(page.contains("BEGIN%20PUBLIC%20KEY"))
    #expect(!page.contains("auth_redirect"), "few forums lead back to anybody")
  }

  @Test func anotherSignInsTextIsRefusedInWords() async throws {
    let far = DiscourseFixture()
    let other = far.double.authorize(try #require(try await begin(far).page))
    let step = try await begin(far)
    let error = await #expect(throws: NetworkError.self) {
      try await far.discourse.finish(step, with: .code(other))
    }
    #expect(error?.kind == .refused)
    #expect(error?.text.english.contains("another sign-in") == true)
  }

  @Test func aTextThatIsCutIsRefusedInWords() async throws {
    let far = DiscourseFixture()
    let step = try await begin(far)
    let shown = far.double.authorize(try #require(step.page))
    for cut in [String(shown.dropLast(40)), String(shown.dropFirst(9)), shown + shown] {
      let error = await #expect(throws: NetworkError.self) {
        try await far.discourse.finish(step, with: .code(cut))
      }
      #expect(error?.kind == .refused)
      #expect(error?.text.english.contains("not the whole text") == true)
    }
  }

  @Test func aKeyMayBePastedInPlaceOfTheText() async throws {
    let far = DiscourseFixture()
    let signedIn = try await far.discourse.finish(
      try await begin(far), with: .code(" \(far.key)\n"))
    #expect(signedIn.credentials["key"] == far.key)
  }

  @Test func aForumThatGivesNoKeysAsksForOne() async throws {
    let far = DiscourseFixture()
    far.double.close()
    let step = try await begin(far)
    #expect(step.page == nil)
    #expect(step.explanation.english.contains("no page that gives keys"))
    let signedIn = try await far.discourse.finish(step, with: .token(far.key))
    #expect(signedIn.credentials["key"] == far.key)
  }

  @Test(arguments: [429, 500, 503])
  func aForumInTroubleIsNotSaidToGiveNoKeys(_ status: Int) async throws {
    let far = DiscourseFixture()
    far.wire.fail(.refusal(status, "", headers: [])) { $0.method == .head }
    let error = await #expect(throws: NetworkError.self) { try await begin(far) }
    #expect(error?.kind == (status == 429 ? .rateLimited : .temporary))
  }

  @Test func aKeyThatWasTakenBackIsSaidOnceAndForAll() async throws {
    let far = DiscourseFixture()
    let step = try await begin(far)
    let shown = far.double.authorize(try #require(step.page))
    let signedIn = try await far.discourse.finish(step, with: .code(shown))
    far.double.takeBack()
    let error = await #expect(throws: NetworkError.self) {
      try await far.discourse.listen(
        to: ListeningSource(
          id: ID(1), kind: "inbox", target: "", cursor: nil,
          account: AccountAccess(
            id: ID(1), server: signedIn.server, remoteID: signedIn.handle.remoteID,
            address: signedIn.handle.address, credentials: signedIn.credentials)))
    }
    #expect(error?.kind == .signedOut)
  }

  /// Desks at home share an address; one's new key must not end another's.
  @Test func desksAtHomeAreDifferentPrograms() async throws {
    let far = DiscourseFixture()
    let home = DeskAddress(base: "http://127.0.0.1:8080", isPublic: false)
    func client(_ desk: DeskAddress) async throws -> String {
      let page = try await far.discourse.begin(at: "forum.example", desk: desk).page ?? ""
      return page.components(separatedBy: "client_id=").last?.components(separatedBy: "&").first
        ?? ""
    }
    #expect(try await client(desk) == client(desk))
    #expect(try await client(home) != client(home))
  }
}
