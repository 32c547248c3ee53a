public import HeedModel

/// Reads Markdown of strangers as the few shapes that the desk keeps, for places that tell nothing else.
///
/// What people write in comments is read: paragraphs, headings, quotes, lists, fenced and indented code, emphasis, links,
/// addresses, pictures as links to them, line breaks, escapes (https://spec.commonmark.org/0.31.2/). Tables, footnotes and
/// HTML are shown as they are typed. No input makes it fail, and none makes it slow: each mark is looked at once a line,
/// and what is nested deeper than a person would write is text.
public struct MarkdownReader: Sendable {
  /// Quotes in quotes, lists in lists.
  static let deepest = 12
  static let mostBytes = 1 << 20
  /// Marks within lines that are looked at in one text; what comes behind is text.
  static let mostMarks = 5_000

  public init() {}

  public func read(_ markdown: String) -> RichText {
    var text = markdown
    if text.utf8.count > Self.mostBytes {
      text = String(decoding: text.utf8.prefix(Self.mostBytes), as: UTF8.self) + "…"
    }
    let lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    var marks = Self.mostMarks
    return RichText(blocks(Array(lines), depth: 0, &marks)).normalised
  }

  private func blocks(
    _ lines: [Substring], depth: Int, _ marks: inout Int
  ) -> [RichText.Block] {
    var blocks: [RichText.Block] = []
    var paragraph: [Substring] = []
    func end(_ marks: inout Int) {
      guard !paragraph.isEmpty else { return }
      blocks.append(.paragraph(MarkdownLine.read(paragraph, &marks)))
      paragraph = []
    }
    var at = 0
    while at < lines.count {
      let line = lines[at]
      let bare = line.drop { $0 == " " }
      if bare.allSatisfy({ $0 == " " || $0 == "\t" }) {
        end(&marks)
        at += 1
      } else if let fence = Fence(bare) {
        end(&marks)
        blocks.append(.code(fence.code(lines, &at)))
      } else if paragraph.isEmpty, line.hasPrefix("    ") || line.hasPrefix("\t") {
        blocks.append(.code(Self.indented(lines, &at)))
      } else if let heading = Self.heading(bare) {
        end(&marks)
        blocks.append(.heading(MarkdownLine.read([heading], &marks)))
        at += 1
      } else if Self.isRule(bare) {
        end(&marks)
        at += 1
      } else if bare.hasPrefix(">"), depth < Self.deepest {
        end(&marks)
        blocks.append(.quote(self.blocks(Self.quoted(lines, &at), depth: depth + 1, &marks)))
      } else if let mark = ListMark(line), depth < Self.deepest,
        paragraph.isEmpty || mark.mayInterrupt
      {
        end(&marks)
        blocks.append(list(mark, lines, &at, depth: depth, &marks))
      } else {
        paragraph.append(line)
        at += 1
      }
    }
    end(&marks)
    return blocks
  }

  private static func heading(_ line: Substring) -> Substring? {
    let marks = line.prefix { $0 == "#" }
    let rest = line[marks.endIndex...]
    guard (1...6).contains(marks.count), rest.isEmpty || rest.first == " " else { return nil }
    var text = rest.drop { $0 == " " }
    // Marks may close it as well.
    while text.last == " " { text.removeLast() }
    let closing = text.reversed().prefix { $0 == "#" }.count
    if closing > 0, text.dropLast(closing).last == " " { text = text.dropLast(closing) }
    return text
  }

  private static func isRule(_ line: Substring) -> Bool {
    let marks = line.filter { $0 != " " && $0 != "\t" }
    guard marks.count >= 3, let first = marks.first, "*-_".contains(first) else { return false }
    return marks.allSatisfy { $0 == first }
  }

  private static func indented(_ lines: [Substring], _ at: inout Int) -> String {
    var code: [Substring] = []
    while at < lines.count {
      let line = lines[at]
      if line.hasPrefix("    ") {
        code.append(line.dropFirst(4))
      } else if line.hasPrefix("\t") {
        code.append(line.dropFirst())
      } else if line.allSatisfy(\.isWhitespace) {
        code.append("")
      } else {
        break
      }
      at += 1
    }
    while code.last?.isEmpty == true { code.removeLast() }
    return code.joined(separator: "\n")
  }

