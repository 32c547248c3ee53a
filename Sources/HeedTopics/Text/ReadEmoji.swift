/// Emoji sequences: flags, keycaps, families, with their skin tones taken off.
extension SourceText {
  static let joiner: UInt32 = 0x200D
  private static let keycapMark: UInt32 = 0x20E3

  /// Where the emoji ends that begins with this scalar beyond ASCII, or nil when none does.
  func emojiEnd(from start: Int) -> Int? {
    var (value, end) = bytes.value(at: start)
    guard traits(value).has(.emoji) else { return nil }
    if Self.isRegional(value) {
      guard end < count else { return end }
      let second = bytes.value(at: end)
      return Self.isRegional(second.value) ? second.end : end
    }
    while end < count {
      let following: Int
      (value, following) = bytes.value(at: end)
      if Self.isSelector(value) || Self.isSkinTone(value) || Self.isTag(value) {
        end = following
      } else if value == Self.joiner, following < count {
        let base = bytes.value(at: following)
        guard traits(base.value).has(.emoji) else { break }
        end = base.end
      } else {
        break
      }
    }
    return end
  }

  /// Where the keycap ends that begins with this digit or sign, or nil when none does.
  func keycapEnd(from start: Int) -> Int? {
    let base = bytes[start]
    guard base == 0x23 || base == 0x2A || base &- 0x30 < 10, start + 1 < count else {
      return nil
    }
    var (value, end) = bytes.value(at: start + 1)
    if Self.isSelector(value), end < count { (value, end) = bytes.value(at: end) }
    return value == Self.keycapMark ? end : nil
  }

  private static func isRegional(_ value: UInt32) -> Bool { value &- 0x1F1E6 < 26 }
  static func isSelector(_ value: UInt32) -> Bool { value == 0xFE0E || value == 0xFE0F }
  static func isSkinTone(_ value: UInt32) -> Bool { value &- 0x1F3FB < 5 }
  private static func isTag(_ value: UInt32) -> Bool { value &- 0xE0020 < 0x60 }
}

extension TokenReader {
  mutating func addEmoji(to end: Int) {
    flush()
    let keyStart = buffer.foldedCount
    var isWanted = true
    var index = next
    while index < end {
      let (scalar, following) = text.bytes.scalar(at: index)
      let value = scalar.value
      if isWanted || !SourceText.isSelector(value) && !SourceText.isSkinTone(value) {
        buffer.write(scalar)
      }
      isWanted = value == SourceText.joiner
      index = following
    }
    buffer.add(
      TokenBuffer.Token(
        keyStart: UInt32(keyStart), keyCount: UInt32(buffer.foldedCount - keyStart),
        position: UInt32(position), length: 1, start: UInt32(next), end: UInt32(end),
        segment: segment, kind: .emoji, followsDirectly: false))
    position += 1
    next = end
  }
}
