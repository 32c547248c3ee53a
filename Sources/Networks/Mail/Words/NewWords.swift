/// What a mail newly says, apart from what it quotes: by how mail programs of many kinds and languages mark it.
///
/// Works on lines and says which of them stay. Rather shows too much than loses a word of the sender's own: where
/// something stands below what is quoted, the quote stays with it, for the answer makes no sense without it.
struct NewWords {
  /// Lines of the text that are looked at; what stands behind them is kept as it is.
  static let mostLines = 5_000

  private var marks: Landmarks
  private let raw: [String]
  /// What was forwarded, below the sender's own words; empty where nothing was.
  private(set) var forwarded: Range<Int>?
  private(set) var kept: [Int] = []
  private var hasText = false

  init(_ text: String) {
    self.init(
      lines: text.withPlainLineEnds.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init))
  }

  init(lines raw: [String]) {
    self.raw = raw
    marks = Landmarks(MailLine.all(raw.prefix(Self.mostLines)))
    walk()
    strip()
  }

  var text: String { kept.map { raw[$0] }.joined(separator: "\n") }

  /// How often a line was looked at for what it begins.
  var looks: Int { marks.looks }

  private var lines: [MailLine] { marks.lines }

  private mutating func keep(_ range: Range<Int>) {
    kept += range
    hasText = hasText || range.contains { lines[$0].kind == .text || lines[$0].kind == .code }
  }

  private mutating func walk() {
    var index = 0
    while index < lines.count {
      if lines[index].kind != .code, let boundary = marks.boundary(at: index) {
        guard let next = pass(boundary) else { return }
        index = next
      } else if lines[index].kind == .quote {
        let end = marks.endOfQuote(from: index)
        let goesOn = marks.saysSomething(from: end)
        if hasText, !goesOn { return }
        if !hasText, !goesOn, quotesAnIntroduction(in: index..<end) { return }
        keep(index..<end)
        index = end
      } else if Signature.begins(at: index, in: lines), hasText || kept.isEmpty {
        return
      } else {
        keep(index..<(index + 1))
        index += 1
      }
    }
  }

  /// Where to go on behind a boundary; `nil` where nothing more is the sender's own.
  private mutating func pass(_ boundary: Boundary) -> Int? {
    let end = boundary.range.upperBound
    guard hasText else {
      if boundary.kind == .introduction {
        let quote = marks.skipBlanks(from: end)
        guard quote < lines.count, lines[quote].kind == .quote else { return end }
        // Answered below: what is above is what is answered.
        let after = marks.endOfQuote(from: quote)
        return marks.saysSomething(from: after) ? after : quote
      }
      // Nothing was added: what was passed on is what they say.
      return end
    }
    switch boundary.kind {
    case .original: return nil
    case .forward:
      forwarded = end..<lines.count
      return nil
    case .introduction:
      let quote = marks.skipBlanks(from: end)
      guard quote < lines.count, lines[quote].kind == .quote else { return nil }
      let after = marks.endOfQuote(from: quote)
      guard marks.saysSomething(from: after) else { return nil }
      keep(quote..<after)
      return after
    }
  }

  /// Blank lines, rules and what programs sign with at the end, and blank lines at the start.
  private mutating func strip() {
    while let last = kept.last {
      let line = lines[last]
      guard
        line.kind == .blank || (line.kind == .text && (line.isRule || Signature.isOfProgram(line)))
      else { break }
      kept.removeLast()
    }
    let start = kept.firstIndex { lines[$0].kind != .blank } ?? kept.endIndex
    kept.removeFirst(start)
    if raw.count > Self.mostLines, kept.last == lines.count - 1 {
      kept += Array(lines.count..<raw.count)
    }
  }

  private func quotesAnIntroduction(in range: Range<Int>) -> Bool {
    let inner = MailLine.all(range.map { lines[$0].withoutMark }[...])
    return inner.indices.contains { index in
      inner[index].kind == .text && Introduction.range(at: index, in: inner) != nil
    }
  }
}

/// One line of a mail, looked at once.
struct MailLine {
  enum Kind { case blank, text, quote, code }
  var text: String
  /// Without blanks around it.
  var trimmed: String
  var kind: Kind

  static func all(_ raw: ArraySlice<String>) -> [MailLine] {
    var isCode = false
    return raw.map { text in
      let trimmed = text.trimmed(of: MailLine.isBlank)
      let isFence = trimmed.hasPrefix("```")
      defer { if isFence { isCode.toggle() } }
      let kind: Kind =
        isCode || isFence ? .code : trimmed.isEmpty ? .blank : isQuoted(trimmed) ? .quote : .text
      return MailLine(text: text, trimmed: trimmed, kind: kind)
    }
  }

  /// `>` before a line, or up to three letters and a `>`, as some programs name whom they quote.
  private static func isQuoted(_ text: String) -> Bool {
    if text.hasPrefix(">") { return true }
    guard let mark = text.utf8.prefix(4).firstIndex(of: UInt8(ascii: ">")) else { return false }
    let name = text.utf8[..<mark]
    return !name.isEmpty && name.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  /// A quoted line without its first mark.
  var withoutMark: String {
    guard let mark = trimmed.firstIndex(of: ">"), kind == .quote else { return trimmed }
    let rest = trimmed[trimmed.index(after: mark)...]
    return String(rest.first == " " ? rest.dropFirst() : rest)
  }

  /// Nothing but a line drawn with signs.
  var isRule: Bool { !trimmed.isEmpty && trimmed.allSatisfy { "-_=~*#+ᐧ—–· ".contains($0) } }

  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace
      || "\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{FEFF}\u{2060}".contains(character)
  }
}

extension String {
  /// Every line end as LF. CR LF is one character in Swift, which no LF is found in.
  var withPlainLineEnds: String {
    guard utf8.contains(0x0D) else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var afterReturn = false
    for byte in utf8 {
      if byte == 0x0D {
        result.append(0x0A)
      } else if byte != 0x0A || !afterReturn {
        result.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return String(decoding: result, as: UTF8.self)
  }

  fileprivate func trimmed(of isBlank: (Character) -> Bool) -> String {
    let start = drop(while: isBlank)
    var end = start
    while let last = end.last, isBlank(last) { end.removeLast() }
    return String(end)
  }
}