  /// The lines of a quote without their marks; what goes on without one belongs to it while it is a paragraph.
  private static func quoted(_ lines: [Substring], _ at: inout Int) -> [Substring] {
    var inside: [Substring] = []
    while at < lines.count {
      let bare = lines[at].drop { $0 == " " }
      if bare.hasPrefix(">") {
        let rest = bare.dropFirst()
        inside.append(rest.first == " " ? rest.dropFirst() : rest)
      } else if bare.isEmpty || inside.last?.allSatisfy(\.isWhitespace) == true
        || Fence(bare) != nil || ListMark(lines[at]) != nil || heading(bare) != nil
      {
        break
      } else {
        inside.append(lines[at])
      }
      at += 1
    }
    return inside
  }

  private func list(
    _ mark: ListMark, _ lines: [Substring], _ at: inout Int, depth: Int, _ marks: inout Int
  ) -> RichText.Block {
    var items: [[RichText.Block]] = []
    while at < lines.count, let next = ListMark(lines[at]), next.isOrdered == mark.isOrdered,
      next.indent < mark.indent + 2 || items.isEmpty, !Self.isRule(lines[at].drop { $0 == " " })
    {
      var inside = [next.rest]
      at += 1
      while at < lines.count {
        let line = lines[at]
        if line.allSatisfy(\.isWhitespace) {
          // An empty line stays within when what follows is set in.
          guard at + 1 < lines.count, Self.isInside(lines[at + 1], next.content) else { break }
          inside.append("")
        } else if Self.isInside(line, next.content) {
          inside.append(line.dropFirst(min(next.content, line.prefix { $0 == " " }.count)))
        } else if ListMark(line) == nil, inside.last?.isEmpty == false,
          Self.heading(line) == nil, !line.hasPrefix(">"), Fence(line) == nil
        {
          inside.append(line)
        } else {
          break
        }
        at += 1
      }
      items.append(blocks(inside, depth: depth + 1, &marks))
      var ahead = at
      while ahead < lines.count, lines[ahead].allSatisfy(\.isWhitespace) { ahead += 1 }
      if ahead < lines.count, ListMark(lines[ahead])?.isOrdered == mark.isOrdered { at = ahead }
    }
    return .list(ordered: mark.isOrdered, items: items)
  }

  private static func isInside(_ line: Substring, _ content: Int) -> Bool {
    line.hasPrefix("\t") || line.prefix { $0 == " " }.count >= min(content, 4)
  }
}

/// ` ``` ` or `~~~` around code.
private struct Fence {
  let mark: Character
  let count: Int

  init?(_ line: Substring) {
    guard let first = line.first, first == "`" || first == "~" else { return nil }
    count = line.prefix { $0 == first }.count
    mark = first
    guard count >= 3, first == "~" || !line.dropFirst(count).contains("`") else { return nil }
  }

  /// Up to the closing fence, or to the end where nobody closed it.
  func code(_ lines: [Substring], _ at: inout Int) -> String {
    var code: [Substring] = []
    at += 1
    while at < lines.count {
      let bare = lines[at].drop { $0 == " " }
      let marks = bare.prefix { $0 == mark }
      at += 1
      if marks.count >= count, bare[marks.endIndex...].allSatisfy(\.isWhitespace) { break }
      code.append(lines[at - 1])
    }
    return code.joined(separator: "\n")
  }
}

/// What begins an item: `-`, `*`, `+`, or a number with `.` or `)`.
private struct ListMark {
  let isOrdered: Bool
  let indent: Int
  /// Where the words of the item begin.
  let content: Int
  let rest: Substring
  /// In the middle of a paragraph only what is surely meant as a list.
  let mayInterrupt: Bool

  init?(_ line: Substring) {
    let spaces = line.prefix { $0 == " " }
    let bare = line[spaces.endIndex...]
    let digits = bare.prefix { $0.isASCII && $0.isNumber }
    var mark = bare.prefix(1)
    if (1...9).contains(digits.count) {
      mark = bare.prefix(digits.count + 1)
      guard mark.last == "." || mark.last == ")" else { return nil }
      isOrdered = true
    } else {
      guard let first = bare.first, "-*+".contains(first) else { return nil }
      isOrdered = false
    }
    let after = bare[mark.endIndex...]
    guard after.isEmpty || after.first == " " || after.first == "\t" else { return nil }
    let gap = min(max(after.prefix { $0 == " " }.count, 1), 4)
    indent = spaces.count
    content = spaces.count + mark.count + gap
    rest = after.dropFirst(min(gap, after.count))
    mayInterrupt = !rest.isEmpty && (!isOrdered || mark.dropLast() == "1")
  }
}
