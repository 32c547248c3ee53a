import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import BlueskyNetwork

/// The shapes of messages. Those here were written from the documentation of Jetstream, not taken from a server: version 1
/// from its README, version 2 from `network.bsky.jetstream.subscribeEvents`.
@Suite struct BlueskyMessageTests {
  private let did = Written.did

  @Test func aPostOfEveryShapeIsTheSame() throws {
    let record =
      #"{"$type":"app.bsky.feed.post","createdAt":"2024-09-09T19:46:02.102Z","langs":["en"],"text":"Hello"}"#
    let shapes = [
      """
      {"did":"\(did)","time_us":1725911162329308,"kind":"commit","commit":{"operation":"create",\
      "collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b","record":\(record)}}
      """,
      """
      {"did":"\(did)","time_us":1725911162329308,"type":"com","commit":{"type":"c",\
      "record":\(record),"rkey":"3l3qo2vuowo2b","collection":"app.bsky.feed.post"}}
      """,
      """
      {"$type":"#commit","seq":7,"did":"\(did)","time":"2020-01-01T00:00:00.000000Z",\
      "witnessedAt":"2024-09-09T19:46:02.329308Z","rev":"3l3q","operation":"create",\
      "collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b","record":\(record)}
      """,
      """
      {"$type":"message","payload":{"$type":"network.bsky.jetstream.subscribeEvents#commit","seq":7,\
      "did":"\(did)","time":"2024-09-09T19:46:02.329308Z","rev":"3l3q","operation":"create",\
      "collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b","record":\(record)}}
      """,
    ]
    let told = shapes.map { Told($0) }
    for one in told {
      #expect(one == told[0])
      #expect(one?.at == 1_725_911_162_329_308)
      guard case .post(let key, let post, isEdit: false) = try #require(one).what else {
        Issue.record("no post")
        continue
      }
      #expect(key == "3l3qo2vuowo2b" && post.text == "Hello" && post.languages == ["en"])
    }
  }

  @Test func removalsEditsPeopleAndNoticesAreUnderstood() {
    let whats: [(String, Told.What)] = [
      (
        #""kind":"commit","commit":{"operation":"delete","collection":"app.bsky.feed.post","rkey":"a"}"#,
        .removed(key: "a")
      ),
      (
        #""type":"com","commit":{"type":"d","collection":"app.bsky.feed.post","rkey":"a"}"#,
        .removed(key: "a")
      ),
      (
        #""kind":"identity","identity":{"did":"x","handle":"Ana.Example","seq":1}"#,
        .handle("ana.example")
      ),
      (#""type":"id","identity":{"handle":"ana.example"}"#, .handle("ana.example")),
      (#""kind":"account","account":{"active":true}"#, .nothing),
      (#""kind":"account","account":{"active":true,"status":"deleted"}"#, .nothing),
      (#""kind":"account","account":{"active":false,"status":"suspended"}"#, .nothing),
      (#""kind":"account","account":{"active":false,"status":"deactivated"}"#, .nothing),
      (#""kind":"account","account":{"active":false}"#, .nothing),
      (#""kind":"account","account":{"status":"deleted","active":false,"seq":3}"#, .gone),
      (#""type":"acc","account":{"active":false,"status":"takendown"}"#, .nothing),
      (##""$type":"#account","account":{"active":false,"status":"takendown"}"##, .nothing),
      (##""$type":"#account","account":{"active":false,"status":"deleted"}"##, .gone),
      (
        #""kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.like","rkey":"a","record":{}}"#,
        .nothing
      ),
      (#""kind":"sync","sync":{}"#, .nothing),
      (
        #""kind":"commit","commit":{"operation":"update","collection":"app.bsky.actor.profile","rkey":"self","record":{"displayName":"Ana","labels":{"values":[{"val":"!no-unauthenticated"}]}}}"#,
        .profile(ProfileRecord(name: "Ana", labels: ["!no-unauthenticated"]))
      ),
    ]
    for (members, what) in whats {
      #expect(Told("{\"did\":\"\(did)\",\"time_us\":1,\(members)}")?.what == what, "\(members)")
    }
    #expect(
      Told(##"{"$type":"message","payload":{"$type":"x#info","name":"OutdatedCursor"}}"##)?.what
        == .gap)
    #expect(Told(#"{"$type":"error","error":"ConsumerTooSlow","message":"m"}"#) == nil)
    #expect(Told(##"{"$type":"#info","name":"OutdatedCursor","message":"m"}"##)?.what == .gap)
  }

  @Test(arguments: [
    "", "null", "[]", "{", "{}", "\u{0}", #"{"did":5}"#, #"{"did":"no did","kind":"commit"}"#,
    String(repeating: "[", count: 100_000), "{\"did\":\"did:plc:a\"} more",
    #"{"did":"did:plc:a","x":"# + String(repeating: #"{"x":"#, count: 5_000),
  ])
  func whatIsNoMessageIsPassedOver(text: String) { #expect(Told(text) == nil) }

  @Test func wrongTypesLeaveTheRestStanding() throws {
    let record =
      #"{"text":"Hello","langs":"en","facets":{"a":[1]},"reply":[],"embed":"x","labels":7,"createdAt":12}"#
    let told = Told(
      """
      {"did":"\(did)","time_us":"soon","kind":"commit","commit":{"operation":"create",\
      "collection":"app.bsky.feed.post","rkey":"a","record":\(record)}}
      """)
    #expect(told?.what == .post(key: "a", PostRecord(text: "Hello"), isEdit: false))
    #expect(told?.at == nil)
  }

  /// What a real server sent (the corpus of `bluesky-social/jetstream`), compared with Foundation's reading of it.
  @Test func whatARealServerSentIsRead() throws {
    guard let folder = Corpora.folder("atproto-jetstream") else {
      print("Bluesky: the collection atproto-jetstream is not here; it was not replayed.")
      return
    }
    var posts = 0
    for name in [
      "internal/corpus/testdata/expected_v1.jsonl", "internal/subscribe/testdata/golden_v1.jsonl",
    ] {
      let lines = try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(
        separator: "\n")
      for line in lines {
        let told = try #require(Told(String(line)), "\(line)")
        let theirs = try #require(
          JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(told.did == theirs["did"] as? String)
        #expect(told.at == (theirs["time_us"] as? NSNumber)?.int64Value)
        let commit = theirs["commit"] as? [String: Any]
        let record = commit?["record"] as? [String: Any]
        guard commit?["collection"] as? String == Collection.post, let record else { continue }
        guard case .post(let key, let post, _) = told.what else {
          Issue.record("no post: \(line)")
          continue
        }
        posts += 1
        #expect(key == commit?["rkey"] as? String)
        #expect(post.text == record["text"] as? String)
        #expect(post.languages == record["langs"] as? [String] ?? [])
        let reply = (record["reply"] as? [String: Any])?["parent"] as? [String: Any]
        #expect(post.parent == reply?["uri"] as? String)
        #expect(PostTime.instant(post.createdAt) != nil)
        let event = Incoming(now: Instant(seconds: 1_800_000_000)).event(told) { _ in nil }
        #expect([event].compactMap { $0 }.posts.count == 1)
      }
    }
    #expect(posts == 18)
  }
}
