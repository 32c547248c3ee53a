import HTTPTypes
import HeedDesk
import HeedModel
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedWeb

@Suite struct PutAsidePageTests {
  @Test func whatIsPutAsideIsListedWithWhyAndBroughtBack() async throws {
    let web = try await WebDesk()
    let spam = try await web.test.says(
      "Buy followers now, online casino and backlinks inside", id: "lure", by: "sol")
    try await web.serve { client in
      let bruno = try await web.browser(client, as: "Bruno")
      #expect(try await bruno.get("/today").text.contains("One was put aside as spam"))
      let page = try await bruno.get("/aside").text
      #expect(page.contains("online casino"))
      #expect(page.contains("read as spam, by somebody whom none of you knows"))
      let olga = try await web.browser(client, as: "Olga")
      let seen = try await olga.get("/aside").text
      #expect(seen.contains("online casino") && !seen.contains("/bring-back"))
      #expect(
        try await bruno.get("/conversations/\(spam)").text.contains(
          "Put aside: it was read as spam."))
      let back = try await bruno.post("/conversations/\(spam)/bring-back", [])
      #expect(back.location == "/conversations/\(spam)")
      #expect(try await bruno.get("/aside").text.contains("Nothing is put aside."))
      #expect(try await !bruno.get("/today").text.contains("put aside as spam"))
    }
    #expect(try await web.test.conversation(spam).state == .waiting)
  }
}
