/// The word, compound or run of characters that is being read.
struct WordState {
  var isOpen = false
  var isCharacters = false
  /// Whether marks in it may have to be put in order.
  var isRanked = false
  /// Where its folded bytes begin.
  var foldedStart = 0
  /// Where its first and behind its last scalar stand that are no underscores; `start` is negative
  /// as long as there is none.
  var start = -1
  var end = 0
  /// The finished parts of a compound: so many tokens from `firstPart` on.
  var parts = 0
  var firstPart = 0

  /// Compounds of more parts than this have no form written together.
  static let maximumParts = 8
  /// Around a word it is emphasis, not part of it.
  static let underscore: UInt8 = 0x5F
}

extension TokenReader {
  /// Whether a hyphen or apostrophe may go on the word.
  @inline(__always)
  var canJoin: Bool {
    word.isOpen && buffer.folded[buffer.foldedCount &- 1] != WordState.underscore
  }

  /// Letters and digits of ASCII up to what is none of these.
  @inline(__always)
  mutating func readASCIIWord() {
    let begin = next
    let length = copyASCII()
    next = begin &+ length
    let byte = next < text.count ? text[next] : 0x20
    if !word.isOpen, word.parts == 0, byte < 0x80,
      !text.cell(ascii: byte).traits.has(.continuesWord)
    {
      word.isCharacters = false
      addWord(buffer.foldedCount, length, begin, next)
      buffer.foldedCount &+= length
      if byte == 0x20 { next &+= 1 }
      return
    }
    if !word.isOpen { open() }
    // The last digit may be the beginning of a keycap; the first was looked at by the caller.
    if byte >= 0x80, length > 1, text.keycapEnd(from: next &- 1) != nil { next &-= 1 }
    if word.start < 0 { word.start = begin }
    buffer.foldedCount &+= next &- begin
    word.end = next
  }

