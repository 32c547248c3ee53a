/// Makes JSON that can be read of JSON that was cut short, or has line breaks inside its texts.
enum JSONMender {
  /// Control characters in texts are escaped. What ends too early ends after the last object that
  /// is whole in a list.
  static func mend(_ bytes: [UInt8]) -> (bytes: [UInt8], wasCut: Bool)? {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    /// What closes each open object and list.
    var closers: [UInt8] = []
    var lastWhole: (length: Int, closers: [UInt8])?
    var inText = false
    var isEscaped = false
    for byte in bytes {
      if inText {
        if byte < 0x20 {
          let digits = Array("0123456789abcdef".utf8)
          output += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
          isEscaped = false
          continue
        }
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          inText = false
        }
        output.append(byte)
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): inText = true
      case UInt8(ascii: "{"): closers.append(UInt8(ascii: "}"))
      case UInt8(ascii: "["): closers.append(UInt8(ascii: "]"))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard closers.popLast() == byte else { return nil }
      default: break
      }
      output.append(byte)
      if closers.isEmpty, byte == UInt8(ascii: "}") { return (output, false) }
      guard closers.count <= FeedLimits.depth else { return nil }
      if byte == UInt8(ascii: "}"), closers.last == UInt8(ascii: "]"), closers.count <= 3 {
        lastWhole = (output.count, closers)
      }
    }
    guard let lastWhole else { return nil }
    return (output.prefix(lastWhole.length) + lastWhole.closers.reversed(), true)
  }
}
