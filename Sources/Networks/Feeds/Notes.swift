import HeedModel
public import HeedNetwork

/// WebSub: hubs tell what is new in a feed, as soon as it is there.
extension FeedsNetwork: TakingNotes {
  public func ask(_ place: NotePlace, callback: String, secret: String) async throws {
    let request = WebSub.subscription(
      to: place.subject, at: place.address, callback: callback, secret: secret)
    let response: WireResponse
    do {
      response = try await client.wire.send(request)
    } catch let error as WireError {
      throw NetworkError(
        .temporary, "The hub of this feed cannot be asked: \(error.text)",
        certainlyNotSent: error.certainlyNotSent, cause: error)
    }
    guard (200...299).contains(response.status) else {
      throw NetworkError(
        response.status >= 500 ? .temporary : .refused,
        "The hub of this feed answers with \(response.status).",
        retryAfter: AnswerHeaders(response.headers).retryAfter)
    }
  }

  public func confirm(_ query: [String: String], _ place: NotePlace) -> NoteConfirmation {
    switch WebSub.confirm(query, topic: place.subject) {
    case .echo(let challenge, let lease): .echo(challenge, lease: lease)
    case .denied: .denied
    case .unknown: .unknown
    }
  }

  public func isProven(
    _ note: InboundNote, code: (_ method: String, _ body: [UInt8]) -> [UInt8]?
  ) -> Bool {
    WebSub.isProven(note.header("x-hub-signature"), body: note.body, hmac: code)
  }

  /// A hub sends the feed as it stands, or the part of it that is new.
  public func read(_ note: InboundNote, for source: ListeningSource) throws -> Heard {
    let document = FeedClient.Document(
      bytes: note.body, contentType: note.header("content-type"), address: source.target,
      movedForGood: false)
    let feed = try client.feed(in: document)
    var cursor = FeedCursor(source.cursor)
    let incoming = Incoming(
      feed: feed, source: source, now: clock.now(), optedOut: feed.asksNotToIndex)
    let events = incoming.events(since: &cursor)
    return Heard(events: events, cursor: cursor.written)
  }
}
