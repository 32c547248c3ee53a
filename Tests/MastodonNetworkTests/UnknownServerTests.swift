import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MastodonNetwork

/// What servers may do that nobody here knows. Each oddity stands between two plain posts, which
/// have to be heard.
@Suite struct UnknownServerTests {
  private func between(_ odd: String, as kind: String = "local") async throws -> RemotePost? {
    let posts = try await OddServer.heard(
      "[\(OddServer.status(3)),\(odd),\(OddServer.status(1))]", as: kind)
    let names = posts.map(\.reference.remoteID.rawValue)
    #expect(names.first == "https://odd.example/o/1")
    #expect(names.last == "https://odd.example/o/3")
    #expect(posts.count <= 3)
    return posts.count == 3 ? posts[1] : nil
  }

  @Test(arguments: [
    #"{}"#, #"{"id":null}"#, #"{"id":"9"}"#, #"[]"#, #""text""#, #"null"#, #"true"#, #"1e400"#,
    #"{"id":"9","account":null,"content":"x"}"#, #"{"id":"9","account":{},"content":"x"}"#,
    #"{"id":"9","account":{"id":"1","acct":""},"content":"x"}"#,
    #"{"id":{},"account":{"id":"1","acct":"a"},"content":"x"}"#,
  ])
  func anEntryThatMakesNoSenseCostsItselfAlone(_ entry: String) async throws {
    #expect(try await between(entry) == nil)
  }

  @Test(arguments: [
    #""mentions":null,"tags":null,"media_attachments":null,"emojis":null"#,
    #""mentions":{},"tags":"","media_attachments":false,"reblog":null"#,
    #""mentions":[null,{},{"acct":null}],"tags":[null,{}],"media_attachments":[null,{}]"#,
    #""language":null,"visibility":"public","spoiler_text":null,"in_reply_to_id":null"#,
    #""in_reply_to_id":0"#, #""in_reply_to_id":"","in_reply_to_account_id":"""#,
    #""sensitive":"0","replies_count":"12","favourites_count":1.0"#,
    #""quote":null,"poll":{},"card":[],"application":"x","reblog":false"#,
    #""language":"not a language at all, but a sentence""#,
    #""edited_at":"","created_at":"2026-05-05T16:56:40""#,
  ])
  func fieldsOfAnotherShapeThanDocumentedCostTheirOwnValue(_ fields: String) async throws {
    let post = try #require(try await between(OddServer.status(2, fields)))
    #expect(post.text.plain == "Post 2")
    #expect(post.parent == nil)
    #expect(post.language == nil)
    #expect(post.visibility == .public || post.visibility == .unlisted)
  }

