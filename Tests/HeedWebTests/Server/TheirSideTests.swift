import Foundation
import HTTPTypes
import HeedModel
import HeedNetwork
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// The other side of the desk in a browser, without scripts.
@Suite struct TheirSideTests {
  /// Sends a form of the page that the browser is on.
  private func send(
    _ browser: Browser, on page: Route, _ route: Route, _ fields: [(FieldName, String)] = []
  ) async throws -> TestResponse {
    let token = try #require(try await browser.get(page).token)
    return try await browser.form(
      route.path, fields.map { ($0.rawValue, $1) } + [("csrf", token)])
  }

  /// The code on the page of a browser that is about to prove a handle.
  private func code(_ browser: Browser) async throws -> String {
    let page = try await browser.get(.proof).text
    return String(try #require(page.firstMatch(of: /<code[^>]*>(heed-[a-z2-9-]{11})</)).1)
  }

  private func prove(_ browser: Browser, as name: String, on web: WebDesk) async throws {
    let begun = try await send(
      browser, on: .theirSide, .beginProof, [(.typed, "@\(name)@fake.example")])
    #expect(begun.location == "/you/proof")
    // To whom the code can be said.
    #expect(try await browser.get(.proof).text.contains("<bdi>@shop@fake.example</bdi>"))
    let code = try await code(browser)
    try await web.test.hear([
      .post(
        FakeNetwork.post(
          "proof-\(name)-\(code)", "It is me: \(code)", by: name, at: web.test.clock.now()))
    ])
    let opened = try await send(browser, on: .proof, .checkProof)
    #expect(opened.location == "/you")
  }

  @Test func somebodyOutsideProvesSeesSaysAndIsForgotten() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = Browser(client)
      #expect(!(try await browser.get(.theirSide).text.contains("Is the shop open?")))
      try await prove(browser, as: "ana", on: web)
      let page = try await browser.get(.theirSide)
      #expect(page.text.contains("Is the shop open?"))
      #expect(page.text.contains("Until six."))
      for secret in WebDesk.secrets + ["Ask Bruno."] { #expect(!page.text.contains(secret)) }
      let said = try await send(
        browser, on: .theirSide, .theySay,
        [(.conversation, web.open.conversation.description), (.kind, "solved")])
      #expect(said.status == .seeOther)
      #expect(try await web.test.conversation(web.open.conversation).state == .solved)
      let name = try await send(browser, on: .theirSide, .theyAreCalled, [(.name, "Anna")])
      #expect(name.status == .seeOther)
      #expect(try await browser.get(.theirSide).text.contains("value=\"Anna\""))
      // Asked once more before it is done.
      #expect(try await browser.get(.forgetForm).status == .ok)
      let gone = try await send(browser, on: .forgetForm, .forgetThem)
      #expect(gone.location == "/you")
      #expect(browser.cookies["heed-visit"] == nil)
      let told = try await browser.get(.theirSide).text
      #expect(told.contains(Words.english.theirSide.forgotten))
      let person = web.open.person
      #expect(try await web.test.store.read { try $0.person(person) }?.erasedAt != nil)
      // Members see it where they work.
      let lead = try await web.browser(client, as: "Lena")
      #expect(try await lead.get(.audit()).text.contains("asked to be forgotten"))
      #expect(try await lead.get(.conversation(web.open.conversation)).status == .ok)
      #expect(try await lead.get(.person(person)).status == .ok)
    }
  }

  @Test func whatTheyCorrectStandsWhereMembersWorkAndNobodyWritesOverIt() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = Browser(client)
      try await prove(browser, as: "ana", on: web)
      let words = Words.english
      let before = try await browser.get(.theirSide).text
      #expect(before.contains(words.theirSide.readWrongly))
      #expect(before.contains(words.theirSide.notAsked))
      let read = try await send(
        browser, on: .theirSide, .theyRead,
        [
          (.post, web.open.post.description), (.kind, "complaint"), (.kind, "wish"),
          (.tone, "negative"), (.language, "pt"),
        ])
      #expect(read.location == "/you#post-\(web.open.post)")
      #expect(try await browser.get(.theirSide).text.contains(words.theirSide.readBySaid))
      let reading = try await web.test.post("q").reading
      #expect(reading.kinds == [.complaint, .wish])
      #expect(reading.language == "pt")
      let wrong = try await send(
        browser, on: .theirSide, .theyRead,
        [(.post, web.open.post.description), (.language, "no language")])
      #expect(wrong.status.code == 422)

