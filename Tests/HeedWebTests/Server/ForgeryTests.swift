import HTTPTypes
import HeedModel
import HummingbirdTesting
import Testing

@testable import HeedWeb

/// Every form, as another site could make a browser send it: nothing is taken.
@Suite struct ForgeryTests {
  @Test func nothingIsTakenFromElsewhere() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      let other = try await web.browser(client, as: "Nora")
      let tokens = (own: try await lead.token(), foreign: try await other.token())
      let before = try await web.dump()
      for pattern in Route.Pattern.allCases where pattern.method == .post {
        try await web.triesToSend(pattern, client, as: lead, with: tokens)
        #expect(try await web.dump() == before, "\(pattern)")
      }
    }
  }

  @Test func withTheDesksOwnAddressBehindAProxyFormsAreTaken() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let lead = try await web.browser(client, as: "Lena")
      let sent = web.form([(.text, "Look.")], try await lead.token())
      let answer = try await lead.send(
        .post, web.open.path(.addNote), ["Origin": "https://desk.example"], type: sent.type,
        body: sent.body)
      #expect(answer.status == .seeOther)
    }
  }

  @Test func overTLSAPageOfTheSameNameWithoutItIsForeign() async throws {
    let web = try await WebDesk()
    try await web.serve(isSecure: true) { client in
      let lead = Browser(client)
      lead.headers = [.origin: "https://localhost"]
      let page = try await lead.get(.signInPage)
      let sent = web.form(Forms.fields(.signIn, web.open), page.token)
      let plain = try await lead.send(
        .post, "/signin", ["Origin": "http://localhost"], type: sent.type, body: sent.body)
      #expect(plain.status == .forbidden)
      let secure = try await lead.send(
        .post, "/signin", ["Origin": "https://localhost"], type: sent.type, body: sent.body)
      #expect(secure.status == .seeOther)
    }
  }

  @Test func strangersBodiesAreNotRead() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      // Were it read, it would be refused for its size.
      let body = Array(repeating: UInt8(ascii: "a"), count: 2 << 20)
      let answer = try await Browser(client).send(
        .post, web.open.path(.addNote), type: Browser.formType, body: body)
      #expect(answer.status == .unauthorized)
      let lead = try await web.browser(client, as: "Lena")
      let told = try await lead.send(
        .post, web.open.path(.addNote), type: Browser.formType, body: body)
      #expect(told.status == .unprocessableContent)
    }
  }
}

extension WebDesk {
  struct Sent: Sendable {
    var type: String
    var body: [UInt8]
  }

  func form(_ fields: [(FieldName, String)], _ token: String?) -> Sent {
    let all = fields.map { ($0.rawValue, $1) } + [token.map { ("csrf", $0) }].compactMap { $0 }
    return Sent(type: Browser.formType, body: Browser.encoded(all))
  }

  func multipart(_ fields: [(FieldName, String)], _ token: String) -> Sent {
    Sent(
      type: "multipart/form-data; boundary=----heedBoundary7",
      body: Browser.multipart(fields + [(.csrf, token)], file: Self.png))
  }

  /// Sends one form in every way in which it must not be taken.
  /// - Parameter tokens: of the session that sends, and of another.
  fileprivate func triesToSend(
    _ pattern: Route.Pattern, _ client: any TestClientProtocol, as lead: Browser,
    with tokens: (own: String, foreign: String)
  ) async throws {
    let token = tokens.own
    let path = open.path(pattern)
    let fields = Forms.fields(pattern, open)
    let taken = pattern == .addUpload ? multipart(fields, token) : form(fields, token)

    func refused(
      _ what: String, _ headers: [String: String] = [:], _ sent: WebDesk.Sent,
      method: HTTPRequest.Method = .post, cookies: [String: String]? = nil
    ) async throws {
      let browser = Browser(client)
      browser.cookies = cookies ?? lead.cookies
      let answer = try await browser.send(
        method, path, headers, type: sent.type, body: sent.body)
      let code = answer.status.code
      let isHarmlessGet = method != .post && (200..<500).contains(code)
      #expect(
        [401, 403, 404, 405, 422].contains(code) || isHarmlessGet, "\(pattern), \(what): \(code)")
      #expect(answer.header("Set-Cookie")?.contains("heed=") != true, "\(pattern), \(what)")
    }

    let here = ["Origin": "http://localhost"]
    try await refused("no token", here, form(fields, nil))
    try await refused("empty token", here, form(fields, ""))
    try await refused("wrong token", here, form(fields, String(token.reversed())))
    try await refused("token of another session", here, form(fields, tokens.foreign))
    for origin in [
      "https://evil.example", "null", "http://localhost.evil.example",
      "http://evil.example/localhost",
      "http://localhost:8081", "file://", "localhost", "",
    ] {
      try await refused("origin \(origin)", ["Origin": origin], taken)
    }
    for site in ["cross-site", "same-site", "anything"] {
      try await refused("site \(site)", ["Sec-Fetch-Site": site], taken)
    }
    let query = String(decoding: form(fields, token).body, as: UTF8.self)
    for method in [HTTPRequest.Method.get, .head, .put, .delete, .patch] {
      let browser = Browser(client)
      browser.cookies = lead.cookies
      let answer = try await browser.send(method, path + "?" + query, here)
      #expect(answer.status.code < 500, "\(pattern), \(method)")
    }
    let json =
      "{"
      + (fields.map { ($0.rawValue, $1) } + [("csrf", token)])
      .map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}"
    for type in [
      "application/json", "text/plain", "application/x-www-form-urlencodedx", "", "*/*",
    ] {
      try await refused("\(type)", here, .init(type: type, body: Array(json.utf8)))
      if pattern != .addUpload {
        try await refused("form as \(type)", here, .init(type: type, body: taken.body))
      }
    }
    if pattern != .addUpload {
      try await refused("multipart", here, multipart(fields, token))
    }
    try await refused("no cookie", here, taken, cookies: [:])
    try await refused("a made-up cookie", here, taken, cookies: ["heed": "AAAA"])
    try await refused("the cookie of forms alone", here, taken, cookies: ["heed-form": "AAAA"])
  }
}
