import HeedModel

/// Search terms in the words of each database's index; `nil` when they narrow nothing.
enum SearchExpression {
  static func text(_ terms: SearchTerms, dialect: SQLDialect) -> String? {
    switch terms {
    case .all: nil
    case .term(let term): isTerm(term) ? quoted(term, dialect) : nil
    case .prefix(let term):
      isTerm(term) ? quoted(term, dialect) + (dialect == .sqlite ? "*" : ":*") : nil
    case .and(let parts):
      joined(parts.compactMap { text($0, dialect: dialect) }, dialect == .sqlite ? " AND " : " & ")
    case .or(let parts):
      // One side that narrows nothing makes the whole narrow nothing.
      parts.contains { text($0, dialect: dialect) == nil }
        ? nil
        : joined(
          parts.compactMap { text($0, dialect: dialect) }, dialect == .sqlite ? " OR " : " | ")
    }
  }

  private static func joined(_ parts: [String], _ between: String) -> String? {
    parts.isEmpty ? nil : "(" + parts.joined(separator: between) + ")"
  }

  /// Whether the index keeps it in one piece, as it does all terms of HeedTopics: small letters, digits and `_` of
  /// ASCII, and whatever is beyond. Of anything else nothing is known, and nothing in it may reach the index's own
  /// query language.
  static func isTerm(_ term: String) -> Bool {
    !term.isEmpty
      && term.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x5F, 0x61...0x7A, 0x80...: true
        default: false
        }
      }
  }

  private static func quoted(_ term: String, _ dialect: SQLDialect) -> String {
    dialect == .sqlite ? "\"\(term)\"" : "'\(term)'"
  }
}
