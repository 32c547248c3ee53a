extension TokenReader {
  /// Reads the tag whose sign ends at `start`, if one begins here: itself, then its words.
  mutating func addTag(behind start: Int) -> Bool {
    guard isAtBoundary, let end = tagEnd(from: start) else { return false }
    flush()
    let sign = next
    let slot = buffer.reserveToken()
    let first = position
    readWords(from: start, to: end)
    guard position > first else {
      buffer.tokenCount = slot
      return true
    }
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

  private func tagEnd(from start: Int) -> Int? {
    var end = start
    var hasWord = false
    while end < text.count {
      let (value, following) = text.value(at: end)
      let traits = traits(value)
      guard traits.has([.word, .invisible]) else { break }
      if traits.has(.emoji), emojiEnd(from: end) != nil { break }
      if value < 0x3A, keycapEnd(from: end) != nil { break }
      if value != 0x5F, traits.has(.word) { hasWord = true }
      end = following
    }
    return hasWord ? end : nil
  }

  /// Reads the handle whose sign ends at `start`, if one begins here: itself, then the words of its
  /// name up to the first dot.
  mutating func addHandle(behind start: Int) -> Bool {
    guard isAtBoundary, let end = handleEnd(from: start) else { return false }
    flush()
    let sign = next
    let slot = buffer.reserveToken()
    let first = position
    readWords(from: start, to: nameEnd(from: start, to: end))
    let length = max(position - first, 1)
    position = first + length
    let folded = writeHandle(text, start..<end)
    buffer.tokens[slot] = TokenBuffer.Token(
      foldedStart: UInt32(folded.lowerBound), foldedCount: UInt32(folded.count),
      position: UInt32(first), length: UInt32(length), start: UInt32(sign), end: UInt32(end),
      segment: segment, kind: .handle, followsDirectly: false)
    next = end
    return true
  }

  private func nameEnd(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      let (value, following) = text.value(at: index)
      if value == 0x2E || value == 0x3A || traits(value).has(.atSign) { break }
      index = following
    }
    return index
  }

  private func handleEnd(from start: Int) -> Int? {
    let name = handlePart(from: start)
    guard name.end > start else { return nil }
    guard name.end < text.count else { return name.hasLetter ? name.end : nil }
    let (sign, behind) = text.value(at: name.end)
    guard sign == 0x3A || traits(sign).has(.atSign), behind < text.count else {
      return name.hasLetter ? name.end : nil
    }
    let server = handlePart(from: behind)
    guard server.end > behind, sign != 0x3A || server.hasDot else {
      return name.hasLetter ? name.end : nil
    }
    return server.end
  }

  /// Letters, dots and hyphens, without those of the last two kinds at the end.
  private func handlePart(from start: Int) -> (end: Int, hasLetter: Bool, hasDot: Bool) {
    var index = start
    var end = start
    var (hasLetter, hasDot, hasDotBehind) = (false, false, false)
    while index < text.count {
      let (value, following) = text.value(at: index)
      let isDot = value == 0x2E
      if isDot || value == 0x2D {
        hasDotBehind = hasDotBehind || isDot
      } else {
        guard traits(value).has(.spacedWord) else { break }
        hasLetter = hasLetter || value != 0x5F
        hasDot = hasDot || hasDotBehind
        end = following
      }
      index = following
    }
    return (end, hasLetter, hasDot)
  }

  private mutating func readWords(from start: Int, to end: Int) {
    next = start
    while next < end {
      let (value, following) = text.value(at: next)
      read(value, cell(value), to: following)
      next = following
    }
    flush()
  }
}
