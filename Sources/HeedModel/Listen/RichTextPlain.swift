extension RichText {
  /// Somebody whom a text speaks to or of.
  public struct Mention: Sendable, Hashable {
    /// As written, with its mark.
    public var handle: String
    /// The page of whom it means.
    public var to: String?

    public init(handle: String, to: String? = nil) {
      self.handle = handle
      self.to = to
    }
  }

  /// A member's words as typed: blank lines part paragraphs, other line ends are line breaks.
  ///
  /// Nothing is read into them; `Entities` of HeedMarkup finds links, mentions and tags.
  public init(plain: String) {
    var blocks: [Block] = []
    var inlines: [Inline] = []
    for line in Words.withLineEnds(plain).utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      let line = String(Substring(line))
      if Words.isBlank(line) {
        if !inlines.isEmpty { blocks.append(.paragraph(inlines)) }
        inlines = []
      } else {
        if !inlines.isEmpty { inlines.append(.lineBreak) }
        inlines.append(.text(line))
      }
    }
    if !inlines.isEmpty { blocks.append(.paragraph(inlines)) }
    self.init(blocks)
  }

  /// The words alone, for search, reading and plain-text mail: paragraphs parted by a blank line,
  /// mentions and tags with their mark, quoted lines after `>`, items after `-` or their number.
  public var plain: String {
    var lines: [String] = []
    PlainWriter.write(blocks, before: "", into: &lines)
    return lines.joined(separator: "\n")
  }

  /// The first words on one line, at most `limit` characters with the `…` that tells of more.
  ///
  /// It ends at a space where one is near.
  public func preview(limit: Int) -> String {
    guard limit > 0 else { return "" }
    var words = ""
    for word in plain.split(whereSeparator: \.isWhitespace) {
      if !words.isEmpty { words += " " }
      words += word.prefix(limit + 1)
      if words.count > limit { break }
    }
    guard words.count > limit else { return words }
    var cut = words.prefix(limit - 1)
    // A word that is cut in two is worse than a shorter line, unless it is nearly all of it.
    if words[cut.endIndex] != " ", let space = cut.lastIndex(of: " "),
      cut.distance(from: cut.startIndex, to: space) > limit / 2
    {
      cut = cut[..<space]
    }
    while cut.last == " " { cut.removeLast() }
    return cut + "…"
  }

  /// Everybody mentioned, in order, each once.
  public var mentions: [Mention] {
    collect {
      guard case .mention(let handle, let address) = $0 else { return nil }
      return Mention(handle: handle, to: address)
    }
  }

  /// The names of its tags without their mark, in order, each once.
  public var tags: [String] {
    collect {
      guard case .tag(let name, _) = $0 else { return nil }
      return name
    }
  }

  /// The addresses it links to, in order, each once; pages of mentions and tags are not among them.
  public var links: [String] {
    collect {
      guard case .link(let address, _) = $0 else { return nil }
      return address
    }
  }

  private func collect<Found: Hashable>(_ pick: (Inline) -> Found?) -> [Found] {
    var seen: Set<Found> = []
    var found: [Found] = []
    visit(blocks) { if let item = pick($0), seen.insert(item).inserted { found.append(item) } }
    return found
  }

  private func visit(_ blocks: [Block], _ body: (Inline) -> Void) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines), .heading(let inlines): visit(inlines, body)
      case .quote(let blocks): visit(blocks, body)
      case .list(_, let items): for item in items { visit(item, body) }
      case .code: continue
      }
    }
  }

  private func visit(_ inlines: [Inline], _ body: (Inline) -> Void) {
    for inline in inlines {
      body(inline)
      switch inline {
      case .emphasis(let inner), .strong(let inner), .link(_, let inner): visit(inner, body)
      default: continue
      }
    }
  }
}

private enum PlainWriter {
  static func write(
    _ blocks: [RichText.Block], before mark: String, into lines: inout [String]
  ) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { lines.append(trimmed(mark)) }
      write(block, before: mark, into: &lines)
    }
  }

  private static func write(
    _ block: RichText.Block, before mark: String, into lines: inout [String]
  ) {
    switch block {
    case .paragraph(let inlines), .heading(let inlines):
      var text = ""
      for inline in inlines { write(inline, into: &text) }
      append(text, before: mark, into: &lines)
    case .code(let text): append(text, before: mark, into: &lines)
    case .quote(let inner): write(inner, before: mark + "> ", into: &lines)
    case .list(let ordered, let items):
      for (number, item) in items.enumerated() {
        let bullet = ordered ? "\(number + 1). " : "- "
        var inner: [String] = []
        write(item, before: "", into: &inner)
        let indent = String(repeating: " ", count: bullet.count)
        let words = inner.joined(separator: "\n")
        for (index, line) in words.split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated()
        {
          let start = index == 0 ? bullet : indent
          lines.append(line.isEmpty ? trimmed(mark) : mark + start + line)
        }
      }
    }
  }

  private static func append(_ text: String, before mark: String, into lines: inout [String]) {
    guard !mark.isEmpty else {
      lines.append(text)
      return
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(line.isEmpty ? trimmed(mark) : mark + line)
    }
  }

  private static func trimmed(_ mark: String) -> String {
    mark.hasSuffix(" ") ? String(mark.dropLast()) : mark
  }

  private static func write(_ inline: RichText.Inline, into text: inout String) {
    switch inline {
    case .text(let words), .code(let words): text += words
    case .lineBreak: text += "\n"
    case .emphasis(let inner), .strong(let inner), .link(_, let inner):
      for inline in inner { write(inline, into: &text) }
    case .mention(let handle, _): text += handle
    case .tag(let name, _): text += "#" + name
    }
  }
}
