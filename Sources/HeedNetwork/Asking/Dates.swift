package import HeedModel

/// Reads the times of the API and of HTTP.
package enum Dates {
  /// ISO 8601 as servers write it: any number of decimals, `Z` or an offset, or no zone at all
  /// for UTC.
  package static func instant(_ text: String?) -> Instant? {
    guard let text else { return nil }
    return iso(text) ?? sinceEpoch(text) ?? header(text)
  }

  /// Seconds or milliseconds since 1970, told apart by their length.
  private static func sinceEpoch(_ text: String) -> Instant? {
    guard let number = Int64(text), number > 0 else { return nil }
    switch text.utf8.count {
    case 9...10: return Instant(seconds: number)
    case 12...13: return Instant(milliseconds: number)
    default: return nil
    }
  }

  private static func iso(_ text: String) -> Instant? {
    var reader = Digits(text)
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
      reader.skip("-"), let day = reader.number(2),
      let days = WallTime.dayNumber(year: Int(year), month: Int(month), day: Int(day))
    else { return nil }
    guard reader.skip("T") || reader.skip("t") || reader.skip(" ") else {
      // A longer number begins like a date, too.
      guard reader.rest.isEmpty else { return nil }
      return Instant(seconds: days * 86400)
    }
    guard let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2),
      reader.skip(":"), let second = reader.number(2)
    else { return nil }
    let milliseconds = reader.skip(".") ? reader.decimals() : 0
    let clock = hour * 3600 + minute * 60 + second
    let local = days * 86400 + clock
    return Instant(milliseconds: (local - reader.offset()) * 1000 + milliseconds)
  }

  /// The `Date` header: `Sun, 06 Nov 1994 08:49:37 GMT`
  /// (https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7).
  package static func header(_ text: String?) -> Instant? {
    guard let parts = text?.split(separator: " "), parts.count >= 5, let day = Int(parts[1]),
      let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3])
    else { return nil }
    let clock = parts[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3 else { return nil }
    return WallTime.seconds(
      year: year, month: month + 1, day: day, hour: clock[0], minute: clock[1], second: clock[2]
    ).map { Instant(seconds: $0) }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private struct Digits {
    var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    mutating func number(_ count: Int) -> Int64? {
      guard rest.count >= count else { return nil }
      var value: Int64 = 0
      for byte in rest.prefix(count) {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int64(byte - 48)
      }
      rest = rest.dropFirst(count)
      return value
    }

    mutating func skip(_ mark: Character) -> Bool {
      guard let first = rest.first, first == mark.asciiValue else { return false }
      rest = rest.dropFirst()
      return true
    }

    mutating func decimals() -> Int64 {
      var value: Int64 = 0
      var scale: Int64 = 100
      while let byte = rest.first, (48...57).contains(byte) {
        value += Int64(byte - 48) * scale
        scale /= 10
        rest = rest.dropFirst()
      }
      return value
    }

    mutating func offset() -> Int64 {
      let sign: Int64 = skip("+") ? 1 : skip("-") ? -1 : 0
      guard sign != 0, let hours = number(2) else { return 0 }
      _ = skip(":")
      return sign * (hours * 3600 + (number(2) ?? 0) * 60)
    }
  }
}
