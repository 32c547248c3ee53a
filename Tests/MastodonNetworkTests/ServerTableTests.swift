import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Testing

/// One post as each of the servers that speak this API tells it, with what is odd about each. Written from their published
/// documentation and issue threads, none of it recorded.
struct ToldPost: Sendable, CustomTestStringConvertible {
  var server: String
  /// What `/api/v2/instance` says; `nil` where only the first version is there.
  var v2: String?
  var v1: String?
  var status: String
  var text: String
  var author: String
  var visibility = Visibility.public
  var at: Int64 = 1_778_000_200_000
  var mentions: [String] = []
  var parent: String?
  var quoted: String?
  var isEdited = false
  var limit = 500
  var testDescription: String { server }

  static let all = [
    ToldPost(
      server: "GoToSocial",
      v2:
        #"{"domain":"odd.example","version":"0.19.1","source_url":"https://codeberg.org/superseriousbusiness/gotosocial","configuration":{"statuses":{"max_characters":5000}}}"#,
      status: """
        {"id":"01J9","uri":"https://odd.example/users/ana/statuses/01J9","created_at":"2026-05-05T16:56:40Z",
        "edited_at":null,"account":{"id":"01A","username":"ana","acct":"ana","source":null,"fields":[]},
        "content":"<p>Blue?</p>","spoiler_text":"","visibility":"unlisted","local_only":false,"language":"",
        "mentions":[{"id":"01S","username":"shop","acct":"shop","url":"https://odd.example/@shop"}],
        "emojis":[],"poll":null,"card":null,"reblog":null,"quote":null,"interaction_policy":{"can_reply":{"always":[]}}}
        """,
      text: "Blue?", author: "@ana@odd.example", visibility: .unlisted,
      mentions: ["acct:shop@odd.example"], limit: 5000),
    ToldPost(
      server: "Pleroma",
      v1:
        #"{"uri":"https://odd.example","version":"2.7.2 (compatible; Pleroma 2.9.1)","max_toot_chars":5000,"urls":{"streaming_api":"wss://odd.example"}}"#,
      status: """
        {"id":"AxQ","uri":"https://far.example/objects/9","created_at":"2026-05-05T16:56:40.000Z",
        "account":{"id":"A7","username":"ana","acct":"ana@far.example","bot":null,"pleroma":{}},
        "content":"Blue?<br/>Or <b>red</b>?","spoiler_text":null,"visibility":"local","mentions":null,"tags":[],
        "in_reply_to_id":null,"poll":null,"pleroma":{"local":false,"quote":null,"quote_id":null}}
        """,
      text: "Blue?\nOr red?", author: "@ana@far.example", visibility: .unlisted, limit: 5000),
    ToldPost(
      server: "Akkoma", v2: nil,
      v1:
        #"{"uri":"odd.example","version":"2.7.2 (compatible; Akkoma 3.15.2)","max_toot_chars":"8000"}"#,
      status: """
        {"id":"AxR","uri":"https://odd.example/objects/9","created_at":"2026-05-05T16:56:40.000Z","edited_at":"",
        "account":{"id":"A7","username":"ana","acct":"ana"},"content":"<p>Blue?</p>","visibility":"public",
        "quote_id":"AxQ","quote":{"id":"AxQ","uri":"https://q.example/5","account":{"id":"1","acct":"b@q.example"}}}
        """,
      text: "Blue?", author: "@ana@odd.example", quoted: "https://q.example/5", limit: 8000),
    ToldPost(
      server: "Friendica", v2: nil,
      v1:
        #"{"uri":"odd.example","version":"2.8.0 (compatible; Friendica 2025.07-1)","max_toot_chars":200000}"#,
      status: """
        {"id":771,"uri":"https://odd.example/objects/771","created_at":"2026-05-05T16:56:40.000Z",
        "edited_at":"2026-05-05T17:00:00.000Z","in_reply_to_id":0,"in_reply_to_account_id":0,
        "account":{"id":"7","username":"ana","acct":"ana","display_name":"Ana","bot":false,"source":null},
        "content":"Blue? &amp; <em>red</em>","visibility":"public","mentions":{},"tags":{"0":{"name":"bells","url":""}},
        "media_attachments":[],"favourites_count":"3","quote":null,"friendica":{"title":""}}
        """,
      text: "Blue? & red", author: "@ana@odd.example", isEdited: true, limit: 200_000),
    ToldPost(
      server: "Pixelfed", v2: nil,
      v1:
        #"{"uri":"odd.example","version":"3.5.3 (compatible; Pixelfed 0.12.6)","max_toot_chars":null,"configuration":{"statuses":{"max_characters":2000}}}"#,
      status: """
        {"_v":1,"id":"77123456789012345","shortcode":"x","uri":"https://odd.example/p/ana/77","url":"/p/ana/77",
        "created_at":"2026-05-05T16:56:40.000Z","account":{"id":"7","username":"ana","acct":"ana","note":null,
        "created_at":null},"content":"Blue? 🔔","content_text":"Blue? 🔔","spoiler_text":null,"sensitive":0,
        "visibility":"public","mentions":null,"poll":null,"reblog":null,"in_reply_to_id":null,
        "media_attachments":[{"id":9,"type":"image","url":"https://odd.example/9.jpg","description":""}]}
        """,
      text: "Blue? 🔔", author: "@ana@odd.example", limit: 2000),
    ToldPost(
      server: "Sharkey", v2: nil,
      v1:
        #"{"uri":"odd.example","version":"3.0.0 (compatible; Sharkey 2025.4.3; like Akkoma)","max_toot_chars":3000}"#,
      status: """
        {"id":"9x","uri":"https://odd.example/notes/9x","url":"https://odd.example/notes/9x",
        "created_at":"2026-05-05T16:56:40.000Z","edited_at":null,
        "account":{"id":"7a","username":"ana","acct":"ana","display_name":null,"fqn":"ana@odd.example"},
        "content":"$[x2 Blue?]\\nI <3 red & **green**","spoiler_text":null,"visibility":"home","language":null,
        "mentions":[{"id":"1","username":"shop","url":"https://odd.example/@shop"}],"poll":null,
        "quote":false,"reactions":[],"pinned":null,"text":"x"}
        """,
      text: "$[x2 Blue?]\nI <3 red & **green**", author: "@ana@odd.example", visibility: .unlisted,
      mentions: ["acct:shop@odd.example"], limit: 3000),
    ToldPost(
      server: "Iceshrimp.NET",
      v2:
        #"{"domain":"odd.example","version":"4.2.1 (compatible; Iceshrimp.NET/2025.1-beta5)","configuration":{"statuses":{"max_characters":8192}}}"#,
      status: """
        {"id":"9z","uri":"https://odd.example/notes/9z","created_at":"2026-05-05T18:56:40.123+02:00",
        "account":{"id":"7a","username":"ana","acct":"ana@odd.example","fields":null,"emojis":null},
        "content":"<p><span>Blue?</span></p>","spoiler_text":"","visibility":"public","mentions":[],
        "quote":{"id":"5","uri":"https://q.example/5","account":{"id":"1","acct":"b@q.example"}},"quote_id":"5","poll":null}
        """,
      text: "Blue?", author: "@ana@odd.example", at: 1_778_000_200_123,
      quoted: "https://q.example/5", limit: 8192),
    ToldPost(
      server: "Mitra",
      v2:
        #"{"domain":"odd.example","version":"4.0.0 (compatible; Mitra 4.2.0)","configuration":{"statuses":{"max_characters":5000}}}"#,
      status: """
        {"id":"0197-a","uri":"https://odd.example/objects/0197-a","created_at":"2026-05-05T16:56:40.123456Z",
        "account":{"id":"0197-7","username":"ana","acct":"ana","source":null},"content":"<p>Blue?</p>",
        "visibility":"public","mentions":[],"quote_id":null,"quote":null,"pleroma":{"quote_visible":true,
        "quote_url":"https://q.example/5"},"links":[],"ipfs_cid":null}
        """,
      text: "Blue?", author: "@ana@odd.example", at: 1_778_000_200_123,
      quoted: "https://q.example/5", limit: 5000),
    ToldPost(
      server: "kmyblue",
      v2:
        #"{"domain":"odd.example","version":"4.4.0+kmyblue.20.1","configuration":{"statuses":{"max_characters":5000}}}"#,
      status: """
        {"id":"11","uri":"https://odd.example/users/ana/statuses/11","created_at":"2026-05-05T16:56:40.000Z",
        "account":{"id":"7","username":"ana","acct":"ana"},"content":"<p>Blue?</p>","visibility":"public_unlisted",
        "visibility_ex":"public_unlisted","searchability":"public","mentions":[],"quote_approval":null}
        """,
      text: "Blue?", author: "@ana@odd.example", visibility: .unlisted, limit: 5000),
  ]
}

