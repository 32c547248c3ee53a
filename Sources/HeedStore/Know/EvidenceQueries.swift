import HeedModel

extension Transaction {
  static let evidenceColumns = "id, handle_id, kind, here, there, is_mutual, seen_at"

  func decodeEvidence(_ row: inout RowReader) throws -> Evidence {
    let id: ID<Evidence> = try row.id()
    let handle: ID<Handle> = try row.id()
    let kind = try row.text()
    return Evidence(
      id: id, handle: handle, kind: Evidence.Kind(rawValue: kind) ?? .authorship,
      here: try row.text(), there: try row.text(), isMutual: try row.flag(),
      seenAt: try row.instant())
  }

  func evidence(of handles: [ID<Handle>]) throws -> [Evidence] {
    try InList.each(handles.map { .id($0) }) { places, arguments in
      try list(
        """
        SELECT \(Self.evidenceColumns) FROM evidence WHERE handle_id IN (\(places)) ORDER BY id
        """, arguments, decodeEvidence)
    }
  }

  func save(_ evidence: [Evidence], of handle: ID<Handle>) throws {
    try sql.run("DELETE FROM evidence WHERE handle_id = $1", [.id(handle)])
    try sql.runMany(
      """
      INSERT INTO evidence (id, handle_id, kind, here, there, is_mutual, seen_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      evidence.map {
        [
          .id($0.id), .id(handle), .name($0.kind), .words($0.here), .words($0.there),
          .flag($0.isMutual), .at($0.seenAt),
        ]
      })
  }
}
