import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Testing

@Suite struct SendingTests {
  private func message(
    _ far: MastodonFixture, _ text: String, to parent: String? = nil,
    visibility: Visibility = .public
  ) -> OutgoingMessage {
    OutgoingMessage(
      key: "key-" + text, text: text, language: "en", visibility: visibility,
      inReplyTo: parent.map { far.reference($0) }, firstTriedAt: far.clock.now())
  }

  @Test func whoIsAnsweredIsNamedUnlessTheTextDoesItOrItIsUs() async throws {
    let far = MastodonFixture()
    let asked = far.double.post(by: far.ana, "@shop open today?")
    let texts = ["Yes.", "Yes, @ana@bolha.example!", "@Ana@Bolha.example: yes."]
    for text in texts {
      far.clock.advance(by: .seconds(1))
      _ = try await far.mastodon.send(message(far, text, to: asked), as: far.access)
    }
    let ours = far.double.post(by: far.shop, "We are open.")
    far.clock.advance(by: .seconds(1))
    _ = try await far.mastodon.send(message(far, "Until nine.", to: ours), as: far.access)
    #expect(
      far.double.accepted.map(\.text)
        == ["@ana@bolha.example Yes.", texts[1], texts[2], "Until nine."])
  }

  /// Nobody is told of a correction that names nobody; in private it would reach nobody at all.
  @Test(arguments: ["public", "direct"])
  func belowAPostOfOursWhomThatNamesIsNamedAgain(_ visibility: String) async throws {
    let far = MastodonFixture()
    let wrong = far.double.post(
      by: far.shop, "@ana@bolha.example The charger is in it.", visibility: visibility)
    for text in ["It is not, sorry.", "Sorry @ana@bolha.example, it is not."] {
      far.clock.advance(by: .seconds(1))
      _ = try await far.mastodon.send(message(far, text, to: wrong), as: far.access)
    }
    #expect(
      far.double.accepted.map(\.text) == [
        "@ana@bolha.example It is not, sorry.", "Sorry @ana@bolha.example, it is not.",
      ])
  }

  @Test(arguments: [
    ("public", Visibility.unlisted, "unlisted"), ("unlisted", .public, "unlisted"),
    ("private", .public, "private"), ("direct", .public, "direct"),
    ("direct", .unlisted, "direct"), ("public", .private, "direct"),
  ])
  func anAnswerIsNeverReadByMoreThanWhatItAnswers(
    _ theirs: String, _ ours: Visibility, _ sent: String
  ) async throws {
    let far = MastodonFixture()
    let asked = far.double.post(by: far.ana, "@shop psst", visibility: theirs)
    _ = try await far.mastodon.send(
      message(far, "Yes?", to: asked, visibility: ours), as: far.access)
    #expect(far.double.accepted.map(\.visibility) == [sent])
  }

  @Test(arguments: MastodonManner.all)
  func aPostHeardElsewhereIsAnsweredOnOurServer(_ manner: MastodonManner) async throws {
    let far = MastodonFixture(manner)
    let asked = far.double.post(by: far.ana, "#bells anyone?")
    // Another server calls another post by this very id.
    let other = far.double.post(by: far.ana, "Something else.")
    var message = message(far, "Here!")
    message.inReplyTo = RemoteReference(
      remoteID: far.reference(asked).remoteID, local: "bolha.example/" + other)
    _ = try await far.mastodon.send(message, as: far.access)
    #expect(far.double.accepted.map(\.parent) == [far.double.uri(of: asked)])
  }

  @Test func anIdThatStandsForAnotherPostIsNotAnswered() async throws {
    let far = MastodonFixture(.snac)
    let asked = far.double.post(by: far.ana, "@shop one?")
    let other = far.double.post(by: far.ana, "@shop two?")
    var message = message(far, "Yes.")
    message.inReplyTo = RemoteReference(
      remoteID: far.reference(asked).remoteID, local: "social.example/" + other)
    _ = try await far.mastodon.send(message, as: far.access)
    #expect(far.double.accepted.map(\.parent) == [far.double.uri(of: asked)])
  }

  @Test func whatIsAnsweredAndGoneIsSaidAndNothingGoesOut() async throws {
    let far = MastodonFixture()
    let asked = far.double.post(by: far.ana, "@shop hello?")
    let message = message(far, "Hello!", to: asked)
    far.double.delete(asked)
    let error = await #expect(throws: NetworkError.self) {
      try await far.mastodon.send(message, as: far.access)
    }
    #expect(error?.kind == .gone)
    #expect(error?.certainlyNotSent == true)
    #expect(far.double.accepted.isEmpty)
  }

  @Test func aServerThatHoldsNewAccountsSaysSo() async throws {
    var manner = MastodonManner.mastodon
    manner.holdsNewAccounts = true
    let far = MastodonFixture(manner)
    let error = await #expect(throws: NetworkError.self) {
      try await far.mastodon.send(message(far, "Hello!"), as: far.access)
    }
    #expect(error?.kind == .refused)
    #expect(error?.certainlyNotSent == true)
    #expect(error?.text.english.contains("pending approval") == true)
  }

  @Test func whatFailsBeforeTheMessageIsHandedOverCertainlyDidNotGoOut() async throws {
    let far = MastodonFixture()
    let asked = far.double.post(by: far.ana, "@shop hello?")
    for path in ["/api/v2/instance", "/api/v1/statuses"] {
      far.double.fail(.get, path, .cutAfter)
      let error = await #expect(throws: NetworkError.self) {
        try await far.mastodon.send(message(far, "Hello!", to: asked), as: far.access)
      }
      #expect(error?.kind == .temporary)
      #expect(error?.certainlyNotSent == true)
    }
    #expect(far.double.accepted.isEmpty)
  }

  /// As the desk does it: an outcome in doubt is looked up before it is tried again.
  @Test(arguments: MastodonManner.all, 0..<6)
  func throughFaultsEveryMessageArrivesOnceOrIsGivenToAPerson(
    _ manner: MastodonManner, seed: Int
  ) async throws {
    var dice = SplitMix64(seed: UInt64(seed) + 77)
    let far = MastodonFixture(manner)
    var unknown = 0
    for number in 0..<25 {
      far.clock.advance(by: .seconds(30))
      let visibility =
        [Visibility.public, .unlisted, .private].randomElement(using: &dice) ?? .public
      let asked = far.double.post(by: far.ana, "@shop question \(number)?")
      let message = message(
        far, "Answer *\(number)*, “as” asked.", to: asked, visibility: visibility)
      for _ in 0..<Int.random(in: 0...3, using: &dice) {
        let faults: [MastodonDouble.Fault] = [
          .cutBefore, .cutAfter, .statusAfter(500), .statusAfter(504),
          .refusal(503, "", headers: [:]),
        ]
        far.double.fail(.post, "/api/v1/statuses", faults.randomElement(using: &dice) ?? .cutAfter)
      }
      var isInDoubt = false
      deliver: for _ in 0..<12 {
        do {
          if isInDoubt {
            switch try await far.mastodon.find(message, as: far.access) {
            case .there: break deliver
            case .absent: isInDoubt = false
            case .cannotTell:
              unknown += 1
              break deliver
            }
          }
          _ = try await far.mastodon.send(message, as: far.access)
          break deliver
        } catch let error as NetworkError {
          isInDoubt = isInDoubt || !error.certainlyNotSent
          far.clock.advance(by: error.retryAfter ?? .seconds(5))
        }
      }
    }
    let texts = far.double.accepted.map(\.text)
    #expect(Set(texts).count == texts.count, "nothing goes out twice")
    #expect(texts.count >= 25 - unknown, "nothing is lost")
    if manner.name == "mastodon" { #expect(unknown == 0) }
  }

  @Test func aServerWithoutKeysGetsAMinuteToFinishBeforeAnythingIsCalledAbsent() async throws {
    let far = MastodonFixture(.gotosocial)
    far.double.post(by: far.shop, "Long ago.", at: far.clock.now() - .hours(5))
    let message = message(far, "Hello.")
    far.double.fail(.post, "/api/v1/statuses", .cutBefore)
    await #expect(throws: NetworkError.self) {
      try await far.mastodon.send(message, as: far.access)
    }
    far.clock.advance(by: .seconds(10))
    let error = await #expect(throws: NetworkError.self) {
      try await far.mastodon.find(message, as: far.access)
    }
    #expect(error?.kind == .temporary)
    #expect(error?.retryAfter == .seconds(50))
    far.clock.advance(by: .seconds(50))
    guard case .absent = try await far.mastodon.find(message, as: far.access) else {
      Issue.record("it is absent")
      return
    }
  }

  @Test func aListThatShowsNoPrivatePostsCannotTellOfOne() async throws {
    let far = MastodonFixture(.snac)
    var message = message(far, "Between us.", visibility: .private)
    message.firstTriedAt = far.clock.now() - .hours(2)
    guard case .cannotTell = try await far.mastodon.find(message, as: far.access) else {
      Issue.record("nobody can tell")
      return
    }
  }

  @Test func theSameWordsToSomebodyElseAreNotThisMessage() async throws {
    let far = MastodonFixture()
    let one = far.double.post(by: far.ana, "@shop one?")
    let two = far.double.post(by: far.ana, "@shop two?")
    _ = try await far.mastodon.send(message(far, "Yes.", to: one), as: far.access)
    guard case .absent = try await far.mastodon.find(message(far, "Yes.", to: two), as: far.access)
    else {
      Issue.record("the other one was answered")
      return
    }
  }

  @Test func anEditKeepsTheNamesAndTheMediaAndIsMadeOnce() async throws {
    let far = MastodonFixture()
    let asked = far.double.post(by: far.ana, "@shop open?")
    let medium = OutgoingMedia(
      bytes: [1, 2, 3], type: "image/png", alternative: "a door", key: "m")
    async let upload = far.mastodon.upload(medium, as: far.access)
    await far.clock.waitForSleepers()
    far.clock.advance(by: .seconds(1))
    var reply = message(far, "Open till nein.", to: asked)
    reply.media = [try await upload]
    let sent = try await far.mastodon.send(reply, as: far.access)
    let edited = message(far, "Open till nine.")
    _ = try await far.mastodon.edit(sent.reference, to: edited, as: far.access)
    _ = try await far.mastodon.edit(sent.reference, to: edited, as: far.access)
    #expect(far.double.accepted.map(\.text) == ["@ana@bolha.example Open till nine."])
    #expect(far.double.accepted.map(\.alternatives) == [["a door"]])
    #expect(far.double.requests.filter { $0.method == .put }.count == 1)
  }

  @Test func anEditThatChangedTheIdIsStillTheSamePost() async throws {
    let far = MastodonFixture(.snac)
    let sent = try await far.mastodon.send(message(far, "Bels."), as: far.access)
    let once = try await far.mastodon.edit(
      sent.reference, to: message(far, "Bell."), as: far.access)
    #expect(once.reference.remoteID == sent.reference.remoteID)
    #expect(once.reference.local != sent.reference.local)
    // By the old id too.
    _ = try await far.mastodon.edit(sent.reference, to: message(far, "Bells."), as: far.access)
    #expect(far.double.accepted.map(\.text) == ["Bells."])
    try await far.mastodon.delete(sent.reference, as: far.access)
    #expect(far.double.accepted.isEmpty)
  }
}
