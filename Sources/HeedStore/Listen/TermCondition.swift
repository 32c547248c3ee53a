import HeedModel

/// Search terms asked of the words of one post, where posts are looked through and no index is asked.
struct TermCondition {
  /// With a `$` for each value.
  let text: String
  let values: [SQLValue]

  /// - Parameter column: where the words of a post stand: on SQLite with a space between each, as they went into FTS5.
  /// - Returns: `nil` when the terms narrow nothing.
  init?(_ terms: SearchTerms, _ dialect: SQLDialect, _ column: String) {
    switch dialect {
    case .postgres:
      guard let expression = SearchExpression.text(terms, dialect: dialect) else { return nil }
      text = "\(column) @@ CAST($ AS tsquery)"
      values = [.text(expression)]
    case .sqlite:
      guard let built = Self.built(terms, column) else { return nil }
      self = built
    }
  }

  private init(text: String, values: [SQLValue]) {
    self.text = text
    self.values = values
  }

  private static func built(_ terms: SearchTerms, _ column: String) -> TermCondition? {
    switch terms {
    case .all: return nil
    case .term(let term):
      guard SearchExpression.isTerm(term) else { return nil }
      return TermCondition(
        text: "INSTR(' ' || \(column) || ' ', $) > 0", values: [.text(" \(term) ")])
    case .prefix(let term):
      guard SearchExpression.isTerm(term) else { return nil }
      return TermCondition(text: "INSTR(' ' || \(column), $) > 0", values: [.text(" \(term)")])
    case .and(let parts): return joined(parts.compactMap { built($0, column) }, " AND ")
    case .or(let parts):
      // One side that narrows nothing makes the whole narrow nothing.
      let built = parts.map { Self.built($0, column) }
      return built.contains { $0 == nil } ? nil : joined(built.compactMap { $0 }, " OR ")
    }
  }

  private static func joined(_ parts: [TermCondition], _ between: String) -> TermCondition? {
    guard !parts.isEmpty else { return nil }
    return TermCondition(
      text: "(" + parts.map(\.text).joined(separator: between) + ")",
      values: parts.flatMap(\.values))
  }

  /// - Parameter number: of the first value's parameter.
  func numbered(from number: Int) -> String {
    var (numbered, next) = ("", number)
    for sign in text {
      numbered.append(sign)
      guard sign == "$" else { continue }
      numbered += String(next)
      next += 1
    }
    return numbered
  }
}

extension SearchTerms {
  /// Of so many words a post is asked one by one sooner than the index is.
  private static let walked = 8

  /// Whether FTS5 would merge the posts of many words before it tells the newest, and so few are asked for that looking
  /// through posts costs less.
  var isToBeMerged: Bool { hasPrefix && leaves <= Self.walked }

  var hasPrefix: Bool {
    switch self {
    case .prefix: true
    case .and(let parts), .or(let parts): parts.contains { $0.hasPrefix }
    case .term, .all: false
    }
  }

  private var leaves: Int {
    switch self {
    case .and(let parts), .or(let parts): parts.reduce(0) { $0 + $1.leaves }
    case .term, .prefix, .all: 1
    }
  }
}