  @Test(arguments: [
    (#"1778000200"#, 1_778_000_200_000), (#""1778000200""#, 1_778_000_200_000),
    (#"1778000200123"#, 1_778_000_200_123), (#""2026-05-05t16:56:40z""#, 1_778_000_200_000),
    (#""Tue, 05 May 2026 16:56:40 GMT""#, 1_778_000_200_000),
    (#""2026-05-05 18:56:40+0200""#, 1_778_000_200_000),
    // What is no time at all is now.
    (#""yesterday""#, 1_778_000_200_000), (#"null"#, 1_778_000_200_000),
    (#"{}"#, 1_778_000_200_000), (#"-5"#, 1_778_000_200_000),
  ])
  func timesComeInManyForms(_ time: String, _ milliseconds: Int64) async throws {
    let post = try await between(OddServer.status(2, #""created_at":\#(time)"#))
    #expect(post?.publishedAt.milliseconds == milliseconds)
  }

  @Test func postsWithoutANameOfTheirOwnAreNotOneAndTheSame() async throws {
    for empty in [#""uri":"""#, #""uri":null"#, #""uri":" ""#] {
      let posts = try await OddServer.heard(
        "[\(OddServer.status(2, empty)),\(OddServer.status(1, empty))]")
      #expect(Set(posts.map(\.reference.remoteID)).count == 2, "\(empty)")
    }
  }

  @Test(arguments: [
    ("local", Visibility.followers), ("list", .private), ("list:7", .private),
    ("mutuals_only", .followers), ("limited", .private), ("circle", .private), ("", .private),
    ("PUBLIC", .private), ("unlisted", .unlisted),
  ])
  func aVisibilityThatNobodyKnowsIsTakenForTheNarrowest(
    _ word: String, _ visibility: Visibility
  ) async throws {
    let post = try await between(OddServer.status(2, #""visibility":"\#(word)""#), as: "home")
    #expect(post?.visibility == visibility)
  }

  @Test(arguments: ["local", "", "strange"])
  func whatIsShownToEverybodyIsPrivateByNoWord(_ word: String) async throws {
    let post = try await between(OddServer.status(2, #""visibility":"\#(word)""#))
    #expect(post?.visibility == .unlisted)
  }

  @Test(arguments: [#""local_only":true"#, #""federated":false"#])
  func whatDoesNotLeaveItsServerIsNotAnsweredToEverybody(_ mark: String) async throws {
    let post = try await between(
      OddServer.status(2, mark + #","visibility":"public""#), as: "home")
    #expect(post?.visibility == .followers)
    #expect(Outgoing.narrower(.public, .followers) == .followers)
  }

  @Test(arguments: [
    #""quote":{"state":"accepted","quoted_status":Q}"#, #""quote":Q,"quote_id":"5""#,
    #""pleroma":{"quote":Q,"quote_url":"https://q.example/5"}"#,
    #""pleroma":{"quote":null,"quote_url":"https://q.example/5","quote_visible":false}"#,
    #""quote":null,"quote_id":"1""#, #""quote":{"state":"accepted","quoted_status_id":"1"}"#,
  ])
  func aQuoteIsReadInAllItsForms(_ form: String) async throws {
    let quoted =
      #"{"id":"5","uri":"https://q.example/5","account":{"id":"1","acct":"b@q.example"}}"#
    let post = try await between(
      OddServer.status(2, form.replacing("Q", with: quoted)))
    let known = ["https://q.example/5", "https://odd.example/o/1"].map { RemoteID($0) }
    #expect(post?.quoted.map(known.contains) == true)
  }

  @Test(arguments: [
    #""quote":{"state":"revoked","quoted_status":null}"#, #""quote":{"state":"pending"}"#,
    #""quote":7"#, #""quote":{},"pleroma":null"#, #""quote_id":0"#,
  ])
  func whatIsNoQuoteIsNone(_ form: String) async throws {
    let post = try #require(try await between(OddServer.status(2, form)))
    #expect(post.quoted == nil)
  }

  @Test func theChoicesOfAPollAreRead() async throws {
    let post = try await between(
      OddServer.status(2, #""poll":{"id":1,"options":[{"title":"blue"},{"title":"red"},null]}"#))
    let text = try #require(post?.text.plain)
    #expect(text.hasPrefix("Post 2"))
    #expect(text.contains("blue") && text.contains("red"))
  }

  @Test func aBoostThatCannotBeReadIsNoPostOfItsOwn() async throws {
    #expect(try await between(OddServer.status(2, #""reblog":{"id":"8"}"#)) == nil)
  }

  @Test(arguments: ["null", "[]", "{}"])
  func aListOfNothingIsNothing(_ body: String) async throws {
    // An object is no list; it is an error that is said, and heard again later.
    if body == "{}" {
      await #expect(throws: NetworkError.self) { try await OddServer.heard(body) }
    } else {
      #expect(try await OddServer.heard(body) == [])
    }
  }

  @Test func aListWithHolesThatBecameAnObjectIsReadInItsOrder() async throws {
    let posts = try await OddServer.heard(
      #"{"10":\#(OddServer.status(1)),"2":\#(OddServer.status(2)),"0":\#(OddServer.status(3))}"#)
    #expect(posts.map(\.text.plain) == ["Post 1", "Post 2", "Post 3"])
  }

  @Test(arguments: [200, 502, 503, 404, 301])
  func aPageOfHTMLIsAnErrorInWordsWhateverItsStatus(_ status: Int) async throws {
    let server = OddServer()
    server.says("/api/v1/timelines/*", "<html><title>Welcome</title></html>", status: status)
    let error = await #expect(throws: NetworkError.self) {
      try await server.network.listen(to: server.source("home"))
    }
    #expect(error?.kind != .signedOut)
    #expect(error?.text.english.contains("odd.example") == true)
  }

  @Test func addressesThatAreHalfAnAddressAreThisServersOwn() async throws {
    let post = try await between(
      OddServer.status(2, #""media_attachments":[{"id":1,"type":"image","url":"/m/1.png"}]"#))
    #expect(post?.media.map(\.address) == ["https://odd.example/m/1.png"])
  }

  @Test(arguments: [
    #"{"version":4,"max_toot_chars":0}"#, #"{"version":"1","configuration":[]}"#,
    #"{"version":"x","configuration":{"statuses":{"max_characters":null}},"rules":"none"}"#,
    #"{"version":"1 (compatible; New 1)","rules":["Be kind."],"urls":[],"max_toot_chars":"-1"}"#,
  ])
  func aServerThatTellsLittleOfItselfGetsTheMostCarefulValues(_ instance: String) async throws {
    let server = OddServer(instance: instance)
    let can = try await server.network.capabilities(of: server.access)
    switch can.length {
    case .graphemes(let limit, _), .scalars(let limit, _): #expect(limit == 500)
    default: Issue.record("\(can.length)")
    }
  }
}
