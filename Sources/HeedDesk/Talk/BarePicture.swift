/// A picture without what cameras and programs write beside it: where it was taken, when, with what, by whom.
///
/// Nothing of the picture itself is touched, and how it is to be turned stays. Sources: JPEG (ITU-T T.81, annex B), Exif 2.32
/// (tag 0x0112), PNG third edition (chunks), WebP container (RFC 9649).
enum BarePicture {
  /// - Returns: the same bytes where the file is of another kind, or is not built as its kind is.
  static func bare(_ bytes: [UInt8], type: String) -> [UInt8] {
    switch type {
    case "image/jpeg": jpeg(bytes) ?? bytes
    case "image/png": png(bytes) ?? bytes
    case "image/webp": webp(bytes) ?? bytes
    default: bytes
    }
  }

  // MARK: JPEG

  private static func jpeg(_ bytes: [UInt8]) -> [UInt8]? {
    var kept = Array(bytes.prefix(2))
    var turn: UInt8?
    var at = 2
    while at + 4 <= bytes.count, bytes[at] == 0xFF {
      let marker = bytes[at + 1]
      // Fill bytes may stand before a marker.
      if marker == 0xFF {
        at += 1
        continue
      }
      let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
      let end = at + 2 + length
      guard length >= 2, end <= bytes.count else { return nil }
      switch marker {
      case 0xDA:
        // From the first scan on everything is picture.
        let head = turn.map(orientation) ?? []
        return Array(kept.prefix(2)) + head + kept.dropFirst(2) + bytes[at...]
      case 0xE1: turn = turn ?? self.turn(in: bytes[(at + 4)..<end])
      // Colours (APP2) and how they are coded (APP14) belong to the picture; what programs note, and comments, do not.
      case 0xE0, 0xE2, 0xEE: kept += bytes[at..<end]
      case 0xE3...0xEF, 0xFE: break
      default: kept += bytes[at..<end]
      }
      at = end
    }
    return nil
  }

  /// How the picture is to be turned, by its Exif part.
  private static func turn(in part: ArraySlice<UInt8>) -> UInt8? {
    let mark: [UInt8] = Array("Exif".utf8) + [0, 0]
    guard part.starts(with: mark) else { return nil }
    let tiff = Array(part.dropFirst(mark.count))
    guard tiff.count >= 8 else { return nil }
    let isLittle = tiff[0] == UInt8(ascii: "I")
    func number(_ at: Int, _ size: Int) -> Int? {
      guard at >= 0, at + size <= tiff.count else { return nil }
      let digits =
        isLittle ? Array(tiff[at..<(at + size)].reversed()) : Array(tiff[at..<(at + size)])
      return digits.reduce(0) { $0 << 8 | Int($1) }
    }
    guard let first = number(4, 4), let count = number(first, 2) else { return nil }
    for entry in 0..<count {
      let at = first + 2 + entry * 12
      guard let tag = number(at, 2) else { return nil }
      if tag == 0x0112 {
        return number(at + 8, 2).flatMap { (2...8).contains($0) ? UInt8($0) : nil }
      }
    }
    return nil
  }

  /// An Exif part that says nothing but how to turn the picture.
  private static func orientation(_ turn: UInt8) -> [UInt8] {
    let tiff: [UInt8] = [
      0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0,
    ]
    let part = Array("Exif".utf8) + [0, 0] + tiff
    return [0xFF, 0xE1, 0, UInt8(part.count + 2)] + part
  }

  // MARK: PNG

  private static let told: Set<String> = ["eXIf", "tEXt", "iTXt", "zTXt", "tIME"]

  private static func png(_ bytes: [UInt8]) -> [UInt8]? {
    var kept = Array(bytes.prefix(8))
    var at = 8
    while at + 12 <= bytes.count {
      let length = bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
      let end = at + 12 + length
      guard end <= bytes.count else { return nil }
      let name = String(decoding: bytes[(at + 4)..<(at + 8)], as: UTF8.self)
      if !told.contains(name) { kept += bytes[at..<end] }
      // Nothing that stands behind the end is part of the picture.
      if name == "IEND" { return kept }
      at = end
    }
    return nil
  }

  // MARK: WebP

  private static func webp(_ bytes: [UInt8]) -> [UInt8]? {
    var kept = Array(bytes.prefix(12))
    var at = 12
    while at + 8 <= bytes.count {
      let length = bytes[(at + 4)..<(at + 8)].reversed().reduce(0) { $0 << 8 | Int($1) }
      let end = at + 8 + length + length % 2
      guard end <= bytes.count || at + 8 + length == bytes.count else { return nil }
      let name = String(decoding: bytes[at..<(at + 4)], as: UTF8.self)
      if name != "EXIF", name != "XMP " {
        let start = kept.count
        kept += bytes[at..<min(end, bytes.count)]
        // The list of what follows: without Exif (8) and XMP (4).
        if name == "VP8X", length > 0 { kept[start + 8] &= ~(8 | 4) }
      }
      at = end
    }
    guard kept.count > 12 else { return nil }
    let size = kept.count - 8
    for byte in 0..<4 { kept[4 + byte] = UInt8(truncatingIfNeeded: size >> (8 * byte)) }
    return kept
  }
}
