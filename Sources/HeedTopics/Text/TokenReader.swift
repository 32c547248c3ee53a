/// Walks a text once and writes its tokens into a buffer.
struct TokenReader: ~Copyable {
  var buffer = TokenBuffer()
  /// The folded addresses that stand in the text, as places in the buffer.
  var links: [Range<Int>] = []
  /// The next word position.
  var position = 0

  var text: SourceText
  var next = 0
  var segment: UInt32 = 0
  var word = WordState()
  /// What a text, not what is named besides it, was found to hold.
  var (hasTag, hasHandle) = (false, false)

  init() { text = SourceText(start: UnsafePointer(buffer.folded), count: 0) }

  /// Forgets what was read.
  mutating func clear() {
    buffer.clear()
    if !links.isEmpty { links.removeAll(keepingCapacity: true) }
    position = 0
    (hasTag, hasHandle) = (false, false)
  }

  /// Reads a text that is valid UTF-8; its memory must stay while the call lasts. Takes time in
  /// proportion to its length and never fails.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, segment: UInt32 = 0) {
    guard let start = bytes.baseAddress, bytes.count < 1 << 31 else { return }
    begin(SourceText(start: start, count: bytes.count), segment)
    while next < text.count { step() }
    flush()
    text = SourceText(start: UnsafePointer(buffer.folded), count: 0)
  }

  private mutating func begin(_ text: SourceText, _ segment: UInt32) {
    buffer.reserve(text.count)
    self.text = text
    self.segment = segment
    next = 0
    word = WordState()
  }

  @inline(__always)
  private mutating func step() {
    let first = text[next]
    if first < 0x80 { stepASCII(first) } else { stepBeyondASCII() }
  }

  @inline(__always)
  private mutating func stepASCII(_ byte: UInt8) {
    let cell = text.cell(ascii: byte)
    if cell.traits.has(.plainLetter) {
      if byte < 0x3A {
        if next &+ 1 < text.count, text[next &+ 1] >= 0x80, let end = text.keycapEnd(from: next) {
          return addEmoji(to: end)
        }
      } else if byte | 0x20 == 0x68 || byte | 0x20 == 0x77, text.mayBeLink(at: next), addLink() {
        return
      }
      readASCIIWord()
    } else if cell.traits.has(.mark), addMarked(byte) {
      return
    } else {
      read(UInt32(byte), cell, to: next &+ 1)
      next &+= 1
    }
  }

  private mutating func stepBeyondASCII() {
    let (value, end) = text.value(at: next)
    let cell = text.cell(value)
    if cell.traits.has([.emoji, .numberSign, .atSign]) {
      if cell.traits.has(.emoji), let end = text.emojiEnd(from: next) { return addEmoji(to: end) }
      if cell.traits.has(.numberSign), addTag(behind: end) { return }
      if cell.traits.has(.atSign), addHandle(behind: end) { return }
    }
    read(value, cell, to: end)
    next = end
  }

  /// What begins with `#`, `@`, or is a keycap.
  private mutating func addMarked(_ byte: UInt8) -> Bool {
    if byte != 0x40, let end = text.keycapEnd(from: next) {
      addEmoji(to: end)
      return true
    }
    switch byte {
    case 0x23: return addTag(behind: next + 1)
    case 0x40: return addHandle(behind: next + 1)
    default: return false
    }
  }

  /// Reads a scalar that is no beginning of a tag, handle, link or emoji, without moving on.
  @inline(__always)
  mutating func read(_ value: UInt32, _ cell: ScalarTable.Cell, to end: Int) {
    let traits = cell.traits
    if !traits.has(.anything) { return flush() }
    if traits.has(.invisible) { return }
    if traits.has(.composes), compose(value, to: end) { return }
    if traits.has(.plainLetter) {
      appendLetters(cell, to: end)
    } else if traits.has(.plainCharacter) {
      appendCharacter(cell, to: end)
    } else if traits.has(.word) {
      append(Unicode.Scalar(value).unsafelyUnwrapped, to: end)
    } else if traits.has([.apostrophe, .hyphen]), joins(at: end) {
      join()
    } else {
      flush()
    }
  }

  /// Whether an apostrophe or hyphen that ends here stands inside a word.
  private func joins(at end: Int) -> Bool {
    guard canJoin, end < text.count else { return false }
    let value = text.value(at: end).value
    return value != 0x5F && text.traits(value).has(.spacedWord)
  }
}
