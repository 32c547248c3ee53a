import HeedModel
import HeedNetwork
import Testing

@testable import FeedsNetwork

struct WebSubTests {
  private let topic = "https://bells.example/feed"

  @Test func headersWinOverWhatTheFeedSays() {
    var feed = ParsedFeed(format: .atom, version: "1.0")
    feed.hubs = ["http://old.example/", "https://hub.example/"]
    feed.selfLink = topic
    #expect(
      WebSub.hub(of: feed, headers: []).map { [$0.hub, $0.topic] } == [
        "https://hub.example/", topic,
      ])
    let headers = [
      (
        name: "Link",
        value: "<https://new.example/>; rel=\"hub\", <https://bells.example/x>; rel=self"
      )
    ]
    #expect(
      WebSub.hub(of: feed, headers: headers).map { [$0.hub, $0.topic] }
        == ["https://new.example/", "https://bells.example/x"])
    feed.hubs = []
    #expect(WebSub.hub(of: feed, headers: []) == nil)
  }

  /// What takes each `<` for a beginning and looks for its end needs minutes for this.
  @Test func aHeaderOfNothingButBeginningsIsReadAtOnce() {
    let flood = (name: "link", value: String(repeating: "<", count: 64 << 10))
    let telling = (
      name: "link", value: "<https://hub.example/>; rel=hub, <https://bells.example/x>;rel='self'"
    )
    let feed = ParsedFeed(format: .atom, version: "1.0")
    for headers in [[telling, flood], [flood, telling]] {
      #expect(WebSub.hub(of: feed, headers: headers)?.hub == "https://hub.example/")
    }
    let announcing = (
      name: "Link",
      value:
        "</feed>; rel=alternate; type=\"application/rss+xml; charset=utf-8\", </x>; rel=alternate"
    )
    #expect(AnswerHeaders([flood, announcing]).feeds == ["/feed"])
  }

  @Test func aSubscriptionIsAFormThatHubsRead() {
    let request = WebSub.subscription(
      to: topic + "?a=b&c", at: "https://hub.example/", callback: "https://desk.example/in/1",
      secret: "s +&")
    #expect(request.method == .post)
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == "hub.mode=subscribe&hub.topic=https%3A%2F%2Fbells.example%2Ffeed%3Fa%3Db%26c"
        + "&hub.callback=https%3A%2F%2Fdesk.example%2Fin%2F1&hub.lease_seconds=864000"
        + "&hub.secret=s%20%2B%26")
  }

  @Test func onlyWhatWasAskedForIsConfirmed() {
    let query = [
      "hub.mode": "subscribe", "hub.topic": topic, "hub.challenge": "abc",
      "hub.lease_seconds": "600",
    ]
    #expect(WebSub.confirm(query, topic: topic) == .echo("abc", lease: .seconds(600)))
    #expect(WebSub.confirm(query, topic: "https://other.example/") == .unknown)
    #expect(WebSub.confirm(query, topic: topic, isEnding: true) == .unknown)
    let denied = ["hub.mode": "denied", "hub.topic": topic, "hub.reason": "full"]
    #expect(WebSub.confirm(denied, topic: topic) == .denied(reason: "full"))
  }

  @Test func aBodyIsProvenByItsCodeAlone() {
    let sum: (String, [UInt8]) -> [UInt8]? = { method, body in
      method == "sha256" ? [body.reduce(0, &+), 0xAB] : nil
    }
    #expect(WebSub.isProven("sha256=06ab", body: [1, 2, 3], hmac: sum))
    #expect(WebSub.isProven("SHA256=06AB", body: [1, 2, 3], hmac: sum))
    for wrong in [
      "sha256=06ac", "sha256=06", "sha256=", "sha1=06ab", "md5=06ab", "06ab", "sha256=zz",
      "sha256=06a",
    ] {
      #expect(!WebSub.isProven(wrong, body: [1, 2, 3], hmac: sum), "\(wrong)")
    }
    #expect(!WebSub.isProven(nil, body: [], hmac: sum))
  }
}
