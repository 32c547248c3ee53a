extension TokenBuffer {
  /// Marks that may be typed in any order are put into Unicode's own, so that what looks the same
  /// is the same.
  mutating func orderMarks(in range: Range<Int>) {
    var scalars: [Unicode.Scalar] = []
    let text = UTF8Text(start: UnsafePointer(folded), count: range.upperBound)
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, end) = text.scalar(at: index)
      scalars.append(scalar)
      index = end
    }
    Self.order(&scalars)
    index = range.lowerBound
    for scalar in scalars {
      for byte in String(scalar).utf8 {
        folded[index] = byte
        index += 1
      }
    }
  }

  private static func order(_ scalars: inout [Unicode.Scalar]) {
    var start = 0
    while start < scalars.count {
      guard rank(scalars[start]) != 0 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < scalars.count, rank(scalars[end]) != 0 { end += 1 }
      let marks = scalars[start..<end].enumerated().sorted {
        (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
      }
      scalars.replaceSubrange(start..<end, with: marks.map(\.element))
      start = end
    }
  }

  private static func rank(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < 0x0300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
  }
}