@Suite struct ServerTableTests {
  private func server(_ told: ToldPost) -> OddServer {
    let server =
      told.v2.map { OddServer(instance: $0) }
      ?? OddServer(instance: #"{"error":"Not found"}"#, status: 404)
    if let v1 = told.v1 { server.says("/api/v1/instance", v1) }
    return server
  }

  /// In the timeline of an account, between an entry that makes no sense and a plain one.
  @Test(arguments: ToldPost.all)
  func aPostOfEachServerIsReadWholeBesideOneThatMakesNoSense(_ told: ToldPost) async throws {
    let server = server(told)
    server.says(
      "/api/v1/timelines/*",
      #"[\#(OddServer.status(3)),\#(told.status),{"id":"9","account":7},\#(OddServer.status(1))]"#)
    server.says("/api/v1/statuses/*", #"{"error":"Record not found"}"#, status: 404)
    for kind in ["local", "home"] {
      let posts = try await server.network.listen(to: server.source(kind)).events.posts
      #expect(posts.count == 3)
      let post = try #require(posts.dropFirst().first)
      #expect(post.text.plain == told.text)
      #expect(post.author.address == told.author)
      #expect(post.author.remoteID == RemoteID("acct:" + told.author.dropFirst()))
      #expect(post.publishedAt.milliseconds == told.at)
      #expect(post.mentions.map(\.rawValue) == told.mentions)
      #expect(post.parent?.rawValue == told.parent)
      #expect(post.quoted?.rawValue == told.quoted)
      #expect((post.editedAt != nil) == told.isEdited)
      #expect(post.warning == nil)
      if kind == "local" { #expect(post.visibility == told.visibility) }
    }
  }

  @Test(arguments: ToldPost.all)
  func theLengthOfEachServerIsItsOwnWord(_ told: ToldPost) async throws {
    let server = server(told)
    let can = try await server.network.capabilities(of: server.access)
    switch can.length {
    case .graphemes(let limit, _), .scalars(let limit, _): #expect(limit == told.limit)
    default: Issue.record("\(can.length)")
    }
  }

  /// Of a page of which nothing can be read the server may say what stands below it.
  @Test(arguments: ["home", "mentions"])
  func aPageOfWhichNothingCanBeReadHidesNothingBelowIt(_ kind: String) async throws {
    let server = OddServer()
    let path = kind == "home" ? "/api/v1/timelines/home" : "/api/v1/notifications"
    func entry(_ id: Int) -> String {
      let status = OddServer.status(id)
      return kind == "home" ? status : #"{"id":"\#(id)","type":"mention","status":\#(status)}"#
    }
    for (below, body, next) in [
      ("max_id=2", "[\(entry(1))]", ""), ("max_id=8", "[{},{},null]", "2"),
      ("", "[\(entry(9))]", "8"),
    ] {
      let headers = next.isEmpty ? [] : [(name: "Link", value: "<?max_id=\(next)>; rel=next")]
      server.wire.on(
        { $0.address.contains(path) && $0.address.hasSuffix(below) },
        answer: {
          WireResponse(
            status: 200, headers: headers, body: Array(body.utf8), address: $0.address)
        })
    }
    var source = server.source(kind)
    source.cursor = #"{"t":"0","a":0,"g":[],"s":{}}"#
    let heard = try await server.network.listen(to: source)
    #expect(heard.events.posts.map(\.text.plain) == ["Post 1", "Post 9"])
  }

  /// It never ends where a server sends the same unreadable page again and again.
  @Test func anUnreadablePageThatLeadsToItselfEnds() async throws {
    let server = OddServer()
    server.says(
      "/api/v1/timelines/home*", "[{}]", headers: ["Link": "<?max_id=8>; rel=\"next\""])
    var source = server.source("home")
    source.cursor = #"{"t":"0","a":0,"g":[],"s":{}}"#
    let heard = try await server.network.listen(to: source)
    #expect(heard.events.isEmpty && heard.next == nil)
    #expect(server.wire.requests.count < 8)
  }

  /// Who is named by a short name is not named again in front, whichever way the server writes its own people.
  @Test(arguments: ["ana", "ana@odd.example", "Ana@Odd.example"])
  func whoIsNamedIsNotNamedTwice(_ acct: String) async throws {
    let server = OddServer()
    let parent = OddServer.status(4).replacing(#""acct":"ana""#, with: #""acct":"\#(acct)""#)
    server.says("/api/v1/statuses/4", parent)
    server.says("/api/v1/statuses", OddServer.status(5), method: .post)
    let message = OutgoingMessage(
      key: "k", text: "@ana at nine.", visibility: .public,
      inReplyTo: RemoteReference(
        remoteID: RemoteID("https://odd.example/o/4"), local: "odd.example/4"),
      firstTriedAt: server.clock.now())
    _ = try await server.network.send(message, as: server.access)
    let body = server.wire.requests.last { $0.method == .post }.map {
      String(decoding: $0.body, as: UTF8.self)
    }
    #expect(body?.contains(#""status":"@ana at nine.""#) == true)
  }
}
