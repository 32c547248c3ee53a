import HeedModel

/// What a search asks of rows besides the index: who may see them, and what is known of every match.
struct Wanted {
  let expression: String?
  let viewer: [SQLValue]
  let isForAll: Bool
  private(set) var facts: [SQLValue] = []
  private var conditions: [String] = []
  var hasFacts: Bool { !conditions.isEmpty }

  init(_ search: StoredSearch, _ dialect: SQLDialect, _ viewer: Viewer?) {
    expression = SearchExpression.text(search.terms, dialect: dialect)
    self.viewer = viewer.map { Visible.arguments($0) } ?? [.integer(0), .integer(0)]
    isForAll = viewer == nil
    add(search.networks) { _ in "p.network = $" }
    // Of a code in letters beyond ASCII the desk decides.
    let code = "LOWER(COALESCE(p.read_language, p.language))"
    let bytes = dialect == .sqlite ? "LENGTH(CAST(\(code) AS BLOB))" : "OCTET_LENGTH(\(code))"
    add(search.languages?.map { $0 + "-" }) {
      "(SUBSTR(\(code) || '-', 1, \($0.utf8.count)) = $ OR \(bytes) <> LENGTH(\(code)))"
    }
    add(search.tones?.map(\.rawValue)) { _ in "p.read_tone = $" }
    // No kind's name is within another's.
    add(search.kinds?.map(\.rawValue)) { _ in
      "REPLACE(p.read_kinds, $, '') <> p.read_kinds"
    }
  }

  private mutating func add(_ values: (some Collection<String>)?, _ condition: (String) -> String) {
    guard let values else { return }
    let each = values.sorted()
    conditions.append(
      each.isEmpty
        ? "1 = 0"
        : "(" + each.map { condition($0) }.joined(separator: " OR ") + ")")
    facts += each.map { .text($0) }
  }

  /// Asks more of each row.
  func and(_ condition: TermCondition) -> Wanted {
    var wanted = self
    wanted.conditions.append(condition.text)
    wanted.facts += condition.values
    return wanted
  }

  /// - Parameter number: of the first fact's parameter.
  func text(from number: Int) -> String {
    var next = number
    let numbered = conditions.map { condition in
      condition.split(separator: "$", omittingEmptySubsequences: false).reduce("") { text, part in
        guard !text.isEmpty else { return String(part) }
        defer { next += 1 }
        return "\(text)$\(next)\(part)"
      }
    }
    return ([Self.shown(isForAll)] + numbered).joined(separator: " AND ")
  }

  static func shown(_ isForAll: Bool) -> String {
    let who = isForAll ? "CAST($1 AS BIGINT) = CAST($2 AS BIGINT)" : Visible.post
    return "p.author_id IS NOT NULL AND p.removed_at IS NULL AND \(who)"
  }
}
