import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import PracticeNetwork

/// The client over a wire, as it talks to a far side that is a process of its own.
@Suite struct RemoteTests {
  private let base = "http://127.0.0.1:8090"
  private let source = ListeningSource(id: ID(1), kind: "tag", target: "a b&c", cursor: "x.1")

  private var message: OutgoingMessage {
    OutgoingMessage(key: "key-1", text: "Hello.", firstTriedAt: Instant(seconds: 1_778_000_000))
  }

  @Test func aSourceIsAskedForByItsKindTargetAndCursor() async throws {
    let wire = ScriptedWire()
    wire.on(
      .get, base + "/v1/heard?kind=tag&target=a%20b%26c&after=x.1",
      body: #"{"changes":[],"cursor":"x.2","more":false,"wait":1500}"#)
    let heard = try await PracticeNetwork(wire: wire, at: base).listen(to: source)
    #expect(heard.cursor == "x.2")
    #expect(heard.next == .milliseconds(1500))
  }

  @Test func theKeyAndTheRightGoAlong() async throws {
    let wire = ScriptedWire()
    wire.on(.post, base + "/v1/posts", status: 503, body: #"{"error":"x","accepted":false}"#)
    let error = await #expect(throws: NetworkError.self) {
      try await PracticeNetwork(wire: wire, at: base).send(
        message, as: .practice(token: "secret-token"))
    }
    #expect(error?.certainlyNotSent == true)
    let request = try #require(wire.requests.first)
    #expect(request.headers.contains { $0 == ("idempotency-key", "key-1") })
    #expect(request.headers.contains { $0 == ("authorization", "Bearer secret-token") })
  }

  @Test(arguments: [
    (500, "{}", NetworkError.Kind.temporary, false), (502, "<html>", .temporary, false),
    (401, #"{"error":"x","accepted":false}"#, .signedOut, true), (200, "{}", .malformed, false),
    (422, #"{"error":"It is too long.","accepted":false}"#, .refused, true),
    (429, "", .rateLimited, false), (418, "", .refused, false),
  ])
  func whateverComesBackIsSaidTruly(
    status: Int, body: String, kind: NetworkError.Kind, isNotSent: Bool
  ) async throws {
    let wire = ScriptedWire()
    wire.on(.post, base + "/v1/posts", status: status, body: body)
    let error = await #expect(throws: NetworkError.self) {
      try await PracticeNetwork(wire: wire, at: base).send(message, as: .practice(token: "t"))
    }
    #expect(error?.kind == kind)
    #expect(error?.certainlyNotSent == isNotSent)
    #expect(error?.text.isEmpty == false)
  }

  @Test(arguments: [true, false])
  func whatTheWireKnowsOfAFailureIsPassedOn(isNotSent: Bool) async throws {
    let wire = ScriptedWire()
    wire.on(
      .post, base + "/v1/posts",
      throwing: WireError(.unreachable, "Nobody listens there.", certainlyNotSent: isNotSent))
    let error = await #expect(throws: NetworkError.self) {
      try await PracticeNetwork(wire: wire, at: base).send(message, as: .practice(token: "t"))
    }
    #expect(error?.kind == .temporary)
    #expect(error?.certainlyNotSent == isNotSent)
  }

  @Test func aStreamThatEndsQuietlyIsLostAllTheSame() async throws {
    let wire = ScriptedWire()
    let page = #"{"changes":[{"kind":"gone","id":"abc"}],"cursor":"x.2","more":false,"wait":1}"#
    wire.onEvents(
      base + "/v1/stream?kind=tag&target=a%20b%26c&after=x.1",
      [
        ServerSentEvent(event: "ping", data: "nothing of ours"),
        ServerSentEvent(id: "x.2", event: "heard", data: page),
      ], end: nil)
    var events: [RemoteEvent] = []
    let error = await #expect(throws: NetworkError.self) {
      for try await heard in PracticeNetwork(wire: wire, at: base).stream(of: source) {
        events += heard.events
      }
    }
    #expect(events == [.removed(RemoteID("post/abc"))])
    #expect(error?.kind == .temporary)
  }

  @Test func idsOfElsewhereNeverReachAnAddress() async throws {
    let wire = ScriptedWire()
    let network = PracticeNetwork(wire: wire, at: base)
    let foreign = RemoteReference(remoteID: RemoteID("post/../v1/faults"))
    await #expect(throws: NetworkError.self) {
      try await network.thread(around: foreign, as: nil)
    }
    try await network.delete(foreign, as: .practice(token: "t"))
    #expect(try await network.recheck([foreign], as: nil).isEmpty)
    #expect(wire.requests.isEmpty)
  }

  @Test func everyOfferSaysThatThesePeopleAreInvented() async throws {
    let network = PracticeNetwork(wire: ScriptedWire(), at: base)
    let offers = try await network.offers(for: "bicycle")
    #expect(offers.map(\.kind) == ["public", "tag"])
    #expect(offers.allSatisfy { $0.can.english.contains("invented") })
    #expect(try await network.offers(for: "two words").map(\.kind) == ["public"])
    #expect(try await network.offers(for: " ").isEmpty)
  }
}
