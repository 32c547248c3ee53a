import Foundation
import HeedModel
import HeedNetwork

/// Asks for documents, politely: with what was there before, and without asking for more than was
/// said.
struct FeedClient: Sendable {
  let wire: any Wire
  let clock: any DeskClock

  struct Document: Sendable {
    var bytes: [UInt8]
    var contentType: String?
    var language: String?
    /// After redirects.
    var address: String
    var movedForGood: Bool
  }

  struct Answer: Sendable {
    /// `nil` when nothing changed.
    var document: Document?
    var headers: AnswerHeaders
  }

  private static let accept =
    "application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, "
    + "application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.5, */*;q=0.1"

  /// - Throws: `NetworkError` for whatever brings no document.
  func ask(_ address: String, etag: String? = nil, modified: String? = nil) async throws -> Answer {
    var headers = [(name: "accept", value: Self.accept)]
    if let etag { headers.append(("if-none-match", etag)) }
    if let modified { headers.append(("if-modified-since", modified)) }
    let response: WireResponse
    do {
      response = try await wire.send(
        WireRequest(.get, address, headers: headers, maximumBytes: FeedLimits.bytes))
    } catch let error as WireError {
      throw Self.trouble(error, at: address)
    }
    let answered = AnswerHeaders(response.headers, receivedAt: clock.now())
    if response.status == 304, etag != nil || modified != nil {
      return Answer(document: nil, headers: answered)
    }
    guard (200...299).contains(response.status) else {
      throw Self.trouble(status: response.status, headers: answered, at: address)
    }
    guard !response.body.isEmpty else {
      throw NetworkError(
        .temporary,
        "The site answers with nothing. What was heard before is kept. It is asked again.",
        retryAfter: answered.retryAfter)
    }
    return Answer(
      document: Document(
        bytes: response.body, contentType: response.header("content-type"),
        language: response.header("content-language"), address: response.address,
        movedForGood: response.movedForGood),
      headers: answered)
  }

  /// - Throws: `.malformed` when no feed stands there.
  func feed(in document: Document) throws -> ParsedFeed {
    do {
      var feed = try FeedParser.parse(
        document.bytes, contentType: document.contentType, address: document.address)
      feed.language = feed.language ?? document.language
      return feed
    } catch FeedParser.Failure.tooLarge {
      throw NetworkError(
        .malformed,
        """
        This feed is larger than \(FeedLimits.bytes >> 20) MB. What was heard before is kept. \
        Listen to a smaller feed of the same site instead.
        """)
    } catch {
      throw NetworkError(
        .malformed,
        """
        At \(document.address) stands no feed any more that can be read. What was heard before is \
        kept. If the site has a new feed, type its address and take this source away.
        """)
    }
  }
}

/// The headers of an answer that say something about asking again.
struct AnswerHeaders: Sendable {
  private let all: [(name: String, value: String)]
  private let receivedAt: Instant?

  init(_ headers: [(name: String, value: String)], receivedAt: Instant? = nil) {
    all = headers
    self.receivedAt = receivedAt
  }

  /// When the site answered, by its own clock where it says so.
  private var date: Instant? { self["date"].flatMap(FeedDate.read) ?? receivedAt }

  subscript(name: String) -> String? {
    all.first { $0.name.lowercased() == name }?.value.trimmed.nonEmpty
  }

  /// `X-Robots-Tag` in any of its lines.
  var asksNotToIndex: Bool {
    all.contains { $0.name.lowercased() == "x-robots-tag" && RobotsMark.optsOut($0.value) }
  }

  /// Seconds, or the time from the answer's own date to the one that is named (RFC 9110, 10.2.3).
  var retryAfter: Duration? {
    guard let value = self["retry-after"] else { return nil }
    if let seconds = Int64(value) { return seconds < 0 ? nil : .seconds(min(seconds, 30 * 86400)) }
    guard let until = FeedDate.read(value), let from = date else { return nil }
    return until > from ? min(until - from, .days(30)) : nil
  }

  /// `max-age` of Cache-Control, else the time until `Expires`; a day at most.
  var maxAge: Duration? {
    let control = self["cache-control"] ?? ""
    if control.isEmpty, let end = self["expires"].flatMap(FeedDate.read), let from = date,
      end > from
    {
      return min(end - from, .days(1))
    }
    for part in control.lowercased().split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1).map(\.trimmed)
      if pair.count == 2, pair[0] == "max-age",
        let seconds = Int64(pair[1].trimming { $0 == "\"" }), seconds > 0
      {
        return .seconds(min(seconds, 86400))
      }
    }
    return nil
  }

  /// WebSub hubs and the topic's own address from `Link` (https://www.w3.org/TR/websub/#discovery).
  func links(_ rel: String) -> [String] {
    LinkHeader.links(in: all).filter { $0.rels.contains(rel) }.map(\.target)
  }

  /// Feeds that the answer announces beside its page (RFC 8288).
  var feeds: [String] {
    LinkHeader.links(in: all).filter { link in
      link.rels.contains("alternate") && link.type.map(PageLinks.types.contains) ?? false
    }.map(\.target)
  }
}