  /// Copies letters and digits of ASCII in lower case, eight bytes at a time; answers how many.
  @inline(__always)
  private func copyASCII() -> Int {
    let out = UnsafeMutableRawPointer(buffer.folded + buffer.foldedCount)
    let source = UnsafeRawPointer(text.bytes.start + next)
    let limit = text.count &- next
    var length = 0
    while length &+ 8 <= limit {
      let bytes = source.loadUnaligned(fromByteOffset: length, as: UInt64.self)
      let lower = bytes | 0x2020_2020_2020_2020
      out.storeBytes(of: lower, toByteOffset: length, as: UInt64.self)
      let others = Self.highBits & ~Self.alphanumeric(bytes, lower)
      if others != 0 { return length &+ others.trailingZeroBitCount >> 3 }
      length &+= 8
    }
    while length < limit {
      let byte = source.load(fromByteOffset: length, as: UInt8.self)
      guard byte < 0x80, text.cell(ascii: byte).traits.has(.plainLetter) else { break }
      out.storeBytes(of: byte | 0x20, toByteOffset: length, as: UInt8.self)
      length &+= 1
    }
    return length
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that is a letter or digit of ASCII.
  @inline(__always)
  private static func alphanumeric(_ bytes: UInt64, _ lower: UInt64) -> UInt64 {
    let low = lower & ~highBits
    let letters = (low &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low &+ 0x0505_0505_0505_0505)
    let plain = bytes & ~highBits
    let digits = (plain &+ 0x5050_5050_5050_5050) & ~(plain &+ 0x4646_4646_4646_4646)
    return (letters | digits) & ~bytes
  }

  @inline(__always)
  mutating func open() {
    word.isCharacters = false
    word.isOpen = true
    word.isRanked = false
    word.foldedStart = buffer.foldedCount
    word.start = -1
  }

  @inline(__always)
  mutating func appendLetters(_ cell: ScalarTable.Cell, to end: Int) {
    if !word.isOpen { open() }
    if word.start < 0 { word.start = next }
    buffer.write(cell)
    word.end = end
  }

  @inline(__always)
  mutating func appendCharacter(_ cell: ScalarTable.Cell, to end: Int) {
    beginCharacter(to: end)
    buffer.write(cell)
    buffer.tokens[buffer.tokenCount &- 1].keyCount = UInt32(cell.traits.foldedCount)
  }

  @inline(__always)
  private mutating func beginCharacter(to end: Int) {
    let follows = word.isCharacters
    if !follows { flush() }
    word.isCharacters = true
    buffer.add(
      TokenBuffer.Token(
        keyStart: UInt32(truncatingIfNeeded: buffer.foldedCount), keyCount: 0,
        position: UInt32(truncatingIfNeeded: position), length: 1,
        start: UInt32(truncatingIfNeeded: next), end: UInt32(truncatingIfNeeded: end),
        segment: segment, kind: .character, followsDirectly: follows))
    position &+= 1
  }

  /// Takes in a scalar whose folding has to be looked up.
  mutating func append(_ scalar: Unicode.Scalar, to end: Int) {
    switch ScalarFolding.fold(scalar) {
    case .itself: append(folded: scalar, to: end)
    case .other(let other): append(folded: other, to: end)
    case .several(let several):
      if several.isEmpty { extend(to: end) }
      for other in several { append(folded: other, to: end) }
    }
  }

  private mutating func append(folded: Unicode.Scalar, to end: Int) {
    if compose(folded.value, to: end) { return }
    if ScalarClass.isUnspaced(folded) {
      beginCharacter(to: end)
      buffer.write(folded)
      buffer.tokens[buffer.tokenCount - 1].keyCount = UInt32(UTF8.width(folded))
      return
    }
    if !word.isOpen { open() }
    buffer.write(folded)
    if ScalarTable.Traits.isRanked(folded) { word.isRanked = true }
    guard folded != "_" else { return }
    if word.start < 0 { word.start = next }
    word.end = end
  }

  /// Takes in what was written and folds to nothing.
  private mutating func extend(to end: Int) {
    if word.isCharacters {
      buffer.tokens[buffer.tokenCount - 1].end = UInt32(end)
    } else if canJoin {
      word.end = end
    }
  }

  /// Whether the scalar made one letter with the last one.
  mutating func compose(_ value: UInt32, to end: Int) -> Bool {
    guard word.isOpen || word.isCharacters, let mark = Unicode.Scalar(value) else { return false }
    let last = buffer.scalar(before: buffer.foldedCount)
    guard let whole = Composition.compose(last.scalar, mark) else { return false }
    buffer.foldedCount = last.start
    buffer.write(whole)
    if word.isCharacters {
      buffer.tokens[buffer.tokenCount - 1].keyCount = UInt32(UTF8.width(whole))
    }
    extend(to: end)
    return true
  }

  /// The next scalar, behind a hyphen or apostrophe, begins another part.
  mutating func join() { endPart() }

  /// Adds the tokens of what was collected and begins anew.
  @inline(__always)
  mutating func flush() {
    word.isCharacters = false
    if word.isOpen { endPart() }
    if word.parts > 1 { addCompound() }
    word.parts = 0
  }

  @inline(__always)
  private mutating func endPart() {
    word.isOpen = false
    guard word.start >= 0 else { return }
    var start = word.foldedStart
    var end = buffer.foldedCount
    while buffer.folded[end &- 1] == WordState.underscore { end &-= 1 }
    while buffer.folded[start] == WordState.underscore { start &+= 1 }
    if word.isRanked { buffer.orderMarks(in: start..<end) }
    if word.parts == 0 { word.firstPart = buffer.tokenCount }
    word.parts &+= 1
    addWord(start, end &- start, word.start, word.end)
  }

  @inline(__always)
  private mutating func addWord(_ foldedStart: Int, _ foldedCount: Int, _ start: Int, _ end: Int) {
    buffer.add(
      TokenBuffer.Token(
        keyStart: UInt32(truncatingIfNeeded: foldedStart),
        keyCount: UInt32(truncatingIfNeeded: foldedCount),
        position: UInt32(truncatingIfNeeded: position), length: 1,
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        segment: segment, kind: .word, followsDirectly: false))
    position &+= 1
  }

  /// Puts the form written together before its parts; their folded bytes lie in a row already.
  private mutating func addCompound() {
    guard word.parts <= WordState.maximumParts else { return }
    let first = buffer.tokens[word.firstPart]
    let last = buffer.tokens[buffer.tokenCount - 1]
    var whole = first
    whole.kind = .compound
    whole.keyCount = last.keyStart + last.keyCount - first.keyStart
    whole.length = UInt32(word.parts)
    whole.end = last.end
    buffer.insert(whole, at: word.firstPart)
  }
}
