import HeedModel

/// The words of one paragraph.
enum MarkdownLine {
  private static let deepest = 12
  /// How far behind a mark its other half is looked for.
  private static let reach = 2_000

  static func read(_ lines: [Substring], _ budget: inout Int) -> [RichText.Inline] {
    var inlines: [RichText.Inline] = []
    var text = ""
    for (place, line) in lines.enumerated() {
      var bare = line.drop { $0 == " " || $0 == "\t" }
      var breaks = false
      if bare.hasSuffix("\\") {
        bare = bare.dropLast()
        breaks = true
      } else if bare.hasSuffix("  ") {
        breaks = true
      }
      while bare.last == " " { bare = bare.dropLast() }
      text += bare
      let isLast = place == lines.count - 1
      if breaks, !isLast {
        inlines += read(Array(text), depth: 0, &budget) + [.lineBreak]
        text = ""
      } else if !isLast {
        text += "\n"
      }
    }
    return inlines + read(Array(text), depth: 0, &budget)
  }

  private static func read(
    _ text: [Character], depth: Int, _ budget: inout Int
  ) -> [RichText.Inline] {
    var out: [RichText.Inline] = []
    var plain = ""
    func flush() {
      if !plain.isEmpty { out += words(plain) }
      plain = ""
    }
    var at = 0
    while at < text.count {
      let mark = text[at]
      guard "\\`*_[!<".contains(mark), budget > 0, depth < deepest else {
        plain.append(mark == "\n" ? " " : mark)
        at += 1
        continue
      }
      budget -= 1
      if mark == "\\", at + 1 < text.count, isPunctuation(text[at + 1]) {
        plain.append(text[at + 1])
        at += 2
      } else if mark == "`", let (code, end) = code(text, at) {
        flush()
        out.append(.code(code))
        at = end
      } else if mark == "*" || mark == "_", let (inside, isStrong, end) = emphasis(text, at) {
        flush()
        let line = read(inside, depth: depth + 1, &budget)
        out.append(isStrong ? .strong(line) : .emphasis(line))
        at = end
      } else if mark == "[" || mark == "!" && at + 1 < text.count && text[at + 1] == "[",
        let (label, address, end) = link(text, mark == "!" ? at + 1 : at)
      {
        flush()
        let inside = read(label, depth: depth + 1, &budget)
        out.append(anchor(inside, String(label), to: address))
        at = end
      } else if mark == "<", let (address, end) = autolink(text, at) {
        flush()
        out.append(.link(to: address, [.text(address)]))
        at = end
      } else {
        // Marks that open nothing are words: all that stand in a row, or each would look for its other half anew.
        let row = Self.isRow(text, at) ? row(text, at, most: text.count) : 1
        plain.append(contentsOf: text[at..<(at + row)])
        at += row
      }
    }
    flush()
    return out
  }

  /// How many of the mark at `start` stand in a row; what is more than `most` is not counted.
  private static func row(_ text: [Character], _ start: Int, most: Int) -> Int {
    var count = 1
    while count < most, start + count < text.count, text[start + count] == text[start] {
      count += 1
    }
    return count
  }

  /// Whether the marks at `start` mean nothing one by one: those of code open together or not at all, and nobody begins
  /// emphasis with more than three.
  private static func isRow(_ text: [Character], _ start: Int) -> Bool {
    switch text[start] {
    case "`": true
    case "*", "_": row(text, start, most: 4) == 4
    default: false
    }
  }

  /// What stands between the marks may name addresses by itself.
  private static func words(_ text: String) -> [RichText.Inline] {
    let entities = Entities().find(in: text)
    var out: [RichText.Inline] = []
    var at = text.startIndex
    for entity in entities where entity.range.lowerBound >= at {
      guard case .link = entity.kind else { continue }
      let shown = String(text[entity.range])
      guard shown.contains("://"), RichText.allows(address: shown) else { continue }
      if at < entity.range.lowerBound {
        out.append(.text(String(text[at..<entity.range.lowerBound])))
      }
      out.append(.link(to: shown, [.text(shown)]))
      at = entity.range.upperBound
    }
    if at < text.endIndex { out.append(.text(String(text[at...]))) }
    return out
  }

