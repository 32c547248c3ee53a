import HeedModel
import HeedNetwork
import HeedTesting
import Testing
import WebNetwork

/// What pages of others are to pages of ours.
@Suite struct LookTests {
  let wire = MadeUpWeb()
  let clock = ManualClock()
  var web: WebNetwork { WebNetwork(wire, clock: clock) }
  static let page = "https://ana.example/7"

  func look(_ body: String, before: MentionFinding.Kind? = .nothing) async throws -> MentionFinding
  {
    wire.put(Self.page, body)
    return try await web.look(
      at: RemoteMention(page: Self.page, target: MadeUpWeb.target), before: before, for: site)
  }

  @Test func anAnswerSpeaksToUsAndHangsOnOurPage() async throws {
    let found = try await look(
      """
      <article class="h-entry" lang="en"><a class="p-author h-card" href="/">Ana Prado</a>
      <a class="u-in-reply-to" href="\(MadeUpWeb.target)">re</a>
      <time class="dt-published" datetime="2020-05-01T10:00+02:00">May</time>
      <div class="e-content">Is it <b>still</b> <a href="/there">there</a>?</div></article>
      """, before: nil)
    #expect(found.kind.isPost)
    guard case .post(let ours) = found.events.first, case .post(let post) = found.events.last else {
      Issue.record("\(found.events)")
      return
    }
    #expect(ours.title == "Our bells")
    #expect(ours.author == web.ourselves(at: site))
    #expect(ours.reference.remoteID == post.parent)
    #expect(post.toUs)
    #expect(post.title == nil)
    #expect(post.text.plain == "Is it still there?")
    #expect(post.text.links == ["https://ana.example/there"])
    #expect(post.author.name == "Ana Prado")
    #expect(post.author.remoteID == RemoteID("https://ana.example"))
    // Told today of a page of long ago: who speaks to us waits since they told us.
    #expect(post.publishedAt == clock.now())
  }

  @Test(arguments: [("like-of", Reaction.Kind.liked), ("repost-of", .shared)])
  func likesAndRepostsAreReactions(name: String, kind: Reaction.Kind) async throws {
    let found = try await look(
      #"<div class="h-entry"><a class="u-author" href="/">A</a><a class="u-\#(name)" href="\#(MadeUpWeb.target)"></a></div>"#
    )
    guard case .reaction(let reaction) = found.events.last else {
      Issue.record("\(found.events)")
      return
    }
    #expect(reaction.kind == kind)
    #expect(reaction.post == RemoteID(MadeUpWeb.target))
    let later = try await look("<p>Nothing.</p>", before: found.kind)
    guard case .reactionTakenBack(let back) = later.events.first else {
      Issue.record("\(later.events)")
      return
    }
    #expect(back.by.remoteID == reaction.by.remoteID)
  }

  @Test func aLinkInAPlainPageIsAboutUs() async throws {
    let found = try await look(
      """
      <title>My week</title><p>Rain.</p><p>I saw the <a href="\(MadeUpWeb.target)#top">bells</a>.</p>
      """)
    guard case .post(let post) = found.events.last else { return }
    #expect(!post.toUs)
    #expect(post.parent == nil)
    #expect(post.title == "My week")
    #expect(post.text.plain == "I saw the bells.")
    #expect(post.author.name == "ana.example")
  }

  @Test(arguments: [
    "<p>https://corner.example/bells</p>", "<!-- <a href=https://corner.example/bells> -->",
    "<a href='https://corner.example/bellsandmore'>x</a>",
    "<template><a href=https://corner.example/bells></template>",
  ])
  func aPageThatDoesNotPointThereIsNothing(body: String) async throws {
    let found = try await look(body)
    #expect(found.kind == .nothing)
    #expect(found.events.isEmpty)
  }

  @Test func whatOnlyLeadsToOurPageSaysNothing() async throws {
    wire.put(MadeUpWeb.target, "<link rel=canonical href=\(MadeUpWeb.target)><p>Our bells.")
    wire.redirect("https://evil.example/x", to: MadeUpWeb.target)
    let found = try await web.look(
      at: RemoteMention(page: "https://evil.example/x", target: MadeUpWeb.target), before: nil,
      for: site)
    #expect(found.kind == .nothing && found.events.isEmpty)
    // Nor does a page that only gives ours out as its own address.
    let copy = try await look("<link rel=canonical href='\(MadeUpWeb.target)'><p>Copied.")
    #expect(copy.kind == .nothing)
  }

