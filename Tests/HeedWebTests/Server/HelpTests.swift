import Foundation
import HTTPTypes
import HeedDesk
import HeedModel
import HeedTesting
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

  /// That they cannot is said, and not why.
  @Test func whoCannotAnswerStandsLastAndNobodyReadsWhy() async throws {
    let web = try await WebDesk()
    let reason = "Told three people wrong prices."
    try await web.desk.restrict(
      web.test.bruno.member, reason: reason, days: 30, by: web.test.lead)
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      _ = try await bruno.post("/settings/me/finds", [("knows", "shop"), ("minutes", "30")])
      let alicia = try await web.browser(client, as: "Alicia")
      let talk = try await alicia.get("/conversations/\(web.open.conversation)").text
      #expect(!talk.contains("knows about “shop”"))
      let choices = try await alicia.get("/conversations/\(web.open.conversation)/hand-over").text
      #expect(!choices.contains("knows about “shop”") && !choices.contains(reason))
      let last = try #require(choices.components(separatedBy: "type=\"radio\"").last)
      #expect(last.contains("Bruno") && last.contains("cannot answer just now"))
      #expect(choices.components(separatedBy: "cannot answer just now").count == 2)
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
    ("09:00", "", "closeMonday", "both times"), ("", "17:00", "openMonday", "both times"),
    ("25:00", "26:00", "openMonday", "both times"), ("09:00", "24:00", "closeMonday", "both times"),
    ("17:00", "17:00", "closeMonday", "end when they begin"),
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
    #expect(HoursRow(1320..<1440) == HoursRow(opens: "22:00", closes: "00:00"))
    #expect(!HoursRow(1320..<1440).endsNextDay)
    let whole = try HoursView.hours([[HoursRow(opens: "00:00", closes: "00:00")]])
    #expect(whole == WeekHours([[0..<1440]]))
  }

  /// A day in two parts, of which the second goes on past midnight, stands in the form again as it was typed.
  @Test func aDayMayHaveSeveralPartsAndOneEndTheNextDay() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      let form = [
        ("openMonday", "22:00"), ("closeMonday", "02:00"), ("openTuesday", ""),
        ("closeTuesday", ""), ("openMonday", "09:00"), ("closeMonday", "12:30"),
        ("openMonday", ""), ("closeMonday", ""),
      ]
      #expect(try await bruno.post("/settings/me/finds", form).location != nil)
      let saved = try await web.desk.profile(of: web.test.bruno.member)
      #expect(saved.hours == WeekHours([[540..<750, 1320..<1560]]))
      let page = try await bruno.get("/settings/me/finds").text
      let shown = page.matches(of: #/name="(?:open|close)Monday" value="([^"]*)"/#).map {
        String($0.1)
      }
      #expect(shown == ["09:00", "12:30", "22:00", "02:00", "", ""])
      #expect(page.matches(of: #/>the next day</#).count == 1)

      // Of several rows the one is marked that is meant, and nothing is lost.
      let half = form.dropLast(2) + [("openMonday", "18:00"), ("closeMonday", "")]
      let refused = try await bruno.post("/settings/me/finds", Array(half))
      #expect(refused.status == .unprocessableContent)
      let marked = refused.text.matches(
        of: #/name="(\w+)" value="([^"]*)" aria-label="([^"]*)" aria-invalid/#)
      #expect(marked.map { String($0.3) } == ["Monday (3), to"])
      #expect(refused.text.contains("name=\"openMonday\" value=\"18:00\""))
      let many = (0..<7).flatMap { [("openMonday", "0\($0):00"), ("closeMonday", "0\($0):30")] }
      let refusedMany = try await bruno.post("/settings/me/finds", many)
      #expect(refusedMany.text.contains("six stretches"))
      #expect(try await web.desk.profile(of: web.test.bruno.member) == saved)
    }
  }
}
