/// Where other people's mails begin and end within the lines of one, each line looked at once however often it is asked
/// for: a mail of thousands of introductions and quotes asks behind each whether anything of the sender's own follows.
struct Landmarks {
  let lines: [MailLine]
  private var boundaries: [Int: Boundary?] = [:]
  /// Whether own words stand from a line on, by that line.
  private var says: [Int: Bool] = [:]
  /// How often a line was looked at for what it begins.
  private(set) var looks = 0

  init(_ lines: [MailLine]) { self.lines = lines }

  /// What begins at a line of text; `nil` at any other.
  mutating func boundary(at index: Int) -> Boundary? {
    guard lines[index].kind == .text else { return nil }
    if let known = boundaries[index] { return known }
    looks += 1
    let found = Boundary.at(index, in: lines)
    boundaries.updateValue(found, forKey: index)
    return found
  }

  func skipBlanks(from index: Int) -> Int {
    var index = index
    while index < lines.count, lines[index].kind == .blank { index += 1 }
    return index
  }

  /// Behind the last line of a quote; blank lines within it belong to it.
  func endOfQuote(from index: Int) -> Int {
    var end = index
    var next = index
    while next < lines.count, lines[next].kind == .quote || lines[next].kind == .blank {
      if lines[next].kind == .quote { end = next + 1 }
      next += 1
    }
    return end
  }

  /// Whether somebody's own words stand there, and not only signatures and further quotes.
  mutating func saysSomething(from start: Int) -> Bool {
    var passed: [Int] = []
    var index = start
    var found: Bool?
    while found == nil {
      found = index < lines.count ? says[index] : false
      guard found == nil else { break }
      passed.append(index)
      looks += 1
      switch step(at: index) {
      case .ends(let saying): found = saying
      case .goesOn(let next): index = next
      }
    }
    let result = found ?? false
    for index in passed { says[index] = result }
    return result
  }

  private enum Step {
    case ends(Bool)
    case goesOn(Int)
  }

  private mutating func step(at index: Int) -> Step {
    let line = lines[index]
    switch line.kind {
    case .blank, .quote: return .goesOn(index + 1)
    case .code: return .ends(true)
    case .text:
      if Signature.begins(at: index, in: lines) { return .ends(false) }
      if let boundary = boundary(at: index) {
        guard boundary.kind == .introduction else { return .ends(false) }
        let end = boundary.range.upperBound
        let next = skipBlanks(from: end)
        return next < lines.count && lines[next].kind != .quote ? .ends(false) : .goesOn(end)
      }
      return line.isRule || Signature.isOfProgram(line) ? .goesOn(index + 1) : .ends(true)
    }
  }
}
