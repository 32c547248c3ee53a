extension SourceText {
  /// Where the tag ends whose letters begin here, or nil when there are none.
  func tagEnd(from start: Int) -> Int? {
    var end = start
    var hasWord = false
    while end < count {
      let (value, following) = bytes.value(at: end)
      let traits = traits(value)
      guard traits.has([.word, .invisible]) else { break }
      if traits.has(.emoji), emojiEnd(from: end) != nil { break }
      if value < 0x3A, keycapEnd(from: end) != nil { break }
      if value != 0x5F, traits.has(.word) { hasWord = true }
      end = following
    }
    return hasWord ? end : nil
  }

  /// Where the name of a handle ends, before its first dot or its server.
  func nameEnd(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      let (value, following) = bytes.value(at: index)
      if value == 0x2E || value == 0x3A || traits(value).has(.atSign) { break }
      index = following
    }
    return index
  }

  /// Where the handle ends whose name begins here, or nil when there is none.
  func handleEnd(from start: Int) -> Int? {
    let name = handlePart(from: start)
    guard name.end > start else { return nil }
    guard name.end < count else { return name.hasLetter ? name.end : nil }
    let (sign, behind) = bytes.value(at: name.end)
    guard sign == 0x3A || traits(sign).has(.atSign), behind < count else {
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
    while index < count {
      let (value, following) = bytes.value(at: index)
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
}
