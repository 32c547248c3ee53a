extension JSONReader {
  /// The whole number that stands here; `nil` for anything else and for what is too large, which is passed over.
  mutating func integer() throws -> Int64? {
    switch try next() {
    case UInt8(ascii: "-"), 48...57:
      let part = try number()
      guard part.isWhole else { return nil }
      return whole(part.range)
    default:
      try skip()
      return nil
    }
  }

  mutating func boolean() throws -> Bool? {
    let byte = try next()
    try skip()
    return byte == UInt8(ascii: "t") ? true : byte == UInt8(ascii: "f") ? false : nil
  }

  /// Passes over the number that stands here, and checks it.
  mutating func number() throws -> (range: Range<Int>, isWhole: Bool) {
    let start = at
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    let first = at
    try digits()
    // No zero before other digits.
    if bytes[first] == UInt8(ascii: "0"), at > first + 1 { throw Fault.malformed }
    var isWhole = true
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      isWhole = false
      at += 1
      try digits()
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
        at += 1
      }
      try digits()
    }
    return (start..<at, isWhole)
  }

  private mutating func digits() throws {
    let start = at
    while at < bytes.count, (48...57).contains(bytes[at]) { at += 1 }
    guard at > start else { throw Fault.malformed }
  }

  private func whole(_ range: Range<Int>) -> Int64? {
    var value: Int64 = 0
    let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
    for byte in bytes[range].dropFirst(isNegative ? 1 : 0) {
      let (times, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooMuch) = times.subtractingReportingOverflow(Int64(byte - 48))
      if tooLarge || tooMuch { return nil }
      value = sum
    }
    return isNegative ? value : value == .min ? nil : -value
  }
}
