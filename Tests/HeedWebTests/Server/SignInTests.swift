import HTTPTypes
import HeedModel
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedDesk
@testable import HeedWeb

@Suite struct SignInTests {
  private static func address(_ text: String) throws -> HTTPFields {
    [try #require(HTTPField.Name("X-Forwarded-For")): text]
  }

  @Test func twentyFivePasswordsAnAddressAreTriedInFiveMinutes() async throws {
    let web = try await WebDesk()
    try await web.serve(trustsProxy: true) { client in
      let attacker = Browser(client)
      let wrong: [(FieldName, String)] = [(.email, "lena@desk.example"), (.password, "guess")]
      var answers: [Int] = []
      for turn in 0..<40 {
        // What the client puts in front does not count: the proxy adds the last.
        attacker.headers = try Self.address("10.0.0.\(turn), 2001:db8:1:2::\(turn)")
        answers.append(try await attacker.post(.signIn, wrong).status.code)
      }
      #expect(answers == Array(repeating: 422, count: 25) + Array(repeating: 429, count: 15))
      let right: [(FieldName, String)] = [
        (.email, "lena@desk.example"), (.password, WebDesk.password),
      ]
      // Not the right one either, from there; from elsewhere its owner comes in.
      #expect(try await attacker.post(.signIn, right).status == .tooManyRequests)
      let owner = Browser(client)
      owner.headers = try Self.address("2001:db8:1:3::1")
      #expect(try await owner.post(.signIn, right).status == .seeOther)
      web.test.clock.advance(by: .minutes(6))
      #expect(try await attacker.post(.signIn, right).status == .seeOther)
    }
  }

  @Test func aWrongPasswordAndAnUnknownNameGetTheSameAnswer() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      func tried(_ email: String) async throws -> TestResponse {
        try await Browser(client).post(.signIn, [(.email, email), (.password, "guess")])
      }
      let known = try await tried("lena@desk.example")
      let unknown = try await tried("lina@desk.example")
      #expect(known.status == .unprocessableContent)
      #expect(known.status == unknown.status)
      #expect(
        Self.withoutToken(known).replacing("lena", with: "X")
          == Self.withoutToken(unknown).replacing("lina", with: "X"))
      #expect(!known.text.contains("guess"))
    }
  }

  private static func withoutToken(_ answer: TestResponse) -> String {
    answer.token.map { answer.text.replacing($0, with: "") } ?? answer.text
  }

  @Test func theSecondFactorIsAskedForAndGivesANewToken() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Bruno")
      let key = try await Self.turnOn(browser, web)
      // Without the password nobody puts another in its place.
      #expect(try await browser.post(.beginSecondFactor).location == "/settings/me/second-factor")
      _ = try await browser.post(.signOut)
      web.test.clock.advance(by: .minutes(1))

      let answer = try await browser.post(.signIn, Forms.fields(.signIn, web.open))
      #expect(answer.location == "/signin/code")
      let half = browser.cookies
      #expect(try await browser.get(.today).location == "/signin")
      #expect(try await browser.post(.claim(web.open.conversation)).status == .unauthorized)
      #expect(try await browser.get(.live).status == .unauthorized)
      let wrong = try await browser.post(.signInCode, [(.code, "000000")])
      #expect(wrong.status == .unprocessableContent)

      let code = OneTimeCode.now(key, web.test.clock.now())
      let whole = try await browser.post(.signInCode, [(.code, code)])
      #expect(whole.location == "/today")
      #expect(browser.cookies["heed"] != half["heed"])
      #expect(try await browser.get(.today).status == .ok)
      let old = Browser(client)
      old.cookies = half
      #expect(try await old.get(.signInCodePage).location == "/signin")

      // A code holds once.
      let second = Browser(client)
      _ = try await second.post(.signIn, Forms.fields(.signIn, web.open))
      #expect(
        try await second.post(.signInCode, [(.code, code)]).status == .unprocessableContent)
    }
  }

  @Test func codesAreThrottledLikePasswords() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Bruno")
      _ = try await Self.turnOn(browser, web)
      let attacker = Browser(client)
      _ = try await attacker.post(.signIn, Forms.fields(.signIn, web.open))
      for _ in 0..<30 { _ = try await attacker.post(.signInCode, [(.code, "000000")]) }
      let last = try await attacker.post(.signInCode, [(.code, "000000")])
      #expect(last.text.contains("many tries"))
    }
  }

  /// - Returns: the key, as an authenticator keeps it.
  private static func turnOn(_ browser: Browser, _ web: WebDesk) async throws -> [UInt8] {
    _ = try await browser.post(.beginSecondFactor)
    let sealed = Hex.bytes(try #require(browser.cookies["heed-step"]))
    let key = try web.desk.vault.open(sealed, for: "totp:\(web.test.bruno.member)")
    let wrong = try await browser.post(.confirmSecondFactor, [(.code, "12")])
    #expect(wrong.status == .unprocessableContent)
    let code = OneTimeCode.now(key, web.test.clock.now())
    let answer = try await browser.post(.confirmSecondFactor, [(.code, code)])
    #expect(answer.location == "/settings/me")
    return key
  }

  @Test func aJoinLinkHoldsOnce() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let route = Route.finishJoin(token: web.open.token)
      let form = Forms.fields(.finishJoin, web.open)
      let weak = try await Browser(client).post(
        route, form.map { $0.0 == .password ? ($0.0, "short") : $0 })
      #expect(weak.status == .unprocessableContent)
      #expect(!weak.text.contains("value=\"short\""))
      let first = Browser(client)
      #expect(try await first.post(route, form).location == "/today")
      #expect(try await first.get(.today).status == .ok)
      let second = try await Browser(client).post(
        route, form.map { $0.0 == .email ? ($0.0, "other@desk.example") : $0 })
      #expect(second.status == .unprocessableContent)
      #expect(try await Browser(client).get(.join(token: web.open.token)).status == .notFound)
      #expect(try await Browser(client).get(.join(token: "guess")).status == .notFound)
    }
  }

  @Test func anAddressThatIsTakenIsToldAndNothingIsLost() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let taken = Forms.fields(.finishJoin, web.open).map {
        $0.0 == .email ? ($0.0, "LENA@desk.example") : $0
      }
      let answer = try await Browser(client).post(
        Route.finishJoin(token: web.open.token), taken)
      #expect((400..<500).contains(answer.status.code), "\(answer.status)")
      // The link still holds.
      #expect(try await Browser(client).get(.join(token: web.open.token)).status == .ok)
      let bruno = try await web.browser(client, as: "Bruno")
      let mine = try await bruno.post(
        .saveMe, [(.name, "Bruno"), (.email, "lena@desk.example"), (.timeZone, "UTC")])
      #expect((400..<500).contains(mine.status.code), "\(mine.status)")
    }
  }

  @Test func theSetUpLinkHoldsOnce() async throws {
    let desk = try await TestDesk.empty()
    let token = try #require(try await desk.newSetUpToken())
    try await WebDesk.serve(desk, LiveFeed(desk: desk)) { client in
      let browser = Browser(client)
      #expect(try await browser.get("/").status == .ok)
      #expect(try await browser.get(.setUp(token: "guess")).status == .notFound)
      let page = try await browser.get(.setUp(token: token))
      #expect(page.status == .ok)
      for route in [
        Route.listenFirst(token: "guess"), .addFirstSource(token: "guess"),
        .finishSetUp(token: "guess"),
      ] {
        #expect(
          try await browser.post(route, Forms.fields(route.pattern, Self.nothing)).status
            == .notFound)
      }
      let done = try await browser.post(
        .finishSetUp(token: token), Forms.fields(.finishSetUp, Self.nothing))
      #expect(done.location == "/today")
      #expect(try await browser.get(.settings).text.contains("Corner"))
      let thief = Browser(client)
      for route in [
        Route.listenFirst(token: token), .addFirstSource(token: token), .finishSetUp(token: token),
        .finishJoin(token: token),
      ] {
        let answer = try await thief.post(route, Forms.fields(route.pattern, Self.nothing))
        #expect([404, 422].contains(answer.status.code), "\(route)")
      }
      #expect(try await thief.get(.setUp(token: token)).status == .notFound)
      #expect(try await thief.get(.today).location == "/signin")
    }
    #expect(try await desk.newSetUpToken() == nil)
  }

  @Test func whatIsTypedAtFirstIsQuestionedAndSurvivesARefusedForm() async throws {
    let desk = try await TestDesk.empty()
    let token = try #require(try await desk.newSetUpToken())
    try await WebDesk.serve(desk, LiveFeed(desk: desk)) { client in
      let browser = Browser(client)
      _ = try await browser.get(.setUp(token: token))
      for slip in ["htp:/corner bikes..de", "https://nowhere.example/x"] {
        let typed = try await browser.post(.listenFirst(token: token), [(.typed, slip)])
        let page = try await browser.get(typed.location ?? "").text
        #expect(page.contains("Nothing that the desk can listen to was found there"), "\(slip)")
        #expect(try await desk.record.read { try $0.sources().isEmpty && $0.topics().isEmpty })
      }
      let refused = try await browser.post(
        .finishSetUp(token: token),
        [(.typed, "corner bikes"), (.organisation, "Corner"), (.name, "Zoe"), (.password, "short")])
      #expect(refused.status.code == 422)
      for type in ["type=\"hidden\" name=\"typed\"", "name=\"typed\" type=\"text\""] {
        #expect(refused.text.contains("\(type) value=\"corner bikes\""), "\(type)")
      }
    }
  }

  private static let nothing = Filling(
    conversation: ID(1), post: ID(1), ours: ID(1), mistake: ID(1), reply: ID(1), rule: ID(1),
    promise: ID(1), note: ID(1), upload: ID(1), person: ID(1), handle: ID(1), topic: ID(1),
    source: ID(1), account: ID(1), member: ID(1),
    token: "", session: ID(0))

  @Test func aCodeOfAnotherSignInConnectsNothing() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      _ = try await lead.post(.beginAccount, Forms.fields(.beginAccount, web.open))
      let sealed = try web.desk.vault.seal(
        ["state": "ours", "verifier": "v"], for: "sign-in:\(web.test.lead.member):fake")
      let step = AccountStep(
        network: NetworkName("fake"), server: "fake.example", isOwn: false, sealed: sealed)
      func returned(_ query: String) async throws -> TestResponse {
        lead.cookies["heed-step"] = step.text
        let page = try await lead.get("/accounts/callback?code=theirs\(query)")
        #expect(page.status == .ok)
        let state = try #require(page.value(of: .state))
        return try await lead.post(.finishAccount, [(.state, state), (.code, "theirs")])
      }
      let before = try await web.dump()
      for query in ["&state=theirs", "", "&state=", "&state=our", "&state=OURS"] {
        #expect(try await returned(query).status == .unprocessableContent, "\(query)")
      }
      #expect(try await web.dump() == before)
      #expect(try await returned("&state=ours").status == .seeOther)
      #expect(try await web.dump() != before)
    }
  }

  /// A server that passes another's answer on as its own would be given that one's code (RFC 9207).
  @Test func anAnswerOfAnotherServerConnectsNothing() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      _ = try await lead.post(.beginAccount, Forms.fields(.beginAccount, web.open))
      let sealed = try web.desk.vault.seal(
        ["state": "ours", "issuer": "https://ours.example", "verifier": "v"],
        for: "sign-in:\(web.test.lead.member):fake")
      let step = AccountStep(
        network: NetworkName("fake"), server: "fake.example", isOwn: false, sealed: sealed)
      func returned(_ query: String) async throws -> TestResponse {
        lead.cookies["heed-step"] = step.text
        let page = try await lead.get("/accounts/callback?code=theirs&state=ours\(query)")
        let state = try #require(page.value(of: .state))
        return try await lead.post(.finishAccount, [(.state, state), (.code, "theirs")])
      }
      let before = try await web.dump()
      for query in ["", "&iss=", "&iss=https%3A%2F%2Ftheirs.example"] {
        #expect(try await returned(query).status == .unprocessableContent, "\(query)")
      }
      #expect(try await web.dump() == before)
      #expect(
        try await returned("&iss=https%3A%2F%2Fours.example").status == .seeOther)
    }
  }

  @Test func nobodyStandsWhereANetworkDoesNotAsk() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      for path in ["/clients/fake.json", "/clients/nothing.json", "/clients/fake"] {
        let answer = try await Browser(client).get(path)
        #expect(answer.status == .notFound, "\(path)")
      }
    }
  }
}

extension TestResponse {
  /// What a hidden field holds.
  func value(of field: FieldName) -> String? {
    guard let start = text.firstRange(of: "name=\"\(field.rawValue)\" value=\"") else { return nil }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }
}

extension OneTimeCode {
  fileprivate static func now(_ key: [UInt8], _ now: Instant) -> String {
    code(key: key, step: now.milliseconds / 1000 / step)
  }
}
