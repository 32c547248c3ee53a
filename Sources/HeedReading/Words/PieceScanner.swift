/// Cuts a text into pieces, in one pass.
struct PieceScanner {
  let classes: ScalarClasses

  mutating func scan(
    _ text: UnsafeBufferPointer<UInt32>, all: inout [Piece], letters: inout [UInt32]
  ) {
    var at = 0
    // Nothing but space or a bracket stands before.
    var isFresh = true
    while at < text.count {
      let value = text[at]
      if classes.isSpace(value) {
        at += 1
        isFresh = true
        continue
      }
      if isFresh, Self.beginsAddress(text, at) {
        let end = until(text, from: at) { classes.isSpace($0) }
        add(.link, at..<end, to: &all, letters)
        at = end
        continue
      }
      if value == Mark.at, at + 1 < text.count, classes.isName(text[at + 1]),
        text[at + 1] != Mark.at
      {
        let end = until(text, from: at + 1) { !classes.isName($0) }
        add(.user, at..<end, to: &all, letters)
        at = end
        isFresh = false
        continue
      }
      if value == Mark.hash, at + 1 < text.count, isLetterOrDigit(text[at + 1]) {
        let end = until(text, from: at + 1) { !isLetterOrDigit($0) && $0 != Mark.underscore }
        addWord(.tag, text, at + 1..<end, to: &all, &letters)
        at = end
        isFresh = false
        continue
      }
      if classes.isLetter(value) {
        let end = wordEnd(text, at)
        addWord(.word, text, at..<end, to: &all, &letters)
        at = end
        isFresh = false
        continue
      }
      if Self.isDigit(value) {
        let end = numberEnd(text, at)
        add(.number, at..<end, to: &all, letters)
        at = end
        isFresh = false
        continue
      }
      at = scanSign(text, at, to: &all, &letters)
      isFresh = true
    }
  }

  /// Emoji, smileys and marks; anything else is passed over.
  /// - Returns: where to go on.
  private func scanSign(
    _ text: UnsafeBufferPointer<UInt32>, _ at: Int, to all: inout [Piece],
    _ letters: inout [UInt32]
  ) -> Int {
    let value = text[at]
    if classes.isFace(value) {
      add(.face, at..<at + 1, saying: [value], to: &all, &letters)
      return at + 1
    }
    if let smiley = smiley(text, at) {
      add(.face, at..<smiley.end, saying: [smiley.face], to: &all, &letters)
      return smiley.end
    }
    if Self.isLoudMark(value)
      || value == Mark.dot && at + 1 < text.count && text[at + 1] == Mark.dot
    {
      return addMarks(text, at, to: &all, &letters)
    }
    switch value {
    case 0x2E, 0x3002, 0x964:
      add(.mark, at..<at + 1, saying: [0x2E], to: &all, &letters)
    case 0x2C, 0x3B, 0x3A, 0xFF0C, 0x60C:
      add(.mark, at..<at + 1, saying: [0x2C], to: &all, &letters)
    case 0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB:
      add(.mark, at..<at + 1, saying: [0x22], to: &all, &letters)
    default: break
    }
    return at + 1
  }

  private func addMarks(
    _ text: UnsafeBufferPointer<UInt32>, _ at: Int, to all: inout [Piece],
    _ letters: inout [UInt32]
  ) -> Int {
    var end = at
    var asks = false
    var calls = false
    while end < text.count, Self.isLoudMark(text[end]) || text[end] == Mark.dot {
      switch text[end] {
      case 0x3F, 0xFF1F, 0x61F, 0xBF: asks = true
      case 0x21, 0xFF01, 0xA1: calls = true
      default: break
      }
      end += 1
    }
    let isMany = end - at > 1
    let said: [UInt32] =
      switch (asks, calls) {
      case (true, true): [0x3F, 0x21]
      case (true, false): isMany ? [0x3F, 0x3F] : [0x3F]
      case (false, true): isMany ? [0x21, 0x21] : [0x21]
      case (false, false): [0x2E, 0x2E]
      }
    add(.mark, at..<end, saying: said, to: &all, &letters)
    return end
  }

