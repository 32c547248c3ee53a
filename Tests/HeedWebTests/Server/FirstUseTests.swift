import HTTPTypes
import HeedModel
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// What somebody meets who uses a desk for the first days.
@Suite struct FirstUseTests {
  private func words() -> Words { .english }

  @Test func theLineCountsConversationsAndThosePeopleWhoWait() async throws {
    let web = try await WebDesk()
    try await web.test.says("And one thing more, is it warm?", id: "more", by: "ana")
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let today = try await carla.get(.today).text
      // Ana speaks in two conversations and with another handle of hers in a third: she is one.
      #expect(today.contains("Three conversations wait, of one person"))
      #expect(today.contains("title=\"3 conversations waiting\""))
      #expect(!today.contains("first words to you"))
    }
  }

  @Test func peopleAreFoundAboveWhatWasSaid() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let nora = try await web.browser(client, as: "Nora")
      let link = "href=\"/people/\(web.open.person)\""
      for query in ["Ana", "ana@fake", "from:@ana@fake.example"] {
        #expect(try await nora.get(.search(query: query)).text.contains(link), "\(query)")
      }
      // Who wrote in private alone is found by those who answer it.
      let hidden = "href=\"/people/\(web.hidden.person)\""
      #expect(try await !nora.get(.search(query: "paulssecret")).text.contains(hidden))
      let alicia = try await web.browser(client, as: "Alicia")
      #expect(try await alicia.get(.search(query: "paulssecret")).text.contains(hidden))
    }
  }

  @Test func whatWasHandedOnShowsWithWhomItLiesAndIsTakenBack() async throws {
    let web = try await WebDesk()
    let talk = web.open.conversation
    try await web.desk.release(talk, by: web.test.lead)
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      let handed = try await lena.post(
        .handOver(talk), [(.member, web.test.bruno.member.description), (.word, "You know her.")])
      #expect(handed.location == "/today")
      let today = try await lena.get(.today).text
      #expect(today.contains("handed to Bruno"))
      // In what was just said, on the row, and where the conversation stands open beside the line.
      #expect(today.components(after: "id=\"flash\"").prefix(600).contains("Take it back"))
      let form = "action=\"\(Route.claim(talk).path)\""
      #expect(today.components(after: "class=\"line\"").contains(form))
      let page = try await lena.get(.conversation(talk)).text
      #expect(page.contains(words().talk.liesWith("Bruno")) && page.contains("Take it back"))
      // Another colleague sees with whom it lies, and takes nothing back that they did not give.
      let alicia = try await web.browser(client, as: "Alicia")
      let seen = try await alicia.get(.conversation(talk)).text
      #expect(seen.contains(words().talk.liesWith("Bruno")) && !seen.contains("Take it back"))
      #expect(try await lena.post(.claim(talk)).location == "/conversations/\(talk)")
      #expect(try await !lena.get(.today).text.contains("handed to Bruno"))
      let after = try await lena.get(.conversation(talk)).text
      #expect(!after.contains(words().talk.liesWith("Bruno")))
    }
  }

  @Test func whatReadsLikeAPromiseGoesByThePostAsItStandsAndCanBeNone() async throws {
    let web = try await WebDesk()
    let talk = try await web.test.says("When is my bike ready?", id: "bike", by: "rui")
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      func offers() async throws -> Bool {
        try await lena.get(.conversation(talk)).text.contains(words().promises.youWrote)
      }
      _ = try await lena.post(.send(talk), [(.text, "I will call you tomorrow.")])
      web.test.clock.advance(by: .seconds(11))
      for _ in 0..<4 { try await WebDesk.deliver(web.desk) }
      #expect(try await offers())
      let reply = try #require(
        try await web.test.store.read { try $0.replies(in: talk, for: web.test.lead).last })
      let post = try #require(reply.delivery.post)
      try await web.desk.edit(post, to: "It is ready.", by: web.test.lead)
      #expect(try await !offers())
      try await web.desk.edit(post, to: "I will ring you on Friday.", by: web.test.lead)
      let page = try await lena.get(.conversation(talk)).text
      #expect(page.contains("value=\"I will ring you on Friday"))
      let bruno = try await web.browser(client, as: "Bruno")
      #expect(try await bruno.post(.declinePromises(reply.id)).status == .notFound)
      #expect(try await offers())
      #expect(
        try await lena.post(.declinePromises(reply.id)).location == "/conversations/\(talk)")
      #expect(try await !offers())
    }
  }

  @Test func aPromiseIsKeptOutOfWhatAPostWasEditedTo() async throws {
    let web = try await WebDesk()
    let test = web.test
    let talk = try await test.says("When is my bike ready?", id: "bike", by: "rui")
    let reply = try await test.desk.send(
      ReplyRequest(conversation: talk, text: "I will call you tomorrow."), by: test.lead)
    test.clock.advance(by: .seconds(11))
    for _ in 0..<4 { try await WebDesk.deliver(test.desk) }
    let sent = try await test.store.read { try $0.reply(reply.id)?.delivery.post }
    try await test.desk.edit(
      try #require(sent), to: "I will ring you on Friday.", by: test.lead)
    await #expect(throws: Problem.self) {
      try await test.desk.keepPromise(
        PromiseWish(words: "I will call you tomorrow."), from: reply.id, by: test.lead)
    }
    _ = try await test.desk.keepPromise(
      PromiseWish(words: "I will ring you on Friday."), from: reply.id, by: test.lead)
    #expect(
      try await test.store.read { try $0.promises(of: reply.id).map(\.words) }
        == ["I will ring you on Friday."])
  }

  @Test func nobodyIsAskedAboutADraftWithoutWords() async throws {
    let web = try await WebDesk()
    let talk = try await web.test.says("Is it warm?", id: "warm", by: "rui")
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      let refused = try await carla.post(.askColleague(talk), [(.text, "  ")])
      #expect(refused.status.code == 422)
      #expect(refused.text.contains("id=\"composer-wrong\""))
      #expect(refused.text.contains("Write something first."))
      // Whoever comes to the choice all the same finds the field there, and their choice in it again.
      let form = try await carla.get(.askColleagueForm(talk)).text
      #expect(form.contains("<textarea id=\"f-text\""))
      let bruno = web.test.bruno.member.description
      let wrong = try await carla.post(.askColleague(talk), [(.member, bruno), (.text, "")])
      #expect(wrong.status.code == 422)
      #expect(wrong.text.contains("value=\"\(bruno)\" required checked"))
      let asked = try await carla.post(
        .askColleague(talk), [(.member, bruno), (.text, "Quite warm."), (.word, "")])
      #expect(asked.location == "/conversations/\(talk)")
    }
  }

  @Test func withoutTimeToTakeItBackNothingIsOffered() async throws {
    let web = try await WebDesk()
    let talk = try await web.test.says("Is it warm?", id: "warm", by: "rui")
    var settings = try await web.desk.settings()
    settings.undoSeconds = 0
    try await web.desk.save(settings, by: web.test.lead)
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      let page = try await lena.get(.conversation(talk)).text
      #expect(page.contains("Send as Lena") && !page.contains("to take it back"))
      let sent = try await lena.post(.send(talk), [(.text, "Quite warm.")])
      #expect(sent.location == "/conversations/\(talk)")
      let after = try await lena.get(.conversation(talk)).text
      #expect(after.contains(words().outcomes.sending) && !after.contains("Take it back"))
    }
  }

  @Test func anAddressThatIsNoneIsCalledSo() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      for name in [nil, "Olga"] {
        let browser = try await web.browser(client, as: name)
        let answer = try await browser.get("/no/such/page")
        #expect(answer.status == .notFound)
        #expect(answer.text.contains(words().errors.noSuchPage))
        #expect(!answer.text.contains("author"))
      }
    }
  }

  @Test func publicPagesThatAreOffLeadALeadToTheirSetting() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      for (path, setting) in [
        ("/corrections", "publishesCorrections"), ("/said-and-done", "publishesDeeds"),
      ] {
        let way = "href=\"/settings#f-\(setting)\""
        let lena = try await web.browser(client, as: "Lena")
        let answer = try await lena.get(path)
        #expect(answer.status == .notFound && answer.text.contains(way))
        #expect(try await lena.get(.settings).text.contains("id=\"f-\(setting)\""))
        for name in [nil, "Bruno"] {
          let other = try await web.browser(client, as: name).get(path)
          #expect(other.status == .notFound && !other.text.contains(way))
        }
      }
    }
  }

  @Test func aCardWhoseWordsCannotBeReadIsMendedLikeATopic() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      let card: [(FieldName, String)] = [
        (.name, "Refunds"), (.text, "Within two weeks."), (.query, "(refund OR return"),
        (.kind, "fact"),
      ]
      let wrong = try await lena.post(.addHouseRule, card)
      #expect(wrong.status.code == 422)
      #expect(wrong.text.contains("class=\"query-error\""))
      #expect(wrong.text.contains("name=\"query\" value=\"(refund OR return)\""))
      // A browser sends the field and then the button that was pressed.
      let mended = try await lena.post(.addHouseRule, card + [(.query, "(refund OR return)")])
      #expect(mended.location == Route.houseRules.path)
      #expect(try await lena.get(.houseRules).text.contains("(refund OR return)"))
    }
  }

  @Test func theAuditNamesWhatWasChangedAndFromWhatToWhat() async throws {
    let web = try await WebDesk()
    var settings = try await web.desk.settings()
    settings.undoSeconds = 25
    settings.publishesDeeds = true
    settings.contact = "Ask Zelda Quux."
    try await web.desk.save(settings, by: web.test.lead)
    _ = try await web.desk.saveTopic(
      web.open.topic, name: "Cakes", query: "cake OR pie", by: web.test.lead)
    try await web.desk.change(
      web.open.account, custom: .name, answerers: [web.test.lead.member], by: web.test.lead)
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      let audit = try await lena.get(.audit()).text
      let words = words()
      #expect(audit.contains(words.audit.changedFrom(words.settings.undo, "10", "25")))
      #expect(audit.contains(words.audit.changedTo(words.wishes.publishes, "on")))
      #expect(audit.contains("<bdi>\(words.settings.contact)</bdi>"))
      #expect(!audit.contains("Zelda"))
      #expect(audit.contains("href=\"/topics/\(web.open.topic)\""))
      #expect(audit.contains("href=\"/accounts/\(web.open.account)\""))
      #expect(audit.contains("<bdi>@shop@fake.example</bdi>"))
    }
  }

  @Test func whoJoinsGetsTheZoneOfTheirBrowser() async throws {
    let web = try await WebDesk()
    let token = try await web.desk.invite(.member, by: web.test.lead)
    try await web.serve { client in
      let page = try await Browser(client).get(.join(token: token)).text
      #expect(page.contains("name=\"timeZone\" value=\"\" data-own-zone"))
    }
  }

  @Test func whereAllWasSettledNothingIsOpen() async throws {
    let web = try await WebDesk()
    for wish in [web.open.wish, web.open.otherWish] {
      try await web.desk.change(wish, to: .done, reason: "We did.", by: web.test.lead)
    }
    try await web.serve { client in
      let nora = try await web.browser(client, as: "Nora")
      let page = try await nora.get(.wishes()).text
      #expect(page.contains(words().wishes.noneOpen) && !page.contains(words().wishes.none))
      #expect(page.contains("href=\"/wishes?settled=1\""))
      let causes = try await nora.get(.wishes(WishFilter(kind: .cause, isOpen: true))).text
      #expect(causes.contains(words().wishes.none))
    }
  }

  @Test func aLetterIsOnlyPromisedWhereOneCanGo() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = Browser(client)
      _ = try await browser.get(.theirSide)
      let begun = try await browser.post(.beginProof, [(.typed, "ana@mail.example")])
      #expect(begun.location == Route.proof.path)
      let page = try await browser.get(.proof).text
      #expect(page.contains(words().theirSide.byPost))
      #expect(!page.contains(words().theirSide.byMail))
    }
  }

  @Test func onlyWholeLanguagesAreOffered() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let stranger = Browser(client)
      stranger.headers = [.acceptLanguage: "ar-EG,ar;q=0.9"]
      #expect(try await stranger.get(.signInPage).text.contains("<html lang=\"en\" dir=\"ltr\">"))
      let lena = try await web.browser(client, as: "Lena")
      let own = try await lena.get(.me).text
      #expect(own.contains("value=\"de\"") && !own.contains("value=\"ar\""))
      #expect(own.contains(words().me.yourLanguage))
      #expect(try await !lena.get(.settings).text.contains("value=\"ar\""))
      // Who chose it before goes on with it.
      try await web.test.store.write { tx in
        guard var member = try tx.member(web.test.lead.member) else { return }
        member.language = "ar"
        try tx.update(member)
      }
      let page = try await lena.get(.me).text
      #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">"))
      #expect(page.contains("value=\"ar\" selected"))
    }
  }

  @Test func ourOwnPostsAreTakenUpByNobody() throws {
    var row = HeardRow.samples[0]
    row.direction = .aboutUs
    row.conversation = nil
    var page = PageContext(now: World.now)
    page.member = World.alicia
    #expect(HeardRowView.row(row, in: page).markup.contains("Take up"))
    row.isOurs = true
    #expect(!HeardRowView.row(row, in: page).markup.contains("Take up"))
  }
}
