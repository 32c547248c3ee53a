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
    buffer.write(0x23)
    let foldedStart = buffer.foldedCount
    for index in (slot + 1)..<buffer.tokenCount {
      let word = buffer.tokens[index]
      let wordStart = Int(word.foldedStart)
      buffer.repeatBytes(wordStart..<(wordStart + Int(word.foldedCount)))
    }
    buffer.tokens[slot] = TokenBuffer.Token(
      foldedStart: UInt32(foldedStart), foldedCount: UInt32(buffer.foldedCount - foldedStart),
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
      foldedStart: UInt32(folded.lowerBound), foldedCount: UInt32(folded.count),
      position: UInt32(first), length: UInt32(length), start: UInt32(sign), end: UInt32(end),
      segment: segment, kind: .handle, followsDirectly: false)
    next = end
    return true
  }

  private mutating func readWords(from start: Int, to end: Int) {
    next = start
    while next < end {
      let (value, following) = text.value(at: next)
      read(value, text.cell(value), to: following)
      next = following
    }
    flush()
  }
}
