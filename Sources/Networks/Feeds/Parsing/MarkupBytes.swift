/// The bytes of a document, with the questions that mending it asks of them.
struct MarkupBytes {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }
  subscript(at: Int) -> UInt8 { bytes[at] }
  subscript(range: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[range] }
  subscript(range: PartialRangeFrom<Int>) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[range] }

  func nextMark(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x3C, bytes[index] != 0x26 { index += 1 }
    return index
  }

  func starts(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { buffer in
      for offset in 0..<buffer.count where buffer[offset] != bytes[index + offset] { return false }
      return true
    }
  }

  func find(_ text: StaticString, from start: Int) -> Int? {
    let first = text.withUTF8Buffer { $0[0] }
    var index = start
    while index < bytes.count {
      if bytes[index] == first, starts(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// A name of an element or an attribute, or `nil` where none starts or where it is no name:
  /// `<ana@example.org>`.
  func name(from start: Int) -> Range<Int>? {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: index += 1
      case 0x30...0x3A, 0x2D, 0x2E:  // digits, colon, hyphen, point: not first
        guard index > start else { return nil }
        index += 1
      case 9, 10, 13, 0x20, UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="):
        return index > start && index - start < 200 ? start..<index : nil
      default: return nil
      }
    }
    return nil
  }

  func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    for offset in 0..<a.count {
      let x = bytes[a.lowerBound + offset]
      let y = bytes[b.lowerBound + offset]
      guard x == y || (x | 0x20 == y | 0x20 && (0x61...0x7A).contains(x | 0x20)) else {
        return false
      }
    }
    return true
  }

  func local(_ name: Range<Int>) -> String {
    let colon = bytes[name].lastIndex(of: UInt8(ascii: ":"))
    let start = colon.map { $0 + 1 } ?? name.lowerBound
    return String(decoding: bytes[start..<name.upperBound], as: UTF8.self).lowercased()
  }
  func afterSpace(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    return index
  }
}
