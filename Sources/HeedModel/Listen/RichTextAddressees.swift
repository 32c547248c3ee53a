extension RichText {
  /// Without the handles at its very start, which only carry a post to whom it is meant for. Whole where it says nothing
  /// else.
  public var withoutAddressees: RichText {
    guard case .paragraph(let inlines)? = blocks.first else { return self }
    var rest = inlines[...]
    var isAddressed = false
    while let first = rest.first {
      if case .mention = first {
        isAddressed = true
      } else if !Self.isGap(first) {
        break
      }
      rest.removeFirst()
    }
    guard isAddressed, !rest.isEmpty || blocks.count > 1 else { return self }
    var kept = blocks
    if rest.isEmpty {
      kept.removeFirst()
    } else {
      if case .text(let text)? = rest.first {
        rest[rest.startIndex] = .text(String(text.drop { Self.follows($0) }))
      }
      kept[0] = .paragraph(Array(rest))
    }
    return RichText(kept)
  }

  private static func isGap(_ inline: Inline) -> Bool {
    switch inline {
    case .lineBreak: true
    case .text(let text): text.allSatisfy { follows($0) }
    default: false
    }
  }

  /// What stands between a name and what is said to its bearer.
  private static func follows(_ character: Character) -> Bool {
    character.isWhitespace || character == "," || character == ":"
  }
}
