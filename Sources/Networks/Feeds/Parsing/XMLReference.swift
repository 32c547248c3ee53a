import CLibXML

/// A character reference, read as people mean it: HTML's names count, and what is none stays an
/// ampersand.
enum XMLReference {
  /// - Parameter input: starts with the `&`.
  /// - Returns: what to write for it in XML, and how many bytes of the input it stands for.
  static func read(_ input: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], length: Int) {
    guard input.count > 2 else { return loose }
    if input[1] == UInt8(ascii: "#") { return number(input) ?? loose }
    guard (0x41...0x5A).contains(input[1] & 0xDF) else { return loose }
    guard let end = input.prefix(34).firstIndex(of: UInt8(ascii: ";")), end > 1,
      input[1..<end].allSatisfy({
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
      })
    else { return loose }
    let name = String(decoding: input[1..<end], as: UTF8.self)
    switch name {
    case "amp", "lt", "gt", "quot", "apos": return (Array("&\(name);".utf8), end + 1)
    default:
      guard let entity = htmlEntityLookup(name) else { return loose }
      return (character(entity.pointee.value), end + 1)
    }
  }

  private static let loose = (bytes: Array("&amp;".utf8), length: 1)

  private static func number(_ input: UnsafeBufferPointer<UInt8>) -> ([UInt8], Int)? {
    let isHex = input[2] | 0x20 == UInt8(ascii: "x")
    var index = isHex ? 3 : 2
    var value: UInt32 = 0
    let start = index
    while index < input.count, index - start < 10 {
      let byte = input[index]
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte - 0x30)
      case 0x41...0x46 where isHex, 0x61...0x66 where isHex: digit = UInt32((byte | 0x20) - 0x57)
      default: digit = 99
      }
      if digit == 99 { break }
      value = min(value &* (isHex ? 16 : 10) &+ digit, 0x11_0000)
      index += 1
    }
    guard index > start else { return nil }
    if index < input.count, input[index] == UInt8(ascii: ";") { index += 1 }
    return (character(value), index)
  }

  /// As XML allows it; 128 to 159 are what Windows programs mean by them.
  static func character(_ value: UInt32) -> [UInt8] {
    var value = value
    if (0x80...0x9F).contains(value) { value = windows[Int(value - 0x80)] }
    switch value {
    case 0x26: return Array("&amp;".utf8)
    case 0x3C: return Array("&lt;".utf8)
    case 0x3E: return Array("&gt;".utf8)
    case 0x22: return Array("&quot;".utf8)
    case 9, 10, 13, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
      return Unicode.Scalar(value).map { Array(String(Character($0)).utf8) } ?? []
    default: return []
    }
  }

  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
