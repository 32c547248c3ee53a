import HTTPTypes
import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import HummingbirdTesting
import Logging
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// A log holds what the desk does, never what people say, who they are, or what opens anything.
@Suite struct LogTests {
  @Test func noWordAddressOrSecretOfAnybodyIsInTheLog() async throws {
    let log = CapturedLog()
    let web = try await WebDesk(logger: log.logger)
    var planted =
      WebDesk.secrets + [
        WebDesk.password, "desk.example/x", "lena@desk.example", "bruno@desk.example",
        "stranger@evil.example", "wrongpassphrase", "newpassphrase", "searchedword", "notedword",
        "heardword", "drafted-word", "inviteemail", "querysecret", "tokeninpath", "agentsecret",
      ]
    try await web.serve { client in
      let stranger = Browser(client)
      stranger.headers = [.userAgent: "agentsecret Firefox/1 Linux"]
      _ = try await stranger.post(
        .signIn, [(.email, "stranger@evil.example"), (.password, "wrongpassphrase")])
      _ = try await stranger.get("/join/tokeninpath")
      _ = try await stranger.get("/setup/tokeninpath")
      _ = try await stranger.get("/told/tokeninpath?hub.topic=querysecret")
      _ = try await stranger.get("/nowhere/tokeninpath?a=querysecret")
      _ = try await stranger.send(
        .post, "/told/tokeninpath", type: "x", body: Array("heardword".utf8))
    }
    try await web.test.hear([
      .post(FakeNetwork.post("h", "heardword", by: "paulssecret", at: web.test.clock.now()))
    ])
    let source = try #require(try await web.test.store.read { try $0.sources().first })
    let cookies = try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      let bruno = try await web.browser(client, as: "Bruno")
      let kept = Array(lena.cookies.values) + Array(bruno.cookies.values)
      // Every page and every form, with words in it.
      for browser in [lena, bruno] {
        for pattern in Route.Pattern.allCases where pattern.method == .get && pattern != .live {
          _ = try await browser.get(web.open.path(pattern))
          _ = try await browser.get(web.hidden.path(pattern))
        }
      }
      _ = try await bruno.get("/search?q=searchedword")
      _ = try await bruno.get("/topics/preview?q=searchedword+AND+(")
      _ = try await bruno.post(.addNote(web.open.conversation), [(.text, "notedword")])
      _ = try await bruno.post(.saveDraft(web.open.conversation), [(.text, "drafted-word")])
      for pattern in Route.Pattern.allCases
      where pattern.method == .post && ![.signOut, .leave, .savePassword].contains(pattern) {
        _ = try await lena.fill(pattern, web.open)
      }
      _ = try await bruno.post(
        .savePassword, [(.password, WebDesk.password), (.newPassword, "newpassphrase")])
      return kept
    }
    planted += cookies
    // The rooms behind: what fails there tells the log why.
    let desk = web.desk
    await desk.noteTrouble(
      NetworkError(
        .refused, "The server said: heardword at https://a.example/?token=querysecret",
        cause: WireError(
          .unreachable, "https://a.example/?token=querysecret is away.", certainlyNotSent: true)),
      of: source)
    web.test.pass(.seconds(30))
    try await WebDesk.deliver(desk)
    try await desk.letWordsGo()

    let lines = log.all
    #expect(lines.contains { $0.contains("Listening failed.") })
    for secret in planted {
      let leaks = lines.filter { $0.lowercased().contains(secret.lowercased()) }
      #expect(leaks.isEmpty, "\(secret): \(leaks.first ?? "")")
    }
    let tokens = lines.filter { $0.contains(#/[0-9a-f]{40,}/#) }
    #expect(tokens.isEmpty, "\(tokens.first ?? "")")
  }

  @Test func anErrorIsToldByItsKind() {
    let wire = WireError(.timeout, "https://a.example/?token=abc is slow.", certainlyNotSent: false)
    #expect(LogText.of(wire) == "wire timeout")
    #expect(
      LogText.of(NetworkError(.temporary, "It said: abc", cause: wire))
        == "network temporary (wire timeout)")
    #expect(LogText.of(Problem(.conflict, "abc", cause: wire)) == "problem conflict (wire timeout)")
    let refused = SQLError(
      .unique, "Key (email)=(abc@desk.example) already exists in \"abc\"",
      constraint: "members_by_email")
    #expect(!LogText.of(refused).contains("abc"))
    #expect(LogText.of(refused).contains("members_by_email"))
    struct Odd: Error { var word = "abc" }
    #expect(LogText.of(Odd()) == "Odd")
  }
}
