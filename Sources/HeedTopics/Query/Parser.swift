/// Reads a query by recursive descent:
///
///     or    := and ("OR" and)*
///     and   := not ("AND"? not)*
///     not   := ("NOT" | "-") not | near
///     near  := item ("NEAR/n" item)?
///     item  := "(" or ")" | words | tag | handle | attribute
struct Parser {
  private let scalars: [Unicode.Scalar]
  private let items: [Lexer.Item]
  private var next = 0
  private var depth = 0
  private var openings: [Range<Int>] = []
  private var terms: TermReader

  init(_ source: String) throws(TopicQueryError) {
    scalars = Array(source.unicodeScalars)
    terms = TermReader(scalars)
    guard source.count <= TopicQuery.maximumLength else {
      throw TopicQueryError(
        code: .tooLong, range: TopicQuery.maximumLength..<source.count,
        wording: "A query can have \(TopicQuery.maximumLength) characters.", repair: nil)
    }
    do {
      var lexer = Lexer(scalars)
      items = try lexer.items()
    } catch {
      throw error.error(in: scalars)
    }
  }

  mutating func parse() throws(TopicQueryError) -> TopicQuery.Node {
    do {
      return try whole()
    } catch {
      throw error.error(in: scalars)
    }
  }

  private mutating func whole() throws(Mistake) -> TopicQuery.Node {
    guard !items.isEmpty else {
      throw Mistake(
        code: .empty, range: 0..<scalars.count, message: "Write a word to listen for.")
    }
    let node = try or()
    guard next < items.count else { return node }
    throw unexpectedClose(items[next].range)
  }

  private func unexpectedClose(_ range: Range<Int>) -> Mistake {
    Mistake(
      code: .unexpectedClose, range: range,
      message: "No bracket is open that this one could close.", edit: (range, " "))
  }

  private mutating func or() throws(Mistake) -> TopicQuery.Node {
    var nodes = [try and()]
    while case .or = lexeme {
      let mark = items[next].range
      next += 1
      try expectOperand(behind: mark)
      nodes.append(try and())
    }
    return .any(nodes)
  }

  private mutating func and() throws(Mistake) -> TopicQuery.Node {
    var nodes = [try not()]
    while true {
      switch lexeme {
      case nil, .or, .close: return .all(nodes)
      case .and:
        let mark = items[next].range
        next += 1
        try expectOperand(behind: mark)
        nodes.append(try not())
      default: nodes.append(try not())
      }
    }
  }

  private mutating func not() throws(Mistake) -> TopicQuery.Node {
    guard case .not = lexeme else { return try near() }
    let mark = items[next].range
    next += 1
    try expectOperand(behind: mark)
    try descend(at: mark)
    defer { depth -= 1 }
    return .negated(try not())
  }

  private mutating func near() throws(Mistake) -> TopicQuery.Node {
    let start = next
    let left = try item()
    guard case .near(let distance) = lexeme else { return left }
    let mark = items[next].range
    next += 1
    try expectOperand(behind: mark)
    if case .not = lexeme { throw needsWords(mark) }
    let middle = next
    let right = try item()
    guard left.hasPlace, right.hasPlace else { throw needsWords(mark) }
    if case .near = lexeme {
      let shared = items[middle].range.lowerBound..<items[next - 1].range.upperBound
      throw Mistake(
        code: .nearTwice, range: items[start].range.lowerBound..<items[next].range.upperBound,
        message: "NEAR joins two things. Join the second with the third anew.",
        edit: (shared.upperBound..<shared.upperBound, " AND \(terms.text(shared))"))
    }
    return .near(left, right, within: distance)
  }

  private func needsWords(_ mark: Range<Int>) -> Mistake {
    Mistake(
      code: .nearNeedsWords, range: mark,
      message: "NEAR joins words, phrases, or groups of these with OR.", edit: (mark, "AND"))
  }

  private mutating func item() throws(Mistake) -> TopicQuery.Node {
    guard next < items.count else { throw missing(at: scalars.count..<scalars.count) }
    let item = items[next]
    switch item.lexeme {
    case .open: return try group()
    case .text(let content, let isQuoted, let isExact):
      next += 1
      return try terms.node(content, isQuoted: isQuoted, isExact: isExact, in: item.range)
    case .attribute(let name, let value, let isQuoted, let nameRange):
      next += 1
      return try terms.attribute(
        name, nameRange, value: value, isQuoted: isQuoted, in: item.range)
    case .close where openings.isEmpty: throw unexpectedClose(item.range)
    case .and, .or, .not, .near, .close: throw missing(at: item.range)
    }
  }

  private mutating func group() throws(Mistake) -> TopicQuery.Node {
    let opening = items[next].range
    next += 1
    if case .close = lexeme {
      let whole = opening.lowerBound..<items[next].range.upperBound
      throw Mistake(
        code: .emptyGroup, range: whole, message: "There is nothing between the brackets.",
        edit: (whole, " "))
    }
    try descend(at: opening)
    openings.append(opening)
    if next >= items.count { throw unclosed() }
    let node = try or()
    guard case .close = lexeme else { throw unclosed() }
    next += 1
    depth -= 1
    openings.removeLast()
    return node
  }

  private func unclosed() -> Mistake {
    let opening = openings[openings.count - 1]
    let isEmpty = next >= items.count && items[next - 1].range == opening
    return Mistake(
      code: .missingClose, range: opening, message: "The bracket opened here is not closed.",
      edit: isEmpty
        ? (opening, " ")
        : (scalars.count..<scalars.count, String(repeating: ")", count: openings.count)))
  }

  private func missing(at range: Range<Int>) -> Mistake {
    Mistake(
      code: .danglingOperator, range: range,
      message: "\(terms.text(range)) wants something on both sides.", edit: (range, " "))
  }

  /// AND, OR, NOT and NEAR need something behind them.
  private func expectOperand(behind mark: Range<Int>) throws(Mistake) {
    switch lexeme {
    case nil, .close, .and, .or, .near:
      throw Mistake(
        code: .danglingOperator, range: mark,
        message: "\(terms.text(mark)) wants something behind it.", edit: (mark, " "))
    default: return
    }
  }

  private mutating func descend(at range: Range<Int>) throws(Mistake) {
    depth += 1
    guard depth <= TopicQuery.maximumDepth else {
      throw Mistake(
        code: .tooDeep, range: range,
        message: "Groups can lie in each other \(TopicQuery.maximumDepth) deep.")
    }
  }

  private var lexeme: Lexer.Lexeme? { next < items.count ? items[next].lexeme : nil }
}
