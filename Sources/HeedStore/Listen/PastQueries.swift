import HeedModel

extension Transaction {
  private static let columns = "topic_id, version, next_key, found"

  private func decode(_ row: inout RowReader) throws -> TopicPast {
    TopicPast(
      topic: try row.id(), version: Int(try row.integer()), after: try row.optionalText(),
      found: Int(try row.integer()))
  }

  func pasts() throws -> [TopicPast] {
    try list("SELECT \(Self.columns) FROM topic_pasts ORDER BY topic_id", [], decode)
  }

  func past(of topic: ID<Topic>) throws -> TopicPast? {
    try first("SELECT \(Self.columns) FROM topic_pasts WHERE topic_id = $1", [.id(topic)], decode)
  }

  func save(_ past: TopicPast) throws {
    try sql.run(
      """
      INSERT INTO topic_pasts (\(Self.columns)) VALUES ($1, $2, $3, $4)
      ON CONFLICT (topic_id) DO UPDATE SET version = excluded.version,
        next_key = excluded.next_key, found = excluded.found
      """, [.id(past.topic), .int(past.version), .words(past.after), .int(past.found)])
  }

  func deletePast(of topic: ID<Topic>) throws {
    try sql.run("DELETE FROM topic_pasts WHERE topic_id = $1", [.id(topic)])
  }
}
