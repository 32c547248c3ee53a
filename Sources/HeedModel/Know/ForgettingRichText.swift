extension Forgetting {
  /// The same of a text with its shapes.
  public func rewrite(_ text: RichText, isTheirs: Bool) -> RichText {
    RichText(text.blocks.map { block($0, isTheirs) }).normalised
  }

  private func block(_ block: RichText.Block, _ isTheirs: Bool) -> RichText.Block {
    switch block {
    case .paragraph(let inlines): .paragraph(line(inlines, isTheirs))
    case .heading(let inlines): .heading(line(inlines, isTheirs))
    case .quote(let inner):
      isTheirs && quotes(RichText(inner).plain)
        ? .quote([.paragraph([.text(Self.mark)])])
        : .quote(inner.map { self.block($0, isTheirs) })
    case .list(let ordered, let items):
      .list(ordered: ordered, items: items.map { $0.map { self.block($0, isTheirs) } })
    case .code(let text): .code(rewrite(text, isTheirs: isTheirs))
    }
  }

  /// Whether a block of somebody's words is theirs.
  private func quotes(_ plain: String) -> Bool {
    rewrite(
      "“" + plain.split(whereSeparator: \.isWhitespace).joined(separator: " ") + "”", isTheirs: true
    )
    .hasPrefix("“" + Self.mark)
  }

  private func line(_ inlines: [RichText.Inline], _ isTheirs: Bool) -> [RichText.Inline] {
    let rewritten = inlines.map { inline($0, isTheirs) }
    // What runs over the end of a shape is only seen in the whole line; then the shapes go.
    let plain = RichText([.paragraph(rewritten)]).plain
    let whole = rewrite(plain, isTheirs: isTheirs)
    guard whole != plain else { return rewritten }
    return RichText(plain: whole).blocks.flatMap { block in
      if case .paragraph(let line) = block { line } else { [RichText.Inline]() }
    }
  }

  private func inline(_ inline: RichText.Inline, _ isTheirs: Bool) -> RichText.Inline {
    func tells(_ address: String?) -> Bool {
      address.map { rewrite($0, isTheirs: false) != $0 } ?? false
    }
    switch inline {
    case .text(let words): return .text(rewrite(words, isTheirs: isTheirs))
    case .lineBreak: return inline
    case .code(let words): return .code(rewrite(words, isTheirs: isTheirs))
    case .emphasis(let inner): return .emphasis(inner.map { self.inline($0, isTheirs) })
    case .strong(let inner): return .strong(inner.map { self.inline($0, isTheirs) })
    case .mention(let handle, let to):
      return tells(to) || rewrite(handle, isTheirs: isTheirs) != handle ? .text(Self.mark) : inline
    case .tag(let name, let to):
      return tells(to) || rewrite(name, isTheirs: isTheirs) != name ? .text(Self.mark) : inline
    case .link(let to, let inner):
      guard rewrite(to, isTheirs: isTheirs) != to else {
        return .link(to: to, inner.map { self.inline($0, isTheirs) })
      }
      return .text(Self.mark)
    }
  }
}