  /// `:-)` and its like, told as one of three signs.
  private func smiley(
    _ text: UnsafeBufferPointer<UInt32>, _ at: Int
  ) -> (end: Int, face: UInt32)? {
    if text[at] == 0x3C {
      return at + 1 < text.count && text[at + 1] == 0x33 ? (at + 2, 0x2661) : nil
    }
    guard text[at] == 0x3A || text[at] == 0x3B || text[at] == 0x3D else { return nil }
    var mouth = at + 1
    if mouth < text.count {
      switch text[mouth] {
      case 0x2D, 0x27, 0x6F, 0x5E: mouth += 1
      default: break
      }
    }
    guard mouth < text.count else { return nil }
    switch text[mouth] {
    case 0x29, 0x5D, 0x44, 0x64, 0x70, 0x50, 0x33, 0x2A:
      let isWord = mouth + 1 < text.count && isLetterOrDigit(text[mouth + 1])
      return isWord ? nil : (mouth + 1, 0x263A)
    case 0x2F where mouth + 1 < text.count && text[mouth + 1] == 0x2F: return nil
    case 0x28, 0x5B, 0x2F, 0x5C, 0x7C, 0x40, 0x24: return (mouth + 1, 0x2639)
    default: return nil
    }
  }

  private func wordEnd(_ text: UnsafeBufferPointer<UInt32>, _ start: Int) -> Int {
    var end = start
    while end < text.count {
      if !classes.isLetter(text[end]) {
        switch text[end] {
        case 0x27, 0x2019, 0x200C, 0x200D:
          guard end > start, end + 1 < text.count, classes.isLetter(text[end + 1]) else {
            return end
          }
        default: return end
        }
      }
      end += 1
    }
    return end
  }

  private func numberEnd(_ text: UnsafeBufferPointer<UInt32>, _ start: Int) -> Int {
    var end = start
    while end < text.count {
      if !Self.isDigit(text[end]) {
        switch text[end] {
        case 0x2C, 0x2E, 0x3A:
          guard end + 1 < text.count, Self.isDigit(text[end + 1]) else { return end }
        default: return end
        }
      }
      end += 1
    }
    return end
  }

  /// In lower case; of one letter three times and more in a row two stay.
  private func addWord(
    _ kind: Piece.Kind, _ text: UnsafeBufferPointer<UInt32>, _ range: Range<Int>,
    to all: inout [Piece], _ letters: inout [UInt32]
  ) {
    let start = letters.count
    var isLoud = true
    var isLong = false
    var run = 0
    var capitals = 0
    for at in range {
      let value = text[at]
      if value == 0x200C || value == 0x200D { continue }
      let low = value == 0x2019 ? 0x27 : classes.lower(value)
      if low == value && value != 0x27 { isLoud = false }
      if low != value { capitals += 1 }
      if letters.count > start, letters[letters.count - 1] == low {
        run += 1
        if run >= 3 {
          isLong = true
          continue
        }
      } else {
        run = 1
      }
      letters.append(low)
    }
    all.append(
      Piece(
        kind: kind, source: range, letters: start..<letters.count,
        isLoud: isLoud && capitals >= 2, isLong: isLong))
  }

  private func add(
    _ kind: Piece.Kind, _ range: Range<Int>, to all: inout [Piece], _ letters: [UInt32]
  ) {
    all.append(Piece(kind: kind, source: range, letters: letters.count..<letters.count))
  }

  private func add(
    _ kind: Piece.Kind, _ range: Range<Int>, saying said: [UInt32], to all: inout [Piece],
    _ letters: inout [UInt32]
  ) {
    let start = letters.count
    letters += said
    all.append(Piece(kind: kind, source: range, letters: start..<letters.count))
  }

  private func until(
    _ text: UnsafeBufferPointer<UInt32>, from start: Int, _ ends: (UInt32) -> Bool
  ) -> Int {
    var end = start
    while end < text.count, !ends(text[end]) { end += 1 }
    return end
  }

  private func isLetterOrDigit(_ value: UInt32) -> Bool {
    classes.isLetter(value) || Self.isDigit(value)
  }

  private static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  private static func isLoudMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x3F, 0xFF01, 0xFF1F, 0x61F, 0xA1, 0xBF, 0x2026: true
    default: false
    }
  }

  private static func beginsAddress(_ text: UnsafeBufferPointer<UInt32>, _ at: Int) -> Bool {
    let first = text[at] | 0x20
    guard first == 0x68 || first == 0x77 else { return false }
    return addresses.contains { address in
      guard text.count - at >= address.count else { return false }
      for offset in address.indices {
        let value = text[at + offset]
        let low = value >= 0x41 && value <= 0x5A ? value | 0x20 : value
        if low != address[offset] { return false }
      }
      return true
    }
  }

  private static let addresses = ["http://", "https://", "www."].map {
    $0.unicodeScalars.map(\.value)
  }

  private enum Mark {
    static let at: UInt32 = 0x40
    static let hash: UInt32 = 0x23
    static let underscore: UInt32 = 0x5F
    static let dot: UInt32 = 0x2E
  }
}