  @Test func aPageIsOnePostByWhicheverAddressItIsToldOf() async throws {
    wire.put(Self.page, "<p><a href='\(MadeUpWeb.target)'>Bells</a>")
    wire.redirect("http://ana.example/7", to: Self.page)
    wire.redirect("https://short.example/a", to: Self.page)
    for address in [Self.page, "http://ana.example/7", "https://short.example/a"] {
      let found = try await web.look(
        at: RemoteMention(page: address, target: MadeUpWeb.target), before: nil, for: site)
      #expect(found.kind == .post(RemoteID(Self.page)))
      guard case .post(let post) = found.events.last else {
        Issue.record("\(found.events)")
        return
      }
      #expect(post.reference.remoteID == RemoteID(Self.page))
    }
    // Its first address leads nowhere any more: what it was known by is taken back.
    wire.put("https://short.example/a", "", status: 410)
    let gone = try await web.look(
      at: RemoteMention(page: "https://short.example/a", target: MadeUpWeb.target),
      before: .post(RemoteID(Self.page)), for: site)
    #expect(gone.events == [.removed(RemoteID(Self.page))] && !gone.isUnsure)
  }

  @Test(arguments: [
    ("text/plain", "See https://corner.example/bells.", true),
    ("text/plain", "See HTTPS://corner.example/bells, it rings", true),
    ("text/plain", "See https://corner.example/bellsandmore", false),
    ("application/json", #"{"u":"https:\/\/corner.example\/bells"}"#, true),
    ("application/json", #"{"u":"https://corner.example/bells/2"}"#, false),
    ("text/plain", "(see http://a.example, https://corner.example/bells).)", true),
    ("text/plain", "xhttps://corner.example/bells http://", true),
  ])
  func wordsWithoutMarksAndDataAreReadWhole(type: String, body: String, isFound: Bool) async throws
  {
    wire.put(Self.page, body, type: type)
    let found = try await web.look(
      at: RemoteMention(page: Self.page, target: MadeUpWeb.target), before: nil, for: site)
    #expect(found.kind.isPost == isFound)
  }

  /// What a stranger may have us look at: each would be read for hours if it were read more than a few times.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "http://a/" + String(repeating: ")", count: 8 << 20),
      String(repeating: "http://a/.,;:!?)]" + " ", count: 400_000),
      String(repeating: "http://", count: 1 << 20),
      "http://" + String(repeating: "h", count: 8 << 20),
    ])
  func aPageWithoutMarksIsReadOnce(body: String) async throws {
    wire.put(Self.page, body, type: "text/plain")
    let found = try await web.look(
      at: RemoteMention(page: Self.page, target: MadeUpWeb.target), before: nil, for: site)
    #expect(found.kind == .nothing)
  }

  @Test func whatStrangersNameIsMarkedAndOurOwnPageIsNot() async throws {
    _ = try await look(
      #"<div class="h-entry"><a class="u-author" href="https://other.example/ana">A</a><a class="u-in-reply-to" href="\#(MadeUpWeb.target)">re</a></div>"#,
      before: nil)
    let asked = wire.asked.map { ($0.address, $0.isNamedByOthers) }
    #expect(asked.contains { $0.0 == Self.page && $0.1 })
    #expect(asked.contains { $0.0.hasPrefix("https://other.example/") && $0.1 })
    #expect(asked.contains { $0.0 == MadeUpWeb.target && !$0.1 })
    #expect(asked.allSatisfy { $0.1 || $0.0.hasPrefix("https://corner.example/") })
  }

