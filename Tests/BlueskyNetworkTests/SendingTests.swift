import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import BlueskyNetwork

@Suite struct BlueskySendingTests {
  private func message(
    _ text: String, key: String = "key", to parent: RemoteReference? = nil, at: Instant
  ) -> OutgoingMessage {
    OutgoingMessage(key: key, text: text, inReplyTo: parent, firstTriedAt: at)
  }

  @Test func anAnswerNamesItsParentAndTheRoot() async throws {
    let far = try await AccountFixture()
    let root = far.double.post(by: far.ana, "A long thread begins.")
    let middle = far.double.post(by: far.ana, "It goes on.", inReplyTo: root)
    _ = try await far.bluesky.send(
      message("Indeed.", to: far.reference(middle), at: far.clock.now()), as: far.access)
    let sent = try #require(far.double.accepted.first)
    #expect(sent.root == root)
    #expect(sent.parent == middle)
  }

  @Test func namesLinksAndTagsAreMarkedByBytes() async throws {
    let far = try await AccountFixture()
    let text = "Grüße 🔔, @ana.example! Siehe https://bells.example/läuten?x=(1). #Glocken, #2"
    let sent = try await far.bluesky.send(message(text, at: far.clock.now()), as: far.access)
    let record = try #require(far.double.accepted.first?.record)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any])
    let bytes = Array(text.utf8)
    let marked = (object["facets"] as? [[String: Any]] ?? []).map { facet -> String in
      let index = facet["index"] as? [String: Int] ?? [:]
      return String(
        decoding: bytes[(index["byteStart"] ?? 0)..<(index["byteEnd"] ?? 0)], as: UTF8.self)
    }
    #expect(marked == ["@ana.example", "https://bells.example/läuten?x=(1)", "#Glocken"])
    #expect(sent.post?.mentions == [RemoteID(far.ana)])
  }

  @Test func aNameThatNobodyHasStaysWords() async throws {
    let far = try await AccountFixture()
    _ = try await far.bluesky.send(
      message("Ask @nobody.example.", at: far.clock.now()), as: far.access)
    #expect(far.double.accepted.first?.record.contains("facets") == false)
  }

