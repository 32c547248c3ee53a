public import HeedModel
public import HeedNetwork

/// The subscriber's side of WebSub (https://www.w3.org/TR/websub/), in pieces without state.
///
/// Only for a desk with a public address: a hub calls back. Whoever serves the callback keeps the
/// subscription (topic, hub, secret, end of the lease) and goes on asking the feed now and then,
/// for hubs lose notes.
public enum WebSub {
  /// The hub and the topic of a feed: headers before what the feed says, https before http.
  public static func hub(of feed: ParsedFeed, headers: [(name: String, value: String)])
    -> (hub: String, topic: String)?
  {
    hub(of: feed, headers: AnswerHeaders(headers))
  }

  static func hub(of feed: ParsedFeed, headers: AnswerHeaders) -> (hub: String, topic: String)? {
    let hubs = headers.links("hub") + feed.hubs
    guard let topic = headers.links("self").first ?? feed.selfLink,
      let hub = hubs.first(where: { $0.hasPrefix("https:") })
        ?? hubs.first(where: FeedAddress.isWeb)
    else { return nil }
    return (hub, topic)
  }

  /// Asks a hub to call `callback` with what is new in `topic`.
  /// - Parameter secret: random, under 200 bytes, one a subscription; it proves what the hub sends.
  public static func subscription(
    to topic: String, at hub: String, callback: String, secret: String,
    lease: Duration = .days(10), isEnding: Bool = false
  ) -> WireRequest {
    let form = [
      ("hub.mode", isEnding ? "unsubscribe" : "subscribe"), ("hub.topic", topic),
      ("hub.callback", callback), ("hub.lease_seconds", String(lease.milliseconds / 1000)),
      ("hub.secret", secret),
    ]
    let body = WebQuery.encode(form)
    return WireRequest(
      .post, hub, headers: [("content-type", "application/x-www-form-urlencoded")],
      body: Array(body.utf8), maximumBytes: 64 << 10)
  }

  /// What a hub's question at the callback deserves.
  public enum Confirmation: Sendable, Hashable {
    /// Answer 200 with these words as the whole body; the lease ends after so long.
    case echo(String, lease: Duration?)
    /// The hub says no: go on asking the feed.
    case denied(reason: String?)
    /// Not what was asked for: answer 404.
    case unknown
  }

  /// Checks a hub's question against what this desk asked for, so that nobody else can subscribe it
  /// to anything.
  public static func confirm(_ query: [String: String], topic: String, isEnding: Bool = false)
    -> Confirmation
  {
    guard query["hub.topic"] == topic else { return .unknown }
    if query["hub.mode"] == "denied" { return .denied(reason: query["hub.reason"]) }
    guard query["hub.mode"] == (isEnding ? "unsubscribe" : "subscribe"),
      let challenge = query["hub.challenge"], !challenge.isEmpty, challenge.utf8.count <= 4096
    else { return .unknown }
    let seconds = query["hub.lease_seconds"].flatMap { Int64($0) }.flatMap { $0 > 0 ? $0 : nil }
    return .echo(challenge, lease: seconds.map { .seconds(min($0, 366 * 86400)) })
  }

  /// Whether `X-Hub-Signature` proves that the body comes from the hub. What does not prove it is
  /// to be dropped with an answer of success, so that nobody can probe for the secret.
  /// - Parameter hmac: the code of a body by the subscription's secret for `sha1`, `sha256`,
  ///   `sha384` or `sha512`; `nil` for a method that is not known.
  public static func isProven(
    _ signature: String?, body: [UInt8], hmac: (_ method: String, _ body: [UInt8]) -> [UInt8]?
  ) -> Bool {
    SignedNote.isProven(
      signature, body: body, methods: ["sha1", "sha256", "sha384", "sha512"], code: hmac)
  }
}
