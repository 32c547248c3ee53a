@testable import HeedTopics

/// Walks a text once and finds its tokens.
struct ReferenceTokenizer {
  private(set) var tokens: [FoldedText.Token] = []
  private(set) var position = 0

  private let scalars: [Unicode.Scalar]
  private let offsets: [Int]
  private var next = 0
  private var words = ReferenceWords()

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var offsets: [Int] = []
    offsets.reserveCapacity(scalars.count + 1)
    var offset = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.offsets = offsets
  }

  mutating func run() {
    while next < scalars.count { step() }
    flush()
  }

  private mutating func step() {
    let scalar = scalars[next]
    if let (folded, end) = ReferenceEmoji.sequence(in: scalars, from: next) {
      flush()
      add(.emoji, folded, length: 1, from: next, to: end)
      position += 1
      next = end
    } else if isAtBoundary, let end = ReferenceLinks.end(in: scalars, from: next) {
      flush()
      addLink(from: next, to: end)
      next = end
    } else if ScalarClass.isNumberSign(scalar), isAtBoundary, let end = tagEnd(from: next + 1) {
      addTag(to: end)
    } else if ScalarClass.isAtSign(scalar), isAtBoundary, let end = handleEnd(from: next + 1) {
      addHandle(to: end)
    } else {
      read(scalar)
      next += 1
    }
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    if ScalarClass.isInvisible(scalar) { return }
    if words.compose(scalar, end: offsets[next + 1]) { return }
    if ScalarClass.isWord(scalar) {
      let range = offsets[next]..<offsets[next + 1]
      switch ScalarFolding.fold(scalar) {
      case .itself: append(scalar, range)
      case .other(let other): append(other, range)
      case .several(let several):
        if several.isEmpty { words.extend(to: range.upperBound) }
        for other in several { append(other, range) }
      }
    } else if ScalarClass.isApostrophe(scalar) || ScalarClass.isHyphen(scalar), words.canJoin,
      next + 1 < scalars.count, continuesWord(scalars[next + 1])
    {
      words.join()
    } else {
      flush()
    }
  }

  private mutating func append(_ folded: Unicode.Scalar, _ range: Range<Int>) {
    if words.compose(folded, end: range.upperBound) { return }
    if ScalarClass.isUnspaced(folded) {
      if !words.isCharacters { flush() }
      words.appendCharacter(folded, range)
    } else {
      if words.isCharacters { flush() }
      words.append(folded, range)
    }
  }

  private mutating func flush() {
    position = words.flush(into: &tokens, at: position)
  }

  private func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    ScalarClass.isSpacedWord(scalar) && scalar != "_"
  }

  private var isAtBoundary: Bool {
    guard next > 0 else { return true }
    let before = scalars[next - 1]
    if before == "&" || before == "/" { return false }
    return !ScalarClass.isWord(before) || ScalarClass.isUnspaced(before)
  }

  private func tagEnd(from start: Int) -> Int? {
    var end = start
    var hasWord = false
    while end < scalars.count {
      let scalar = scalars[end]
      guard ScalarClass.isWord(scalar) || ScalarClass.isInvisible(scalar) else { break }
      if ReferenceEmoji.sequence(in: scalars, from: end) != nil { break }
      if scalar != "_", ScalarClass.isWord(scalar) { hasWord = true }
      end += 1
    }
    return hasWord ? end : nil
  }

  private func handleEnd(from start: Int) -> Int? {
    let end = ReferenceHandles.end(in: scalars, from: start)
    return scalars[start..<end].contains { $0 != "_" && $0 != "." && $0 != "-" } ? end : nil
  }

  private mutating func add(
    _ kind: FoldedText.Token.Kind, _ folded: String, length: Int, from start: Int, to end: Int,
    at index: Int? = nil
  ) {
    let token = FoldedText.Token(
      kind: kind, folded: folded, position: position, length: length,
      range: offsets[start]..<offsets[end], followsDirectly: false)
    tokens.insert(token, at: index ?? tokens.count)
  }

  private mutating func addLink(from start: Int, to end: Int) {
    let text = String(String.UnicodeScalarView(scalars[start..<end]))
    let host = Links.host(of: Links.folded(text))
    add(.link, host, length: 1, from: start, to: end)
    position += 1
  }

  private mutating func addTag(to end: Int) {
    flush()
    let start = next
    let index = tokens.count
    let first = position
    readWords(from: start + 1, to: end)
    let folded = tokens[index...].filter { $0.kind != .compound }.map(\.folded).joined()
    guard position > first else { return }
    let length = position - first
    position = first
    add(.tag, folded, length: length, from: start, to: end, at: index)
    position = first + length
  }

  private mutating func addHandle(to end: Int) {
    flush()
    let start = next
    let index = tokens.count
    let first = position
    var nameEnd = start + 1
    while nameEnd < end, !ScalarClass.isAtSign(scalars[nameEnd]), scalars[nameEnd] != ".",
      scalars[nameEnd] != ":"
    {
      nameEnd += 1
    }
    readWords(from: start + 1, to: nameEnd)
    let length = max(position - first, 1)
    position = first
    let folded = Handles.folded(String(String.UnicodeScalarView(scalars[(start + 1)..<end])))
    add(.handle, folded, length: length, from: start, to: end, at: index)
    position = first + length
    next = end
  }

  private mutating func readWords(from start: Int, to end: Int) {
    next = start
    while next < end {
      read(scalars[next])
      next += 1
    }
    flush()
  }
}
