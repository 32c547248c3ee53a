public import HeedModel

/// Stands behind a `WireError` when a host answered, but would not open a stream.
public struct StreamRefusal: Error, Sendable, Hashable {
  /// 401: sign in again. 404, 501: this place has no such stream, ask instead.
  public var status: Int
  /// When the host wants to be asked again, if it said so.
  public var retryAt: Instant?

  public init(status: Int, retryAt: Instant? = nil) {
    self.status = status
    self.retryAt = retryAt
  }
}
