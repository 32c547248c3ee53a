/// Where a text stands, without its quotation marks.
struct JSONSpan {
  var range: Range<Int>
  var hasEscapes: Bool
}

extension JSONReader {
  /// The text that stands here; `nil` for anything else, which is passed over.
  mutating func string() throws -> String? {
    guard try next() == UInt8(ascii: "\"") else {
      try skip()
      return nil
    }
    return Self.string(bytes, try text())
  }

  /// Passes over the text that stands here, and checks it.
  mutating func text() throws -> JSONSpan {
    at += 1
    let start = at
    var hasEscapes = false
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return JSONSpan(range: start..<at - 1, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape()
      case 0..<0x20: throw Fault.malformed
      default: at += 1
      }
    }
    throw Fault.malformed
  }

  private mutating func escape() throws {
    guard at + 1 < bytes.count else { throw Fault.malformed }
    switch bytes[at + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 2
    case UInt8(ascii: "u"):
      guard Self.unit(bytes, at + 2) != nil else { throw Fault.malformed }
      at += 6
    default: throw Fault.malformed
    }
  }

  static func string(_ bytes: UnsafeBufferPointer<UInt8>, _ span: JSONSpan) -> String {
    guard span.hasEscapes else {
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[span.range]), as: UTF8.self)
    }
    return String(decoding: unescaped(bytes, span.range), as: UTF8.self)
  }

  /// Halves of surrogate pairs that stand alone become U+FFFD.
  static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == UInt8(ascii: "\\") else {
        out.append(bytes[at])
        at += 1
        continue
      }
      switch bytes[at + 1] {
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "u"):
        var unit = unit(bytes, at + 2) ?? 0xFFFD
        at += 6
        if (0xD800..<0xDC00).contains(unit), at + 5 < range.upperBound,
          bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u"),
          let low = Self.unit(bytes, at + 2), (0xDC00..<0xE000).contains(low)
        {
          unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
          at += 6
        }
        let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
        out.append(contentsOf: String(Character(scalar)).utf8)
        continue
      default: out.append(bytes[at + 1])
      }
      at += 2
    }
    return out
  }

  /// Four digits of a `\u`.
  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case 48...57: unit = unit << 4 | UInt32(byte - 48)
      case 65...70: unit = unit << 4 | UInt32(byte - 55)
      case 97...102: unit = unit << 4 | UInt32(byte - 87)
      default: return nil
      }
    }
    return unit
  }
}

/// A member's name, compared without making a text of it.
struct JSONKey {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let unescaped: [UInt8]?

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ span: JSONSpan) {
    self.bytes = UnsafeBufferPointer(rebasing: bytes[span.range])
    unescaped = span.hasEscapes ? JSONReader.unescaped(bytes, span.range) : nil
  }

  static func ~= (name: StaticString, key: JSONKey) -> Bool {
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    if let unescaped = key.unescaped { return unescaped.elementsEqual(name) }
    guard key.bytes.count == name.count else { return false }
    for index in 0..<name.count where key.bytes[index] != name[index] { return false }
    return true
  }
}