      let bruno = try await web.browser(client, as: "Bruno")
      let thread = try await bruno.get(.conversation(web.open.conversation)).text
      #expect(thread.contains(words.reading.theySaidSo))
      let form = try await bruno.get(.readingForm(web.open.post)).text
      #expect(form.contains(words.reading.theirWordStands))
      #expect(!form.contains("name=\"tone\""))
      let refused = try await bruno.post(
        .correctReading(web.open.post), [(.kind, "praise"), (.tone, "positive")])
      #expect(refused.status.code == 409)
      #expect(try await web.test.post("q").reading == reading)

      let denied = try await send(
        browser, on: .theirSide, .theySay,
        [(.kind, "notAsked"), (.wish, web.open.wish.description)])
      #expect(denied.location == "/you#asked")
      let wish = try await bruno.get(.wish(web.open.wish)).text
      #expect(wish.contains(words.wishes.notAskedBy("Ana")))
      #expect(
        try await bruno.get(.conversation(web.open.conversation)).text
          .contains(words.rights.saidNotAsked))
      let again = try await bruno.post(
        .gatherWish(web.open.conversation),
        [(.post, web.open.post.description), (.wish, web.open.wish.description)])
      #expect(again.status.code == 409)
    }
  }

  @Test func whoSaysThatAPromiseIsBrokenIsToldSoAndReadsOnThere() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = Browser(client)
      try await prove(browser, as: "ana", on: web)
      let words = Words.english.theirSide
      let before = try await browser.get(.theirSide).text
      // What is owed stands before all that was said, and a list at the top leads to each.
      let parts = ["promised", "asked", "mistakes", "between", "wishes"]
      let places = try parts.map { part in
        #expect(before.contains("href=\"#\(part)\""), "\(part)")
        return try #require(before.range(of: "<section id=\"\(part)\">"), "\(part)").lowerBound
      }
      #expect(places == places.sorted())
      #expect(!before.contains("nothing else is kept"))
      let said = try await send(
        browser, on: .theirSide, .theySay,
        [(.kind, "broken"), (.promise, web.open.promise.description)])
      #expect(said.location == "/you#promise-\(web.open.promise)")
      let after = try await browser.get(.theirSide).text
      #expect(after.contains(words.wordNoted))
      let line = after.components(after: "id=\"promise-\(web.open.promise)\"")
      #expect(line.contains("\(words.youSaid) <b>\(words.broken)</b>"))
      #expect(!(try await browser.get(.theirSide).text.contains(words.wordNoted)))
      _ = try await send(
        browser, on: .theirSide, .theySay,
        [(.conversation, web.open.conversation.description), (.kind, "solved")])
      let solved = try await browser.get(.theirSide).text
      #expect(solved.contains(words.solvedByYou))
      #expect(!solved.contains(Words.english.kinds.solved))
    }
  }

  @Test func whatTheySaidIsListedAndTakenBack() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = Browser(client)
      try await prove(browser, as: "ana", on: web)
      let words = Words.english.theirSide
      let talk = web.open.conversation
      for fields: [(FieldName, String)] in [
        [(.kind, "fine"), (.conversation, talk.description)],
        [(.kind, "notToday"), (.conversation, talk.description), (.days, "3")],
        [(.kind, "broken"), (.promise, web.open.promise.description)],
      ] { _ = try await send(browser, on: .theirSide, .theySay, fields) }
      let page = try await browser.get(.theirSide).text
      let list = page.components(after: "<section id=\"said\">").part(before: "</section>")
      for said in [words.fine, words.notToday, words.broken] {
        #expect(list.contains("<b>\(said)</b>"), "\(said)")
      }
      // Until which day it holds, and which promise it was.
      #expect(list.contains("<b>\(words.notToday)</b>, until "))
      #expect(
        list.contains(
          "<a class=\"go\" href=\"#promise-\(web.open.promise)\" dir=\"auto\">Until six</a>"))
      // Under their conversation stand what was promised there, what they asked for and what they said.
      let beside = page.components(after: "id=\"talk-\(talk)\"").part(before: "</article>")
      for part in [
        words.promisedHere, words.askedHere, words.fine, words.notToday, words.broken,
      ] { #expect(beside.contains(part), "\(part)") }
      let handle = web.open.handle
      let word = try #require(
        try await web.test.store.read { try $0.theirWords(of: [handle]) }
          .last { $0.kind == .notToday })
      let back = try await send(
        browser, on: .theirSide, .theyTakeBack, [(.word, word.id.description)])
      #expect(back.location == "/you#said")
      let after = try await browser.get(.theirSide).text
      #expect(after.contains(words.wordTakenBack))
      #expect(!after.contains("<b>\(words.notToday)</b>"))
      #expect(after.contains("<b>\(words.fine)</b>"))
      // Members are told where they look at what happened.
      let lead = try await web.browser(client, as: "Lena")
      #expect(
        try await lead.get(.audit(everything: true)).text.contains("took back what they had said"))
    }
  }

  @Test func aMistakeSaysThereWhatIsRightAndWhere() async throws {
    let web = try await WebDesk()
    let (desk, lead, mistake) = (web.desk, web.test.lead, web.open.mistake)
    _ = try await desk.fix(
      FixRequest(mistake: mistake, way: .edit, text: "Until five."), by: lead)
    let ours = web.open.ours
    try await web.test.store.write { tx in
      guard var post = try tx.posts([ours]).first else { return }
      post.address = "https://fake.example/ours"
      try tx.update(NewPost(post: post, terms: []))
    }
    try await web.serve { client in
      let browser = Browser(client)
      try await prove(browser, as: "ana", on: web)
      let words = Words.english
      func mistakes() async throws -> Substring {
        try await browser.get(.theirSide).text.components(after: "<section id=\"mistakes\">")
          .part(before: "</section>")
      }
      let fixed = try await mistakes()
      #expect(fixed.contains("<b>\(words.mistake.publicRight):</b> <span dir=\"auto\">Until five."))
      #expect(!fixed.contains(words.theirSide.publishedFix))
      #expect(fixed.contains("href=\"https://fake.example/ours\""))
      // As it was published, with the way there.
      var settings = try await desk.settings()
      settings.publishesCorrections = true
      try await desk.save(settings, by: lead)
      try await desk.publish(mistake, wrong: "It was six.", right: "It is five.", by: lead)
      let published = try await mistakes()
      #expect(published.contains("It is five."))
      let link = try #require(published.firstMatch(of: /href="(\/corrections[^"#]*)#(c[0-9]+)"/))
      let list = try await Browser(client).get(String(link.1).replacing("&amp;", with: "&"))
      #expect(list.text.contains("id=\"\(link.2)\""))
    }
  }

  @Test func whatIsTheirsTheyTakeWithThemAndNobodyElseDoes() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = Browser(client)
      for route in [Route.theirEverything, .theirFile] {
        #expect(try await browser.get(route).location == "/you")
      }
      try await prove(browser, as: "ana", on: web)
      let side = try await browser.get(.theirSide).text
      for route in [Route.theirEverything, .theirFile] {
        #expect(side.contains("href=\"\(route.path)\""))
      }
      #expect(try await browser.get(.theirEverything).text.contains("Is the shop open?"))
      let file = try await browser.get(.theirFile)
      #expect(file.headers[.contentType] == "application/json")
      #expect(file.text.contains("Is the shop open?") && file.text.contains("Until six"))
      for secret in WebDesk.secrets + ["Ask Bruno."] { #expect(!file.text.contains(secret)) }
      // Not without end.
      for _ in 0..<4 { #expect(try await browser.get(.theirFile).status == .ok) }
      #expect(try await browser.get(.theirFile).status == .tooManyRequests)
    }
  }

  @Test func promisesNameThemAsTheySayAndAsNobodyOnceTheyAreForgotten() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = Browser(client)
      try await prove(browser, as: "ana", on: web)
      _ = try await send(browser, on: .theirSide, .theyAreCalled, [(.name, "Anna Sousa")])
      let lead = try await web.browser(client, as: "Lena")
      #expect(try await lead.get(.promises()).text.contains("You to Anna Sousa"))
      _ = try await send(browser, on: .forgetForm, .forgetThem)
      let erased = Words.english.talk.erased
      let promises = try await lead.get(.promises()).text
      #expect(promises.contains("You to \(erased)"))
      let cameBack = try await lead.get(.cameBack()).text
      #expect(cameBack.contains(Words.english.aftermath.answered(erased)))
      for page in [promises, cameBack] { #expect(!page.contains(Forgetting.mark)) }
      // Where they speak, too.
      let talk = try await lead.get(.conversation(web.open.conversation)).text
      let nobody = Words.english.rights.erasedSomebody
      #expect(talk.contains("\(nobody)</bdi></a></h2>"))
      #expect(!talk.contains(Words.english.person.knownAs))
      #expect(!talk.contains(Route.wishForm(web.open.conversation).path))
    }
  }

  @Test func aWordThatIsNoWholeHandleIsAskedForWhole() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      var pages: [String] = []
      for typed in ["ana", "nobody"] {
        let browser = Browser(client)
        let answer = try await send(browser, on: .theirSide, .beginProof, [(.typed, typed)])
        #expect(answer.status.code == 422)
        #expect(browser.cookies["heed-proof"] == nil)
        for form in ["@ana@bolha.example", "@ana.bsky.social", "https://github.com/ana"] {
          #expect(answer.text.contains(form))
        }
        pages.append(
          answer.text.replacing("value=\"\(typed)\"", with: "")
            .replacing(/value="[0-9a-f]{64}"/, with: ""))
      }
      #expect(pages[0] == pages[1])
    }
  }

  @Test func theAnswerIsTheSameForWhoIsKnownAndWhoIsNot() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      var pages: [String] = []
      for typed in ["@ana@fake.example", "@eve@fake.example"] {
        let browser = Browser(client)
        let begun = try await send(browser, on: .theirSide, .beginProof, [(.typed, typed)])
        #expect(begun.status == .seeOther)
        #expect(begun.location == "/you/proof")
        let code = try await code(browser)
        let shown = try await browser.get(.proof).text
        let asked = try await send(browser, on: .proof, .checkProof).text
        pages.append(
          [shown, asked].joined().replacing(code, with: "CODE").replacing(typed, with: "TYPED")
            .replacing(/value="[0-9a-f]{64}"/, with: ""))
      }
      #expect(pages[0] == pages[1])
    }
  }

  @Test func thePagesOfOneAreNothingToAnother() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let ana = Browser(client)
      try await prove(ana, as: "ana", on: web)
      // A member is nobody there, and somebody there is no member.
      let lead = try await web.browser(client, as: "Lena")
      #expect(!(try await lead.get(.theirSide).text.contains("Is the shop open?")))
      for route in [Route.today, .people(), .settings, .person(web.open.person)] {
        #expect(try await ana.get(route).location == "/signin")
      }
      let thief = Browser(client)
      thief.cookies["heed-visit"] = String((ana.cookies["heed-visit"] ?? "").reversed())
      #expect(!(try await thief.get(.theirSide).text.contains("Is the shop open?")))
    }
  }

  @Test func aTokenThatWasPlantedIsWorthNothingAfterTheProof() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let ana = Browser(client)
      ana.cookies["heed-visit"] = "planted"
      try await prove(ana, as: "ana", on: web)
      let visit = try #require(ana.cookies["heed-visit"])
      #expect(visit != "planted")
      #expect(visit.count == 64)
      #expect(ana.cookies["heed-proof"] == nil)
      let other = Browser(client)
      other.cookies["heed-visit"] = "planted"
      #expect(!(try await other.get(.theirSide).text.contains("Is the shop open?")))
    }
  }

  @Test func noOtherSiteActsInTheirName() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let ana = Browser(client)
      try await prove(ana, as: "ana", on: web)
      let stranger = try #require(try await Browser(client).get(.signInPage).token)
      let own = try #require(try await ana.get(.theirSide).token)
      let before = try await web.dump()
      for (token, origin) in [
        ("", "http://localhost"), (stranger, "http://localhost"), (own, "https://evil.example"),
      ] {
        for route in [Route.forgetThem, .theyWish, .endVisit] {
          let answer = try await ana.send(
            .post, route.path, ["Origin": origin], type: Browser.formType,
            body: Browser.encoded([("csrf", token), ("allowed", "0")]))
          #expect(answer.status.code == 403, "\(route.path) \(origin)")
        }
      }
      #expect(try await web.dump() == before)
    }
  }

  @Test func theCookiesOfPeopleOutsideAreHeldLikeThoseOfMembers() async throws {
    let web = try await WebDesk()
    try await web.serve(isSecure: true) { client in
      let browser = Browser(client)
      let token = try #require(try await browser.get(.theirSide).token)
      let begun = try await browser.send(
        .post, Route.beginProof.path, ["Origin": "https://desk.example"], type: Browser.formType,
        body: Browser.encoded([("csrf", token), ("typed", "@ana@fake.example")]))
      let cookie = begun.headers[values: .setCookie].first { $0.contains("heed-proof") }
      for mark in ["__Host-heed-proof=", "HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
        #expect(cookie?.contains(mark) == true, "\(mark)")
      }
    }
  }

  @Test func beginningIsThrottled() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = Browser(client)
      for _ in 0..<10 {
        let answer = try await send(
          browser, on: .theirSide, .beginProof, [(.typed, "@ana@fake.example")])
        #expect(answer.status == .seeOther)
      }
      let answer = try await send(
        browser, on: .theirSide, .beginProof, [(.typed, "@ana@fake.example")])
      #expect(answer.status == .tooManyRequests)
    }
  }

  @Test func theNoticeLeadsThereAndTellsEachTime() async throws {
    let web = try await WebDesk()
    try await web.desk.keep(
      [
        RetentionRule(
          network: FakeNetwork.name, kind: .privateTalk, days: 77,
          purpose: "Until the matter is closed.")
      ], showsNotes: true, by: web.test.lead)
    try await web.serve { client in
      let page = try await Browser(client).get(.notice).text
      #expect(page.contains("href=\"/you\""))
      #expect(page.contains("77"))
      #expect(page.contains("Until the matter is closed."))
      #expect(page.contains("People see what the team noted about them"))
    }
  }

  @Test func aMemberReadsTheReasonBesideWhatTheySaid() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      let voice = Route.restrictVoice(web.test.alicia.member)
      // Without a reason nothing that she said is shown to anybody.
      #expect(!(try await lead.get(.voice(web.test.alicia.member)).text.contains("answeredsecret")))
      let none = try await lead.post(voice, [(.word, "So."), (.days, "7")])
      #expect(none.status.code == 422 && !none.text.contains("answeredsecret"))
      let written = try await lead.post(
        voice, [(.word, "Told three people wrong prices."), (.days, "9")])
      #expect(written.status.code == 200)
      #expect(written.text.contains("answeredsecret"))
      #expect(written.text.contains("Told three people wrong prices."))
      #expect(written.text.contains("value=\"9\""))
      #expect(try await web.test.desk.membersWhoCannotAnswer().isEmpty)
      let signed = try await lead.post(
        voice,
        [(.word, "Told three people wrong prices."), (.days, "7"), (.confirmed, "1")])
      #expect(signed.status == .seeOther)
      let alicia = try await web.browser(client, as: "Alicia")
      let own = try await alicia.get(.me).text
      #expect(own.contains("Told three people wrong prices."))
      #expect(own.contains("answeredsecret"))
      // Nobody else on the team reads it.
      let bruno = try await web.browser(client, as: "Bruno")
      for route in [Route.members, .me] {
        #expect(!(try await bruno.get(route).text.contains("wrong prices")))
      }
      #expect(!(try await bruno.get(.members).text.contains("may not speak")))
      let refused = try await alicia.post(
        .send(web.hidden.conversation), [(.text, "Hello"), (.visibility, "private")])
      #expect(refused.status.code == 403)
    }
  }
}

extension StringProtocol {
  fileprivate func part(before mark: String) -> Substring {
    let text = String(self)
    return text.range(of: mark).map { text[..<$0.lowerBound] } ?? text[...]
  }
}
