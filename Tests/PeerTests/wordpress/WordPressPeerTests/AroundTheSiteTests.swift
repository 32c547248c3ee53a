import FeedsNetwork
import Foundation
import HeedModel
import HeedNetwork
import HeedWire
import Testing
import WebNetwork

/// What other networks hear of the same site: its feeds, and its pingbacks.
@Suite(.serialized, .enabled(if: WordPressPeer.isThere)) struct AroundTheSitePeerTests {
  let peer: WordPressPeer
  let wire: HTTPWire
  let people: People

  init() throws {
    peer = try #require(WordPressPeer.told)
    wire = try WordPressPeer.plug(peer)
    people = People(peer: peer, wire: wire)
  }

  var web: WebNetwork {
    WebNetwork(
      wire: wire, clock: PeerClock(),
      desk: DeskAddress(base: "https://desk.example", isPublic: true),
      paths: [.webmention: "/webmention", .pingback: "/pingback"])
  }

  @Test func commentsOfItsFeedHangOnThePostsOfItsFeed() async throws {
    let feeds = FeedsNetwork(wire: wire, clock: PeerClock())
    let offers = try await feeds.offers(for: peer.address)
    let posts = try #require(offers.first { $0.kind == FeedsNetwork.Kind.feed })
    let comments = try #require(offers.first { $0.kind == FeedsNetwork.Kind.comments })
    #expect(comments.target == "\(peer.address)/comments/feed/")
    let post = try await people.post("Feeding bells", "Bells eat nothing.", slug: "feeding")
    try await people.comment("What do they eat?", by: "Mia", under: post.id)
    let listed =
      try await people.ask(.get, "comments?status=hold&post=\(post.id)") as? [[String: Any]]
    for comment in listed ?? [] {
      try await people.ask(
        .post, "comments/\(comment["id"] as? Int ?? 0)", ["status": "approved"])
    }
    func hear(_ offer: Offer, since cursor: String? = nil) async throws -> Heard {
      try await feeds.listen(
        to: ListeningSource(id: ID(1), kind: offer.kind, target: offer.target, cursor: cursor))
    }
    let heard = try await hear(posts)
    let entry = try #require(heard.posts.first { $0.title == "Feeding bells" })
    #expect(entry.reference.address == post.link)
    let said = try await hear(comments)
    let comment = try #require(said.post("What do they eat?"))
    #expect(comment.parent == entry.reference.remoteID)
    #expect(comment.author.name == "Mia")
    // The comments of one post, which its feed names.
    let own = try #require(
      try await feeds.offers(for: post.link).first {
        $0.kind == FeedsNetwork.Kind.comments && $0.target != comments.target
      })
    #expect(
      try await hear(own).post("What do they eat?")?.parent == entry.reference.remoteID)
    // Nothing is told twice, and what did not change costs an empty answer.
    #expect(try await hear(posts, since: heard.cursor).events.isEmpty)
    #expect(try await hear(comments, since: said.cursor).events.isEmpty)
  }

  @Test func aPostThatIsToldOfOurPageKeepsThePingback() async throws {
    let post = try await people.post("Told bells", "Told.", slug: "told")
    let page = "\(peer.shop)/answer.html"
    try Data(
      "<!doctype html><title>Our answer</title><p>We read <a href=\"\(post.link)\">this</a> here.</p>"
        .utf8
    ).write(to: URL(filePath: peer.shopFolder).appending(path: "answer.html"))
    #expect(try await web.tell(post.link, that: page))
    // Telling twice is harmless, and leaves one.
    #expect(try await web.tell(post.link, that: page))
    let kept =
      try await people.ask(
        .get, "comments?type=pingback&status=all&context=edit&post=\(post.id)")
      as? [[String: Any]]
    #expect(kept?.map { $0["author_url"] as? String } == [page])
    // A page that does not point there is refused by the site.
    try Data("<!doctype html><title>Nothing</title><p>Nothing.</p>".utf8)
      .write(to: URL(filePath: peer.shopFolder).appending(path: "nothing.html"))
    let error = await #expect(throws: NetworkError.self) {
      try await web.tell(post.link, that: "\(peer.shop)/nothing.html")
    }
    #expect(error?.kind == .refused)
  }

  @Test func aPostOfItsThatPointsToUsIsUnderstood() async throws {
    let target = "\(peer.shop)/bells.html"
    let post = try await people.post(
      "What I think of bells",
      "<p>Before.</p><p>The <a href=\"\(target)\">bells of the corner</a> are too loud.</p>",
      slug: "loud")
    let site = ListeningSource(
      id: ID(1), kind: WebNetwork.mentions, target: "\(peer.shop)/", cursor: nil)
    let mention = RemoteMention(page: post.link, target: target)
    let found = try await web.look(at: mention, before: nil, for: site)
    #expect(found.kind.isPost)
    let said = try #require(
      found.events.compactMap { if case .post(let post) = $0 { post } else { nil } }
        .first { $0.reference.address == post.link })
    #expect(said.text.plain.contains("The bells of the corner are too loud."))
    #expect(said.title?.contains("What I think of bells") == true)
    #expect(!said.toUs, "it points to us and does not speak to us")
    try await people.ask(.delete, "posts/\(post.id)?force=true")
    let gone = try await web.look(at: mention, before: found.kind, for: site)
    #expect(gone.events == [.removed(said.reference.remoteID)])
  }
}
