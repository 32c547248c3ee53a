import Foundation
import HTTPTypes
import HeedModel
import HeedNetwork
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// Mistakes by hand, as a browser does it, and what the public reads of them.
@Suite struct CorrectionTests {
  private static let feeds: [Route] = [
    .corrections(), .correctionsAtom, .correctionsFeed, .correctionsData,
  ]

  @Test func correctionsAreNotThereUntilALeadTurnsThemOn() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      for route in Self.feeds {
        let answer = try await Browser(client).get(route.path)
        #expect(answer.status == .notFound, "\(route.path)")
      }
    }
  }

  /// Wherever somebody corrects us, marking begins there, and who told us is kept.
  @Test func whatCorrectsUsIsMarkedFromWhereverItStands() async throws {
    let web = try await WebDesk()
    let (test, talk) = (web.test, web.open.conversation)
    let ours = try #require(try await test.store.read { try $0.posts([web.open.ours]).first })
    try await test.says("Hm.", id: "deep1", by: "ben", parent: ours.remoteID)
    try await test.says("It was five, always.", id: "deep2", by: "cleo", parent: RemoteID("deep1"))
    let fresh = try await test.says("Your page is wrong about Sunday.", id: "fresh", by: "dan")
    // Somebody quotes us where we have said nothing.
    var quote = FakeNetwork.post(
      "quoting", "They say six. It is five.", by: "eve", at: test.clock.now())
    quote.quoted = ours.remoteID
    try await test.hear([.post(quote)])
    let quoting = try await test.post("quoting").conversation
    var found: [ID<Post>] = []
    for name in ["deep2", "fresh", "quoting"] {
      let post = try await test.post(name)
      found.append(post.id)
      try await web.desk.correctReading(
        of: post.id, language: nil, tone: nil, kinds: [.correction], by: test.alicia)
    }
    try await web.serve { [found] client in
      let lead = try await web.browser(client, as: "Lena")
      func link(_ post: ID<Post>?, _ told: ID<Post>) -> String {
        "href=\"\(Route.newMistake(post: post, told: told).path.replacing("&", with: "&amp;"))\""
      }
      let below = try await lead.get(Route.conversation(talk).path).text
      #expect(below.contains(link(ours.id, found[0])))
      let page = try await lead.get(Route.conversation(fresh).path).text
      #expect(page.contains(link(nil, found[1])))
      let aside = try await lead.get(Route.conversation(quoting).path).text
      #expect(aside.contains(link(ours.id, found[2])))
      let form = try await lead.get(Route.newMistake(told: found[1]).path).text
      #expect(form.contains("name=\"answering\" value=\"\(found[1])\""))
      // Marked at our own words, with nobody named: whoever told us first is offered, and it is not to our credit.
      let words = Words.english.mistake
      let own = try await lead.get(Route.newMistake(post: ours.id).path).text
      #expect(own.contains("name=\"answering\" value=\"\(found[0])\""))
      #expect(own.contains(words.told("Cleo")) && !own.contains(words.told("Eve")))
      let marked = try await lead.post(
        Route.markMistake.path,
        [
          ("post", ours.id.description), ("answering", found[0].description),
          ("text", "It is five."), ("noticed", "person"),
        ])
      let after = try await lead.get(try #require(marked.location)).text
      #expect(after.contains(words.wasTold) && !after.contains(words.wasMarked))
    }
  }

  /// A day alone is its beginning, or when it was said on that day: never an hour that nobody gave.
  @Test func aDayAloneIsNoHour() async throws {
    let web = try await WebDesk()
    let id = web.open.ours
    let found = try await web.test.store.read { try $0.posts([id]).first }
    let ours = try #require(found)
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      let day = Date(timeIntervalSince1970: Double(ours.publishedAt.milliseconds) / 1000)
      let marked = try await lead.post(
        Route.markMistake.path,
        [
          ("post", ours.id.description), ("text", "It is five."), ("noticed", "us"),
          ("date", String(day.ISO8601Format().prefix(10))),
        ])
      #expect(marked.status.code == 303, "\(marked.text)")
    }
    let marks = try await web.test.store.read { try $0.mistakes(of: id) }
    #expect(marks.max { $0.id < $1.id }?.noticedAt == ours.publishedAt)
  }

  @Test func pagesOfMistakesHearOfWhatBecomesOfThem() {
    for kind in [EventKind.mistakeMarked, .correctionMade, .mistakeReopened] {
      #expect(LiveNames.names(Event(id: ID(1), kind: kind)) == ["mistakes"])
    }
  }

  @Test func aMistakeIsMarkedFixedPublishedAndReadByEverybody() async throws {
    let web = try await WebDesk()
    var settings = try await web.desk.settings()
    settings.publishesCorrections = true
    settings.organisation = "Tom & \"Jerry\" <Ltd>"
    try await web.desk.save(settings, by: web.test.lead)
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      let form = try await lead.get(Route.newMistake(post: web.open.ours).path)
      #expect(form.text.contains("Until six."))
      let marked = try await lead.post(
        Route.markMistake.path,
        [
          ("post", web.open.ours.description), ("text", "It is <b>five</b>."),
          ("said", "Until six"),
          ("noticed", "us"),
        ])
      let place = try #require(marked.location)
      let page = try await lead.get(place)
      #expect(page.status == .ok && page.text.contains("It is &lt;b&gt;five&lt;/b&gt;."))
      #expect(page.text.contains("to your credit"))
      let fixed = try await lead.post(
        place + "/fix", [("way", "edit"), ("text", "Until five.")])
      #expect(fixed.status.code == 303)
      #expect(try await lead.get(place).text.contains("Mistake, fixed"))
      let published = try await lead.post(
        place + "/publish", [("text", "We said <six> & \u{1}more."), ("word", "It is five.")])
      #expect(published.status.code == 303, "\(published.text)")
      let talk = try await lead.get(Route.conversation(web.open.conversation).path)
      #expect(talk.text.contains("class=\"scar\""))

      let stranger = Browser(client)
      let open = try await stranger.get(Route.corrections().path)
      #expect(open.status == .ok)
      #expect(open.text.contains("itemtype=\"https://schema.org/CorrectionComment\""))
      #expect(open.text.contains("We said &lt;six&gt; &amp;"))
      #expect(open.text.contains("stood for "))
      // No name of anybody, on the team or outside.
      for name in ["Lena", "Ana", "Alicia"] { #expect(!open.text.contains(name), "\(name)") }

      let atom = try await stranger.get(Route.correctionsAtom.path)
      #expect(atom.header("Content-Type")?.hasPrefix("application/atom+xml") == true)
      #expect(atom.text.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed "))
      #expect(atom.text.components(separatedBy: "<entry>").count == 2)
      #expect(atom.text.contains("We said &lt;six&gt; &amp; more."))
      #expect(atom.text.contains("<name>Tom &amp; &quot;Jerry&quot; &lt;Ltd&gt;</name>"))
      // What XML cannot hold would make the whole feed unreadable.
      #expect(!atom.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })

      for route in [Route.correctionsFeed, .correctionsData] {
        let answer = try await stranger.get(route.path)
        let json = try JSONSerialization.jsonObject(with: Data(answer.text.utf8))
        let root = try #require(json as? [String: Any])
        if route == .correctionsFeed {
          #expect(root["version"] as? String == "https://jsonfeed.org/version/1.1")
          let items = try #require(root["items"] as? [[String: Any]])
          #expect((items[0]["content_text"] as? String)?.contains("It is five.") == true)
          #expect(
            (items[0]["url"] as? String)?.hasPrefix("https://desk.example/corrections#c") == true)
        } else {
          #expect(root["@context"] as? String == "https://schema.org")
          let parts = try #require(root["hasPart"] as? [[String: Any]])
          let comments = try #require(parts[0]["correction"] as? [[String: Any]])
          #expect(comments[0]["@type"] as? String == "CorrectionComment")
        }
      }
    }
  }

  @Test func whatWasDoneByHandIsShownAndWhatIsWrongOnceMoreIsNotNowhere() async throws {
    let web = try await WebDesk()
    let words = Words.english.mistake
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      let paper = try await lead.post(
        Route.markMistake.path,
        [("target", "https://shop.example/hours"), ("text", "It is five."), ("noticed", "us")])
      let there = try #require(paper.location)
      #expect(!(try await lead.get(there).text.contains(words.doneByHand)))
      let done = [("way", "byHand"), ("text", "Had the notice printed anew.")]
      #expect(try await lead.post(there + "/fix", done).status.code == 303)
      let page = try await lead.get(there).text
      #expect(page.contains(words.doneByHand) && page.contains("Had the notice printed anew."))

      let marked = try await lead.post(
        Route.markMistake.path,
        [
          ("post", web.open.ours.description), ("text", "It is five."), ("said", "Until six"),
          ("noticed", "us"),
        ])
      let place = try #require(marked.location)
      let edit = [("way", "edit"), ("text", "Until four.")]
      #expect(try await lead.post(place + "/fix", edit).status.code == 303)
      #expect(try await lead.get(place).text.contains(words.nowhere))
      let again = try await lead.post(place + "/reopen", [("word", "It is five, not four.")])
      #expect(again.status.code == 303)
      let open = try await lead.get(place).text
      #expect(open.contains(words.otherwiseWrong) && !open.contains(words.nowhere))
    }
  }

  @Test func whatWasTypedStandsInTheFormWhenItIsNotTaken() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      let empty = try await bruno.post(
        Route.markMistake.path, [("target", "shop"), ("text", "Our page says six."), ("said", "")])
      #expect(empty.status.code == 422 && empty.text.contains("Our page says six."))
      // Lena has that conversation: a second member answers there knowingly or not at all.
      let path = Route.fixMistake(web.open.mistake).path
      let typed = [("way", "reply"), ("text", "It is five, sorry.")]
      let told = try await bruno.post(path, typed)
      #expect(told.status.code == 409 && told.text.contains("It is five, sorry."))
      #expect(told.text.contains("name=\"anyway\""))
      #expect(try await bruno.post(path, typed + [("anyway", "1")]).status.code == 303)
    }
  }

  /// Where our words were changed since they were sent, the place is asked how they are written once the form is opened.
  @Test func theFormForNewWordsAsksItsPlaceWhenItIsOpened() async throws {
    let web = try await WebDesk()
    let test = web.test
    let ours = try #require(try await test.store.read { try $0.posts([web.open.ours]).first })
    let sent = try #require(test.far.accepted.first { $0.id == ours.remoteID })
    test.pass(.minutes(1))
    var echo = FakeNetwork.echo(sent, edited: "Until six, truly.")
    echo.editedAt = test.clock.now()
    try await test.hear([.post(echo)])
    test.far.write("Until six, **truly**.", as: ours.remoteID)
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      let closed = try await lead.get(Route.mistake(web.open.mistake)).text
      let link = Route.mistake(web.open.mistake, editing: ours.id).path
      #expect(closed.contains("href=\"\(link)#f-edit-text\""))
      #expect(test.far.wordingsAsked.isEmpty)
      let open = try await lead.get(link).text
      #expect(open.contains("id=\"f-edit-text\"") && open.contains("Until six, **truly**."))
      #expect(test.far.wordingsAsked == [ours.remoteID])
    }
  }
}
