import HTTPTypes
import HeedModel
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedWeb

/// Cookies and what they open: OWASP ASVS 5.0, 3.3, 7.2 and 7.4.
@Suite struct SessionTests {
  @Test func cookiesCannotBeReadByScriptsNorSentByOtherSites() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = Browser(client)
      let page = try await browser.get(.signInPage)
      let answer = try await browser.post(.signIn, Forms.fields(.signIn, web.open))
      let work = try await browser.post(.addNote(web.open.conversation), [(.text, "Look.")])
      let lines = [page, answer, work].flatMap { $0.headers[values: .setCookie] }
      #expect(lines.count == 3)
      for line in lines {
        #expect(line.contains("; HttpOnly"), "\(line)")
        #expect(line.contains("; SameSite=Lax"), "\(line)")
        #expect(line.contains("; Path=/"), "\(line)")
        #expect(!line.contains("Domain"), "\(line)")
      }
    }
  }

  @Test func overTLSCookiesAreBoundToTheHost() async throws {
    let web = try await WebDesk()
    try await web.serve(isSecure: true) { client in
      let browser = Browser(client)
      let page = try await browser.get(.signInPage)
      let sent = web.form(Forms.fields(.signIn, web.open), page.token)
      let answer = try await browser.send(.post, "/signin", type: sent.type, body: sent.body)
      #expect(answer.status == .seeOther)
      for line in [page, answer].flatMap({ $0.headers[values: .setCookie] }) {
        #expect(line.hasPrefix("__Host-heed"), "\(line)")
        #expect(line.hasSuffix("; Secure"), "\(line)")
      }
      #expect(try await browser.get(.today).status == .ok)
      // The plain name, which a page without TLS could set, opens nothing.
      let plain = Browser(client)
      plain.cookies = ["heed": browser.cookies["__Host-heed"] ?? ""]
      #expect(try await plain.get(.today).location == "/signin")
    }
  }

  @Test func aTokenHas128BitsAndIsNotStored() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      var seen: Set<String> = []
      for _ in 0..<10 {
        let browser = try await web.browser(client, as: "Bruno")
        let token = try #require(browser.cookies["heed"])
        // Base64 holds six bits a letter, hexadecimal four.
        #expect(token.utf8.count >= 22)
        seen.insert(token)
        let stored = try await web.dump().joined()
        #expect(!stored.contains(token))
      }
      #expect(seen.count == 10)
    }
  }

  @Test func aTokenFixedBeforeTheSignInIsWorthNothingAfterIt() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let victim = Browser(client)
      victim.cookies = ["heed": "fixed-by-somebody", "heed-form": "fixed-too"]
      try await victim.signIn("Bruno", password: WebDesk.password)
      #expect(victim.cookies["heed"] != "fixed-by-somebody")
      #expect(try await victim.get(.today).status == .ok)
      let attacker = Browser(client)
      attacker.cookies = ["heed": "fixed-by-somebody", "heed-form": "fixed-too"]
      #expect(try await attacker.get(.today).location == "/signin")
    }
  }

  @Test func signingInAgainEndsTheEarlierSession() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Bruno")
      let earlier = browser.cookies
      _ = try await browser.post(.signIn, Forms.fields(.signIn, web.open))
      #expect(browser.cookies["heed"] != earlier["heed"])
      let old = Browser(client)
      old.cookies = earlier
      #expect(try await old.get(.today).location == "/signin")
      #expect(try await browser.get(.today).status == .ok)
    }
  }

  @Test func afterSigningOutTheCookieOpensNothing() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Bruno")
      let kept = browser.cookies
      let answer = try await browser.post(.signOut)
      #expect(answer.location == "/signin")
      #expect(browser.cookies["heed"] == nil)
      let old = Browser(client)
      old.cookies = kept
      #expect(try await old.get(.today).location == "/signin")
    }
  }

  @Test func aNewPasswordEndsEveryOtherSession() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let here = try await web.browser(client, as: "Bruno")
      let there = try await web.browser(client, as: "Bruno")
      let wrong = try await here.post(
        .savePassword, [(.password, "not it at all"), (.newPassword, "another pass phrase")])
      #expect(wrong.status == .unprocessableContent)
      #expect(try await there.get(.today).status == .ok)
      #expect(
        try await here.post(.savePassword, Forms.fields(.savePassword, web.open)).status
          == .seeOther)
      #expect(try await there.get(.today).location == "/signin")
      #expect(try await here.get(.today).status == .ok)
    }
  }

  @Test func aSessionEndsWithItsTime() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Bruno")
      web.test.clock.advance(by: .days(29))
      #expect(try await browser.get(.today).status == .ok)
      web.test.clock.advance(by: .days(30) + .seconds(1))
      #expect(try await browser.get(.today).location == "/signin")
      // The cookie of a session that is over does not stand in the way of the next.
      try await browser.signIn("Bruno", password: WebDesk.password)
      #expect(try await browser.get(.today).status == .ok)
    }
  }

  @Test func howeverMuchItIsUsedASessionHasAnEnd() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      for (name, days) in [("Bruno", 90), ("Lena", 30)] {
        let browser = try await web.browser(client, as: name)
        for _ in 0..<(days * 2 - 1) {
          web.test.clock.advance(by: .hours(12))
          #expect(try await browser.get(.today).status == .ok, "\(name)")
        }
        web.test.clock.advance(by: .hours(12))
        #expect(try await browser.get(.today).location == "/signin", "\(name)")
      }
    }
  }

  @Test func whoBecomesALeadHasALeadsSessionAtOnce() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      for _ in 0..<2 {
        web.test.clock.advance(by: .days(20))
        #expect(try await bruno.get(.today).status == .ok)
      }
      let lead = try await web.browser(client, as: "Lena")
      _ = try await lead.post(.changeRole(web.test.bruno.member), [(.role, "lead")])
      #expect(try await bruno.get(.today).location == "/signin")
    }
  }

  @Test func oneSeesWhereOneIsSignedInAndEndsItThere() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let here = try await web.browser(client, as: "Bruno")
      let there = Browser(client)
      there.headers = [
        .userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 <b>"
      ]
      try await there.signIn("Bruno", password: WebDesk.password)
      let page = try await here.get(.me)
      #expect(page.text.contains("Firefox · Linux"))
      #expect(page.text.contains(Words.english.me.thisSession))
      #expect(!page.text.contains("Mozilla"))
      let path = try #require(page.text.firstMatch(of: #/\/settings\/me\/sessions\/\d+\/end/#))
      // Not by anybody else, and not without the token.
      let other = try await web.browser(client, as: "Carla")
      #expect(try await other.post(String(path.0), []).status == .notFound)
      #expect(try await here.form(String(path.0), []).status == .forbidden)
      #expect(try await there.get(.today).status == .ok)
      #expect(try await here.post(String(path.0), []).location == "/settings/me")
      #expect(try await there.get(.today).location == "/signin")
      #expect(try await here.get(.today).status == .ok)
    }
  }

  @Test func aBrowserIsKnownByTwoNamesAtMost() {
    let agents = [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0":
        "Edge · Windows",
      "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36":
        "Chrome · Android",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1":
        "Safari · iPhone",
      "curl/8.1": "", "<script>": "",
    ]
    for (agent, name) in agents { #expect(Device.name(agent) == name) }
    #expect(Device.name(nil).isEmpty)
  }

  @Test func whoLeftIsSignedOutEverywhere() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      let lead = try await web.browser(client, as: "Lena")
      #expect(try await lead.post(.leave(web.test.bruno.member)).status == .seeOther)
      #expect(try await bruno.get(.today).location == "/signin")
      let again = try await bruno.post(.signIn, Forms.fields(.signIn, web.open))
      #expect(again.status == .unprocessableContent)
    }
  }

  @Test func aChangedRoleHoldsAtOnce() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      let lead = try await web.browser(client, as: "Lena")
      let refused = try await lead.post(
        .changeRole(web.test.bruno.member), [(.role, "observer")])
      #expect(refused.status == .conflict)
      #expect(try await bruno.get(.me).text.contains(Route.onlyListen.path))
      #expect(try await bruno.post(.onlyListen).location == "/settings/me")
      #expect(try await bruno.post(.claim(web.open.conversation)).status == .forbidden)
      #expect(try await bruno.get(web.hidden.path(.conversation)).status == .notFound)
    }
  }

  @Test func whatAProxySaysIsBelievedOnlyWhenToldTo() async throws {
    let web = try await WebDesk()
    let claims: HTTPFields = [
      try #require(HTTPField.Name("X-Forwarded-Proto")): "https",
      try #require(HTTPField.Name("X-Forwarded-For")): "203.0.113.9",
    ]
    try await web.serve { client in
      let browser = Browser(client)
      browser.headers = claims
      let page = try await browser.get(.signInPage)
      #expect(page.headers[.setCookie]?.hasPrefix("heed-form=") == true)
      #expect(page.header("Strict-Transport-Security") == nil)
    }
    try await web.serve(trustsProxy: true) { client in
      let browser = Browser(client)
      browser.headers = claims
      let page = try await browser.get(.signInPage)
      #expect(page.headers[.setCookie]?.hasPrefix("__Host-heed-form=") == true)
      #expect(page.header("Strict-Transport-Security") != nil)
    }
  }

  @Test func theCookieOfWhatWasDoneCannotBringWords() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Bruno")
      for value in [
        "<script>alert(1)</script>", "You%20were%20hacked", "sending.<u>", "sending.-1", ".", "..",
        "claimed.x", "claimed\u{0}", String(repeating: "a", count: 4000),
      ] {
        browser.cookies["heed-said"] = value
        let page = try await browser.get(.today)
        #expect(page.status == .ok)
        for words in ["alert(1)", "hacked", "<u>", "aaaaaaaa"] {
          #expect(!page.text.contains(words), "\(value)")
        }
      }
      browser.cookies["heed-said"] = "claimed"
      let told = try await browser.get(.today)
      #expect(told.text.contains(Words.english.text(of: .claimed)))
      #expect(browser.cookies["heed-said"] == nil)
      #expect(!(try await browser.get(.today).text.contains(Words.english.text(of: .claimed))))
    }
  }
}
