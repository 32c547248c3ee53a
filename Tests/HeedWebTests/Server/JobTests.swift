import HTTPTypes
import HeedModel
import HeedNetwork
import HeedReading
import HeedSQLite
import HeedStore
import HeedTesting
import Hummingbird
import HummingbirdTesting
import Logging
import PracticeNetwork
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// The whole job on the practice network, as a browser without scripts does it.
@Suite struct JobTests {
  /// A desk that nobody set up yet, beside a place where only the test makes people speak.
  private struct Place {
    let clock = ManualClock()
    let service: PracticeService
    let network: PracticeNetwork
    let store: Store
    let desk: Desk

    init() async throws {
      let clock = clock
      service = try PracticeService(settings: .quiet, clock: clock)
      network = PracticeNetwork(service: service)
      let database = try await SQLiteDatabase.ready()
      store = Store(database: database)
      desk = Desk(
        record: store, networks: Networks([network]), reader: PlainReader(),
        vault: Vault(key: Array(repeating: 9, count: 32)), uploads: MemoryUploads(), clock: clock,
        randomness: SeededRandomness(seed: 3),
        address: DeskAddress(base: "http://127.0.0.1:8080", isPublic: false),
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, passwordCost: .least)
    }

    /// One pass over every source.
    func listen() async throws {
      clock.advance(by: .seconds(1))
      for source in try await store.read({ try $0.sources() }) where source.pausedAt == nil {
        let access = try await desk.access(to: source.account)
        let heard = try await network.listen(
          to: ListeningSource(
            id: source.id, kind: source.kind, target: source.target, cursor: source.cursor,
            account: access))
        try await desk.takeIn([Batch(source: source, heard: heard)])
      }
    }

    /// What the far side took from the shop.
    var sent: [String] {
      service.accepted.filter { $0.by == "cornerbikes" && $0.act == .post }.compactMap(\.text)
    }
  }

  /// The first number behind a piece of an address.
  private static func id<Noun>(
    _ text: String, after path: String, of _: Noun.Type = Noun.self
  ) throws -> ID<Noun> {
    let start = try #require(text.firstRange(of: path)).upperBound
    return try #require(ID(String(text[start...].prefix { $0.isNumber })))
  }

  @Test func theWholeJobIsDoneWithoutScripts() async throws {
    let place = try await Place()
    let token = try #require(try await place.desk.newSetUpToken())
    try await WebDesk.serve(place.desk, LiveFeed(desk: place.desk)) { client in
      let lead = Browser(client)
      try await Self.setUp(lead, token: token)
      let conversation = try await Self.answer(lead, place)
      try await Self.workOn(conversation, lead, place, client)
      try await Self.listen(lead, place)
    }
  }

  private static func setUp(_ lead: Browser, token: String) async throws {
    let done = try await lead.post(
      .finishSetUp(token: token),
      [
        (.organisation, "Corner Bikes"), (.name, "Zoe Adler"), (.email, "zoe@desk.example"),
        (.password, "a long pass phrase"), (.timeZone, "Europe/Lisbon"),
      ])
    #expect(done.location == "/today")
    _ = try await lead.post(.signOut)
    let back = try await lead.post(
      .signIn, [(.email, "Zoe@desk.example"), (.password, "a long pass phrase")])
    #expect(back.location == "/today")

    let step = try await lead.post(
      .beginAccount, [(.network, "practice"), (.server, ""), (.state, "organisation")])
    #expect(step.status == .ok)
    // Invented people ask for no server, no token and no password.
    #expect(!step.text.contains("name=\"token\"") && !step.text.contains("type=\"password\""))
    #expect(try await lead.get(.newAccount).text.contains("value=\"practice\" data-asks-nothing"))
    let state = try #require(step.value(of: .state))
    let connected = try await lead.post(.finishAccount, [(.state, state)])
    #expect(connected.status == .seeOther, "\(connected.text)")
    #expect(try await lead.get(connected.location ?? "").text.contains("@cornerbikes"))
  }

