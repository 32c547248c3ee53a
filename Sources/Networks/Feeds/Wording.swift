import HeedNetwork

/// What counts as the wording of an entry: its title, words and files without markup, so that a new
/// style or a new counting pixel is no edit.
enum Wording {
  static func hash(of entry: ParsedEntry) -> UInt64 {
    StableHash.of(
      bare(entry.title), bare(entry.content ?? entry.summary),
      (entry.enclosures + entry.media).map { FeedAddress.parts(of: $0.address).page }.joined(
        separator: " "))
  }

  private static func bare(_ text: FeedText?) -> String {
    guard let text else { return "" }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.value.utf8.count)
    var isInTag = false
    for byte in text.value.utf8 {
      if text.form == .html, byte == UInt8(ascii: "<") { isInTag = true }
      if !isInTag, byte > 0x20 { bytes.append(byte) }
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
