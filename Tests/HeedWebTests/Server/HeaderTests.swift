import HTTPTypes
import HeedModel
import HummingbirdTesting
import NIOCore
import Testing

@testable import HeedWeb

/// What goes out with every answer, whatever it is.
@Suite struct HeaderTests {
  @Test(arguments: [nil, "Lena"])
  func everyAnswerCarriesThePolicy(_ name: String?) async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: name)
      for pattern in Route.Pattern.allCases where pattern != .live && pattern != .signOut {
        let answers =
          pattern.method == .get
          ? [
            try await browser.get(web.open.path(pattern)),
            try await browser.get(Filling.unknown(pattern)),
          ] : [try await browser.form(web.open.path(pattern), [])]
        for answer in answers { expectSafe(answer, pattern.rawValue, pattern) }
      }
    }
  }

  @Test func whatTheRouterRefusesIsOurPageToo() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      for browser in [Browser(client), try await web.browser(client, as: "Carla")] {
        for path in [
          "/nothing", "/conversations", "/..", "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
          "/assets/x/../../heed.css", "/assets/x/%2e%2e%2fheed.css", "//", "/today/", "/signout",
          "/.env", "/%00", "/today%0d%0aSet-Cookie:%20a=b", "/a?b=%", "/conversations/1/claim",
        ] {
          let answer = try await browser.get(path)
          expectSafe(answer, path, nil)
          if path != "/today/" && path != "//" {
            #expect(answer.status == .notFound, "\(path): \(answer.status)")
            #expect(answer.text.contains("Nothing is here"), "\(path)")
          }
        }
        for method in [HTTPRequest.Method.put, .delete, .patch, .options, .trace] {
          let answer = try await browser.send(method, "/today")
          #expect(answer.status == .notFound)
          expectSafe(answer, "\(method) /today", nil)
        }
      }
    }
  }

  @Test func onlyTheDesksOwnFilesAreKept() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      for file in PublicFiles.all {
        let kept = try await lead.get(PublicFiles.route(file.name))
        #expect(kept.header("Cache-Control") == "public, max-age=31536000, immutable")
        #expect(kept.header("Content-Type") == file.type)
        #expect(kept.headers[.setCookie] == nil)
        #expect(Array(kept.body.readableBytesView) == file.bytes)
        let old = try await lead.get("/assets/anotherhash/\(file.name)")
        #expect(old.status == .ok)
        #expect(old.header("Cache-Control") == "no-store")
      }
    }
  }

  @Test func picturesAreGivenAsDownloadsOnly() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      let answer = try await lead.get(web.open.path(.upload))
      #expect(answer.status == .ok)
      #expect(Array(answer.body.readableBytesView) == WebDesk.png)
      #expect(answer.header("Content-Disposition") == "attachment")
      #expect(answer.header("Content-Type") == "image/png")
      #expect(answer.header("Content-Security-Policy")?.contains("sandbox") == true)
      #expect(answer.header("Cache-Control") == "no-store")
    }
  }

  @Test func overTLSTheBrowserIsToldToStayThere() async throws {
    let web = try await WebDesk()
    try await web.serve(isSecure: true) { client in
      let answer = try await Browser(client).get("/signin")
      #expect(answer.header("Strict-Transport-Security") == "max-age=31536000")
    }
    try await web.serve { client in
      let answer = try await Browser(client).get("/signin")
      #expect(answer.header("Strict-Transport-Security") == nil)
    }
  }

  @Test func noPageRunsAScriptOfItsOwn() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      for pattern in Route.Pattern.allCases where pattern.method == .get && pattern != .live {
        let text = try await lead.get(web.open.path(pattern)).text
        guard text.hasPrefix("<!doctype html>") else { continue }
        for (what, found) in [
          ("a script in the page", text.firstRange(of: "<script>") != nil),
          ("a style in the page", text.firstRange(of: "<style") != nil),
          ("a style on an element", text.firstRange(of: " style=\"") != nil),
          ("a handler on an element", text.firstRange(of: " onclick=") != nil),
        ] { #expect(!found, "\(pattern): \(what)") }
      }
    }
  }

  private func expectSafe(_ answer: TestResponse, _ what: String, _ pattern: Route.Pattern?) {
    let policy = answer.header("Content-Security-Policy") ?? ""
    #expect(policy.contains("default-src 'none'"), "\(what)")
    #expect(!policy.contains("unsafe"), "\(what)")
    #expect(policy.contains("frame-ancestors 'none'"), "\(what)")
    #expect(answer.header("X-Content-Type-Options") == "nosniff", "\(what)")
    #expect(answer.header("X-Frame-Options") == "DENY", "\(what)")
    #expect(answer.header("Referrer-Policy") == "same-origin", "\(what)")
    #expect(answer.header("Cross-Origin-Opener-Policy") == "same-origin", "\(what)")
    #expect(answer.header("Cross-Origin-Resource-Policy") == "same-origin", "\(what)")
    #expect(answer.header("Set-Cookie")?.contains("a=b") != true, "\(what)")
    if pattern != .asset || answer.status != .ok {
      #expect(answer.header("Cache-Control") == "no-store", "\(what)")
    }
    #expect(answer.status.code < 500, "\(what)")
  }
}
