extension RichText {
  /// UTF-8 bytes of words and addresses that the desk keeps of one text: some hundred pages.
  public static let longest = 200_000
  /// Words in a row, links, mentions, tags and line breaks that it keeps of one.
  public static let mostParts = 5_000
  /// Stands at the end of what was cut off.
  private static let mark = Inline.text("…")

  /// The beginning of a text that nobody reads to its end: no post is so long that its page cannot be shown. Where
  /// something was left out, `…` stands at the end. Taking it twice changes nothing.
  public var bounded: RichText {
    var measure = Bound(bytes: Self.longest, parts: Self.mostParts)
    _ = measure.take(blocks)
    guard measure.isOver else { return self }
    var bound = Bound(bytes: Self.longest - "…".utf8.count, parts: Self.mostParts - 1)
    return RichText(bound.take(blocks) + [.paragraph([Self.mark])])
  }
}

/// What is left to be taken.
private struct Bound {
  var bytes: Int
  var parts: Int
  private(set) var isOver = false

  init(bytes: Int, parts: Int) {
    self.bytes = bytes
    self.parts = parts
  }

  mutating func take(_ blocks: [RichText.Block]) -> [RichText.Block] {
    var taken: [RichText.Block] = []
    for block in blocks {
      guard !isOver else { break }
      switch block {
      case .paragraph(let inlines): taken.append(.paragraph(take(inlines)))
      case .heading(let inlines): taken.append(.heading(take(inlines)))
      case .quote(let inner): taken.append(.quote(take(inner)))
      case .list(let ordered, let items):
        var kept: [[RichText.Block]] = []
        for item in items where !isOver { kept.append(take(item)) }
        taken.append(.list(ordered: ordered, items: kept))
      case .code(let text): taken.append(.code(take(text)))
      }
    }
    return taken
  }

  private mutating func take(_ inlines: [RichText.Inline]) -> [RichText.Inline] {
    var taken: [RichText.Inline] = []
    for inline in inlines {
      guard parts > 0, !isOver else {
        isOver = true
        break
      }
      parts -= 1
      switch inline {
      case .text(let text): taken.append(.text(take(text)))
      case .code(let text): taken.append(.code(take(text)))
      case .lineBreak: taken.append(inline)
      case .emphasis(let inner): taken.append(.emphasis(take(inner)))
      case .strong(let inner): taken.append(.strong(take(inner)))
      case .link(let address, let inner):
        guard spend(address.utf8.count) else { break }
        taken.append(.link(to: address, take(inner)))
      case .mention(let name, let address), .tag(let name, let address):
        guard spend(name.utf8.count + (address?.utf8.count ?? 0)) else { break }
        taken.append(inline)
      }
    }
    return taken
  }

  private mutating func take(_ text: String) -> String {
    let length = text.utf8.count
    guard length > bytes else {
      bytes -= length
      return text
    }
    isOver = true
    var kept = ""
    for sign in text {
      guard sign.utf8.count <= bytes else { break }
      bytes -= sign.utf8.count
      kept.append(sign)
    }
    bytes = 0
    return kept
  }

  /// What is whole or nothing.
  private mutating func spend(_ length: Int) -> Bool {
    guard length <= bytes else {
      isOver = true
      return false
    }
    bytes -= length
    return true
  }
}
