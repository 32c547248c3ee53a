import HTTPTypes
import HeedDesk
import HeedModel
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedWeb

/// The pages of what concerns a member, asked as browsers and mail providers do.
@Suite struct ToldTests {
  private func desk() async throws -> WebDesk {
    let web = try await WebDesk()
    try await web.desk.tellMembers()
    return web
  }

  private func hand(_ web: WebDesk) async throws -> ID<Conversation> {
    let conversation = try await web.test.says("Which brake?", id: "h", by: "stranger")
    try await web.desk.handOver(
      conversation, to: web.test.bruno.member, word: "You know brakes.", by: web.test.lead)
    try await web.desk.tellMembers()
    return conversation
  }

  @Test func whatIsHandedOverStandsBesideTheBellAndOnThePageOfItsReceiverAlone() async throws {
    let web = try await desk()
    let conversation = try await hand(web)
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      #expect(try await bruno.get("/today").text.contains("id=\"count-told\">1<"))
      let page = try await bruno.get("/told").text
      #expect(page.contains("Lena handed you a conversation"))
      #expect(page.contains("You know brakes."))
      #expect(page.contains("/conversations/\(conversation)"))
      let lena = try await web.browser(client, as: "Lena")
      #expect(try await !lena.get("/today").text.contains("id=\"count-told\""))
      #expect(try await !lena.get("/told").text.contains("handed you"))
    }
  }

  @Test func itIsSeenByABellsButtonOrByOpeningTheConversation() async throws {
    for opens in [false, true] {
      let web = try await desk()
      let conversation = try await hand(web)
      try await web.serve { client in
        let bruno = try await web.browser(client, as: "Bruno")
        if opens {
          _ = try await bruno.get("/conversations/\(conversation)")
        } else {
          let telling = try #require(
            try await web.desk.told(PageRequest(), for: web.test.bruno).items.first?.telling.id)
          let answer = try await bruno.post("/told", [("telling", telling.description)])
          #expect(answer.status == .seeOther)
        }
        #expect(try await !bruno.get("/today").text.contains("id=\"count-told\""))
        #expect(try await bruno.get("/told").text.contains("Earlier"))
      }
    }
  }

  /// A page left open looks at itself: that is nobody who saw anything.
  @Test func onlyAPersonsVisitCountsAsShown() async throws {
    let web = try await desk()
    _ = try await hand(web)
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      _ = try await bruno.send(.get, "/told", ["X-Heed-Look": "1"])
      #expect(
        try await web.desk.told(PageRequest(), for: web.test.bruno).items.first?.telling.deskAt
          == nil)
      _ = try await bruno.get("/told")
      #expect(
        try await web.desk.told(PageRequest(), for: web.test.bruno).items.first?.telling.deskAt
          != nil)
    }
  }

  @Test func oneChoosesHowOneIsTold() async throws {
    let web = try await desk()
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      let answer = try await bruno.post(
        "/settings/me/told",
        [
          ("mail", "daily"), ("time", "08:30"), ("mailKind", "spike"), ("mailKind", "cameBack"),
          ("mailWords", "1"), ("pushKind", "handedOver"), ("topic", web.open.topic.description),
        ])
      #expect(answer.status == .seeOther)
      let refused = try await bruno.post(
        "/settings/me/told", [("mail", "daily"), ("time", "25:99")])
      #expect(refused.status == .unprocessableContent)
    }
    let kept = try await web.test.store.read {
      try $0.tellingChoices(of: web.test.bruno.member)
    }
    #expect(
      kept
        == TellingChoices(
          member: web.test.bruno.member, mail: .daily, mailAt: 510,
          mailKinds: [.spike, .cameBack], mailWords: true, pushKinds: [.handedOver],
          pushWords: false, topics: [web.open.topic]))
  }

  @Test func aBrowserTurnsPushOnAndItsMemberAloneTurnsItOff() async throws {
    let web = try await desk()
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      let answer = try await bruno.fill(.addPush, web.open)
      #expect(answer.status == .noContent)
      let browser = try #require(
        try await web.desk.tellingWays(for: web.test.bruno).subscriptions.first)
      let path = Route.removePush(browser.id).path
      #expect(try await bruno.get("/settings/me/told").text.contains(path))
      let lena = try await web.browser(client, as: "Lena")
      #expect(try await lena.post(path, []).status == .notFound)
      #expect(try await bruno.post(path, []).status == .seeOther)
      #expect(try await web.desk.tellingWays(for: web.test.bruno).subscriptions.isEmpty)
    }
  }

  /// https://www.rfc-editor.org/rfc/rfc8058: no cookie, no page of ours before it.
  @Test func aMailProviderEndsMailWithOneClick() async throws {
    let web = try await desk()
    let (bruno, token) = (web.test.bruno, "0123456789abcdef0123456789abcdef")
    try await web.desk.save(TellingChoices(member: bruno.member, mail: .soon), by: bruno)
    var digest = MailDigest(
      id: ID(7), member: bruno.member, messageID: "told.7@desk.example", status: .sent,
      dueAt: web.test.clock.now())
    digest.tokenHash = Vault.hash(token)
    let sent = digest
    try await web.test.store.write { try $0.insert(sent) }
    try await web.serve { client in
      let stranger = try await web.browser(client, as: nil)
      let page = try await stranger.get("/letters/\(token)")
      #expect(page.status == .ok && page.text.contains("End mail from this desk?"))
      #expect(!page.text.contains("Bruno"))
      // Looking at it ended nothing: a mail program may open links by itself.
      #expect(
        try await web.test.store.read { try $0.tellingChoices(of: bruno.member)?.mail } == .soon)
      let answer = try await stranger.send(
        .post, "/letters/\(token)", ["Origin": "https://mail.example"], type: Browser.formType,
        body: Array("List-Unsubscribe=One-Click".utf8))
      #expect(answer.status == .ok)
      #expect(
        try await web.test.store.read { try $0.tellingChoices(of: bruno.member)?.mail } == .never)
      #expect(try await stranger.get("/letters/0\(token.dropFirst(2))f").status == .notFound)
    }
  }

  @Test func theWorkerStandsAtTheTopUnderTheSamePolicyAndIsNotKept() async throws {
    let web = try await desk()
    try await web.serve { client in
      let answer = try await web.browser(client, as: nil).get("/worker.js")
      #expect(answer.status == .ok)
      #expect(answer.header("Content-Type")?.hasPrefix("text/javascript") == true)
      #expect(answer.header("Cache-Control") == "no-store")
      #expect(answer.header("Content-Security-Policy")?.contains("default-src 'none'") == true)
      #expect(answer.text.contains("showNotification"))
    }
  }

  @Test func openPagesHearOfItWithoutNames() {
    let event = Event(id: ID(1), kind: .membersTold)
    #expect(LiveNames.names(event) == ["told"])
  }

  private func item(_ kind: TellingKind, isPublic: Bool = true) -> ToldItem {
    var item = ToldItem(
      telling: Telling(
        id: ID(1), member: ID(2), kind: kind, about: 7, conversation: ID(7), subject: 9,
        lastAt: Instant(seconds: 1)), isPublic: isPublic)
    item.handle = Handle(
      id: ID(3), network: NetworkName("fake"), remoteID: RemoteID("x"), address: "@x",
      name: "<b>Ana</b>")
    item.post = Post(
      id: ID(9), network: NetworkName("fake"), remoteID: RemoteID("p"), author: ID(3),
      conversation: ID(7), direction: .toUs, receivedAt: Instant(seconds: 1),
      text: RichText(plain: "The <blue> one?"))
    return item
  }

  @Test func aLetterHoldsLinksAndWordsOnlyWhereChosen() {
    let view = DigestView(base: "https://desk.example")
    let bruno = Member(
      id: ID(2), name: "Bruno", initials: "BR", email: "b@desk.example", role: .member,
      language: "de", joinedAt: Instant(seconds: 1))
    func letter(_ item: ToldItem, words: Bool) -> LetterText {
      view.letter([item], for: bruno, words: words, endToken: "abc", now: Instant(seconds: 2))
    }
    let plain = letter(item(.knownWaits), words: false)
    for text in [plain.plain, plain.html] {
      #expect(!text.contains("Ana") && !text.contains("blue"))
      #expect(text.contains("https://desk.example/conversations/7?at=9"))
      #expect(text.contains("https://desk.example/letters/abc"))
    }
    #expect(plain.subject == "Eine Sache geht dich an")
    #expect(plain.endAddress == "https://desk.example/letters/abc")
    let wordy = letter(item(.knownWaits), words: true)
    #expect(wordy.plain.contains("The <blue> one?"))
    #expect(wordy.html.contains("The &lt;blue&gt; one?") && !wordy.html.contains("<b>Ana"))
    let hidden = letter(item(.knownWaits, isPublic: false), words: true)
    #expect(!hidden.plain.contains("Ana") && !hidden.plain.contains("blue"))
    let push = view.push([item(.cameBack)], for: bruno, words: false)
    #expect(push.title == "Heed" && push.body == "Jemand hat dir geantwortet")
    #expect(view.push([item(.cameBack)], for: bruno, words: true).body == "The <blue> one?")
    #expect(view.push([item(.cameBack), item(.spike)], for: bruno, words: true).path == "/told")
  }
}
