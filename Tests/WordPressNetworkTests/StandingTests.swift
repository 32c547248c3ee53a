import HeedModel
import HeedNetwork
import HeedTesting
import Testing
import WordPressNetwork

/// Where a site's interface stands is asked of the site, never guessed.
@Suite struct StandingTests {
  private let wire = ScriptedWire()
  private let network: WordPressNetwork

  init() { network = WordPressNetwork(wire: wire, clock: ManualClock()) }

  private func root(_ address: String) {
    wire.on(.get, address, body: #"{"name":"Bells","namespaces":["oembed/1.0","wp/v2"]}"#)
  }

  private func comments(_ address: String) {
    wire.on(
      .get, address + "*",
      body: #"[{"id":12,"post":0,"parent":0,"content":{"rendered":"<p>Nice.</p>"}}]"#)
  }

  private func thread(_ id: String) async throws -> [RemoteEvent] {
    try await network.thread(around: RemoteReference(remoteID: RemoteID(id)), as: nil)
  }

  @Test(arguments: [
    // A site in a folder, without speaking addresses, without encryption.
    (
      "old.example/news", "http://old.example/news/", "http://old.example/news/?rest_route=/"
    ),
    ("blog.example", "https://blog.example/", "https://blog.example/wp-json/"),
    ("blog.example", "https://blog.example/", "https://blog.example/?rest_route=/"),
    // The beginning of its path was given another name.
    ("blog.example/api", "https://blog.example/api/", "https://blog.example/api/"),
    (
      "blog.example/index.php", "https://blog.example/index.php/",
      "https://blog.example/index.php/wp-json/"
    ),
  ])
  func anInterfaceIsFoundWhereTheSiteSaysAndRemembered(
    _ key: String, _ page: String, _ interface: String
  ) async throws {
    comments(interface + "wp/v2/comments")
    if page != interface { root(interface) }
    let body = page == interface ? #"{"name":"Bells","namespaces":["wp/v2"]}"# : "<p>Bells</p>"
    wire.on(
      .get, page, headers: [("link", "<\(interface)>; rel=\"https://api.w.org/\"")], body: body)
    for _ in 1...2 {
      let events = try await thread("\(key)#post-7")
      #expect(events.count == 1)
    }
    #expect(wire.requests.count { $0.address == page } == (page == interface ? 2 : 1))
    #expect(wire.requests.count { $0.address.hasPrefix(interface + "wp/v2/comments") } == 2)
  }

  /// Plugins and caches take the header and the link away; then the two usual places are tried.
  @Test(arguments: ["wp-json/", "?rest_route=/"])
  func whereASiteSaysNothingTheUsualPlacesAreTried(_ place: String) async throws {
    let interface = "https://blog.example/news/" + place
    comments(interface + "wp/v2/comments")
    root(interface)
    wire.on(.get, "https://blog.example/news/", headers: [], body: "<p>Bells</p>")
    wire.on(.get, "https://blog.example/news/wp-json/", status: 404, body: "<p>No</p>")
    #expect(try await thread("blog.example/news#post-7").count == 1)
  }

  /// What is listened to is known already.
  @Test func aSiteThatIsListenedToIsNotAskedForItsInterface() async throws {
    let interface = "https://blog.example/?rest_route=/"
    comments(interface + "wp/v2/comments")
    _ = try await network.listen(
      to: ListeningSource(
        id: ID(1), kind: WordPressNetwork.comments, target: interface, cursor: nil))
    #expect(try await thread("blog.example#post-7").count == 1)
    #expect(wire.requests.allSatisfy { $0.address.hasPrefix(interface) })
  }

  /// Its ids are its own: another site that it names, or leads to, answers for none of them.
  @Test func anotherSitesInterfaceIsNotTakenForItsOwn() async throws {
    wire.on(
      .get, "https://blog.example/",
      headers: [("link", "<https://other.example/wp-json/>; rel=\"https://api.w.org/\"")],
      body: "<p>Bells</p>")
    root("https://other.example/wp-json/")
    let error = await #expect(throws: NetworkError.self) {
      try await thread("blog.example#post-7")
    }
    #expect(error?.kind == .temporary)
    #expect(!wire.requests.contains { $0.address.contains("other.example/wp-json/wp/v2") })
  }
}