  @Test func aPostThatNobodyMayAnswerIsNotAnswered() async throws {
    let far = try await AccountFixture()
    let post = far.double.post(by: far.ana, "Only for friends.")
    far.double.close(post)
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.send(
        message("Hello.", to: far.reference(post), at: far.clock.now()), as: far.access)
    }
    #expect(error?.kind == .refused)
    #expect(error?.certainlyNotSent == true)
  }

  @Test func labelsOfTheNetworkAreLabelsAndOtherWarningsAreWords() async throws {
    let far = try await AccountFixture()
    var first = message("See below.", key: "a", at: far.clock.now())
    first.warning = "Nudity, graphic-media"
    var second = message("The end.", key: "b", at: far.clock.now())
    second.warning = "a film, porn"
    _ = try await far.bluesky.send(first, as: far.access)
    _ = try await far.bluesky.send(second, as: far.access)
    #expect(far.double.accepted.map(\.labels) == [["nudity", "graphic-media"], ["porn"]])
    #expect(far.double.accepted.map(\.text) == ["See below.", "CW: a film\n\nThe end."])
  }

  @Test func aWarningThatStandsInTheTextIsMeasuredWithIt() async throws {
    let far = try await AccountFixture()
    let can = try await far.bluesky.capabilities(of: far.access)
    for (text, fits) in [(288, true), (289, false)] {
      var message = message(
        String(repeating: "x", count: text), key: "k\(text)", at: far.clock.now())
      message.warning = "a film"
      #expect((can.count(message.text, warning: message.warning) <= 300) == fits)
      let sent = try? await far.bluesky.send(message, as: far.access)
      #expect((sent != nil) == fits)
    }
  }

  /// The reference server ends with a fault of its own where a record stands already.
  @Test func whatArrivedUnknownIsFoundByItsNameAndNotMadeAgain() async throws {
    let far = try await AccountFixture()
    let message = message("Once.", at: far.clock.now())
    for fault in [BlueskyDouble.Fault.cutAfter, .statusAfter(502)] {
      far.double.fail("/xrpc/com.atproto.repo.createRecord", fault)
      _ = try? await far.bluesky.send(message, as: far.access)
    }
    var later = message
    later.firstTriedAt = message.firstTriedAt - .hours(1)
    guard case .there(let found) = try await far.bluesky.find(later, as: far.access) else {
      Issue.record("it is there")
      return
    }
    #expect(try await far.bluesky.send(message, as: far.access).reference == found.reference)
    #expect(far.double.journal.count == 1)
  }

  @Test func anotherPostUnderTheSameNameIsNeverOverwritten() async throws {
    let far = try await AccountFixture()
    let message = message("Mine.", at: far.clock.now())
    far.double.post(by: far.shop, "Somebody else's.", key: RecordKey.of(message))
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.send(message, as: far.access)
    }
    #expect(error?.kind == .refused)
    #expect(error?.certainlyNotSent == true)
  }

  @Test func namesOfPostsAreTimesAndDependOnTheKeyAlone() {
    let at = Instant(milliseconds: 1_778_000_000_123)
    var seen: Set<String> = []
    for number in 0..<1_000 {
      let message = message("x", key: "key-\(number)", at: at)
      let key = RecordKey.of(message)
      #expect(RecordKey.isTime(key))
      #expect(key == RecordKey.of(message))
      seen.insert(key)
    }
    #expect(seen.count > 990)
    let later = RecordKey.of(message("x", key: "key-0", at: at + .milliseconds(1)))
    #expect(later > (seen.max() ?? ""))
    #expect(RecordKey.text(microseconds: 0, clock: 0) == "2222222222222")
  }

  @Test func picturesCarryTheirShape() async throws {
    let far = try await AccountFixture()
    let png: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52]
      + [0, 0, 2, 0, 0, 0, 1, 0, 8, 6, 0, 0, 0]
    let id = try await far.bluesky.upload(
      OutgoingMedia(bytes: png, type: "image/png", alternative: "A bell", key: "m"), as: far.access)
    var message = message("Look.", at: far.clock.now())
    message.media = [id]
    _ = try await far.bluesky.send(message, as: far.access)
    let sent = try #require(far.double.accepted.first)
    #expect(sent.alternatives == ["A bell"])
    #expect(sent.record.contains(#""aspectRatio":{"height":256,"width":512}"#))
    let tooLarge = OutgoingMedia(
      bytes: Array(repeating: 0, count: 1_000_001), type: "image/png", alternative: "", key: "n")
    await #expect(throws: NetworkError.self) {
      try await far.bluesky.upload(tooLarge, as: far.access)
    }
  }

  @Test func lengthIsCountedInCharactersAndInBytes() async throws {
    let far = try await AccountFixture()
    let length = try await far.bluesky.capabilities(of: far.access).length
    #expect(length.limit == 300)
    #expect(length.count(String(repeating: "e\u{301}", count: 300)) == 300)
    #expect(length.count(String(repeating: "👨‍👩‍👧‍👦", count: 120)) == 300)
    #expect(length.count(String(repeating: "👨‍👩‍👧‍👦", count: 121)) > 300)
    #expect(length.count(String(repeating: "a", count: 301)) == 301)
  }
}

@Suite struct BlueskyPrivateTests {
  @Test func whatIsSaidInPrivateIsHeardInOrderAndAnsweredThere() async throws {
    let far = try await AccountFixture()
    let (conversation, first) = far.double.message(from: far.ana, to: far.shop, "Are you open?")
    far.clock.advance(by: .seconds(1))
    var source = far.source("messages")
    let heard = try await far.bluesky.listen(to: source)
    let post = try #require(heard.events.posts.first)
    #expect(heard.events.count == 1)
    #expect(post.toUs && post.visibility == .private && post.parent == nil)
    #expect(post.author.address == "@ana.example")

    let answer = OutgoingMessage(
      key: "k", text: "Until six.", visibility: .public, inReplyTo: post.reference,
      writtenAt: far.clock.now(), firstTriedAt: far.clock.now())
    far.double.fail("/xrpc/chat.bsky.convo.sendMessage", .cutAfter)
    await #expect(throws: NetworkError.self) { try await far.bluesky.send(answer, as: far.access) }
    _ = try await far.bluesky.send(answer, as: far.access)
    #expect(far.double.journal.map(\.text) == ["Until six."])
    #expect(far.double.journal.first?.isPrivate == true, "what was said in private stays there")

    far.clock.advance(by: .seconds(1))
    far.double.message(from: far.ana, to: far.shop, "Thank you.")
    source.cursor = heard.cursor
    let more = try await far.bluesky.listen(to: source)
    #expect(more.events.posts.map(\.text.plain) == ["Until six.", "Thank you."])
    #expect(more.events.posts.first?.parent == post.reference.remoteID)
    #expect(more.events.posts.map(\.toUs) == [false, true])

    far.double.takeAway(message: first, in: conversation)
    source.cursor = more.cursor
    let last = try await far.bluesky.listen(to: source)
    #expect(last.events == [.removed(post.reference.remoteID)])
  }

