import HTTPTypes
import HeedDesk
import HeedModel
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedWeb

/// Every address of the desk, asked by everybody: the table of `Route.Pattern` is what is tested against.
@Suite struct AccessTests {
  enum Actor: String, CaseIterable, Sendable {
    case stranger, observer, member, lead

    var name: String? {
      switch self {
      case .stranger: nil
      case .observer: "Olga"
      case .member: "Bruno"
      case .lead: "Lena"
      }
    }

    var role: Role? {
      switch self {
      case .stranger: nil
      case .observer: .observer
      case .member: .member
      case .lead: .lead
      }
    }
  }

  @Test(arguments: Actor.allCases)
  func pagesAreOpenToWhomTheTableSays(_ actor: Actor) async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: actor.name)
      for pattern in Route.Pattern.allCases where pattern.method == .get && pattern != .live {
        for path in [web.open.path(pattern), Filling.unknown(pattern)] {
          let answer = try await browser.get(path)
          let code = answer.status.code
          #expect(code < 500, "\(actor) \(path)")
          if pattern.access.admits(actor.role) {
            #expect(code != 401 && code != 403, "\(actor) \(path): \(code)")
            let sendsAway = answer.location == "/signin" && pattern != .signInCodePage
            #expect(actor == .stranger || !sendsAway, "\(actor) \(path)")
          } else if actor == .stranger {
            #expect(code == 303 && answer.location == "/signin", "\(path): \(code)")
          } else {
            #expect(code == 403, "\(actor) \(path): \(code)")
          }
        }
      }
    }
  }

  @Test(arguments: Actor.allCases)
  func whoMayNotActChangesNothing(_ actor: Actor) async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: actor.name)
      let token = try await browser.token()
      let before = try await web.dump()
      for pattern in Route.Pattern.allCases
      where pattern.method == .post && !pattern.access.admits(actor.role) {
        for path in [web.open.path(pattern), Filling.unknown(pattern)] {
          let answer = try await browser.form(
            path,
            Forms.fields(pattern, web.open).map { ($0.rawValue, $1) } + [("csrf", token)])
          #expect(answer.status.code == (actor == .stranger ? 401 : 403), "\(actor) \(path)")
        }
      }
      #expect(try await web.dump() == before)
    }
  }

  /// The counterpart of the tests that expect nothing to change: with its token, each form does something.
  @Test(arguments: Route.Pattern.allCases.filter { $0.method == .post })
  func aLeadsOwnFormIsTaken(_ pattern: Route.Pattern) async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Lena")
      let before = try await web.dump()
      let answer = try await browser.fill(pattern, web.open)
      #expect(answer.status.code < 500, "\(pattern): \(answer.status)")
      #expect(![401, 403].contains(answer.status.code), "\(pattern): \(answer.status)")
      if Forms.idle[pattern] == nil {
        #expect(answer.status.code < 400, "\(pattern): \(answer.status) \(answer.text)")
        #expect(try await web.dump() != before, "\(pattern) changed nothing")
      }
    }
  }

  /// Of every form: what brings words before others is refused, with the reason.
  @Test func whoseVoiceIsRestrictedBringsNothingBeforeOthers() async throws {
    let web = try await WebDesk()
    try await web.restrictLena()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Lena")
      let before = try await web.said()
      for pattern in Route.Pattern.allCases where pattern.method == .post && pattern.speaks {
        let answer = try await browser.tryToSpeak(pattern, web.open)
        #expect(answer.status.code == 403, "\(pattern): \(answer.status)")
        #expect(answer.text.contains("Told three people wrong prices."), "\(pattern)")
        #expect(try await web.said() == before, "\(pattern)")
      }
      // What was typed before somebody signed the reason is not lost.
      let fix = [("way", "reply"), ("text", "It is five, sorry.")]
      let kept = try await browser.post(Route.fixMistake(web.open.mistake).path, fix)
      #expect(kept.status.code == 403 && kept.text.contains("It is five, sorry."))
    }
  }

  /// The counterpart: all other forms are still theirs.
  @Test(arguments: Route.Pattern.allCases.filter { $0.method == .post && !$0.speaks })
  func whoseVoiceIsRestrictedDoesAllElse(_ pattern: Route.Pattern) async throws {
    let web = try await WebDesk()
    try await web.restrictLena()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Lena")
      let answer = try await browser.tryToSpeak(pattern, web.open)
      #expect(![401, 403].contains(answer.status.code), "\(pattern): \(answer.status)")
    }
  }

  @Test func whoMayNotSpeakIsToldBeforeTheyWrite() async throws {
    let web = try await WebDesk()
    let pages = [
      Route.conversation(web.open.conversation), .mistake(web.open.mistake),
      .editPostForm(web.open.ours),
    ]
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Lena")
      let words = Words.english.rights
      for page in pages { #expect(!(try await browser.get(page).text.contains(words.voiceWhy))) }
      let send = Words.english.composer.sendAs("Lena")
      #expect(try await browser.get(pages[0]).text.contains(send))
      try await web.desk.restrict(
        web.test.lead.member, reason: "Told three people wrong prices.", days: 7, by: web.nora)
      for page in pages {
        let text = try await browser.get(page).text
        #expect(text.contains("Nora asked you not to speak for now."), "\(page)")
        #expect(text.contains("href=\"\(Route.me.path)#voice\""), "\(page)")
      }
      #expect(!(try await browser.get(pages[0]).text.contains(send)))
      #expect(try await browser.get(.me).text.contains("id=\"voice\""))
      // It is told to nobody else.
      let bruno = try await web.browser(client, as: "Bruno")
      #expect(
        !(try await bruno.get(.conversation(web.open.conversation)).text.contains(words.voiceWhy)))
    }
  }

  @Test func unknownRecordsAreNotFoundAndNothingChanges() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Lena")
      let before = try await web.dump()
      for pattern in Route.Pattern.allCases where pattern.method == .post && !pattern.names.isEmpty
      {
        let answer = try await browser.fill(pattern, web.open, at: Filling.unknown(pattern))
        #expect(answer.status.code < 500, "\(pattern): \(answer.status)")
        #expect(try await web.dump() == before, "\(pattern): \(answer.status)")
      }
    }
  }
}

extension Browser {
  /// Sends the form of an address, filled in.
  func fill(_ pattern: Route.Pattern, _ filling: Filling, at path: String? = nil) async throws
    -> TestResponse
  {
    let path = path ?? filling.path(pattern)
    let fields = Forms.fields(pattern, filling)
    guard pattern == .addUpload else {
      return try await post(path, fields.map { ($0.rawValue, $1) })
    }
    let token = try await token()
    return try await send(
      .post, path, type: "multipart/form-data; boundary=----heedBoundary7",
      body: Self.multipart(fields + [(.csrf, token)], file: WebDesk.png))
  }

  /// The form of an address, filled in; a mistake is fixed by a reply, which speaks.
  fileprivate func tryToSpeak(_ pattern: Route.Pattern, _ filling: Filling) async throws
    -> TestResponse
  {
    guard pattern != .addUpload else { return try await fill(pattern, filling) }
    var fields = Forms.fields(pattern, filling)
    if pattern == .fixMistake { fields[0] = (.way, "reply") }
    return try await post(filling.path(pattern), fields.map { ($0.rawValue, $1) })
  }
}

extension WebDesk {
  fileprivate func restrictLena() async throws {
    try await desk.restrict(
      test.lead.member, reason: "Told three people wrong prices.", days: 7, by: nora)
  }
}