  /// Hears, claims, drafts, sends, takes back, sends again.
  private static func answer(_ lead: Browser, _ place: Place) async throws -> ID<Conversation> {
    try place.service.say("@cornerbikes Is the shop open on Sunday?", as: "ana")
    try await place.listen()
    let today = try await lead.get(.today)
    #expect(today.text.contains("open on Sunday"))
    let id: ID<Conversation> = try self.id(today.text, after: "/conversations/")

    #expect(try await lead.get(.conversation(id)).text.contains("open on Sunday"))
    #expect(try await lead.post(.claim(id)).location == "/conversations/\(id)")
    #expect(try await lead.get(.conversation(id)).text.contains("Zoe"))
    #expect(try await lead.post(.saveDraft(id), [(.text, "We are clo")]).status == .noContent)
    #expect(try await lead.get(.conversation(id)).text.contains("We are clo"))

    let words: [(FieldName, String)] = [
      (.text, "We are closed on Sunday."), (.intent, "answer"), (.visibility, "public"),
    ]
    #expect(try await lead.post(.send(id), words).status == .seeOther)
    let sending = try await lead.get(.conversation(id)).text
    let first: ID<Reply> = try self.id(sending, after: "/replies/")
    #expect(try await lead.post(.takeBack(first)).status == .seeOther)
    place.clock.advance(by: .minutes(5))
    try await WebDesk.deliver(place.desk)
    #expect(place.sent == [])
    let kept = try await lead.get(.conversation(id)).text
    #expect(kept.contains("We are closed on Sunday."))

    #expect(try await lead.post(.send(id), words).status == .seeOther)
    let again: ID<Reply> = try self.id(
      try await lead.get(.conversation(id)).text, after: "/replies/")
    try await WebDesk.deliver(place.desk)
    #expect(place.sent == [])
    place.clock.advance(by: .minutes(5))
    for _ in 0..<3 { try await WebDesk.deliver(place.desk) }
    #expect(place.sent.count == 1)
    #expect(place.sent[0].hasPrefix("We are closed on Sunday."))
    // What went out cannot be taken back, and trying sends nothing.
    let late = try await lead.post(.takeBack(again))
    #expect(late.status == .seeOther)
    let told = try await lead.get(.conversation(id)).text
    #expect(told.contains("It is on its way already.") && told.contains("class=\"flash problem\""))
    // It says nothing against their next words.
    #expect(!told.contains("class=\"conflict\"") && !told.contains("Send anyway"))
    place.clock.advance(by: .minutes(5))
    try await place.listen()
    try await WebDesk.deliver(place.desk)
    #expect(place.sent.count == 1)
    #expect(try await lead.get(.conversation(id)).text.contains("We are closed on Sunday."))
    return id
  }

  /// Rest, notes, a colleague who joins and is handed it, done and reopened; talk about us taken up.
  private static func workOn(
    _ id: ID<Conversation>, _ lead: Browser, _ place: Place, _ client: any TestClientProtocol
  ) async throws {
    try place.service.say("@cornerbikes And on Monday?", as: "ana")
    try await place.listen()
    let waiting: ID<Conversation> = try self.id(
      try await lead.get(.today).text, after: "/conversations/")
    #expect(try await lead.post(.snooze(waiting), [(.until, "tomorrow")]).location == "/today")
    #expect(try await place.store.read { try $0.conversation(waiting)?.state } == .snoozed)
    #expect(try await lead.post(.wake(waiting)).status == .seeOther)
    #expect(try await place.store.read { try $0.conversation(waiting)?.state } == .waiting)

    #expect(try await lead.post(.addNote(waiting), [(.text, "Ask Yan first.")]).status == .seeOther)
    let invitation = try await lead.post(.invite, [(.role, "member")])
    let start = try #require(invitation.text.firstRange(of: "/join/")).upperBound
    let token = String(invitation.text[start...].prefix { $0 != "\"" && $0 != "<" && $0 != " " })
    let yan = Browser(client)
    #expect(try await yan.get(.join(token: token)).text.contains("Zoe Adler"))
    let joined = try await yan.post(
      .finishJoin(token: token),
      [(.name, "Yan Marsh"), (.email, "yan@desk.example"), (.password, "a long pass phrase")])
    #expect(joined.location == "/today")
    let form = try await lead.get(.handOverForm(waiting)).text
    #expect(form.contains("Yan Marsh"))
    let members = try await place.store.read { try $0.members() }
    let yanID = try #require(members.first { $0.name == "Yan Marsh" }?.id)
    #expect(
      try await lead.post(
        .handOver(waiting), [(.member, yanID.description), (.word, "You know Mondays.")]
      ).location == "/today")
    #expect(try await yan.get(.today).text.contains("Zoe"))
    let seen = try await yan.get(.conversation(waiting)).text
    #expect(seen.contains("You know Mondays.") && seen.contains("Ask Yan first."))

