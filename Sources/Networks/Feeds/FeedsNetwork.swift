public import HeedModel
public import HeedNetwork

/// Feeds: what sites and people publish for programs to read. Heard from here, answered where it
/// stands.
///
/// Two kinds of source: `feed`, and `comments` for a feed whose entries answer something.
public struct FeedsNetwork: Network {
  /// The kinds of its sources.
  public enum Kind {
    public static let feed = "feed"
    public static let comments = "comments"
  }

  public let name = NetworkName("feeds")
  public let title: Message = "Feeds"
  public let replyReach = ReplyReach.page

  let client: FeedClient
  let clock: any DeskClock

  public init(wire: any Wire, clock: any DeskClock) {
    client = FeedClient(wire: wire, clock: clock)
    self.clock = clock
  }

  public func capabilities(of account: AccountAccess?) async throws -> Capabilities { .feeds }

  /// Brings what is new and what reads differently since the cursor; an entry that stands unchanged
  /// is not told again, and one that left the window of the feed is not taken for deleted.
  /// - Throws: `.gone` for 410, `.rateLimited` with its time for 429, `.malformed` when a page
  ///   stands there instead.
  public func listen(to source: ListeningSource) async throws -> Heard {
    var cursor = FeedCursor(source.cursor)
    let answer = try await ask(source, cursor: &cursor)
    let now = clock.now()
    guard let document = answer.document else {
      return Heard(
        cursor: cursor.written,
        next: FeedTempo(headers: answer.headers, pace: cursor.pace, asked: cursor.asked)
          .next(after: now))
    }
    let feed = try client.feed(in: document)
    if document.movedForGood { cursor.address = document.address }
    // What was cut on its way is asked for whole the next time.
    cursor.etag = feed.wasCut ? nil : answer.headers["etag"]
    cursor.modified = feed.wasCut ? nil : answer.headers["last-modified"]
    cursor.asked = feed.pace
    let incoming = Incoming(
      feed: feed, source: source, now: now,
      optedOut: feed.asksNotToIndex || answer.headers.asksNotToIndex)
    let events = incoming.events(since: &cursor)
    cursor.pace = FeedTempo.pace(of: feed, now: now)
    return Heard(
      events: events, cursor: cursor.written,
      next: FeedTempo(headers: answer.headers, pace: cursor.pace, asked: feed.pace)
        .next(after: now),
      name: feed.title?.words.nonEmpty,
      notes: WebSub.hub(of: feed, headers: answer.headers).map {
        NotePlace(address: $0.hub, subject: $0.topic)
      })
  }

  /// At the place where it moved; where nothing stands there any more, at the old one, which may
  /// know better by now.
  private func ask(_ source: ListeningSource, cursor: inout FeedCursor) async throws
    -> FeedClient.Answer
  {
    do {
      return try await client.ask(
        cursor.address ?? source.target, etag: cursor.etag, modified: cursor.modified)
    } catch let error as NetworkError where cursor.address != nil && error.isOfALostAddress {
      cursor.address = nil
      return try await client.ask(source.target)
    }
  }

  /// What can be heard at an address: the feed that stands there, or those that its page announces,
  /// or the first of a few customary places. A word that is no address means nothing here.
  /// - Throws: `.refused` when the page asks programs to keep away.
  public func offers(for typed: String) async throws -> [Offer] {
    try await Discovery(client: client, network: name).offers(for: typed)
  }
}