  @Test func sameWordsWrittenLaterAreAnotherMessage() async throws {
    let far = try await AccountFixture()
    far.double.message(from: far.ana, to: far.shop, "Hello?")
    let heard = try await far.bluesky.listen(to: far.source("messages"))
    let post = try #require(heard.events.posts.first)
    for number in 1...2 {
      far.clock.advance(by: .minutes(1))
      _ = try await far.bluesky.send(
        OutgoingMessage(
          key: "k\(number)", text: "Yes.", visibility: .private, inReplyTo: post.reference,
          writtenAt: far.clock.now(), firstTriedAt: far.clock.now()), as: far.access)
    }
    #expect(far.double.journal.count == 2)
  }

  /// The service may show a message a moment after it took it: found absent at once, it would be sent twice.
  @Test func aPrivateMessageOfAMomentAgoIsNotCalledAbsent() async throws {
    let far = try await AccountFixture()
    far.double.message(from: far.ana, to: far.shop, "Hello?")
    let heard = try await far.bluesky.listen(to: far.source("messages"))
    let message = OutgoingMessage(
      key: "k", text: "Yes.", visibility: .private,
      inReplyTo: try #require(heard.events.posts.first).reference, writtenAt: far.clock.now(),
      firstTriedAt: far.clock.now())
    far.clock.advance(by: .seconds(20))
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.find(message, as: far.access)
    }
    #expect(error?.kind == .temporary)
    #expect(error?.retryAfter == .seconds(40))
    far.clock.advance(by: .seconds(40))
    guard case .absent = try await far.bluesky.find(message, as: far.access) else {
      Issue.record("not absent")
      return
    }
  }

  @Test func whatMayStandBelowAllThatWasLookedAtIsNotCalledAbsent() async throws {
    let far = try await AccountFixture()
    far.double.message(from: far.ana, to: far.shop, "Hello?")
    let heard = try await far.bluesky.listen(to: far.source("messages"))
    let message = OutgoingMessage(
      key: "k", text: "Yes.", visibility: .private,
      inReplyTo: try #require(heard.events.posts.first).reference, writtenAt: far.clock.now(),
      firstTriedAt: far.clock.now())
    for number in 0..<1_001 {
      far.double.message(from: far.ana, to: far.shop, "And \(number)?")
    }
    far.clock.advance(by: .hours(1))
    guard case .cannotTell = try await far.bluesky.find(message, as: far.access) else {
      Issue.record("told without having looked at all")
      return
    }
  }
}

/// Clocks differ: ours from the service's, and from itself.
@Suite struct BlueskyDoubtTests {
  private let far: AccountFixture
  private let post: RemoteReference

  init() async throws {
    far = try await AccountFixture()
    far.double.message(from: far.ana, to: far.shop, "Hello?")
    let heard = try await far.bluesky.listen(to: far.source("messages"))
    post = try #require(heard.events.posts.first).reference
  }

  /// A process of its own, by another clock.
  private func another(ahead: Duration) -> (network: BlueskyNetwork, clock: ManualClock) {
    let clock = ManualClock(far.clock.now() + ahead)
    let network = BlueskyNetwork(
      wire: BlueskyWire(far.double), clock: clock, randomness: SeededRandomness(seed: 2),
      jetstream: [])
    return (network, clock)
  }

  private func message(_ key: String, at: Instant) -> OutgoingMessage {
    OutgoingMessage(
      key: key, text: "Yes.", visibility: .private, inReplyTo: post, writtenAt: at,
      firstTriedAt: at + .seconds(10))
  }

