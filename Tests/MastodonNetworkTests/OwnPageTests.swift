import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MastodonNetwork

/// A page is somebody's where the host of their account shows it, and nowhere else.
@Suite struct OwnPageTests {
  private let network = OddServer().network

  private func isOwn(_ page: String, of account: String) -> Bool {
    network.isOwn(page, of: RemoteID("acct:" + account))
  }

  @Test(arguments: [
    ("https://social.example/@ana", "ana@social.example"),
    ("https://social.example/users/ana", "ana@social.example"),
    ("https://SOCIAL.example/@ana", "ana@social.example"),
    ("https://social.shop.example/@ana", "ana@shop.example"),
  ])
  func oneThatItsOwnHostShowsIs(page: String, account: String) {
    #expect(isOwn(page, of: account))
  }

  @Test(arguments: [
    ("https://social.example/@ana", "mallory@evil.example"),
    ("https://social.example/@ana", "social.example@evil.example"),
    ("https://social.example/@ana", "ana@social.example@evil.example"),
    ("https://evilsocial.example/@ana", "ana@social.example"),
    ("https://social.example.evil.example/@ana", "ana@social.example"),
    ("https://social.example@evil.example/@ana", "ana@social.example"),
    ("https://evil.example/social.example/@ana", "ana@social.example"),
    ("https://evil.example#.social.example/", "ana@social.example"),
    ("https://evil.example\\.social.example/", "ana@social.example"),
    ("https://social.example:8443/@ana", "ana@social.example"),
    ("https://shop.example/@ana", "ana@social.shop.example"),
    ("social.example/@ana", "ana@social.example"), ("", "ana@social.example"),
    ("https://social.example/@ana", "ana"), ("https://social.example/@ana", "ana@"),
  ])
  func oneElsewhereIsNot(page: String, account: String) {
    #expect(!isOwn(page, of: account))
  }

  /// As it is heard from a server that means harm.
  @Test func aServerNamesNoPageOfAnotherAsItsOwn() async throws {
    for (account, isTheirs) in [("ana@social.example", true), ("mallory@evil.example", false)] {
      let posts = try await OddServer.heard(
        """
        [\(OddServer.status(
          2, #""account":{"id":"7","acct":"\#(account)","url":"https://social.example/@ana"}"#))]
        """)
      let author = try #require(posts.first?.author)
      let page = try #require(author.page)
      #expect(network.isOwn(page, of: author.remoteID) == isTheirs)
    }
  }
}