  @Test func aCertificateThatEndedIsNoRefusal() async throws {
    let failing = ScriptedWire()
    failing.on(
      .get, Self.page, throwing: WireError(.untrusted, "It ended.", certainlyNotSent: true))
    let error = await #expect(throws: NetworkError.self) {
      try await WebNetwork(failing, clock: clock).look(
        at: RemoteMention(page: Self.page, target: MadeUpWeb.target), before: nil, for: site)
    }
    #expect(error?.kind == .temporary)
  }

  @Test func aLongPageIsReadAsFarAsItsWordsGo() async throws {
    let body = "<p><a href='\(MadeUpWeb.target)'>Bells</a>" + String(repeating: "x", count: 3 << 20)
    #expect(try await look(body).kind.isPost)
    #expect(
      wire.asked.allSatisfy { $0.maximumBytes >= 4 << 20 || $0.address.hasSuffix("robots.txt") })
  }

  @Test(arguments: [404, 410]) func whatIsGoneIsTakenBack(status: Int) async throws {
    wire.put(Self.page, "", status: status)
    let found = try await web.look(
      at: RemoteMention(page: Self.page, target: MadeUpWeb.target), before: .post(nil), for: site)
    #expect(found.events == [.removed(RemoteID(Self.page))])
    #expect(found.isUnsure == (status == 404))
  }

  @Test func nobodySpeaksForAnotherSite() async throws {
    let found = try await look(
      """
      <div class="h-entry"><a class="u-author h-card" href="https://famous.example/">Famous</a>
      <a class="u-in-reply-to" href="\(MadeUpWeb.target)">re</a></div>
      """)
    #expect(found.author?.remoteID == RemoteID("https://ana.example#https://famous.example"))
    #expect(found.author?.address == "famous.example (ana.example)", "whose word it is is shown")
  }

  @Test func anAuthorsPageIsAskedForTheirCard() async throws {
    wire.put(
      "https://ana.example/about",
      """
      <div class="h-card"><a class="u-url u-uid" href="/about">Ana Prado</a></div>
      <div class="h-card"><a class="u-url" href="/other">Other</a></div>
      """)
    let body = """
      <link rel="author" href="/about"><div class="h-entry">
      <a class="u-in-reply-to" href="\(MadeUpWeb.target)">re</a></div>
      """
    #expect(try await look(body).author?.name == "Ana Prado")
    wire.put("https://ana.example/robots.txt", "User-agent: *\nDisallow: /about")
    let asked = WebNetwork(wire, clock: clock)
    let found = try await asked.look(
      at: RemoteMention(page: Self.page, target: MadeUpWeb.target), before: .nothing, for: site)
    #expect(found.author?.name == "ana.example/about")
  }

  @Test(arguments: ["noindex", "none", "noarchive", "noai"])
  func wishesOfAPageGoWithItsAuthor(wish: String) async throws {
    let link = #"<a href="\#(MadeUpWeb.target)">x</a>"#
    #expect(
      try await look(#"<meta name="robots" content="\#(wish)">"# + link).author?.optedOut == true)
    #expect(try await look(link).author?.optedOut == false)
    wire.put(Self.page, link, header: ("X-Robots-Tag", wish))
    let found = try await web.look(
      at: RemoteMention(page: Self.page, target: MadeUpWeb.target), before: .nothing, for: site)
    #expect(found.author?.optedOut == true)
  }

  @Test func ourOwnPageIsAskedForOnceByMany() async throws {
    let web = web
    for number in 0..<20 {
      let page = "https://ana.example/p\(number)"
      wire.put(page, #"<a href="\#(MadeUpWeb.target)">x</a>"#)
      _ = try await web.look(
        at: RemoteMention(page: page, target: MadeUpWeb.target), before: nil, for: site)
    }
    #expect(wire.asked.filter { $0.address == MadeUpWeb.target }.count == 1)
  }

  @Test func onlyPagesOfASiteAreItsOwn() {
    #expect(web.covers("https://corner.example/x?y=1", site))
    #expect(web.covers("http://corner.example", site))
    #expect(!web.covers("https://corner.example.evil.example/", site))
    #expect(!web.covers("https://other.example/corner.example/", site))
    let blog = ListeningSource(
      id: ID(1), kind: WebNetwork.mentions, target: "https://corner.example/blog", cursor: nil)
    #expect(web.covers("https://corner.example/blog/1", blog))
    #expect(!web.covers("https://corner.example/blogger", blog))
  }

  @Test func aSiteThatDoesNotNameTheDeskIsToldHow() async throws {
    wire.put("https://corner.example/", "<title>Bells</title>")
    let error = await #expect(throws: NetworkError.self) { try await web.listen(to: site) }
    #expect(error?.text.english.contains("https://desk.example/webmention") == true)
    wire.put(
      "https://corner.example/", #"<link rel="webmention" href="https://desk.example/webmention">"#)
    #expect(try await web.listen(to: site).events.isEmpty)
  }

  @Test func aPageThatTakesWebmentionsIsTold() async throws {
    wire.put(Self.page, "", header: ("Link", "</wm>; rel=webmention"))
    wire.put("https://ana.example/wm", "")
    #expect(try await web.tell(Self.page, that: "https://corner.example/a b"))
    let told = wire.asked.last
    #expect(told?.method == .post)
    #expect(
      String(decoding: told?.body ?? [], as: UTF8.self)
        == "source=https%3A%2F%2Fcorner.example%2Fa%20b&target=https%3A%2F%2Fana.example%2F7")
    wire.put(Self.page, "<p>None.</p>")
    #expect(try await !web.tell(Self.page, that: "https://corner.example/"))
  }
}
