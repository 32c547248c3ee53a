import HeedModel

extension Transaction {
  private static let ruleColumns = """
    id, kind, title, words, query, added_by, added_at, changed_by, changed_at, removed_at
    """

  private func decodeRule(_ row: inout RowReader) throws -> HouseRule {
    HouseRule(
      id: try row.id(), kind: try row.named(), title: try row.text(), words: try row.text(),
      query: try row.text(), addedBy: try row.id(), addedAt: try row.instant(),
      changedBy: try row.id(), changedAt: try row.instant(), removedAt: try row.optionalInstant())
  }

  func houseRules() throws -> [HouseRule] {
    try list(
      """
      SELECT \(Self.ruleColumns) FROM house_rules WHERE removed_at IS NULL ORDER BY title, id
      """, [], decodeRule)
  }

  func houseRule(_ id: ID<HouseRule>) throws -> HouseRule? {
    try first(
      "SELECT \(Self.ruleColumns) FROM house_rules WHERE id = $1", [.id(id)], decodeRule)
  }

  func save(_ rule: HouseRule) throws {
    try sql.run(
      """
      INSERT INTO house_rules (\(Self.ruleColumns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title,
        words = excluded.words, query = excluded.query, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at, removed_at = excluded.removed_at
      """,
      [
        .id(rule.id), .name(rule.kind), .words(rule.title), .words(rule.words),
        .words(rule.query), .id(rule.addedBy), .at(rule.addedAt), .id(rule.changedBy),
        .at(rule.changedAt), .at(rule.removedAt),
      ])
  }
}
