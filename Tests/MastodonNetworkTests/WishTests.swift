import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Testing

/// Who wishes to be left alone by programs, and who said nothing: `Docs/decisions/0006`.
@Suite struct WishTests {
  private func optedOut(_ account: String) async throws -> Bool? {
    let posts = try await OddServer.heard(
      "[\(OddServer.status(2, #""account":{"id":"7","acct":"ana",\#(account)}"#))]")
    return posts.first?.author.optedOut
  }

  @Test(arguments: [
    ##""noindex":true"##, ##""indexable":false"##, ##""indexable":"false""##, ##""indexable":0"##,
    ##""noindex":null,"indexable":false,"discoverable":true"##,
    ##""note":"<p>No robots. #<span>NoBot</span></p>""##, ##""note":"#nobots""##,
    ##""note":"<a href='/tags/noindex'>#noindex</a>""##, ##""note":"#NoSearch #cats""##,
    ##""display_name":"Ana #nobot""##,
    ##""fields":[{"name":"Wishes","value":"<p>#noarchive</p>"}]"##,
    // Each alone is enough, whatever the others say.
    ##""indexable":true,"note":"#nobot""##, ##""indexable":true,"noindex":true"##,
  ])
  func aWishInAnyOfTheKnownWaysIsHonouredAlsoWhereItMayBeADefault(
    _ account: String
  ) async throws {
    #expect(try await optedOut(account) == true)
  }

  @Test(arguments: [
    ##""note":"""##, ##""noindex":null,"indexable":null"##, ##""noindex":false,"indexable":true"##,
    ##""discoverable":false"##, ##""locked":true"##, ##""note":"nobot, noindex""##,
    ##""note":"I make robots, #robot #bots""##, ##""bot":true"##, ##""fields":null"##,
  ])
  func whatNobodySaidIsNoWish(_ account: String) async throws {
    #expect(try await optedOut(account) == false)
  }
}
