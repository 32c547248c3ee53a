/// What kind of picture bytes are and how large it is, from their first ones.
struct PictureShape: Equatable {
  var type: String
  var width: Int
  var height: Int

  /// - Returns: `nil` for what is no picture of these kinds.
  init?(_ bytes: [UInt8]) {
    if let shape = Self.png(bytes) ?? Self.gif(bytes) ?? Self.webP(bytes) ?? Self.jpeg(bytes) {
      self = shape
    } else {
      return nil
    }
  }

  private init(_ type: String, _ width: Int, _ height: Int) {
    self.type = type
    self.width = width
    self.height = height
  }

  /// https://www.w3.org/TR/png/#11IHDR
  private static func png(_ bytes: [UInt8]) -> PictureShape? {
    guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    else { return nil }
    return PictureShape("image/png", big(bytes, 16, 4), big(bytes, 20, 4))
  }

  /// https://www.w3.org/Graphics/GIF/spec-gif89a.txt, section 18
  private static func gif(_ bytes: [UInt8]) -> PictureShape? {
    guard bytes.count >= 10, bytes.starts(with: Array("GIF8".utf8)) else { return nil }
    return PictureShape("image/gif", little(bytes, 6, 2), little(bytes, 8, 2))
  }

  /// https://developers.google.com/speed/webp/docs/riff_container
  private static func webP(_ bytes: [UInt8]) -> PictureShape? {
    guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)),
      bytes[8..<12].elementsEqual("WEBP".utf8)
    else { return nil }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8 ":
      return PictureShape(
        "image/webp", little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF)
    case "VP8L":
      let bits = little(bytes, 21, 4)
      return PictureShape("image/webp", bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    case "VP8X":
      return PictureShape("image/webp", little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1)
    default: return nil
    }
  }

  /// https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2: the first frame header tells.
  private static func jpeg(_ bytes: [UInt8]) -> PictureShape? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var at = 2
    while at + 9 < bytes.count {
      guard bytes[at] == 0xFF else { return nil }
      let marker = bytes[at + 1]
      if marker == 0xFF {
        at += 1
      } else if marker == 0x01 || (0xD0...0xD8).contains(marker) {
        at += 2
      } else if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return PictureShape("image/jpeg", big(bytes, at + 7, 2), big(bytes, at + 5, 2))
      } else {
        at += 2 + max(big(bytes, at + 2, 2), 2)
      }
    }
    return nil
  }

  private static func big(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
