@testable import HeedTopics

/// Collects the scalars of the word, compound or run of characters that is being read.
struct ReferenceWords {
  private struct Part {
    var folded: [Unicode.Scalar] = []
    /// Where each folded scalar was written.
    var ranges: [Range<Int>] = []

    var range: Range<Int> { ranges[0].lowerBound..<ranges[ranges.count - 1].upperBound }
  }

  private var parts: [Part] = []
  private var isOpen = false
  private(set) var isCharacters = false

  /// Compounds of more parts than this have no form written together.
  static let maximumParts = 8

  var canJoin: Bool { isOpen && !isCharacters && parts.last?.folded.last != "_" }

  mutating func append(_ folded: Unicode.Scalar, _ range: Range<Int>) {
    if !isOpen {
      parts.append(Part())
      isOpen = true
    }
    parts[parts.count - 1].folded.append(folded)
    parts[parts.count - 1].ranges.append(range)
  }

  mutating func appendCharacter(_ folded: Unicode.Scalar, _ range: Range<Int>) {
    isCharacters = true
    parts.append(Part(folded: [folded], ranges: [range]))
  }

  /// The next scalar, behind a hyphen or apostrophe, begins another part.
  mutating func join() { isOpen = false }

  /// Takes in what was written and folds to nothing.
  mutating func extend(to end: Int) {
    guard let part = parts.indices.last, isOpen || isCharacters,
      let last = parts[part].ranges.indices.last
    else { return }
    parts[part].ranges[last] = parts[part].ranges[last].lowerBound..<end
  }

  /// Whether the scalar made one letter with the last one.
  mutating func compose(_ scalar: Unicode.Scalar, end: Int) -> Bool {
    guard isOpen || isCharacters, let last = parts.last?.folded.last,
      let whole = Composition.compose(last, scalar)
    else { return false }
    let part = parts.count - 1
    parts[part].folded[parts[part].folded.count - 1] = whole
    extend(to: end)
    return true
  }

  /// Adds the tokens of what was collected and begins anew; answers the position behind them.
  mutating func flush(into tokens: inout [FoldedText.Token], at position: Int) -> Int {
    defer {
      parts.removeAll(keepingCapacity: true)
      isOpen = false
      isCharacters = false
    }
    if isCharacters {
      for (index, part) in parts.enumerated() {
        tokens.append(token(.character, part, at: position + index, followsDirectly: index > 0))
      }
      return position + parts.count
    }
    let words = parts.compactMap(Self.trimmed)
    if (2...Self.maximumParts).contains(words.count) {
      let whole = Part(
        folded: words.flatMap(\.folded), ranges: words.map(\.range))
      tokens.append(token(.compound, whole, at: position, length: words.count))
    }
    for (index, part) in words.enumerated() {
      tokens.append(token(.word, part, at: position + index))
    }
    return position + words.count
  }

  private func token(
    _ kind: FoldedText.Token.Kind, _ part: Part, at position: Int, length: Int = 1,
    followsDirectly: Bool = false
  ) -> FoldedText.Token {
    var folded = String.UnicodeScalarView()
    folded.append(contentsOf: part.folded)
    return FoldedText.Token(
      kind: kind, folded: String(folded), position: position, length: length, range: part.range,
      followsDirectly: followsDirectly)
  }

  /// Underscores around a word are emphasis, not part of it.
  private static func trimmed(_ part: Part) -> Part? {
    var part = part
    while part.folded.last == "_" {
      part.folded.removeLast()
      part.ranges.removeLast()
    }
    while part.folded.first == "_" {
      part.folded.removeFirst()
      part.ranges.removeFirst()
    }
    guard !part.folded.isEmpty else { return nil }
    order(&part.folded)
    return part
  }

  /// Marks that may be typed in any order are put into Unicode's own, so that what looks the same
  /// is the same.
  private static func order(_ scalars: inout [Unicode.Scalar]) {
    var start = 0
    while start < scalars.count {
      guard scalars[start].value >= 0x0300, rank(scalars[start]) != 0 else {
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
    scalar.properties.canonicalCombiningClass.rawValue
  }
}
