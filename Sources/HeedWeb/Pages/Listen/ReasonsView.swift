import HeedModel

/// Why a post is read so: each part with how sure the reader is, the tone with the words that told it.
enum ReasonsView {
  static func html(_ reasons: ReadingReasons, in page: PageContext) -> HTML {
    let rows = lines(reasons, in: page)
    guard !rows.isEmpty else { return "" }
    return "<ul class=\"reasons soft\">\(rows.html { "<li dir=\"auto\">\($0)</li>" })</ul>"
  }

  /// For where there is room for one line: on hover.
  static func line(_ reasons: ReadingReasons, in page: PageContext) -> String {
    lines(reasons, in: page).joined(separator: "; ")
  }

  private static func lines(_ reasons: ReadingReasons, in page: PageContext) -> [String] {
    let words = page.words.reading
    let reading = reasons.reading
    var lines: [String] = []
    if !reading.kinds.isEmpty {
      let names = Reading.Kind.allCases.filter { reading.kinds.contains($0) }.map {
        page.words.name(of: $0)
      }
      lines.append(told(words.kind, names, sure: reasons.surenessOfKind, [], in: page))
    }
    if let tone = reading.tone {
      var name = page.words.name(of: tone)
      if tone != .neutral, abs(reasons.strength) >= 0.8 { name = "\(words.strongly) \(name)" }
      if tone != .neutral, abs(reasons.strength) < 0.4 { name = "\(words.slightly) \(name)" }
      lines.append(
        told(
          words.tone, [name], sure: reasons.surenessOfTone,
          reasons.words.isEmpty ? [] : [words.toldBy(reasons.words)], in: page))
    }
    if let language = reading.language {
      let others = reasons.otherLanguages.map { page.words.name(of: $0) }
      lines.append(
        told(
          words.language, [page.words.name(of: language)], sure: reasons.surenessOfLanguage,
          others.isEmpty ? [] : [words.alsoIn(others)], in: page))
    }
    return lines
  }

  private static func told(
    _ part: String, _ names: [String], sure: Double, _ more: [String], in page: PageContext
  ) -> String {
    let words = page.words.reading
    let how =
      sure >= 0.85 ? words.verySure : sure >= 0.6 ? words.fairlySure : words.hardlySure
    return "\(part): \(([names.joined(separator: ", "), how] + more).joined(separator: ", "))"
  }
}
