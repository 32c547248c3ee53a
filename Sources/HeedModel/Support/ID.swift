/// The number of a record of one kind: `ID<Post>` is never taken for `ID<Member>`.
///
/// The upper 42 bits are milliseconds since 1970, the lower 21 chosen so that the whole is unique: order of ids
/// is order of time. For posts the time is that of publication, for everything else that of the record.
public struct ID<Noun>: Hashable, Comparable, Sendable, LosslessStringConvertible {
  public let value: Int64

  public init(_ value: Int64) { self.value = value }

  /// Reads the decimal form that addresses and JSON carry; nothing else, and no sign.
  public init?(_ description: String) {
    guard let first = description.utf8.first, (48...57).contains(first),
      let value = Int64(description)
    else { return nil }
    self.value = value
  }

  public var description: String { String(value) }

  public static func < (a: Self, b: Self) -> Bool { a.value < b.value }
}

/// How the 64 bits of an id are shared between time and tail.
public enum IDLayout {
  /// Bits below the time.
  public static let tailBits: Int64 = 21
  public static let tailMask: Int64 = (1 << tailBits) - 1

  /// The id of an instant with a tail. Instants before 1970 count as 1970; those past the year 2109 as the last.
  public static func id(at instant: Instant, tail: Int64) -> Int64 {
    let time = min(max(instant.milliseconds, 0), (1 << 42) - 1)
    return (time << tailBits) | (tail & tailMask)
  }

  /// The instant that an id carries.
  public static func instant(of id: Int64) -> Instant { Instant(milliseconds: id >> tailBits) }
}

extension ID {
  /// The instant in the upper bits.
  public var instant: Instant { IDLayout.instant(of: value) }

  /// The smallest id of an instant: a bound for searches by time.
  public static func first(at instant: Instant) -> Self { Self(IDLayout.id(at: instant, tail: 0)) }
}
