import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk
@testable import HeedWeb

@Suite struct NewcomerTests {
  /// The page itself names them: of a conversation that others know of, and as long as they are there.
  @Test func aNewcomerWhoIsHereStandsOnThePageBesideThoseWhoKnow() async throws {
    let web = try await WebDesk()
    web.test.pass(.days(100))
    _ = try await web.desk.addMember(
      name: "Nia", email: "nia@desk.example", password: WebDesk.password, role: .member)
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      let asked = try await web.test.says("Which lamp fits here?", id: "lamp", by: "zoe")
      let route = Route.conversation(asked)
      #expect(!(try await lena.get(route).text.contains("new here")))
      _ = try await web.browser(client, as: "Nia")
      let page = try await lena.get(route).text
      #expect(page.contains("<b><bdi>Nia</bdi></b>"))
      #expect(page.contains("(new here, is here now)"))
      web.test.pass(Desk.seenWithin + .minutes(1))
      #expect(!(try await lena.get(route).text.contains("new here")))
    }
  }
}
