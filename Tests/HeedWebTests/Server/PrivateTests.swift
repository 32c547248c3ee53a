import HTTPTypes
import HeedDesk
import HeedModel
import HeedNetwork
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedWeb

/// What is private is for those who answer it: to everybody else it is as if it were not there.
@Suite struct PrivateTests {
  /// A member, an observer and a lead, none of whom answers what is private.
  private static let outsiders = ["Carla", "Olga", "Nora"]

  /// Addresses that name what stands in a private conversation.
  private static func isInside(_ pattern: Route.Pattern) -> Bool {
    let inside: Set = [
      "conversation", "post", "reply", "note", "person", "upload", "mistake", "look",
    ]
    return pattern.names.contains { inside.contains($0) }
  }

  @Test(arguments: outsiders)
  func pagesOfPrivateTalkAreNotThere(_ name: String) async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: name)
      for pattern in Route.Pattern.allCases
      where pattern.method == .get && Self.isInside(pattern) {
        let path = web.hidden.path(pattern)
        let answer = try await browser.get(path)
        #expect([403, 404].contains(answer.status.code), "\(name) \(path): \(answer.status)")
        if pattern.access == .observer {
          #expect(answer.status == .notFound, "\(name) \(path)")
          // What exists and may not be seen is told in the same words as what never was.
          let unknown = try await browser.get(Filling.unknown(pattern))
          #expect(unknown.status == answer.status)
          #expect(unknown.text == answer.text, "\(path)")
        }
        expectNoSecret(answer, "\(name) \(path)")
      }
    }
  }

  @Test(arguments: outsiders)
  func actingInPrivateTalkChangesNothing(_ name: String) async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: name)
      let before = try await web.dump()
      for pattern in Route.Pattern.allCases
      where pattern.method == .post && Self.isInside(pattern) {
        let path = web.hidden.path(pattern)
        let answer = try await browser.fill(pattern, web.hidden)
        #expect([403, 404].contains(answer.status.code), "\(name) \(path): \(answer.status)")
        // What is for leads alone is refused to others before it is looked up.
        if name == "Nora" || name == "Carla" && pattern.access != .lead {
          #expect(answer.status == .notFound, "\(name) \(path)")
        }
        expectNoSecret(answer, "\(name) \(path)")
      }
      _ = try await browser.fill(.presence, web.hidden)
      #expect(try await web.dump() == before)
    }
  }

  @Test(arguments: outsiders)
  func noListOrSearchOrCountTellsOfPrivateTalk(_ name: String) async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: name)
      var pages = Route.Pattern.allCases
        .filter { $0.method == .get && !Self.isInside($0) && $0 != .live && $0 != .asset }
        .map { web.open.path($0) }
      for word in WebDesk.secrets + ["from:paulssecret", "\"my zwetschgenkuchen\"", "zwet*"] {
        let word = WebQuery.segment(word)
        pages += ["/search?q=\(word)", "/people?q=\(word)", "/topics/preview?q=\(word)"]
        pages += ["/topics/new?q=\(word)"]
      }
      pages += ["/heard?direction=toUs", "/heard?network=fake", "/heard?direction=ours"]
      for path in pages {
        let answer = try await browser.get(path)
        // A query stands on its own page as typed; nobody else's words may.
        expectNoSecret(answer, "\(name) \(path)", but: path)
      }
    }
  }

  @Test func whoAnswersSeesIt() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Alicia")
      let page = try await browser.get(web.hidden.path(.conversation))
      #expect(page.status == .ok)
      for secret in WebDesk.secrets { #expect(page.text.lowercased().contains(secret)) }
      #expect(try await browser.get(web.hidden.path(.person)).status == .ok)
      #expect(try await browser.get("/search?q=zwetschgenkuchen").text.contains("burnt"))
    }
  }

  @Test func aDraftIsSeenByItsWriterAlone() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      for name in ["Bruno", "Lena"] {
        let browser = try await web.browser(client, as: name)
        let page = try await browser.get(web.hidden.path(.conversation))
        #expect(page.status == .ok)
        #expect(!page.text.contains("draftsecret"))
        #expect(!page.text.contains("picturesecret"))
        #expect(try await browser.get(web.hidden.path(.upload)).status == .notFound)
        let before = try await hersAlone(web)
        #expect(before != nil)
        _ = try await browser.fill(.removeUpload, web.hidden)
        _ = try await browser.fill(.discardDraft, web.hidden)
        #expect(try await hersAlone(web) == before)
      }
    }
  }

  private func hersAlone(_ web: WebDesk) async throws -> Draft? {
    let (conversation, alicia) = (web.hidden.conversation, web.test.alicia.member)
    return try await web.test.store.read { try $0.draft(of: conversation, by: alicia) }
  }

  @Test func whoWasHandedAConversationSeesIt() async throws {
    let web = try await WebDesk()
    try await web.desk.handOver(
      web.hidden.conversation, to: web.test.carla.member, word: "", by: web.test.alicia)
    try await web.serve { client in
      let carla = try await web.browser(client, as: "Carla")
      #expect(try await carla.get(web.hidden.path(.conversation)).status == .ok)
      let nora = try await web.browser(client, as: "Nora")
      #expect(try await nora.get(web.hidden.path(.conversation)).status == .notFound)
    }
  }

  private func expectNoSecret(_ answer: TestResponse, _ what: String, but typed: String = "") {
    let text = answer.text.lowercased()
    for secret in WebDesk.secrets + ["burnt"]
    where !typed.contains(secret) && text.contains(secret) {
      Issue.record("\(what) tells “\(secret)”")
    }
  }
}
