import HTTPTypes
import HeedModel
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// What we owe people, as members find it: by list, beside a conversation, on the page of a mistake.
@Suite struct OwedTests {
  @Test func peopleAreListedByWhatTheyWerePromisedAndWhatWasWrong() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let alicia = try await web.browser(client, as: "Alicia")
      for (list, words) in [("promised", "Until six"), ("wronged", "It was until five.")] {
        let page = try await carla.get("/people?list=\(list)").text
        #expect(page.contains("href=\"/people/\(web.open.person)\""), "\(list)")
        #expect(page.contains(words), "\(list)")
        #expect(!page.contains("/people/\(web.hidden.person)"), "\(list)")
        for secret in WebDesk.secrets { #expect(!page.contains(secret), "\(list)") }
        let own = try await alicia.get("/people?list=\(list)").text
        #expect(own.contains("href=\"/people/\(web.hidden.person)\""), "\(list)")
      }
      _ = try await web.desk.fulfil(web.open.promise, by: web.test.lead)
      let kept = try await carla.get("/people?list=promised").text
      #expect(kept.contains("No promise is open."))
      #expect(kept.contains("href=\"/people\""))
    }
  }

  @Test func whatTheyAskForStandsBesideTheConversationWhileItIsOpen() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let talk = "/conversations/\(web.open.conversation)"
      let link = "href=\"/wishes/\(web.open.wish)\""
      let beside = try await carla.get(talk).text.components(after: "<aside class=\"person\"")
      #expect(beside.contains(link))
      #expect(beside.contains("Cakes on Sunday 0"))
      _ = try await carla.post(
        "/wishes/\(web.open.wish)/status", [("status", "done"), ("text", "On Sunday too.")])
      let after = try await carla.get(talk).text.components(after: "<aside class=\"person\"")
      #expect(!after.contains(link))
      let hidden = try await web.browser(client, as: "Alicia")
        .get("/conversations/\(web.hidden.conversation)").text
      #expect(hidden.contains("href=\"/wishes/\(web.hidden.wish)\""))
    }
  }

  @Test func aMistakeSaysWhoSawItAndHowThatIsKnown() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let page = try await carla.get(Route.mistake(web.open.mistake)).text
      #expect(page.contains("<p class=\"sentence\">"))
      #expect(page.contains(Words.english.seen.how))
      #expect(try await carla.get(Route.seen(web.open.ours)).status == .ok)
    }
  }

  @Test func aReasonThatIsNoReasonStaysInItsField() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      let answer = try await lead.post(
        .holdPerson(web.open.person), [(.word, "Claim 12"), (.days, "30")])
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("<details open>"))
      #expect(answer.text.contains(">\nClaim 12</textarea>"))
    }
  }

  @Test func theAuditNamesWhomAndWhatItIsAbout() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      let held = try await lead.post(
        .holdPerson(web.open.person), [(.word, "Claim 12 of 2026"), (.days, "30")])
      #expect(held.status == .seeOther)
      let marked = try await lead.post(
        Route.markMistake.path,
        [("target", "https://shop.example/hours"), ("text", "Our page says six."), ("said", "")])
      let mistake = try #require(marked.location)
      let audit = try await lead.get(.audit()).text
      #expect(audit.contains("<a class=\"go\" href=\"\(Route.person(web.open.person).path)\">"))
      #expect(
        audit.contains("<a class=\"go\" href=\"\(mistake)\"><bdi>Our page says six.</bdi></a>"))
    }
  }

  @Test func everyRoomIsReachedFromEveryWidth() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let rooms = try await web.browser(client, as: "Carla").get(.today).text
      for room in ["/promises", "/wishes", "/mistakes", "/more"] {
        #expect(
          rooms.contains("<a href=\"\(room)\"") || rooms.contains("<a href=\"\(room)?"), "\(room)")
      }
      let observer = try await web.browser(client, as: "Olga").get(.today).text
      #expect(!observer.contains("<a href=\"/promises\""))
    }
  }
}
