/// The web addresses in words without marks, each as long as it may be and without the signs that close a sentence or
/// a bracket behind it.
///
/// Anybody may have a page looked at, so none of it is read more than a few times: an address has an end, and so has
/// the number of signs that are taken off it.
struct WrittenAddresses: Sequence, IteratorProtocol {
  /// Longer ones are no address of a page.
  static let mostBytes = 8_192
  static let mostAddresses = 5_000
  /// So many closing signs are taken off one by one.
  static let mostClosing = 8

  private let text: [UInt8]
  private var index = 0
  private var found = 0
  private var rest: ArraySlice<UInt8> = []
  private var left = 0

  init(_ text: String) { self.text = Array(text.utf8) }

  mutating func next() -> String? {
    if !rest.isEmpty {
      let address = rest
      let isClosed = left > 0 && rest.last.map(Self.closing.contains) ?? false
      rest = isClosed ? rest.dropLast() : []
      left -= 1
      return String(decoding: address, as: UTF8.self)
    }
    while found < Self.mostAddresses, let range = nextRange() {
      index = range.upperBound
      guard range.count <= Self.mostBytes else { continue }
      found += 1
      rest = text[range]
      left = Self.mostClosing
      return next()
    }
    return nil
  }

  private func nextRange() -> Range<Int>? {
    var start = index
    while start + 8 <= text.count {
      if text[start] | 0x20 == UInt8(ascii: "h"), let front = Self.front(text[start...]) {
        var end = start + front
        while end < text.count, !Self.isEnd(text[end]) { end += 1 }
        if end > start + front { return start..<end }
      }
      start += 1
    }
    return nil
  }

  /// How long the beginning is, `https://` or `http://` in any case.
  private static func front(_ bytes: ArraySlice<UInt8>) -> Int? {
    for front in ["https://", "http://"]
    where bytes.count >= front.utf8.count
      && zip(bytes, front.utf8).allSatisfy({ byte, sign in
        byte == sign || (0x41...0x5A).contains(byte) && byte | 0x20 == sign
      })
    {
      return front.utf8.count
    }
    return nil
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || ends.contains(byte)
  }

  private static let ends = Array("\"'<>\\^`{|}".utf8)
  private static let closing = Array(".,;:!?)]".utf8)
}
