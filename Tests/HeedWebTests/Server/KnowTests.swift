import HTTPTypes
import HeedDesk
import HeedModel
import HeedNetwork
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

  @Test func whoIsJoinedUnderAnotherNameIsSaidToBe() async throws {
    let web = try await WebDesk()
    let also = try await web.test.post("alsoana").author
    let second = try await web.test.store.read { tx in
      try also.flatMap { try tx.handles([$0]).first?.ownPerson }
    }
    let other = try #require(second)
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      _ = try await carla.post("/joins/\(web.open.join)/part", [])
      let joined = try await carla.post("/people/\(other)/word", [("typed", "@ana@fake.example")])
      #expect(joined.location == "/people/\(web.open.person)")
      let page = try await carla.get(Route.person(web.open.person)).text
      #expect(page.contains(Words.english.people.joinedUnderOther))
      #expect(page.contains("@anaalso@fake.example"))
      _ = try await carla.post("/joins/\(web.open.join)/part", [])
      let standing = try await web.test.store.read { tx in
        try also.map { try tx.joins(of: [$0]).last { $0.isStanding }?.id } ?? nil
      }
      _ = try await carla.post("/joins/\(try #require(standing))/part", [])
      _ = try await carla.post(
        Route.joinByWord(web.open.person).path, [("typed", "@anaalso@fake.example")])
      // The page of the one who was looked at says nothing of another name.
      let same = try await carla.get(Route.person(web.open.person)).text
      #expect(same.contains(Words.english.people.joined))
      #expect(!same.contains(Words.english.people.joinedUnderOther))
    }
  }

  @Test func whoIsJoinedAgainUnderAnotherNameIsSaidToBe() async throws {
    let web = try await WebDesk()
    let (test, clock) = (web.test, web.test.clock)
    let handles = try [await test.post("q"), await test.post("alsoana")].map {
      try #require($0.author)
    }
    for handle in handles {
      try await test.store.write { tx in
        try tx.save(
          [
            Evidence(
              id: ID(handle.value), handle: handle, kind: .mailAddress, here: "",
              there: "both@mail.example", isMutual: true, seenAt: clock.now())
          ], of: handle)
      }
    }
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      _ = try await carla.post("/joins/\(web.open.join)/part", [])
      let found = try await test.store.read { try $0.handles([handles[1]]).first?.person }
      let other = try #require(found)
      _ = try await carla.post(
        .declineJoin(web.open.person),
        [(.handle, handles[1].description), (.kind, "mailAddress")])
      let page = try await carla.get(Route.person(other)).text
      #expect(page.contains("name=\"person\" value=\"\(other)\""))
      let declined = try #require(
        try await test.store.read { try $0.joins(of: [handles[1]]).last?.id })
      let joined = try await carla.post(.joinAgain(declined), [(.person, other.description)])
      #expect(joined.location == "/people/\(web.open.person)")
      #expect(
        try await carla.get(Route.person(web.open.person)).text
          .contains(Words.english.people.joinedUnderOther))
    }
  }

  @Test func figuresOfWhatPassedOpenIntoWhatTheyCount() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let page = try await carla.get(Route.person(web.open.person)).text
      let search = Route.search(query: "from:@ana@fake.example OR from:@anaalso@fake.example").path
      #expect(page.contains("href=\"\(search.replacing("&", with: "&amp;"))\">They spoke to you"))
      #expect(page.contains("<a href=\"#conversations\">you answered"))
      #expect(page.contains("id=\"conversations\""))
      let found = try await carla.get(search).text
      #expect(found.contains("Is the shop open?") && found.contains("Me again."))
      let talk = try await carla.get(Route.conversation(web.open.conversation)).text
      #expect(talk.contains("href=\"/people/\(web.open.person)#conversations\""))
    }
  }

  @Test func theRoomsKeepTheirCountsBesideAFormThatIsShownAgain() async throws {
    let web = try await WebDesk()
    @Sendable func rooms(_ page: String) -> String {
      page.firstRange(of: "<nav class=\"rooms\"").flatMap { start in
        page.firstRange(of: "</nav>").map { String(page[start.lowerBound..<$0.lowerBound]) }
      } ?? ""
    }
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let before = try await carla.get(Route.person(web.open.person)).text
      #expect(rooms(before).contains("id=\"count-today\""))
      let again = try await carla.post(
        "/people/\(web.open.person)/word", [("typed", "@nobody@fake.example")])
      #expect(again.status == .unprocessableContent)
      #expect(rooms(again.text) == rooms(before))
      let gone = try await carla.get("/people/1")
      #expect(gone.status == .notFound)
      #expect(gone.text.contains("id=\"count-today\"") || !gone.text.contains("class=\"rooms\""))
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

  @Test func whatIsGatheredIsWhatItsWordsReadAsUnlessSomebodySaysIt() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let form = try await carla.get(.wishForm(web.open.conversation)).text
      #expect(form.contains("<option value=\"\" selected>\(Words.english.wishes.asRead)"))
      for (number, kind) in ["complaint", "praise"].enumerated() {
        _ = try await carla.post(.correctReading(web.open.post), [(.kind, kind)])
        let taken = try await carla.post(
          .gatherWish(web.open.conversation),
          [(.post, "\(web.open.post)"), (.name, "Open longer \(number)"), (.kind, "")])
        #expect(taken.status == .seeOther)
      }
      let viewer = web.test.lead
      let rows = try await web.desk.wishes(WishFilter(), PageRequest(), for: viewer).rows
      let kinds = Dictionary(rows.map { ($0.wish.title, $0.wish.kind) }) { $1 }
      #expect(kinds["Open longer 0"] == .cause)
      #expect(kinds["Open longer 1"] == .wish)
    }
  }

  @Test func whatIsLeftOutOfWhatWasSaidAlikeIsNotGathered() async throws {
    let web = try await WebDesk()
    let test = web.test
    try await test.says("The blue rims broke.", id: "alike1", by: "uma")
    try await test.says("Blue rims, broken.", id: "alike2", by: "vic")
    try await test.says("A broken rim, but a red one.", id: "alike3", by: "wim")
    var posts: [ID<Post>] = []
    for id in ["alike1", "alike2", "alike3"] { posts.append(try await test.post(id).id) }
    let all = posts
    let alike = all.map { ("alike", $0.description) }
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let form = [("kind", "cause"), ("name", "Blue rims break")] + alike
      let none = try await carla.post(Route.gatherSuggested.path, form)
      #expect(none.status.code == 422 && none.text.contains("Choose at least one of them"))
      let gathered = try await carla.post(
        Route.gatherSuggested.path, form + [("post", "\(all[0]),\(all[1])")])
      let page = try await carla.get(try #require(gathered.location)).text
      #expect(page.contains("Uma") && page.contains("Vic") && !page.contains("Wim"))
    }
    // Nobody is asked about it again.
    #expect(try await test.store.read { try $0.ungathered(all) }.isEmpty)
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
      let introduce = Route.speak(
        web.open.conversation, at: web.open.post, .introduce(web.test.lead.member)
      ).path
      #expect(page.contains(introduce.replacing("&", with: "&amp;")))
      let composer = try await carla.get(introduce).text
      #expect(composer.contains("until now Lena spoke with you for us"))
      #expect(composer.contains("I am Carla"))
    }
    let after = try await web.dump().filter {
      !$0.hasPrefix("sessions") && !$0.hasPrefix("events") && !$0.hasPrefix("came_back")
    }
    #expect(after == before.filter { !$0.hasPrefix("events") && !$0.hasPrefix("came_back") })
  }

  @Test func whoJoinedInIsIntroducedByTheirOwnName() async throws {
    let web = try await WebDesk()
    let talk = try await web.test.says("When is it ready?", id: "m1", by: "rui")
    #expect(
      try await web.test.says("And mine?", id: "m2", by: "ben", parent: RemoteID("m1")) == talk)
    let bens = try await web.test.post("m2").id
    _ = try await web.desk.send(
      ReplyRequest(conversation: talk, inReplyTo: bens, text: "On Friday, Ben.", anyway: true),
      by: web.test.lead)
    web.test.clock.advance(by: .seconds(11))
    for _ in 0..<4 { try await WebDesk.deliver(web.desk) }
    try await web.desk.leave(web.test.lead.member, by: web.nora)
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let introduce = Route.speak(talk, at: bens, .introduce(web.test.lead.member)).path
      let page = try await carla.get("/members/\(web.test.lead.member)/people").text
      #expect(page.contains(introduce.replacing("&", with: "&amp;")))
      let composer = try await carla.get(introduce).text
      #expect(composer.contains("Hello Ben, until now Lena spoke with you for us"))
      #expect(composer.contains("id=\"talk-title\"><bdi>Ben</bdi>"))
    }
  }

  @Test func whoIsTakenUpInAMixedThreadIsNamed() async throws {
    let web = try await WebDesk()
    let talk = try await web.test.says("The corner shop again", id: "m1", by: "otto", toUs: false)
    try await web.test.says(
      "They never open.", id: "m2", by: "eve", parent: RemoteID("m1"), toUs: false)
    let post = try await web.test.post("m2").id
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let title = "id=\"talk-title\"><bdi>Eve</bdi>"
      #expect(try await carla.get(.conversation(talk)).text.contains(title))
      #expect(
        try await carla.post(.takeUp(post)).location == Route.conversation(talk, at: post).path)
      #expect(try await carla.get(.conversation(talk, at: post)).text.contains(title))
    }
  }

  @Test func whoseWordsAreGoneIsToldBelowOthersOfTheirsOrNot() async throws {
    let web = try await WebDesk()
    let test = web.test
    try await web.desk.change(
      web.open.wish, to: .done, reason: "On Sunday too.", by: test.alicia)
    let later = try await test.post("q2").id
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      func page() async throws -> String {
        try await carla.get(.wish(web.open.wish)).text.replacing("&amp;", with: "&")
      }
      let (first, second) = (
        Route.speak(web.open.conversation, at: web.open.post, .tell(web.open.wish)).path,
        Route.speak(web.open.conversation, at: later, .tell(web.open.wish)).path
      )
      #expect(try await page().contains(first))
      try await test.hear([.removed(RemoteID("q"))])
      #expect(try await !page().contains(first))
      #expect(try await page().contains(second))
      try await test.hear([.removed(RemoteID("q2"))])
      let rest = try await page()
      #expect(!rest.contains("tell=\(web.open.wish)"))
      #expect(rest.contains(Words.english.wishes.nothingToAnswer))
    }
  }

  @Test func aReasonThatIsOverIsReadByWhomItConcerned() async throws {
    let web = try await WebDesk()
    let reason = "Told three people wrong prices."
    try await web.desk.restrict(web.test.bruno.member, reason: reason, days: 1, by: web.test.lead)
    web.test.pass(.days(2))
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      #expect(try await bruno.get(.me).text.contains(reason))
      let carla = try await web.browser(client, as: "Carla")
      #expect(try await !carla.get(.me).text.contains(reason))
      #expect(try await carla.get(.voice(web.test.bruno.member)).status == .forbidden)
    }
  }
}
