extension RichText {
  /// How deep quotes, lists and inline shapes may stand in each other, counted together.
  ///
  /// Deeper ones are opened up: their words stay, their shape goes. Whatever walks the tree may
  /// recurse without fear for its stack.
  public static let deepest = 32

  /// The same words in the one form that is stored: empty shapes gone, neighbouring texts joined,
  /// foreign addresses and control characters taken out.
  ///
  /// Taking it twice changes nothing. `RichText(encoded: text.encoded)` is `text.normalised`.
  public var normalised: RichText { RichText(Normaliser.blocks(blocks, depth: 0)) }

  /// Whether a link may lead to `address`: absolute `http`, `https` or `mailto`, without spaces,
  /// control characters or sign-in names (which dress one host up as another).
  public static func allows(address: String) -> Bool {
    let bytes = address.utf8
    guard bytes.count <= 8_192, !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
      return false
    }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let rest = bytes[bytes.index(after: colon)...]
    switch address[..<colon].lowercased() {
    case "mailto": return rest.contains(UInt8(ascii: "@")) && Words.isClean(address)
    case "http", "https":
      guard rest.starts(with: "//".utf8) else { return false }
      let authority = rest.dropFirst(2).prefix { !"/?#\\".utf8.contains($0) }
      return !authority.isEmpty && !authority.contains(UInt8(ascii: "@"))
        && authority.first != UInt8(ascii: ":")
        && Words.isClean(address)
    default: return false
    }
  }
}

enum Normaliser {
  static func blocks(_ blocks: [RichText.Block], depth: Int) -> [RichText.Block] {
    var result: [RichText.Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks { append(block, to: &result, depth: depth) }
    return result
  }

  private static func append(
    _ block: RichText.Block, to result: inout [RichText.Block], depth: Int
  ) {
    switch block {
    case .paragraph(let inlines):
      let line = self.line(inlines, depth: depth + 1)
      if !line.isEmpty { result.append(.paragraph(line)) }
    case .heading(let inlines):
      let line = self.line(inlines, depth: depth + 1)
      if !line.isEmpty { result.append(.heading(line)) }
    case .code(let text):
      let text = Words.clean(text, lines: true)
      if !Words.isBlank(text) { result.append(.code(text)) }
    case .quote(let inner):
      // A paragraph and one inline shape must still fit into what is quoted.
      guard depth + 3 < RichText.deepest else {
        for block in inner { append(block, to: &result, depth: depth) }
        return
      }
      let inner = blocks(inner, depth: depth + 1)
      if !inner.isEmpty { result.append(.quote(inner)) }
    case .list(let ordered, let items):
      guard depth + 4 < RichText.deepest else {
        for block in items.joined() { append(block, to: &result, depth: depth) }
        return
      }
      let items = items.map { blocks($0, depth: depth + 2) }.filter { !$0.isEmpty }
      if !items.isEmpty { result.append(.list(ordered: ordered, items: items)) }
    }
  }

  /// One paragraph's inlines; empty when there is nothing to see in it.
  private static func line(_ inlines: [RichText.Inline], depth: Int) -> [RichText.Inline] {
    var line = Line()
    var result: [RichText.Inline] = []
    for inline in inlines { line.append(inline, to: &result, depth: depth, linked: false) }
    guard line.hasContent else { return [] }
    while case .lineBreak? = result.last { result.removeLast() }
    let start = result.firstIndex { $0 != .lineBreak } ?? result.endIndex
    result.removeFirst(start)
    if line.isolates > 0 {
      // What is left open would turn the words of whoever speaks next on the screen.
      Line.join(String(repeating: "\u{2069}", count: line.isolates), to: &result)
    }
    return result
  }
}

/// What must be known across the shapes of one paragraph.
private struct Line {
  var isolates = 0
  var hasContent = false

  mutating func append(
    _ inline: RichText.Inline, to result: inout [RichText.Inline], depth: Int, linked: Bool
  ) {
    switch inline {
    case .text(let text): append(text: text, to: &result)
    case .lineBreak: result.append(.lineBreak)
    case .code(let text):
      let text = Words.clean(text, lines: false)
      if !Words.isBlank(text) {
        hasContent = true
        result.append(.code(text))
      }
    case .emphasis(let inner):
      wrap(inner, to: &result, depth: depth, linked: linked) { .emphasis($0) }
    case .strong(let inner):
      wrap(inner, to: &result, depth: depth, linked: linked) { .strong($0) }
    case .link(let address, let inner):
      guard !linked, depth < RichText.deepest, RichText.allows(address: address) else {
        for inline in inner { append(inline, to: &result, depth: depth, linked: linked) }
        return
      }
      let openBefore = isolates
      hasContent = false
      var words: [RichText.Inline] = []
      for inline in inner { append(inline, to: &words, depth: depth + 1, linked: true) }
      if !hasContent {
        // A link without words could not be seen or clicked: its address stands for them.
        isolates = openBefore
        words = [.text(address)]
      }
      result.append(.link(to: address, words))
      hasContent = true
    case .mention(let handle, let address):
      let handle = Words.name(handle)
      guard !handle.isEmpty else { return }
      hasContent = true
      result.append(.mention(handle: handle, to: linked ? nil : allowed(address)))
    case .tag(let name, let address):
      let name = Words.name(name)
      guard !name.isEmpty else { return }
      hasContent = true
      result.append(.tag(name: name, to: linked ? nil : allowed(address)))
    }
  }

  private func allowed(_ address: String?) -> String? {
    address.flatMap { RichText.allows(address: $0) ? $0 : nil }
  }

  private mutating func wrap(
    _ inner: [RichText.Inline], to result: inout [RichText.Inline], depth: Int, linked: Bool,
    _ shape: ([RichText.Inline]) -> RichText.Inline
  ) {
    guard depth < RichText.deepest else {
      for inline in inner { append(inline, to: &result, depth: depth, linked: linked) }
      return
    }
    var words: [RichText.Inline] = []
    for inline in inner { append(inline, to: &words, depth: depth + 1, linked: linked) }
    if !words.isEmpty { result.append(shape(words)) }
  }

  private mutating func append(text: String, to result: inout [RichText.Inline]) {
    if Words.isPlain(text) {
      if !hasContent, !Words.isBlank(text) { hasContent = true }
      Self.join(text, to: &result)
      return
    }
    let text = Words.clean(text, lines: true, isolates: &isolates)
    if !hasContent, !Words.isBlank(text) { hasContent = true }
    var isFirst = true
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !isFirst { result.append(.lineBreak) }
      isFirst = false
      Self.join(String(part), to: &result)
    }
  }

  static func join(_ text: String, to result: inout [RichText.Inline]) {
    guard !text.isEmpty else { return }
    if case .text(var before)? = result.last {
      result.removeLast()
      before += text
      result.append(.text(before))
    } else {
      result.append(.text(text))
    }
  }
}
