import HTTPTypes
import HeedModel
import HeedNetwork
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// What people say of our promises, what everybody is told of their wishes, and how much is open.
@Suite struct OpenWordTests {
  @Test func aMemberNotesInWhichWordsTheySayThatAPromiseWasBroken() async throws {
    let web = try await WebDesk()
    let words = Words.english.promises
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let talk = "/conversations/\(web.open.conversation)"
      let tag = "<span class=\"tag upset\">\(words.theySayBroken)</span>"
      #expect(try await !carla.get(talk).text.contains(tag))
      web.test.pass(.seconds(1))
      try await web.test.says("You broke your <word>.", id: "broke", parent: RemoteID("q"))
      let post = try await web.test.post("broke").id
      let page = try await carla.get(talk).text
      #expect(page.contains("<summary>\(words.theySayBroken)</summary>"))
      #expect(page.contains("value=\"\(post)\" required"))
      #expect(page.contains("You broke your &lt;word&gt;."))
      // Ours are not theirs to say it in.
      let refused = try await carla.post(
        .breakPromise(web.open.promise), [(.post, web.open.ours.description)])
      #expect(refused.status == .unprocessableContent)
      let noted = try await carla.post(
        .breakPromise(web.open.promise), [(.post, post.description)])
      #expect(noted.status == .seeOther)
      let after = try await carla.get(talk).text
      #expect(after.contains(tag))
      #expect(after.contains(words.theySayWhere))
      let list = try await carla.get("/promises").text
      #expect(list.contains(tag))
    }
  }

  @Test func whatBecameOfAWishIsReadByEverybodyOnceALeadTurnsItOn() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      let stranger = Browser(client)
      #expect(try await stranger.get("/said-and-done").status == .notFound)
      var settings = try await web.desk.settings()
      settings.publishesDeeds = true
      try await web.desk.save(settings, by: web.test.lead)
      #expect(try await stranger.get("/said-and-done").text.contains("Nothing stands here yet."))
      web.test.pass(.minutes(1))
      _ = try await lead.post(
        .changeWish(web.open.wish), [(.status, "done"), (.text, "On <Sunday>, too.")])
      web.test.pass(.minutes(1))
      let page = try await lead.get(.wish(web.open.wish)).text
      #expect(page.contains("id=\"ready-post\""))
      #expect(page.contains("We did: On &lt;Sunday&gt;, too."))
      let named = try await lead.post(
        .publishDeed(web.open.wish), [(.said, "Cakes."), (.word, "Ana has the first.")])
      #expect(named.status == .unprocessableContent)
      #expect(named.text.contains("Ana has the first."))
      let told = try await lead.post(
        .publishDeed(web.open.wish), [(.said, "Cakes on Sunday."), (.word, "There are <some>.")])
      #expect(told.status == .seeOther)
      let open = try await stranger.get("/said-and-done").text
      #expect(open.contains("Cakes on Sunday."))
      #expect(open.contains("There are &lt;some&gt;."))
      for name in ["Ana", "Lena", "Alicia"] { #expect(!open.contains(name), "\(name)") }
      #expect(try await stranger.get("/notice").text.contains("href=\"/said-and-done\""))
    }
  }

  @Test func theRailSaysHowManyMistakesAreOpenAndWhatItCounts() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let counted = Words.english.shell.counted.mistakes
      let page = try await carla.get("/search").text
      #expect(page.contains("title=\"1 \(counted)\" id=\"count-mistakes\">1</span>"))
      #expect(page.contains("<span class=\"heard-only\"> \(counted)</span>"))
    }
  }

  @Test func theAuditShowsWhatMembersDidAndEverythingWhenAsked() async throws {
    let web = try await WebDesk()
    let heard = Words.english.audit.postsHeard
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      let own = try await lead.get("/audit").text
      #expect(own.contains(Words.english.audit.topicAdded))
      #expect(!own.contains(heard))
      let all = try await lead.get("/audit?all=1").text
      #expect(all.contains(heard))
    }
  }
}
