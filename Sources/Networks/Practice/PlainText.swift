import HeedModel

/// Makes our tree of the plain text that this network carries: paragraphs, lines, names, tags and
/// addresses. Names and tags lead nowhere: the place has no pages.
enum PlainText {
  static func parsed(_ text: String, people: [Told.Person]) -> RichText {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }
    return RichText(
      paragraphs.map { lines in
        var inlines: [RichText.Inline] = []
        for line in lines {
          if !inlines.isEmpty { inlines.append(.lineBreak) }
          inlines += parsed(line: line, people)
        }
        return .paragraph(inlines)
      })
  }

  private static func parsed(
    line: Substring, _ people: [Told.Person]
  ) -> [RichText.Inline] {
    var inlines: [RichText.Inline] = []
    var plain = ""
    var rest = line
    var before: Character = " "
    while let first = rest.first {
      if let (inline, length) = entity(at: rest, after: before, people) {
        if !plain.isEmpty { inlines.append(.text(plain)) }
        plain = ""
        inlines.append(inline)
        before = "a"
        rest = rest.dropFirst(length)
      } else {
        plain.append(first)
        before = first
        rest = rest.dropFirst()
      }
    }
    if !plain.isEmpty { inlines.append(.text(plain)) }
    return inlines
  }

  private static func entity(
    at text: Substring, after before: Character, _ people: [Told.Person]
  ) -> (RichText.Inline, Int)? {
    guard !before.isLetter, !before.isNumber, let mark = text.first else { return nil }
    switch mark {
    case "@":
      let name = Names.word(text.dropFirst(), also: "_-.@")
      let id = name.prefix { $0 != "@" }.lowercased()
      guard people.contains(where: { $0.id == id }) else { return nil }
      return (.mention(handle: "@" + name, to: nil), name.count + 1)
    case "#":
      let name = Names.word(text.dropFirst(), also: "_")
      return name.isEmpty
        ? nil
        : (
          .tag(name: String(name), to: nil), name.count + 1
        )
    case "h" where text.hasPrefix("https://") || text.hasPrefix("http://"):
      var link = text.prefix { !$0.isWhitespace && !"<>\"“”»".contains($0) }
      while let last = link.last, ".,;:!?)".contains(last) { link = link.dropLast() }
      return (.link(to: String(link), [.text(String(link))]), link.count)
    default: return nil
    }
  }
}
