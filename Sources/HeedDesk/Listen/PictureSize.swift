/// How large a picture says that it is, read from its first bytes; nothing is unpacked to find out.
///
/// A few kilobytes can hold a picture that takes gigabytes once it is shown: such a one is given to nobody's browser.
struct PictureSize: Equatable {
  /// What a good camera makes; four bytes each when shown.
  static let mostPixels = 64_000_000
  static let longestSide = 20_000

  var width: Int
  var height: Int

  var isSane: Bool {
    width > 0 && height > 0 && width <= Self.longestSide && height <= Self.longestSide
      && width * height <= Self.mostPixels
  }

  /// `nil` for what is no picture of a kind that the desk knows, or does not say how large it is.
  init?(_ bytes: [UInt8]) {
    let size: (Int, Int)? =
      switch MediaKind.type(of: bytes) {
      case "image/png": Self.png(bytes)
      case "image/gif": Self.gif(bytes)
      case "image/jpeg": Self.jpeg(bytes)
      case "image/webp": Self.webp(bytes)
      default: nil
      }
    guard let size else { return nil }
    (width, height) = size
  }

  /// https://www.w3.org/TR/png/#11IHDR
  private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 24, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    return (big(bytes, 16, 4), big(bytes, 20, 4))
  }

  private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
    bytes.count >= 10 ? (little(bytes, 6, 2), little(bytes, 8, 2)) : nil
  }

  /// The frame header stands after segments of unknown length (ITU-T T.81, B.1.1.2).
  private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
    var at = 2
    while at + 9 < bytes.count {
      guard bytes[at] == 0xFF else { return nil }
      let marker = bytes[at + 1]
      if marker == 0xFF {
        at += 1
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame { return (big(bytes, at + 7, 2), big(bytes, at + 5, 2)) }
      // From the scan on there are no lengths; a frame would have stood before.
      if marker == 0xDA || marker == 0xD9 { return nil }
      let length = big(bytes, at + 2, 2)
      guard length >= 2 else { return nil }
      at += 2 + length
    }
    return nil
  }

  /// https://developers.google.com/speed/webp/docs/riff_container
  private static func webp(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 30 else { return nil }
    if bytes[12..<16].elementsEqual("VP8X".utf8) {
      return (little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1)
    }
    if bytes[12..<16].elementsEqual("VP8L".utf8) {
      let bits = little(bytes, 21, 4)
      return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    }
    guard bytes[12..<16].elementsEqual("VP8 ".utf8) else { return nil }
    return (little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF)
  }

  private static func big(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    bytes[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    bytes[at..<at + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
