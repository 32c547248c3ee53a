import HTTPTypes
import HeedModel
import HummingbirdTesting
import Testing

@testable import HeedWeb

@Suite struct HelpTests {
  @Test func whatAMemberSaysOfThemselvesSuggestsThem() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      _ = try await bruno.post(
        "/settings/me/finds",
        [
          ("knows", "shop\nbrakes"), ("speaks", "pt"), ("minutes", "30"),
          ("openMonday", "09:00"), ("closeMonday", "17:00"),
        ])
      let page = try await bruno.get("/settings/me/finds").text
      #expect(page.contains("shop\nbrakes"))
      #expect(page.contains("value=\"pt\" checked"))
      #expect(page.contains("value=\"09:00\""))
      let alicia = try await web.browser(client, as: "Alicia")
      let talk = try await alicia.get("/conversations/\(web.open.conversation)").text
      #expect(talk.contains("knows about “shop”"))
      let choices = try await alicia.get("/conversations/\(web.open.conversation)/hand-over").text
      #expect(choices.contains("knows about “shop”"))
    }
  }

  @Test func wrongMinutesAreSaidAndWhatWasTypedStays() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      let answer = try await bruno.post(
        "/settings/me/finds", [("knows", "brakes"), ("minutes", "many")])
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("between 1 and 1440"))
      #expect(answer.text.contains("brakes"))
    }
  }
}
