import HTTPTypes
import HeedModel
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedDesk
@testable import HeedWeb

@Suite struct OldFormTests {
  /// An old form undoes no fix: the typed words stand in it again, beside what stands there now.
  @Test func aFormThatWasOpenedBeforeAFixUndoesNothing() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lena = try await web.browser(client, as: "Lena")
      let post = web.open.ours
      let form = try await lena.get(.editPostForm(post)).text
      let seen = try #require(form.firstMatch(of: /name="wording" value="([0-9a-f]+)"/)?.1)
      try await web.desk.edit(post, to: "Until five.", by: web.test.lead)
      let refused = try await lena.post(
        .editPost(post), [(.text, "Until six sharp."), (.wording, String(seen))])
      #expect(refused.status.code == 409)
      #expect(refused.text.contains("Until six sharp.</textarea>"))
      #expect(refused.text.contains("Until five."))
      let now = try #require(
        refused.text.firstMatch(of: /name="wording" value="([0-9a-f]+)"/)?.1)
      #expect(now != seen)
      let done = try await lena.post(
        .editPost(post), [(.text, "Until six sharp."), (.wording, String(now))])
      #expect(done.status == .seeOther)
    }
  }
}
