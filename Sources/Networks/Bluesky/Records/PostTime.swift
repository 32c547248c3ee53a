import HeedModel

/// Times as records write them (https://atproto.com/specs/lexicon#datetime).
enum PostTime {
  /// `2026-07-04T14:38:06.240Z`, with any number of decimals and any offset; `nil` for anything else.
  static func instant(_ text: String?) -> Instant? {
    microseconds(text).map { Instant(milliseconds: $0 / 1_000) }
  }

  /// The same in microseconds since 1970, which is what cursors count.
  static func microseconds(_ text: String?) -> Int64? {
    guard let text, text.utf8.count <= 64 else { return nil }
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[4] == 45, bytes[7] == 45, bytes[10] | 0x20 == 116,
      bytes[13] == 58, bytes[16] == 58,
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]),
      let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]),
      hour < 24, minute < 60, second <= 60,
      let days = WallTime.dayNumber(year: Int(year), month: Int(month), day: Int(day))
    else { return nil }
    var rest = bytes[19...]
    var millionths: Int64 = 0
    if rest.first == 46 {
      let decimals = rest.dropFirst().prefix { (48...57).contains($0) }
      guard !decimals.isEmpty else { return nil }
      millionths = number(Array((Array(decimals) + [48, 48, 48, 48, 48]).prefix(6))[...]) ?? 0
      rest = rest.dropFirst(1 + decimals.count)
    }
    guard let offset = offset(rest) else { return nil }
    let minutes = (days * 24 + hour) * 60 + minute - offset
    return (minutes * 60 + second) * 1_000_000 + millionths
  }

  private static func offset(_ rest: ArraySlice<UInt8>) -> Int64? {
    let bytes = Array(rest)
    if bytes == [90] || bytes == [122] { return 0 }
    guard bytes.count == 6, bytes[0] == 43 || bytes[0] == 45, bytes[3] == 58,
      let hours = number(bytes[1..<3]), let minutes = number(bytes[4..<6]), hours < 24,
      minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (bytes[0] == 43 ? 1 : -1)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    var value: Int64 = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      value = value * 10 + Int64(digit - 48)
    }
    return value
  }
}