  private static func anchor(
    _ inside: [RichText.Inline], _ label: String, to address: String
  ) -> RichText.Inline {
    guard RichText.allows(address: address) else { return .text(label) }
    if label.hasPrefix("@"), !label.contains(where: \.isWhitespace), label.count <= 200 {
      return .mention(handle: label, to: address)
    }
    return .link(to: address, inside.isEmpty ? [.text(address)] : inside)
  }

  private static func code(_ text: [Character], _ start: Int) -> (String, Int)? {
    let count = row(text, start, most: reach)
    var at = start + count
    let most = min(text.count, start + reach)
    while at < most {
      guard text[at] == "`" else {
        at += 1
        continue
      }
      // One more than is looked for is too many; the rest of them is passed by.
      var run = row(text, at, most: count + 1)
      if run == count {
        var code = String(text[(start + count)..<at]).replacing("\n", with: " ")
        if code.count > 2, code.hasPrefix(" "), code.hasSuffix(" ") {
          code = String(code.dropFirst().dropLast())
        }
        return (code, at + run)
      }
      while at + run < most, text[at + run] == "`" { run += 1 }
      at += run
    }
    return nil
  }

  /// `*this*`, `**this**`, `_this_`, `__this__`; within a word only stars.
  private static func emphasis(
    _ text: [Character], _ start: Int
  ) -> (inside: [Character], isStrong: Bool, end: Int)? {
    let mark = text[start]
    let width = row(text, start, most: 2)
    let from = start + width
    guard from < text.count, !text[from].isWhitespace else { return nil }
    if mark == "_", start > 0, text[start - 1].isLetter || text[start - 1].isNumber { return nil }
    var at = from + 1
    let most = min(text.count, start + reach)
    while at + width <= most {
      if text[at] == "\\" {
        at += 2
        continue
      }
      let closes = text[at..<(at + width)].allSatisfy { $0 == mark }
      let isMore = at + width < text.count && text[at + width] == mark
      if closes, !text[at - 1].isWhitespace, !isMore,
        mark == "*" || at + width == text.count
          || !(text[at + width].isLetter || text[at + width].isNumber)
      {
        return (Array(text[from..<at]), width == 2, at + width)
      }
      at += closes && isMore ? width + 1 : 1
    }
    return nil
  }

  /// `[words](address "title")`.
  private static func link(
    _ text: [Character], _ start: Int
  ) -> (label: [Character], address: String, end: Int)? {
    var depth = 0
    var at = start
    let most = min(text.count, start + reach)
    while at < most {
      switch text[at] {
      case "\\": at += 1
      case "[": depth += 1
      case "]": depth -= 1
      default: break
      }
      if depth == 0 { break }
      at += 1
    }
    guard depth == 0, at + 1 < most, text[at + 1] == "(" else { return nil }
    let label = Array(text[(start + 1)..<at])
    var end = at + 2
    var level = 1
    while end < most {
      if text[end] == "(" {
        level += 1
      } else if text[end] == ")" {
        level -= 1
        if level == 0 { break }
      } else if text[end] == "\n" {
        return nil
      }
      end += 1
    }
    guard end < most else { return nil }
    let inside = String(text[(at + 2)..<end])
    let address = inside.split(separator: " ", maxSplits: 1).first.map(String.init) ?? ""
    return (label, address.filter { $0 != "<" && $0 != ">" }, end + 1)
  }

  private static func autolink(_ text: [Character], _ start: Int) -> (String, Int)? {
    guard let end = text[start..<min(text.count, start + reach)].firstIndex(of: ">") else {
      return nil
    }
    let address = String(text[(start + 1)..<end])
    guard address.contains("://"), !address.contains(where: \.isWhitespace),
      RichText.allows(address: address)
    else { return nil }
    return (address, end + 1)
  }

  private static func isPunctuation(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return (33...47).contains(byte) || (58...64).contains(byte) || (91...96).contains(byte)
      || (123...126).contains(byte)
  }
}
