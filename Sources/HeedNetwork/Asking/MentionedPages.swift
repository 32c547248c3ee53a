package import HeedModel

extension RichText {
  /// Where its mentions and links lead, in order: places that name people by their pages.
  package var pages: [String] { blocks.flatMap(Self.pages) }

  private static func pages(_ block: Block) -> [String] {
    switch block {
    case .paragraph(let line), .heading(let line): line.flatMap(pages)
    case .quote: []
    case .list(_, let items): items.flatMap { $0.flatMap(pages) }
    case .code: []
    }
  }

  private static func pages(_ inline: Inline) -> [String] {
    switch inline {
    case .emphasis(let line), .strong(let line): line.flatMap(pages)
    case .link(let to, _): [to]
    case .mention(_, let to): to.map { [$0] } ?? []
    case .text, .lineBreak, .code, .tag: []
    }
  }
}
