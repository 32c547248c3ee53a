import HeedModel

extension Transaction {
  func evidence(of handles: [ID<Handle>]) throws -> [Evidence] {
    try InList.each(handles.map { .id($0) }) { places, arguments in
      try list(
        """
        SELECT id, handle_id, kind, here, there, is_mutual, seen_at FROM evidence
        WHERE handle_id IN (\(places)) ORDER BY id
        """, arguments
      ) { row in
        let id: ID<Evidence> = try row.id()
        let handle: ID<Handle> = try row.id()
        let kind = try row.text()
        return Evidence(
          id: id, handle: handle, kind: Evidence.Kind(rawValue: kind) ?? .authorship,
          here: try row.text(), there: try row.text(), isMutual: try row.flag(),
          seenAt: try row.instant())
      }
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
