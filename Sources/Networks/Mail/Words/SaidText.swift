import HeedMarkup
import HeedModel

/// What a mail says, as rich text: its own words, with what it answers between them, without what stood there before.
struct SaidText {
  /// Characters of the words that are kept.
  static let longest = 100_000

  /// - Parameter isWhole: show also what is quoted: nothing else is said.
  static func text(of message: MailMessage) -> RichText {
    var blocks: [RichText.Block] = []
    for piece in message.pieces.prefix(50) { blocks += Self.blocks(of: piece) }
    let said = RichText(blocks).normalised
    guard said.isEmpty else { return said }
    // Nothing but a quote: it is what they send, so it is shown.
    blocks = message.pieces.prefix(50).flatMap { piece -> [RichText.Block] in
      if let plain = piece.plain, !plain.trimmed.isEmpty { return RichLines(plain: plain).blocks }
      return piece.html.map { HTMLReader().read(utf8: Array($0.utf8)).blocks } ?? []
    }
    return RichText(blocks).normalised
  }

  /// The plain reading where it says something, else the rich one: programs write the plain one for reading, and it
  /// holds nothing that only looks like words.
  private static func blocks(of piece: MailMessage.Piece) -> [RichText.Block] {
    let plain = (piece.plain?.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    if let plain, piece.html.map({ !isMereNotice(plain, beside: $0) }) ?? true {
      return Self.blocks(ofPlain: String(plain.prefix(longest)))
    }
    guard let html = piece.html else { return [] }
    return RichLines(HTMLReader().read(utf8: Array(html.utf8))).said
  }

  /// “Your program cannot show this mail” beside a page of words.
  private static func isMereNotice(_ plain: String, beside html: String) -> Bool {
    guard plain.count < 300, html.utf8.count > 10 * plain.utf8.count else { return false }
    let page = HTMLReader.text(html)
    return page.count > 4 * plain.count && !page.contains(plain.prefix(40))
  }

  private static func blocks(ofPlain text: String) -> [RichText.Block] {
    let words = NewWords(text)
    var blocks = RichLines(plain: words.text).blocks
    if let range = words.forwarded {
      // What is passed on was not said here before: it belongs to what they say.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let passedOn = lines[range.clamped(to: 0..<lines.count)].joined(separator: "\n")
      let inner = RichLines(plain: passedOn).blocks
      if !inner.isEmpty { blocks.append(.quote(inner)) }
    }
    return blocks
  }
}

/// Rich text as lines, and back: so that one rule finds what is new in both readings of a mail.
struct RichLines {
  private enum Origin {
    /// One line of a paragraph.
    case line(block: Int, inlines: [RichText.Inline])
    case block(Int)
    case none
  }

  private var source: [RichText.Block] = []
  private var lines: [String] = []
  private var origins: [Origin] = []

  init(_ text: RichText) {
    source = text.blocks
    for (index, block) in source.enumerated() {
      if index > 0 { add("", .none) }
      switch block {
      case .paragraph(let inlines), .heading(let inlines):
        for line in Self.split(inlines) {
          add(RichText([.paragraph(line)]).plain, .line(block: index, inlines: line))
        }
      case .quote, .list, .code:
        for line in RichText([block]).plain.split(separator: "\n", omittingEmptySubsequences: false)
        {
          add(String(line), .block(index))
        }
      }
    }
  }

  private mutating func add(_ text: String, _ origin: Origin) {
    // A paragraph's words may hold a line end of their own; one entry stays one line.
    lines.append(text.replacing("\n", with: " "))
    origins.append(origin)
  }

  /// The blocks that newly say something.
  var said: [RichText.Block] {
    let words = NewWords(lines: lines)
    var result: [RichText.Block] = []
    var last = -1
    var open: [RichText.Inline] = []
    func close() {
      guard !open.isEmpty else { return }
      if case .heading = source[last] {
        result.append(.heading(open))
      } else {
        result.append(.paragraph(open))
      }
      open = []
    }
    for index in words.kept {
      switch origins[index] {
      case .line(let block, let inlines):
        if block != last { close() }
        if block == last, !open.isEmpty { open.append(.lineBreak) }
        last = block
        open += inlines
      case .block(let block):
        close()
        if block != last { result.append(source[block]) }
        last = block
      case .none: close()
      }
    }
    close()
    return result
  }

  /// The inlines of a paragraph, cut where its lines end.
  private static func split(_ inlines: [RichText.Inline]) -> [[RichText.Inline]] {
    var lines: [[RichText.Inline]] = [[]]
    for inline in inlines {
      if inline == .lineBreak { lines.append([]) } else { lines[lines.count - 1].append(inline) }
    }
    return lines
  }
}

extension RichLines {
  private static let deepest = 10

  /// Plain words: what is marked with `>` becomes a quote, links are found.
  init(plain text: String) {
    self.init()
    source = Self.blocks(
      of: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), depth: 0)
  }

  private init() {}

  var blocks: [RichText.Block] { source }

  private static func blocks(of lines: [String], depth: Int) -> [RichText.Block] {
    var blocks: [RichText.Block] = []
    var run: [String] = []
    var isQuote = false
    func close() {
      guard !run.isEmpty else { return }
      if isQuote {
        let inner = Self.blocks(of: run, depth: depth + 1)
        if !inner.isEmpty { blocks.append(.quote(inner)) }
      } else {
        blocks += Entities().rich(run.joined(separator: "\n")).blocks
      }
      run = []
    }
    for line in lines {
      let start = line.drop { $0 == " " }
      let quoted = start.first == ">" && depth < deepest
      if quoted != isQuote {
        close()
        isQuote = quoted
      }
      if quoted {
        let rest = start.dropFirst()
        run.append(String(rest.first == " " ? rest.dropFirst() : rest))
      } else {
        run.append(line)
      }
    }
    close()
    return blocks
  }
}