  @Test(
    arguments: [Duration.zero, .seconds(40), .minutes(5), .hours(1), .zero - .hours(1)],
    [false, true])
  func whateverOurClockSaysWhatArrivedIsFound(_ ahead: Duration, _ isKilled: Bool) async throws {
    let ours = another(ahead: ahead)
    var message = message("k", at: ours.clock.now())
    far.double.fail("/xrpc/chat.bsky.convo.sendMessage", .cutAfter)
    await #expect(throws: NetworkError.self) {
      try await ours.network.send(message, as: far.access)
    }
    far.clock.advance(by: .minutes(2))
    ours.clock.advance(by: .minutes(2))
    message.doubtedAt = message.firstTriedAt
    let looks = isKilled ? another(ahead: ahead).network : ours.network
    let found = try await looks.find(message, as: far.access)
    guard case .there = found else {
      Issue.record("it is there, and was called \(found)")
      return
    }
    _ = try await looks.send(message, as: far.access)
    #expect(far.double.journal.count == 1)
  }

  /// What the desk kept with the message tells it apart from the same words of before, without a process that
  /// remembers or a clock that is right.
  @Test(arguments: [Duration.zero, .hours(3), .zero - .hours(3)], [false, true])
  func afterARestartTheSameWordsOfBeforeAreStillAnother(
    _ ahead: Duration, _ arrives: Bool
  ) async throws {
    _ = try await far.bluesky.send(message("k1", at: far.clock.now()), as: far.access)
    far.clock.advance(by: .minutes(20))
    let ours = another(ahead: ahead)
    var second = message("k2", at: ours.clock.now())
    second.stoodBefore = try await ours.network.mark(before: second, as: far.access)
    far.double.fail("/xrpc/chat.bsky.convo.sendMessage", arrives ? .cutAfter : .cutBefore)
    await #expect(throws: NetworkError.self) {
      try await ours.network.send(second, as: far.access)
    }
    far.clock.advance(by: .minutes(2))
    second.doubtedAt = second.firstTriedAt
    second.lookFrom = second.firstTriedAt - .hours(1)
    let later = another(ahead: ahead).network
    switch try await later.find(second, as: far.access) {
    case .there: #expect(arrives)
    case .absent: #expect(!arrives)
    case .cannotTell: Issue.record("it can be told")
    }
    _ = try await later.send(second, as: far.access)
    #expect(far.double.journal.count == 2)
  }

  @Test func nothingIsSaidInPrivateWhereNobodyCouldLookBefore() async throws {
    let message = message("k", at: far.clock.now())
    far.double.fail("/xrpc/chat.bsky.convo.getMessages", .cutBefore)
    await #expect(throws: NetworkError.self) {
      try await far.bluesky.mark(before: message, as: far.access)
    }
    #expect(
      try await far.bluesky.mark(
        before: OutgoingMessage(
          key: "p", text: "Yes.", visibility: .public, firstTriedAt: far.clock.now()),
        as: far.access) == nil, "a post is found by its name")
  }

  @Test func theSameWordsOfAMomentBeforeAreAnotherMessage() async throws {
    _ = try await far.bluesky.send(message("k1", at: far.clock.now()), as: far.access)
    var second = message("k2", at: far.clock.now())
    far.double.fail("/xrpc/chat.bsky.convo.sendMessage", .cutBefore)
    await #expect(throws: NetworkError.self) {
      try await far.bluesky.send(second, as: far.access)
    }
    far.clock.advance(by: .minutes(2))
    second.doubtedAt = second.firstTriedAt
    guard case .absent = try await far.bluesky.find(second, as: far.access) else {
      Issue.record("it is not there")
      return
    }
    _ = try await far.bluesky.send(second, as: far.access)
    #expect(far.double.journal.count == 2)
  }

  /// What is in doubt is not sent again before it had the time to show.
  @Test func aFurtherAttemptWaitsUntilItCanBeTold() async throws {
    var message = message("k", at: far.clock.now())
    far.double.fail("/xrpc/chat.bsky.convo.sendMessage", .cutBefore)
    await #expect(throws: NetworkError.self) {
      try await far.bluesky.send(message, as: far.access)
    }
    message.doubtedAt = far.clock.now()
    far.clock.advance(by: .seconds(30))
    let early = await #expect(throws: NetworkError.self) {
      try await far.bluesky.send(message, as: far.access)
    }
    #expect(early?.kind == .temporary && early?.retryAfter == .seconds(30))
    #expect(far.double.journal.isEmpty)
    far.clock.advance(by: .seconds(30))
    _ = try await far.bluesky.send(message, as: far.access)
    #expect(far.double.journal.count == 1)
  }
}
