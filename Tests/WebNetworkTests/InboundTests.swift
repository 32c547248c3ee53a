import HeedModel
import HeedNetwork
import HeedTesting
import Testing
import WebNetwork

/// What strangers send to the desk's two addresses.
@Suite struct InboundTests {
  let web = WebNetwork(MadeUpWeb())

  func read(_ body: String, _ way: MentionWay) -> MentionReading {
    web.read(InboundNote(headers: [], body: Array(body.utf8)), by: way)
  }

  static let mention = RemoteMention(
    page: "https://ana.example/7?a=1&b=2", target: "https://corner.example/")

  @Test func aFormOfTwoAddressesIsAMention() {
    #expect(
      read(
        "source=https%3A%2F%2Fana.example%2F7%3Fa%3D1%26b%3D2&target=https%3A//corner.example",
        .webmention)
        == .mention(Self.mention))
  }

  @Test(arguments: [
    ("", MentionReading.malformed), ("source=https://a.example/", .malformed),
    ("source=https://a.example/&target=ftp://b.example/", .noPage),
    ("source=/a&target=https://b.example/", .noPage),
    ("source=https://a.example/&target=https://a.example/%23x", .noPage),
    ("source=https://u:p@a.example/&target=https://b.example/", .noPage),
    ("source=javascript:alert(1)&target=https://b.example/", .noPage),
  ])
  func whatIsNoMentionIsSaidToBeNone(body: String, reading: MentionReading) {
    #expect(read(body, .webmention) == reading)
  }

  static func ping(_ source: String, _ target: String, method: String = "pingback.ping") -> String {
    """
    <?xml version="1.0"?><methodCall><methodName>\(method)</methodName><params>
    <param><value><string>\(source)</string></value></param><param><value>\(target)</value></param>
    </params></methodCall>
    """
  }

  @Test func aPingIsAMention() {
    #expect(
      read(Self.ping("https://ana.example/7?a=1&amp;b=2", "https://corner.example/"), .pingback)
        == .mention(Self.mention))
  }

  @Test(arguments: [
    """
    <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><methodCall><methodName>pingback.ping</methodName><params><param><value><string>https://a.example/&e;</string></value></param><param><value>https://b.example/</value></param></params></methodCall>
    """, ping("https://a.example/&e;", "https://b.example/"), "", "<methodCall>",
    "<methodCall><methodName>pingback.ping</methodName></methodCall>",
    ping("<b>https://a.example/</b>", "https://b.example/"),
    "<methodCall><methodName>pingback.ping</methodName>"
      + String(repeating: "<value>x</value>", count: 3) + "</methodCall>",
  ])
  func foreignEntitiesAndBrokenCallsAreMalformed(body: String) {
    #expect(read(body, .pingback) == .malformed)
    #expect(web.reply(.malformed, by: .pingback).text.contains("<int>-32602</int>"))
  }

  @Test func anotherCallIsNotKnown() {
    #expect(
      read(
        Self.ping("https://a.example/", "https://b.example/", method: "system.multicall"), .pingback
      )
        == .unknownCall)
  }

  @Test(arguments: [
    (MentionOutcome.unknownCall, -32_601), (.noPage, 16), (.notOurs, 33), (.tooMany, 49),
    (.full, 50),
  ])
  func faultsCarryTheirCodes(outcome: MentionOutcome, code: Int) {
    #expect(web.reply(outcome, by: .pingback).text.contains("<int>\(code)</int>"))
    #expect(web.reply(.taken, by: .pingback).text.contains("<params>"))
  }

  @Test(arguments: [
    (MentionOutcome.taken, 202), (.malformed, 400), (.noPage, 400), (.notOurs, 400),
    (.tooMany, 429), (.full, 503),
  ])
  func webmentionsAreAnsweredByStatus(outcome: MentionOutcome, status: Int) {
    #expect(web.reply(outcome, by: .webmention).status == status)
  }
}
