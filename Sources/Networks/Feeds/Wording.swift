import HeedModel
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

  /// Where and on which day an entry stands, whatever it is called: its page without what is asked of it, as sessions
  /// and counters stand there. `nil` where it has neither page nor day.
  static func stand(of entry: ParsedEntry) -> UInt64? {
    let page = entry.link.map { String($0.prefix { $0 != "?" && $0 != "#" }) }
    guard page != nil || entry.published != nil else { return nil }
    return StableHash.of(page ?? "", entry.published.map { String($0.milliseconds) } ?? "")
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
