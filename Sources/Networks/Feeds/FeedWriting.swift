import HeedMarkup
import HeedModel

/// A feed's words as the desk keeps them.
extension FeedText {
  /// On one line, without markup.
  var words: String {
    let text = form == .html ? HTMLReader.text(start(16 << 10)) : start(4 << 10)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  var rich: RichText {
    guard form == .plain else { return HTMLReader(base: base).read(value) }
    let text = start(256 << 10)
    let paragraphs = text.replacing("\r\n", with: "\n").split(separator: #/\n\s*\n/#)
    return RichText(
      paragraphs.compactMap { paragraph in
        let lines = paragraph.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
        guard !lines.isEmpty else { return nil }
        return .paragraph(
          Array(lines.map(Self.inlines).joined(separator: [.lineBreak])))
      })
  }

  /// No more than so many bytes, with a mark that there was more: what a title or a text without
  /// markup may be.
  private func start(_ bytes: Int) -> String {
    guard value.utf8.count > bytes else { return value }
    let end = value.utf8.index(value.startIndex, offsetBy: bytes)
    return String(decoding: value.utf8[..<end], as: UTF8.self) + "…"
  }

  /// A line with its addresses as links.
  private static func inlines(_ line: String) -> [RichText.Inline] {
    var inlines: [RichText.Inline] = []
    var end = line.startIndex
    for entity in Entities().find(in: line) {
      guard case .link(let address) = entity.kind else { continue }
      if end < entity.range.lowerBound {
        inlines.append(.text(String(line[end..<entity.range.lowerBound])))
      }
      inlines.append(.link(to: address, [.text(String(line[entity.range]))]))
      end = entity.range.upperBound
    }
    if end < line.endIndex { inlines.append(.text(String(line[end...]))) }
    return inlines
  }
}
