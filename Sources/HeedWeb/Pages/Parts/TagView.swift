import HeedModel

/// A short word in a frame. Its colour repeats what the word says and never stands alone.
enum TagView {
  enum Tint: String {
    case plain = ""
    case upset, late, knows, mended
  }

  static func html(_ text: String, _ tint: Tint = .plain) -> HTML {
    "<span class=\"tag\(tint == .plain ? "" : " " + tint.rawValue)\">\(text)</span>"
  }

  /// - Parameter isLate: what was promised is past its day.
  static func reason(_ reason: WaitingReason, isLate: Bool = false, in page: PageContext) -> HTML {
    let words = page.words.kinds
    return switch reason {
    case .correctsUs: html(words.correctsUs, .upset)
    case .promiseDue:
      html(isLate ? words.promiseLate : words.promiseDue, isLate ? .upset : .late)
    case .complaint: html(words.complaint, .upset)
    case .firstWords: html(words.firstWords)
    case .quickCustom: html(words.quickCustom)
    }
  }

  /// One tag a kind; the language joins the first where it is not the member's own.
  static func kinds(
    _ kinds: Set<Reading.Kind>, language: String?, in page: PageContext
  ) -> [HTML] {
    let named = Reading.Kind.allCases.filter { kinds.contains($0) && $0 != .other }
    let foreign = language.flatMap { $0 == page.words.language ? nil : page.words.name(of: $0) }
    if named.isEmpty { return foreign.map { [html($0)] } ?? [] }
    return named.enumerated().map { index, kind in
      let name = page.words.name(of: kind)
      return html(
        index == 0 ? [name, foreign].compactMap { $0 }.joined(separator: ", ") : name,
        kind.tint)
    }
  }
}

extension Reading.Kind {
  var tint: TagView.Tint { self == .complaint || self == .correction ? .upset : .plain }
}
