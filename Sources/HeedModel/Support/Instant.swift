/// A point in time, to the millisecond, in UTC: what the record stores.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since the first of January 1970, 00:00 UTC.
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }
  public init(seconds: Int64) { self.milliseconds = seconds * 1000 }

  public static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }
  public static func + (a: Self, b: Duration) -> Self {
    Self(milliseconds: a.milliseconds + b.milliseconds)
  }
  public static func - (a: Self, b: Duration) -> Self {
    Self(milliseconds: a.milliseconds - b.milliseconds)
  }
  /// The time from `b` to `a`; negative if `a` is the earlier.
  public static func - (a: Self, b: Self) -> Duration {
    .milliseconds(a.milliseconds - b.milliseconds)
  }
}

extension Duration {
  /// Whole milliseconds, rounded towards zero.
  public var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
  public static func minutes(_ n: Int64) -> Self { .seconds(n * 60) }
  public static func hours(_ n: Int64) -> Self { .seconds(n * 3600) }
  public static func days(_ n: Int64) -> Self { .seconds(n * 86400) }
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
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes(count).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }
}
