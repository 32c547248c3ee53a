extension SearchPlan {
  /// The plan for `MATCH` of SQLite's FTS5, or nil for every document. The table's tokeniser must
  /// keep index terms whole: `tokenize = "ascii tokenchars '_'"`.
  public var fts5Expression: String? {
    self == .all
      ? nil
      : written(
        term: { "\"\($0)\"" }, prefix: { "\"\($0)\"*" }, and: " AND ", or: " OR ")
  }

  /// The plan as a literal for `$1::tsquery` of PostgreSQL, or nil for every document. The vector
  /// must hold the index terms as they are: `array_to_tsvector`.
  public var tsQueryExpression: String? {
    self == .all
      ? nil : written(term: { "'\($0)'" }, prefix: { "'\($0)':*" }, and: " & ", or: " | ")
  }

  private func written(
    term: (String) -> String, prefix: (String) -> String, and: String, or: String
  ) -> String {
    func write(_ plan: SearchPlan, isInner: Bool) -> String {
      switch plan {
      case .all: ""
      case .term(let text): term(text)
      case .prefix(let text): prefix(text)
      case .and(let plans): join(plans, and, isInner)
      case .or(let plans): join(plans, or, isInner)
      }
    }
    func join(_ plans: [SearchPlan], _ mark: String, _ isInner: Bool) -> String {
      let joined = plans.map { write($0, isInner: true) }.joined(separator: mark)
      return isInner ? "(\(joined))" : joined
    }
    return write(self, isInner: false)
  }
}
