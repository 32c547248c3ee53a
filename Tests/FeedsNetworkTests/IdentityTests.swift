import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import FeedsNetwork

/// Which entry is which, what is an edit, and what is gone.
struct IdentityTests {
  private let wire = ScriptedWire()
  private let clock = ManualClock(FeedDate.read("2026-05-05T12:00:00Z") ?? Instant(seconds: 0))
  private var network: FeedsNetwork { FeedsNetwork(wire: wire, clock: clock) }
  private let place = "https://bells.example/feed"

  private func hear(
    _ body: String, cursor: String? = nil, kind: String = "feed", at address: String? = nil
  )
    async throws -> Heard
  {
    wire.on(.get, address ?? place, times: 1, status: 200, body: body)
    return try await network.listen(
      to: ListeningSource(id: ID(1), kind: kind, target: address ?? place, cursor: cursor))
  }

  private func posts(_ heard: Heard) -> [RemotePost] {
    heard.events.compactMap { if case .post(let post) = $0 { post } else { nil } }
  }

  private func rss(_ items: String, link: String = "https://bells.example/") -> String {
    "<rss version=\"2.0\"><channel><title>B</title><link>\(link)</link>\(items)</channel></rss>"
  }

  private func atom(_ entries: String) -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"
    xmlns:thr="http://purl.org/syndication/thread/1.0">\(entries)</feed>
    """
  }

  @Test func withoutAnIDThePageThenTheWordsTellEntriesApart() async throws {
    let body = rss(
      """
      <item><title>A</title><link>/a</link></item><item><title>B</title></item>
      <item><description>C</description></item><item><title>B</title></item>
      """)
    let first = try await hear(body)
    #expect(Set(posts(first).map(\.reference.remoteID)).count == 3)
    #expect(posts(first).contains { $0.reference.remoteID == RemoteID("https://bells.example/a") })
    #expect(try await posts(hear(body, cursor: first.cursor)).isEmpty)
  }

  @Test func anIDThatEverythingBearsIsNone() async throws {
    let pages = rss(
      "<item><guid>0</guid><link>/a</link></item><item><guid>0</guid><link>/b</link></item>")
    #expect(try await posts(hear(pages)).count == 2)
    let words = rss(
      "<item><guid>0</guid><title>A</title></item><item><guid>0</guid><title>B</title></item>")
    #expect(try await posts(hear(words)).count == 2)
    let doubles = rss(
      "<item><guid>1</guid><title>A</title></item><item><guid>1</guid><title>A</title></item>")
    #expect(try await posts(hear(doubles)).count == 1)
  }

  @Test func ofSeveralStatesOfAnAtomEntryTheLastCounts() async throws {
    let heard = try await hear(
      atom(
        """
        <entry><id>urn:uuid:1</id><title>Old</title><updated>2026-05-04T10:00:00Z</updated></entry>
        <entry><id>urn:uuid:1</id><title>New</title><updated>2026-05-05T10:00:00Z</updated></entry>
        """))
    #expect(posts(heard).map(\.title) == ["New"])
  }

  @Test func whatLeavesTheWindowIsNotDeletedAndWhatComesBackIsNotNew() async throws {
    let one = "<item><guid>1</guid><title>One</title></item>"
    let two = "<item><guid>2</guid><title>Two</title></item>"
    let first = try await hear(rss(one + two))
    let second = try await hear(rss(two), cursor: first.cursor)
    #expect(second.events.isEmpty)
    let third = try await hear(rss(one + two), cursor: second.cursor)
    #expect(third.events.isEmpty)
  }

  @Test func aStoneAboveAnEntryTakesItAwayUnlessItCameAgain() async throws {
    let entry =
      "<entry><id>urn:uuid:1</id><title>One</title><updated>2026-05-04T10:00:00Z</updated></entry>"
    let first = try await hear(atom(entry))
    let stone = "<at:deleted-entry ref=\"urn:uuid:1\" when=\"2026-05-05T10:00:00Z\"/>"
    let id = try #require(posts(first).first?.reference.remoteID)
    let gone = try await hear(atom(stone + entry), cursor: first.cursor)
    #expect(gone.events == [.removed(id)])
    #expect(try await hear(atom(stone), cursor: gone.cursor).events.isEmpty)
    let again = entry.replacing("05-04", with: "05-06").replacing("One", with: "Again")
    #expect(
      try await posts(hear(atom(stone + again), cursor: gone.cursor)).map(\.title) == ["Again"])
  }

  @Test func zerosOfACalendarAreNoDays() async throws {
    for zero in ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"] {
      let heard = try await hear(rss("<item><guid>\(zero)</guid><pubDate>\(zero)</pubDate></item>"))
      #expect(posts(heard).first?.publishedAt == clock.now())
    }
  }

  @Test func commentsFindTheirPostThroughAnotherFeedOfTheSite() async throws {
    let post = try #require(
      posts(
        try await hear(atom("<entry><id>tag:host.example,1999:post-1</id><title>P</title></entry>"))
      )
      .first)
    let comment = try #require(
      posts(
        try await hear(
          atom(
            """
            <entry><id>tag:host.example,1999:post-2</id><title>C</title>
            <thr:in-reply-to ref="tag:host.example,1999:post-1" href="https://bells.example/1"/></entry>
            """), kind: FeedsNetwork.Kind.comments, at: "https://bells.example/comments")
      ).first)
    #expect(comment.parent == post.reference.remoteID)
  }

  @Test func anAnswerToACommentHangsOnTheComment() async throws {
    let heard = try await hear(
      rss(
        """
        <item><guid isPermaLink="false">https://bells.example/?p=1#comment-5</guid>
        <link>https://bells.example/one/#comment-5</link>
        <description>In reply to &lt;a href="https://bells.example/one/#comment-4"&gt;Ana&lt;/a&gt;.
        Yes.</description></item>
        <item><guid isPermaLink="false">https://bells.example/?p=1#comment-4</guid>
        <description>See &lt;a href="https://bells.example/two/#part"&gt;there&lt;/a&gt;.</description></item>
        """), kind: FeedsNetwork.Kind.comments)
    let parents = Dictionary(
      uniqueKeysWithValues: posts(heard).map { ($0.reference.remoteID.rawValue, $0.parent) })
    let start = "https://bells.example/?p=1"
    #expect(parents["\(start)#comment-5"] == RemoteID("\(start)#comment-4"))
    #expect(parents["\(start)#comment-4"] == RemoteID(start))
  }

  @Test func commentsOfOnePageHangOnIt() async throws {
    let heard = try await hear(
      rss("<item><guid>c7</guid><title>Re</title></item>", link: "https://bells.example/one"),
      kind: FeedsNetwork.Kind.comments)
    #expect(posts(heard).first?.parent == RemoteID("https://bells.example/one"))
    let whole = try await hear(
      rss("<item><guid>c8</guid><title>Re</title></item>"), kind: FeedsNetwork.Kind.comments)
    #expect(posts(whole).first?.parent == nil)
  }

  /// Ids with a session, a counter or the time of asking in them: the same entries would be told at every pass.
  @Test func anEntryThatIsOnlyCalledAnewIsToldOnce() async throws {
    func items(_ asking: Int, _ numbers: ClosedRange<Int>) -> String {
      numbers.map {
        """
        <item><guid>\(asking)-\($0)</guid><title>Bell \($0)</title>
        <link>https://bells.example/\($0)?session=\(asking)</link>
        <pubDate>Tue, 05 May 2026 0\($0):00:00 GMT</pubDate></item>
        """
      }.joined()
    }
    let first = try await hear(rss(items(1, 1...3)))
    #expect(posts(first).count == 3)
    let second = try await hear(rss(items(2, 1...4)), cursor: first.cursor)
    #expect(posts(second).map(\.title) == ["Bell 4"])
    let third = try await hear(rss(items(3, 2...4)), cursor: second.cursor)
    #expect(posts(third).isEmpty)
    let fourth = try await hear(rss(items(3, 2...4)), cursor: third.cursor)
    #expect(posts(fourth).isEmpty)
  }

  @Test func likeEntriesThatStandSideBySideAreTwo() async throws {
    func item(_ id: Int) -> String {
      "<item><guid>\(id)</guid><title>Ding</title><link>https://bells.example/a</link></item>"
    }
    func bare(_ id: Int) -> String { "<item><guid>\(id)</guid><title>Dong</title></item>" }
    let first = try await hear(rss(item(1)))
    let second = try await hear(rss(item(2) + item(1)), cursor: first.cursor)
    #expect(posts(second).count == 1)
    // Where nothing but the words is alike, it may be said again.
    let third = try await hear(rss(bare(1)))
    #expect(try await posts(hear(rss(bare(2)), cursor: third.cursor)).count == 1)
  }

  @Test func aCommentBelowAPageBeginsAThreadAndAnAnswerToACommentDoesNot() async throws {
    let body = atom(
      """
      <entry><id>https://bells.example/a#comment-1</id><title>One</title>
      <thr:in-reply-to ref="https://bells.example/a"/></entry>
      <entry><id>https://bells.example/a#comment-2</id><title>Two</title>
      <thr:in-reply-to ref="https://bells.example/a#comment-1"/></entry>
      <entry><id>tag:bells.example,2026:3</id><title>Three</title></entry>
      """)
    let told = try await posts(hear(body, kind: FeedsNetwork.Kind.comments))
    #expect(
      told.sorted { $0.title ?? "" < $1.title ?? "" }.map(\.isOpening) == [true, true, false])
    #expect(try await posts(hear(body, at: "https://bells.example/b")).allSatisfy { !$0.isOpening })
  }
}
