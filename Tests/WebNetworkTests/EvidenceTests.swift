import HeedModel
import HeedNetwork
import HeedTesting
import Testing
import WebNetwork

@Suite struct EvidenceTests {
  let wire = MadeUpWeb()
  var web: WebNetwork { WebNetwork(wire) }
  let ana = RemoteHandle(
    remoteID: RemoteID("https://ana.example"), address: "ana.example", name: "Ana",
    page: "https://ana.example/")

  @Test func linksBothWaysAreTold() async throws {
    wire.put(
      "https://ana.example/",
      """
      <a class="h-card u-url u-uid" rel="me" href="https://ana.example">Ana</a>
      <a rel="me" href="https://social.example/@ana">s</a><a rel="me" href="https://stranger.example">x</a>
      <a rel="me" href="mailto:ana@ana.example">m</a>
      """)
    wire.put("https://social.example/@ana", #"<link rel="me" href="http://ana.example">"#)
    wire.put("https://stranger.example", #"<a href="https://ana.example/">no rel</a>"#)
    let found = await web.evidence(of: ana)
    #expect(
      found == [
        RemoteEvidence(
          kind: .relMe, here: "https://ana.example/", there: "https://social.example/@ana",
          isMutual: true),
        RemoteEvidence(
          kind: .relMe, here: "https://ana.example/", there: "https://stranger.example",
          isMutual: false),
      ])
  }

  @Test func aPageThatAsksProgramsToKeepAwayIsNoEvidence() async throws {
    wire.put("https://ana.example/", #"<a rel="me" href="https://social.example/@ana">s</a>"#)
    wire.put("https://ana.example/robots.txt", "User-agent: Heed\nDisallow: /")
    #expect(await web.evidence(of: ana).isEmpty)
    #expect(!wire.asked.contains { $0.address == "https://ana.example/" })
  }

  /// Whoever names a page as their author's has nothing of what that page says.
  @Test func aPageThatSomebodyElseNamedIsNoEvidence() async throws {
    wire.put("https://ana.example/", #"<a rel="me" href="https://social.example/@ana">s</a>"#)
    wire.put("https://social.example/@ana", #"<a rel="me" href="https://ana.example/">s</a>"#)
    #expect(await web.evidence(of: ana).count == 1)
    var named = ana
    named.remoteID = RemoteID("https://evil.example#https://ana.example")
    #expect(await web.evidence(of: named).isEmpty)
    named.remoteID = RemoteID("https://ana.example#Ana")
    #expect(await web.evidence(of: named).count == 1)
  }

  @Test func aPageOfAThousandLinksIsFollowedToAFew() async throws {
    let links = (0..<1_000).map { #"<a rel="me" href="https://s\#($0).example/">s</a>"# }
    wire.put("https://ana.example/", links.joined())
    #expect(await web.evidence(of: ana).count == 6)
    #expect(wire.asked.count < 20)
  }
}
