/// A point in time, to the millisecond, in UTC: what the record stores.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since the first of January 1970, 00:00 UTC.
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }
  /// Beyond what milliseconds can count, as only a broken or hostile server tells, it is the end of what they can.
  public init(seconds: Int64) { self.milliseconds = seconds.saturating(times: 1000) }

  public static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }
  public static func + (a: Self, b: Duration) -> Self {
    Self(milliseconds: a.milliseconds.saturating(plus: b.milliseconds))
  }
  public static func - (a: Self, b: Duration) -> Self {
    Self(milliseconds: a.milliseconds.saturating(minus: b.milliseconds))
  }
  /// The time from `b` to `a`; negative if `a` is the earlier.
  public static func - (a: Self, b: Self) -> Duration {
    .milliseconds(a.milliseconds.saturating(minus: b.milliseconds))
  }
}

/// Times come from strangers, and sums of numbers that are too large would end the process.
extension Int64 {
  fileprivate func saturating(times other: Int64) -> Int64 {
    let (product, isTooLarge) = multipliedReportingOverflow(by: other)
    return isTooLarge ? ((self < 0) == (other < 0) ? .max : .min) : product
  }

  fileprivate func saturating(plus other: Int64) -> Int64 {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? (self < 0 ? .min : .max) : sum
  }

  fileprivate func saturating(minus other: Int64) -> Int64 {
    let (rest, isTooLarge) = subtractingReportingOverflow(other)
    return isTooLarge ? (self < 0 ? .min : .max) : rest
  }
}

extension Duration {
  /// Whole milliseconds, rounded towards zero.
  public var milliseconds: Int64 {
    components.seconds.saturating(times: 1000)
      .saturating(plus: components.attoseconds / 1_000_000_000_000_000)
  }
  public static func minutes(_ n: Int64) -> Self { .seconds(n.saturating(times: 60)) }
  public static func hours(_ n: Int64) -> Self { .seconds(n.saturating(times: 3600)) }
  public static func days(_ n: Int64) -> Self { .seconds(n.saturating(times: 86400)) }
}

/// Where the desk reads the time and waits; tests bring their own.
public protocol DeskClock: Sendable {
  func now() -> Instant
  /// Waits; ends early, throwing, when the task is cancelled.
  func sleep(for duration: Duration) async throws
}

/// Where ids and tokens get their randomness; tests bring their own.
public protocol Randomness: Sendable {
  func bytes(_ count: Int) -> [UInt8]
}

extension Randomness {
  public func number() -> UInt64 { bytes(8).reduce(0) { $0 << 8 | UInt64($1) } }

  /// A fresh id for a record made at `instant`.
  public func id<Noun>(at instant: Instant, of _: Noun.Type = Noun.self) -> ID<Noun> {
    ID(IDLayout.id(at: instant, tail: Int64(truncatingIfNeeded: number() >> 1)))
  }

  /// Text of `bytes` random bytes in lower-case hexadecimal.
  public func token(bytes count: Int = 32) -> String {
    Hex.text(bytes(count))
  }
}
