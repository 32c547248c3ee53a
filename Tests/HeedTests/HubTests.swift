import FeedsNetwork
import Foundation
import HTTPTypes
import HeedModel
import HeedNetwork
import HeedReading
import HeedSQLite
import HeedStore
import HeedTesting
import HeedWire
import Hummingbird
import Logging
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// WebSub from end to end: a feed and its hub on 127.0.0.1, and a desk that is told.
@Suite struct HubTests {
  @Test func aHubIsAskedConfirmsAndTellsWhatIsNew() async throws {
    try await Told.with { told in
      try await told.poll()
      #expect(try await told.words() == ["One"])
      try await told.subscriber.lookAfterAll()
      let asked = try #require(await told.hub.asked.last)
      #expect(asked["hub.mode"] == "subscribe")
      #expect(asked["hub.topic"] == told.feed)
      #expect(asked["hub.callback"]?.hasPrefix(told.base + "/told/") == true)
      #expect(asked["hub.secret"]?.utf8.count == 64)
      // Nothing is told before it is confirmed, and the secret stands nowhere in the open.
      try await told.tell(["One", "Two"], expecting: 410)
      #expect(try await told.words() == ["One"])
      let dump = try await told.dump()
      for secret in [
        asked["hub.secret"] ?? "?",
        asked["hub.callback"]?.split(separator: "/").last.map(String.init) ?? "?",
      ] {
        #expect(!dump.contains(secret))
      }

      try await told.confirm()
      try await told.tell(["One", "Two"])
      #expect(try await told.words() == ["One", "Two"])
      // The next question to the feed, hours later, brings the same once more: still one post each.
      await told.hub.set(["One", "Two"])
      try await told.poll()
      #expect(try await told.words() == ["One", "Two"])
    }
  }

