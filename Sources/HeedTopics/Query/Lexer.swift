/// Cuts the source of a query into what the grammar knows. It works on scalars, so that a
/// combining mark behind a quote or a bracket cannot hide it.
struct Lexer {
  enum Lexeme {
    case open, close
    case and, or, not
    case near(Int)
    /// Text in quotes or without, from which words are read.
    case text(Range<Int>, isQuoted: Bool, isExact: Bool)
    case attribute(String, Range<Int>, isQuoted: Bool, nameRange: Range<Int>)
  }

  struct Item {
    let lexeme: Lexeme
    let range: Range<Int>
  }

  let scalars: [Unicode.Scalar]
  private var next = 0

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  mutating func items() throws(Mistake) -> [Item] {
    var items: [Item] = []
    while true {
      while next < scalars.count, isSpace(scalars[next]) { next += 1 }
      guard next < scalars.count else { return items }
      items.append(try item())
    }
  }

  private mutating func item() throws(Mistake) -> Item {
    let start = next
    let scalar = scalars[next]
    if isOpen(scalar) { return single(.open) }
    if isClose(scalar) { return single(.close) }
    if isQuote(scalar) { return try quoted(from: start, isExact: false) }
    let hasMore = next + 1 < scalars.count && !isSpace(scalars[next + 1])
    if isMinus(scalar), hasMore { return single(.not) }
    if isEquals(scalar), hasMore {
      if isQuote(scalars[next + 1]) {
        next += 1
        return try quoted(from: start, isExact: true)
      }
      next += 1
      let range = chunk()
      return Item(lexeme: .text(range, isQuoted: false, isExact: true), range: start..<next)
    }
    if let attribute = try attribute() { return attribute }
    let range = chunk()
    return Item(lexeme: try plain(range), range: range)
  }

  private mutating func single(_ lexeme: Lexeme) -> Item {
    next += 1
    return Item(lexeme: lexeme, range: (next - 1)..<next)
  }

  private mutating func quoted(from start: Int, isExact: Bool) throws(Mistake) -> Item {
    let content = try quotedContent()
    return Item(
      lexeme: .text(content, isQuoted: true, isExact: isExact), range: start..<next)
  }

  private mutating func quotedContent() throws(Mistake) -> Range<Int> {
    let opening = next
    var end = opening + 1
    while end < scalars.count, !isQuote(scalars[end]) { end += 1 }
    guard end < scalars.count else {
      let isEmpty = scalars[(opening + 1)...].allSatisfy(isSpace)
      let edit: (range: Range<Int>, text: String) =
        isEmpty ? (opening..<scalars.count, "") : (scalars.count..<scalars.count, "\"")
      throw Mistake(
        code: .unclosedQuote, range: opening..<scalars.count,
        message: "The quotation opened here is not closed.", edit: edit)
    }
    guard !scalars[(opening + 1)..<end].allSatisfy(isSpace) else {
      throw Mistake(
        code: .emptyQuote, range: opening..<(end + 1), message: "There is nothing in the quotes.",
        edit: (opening..<(end + 1), ""))
    }
    next = end + 1
    return (opening + 1)..<end
  }

  private mutating func chunk() -> Range<Int> {
    let start = next
    while next < scalars.count {
      let scalar = scalars[next]
      if isSpace(scalar) || isOpen(scalar) || isClose(scalar) || isQuote(scalar) { break }
      next += 1
    }
    return start..<next
  }

  private func plain(_ range: Range<Int>) throws(Mistake) -> Lexeme {
    switch text(range) {
    case "AND": return .and
    case "OR": return .or
    case "NOT": return .not
    case let word where word == "NEAR" || word.hasPrefix("NEAR/"):
      return .near(try distance(word, range))
    default: return .text(range, isQuoted: false, isExact: false)
    }
  }

  private func distance(_ word: String, _ range: Range<Int>) throws(Mistake) -> Int {
    let digits = word.utf8.dropFirst(5)
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw Mistake(
        code: .nearWithoutNumber, range: range,
        message: "NEAR wants to know how many words apart, as in NEAR/5.", edit: (range, "NEAR/5"))
    }
    let number = Int(String(Substring(digits))) ?? .max
    guard number <= TopicQuery.maximumDistance, number > 0 else {
      let nearest = number == 0 ? 1 : TopicQuery.maximumDistance
      throw Mistake(
        code: .nearTooFar, range: range,
        message: "NEAR takes 1 to \(TopicQuery.maximumDistance) words.",
        edit: (range, "NEAR/\(nearest)"))
    }
    return number
  }

  private mutating func attribute() throws(Mistake) -> Item? {
    let start = next
    var end = start
    while end < scalars.count, isLetter(scalars[end]) { end += 1 }
    guard end > start + 1, end < scalars.count, isColon(scalars[end]) else { return nil }
    let name = text(start..<end)
    let isKnown = TopicQuery.Attribute.Field(rawValue: name.lowercased()) != nil
    let behind = end + 1
    if !isKnown {
      guard behind < scalars.count, !isSpace(scalars[behind]), !isClose(scalars[behind]),
        scalars[behind] != "/"
      else { return nil }
    }
    next = behind
    if behind < scalars.count, isQuote(scalars[behind]) {
      let content = try quotedContent()
      return Item(
        lexeme: .attribute(name, content, isQuoted: true, nameRange: start..<end),
        range: start..<next)
    }
    let value = chunk()
    return Item(
      lexeme: .attribute(name, value, isQuoted: false, nameRange: start..<end),
      range: start..<next)
  }

  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
  private func isOpen(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "\u{FF08}" }
  private func isClose(_ scalar: Unicode.Scalar) -> Bool { scalar == ")" || scalar == "\u{FF09}" }
  private func isColon(_ scalar: Unicode.Scalar) -> Bool { scalar == ":" || scalar == "\u{FF1A}" }
  private func isEquals(_ scalar: Unicode.Scalar) -> Bool { scalar == "=" || scalar == "\u{FF1D}" }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    ScalarClass.isHyphen(scalar) || scalar == "\u{2212}" || scalar == "\u{2013}"
  }

  private func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x300C...0x300F, 0x301D...0x301F, 0xFF02: true
    default: false
    }
  }
}
