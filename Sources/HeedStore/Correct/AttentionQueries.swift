import HeedModel

extension Transaction {
  func attentionRules() throws -> [NetworkName: AttentionRule] {
    let rows = try list(
      """
      SELECT network, share, half_life, overlap, replies, note, member_id, changed_at
      FROM attention_rules
      """, []
    ) { row -> (NetworkName, AttentionRule)? in
      let network: NetworkName = try row.named()
      let spreads = try (0..<4).map { _ in SpreadText.read(try row.text()) }
      let note = try row.text()
      let change = AttentionChange(note: note, by: try row.id(), at: try row.instant())
      guard let share = spreads[0], let halfLife = spreads[1], let overlap = spreads[2],
        let replies = spreads[3]
      else { return nil }
      return (
        network,
        AttentionRule(
          share: share, halfLife: halfLife, overlap: overlap, replies: replies, source: "",
          change: change)
      )
    }
    return Dictionary(rows.compactMap { $0 }) { $1 }
  }

  func save(_ rule: AttentionRule, on network: NetworkName) throws {
    guard let change = rule.change else { return }
    try sql.run(
      """
      INSERT INTO attention_rules (network, share, half_life, overlap, replies, note, member_id,
        changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (network) DO UPDATE SET share = excluded.share, half_life = excluded.half_life,
        overlap = excluded.overlap, replies = excluded.replies, note = excluded.note,
        member_id = excluded.member_id, changed_at = excluded.changed_at
      """,
      [
        .name(network), .text(SpreadText.write(rule.share)),
        .text(SpreadText.write(rule.halfLife)), .text(SpreadText.write(rule.overlap)),
        .text(SpreadText.write(rule.replies)), .words(change.note), .id(change.by),
        .at(change.at),
      ])
  }

  func deleteAttentionRule(on network: NetworkName) throws {
    try sql.run("DELETE FROM attention_rules WHERE network = $1", [.name(network)])
  }
}

/// A spread as stored: `0.01 0.05 0.12`.
enum SpreadText {
  static func write(_ spread: Spread) -> String {
    "\(spread.low) \(spread.likely) \(spread.high)"
  }

  static func read(_ text: String) -> Spread? {
    let numbers = text.split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 3, numbers.allSatisfy(\.isFinite) else { return nil }
    return Spread(numbers[0], numbers[1], numbers[2])
  }
}