    // Of two who take it, the second is told who has it.
    #expect(try await yan.post(.claim(waiting)).status == .seeOther)
    let lost = try await lead.post(.claim(waiting))
    #expect(lost.status == .conflict)
    #expect(lost.text.contains("Yan Marsh"))
    let sent = try await lead.post(.send(waiting), [(.text, "From nine, on Mondays.")])
    #expect(sent.status == .conflict)
    #expect(sent.text.contains("From nine, on Mondays."))

    #expect(try await yan.post(.done(waiting)).location == "/today")
    #expect(try await place.store.read { try $0.conversation(waiting)?.state } == .done)
    #expect(try await yan.post(.reopen(waiting)).status == .seeOther)
    #expect(try await place.store.read { try $0.conversation(waiting)?.state } == .waiting)
    let audit = try await lead.get(.audit())
    #expect(audit.status == .ok)
    #expect(audit.text.contains("Yan Marsh"))
    #expect(!audit.text.contains("You know Mondays."))
    #expect(try await yan.get(.audit()).status == .forbidden)
  }

  private static func listen(_ lead: Browser, _ place: Place) async throws {
    try place.service.say(
      "Does anybody know whether Corner Bikes mends wheels? #bikes", as: "maud")
    try await place.listen()
    let today = try await lead.get(.today).text
    #expect(today.contains("mends wheels"))
    let post = try #require(
      try await place.store.read {
        try $0.heard(
          HeedModel.HeardFilter(), PageRequest(limit: 5),
          for: Viewer(member: ID(0), role: .lead))
      }.rows.first { $0.post.text.plain.contains("mends wheels") })
    let taken = try await lead.post(.takeUp(post.id))
    #expect(taken.status == .seeOther)
    #expect(
      try await place.store.read { try $0.conversation(post.post.conversation)?.state }
        == .waiting)

    #expect(try await lead.get("/topics/preview?q=wheels").text.contains("mends"))
    let saved = try await lead.post(.createTopic, [(.name, "Wheels"), (.query, "wheels")])
    #expect(try await lead.get(saved.location ?? "").text.contains("mends wheels"))
    let unreadable = try await lead.post(.createTopic, [(.name, "No"), (.query, "(wheels")])
    #expect(unreadable.status == .unprocessableContent)
    #expect(unreadable.text.contains("(wheels"))
    #expect(try await lead.get("/search?q=mends+wheels").text.contains("anybody know"))
    #expect(try await lead.get(.heard()).text.contains("mends wheels"))
    #expect(try await lead.get(.people()).text.contains("@ana@"))

    #expect(try await lead.get("/sources/new?typed=bikes").text.contains("#bikes"))
    let source: [(FieldName, String)] = [
      (.network, "practice"), (.kind, "tag"), (.target, "bikes"), (.typed, "bikes"),
    ]
    #expect(try await lead.post(.addSource, source).location == "/sources")
    let other = source.map { $0.0 == .target ? ($0.0, "made-up") : $0 }
    #expect(try await lead.post(.addSource, other).status == .unprocessableContent)

    var settings = try await place.desk.settings()
    #expect(settings.organisation == "Corner Bikes")
    let form: [(FieldName, String)] = [
      (.organisation, "Corner & Sons"), (.contact, "us@desk.example"), (.notice, "We listen."),
      (.undoSeconds, "30"), (.daysAboutUs, "20"), (.daysConversations, "700"),
      (.daysDrafts, "14"), (.daysPeople, "90"), (.openMonday, "09:00"), (.closeMonday, "18:00"),
    ]
    #expect(try await lead.post(.saveSettings, form).location == "/settings")
    settings = try await place.desk.settings()
    #expect(settings.undoSeconds == 30)
    #expect(settings.daysPeople == 90)
    #expect(settings.openHours.days[0] == [540..<1080])
    let late = form.map { $0.0 == .daysAboutUs ? ($0.0, "31") : $0 }
    #expect(try await lead.post(.saveSettings, late).status == .unprocessableContent)
    let unclear = form.map { $0.0 == .closeMonday ? ($0.0, "09:00") : $0 }
    let refused = try await lead.post(.saveSettings, unclear)
    #expect(refused.status == .unprocessableContent)
    #expect(refused.text.contains("name=\"closeMonday\" value=\"09:00\""))
    #expect(try await place.desk.settings().openHours.days[0] == [540..<1080])
    let stranger = Browser(lead.client)
    let notice = try await stranger.get(.notice)
    #expect(notice.text.contains("Corner &amp; Sons"))
    #expect(notice.text.contains("We listen."))
  }
}