  @Test func tenCopiesOfANoteAtOnceAreOne() async throws {
    try await Told.confirmed { told in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<10 { group.addTask { try await told.tell(["One", "Two", "Three"]) } }
        try await group.waitForAll()
      }
      #expect(try await told.words() == ["One", "Three", "Two"])
      #expect(try await told.count("notes_heard") == 1)
      #expect(try await told.count("revisions") == 0)
    }
  }

  @Test func aNoteThatComesAgainLaterIsDropped() async throws {
    try await Told.confirmed { told in
      try await told.tell(["One", "Two"])
      try await told.tell(["One", "Two, mended"], edited: true)
      #expect(try await told.words() == ["One", "Two, mended"])
      // Somebody kept the first note, signature and all.
      try await told.tell(["One", "Two"])
      #expect(try await told.words() == ["One", "Two, mended"])
    }
  }

  @Test func whatIsNotSignedAsAgreedChangesNothing() async throws {
    try await Told.confirmed { told in
      let body = Hub.rss(["One", "Forged"])
      let secret = try #require(await told.hub.asked.last?["hub.secret"])
      let good = Hub.signature(body, secret: secret)
      let other = Hub.signature(body, secret: "another")
      for signature in [
        nil, "", "sha256", "sha256=", "sha256=zz", "sha256=" + String(repeating: "0", count: 64),
        other, "md5=" + String(good.dropFirst(7)), "sha512=" + String(good.dropFirst(7)),
        String(good.dropLast(2)), good + "00", "sha256=" + good,
      ] {
        let status = try await told.post(body, signature: signature)
        #expect(status == 202, "\(signature ?? "none")")
      }
      // A signature of other words.
      #expect(try await told.post(Hub.rss(["One", "Forged, too"]), signature: good) == 202)
      #expect(try await told.words() == ["One"])
      #expect(try await told.count("notes_heard") == 0)
      #expect(try await told.post(body, signature: good) == 202)
      #expect(try await told.words() == ["Forged", "One"])
    }
  }

  @Test func whatIsSignedAndMakesNoSenseHarmsNobody() async throws {
    try await Told.confirmed { told in
      let bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"ha\">"
        + (0..<20).map {
          "<!ENTITY c\($0) \"&\($0 == 0 ? "b" : "c\($0 - 1)");&\($0 == 0 ? "b" : "c\($0 - 1)");\">"
        }.joined()
        + "]><rss><channel><title>&c19;</title></channel></rss>"
      for body in [
        Array(bomb.utf8), [], [0xFF, 0xFE, 0, 0], Array("<html>no feed</html>".utf8),
        Array(String(repeating: "<a>", count: 50_000).utf8),
      ] {
        let secret = try #require(await told.hub.asked.last?["hub.secret"])
        #expect(try await told.post(body, signature: Hub.signature(body, secret: secret)) == 202)
      }
      #expect(try await told.words() == ["One"])
      // The feed itself is asked what it meant.
      let source = try await told.source()
      #expect(source.nextAt <= told.clock.now() + .minutes(1))
    }
  }

  @Test func addressesThatNobodyAskedForAreNotThere() async throws {
    try await Told.confirmed { told in
      let body = Hub.rss(["One", "Two"])
      for path in ["/told/-", "/told/0", "/told/" + String(repeating: "a", count: 64)] {
        #expect(
          try await told.post(body, signature: "sha256=00", at: told.base + path) == 404, "\(path)")
      }
      let large = [UInt8](repeating: 0x20, count: Desk.mostNoteBytes + 1)
      let status = try await told.post(large, signature: "sha256=00")
      #expect(status >= 400 && status < 500)
    }
  }

  @Test func onlyWhatTheDeskAskedForIsConfirmed() async throws {
    try await Told.with { told in
      try await told.poll()
      try await told.subscriber.lookAfterAll()
      let topic = told.feed
      for query in [
        ["hub.mode": "subscribe", "hub.topic": topic + "2", "hub.challenge": "x"],
        ["hub.mode": "unsubscribe", "hub.topic": topic, "hub.challenge": "x"],
        ["hub.mode": "subscribe", "hub.topic": topic],
        ["hub.mode": "subscribe", "hub.challenge": "x"], [:],
        [
          "hub.mode": "subscribe", "hub.topic": topic,
          "hub.challenge": String(repeating: "x", count: 5000),
        ],
      ] {
        #expect(try await told.ask(query).status == 404, "\(query)")
      }
      #expect(try await told.subscriptions().allSatisfy { $0.confirmedAt == nil })
      // What is said back is plain text to every browser.
      let answer = try await told.ask([
        "hub.mode": "subscribe", "hub.topic": topic, "hub.challenge": "<script>alert(1)</script>",
      ])
      #expect(answer.header("content-type") == "text/plain; charset=utf-8")
      #expect(answer.header("x-content-type-options") == "nosniff")
    }
  }

  @Test func aLeaseIsRenewedWithANewSecretAndTheOldOneEnds() async throws {
    try await Told.confirmed { told in
      let first = try #require(await told.hub.asked.last)
      told.clock.advance(by: .days(7))
      try await told.subscriber.lookAfterAll()
      #expect(await told.hub.asked.count == 1)
      told.clock.advance(by: .days(1) + .minutes(1))
      try await told.subscriber.lookAfterAll()
      try await told.subscriber.lookAfterAll()
      let second = try #require(await told.hub.asked.last)
      #expect(await told.hub.asked.count == 2)
      #expect(second["hub.secret"] != first["hub.secret"])
      #expect(second["hub.callback"] != first["hub.callback"])
      // Until it is confirmed, what comes by the old one counts.
      try await told.tell(["One", "Two"], as: first)
      try await told.confirm()
      #expect(try await told.subscriptions().count == 1)
      try await told.tell(["One", "Two", "Late"], as: first, expecting: 404)
      try await told.tell(["One", "Two", "Three"])
      #expect(try await told.words() == ["One", "Three", "Two"])
    }
  }

  @Test func aHubThatIsSilentIsAskedLessAndLessAndTheFeedGoesOn() async throws {
    try await Told.with { told in
      await told.hub.refuse()
      try await told.poll()
      for _ in 0..<(3 * 24 * 60 / 5) {
        try await told.subscriber.lookAfterAll()
        told.clock.advance(by: .minutes(5))
      }
      #expect(await told.hub.asked.count < 14)
      await told.hub.set(["One", "Two"])
      try await told.poll()
      #expect(try await told.words() == ["One", "Two"])
    }
  }

  @Test func aDeskThatNobodyReachesAsksNoHub() async throws {
    try await Told.with(isPublic: false) { told in
      try await told.poll()
      try await told.subscriber.lookAfterAll()
      #expect(await told.hub.asked.isEmpty)
      #expect(try await told.subscriptions().isEmpty)
    }
  }

  @Test func whoeverStopsListeningIsToldNoMore() async throws {
    try await Told.confirmed { told in
      let id = try await told.source().id
      try await told.desk.pause(id, true, by: told.lead)
      try await told.tell(["One", "Two"], expecting: 410)
      try await told.subscriber.lookAfterAll()
      #expect(try await told.subscriptions().isEmpty)
      #expect(try await told.words() == ["One"])
    }
  }
}
