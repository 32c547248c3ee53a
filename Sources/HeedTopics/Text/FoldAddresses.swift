/// Handles and addresses are folded scalar by scalar, not word by word: `Handles.folded` and
/// `Links.folded` say how, this writes the same into the buffer, each behind one byte of its own.
extension TokenReader {
  /// A handle without `@` and `acct:` in front of it.
  mutating func writeHandle(_ text: SourceText, _ range: Range<Int>) -> Range<Int> {
    buffer.write(0x40)
    var start = buffer.foldedCount
    writeScalars(text, range)
    let end = buffer.foldedCount
    while start < end {
      if buffer.folded[start] == 0x40 {
        start += 1
      } else if buffer.has("acct:", at: start, before: end) {
        start += 5
      } else {
        break
      }
    }
    buffer.folded[start - 1] = 0x40
    return start..<end
  }

  /// An address without scheme, `www.` and trailing slashes.
  mutating func writeAddress(_ text: SourceText, _ range: Range<Int>) -> Range<Int> {
    buffer.write(0x2F)
    var start = buffer.foldedCount
    writeScalars(text, range)
    var end = buffer.foldedCount
    while let stripped = addressStart(start..<end) { start = stripped }
    while end > start, buffer.folded[end - 1] == 0x2F { end -= 1 }
    buffer.folded[start - 1] = 0x2F
    return start..<end
  }

  /// Where a folded address goes on behind its scheme, its `www.` or its user.
  private func addressStart(_ range: Range<Int>) -> Int? {
    for opening in Links.openings
    where buffer.has(opening, at: range.lowerBound, before: range.upperBound) {
      return range.lowerBound + opening.utf8CodeUnitCount
    }
    var user: Int?
    for index in range {
      let byte = buffer.folded[index]
      if byte == 0x2F || byte == 0x3F || byte == 0x23 { break }
      if byte == 0x40 { user = index + 1 }
    }
    return user
  }

  /// Where the host of a folded address ends.
  func hostEnd(of address: Range<Int>) -> Int {
    let folded = SourceText(start: UnsafePointer(buffer.folded), count: address.upperBound)
    var index = address.lowerBound
    while index < address.upperBound {
      let (value, following) = folded.value(at: index)
      guard value == 0x2E || value == 0x2D || folded.traits(value).has(.word) else { break }
      index = following
    }
    while index > address.lowerBound, folded[index - 1] == 0x2E || folded[index - 1] == 0x2D {
      index -= 1
    }
    return index
  }

  mutating func writeScalars(_ text: SourceText, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, following) = text.value(at: index)
      index = following
      let cell = text.cell(value)
      if cell.traits.has([.plainLetter, .plainCharacter]) {
        buffer.write(cell)
      } else if value < 0x80 {
        buffer.write(UInt8(value))
      } else if cell.traits.has(.atSign) {
        buffer.write(0x40)
      } else if !cell.traits.has(.invisible) {
        let scalar = Unicode.Scalar(value).unsafelyUnwrapped
        switch ScalarFolding.fold(scalar) {
        case .itself: buffer.write(scalar)
        case .other(let other): buffer.write(other)
        case .several(let several): for folded in several { buffer.write(folded) }
        }
      }
    }
  }
}
