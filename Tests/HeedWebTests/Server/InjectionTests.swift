import HTTPTypes
import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import HummingbirdTesting
import Testing

@testable import HeedWeb

/// Strings that break what is put together by hand, in every place that takes one.
@Suite struct InjectionTests {
  private static let strings = [
    "' OR 1=1 --", "'; DROP TABLE posts; --", "\" OR \"\"=\"", "1 UNION SELECT * FROM members",
    "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "' onmouseover='alert(1)",
    "javascript:alert(1)", "</script><script>alert(1)</script>", "{{7*7}} ${7*7} %s %n \\(x)",
    "a\r\nSet-Cookie: injected=1\r\n\r\n<b>x9", "../../../../etc/passwd", "a\u{0}b",
    "\u{202E}\u{FEFF}",
    "%00%0d%0a", "-1", "9223372036854775808", "99999999999999999999", "NaN", "1.1.1", "-", "+1",
    String(repeating: "A", count: 20_000), "((((((((((((((((((((", "\"", "NOT", "a NEAR/999999 b",
    "*", "from:", "=", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "[]", "&&&===",
  ]

  private static let queries = [
    "q", "after", "at", "network", "topic", "kind", "tone", "language", "direction", "typed",
    "server", "code", "state", "error", "error_description",
  ]

  @Test(arguments: [nil, "Lena"])
  func addressesTakeAnyString(_ name: String?) async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: name)
      // That somebody took a copy of what is known of a person is noted.
      func dump() async throws -> [String] {
        try await web.dump().filter { !$0.contains(EventKind.personExported.rawValue) }
      }
      let before = try await dump()
      for pattern in Route.Pattern.allCases where pattern.method == .get && pattern != .live {
        for string in Self.strings {
          let escaped = WebQuery.segment(string)
          var paths = pattern.names.indices.map { position in
            pattern.filled(
              with: pattern.names.indices.map { $0 == position ? string : "1" })
          }
          paths.append(
            web.open.path(pattern) + "?"
              + Self.queries.map { "\($0)=\(escaped)" }.joined(separator: "&"))
          paths.append(web.open.path(pattern) + "?\(escaped)=\(escaped)&\(escaped)")
          for path in paths {
            expectHarmless(try await browser.get(path), "\(pattern) with \(string.prefix(40))")
          }
        }
      }
      // Looking changes nothing but what was looked at.
      #expect(try await dump() == before)
    }
  }

  @Test(arguments: Route.Pattern.allCases.filter { $0.method == .post })
  func formsTakeAnyString(_ pattern: Route.Pattern) async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let posts = try await web.count("posts")
      let fields = Forms.fields(pattern, web.open)
      let all = Set(fields.map(\.0)).union(Self.hidden(pattern))
      // Where a form ends what is signed in, each string is tried by somebody who signed in anew.
      let ends: Set<Route.Pattern> = [.signOut, .signIn, .savePassword, .leave]
      var signedIn: (browser: Browser, token: String)?
      for string in Self.strings {
        // A throttle is not what is tested here.
        web.test.clock.advance(by: .minutes(6))
        if signedIn == nil || ends.contains(pattern) {
          let browser = try await web.browser(client, as: "Lena")
          signedIn = (browser, try await browser.token())
        }
        let (browser, token) = try #require(signedIn)
        // All fields at once with every string; each alone with those that end a quotation or a tag.
        let alone = string.contains("'") || string.contains("<") ? Array(all) : []
        for field in alone + [nil] {
          let sent = fields.filter { $0.0 != field && field != nil }.map { ($0.0.rawValue, $0.1) }
          let filled = (field.map { [$0] } ?? Array(all)).map { ($0.rawValue, string) }
          if ends.contains(pattern), field != nil {
            continue
          }
          let answer =
            pattern == .addUpload
            ? try await browser.send(
              .post, web.open.path(pattern), type: "multipart/form-data; boundary=b7",
              body: Browser.multipart(
                [(.csrf, token), (.text, string), (.alternative, string)], file: Array(string.utf8),
                boundary: "b7"))
            : try await browser.form(web.open.path(pattern), sent + filled + [("csrf", token)])
          expectHarmless(
            answer, "\(pattern) with \(string.prefix(40)) as \(field?.rawValue ?? "all")")
        }
      }
      // Whoever says that they posted something adds a post of ours; any string may be its words.
      if ![.postedByHand, .postedByHandAnyway].contains(pattern) {
        #expect(try await web.count("posts") == posts)
      }
      let names = ["Lena", "Alicia"]
      for name in names where pattern != .savePassword && pattern != .saveMe {
        let browser = try await web.browser(client, as: name)
        for page in Route.Pattern.allCases where page.method == .get && page != .live {
          expectHarmless(try await browser.get(web.open.path(page)), "\(page) after \(pattern)")
        }
      }
    }
  }

  @Test func aSearchByInjectionFindsNobody() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Bruno")
      for string in Self.strings.prefix(4) {
        let page = try await browser.get("/people?q=" + WebQuery.segment(string))
        #expect(!page.text.contains("@ana@"), "\(string)")
      }
      #expect(try await browser.get("/people?q=ana").text.contains("@ana@"))
    }
  }

  @Test func searchesReadPlusSignsAsSpaces() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Bruno")
      let page = try await browser.get("/search?q=shop+open")
      #expect(page.text.contains("Is the shop open?"))
      #expect(page.text.contains("value=\"shop open\""))
      #expect(try await browser.get("/search?q=shop%2Bopen").text.contains("value=\"shop+open\""))
    }
  }

  private static func hidden(_ pattern: Route.Pattern) -> [FieldName] {
    switch pattern {
    case .send, .sendAnyway:
      [.warning, .intent, .visibility, .language, .answering, .seen, .file, .alternative]
    case .saveDraft: [.warning, .intent, .visibility]
    case .snooze: [.date, .time, .until]
    case .done: [.post]
    case .finishAccount: [.state, .code, .token]
    case .saveSettings:
      [
        .timeZone, .language, .openMonday, .closeMonday, .headStartComplaint, .undoSeconds,
        .daysAboutUs,
      ]
    case .saveMe: [.email, .hereUntil, .keys]
    case .saveProfile: [.likes, .openMonday, .closeMonday, .date, .until]
    case .finishJoin: [.timeZone, .initials]
    default: []
    }
  }

  private func expectHarmless(_ answer: TestResponse, _ what: String) {
    #expect(answer.status.code < 500, "\(what): \(answer.status)")
    #expect(!answer.headers[values: .setCookie].contains { $0.contains("injected") }, "\(what)")
    for field in answer.headers {
      #expect(!field.value.contains { $0.isNewline || $0 == "\0" }, "\(what): \(field)")
    }
    guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { return }
    let text = answer.text
    for markup in [
      "<img src=x", "<svg onload", "</script><script>", "' onmouseover='", "href=\"javascript:",
      "<b>x9", "\u{0}",
    ] where text.contains(markup) { Issue.record("\(what): the page has “\(markup)”") }
  }
}

extension WebDesk {
  func count(_ table: String) async throws -> Int {
    try await test.database.read { try $0.rows("SELECT 1 FROM \(table)").count }
  }
}
