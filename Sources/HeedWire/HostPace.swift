public import HeedModel

/// How a host wants to be asked, as far as it said, and how it has been doing.
public struct HostPace: Sendable, Hashable {
  /// Exchanges in a row that came to nothing.
  public var failures = 0
  /// Until then the desk leaves the host alone; after it, one exchange is tried.
  public var restsUntil: Instant?
  /// Until then the host asked us to wait, for requests like this one.
  public var waitsUntil: Instant?
  /// Calls that are left until `resetsAt`, if the host tells.
  public var remaining: Int?
  public var resetsAt: Instant?

  public init() {}
}

/// Stands behind a `WireError` of kind `resting`: when it is worth trying again.
public struct Resting: Error, Sendable, Hashable {
  public var until: Instant

  public init(until: Instant) { self.until = until }
}
