/// Letters and figures of ASCII, byte by byte: most of most texts.
enum PlainLetter {
  /// In lower case; `nil` for what is neither letter nor figure of ASCII.
  static func small(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: nil
    }
  }
}
