import HeedModel

extension Transaction {
  private static let planned = """
    SELECT k.post_id, k.account_id, p.network, p.remote_id, l.reference, p.address, k.due_at, k.occasion,
      k.tries
    FROM count_plans k JOIN posts p ON p.id = k.post_id
    LEFT JOIN local_references l ON l.post_id = k.post_id AND l.account_id = k.account_id
    """
  /// What an account says where all may read it is counted a minute later for the first time.
  private static let first = Duration.minutes(1)

  private func decode(_ row: inout RowReader) throws -> CountPlan {
    CountPlan(
      post: try row.id(), account: try row.id(), network: try row.named(),
      remoteID: try row.named(), local: try row.optionalText(), address: try row.optionalText(),
      dueAt: try row.instant(), occasion: try row.named(), tries: Int(try row.integer()))
  }

  func nextCountAt() throws -> Instant? {
    try first(
      "SELECT due_at FROM count_plans WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1", []
    ) { try $0.instant() }
  }

  func countPlan(of post: ID<Post>) throws -> CountPlan? {
    try first(
      "\(Self.planned) WHERE k.post_id = $1 AND k.due_at IS NOT NULL", [.id(post)], decode)
  }

  func planCounts(on networks: [NetworkName], saidSince: Instant) throws -> Int {
    guard !networks.isEmpty else { return 0 }
    let places = networks.indices.map { "$\($0 + 3)" }.joined(separator: ", ")
    let arguments: [SQLValue] =
      [.id(ID<Post>.first(at: saidSince)), .integer(Self.first.milliseconds)]
      + networks.map { SQLValue.name($0) }
    // Whose account was removed and connected again counts on by the new one.
    let renewed = try sql.run(
      """
      UPDATE count_plans SET tries = 0, due_at = COALESCE(due_at, post_id / 2097152 + $2),
        account_id = (SELECT MIN(a.id) FROM accounts a JOIN posts p ON p.author_id = a.handle_id
          WHERE p.id = count_plans.post_id AND a.removed_at IS NULL AND a.network IN (\(places)))
      WHERE post_id >= $1
        AND account_id IN (SELECT id FROM accounts WHERE removed_at IS NOT NULL)
        AND EXISTS (SELECT 1 FROM accounts a JOIN posts p ON p.author_id = a.handle_id
          WHERE p.id = count_plans.post_id AND p.removed_at IS NULL AND a.removed_at IS NULL
            AND a.network IN (\(places)))
      """, arguments)
    // Account by account: each walks its own posts of that time.
    return renewed
      + (try sql.run(
        """
        INSERT INTO count_plans (post_id, account_id, due_at, occasion, tries)
        SELECT p.id, a.id, p.id / 2097152 + $2, 'due', 0
        FROM accounts a CROSS JOIN posts p
        WHERE a.removed_at IS NULL AND a.network IN (\(places)) AND p.author_id = a.handle_id
          AND p.id >= $1 AND p.direction = 'ours' AND p.removed_at IS NULL
          AND p.visibility IN ('public', 'unlisted')
          AND NOT EXISTS (SELECT 1 FROM count_plans k WHERE k.post_id = p.id)
        ON CONFLICT (post_id) DO NOTHING
        """, arguments))
  }

  func leaseCounts(now: Instant, until: Instant, limit: Int) throws -> [CountPlan] {
    let lock = sql.dialect == .postgres ? "FOR UPDATE OF k SKIP LOCKED" : ""
    let due = try list(
      "\(Self.planned) WHERE k.due_at <= $1 ORDER BY k.due_at, k.post_id LIMIT $2 \(lock)",
      [.at(now), .int(limit)], decode)
    try sql.runMany(
      "UPDATE count_plans SET due_at = $2 WHERE post_id = $1",
      due.map { [.id($0.post), .at(until)] })
    return due
  }

  func settle(_ plans: [(plan: CountPlan, next: Instant?)], leasedUntil: Instant) throws {
    try sql.runMany(
      """
      UPDATE count_plans SET due_at = $3, occasion = $4, tries = $5
      WHERE post_id = $1 AND due_at = $2
      """,
      plans.map {
        [
          .id($0.plan.post), .at(leasedUntil), .at($0.next), .name($0.plan.occasion),
          .int($0.plan.tries),
        ]
      })
  }

  func freezeCounts(of post: ID<Post>, as occasion: PostCount.Occasion, at now: Instant) throws {
    try sql.run(
      """
      INSERT INTO count_plans (post_id, account_id, due_at, occasion, tries)
      SELECT p.id, a.id, $2, $3, 0 FROM posts p JOIN accounts a ON a.handle_id = p.author_id
      WHERE p.id = $1 AND p.direction = 'ours' AND a.removed_at IS NULL
        AND p.visibility IN ('public', 'unlisted')
      ORDER BY a.id LIMIT 1
      ON CONFLICT (post_id) DO UPDATE SET account_id = excluded.account_id,
        due_at = excluded.due_at, occasion = excluded.occasion,
        tries = 0
      """, [.id(post), .at(now), .name(occasion)])
    guard occasion != .due else { return }
    try sql.run(
      """
      INSERT INTO count_moments (post_id, occasion, happened_at)
      SELECT p.id, $3, $2 FROM posts p
      WHERE p.id = $1 AND p.direction = 'ours' AND p.visibility IN ('public', 'unlisted')
        AND EXISTS (SELECT 1 FROM accounts a
          WHERE a.handle_id = p.author_id AND a.removed_at IS NULL)
      ON CONFLICT (post_id, happened_at, occasion) DO NOTHING
      """, [.id(post), .at(now), .name(occasion)])
  }
}
