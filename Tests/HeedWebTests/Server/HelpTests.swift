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

  /// Nothing that was typed is taken for a day without hours.
  @Test(arguments: [
    ("22:00", "02:00", "closeMonday", "after midnight"), ("09:00", "", "closeMonday", "both times"),
    ("", "17:00", "openMonday", "both times"), ("25:00", "26:00", "openMonday", "both times"),
    ("17:00", "16:59", "closeMonday", "after midnight"),
  ])
  func hoursThatCannotBeMeantSoAreRefused(
    _ from: String, _ to: String, _ field: String, _ said: String
  ) async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      let form = [("minutes", "30"), ("openMonday", from), ("closeMonday", to)]
      let answer = try await bruno.post("/settings/me/finds", form)
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains(said))
      let marked = answer.text.firstMatch(of: #/name="(\w+)"[^>]* aria-invalid="true"/#)
      #expect(marked.map { String($0.1) } == field)
      #expect(answer.text.contains("name=\"openMonday\" value=\"\(from)\""))
      #expect(answer.text.contains("name=\"closeMonday\" value=\"\(to)\""))
      #expect(!(try await bruno.get("/settings/me/finds").text.contains("value=\"30\"")))
    }
  }

  @Test func aDayMayBeOpenUntilItsEnd() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      _ = try await bruno.post(
        "/settings/me/finds", [("openMonday", "22:00"), ("closeMonday", "00:00")])
      #expect(
        try await bruno.get("/settings/me/finds").text.contains(
          "name=\"closeMonday\" value=\"00:00\""))
    }
    #expect(HoursDay(1320...1440) == HoursDay(opens: "22:00", closes: "00:00"))
    #expect(try HoursView.ranges([HoursDay(opens: "00:00", closes: "00:00")]) == [0...1440])
  }
}
