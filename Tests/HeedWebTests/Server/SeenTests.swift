import Foundation
import HTTPTypes
import HeedModel
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// Who saw a post of ours, as a member reads it.
@Suite struct SeenTests {
  private static func count(_ web: WebDesk, views: Int?, followers: Int? = 6_400) async throws {
    let sample = PostCount(
      post: web.open.ours, at: web.desk.clock.now(), views: views, liked: 3, shared: 0,
      followers: followers, sharerFollowers: 0)
    try await web.test.store.write { try $0.save([sample], on: FakeNetwork.name) }
  }

  @Test func ourPostInAConversationLeadsToWhoSawIt() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      let talk = try await bruno.get("/conversations/\(web.open.conversation)").text
      #expect(talk.contains("href=\"/posts/\(web.open.ours)/seen\""))
      // Only from our own.
      #expect(!talk.contains("href=\"/posts/\(web.open.post)/seen\""))
      let page = try await bruno.get("/posts/\(web.open.ours)/seen")
      #expect(page.status == .ok)
      #expect(page.text.contains("nobody can say") || page.text.contains("Nobody"))
      #expect(try await bruno.get("/posts/\(web.open.post)/seen").status == .notFound)
    }
  }

  @Test func anEstimateStandsInASentenceWithItsAssumptionsBeside() async throws {
    let web = try await WebDesk()
    try await Self.count(web, views: nil)
    web.test.pass(.hours(3))
    try await web.serve { client in
      let page = try await web.browser(client, as: "Olga").get("/posts/\(web.open.ours)/seen").text
      #expect(page.contains("Between "))
      #expect(page.contains("most likely about"))
      #expect(page.contains("3 surely."))
      #expect(page.contains("6,400 followers when it was said"))
      // It answers somebody: most of them were not shown it.
      #expect(page.contains("were shown it at all"))
      #expect(page.contains("<svg viewBox"))
      // The likes are counted, the followers are no column of their own (law 3).
      let table = page.components(after: "What the place counted")
      #expect(table.contains("<td>3</td>"))
      #expect(!table.contains("6,400"))
    }
  }

  @Test func theMistakesPageSaysWhoSawItAndWhenItWasNoticed() async throws {
    let web = try await WebDesk()
    web.test.pass(.hours(1))
    try await Self.count(web, views: 138)
    try await web.serve { client in
      let olga = try await web.browser(client, as: "Olga")
      let page = try await olga.get(Route.mistake(web.open.mistake).path).text
      let seen = page.components(after: "<h2>Who has seen it so far</h2>")
      #expect(seen.contains("138 read it in those"))
      #expect(seen.contains(">noticed "))
      #expect(seen.contains("<h3>Who surely saw it</h3>"))
      #expect(seen.contains("<h3>What the place counted</h3>"))
    }
  }

  @Test func ofAPageElsewhereItIsSaidThatNobodyCanCount() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      let marked = try await lead.post(
        Route.markMistake.path,
        [
          ("target", "https://guide.example/hours"), ("text", "They say six."), ("said", ""),
          ("noticed", "us"),
        ])
      let page = try await lead.get(try #require(marked.location)).text
      #expect(page.contains("The desk counts nobody there, and guesses nothing"))
      #expect(!page.contains("class=\"sentence\"") && !page.contains("<svg viewBox=\"0 0 860"))
    }
  }

  @Test func aCounterLeadsAndAReaderIsNotGuessed() async throws {
    let web = try await WebDesk()
    try await Self.count(web, views: 138)
    try await web.serve { client in
      let page = try await web.browser(client, as: "Bruno").get("/posts/\(web.open.ours)/seen").text
      #expect(page.contains("138 read it in those"))
      #expect(!page.contains("An estimate"))
      #expect(page.contains("Counted by Fake"))
    }
  }

  @Test func aLeadGivesNumbersWithANoteAndEverybodyReadsThem() async throws {
    let web = try await WebDesk()
    try await Self.count(web, views: nil)
    web.test.pass(.hours(1))
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      var fields = Forms.fields(.saveAttention, web.open).map { ($0.rawValue, $1) }
      let saved = try await lead.post("/settings/attention", fields)
      #expect(saved.status == .seeOther)
      let shown = try await web.browser(client, as: "Olga").get("/settings/attention").text
      #expect(shown.contains("3 – 7.5 – 12 in a hundred"))
      #expect(shown.contains("as we saw it"))
      #expect(!shown.contains("<form method=\"post\" action=\"/settings/attention\""))
      let page = try await lead.get("/posts/\(web.open.ours)/seen").text
      #expect(page.contains("of whom 3 to 12 in a hundred (likely 7.5)"))
      #expect(page.contains("given by Lena"))
      // What cannot be taken stays as it was typed, with the reason at its field.
      fields[1] = ("share", "<b>many</b>")
      let refused = try await lead.post("/settings/attention", fields)
      #expect(refused.status == .unprocessableContent)
      #expect(refused.text.contains("&lt;b&gt;many&lt;/b&gt;"))
      #expect(refused.text.contains("Give three numbers, the least first"))
      #expect(refused.text.contains("value=\"as we saw it\""))
    }
  }
}

extension StringProtocol {
  /// What stands behind a text.
  func components(after mark: String) -> Substring {
    let text = String(self)
    return text.range(of: mark).map { text[$0.upperBound...] } ?? ""
  }
}
