import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

@Suite struct DiscoveryTests {
  private static let file = """
    <?xml version="1.0"?>
    <clientConfig version="1.1"><emailProvider id="shop.example">
      <incomingServer type="pop3"><hostname>pop.shop.example</hostname><port>995</port>
        <socketType>SSL</socketType><username>%EMAILADDRESS%</username></incomingServer>
      <incomingServer type="imap"><hostname>plain.shop.example</hostname><port>143</port>
        <socketType>plain</socketType><username>%EMAILADDRESS%</username></incomingServer>
      <incomingServer type="imap"><hostname>in.%EMAILDOMAIN%</hostname><port>1993</port>
        <socketType>SSL</socketType><username>%EMAILLOCALPART%</username></incomingServer>
      <outgoingServer type="smtp"><hostname>out.shop.example</hostname><port>587</port>
        <socketType>STARTTLS</socketType></outgoingServer>
    </emailProvider></clientConfig>
    """

  func discovery(_ wire: ScriptedWire, _ far: MailFixture = MailFixture()) -> MailDiscovery {
    MailDiscovery(wire: wire, connections: far.double)
  }

  @Test func theDomainsOwnFileIsBelievedAsFarAsItIsEncrypted() async throws {
    let wire = ScriptedWire()
    wire.on(.get, "https://autoconfig.shop.example/*", status: 200, body: Self.file)
    let found = try await discovery(wire).settings(for: "help@shop.example")
    #expect(found.incoming == MailPlace(host: "in.shop.example", port: 1993, startsPlain: false))
    #expect(found.outgoing == MailPlace(host: "out.shop.example", port: 587, startsPlain: true))
    #expect(found.user == "help")
  }

  @Test(arguments: ["help@shop.example", " Help@Shop.Example "])
  func anAddressMayBeAMailboxAndNobodyIsAskedBeforeItIsSignedInTo(_ typed: String) async throws {
    let wire = ScriptedWire()
    let mail = MailNetwork(wire: wire, connections: MailFixture().double, clock: ManualClock())
    let offer = try #require(try await mail.offers(for: typed).first)
    #expect(offer.kind == MailNetwork.Kind.inbox && offer.needsAccount && offer.isBroad)
    #expect(offer.target.lowercased() == "help@shop.example" && offer.signsInAs == offer.target)
    #expect(wire.requests.isEmpty)
  }

  @Test(arguments: [
    "bells", "@ana@shop.example", "help@shop", "https://a@shop.example/", "a@b@shop.example", "",
    "help@shop.example, imap.shop.example",
  ])
  func whatIsNoAddressIsNoMailbox(_ typed: String) async throws {
    let mail = MailNetwork(
      wire: ScriptedWire(), connections: MailFixture().double, clock: ManualClock())
    #expect(try await mail.offers(for: typed).isEmpty)
  }

  @Test func whatTheDomainSaysToNameServersComesBeforeCustomaryNames() async throws {
    let records = ScriptedRecords()
    records.services["_imaps._tcp.shop.example"] = [
      ServiceRecord(host: "silent.mail.example", port: 993, priority: 1, weight: 0),
      ServiceRecord(host: "in.mail.example", port: 993, priority: 2, weight: 0),
    ]
    records.services["_submission._tcp.shop.example"] = [
      ServiceRecord(host: "out.mail.example", port: 587, priority: 1, weight: 0)
    ]
    var discovery = discovery(ScriptedWire())
    discovery.connections = Unreachable("silent.mail.example", discovery.connections)
    discovery.records = records
    let found = try await discovery.settings(for: "help@shop.example")
    #expect(found.incoming == MailPlace(host: "in.mail.example", port: 993, startsPlain: false))
    #expect(found.outgoing == MailPlace(host: "out.mail.example", port: 587, startsPlain: true))
    #expect(found.user == "help@shop.example")
  }

  @Test func aDomainThatSaysHalfIsNotBelievedThatHalf() async throws {
    let records = ScriptedRecords()
    records.services["_imaps._tcp.shop.example"] = [
      ServiceRecord(host: "in.mail.example", port: 993, priority: 1, weight: 0)
    ]
    var discovery = discovery(ScriptedWire())
    discovery.records = records
    #expect(
      try await discovery.settings(for: "help@shop.example").incoming.text
        == "imap.shop.example:993")
  }

  @Test func nameServersThatAreSilentAreAskedOnce() async throws {
    let records = ScriptedRecords()
    records.isSilent = true
    var discovery = discovery(ScriptedWire())
    discovery.records = records
    #expect(
      try await discovery.settings(for: "help@shop.example").incoming.text
        == "imap.shop.example:993")
    #expect(records.asked == ["_imaps._tcp.shop.example"])
  }

  @Test func withoutAFileTheCustomaryNamesAreTried() async throws {
    let found = try await discovery(ScriptedWire()).settings(for: "help@shop.example")
    #expect(found.incoming.text == "imap.shop.example:993")
    #expect(found.outgoing.text == "smtp.shop.example:465")
  }

  @Test func aProviderThatIsKnownIsNotAskedForAnything() async throws {
    let wire = ScriptedWire()
    let found = try await discovery(wire).settings(for: "shop@gmail.com")
    #expect(found.incoming.text == "imap.gmail.com:993")
    #expect(wire.requests.isEmpty)
  }

  @Test(arguments: [
    "", "<", "<incomingServer", "<incomingServer type=\"imap\"></incomingServer>", "<html>",
  ])
  func aFileThatIsNoneTellsNothing(text: String) {
    #expect(MailDiscovery.read(text, "help@shop.example") == nil)
  }
}

/// One host that nobody reaches.
private struct Unreachable: Connecting {
  let host: String
  let others: any Connecting

  init(_ host: String, _ others: any Connecting) {
    self.host = host
    self.others = others
  }

  func connect(to host: String, port: Int, isSecure: Bool) async throws -> any WireConnection {
    guard host != self.host else {
      throw WireError(.unreachable, "Nobody.", certainlyNotSent: true)
    }
    return try await others.connect(to: host, port: port, isSecure: isSecure)
  }
}
