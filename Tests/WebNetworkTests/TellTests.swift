import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import WebNetwork

/// Telling pages elsewhere that one of ours points to them, by pingback.
@Suite struct TellTests {
  let wire = MadeUpWeb()
  var web: WebNetwork { WebNetwork(wire) }
  static let page = "https://ana.example/7?a=1&b=2"
  static let endpoint = "https://ana.example/xmlrpc.php"
  static let ours = "https://corner.example/a?b&c"

  private func answer(_ body: String, status: Int = 200) {
    wire.put(Self.page, "", header: ("X-Pingback", Self.endpoint))
    wire.put(Self.endpoint, body, status: status)
  }

  private static func fault(_ code: Int, _ type: String = "int") -> String {
    """
    <?xml version="1.0"?><methodResponse><fault><value><struct>
    <member><name>faultString</name><value><string>9 < 10, said \u{FFFD}</string></value></member>
    <member><name>faultCode</name><value><\(type)>\(code)</\(type)></value></member>
    </struct></value></fault></methodResponse>
    """
  }
  private static let taken =
    "<methodResponse><params><param><value><string>Thanks</string></value></param></params></methodResponse>"

  @Test func whatIsSentIsReadByTheOtherSideAsItWasMeant() async throws {
    answer(Self.taken)
    #expect(try await web.tell(Self.page, that: Self.ours))
    let sent = try #require(wire.asked.last)
    #expect(sent.address == Self.endpoint)
    #expect(sent.method == .post)
    #expect(Pingback.read(sent.body) == .ping(source: Self.ours, target: Self.page))
  }

  @Test func aPageThatTakesBothIsToldByWebmention() async throws {
    wire.put(
      Self.page,
      """
      <link rel="pingback" href="\(Self.endpoint)"><link rel="webmention" href="/wm">
      """)
    wire.put("https://ana.example/wm", "")
    #expect(try await web.tell(Self.page, that: Self.ours))
    #expect(wire.asked.last?.address == "https://ana.example/wm")
  }

  @Test(arguments: [
    #"<link rel="pingback" href="https://ana.example/xmlrpc.php">"#,
    #"<link href='https://ana.example/xmlrpc.php' rel='x pingback' />"#,
  ])
  func thePageMaySayItInItsHead(head: String) async throws {
    wire.put(Self.page, head)
    wire.put(Self.endpoint, Self.taken)
    #expect(try await web.tell(Self.page, that: Self.ours))
  }

  @Test(arguments: [
    #"<a rel="pingback" href="https://ana.example/xmlrpc.php">x</a>"#,
    #"<link rel="pingback" href="ftp://ana.example/x">"#, "",
  ])
  func whatIsNoAddressForPingbacksIsNone(head: String) async throws {
    wire.put(Self.page, head)
    wire.put(Self.endpoint, Self.taken)
    #expect(try await !web.tell(Self.page, that: Self.ours))
  }

  @Test func tellingTwiceIsHarmless() async throws {
    answer(Self.fault(48))
    #expect(try await web.tell(Self.page, that: Self.ours))
  }

  @Test(
    arguments: [
      (Self.fault(17), 200, .refused), (Self.fault(0, "i4"), 200, .refused),
      (Self.fault(16), 200, .temporary), (Self.fault(50), 200, .temporary),
      ("<methodResponse>", 200, .refused), ("<html>Hello</html>", 200, .refused),
      ("<methodResponse><fault></fault></methodResponse>", 200, .refused), ("", 200, .refused),
      (Self.taken, 503, .temporary), (Self.taken, 429, .rateLimited), (Self.taken, 405, .refused),
    ] as [(String, Int, NetworkError.Kind)])
  func whatGoesWrongIsSaid(body: String, status: Int, kind: NetworkError.Kind) async throws {
    answer(body, status: status)
    let error = await #expect(throws: NetworkError.self) {
      try await web.tell(Self.page, that: Self.ours)
    }
    #expect(error?.kind == kind)
  }
}
