extension TokenReader {
  /// Reads the tag whose sign ends at `start`, if one begins here: itself, then its words.
  mutating func addTag(behind start: Int) -> Bool {
    guard text.isBoundary(at: next), let end = text.tagEnd(from: start) else { return false }
    flush()
    let sign = next
    let slot = buffer.reserveToken()
    let first = position
    readWords(from: start, to: end)
    guard position > first else {
      buffer.tokenCount = slot
      return true
    }
    hasTag = true
    let keyStart = buffer.foldedCount
    buffer.write(0x23)
    for index in (slot + 1)..<buffer.tokenCount {
      let word = buffer.tokens[index]
      let wordStart = Int(word.keyStart)
      buffer.repeatBytes(wordStart..<(wordStart + Int(word.keyCount)))
    }
    buffer.tokens[slot] = TokenBuffer.Token(
      keyStart: UInt32(keyStart), keyCount: UInt32(buffer.foldedCount - keyStart),
      position: UInt32(first), length: UInt32(position - first), start: UInt32(sign),
      end: UInt32(end), segment: segment, kind: .tag, followsDirectly: false)
    return true
  }

  /// Reads the handle whose sign ends at `start`, if one begins here: itself, then the words of its
  /// name up to the first dot.
  mutating func addHandle(behind start: Int) -> Bool {
    guard text.isBoundary(at: next), let end = text.handleEnd(from: start) else { return false }
    flush()
    let sign = next
    let slot = buffer.reserveToken()
    let first = position
    readWords(from: start, to: text.nameEnd(from: start, to: end))
    let length = max(position - first, 1)
    position = first + length
    hasHandle = true
    let folded = writeHandle(text, start..<end)
    buffer.tokens[slot] = TokenBuffer.Token(
      keyStart: UInt32(folded.lowerBound - 1), keyCount: UInt32(folded.count + 1),
      position: UInt32(first), length: UInt32(length), start: UInt32(sign), end: UInt32(end),
      segment: segment, kind: .handle, followsDirectly: false)
    next = end
    return true
  }

  private mutating func readWords(from start: Int, to end: Int) {
    next = start
    while next < end {
      let (value, following) = text.value(at: next)
      let cell = text.cell(value)
      if value < 0x80, cell.traits.has(.plainLetter) {
        readASCIIWord()
      } else {
        read(value, cell, to: following)
        next = following
      }
    }
    flush()
  }
}
