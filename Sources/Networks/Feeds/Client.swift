import Foundation
import HeedModel
import HeedNetwork

/// Asks for documents, politely: with what was there before, and without asking for more than was
/// said.
struct FeedClient: Sendable {
  let wire: any Wire

  struct Document: Sendable {
    var bytes: [UInt8]
    var contentType: String?
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
    let answered = AnswerHeaders(response.headers)
    if response.status == 304, etag != nil || modified != nil {
      return Answer(document: nil, headers: answered)
    }
    guard (200...299).contains(response.status) else {
      throw Self.trouble(status: response.status, headers: answered, at: address)
    }
    return Answer(
      document: Document(
        bytes: response.body, contentType: response.header("content-type"),
        address: response.address, movedForGood: response.movedForGood),
      headers: answered)
  }

  /// - Throws: `.malformed` when no feed stands there.
  func feed(in document: Document) throws -> ParsedFeed {
    do {
      return try FeedParser.parse(
        document.bytes, contentType: document.contentType, address: document.address)
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

  private static func trouble(status: Int, headers: AnswerHeaders, at address: String)
    -> NetworkError
  {
    let kept: Message = "What was heard before is kept."
    switch status {
    case 410:
      return NetworkError(
        .gone, "The site says that this feed is gone for good. \(kept) Take the source away.")
    case 404:
      return NetworkError(
        .temporary,
        """
        The site finds nothing at \(address). \(kept) It is asked again; if it stays so, look for \
        the feed's new address.
        """)
    case 429:
      return NetworkError(
        .rateLimited, "The site asks for patience. \(kept) It is asked again later.",
        retryAfter: headers.retryAfter)
    case 401, 402, 403, 407, 451:
      return NetworkError(
        .refused,
        """
        The site does not let this desk read the feed (\(status)). \(kept) Ask its owner, or take \
        the source away.
        """)
    case 500...:
      return NetworkError(
        .temporary, "The site has a fault of its own (\(status)). \(kept) It is asked again.",
        retryAfter: headers.retryAfter)
    default:
      return NetworkError(
        .refused, "The site answers with \(status), not with a feed. \(kept) Check the address.",
        retryAfter: headers.retryAfter)
    }
  }

  private static func trouble(_ error: WireError, at address: String) -> NetworkError {
    let kind: NetworkError.Kind
    switch error.kind {
    case .forbidden, .tooLarge, .untrusted: kind = .refused
    case .malformed: kind = .malformed
    case .unreachable, .timeout, .cut, .resting: kind = .temporary
    }
    return NetworkError(
      kind, "\(error.text) What was heard before is kept.",
      certainlyNotSent: error.certainlyNotSent, cause: error)
  }
}

/// The headers of an answer that say something about asking again.
struct AnswerHeaders: Sendable {
  private let all: [(name: String, value: String)]

  init(_ headers: [(name: String, value: String)]) { all = headers }

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
    guard let until = FeedDate.read(value), let from = self["date"].flatMap(FeedDate.read) else {
      return nil
    }
    return until > from ? min(until - from, .days(30)) : nil
  }

  /// `max-age` of Cache-Control.
  var maxAge: Duration? {
    for part in (self["cache-control"] ?? "").lowercased().split(separator: ",") {
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
    all.filter { $0.name.lowercased() == "link" }.flatMap { Self.targets(in: $0.value, rel: rel) }
  }

  private static func targets(in value: String, rel: String) -> [String] {
    value.matches(of: #/<([^>]*)>((?:\s*;\s*[^,;]+)*)/#).compactMap { match in
      let parameters = match.2.lowercased()
      guard
        let named = parameters.firstMatch(of: #/;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;]+))/#),
        (named.1 ?? named.2 ?? "").split(separator: " ").contains(Substring(rel))
      else { return nil }
      return String(match.1)
    }
  }
}
