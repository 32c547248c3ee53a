package import HeedModel

extension Found {
  /// What was not found did not arrive, once it had the time to show: whatever was accepted just now may show only in
  /// a moment.
  /// - Parameter settling: for how long after the last attempt nothing is called absent.
  /// - Throws: `NetworkError(.temporary)` until then, with what is left of it.
  package static func absent(
    _ message: OutgoingMessage, at host: String, settling: Duration, now: Instant
  ) throws -> Found {
    let age = now - (message.doubtedAt ?? message.firstTriedAt)
    guard age < settling else { return .absent }
    throw NetworkError(
      .temporary,
      """
      \(host) may still be taking the message in. \
      The desk looks again before it sends anything.
      """,
      retryAfter: settling - max(age, .zero))
  }
}
