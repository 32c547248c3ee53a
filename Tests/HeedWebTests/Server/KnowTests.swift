import HTTPTypes
import HeedDesk
import HeedModel
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedWeb

/// People and wishes, as members use them.
@Suite struct KnowTests {
  @Test func joinedHandlesAreOnePageAndPartInOneStep() async throws {
    let web = try await WebDesk()
    let also = try await web.test.post("alsoana").author
    let second = try await web.test.store.read { tx in
      try also.flatMap { try tx.handles([$0]).first?.ownPerson }
    }
    let other = try #require(second)
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let page = try await carla.get(Route.person(web.open.person)).text
      #expect(page.contains("@anaalso@fake.example"))
      #expect(page.contains("They said so."))
      #expect(try await carla.get("/people/\(other)").location == "/people/\(web.open.person)")
      let parted = try await carla.post("/joins/\(web.open.join)/part", [])
      #expect(parted.status == .seeOther)
      let after = try await carla.get(Route.person(web.open.person)).text
      #expect(!after.contains("id=\"joins\""))
      // Who parted them is told, with the other name, and that it can be joined by what they say.
      #expect(after.contains(Words.english.people.partedBy("Carla")))
      #expect(!after.contains("/joins/\(web.open.join)/again"))
      #expect(try await carla.get("/people/\(other)").text.contains("@anaalso@fake.example"))
    }
  }

  @Test func whatWasTypedStaysWhereItNamesNobody() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let answer = try await carla.post(
        "/people/\(web.open.person)/word", [("typed", "@nobody@fake.example")])
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("value=\"@nobody@fake.example\""))
      #expect(answer.text.contains("Nobody who spoke to you is called @nobody@fake.example"))
    }
  }

  @Test func aWishIsGatheredChangedAndToldOneByOne() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let talk = "/conversations/\(web.open.conversation)"
      let form = try await carla.get(talk + "/wish").text
      #expect(form.contains("Is the shop open?") || form.contains("And tomorrow?"))
      let untitled = try await carla.post(
        talk + "/wish", [("post", "\(web.open.post)"), ("name", ""), ("kind", "wish")])
      #expect(untitled.status == .unprocessableContent)
      let taken = try await carla.post(
        talk + "/wish",
        [("post", "\(web.open.post)"), ("wish", "\(web.open.wish)"), ("kind", "wish")])
      #expect(taken.location?.hasPrefix(talk) == true)
      let address = "/wishes/\(web.open.wish)"
      let no = try await carla.post(address + "/status", [("status", "no"), ("text", "")])
      #expect(no.status == .unprocessableContent)
      #expect(no.text.contains("A no is owed its reason"))
      _ = try await carla.post(
        address + "/status", [("status", "done"), ("text", "On Sunday too.")])
      let page = try await carla.get(address).text
      #expect(page.contains("One person said so"))
      let tell = Route.speak(web.open.conversation, at: web.open.post, .tell(web.open.wish)).path
      #expect(page.contains(tell.replacing("&", with: "&amp;")))
      let composer = try await carla.get(tell).text
      #expect(composer.contains("is now: done. On Sunday too."))
      #expect(composer.contains("value=\"followUp\" checked"))
    }
  }

  @Test func whoLeavesIsFollowedByAnIntroductionThatNobodySends() async throws {
    let web = try await WebDesk()
    try await web.test.desk.leave(web.test.lead.member, by: web.nora)
    let before = try await web.dump().filter { !$0.hasPrefix("sessions") }
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      #expect(
        try await carla.get("/members").text.contains("/members/\(web.test.lead.member)/people"))
      let page = try await carla.get("/members/\(web.test.lead.member)/people").text
      let introduce = Route.speak(web.open.conversation, .introduce(web.test.lead.member)).path
      #expect(page.contains(introduce))
      let composer = try await carla.get(introduce).text
      #expect(composer.contains("until now Lena spoke with you for us"))
      #expect(composer.contains("I am Carla"))
    }
    let after = try await web.dump().filter {
      !$0.hasPrefix("sessions") && !$0.hasPrefix("events") && !$0.hasPrefix("came_back")
    }
    #expect(after == before.filter { !$0.hasPrefix("events") && !$0.hasPrefix("came_back") })
  }
}
