/// A look at bytes that are valid UTF-8.
///
/// Invariant: whoever makes one keeps the memory alive and unchanged while it is used.
struct UTF8Text {
  let start: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  subscript(index: Int) -> UInt8 { start[index] }

  /// The scalar that begins at a byte, and where the next one begins.
  @inline(__always)
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, end: Int) {
    let (value, end) = value(at: index)
    return (Unicode.Scalar(value).unsafelyUnwrapped, end)
  }

  @inline(__always)
  func value(at index: Int) -> (value: UInt32, end: Int) {
    let first = UInt32(start[index])
    if first < 0x80 { return (first, index &+ 1) }
    let second = UInt32(start[index &+ 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, index &+ 2) }
    let third = UInt32(start[index &+ 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, index &+ 3) }
    let fourth = UInt32(start[index &+ 3] & 0x3F)
    return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, index &+ 4)
  }

  /// The scalar that ends before a byte.
  @inline(__always)
  func value(before end: Int) -> UInt32 {
    var index = end &- 1
    while start[index] & 0xC0 == 0x80 { index &-= 1 }
    return value(at: index).value
  }

  /// Whether bytes from anywhere are valid UTF-8: no stray or missing continuation, nothing
  /// overlong, no surrogate, nothing beyond U+10FFFF.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let raw = UnsafeRawPointer(base)
    let count = bytes.count
    var index = 0
    while index < count {
      if index &+ 16 <= count {
        let low = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let high = raw.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self)
        if (low | high) & 0x8080_8080_8080_8080 == 0 {
          index &+= 16
          continue
        }
      }
      let first = base[index]
      if first < 0x80 {
        index &+= 1
        continue
      }
      let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard first >= 0xC2, first < 0xF5, index &+ length <= count else { return false }
      let second = base[index &+ 1]
      let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
      guard second >= low, second <= high else { return false }
      for offset in 2..<max(length, 2) where base[index &+ offset] & 0xC0 != 0x80 { return false }
      index &+= length
    }
    return true
  }
}
