import HTTPTypes
import HeedModel
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedDesk
@testable import HeedWeb

/// Words that mend or change ours are looked through like a reply, with scripts and without.
@Suite struct ThinkFirstTests {
  /// A card that a word wakes, and a fact that only a team note has.
  private static func prepared() async throws -> WebDesk {
    let web = try await WebDesk()
    try await web.desk.saveHouseRule(
      nil, kind: .caution, title: "Closing time", words: "Say it with the day.", query: "five",
      by: web.test.lead)
    try await web.desk.note(
      web.open.conversation, text: "Her order is 2201-B, ask the store.", by: web.test.lead)
    return web
  }

  private static func look(
    _ browser: Browser, _ route: Route, _ fields: [(FieldName, String)]
  ) async throws -> TestResponse {
    let token = try await browser.token()
    browser.headers = [.heedLook: "1"]
    defer { browser.headers = [:] }
    return try await browser.form(
      route.path, fields.map { ($0.rawValue, $1) } + [("csrf", token)])
  }

  @Test func aFixIsLookedThroughBeforeItGoes() async throws {
    let web = try await Self.prepared()
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      let route = Route.lookAtFix(web.open.mistake)
      let before = try await web.dump()
      for way in ["edit", "reply", "apologise", "delete"] {
        let fields: [(FieldName, String)] = [
          (.way, way), (.text, "We close at five. Your order 2201-B is here."),
        ]
        let part = try await Self.look(lena, route, fields)
        #expect(part.status == .ok, "\(way)")
        #expect(part.text.hasPrefix("<div class=\"look\" id=\"look-\(way)\""), "\(way)")
        #expect(part.text.contains("Say it with the day."), "\(way)")
        #expect(part.text.contains("<b dir=\"auto\">2201-B</b>"), "\(way)")
        // Without scripts the whole page, with what was typed still in its form.
        let page = try await lena.post(route, fields)
        #expect(page.status == .ok, "\(way)")
        #expect(page.text.contains("Your order 2201-B is here.</textarea>"), "\(way)")
        let look = page.text.components(after: "id=\"look-\(way)\"")
        #expect(look.prefix(2_000).contains("Say it with the day."), "\(way)")
        #expect(page.text.contains("formaction=\"\(route.path)\""), "\(way)")
      }
      #expect(try await web.dump() == before)
      let mended = try await Self.look(
        lena, route, [(.way, "byHand"), (.text, "We close at five.")])
      #expect(!mended.text.contains("Say it with the day."))
    }
  }

  @Test func newWordsForAPostAreLookedThroughBeforeTheyStand() async throws {
    let web = try await Self.prepared()
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      let route = Route.lookAtEdit(web.open.ours)
      let form = try await lena.get(.editPostForm(web.open.ours)).text
      #expect(form.contains("data-look=\"\(route.path)\""))
      let fields: [(FieldName, String)] = [(.text, "Until five, dear 2201-B.")]
      let part = try await Self.look(lena, route, fields)
      #expect(part.text.hasPrefix("<div class=\"look\" id=\"look-\(web.open.ours)\""))
      #expect(part.text.contains("Say it with the day.") && part.text.contains(">2201-B</b>"))
      let page = try await lena.post(route, fields)
      #expect(page.status == .ok && page.text.contains("Until five, dear 2201-B.</textarea>"))
      #expect(page.text.contains("Say it with the day."))
      let plain = try await Self.look(lena, route, [(.text, "Until seven.")])
      #expect(!plain.text.contains("Say it with the day."))
    }
  }

  @Test func aPromiseInAFixIsKeptWithOneTick() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      let words = "I'll send you the new hours by Friday."
      let fields: [(FieldName, String)] = [(.way, "reply"), (.text, "Sorry. \(words)")]
      let look = try await Self.look(lena, .lookAtFix(web.open.mistake), fields).text
      #expect(look.contains("name=\"promise\""))
      let sent = try await lena.post(
        .fixMistake(web.open.mistake),
        fields + [(.promise, words), (.promiseWords, words), (.promiseDate, "2030-03-01")])
      #expect(sent.status == .seeOther)
      let conversation = web.open.conversation
      let lead = web.test.lead
      let promises = try await web.test.store.read {
        try $0.promises(in: conversation, for: lead).map(\.promise.words)
      }
      #expect(promises.contains(words))
    }
  }

  @Test func whoMayNotSeeTheWordsLearnsNothingOfThem() async throws {
    let web = try await Self.prepared()
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      for route in [Route.lookAtFix(web.hidden.mistake), .lookAtEdit(web.hidden.ours)] {
        let answer = try await Self.look(carla, route, [(.way, "reply"), (.text, "notensecret")])
        #expect(answer.status == .notFound, "\(route)")
        for secret in WebDesk.secrets where secret != "notensecret" {
          #expect(!answer.text.contains(secret), "\(route)")
        }
      }
    }
  }
}
