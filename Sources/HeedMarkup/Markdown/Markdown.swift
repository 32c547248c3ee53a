/// Text for places that read Markdown.
///
/// What a member types goes out as they typed it, so that those who know Markdown can use it. Only angles are kept from
/// being swallowed: what looks like a tag of HTML would not be shown at all.
public enum Markdown {
  /// Puts a backslash before each `<` that CommonMark would take for the beginning of a tag, a comment or an instruction
  /// (https://spec.commonmark.org/0.31.2/#raw-html); addresses in angles and all that stands in code stay as they are.
  public static func keepingAngles(in text: String) -> String {
    var out = ""
    var isFenced = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !out.isEmpty || line.startIndex != text.startIndex { out += "\n" }
      let bare = line.drop { $0 == " " }
      if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
        isFenced.toggle()
        out += line
      } else {
        out += isFenced ? String(line) : keepingAngles(inLine: line)
      }
    }
    return out
  }

  private static func keepingAngles(inLine line: Substring) -> String {
    guard line.contains("<") else { return String(line) }
    var out = ""
    var rest = line
    while let first = rest.first {
      if first == "`" {
        // A span of code ends at as many marks as it began with; without an end the marks are words.
        let marks = rest.prefix { $0 == "`" }
        let after = rest[marks.endIndex...]
        if let end = end(of: marks, in: after) {
          out += rest[..<end]
          rest = rest[end...]
        } else {
          out += marks
          rest = after
        }
        continue
      }
      if first == "<", isTag(rest.dropFirst()), out.last != "\\" { out += "\\" }
      out.append(first)
      rest = rest.dropFirst()
    }
    return out
  }

  private static func end(of marks: Substring, in text: Substring) -> String.Index? {
    var rest = text
    while let start = rest.firstIndex(of: "`") {
      let run = rest[start...].prefix { $0 == "`" }
      if run.count == marks.count { return run.endIndex }
      rest = rest[run.endIndex...]
    }
    return nil
  }

  private static func isTag(_ rest: Substring) -> Bool {
    guard let next = rest.first else { return false }
    if next == "/" || next == "!" || next == "?" { return true }
    guard next.isASCII, next.isLetter else { return false }
    // `<https://…>` and `<ana@bells.example>` are addresses.
    let inside = rest.prefix { $0 != ">" && !$0.isWhitespace && $0 != "<" }
    guard inside.endIndex < rest.endIndex, rest[inside.endIndex] == ">" else { return true }
    return !(inside.contains("://") || inside.contains("@") || inside.hasPrefix("mailto:"))
  }
}
