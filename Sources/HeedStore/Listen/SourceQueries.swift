import HeedModel

extension Transaction {
  private static let sourceNames = [
    "id", "network", "kind", "target", "name", "account_id", "is_broad", "next_cursor", "added_by",
    "added_at", "paused_at", "removed_at", "asked_at", "heard_at", "next_at", "trouble",
    "trouble_since", "failures", "purpose", "ours_since",
  ]
  private static let sourceColumns = sourceNames.joined(separator: ", ")

  private func decodeSource(_ row: inout RowReader) throws -> Source {
    var source = Source(
      id: try row.id(), network: try row.named(), kind: try row.text(), target: try row.text(),
      name: try row.message(), account: try row.optionalID(), isBroad: try row.flag(),
      cursor: try row.optionalText(), addedBy: try row.optionalID(), addedAt: try row.instant(),
      pausedAt: try row.optionalInstant(), removedAt: try row.optionalInstant(),
      askedAt: try row.optionalInstant(), heardAt: try row.optionalInstant(),
      nextAt: try row.instant(), trouble: try row.optionalMessage(),
      troubleSince: try row.optionalInstant(), failures: Int(try row.integer()),
      purpose: try row.message())
    source.oursSince = try row.optionalInstant()
    return source
  }

  private func arguments(_ source: Source) -> [SQLValue] {
    [
      .id(source.id), .name(source.network), .words(source.kind), .words(source.target),
      .words(source.name), .id(source.account), .flag(source.isBroad), .words(source.cursor),
      .id(source.addedBy), .at(source.addedAt), .at(source.pausedAt), .at(source.removedAt),
      .at(source.askedAt), .at(source.heardAt), .at(source.nextAt), .words(source.trouble),
      .at(source.troubleSince), .int(source.failures), .words(source.purpose),
      .at(source.oursSince),
    ]
  }

  func sources() throws -> [Source] {
    try list(
      "SELECT \(Self.sourceColumns) FROM sources WHERE removed_at IS NULL ORDER BY id", [],
      decodeSource)
  }

  func dueSources(at now: Instant) throws -> [Source] {
    try list(
      """
      SELECT \(Self.sourceColumns) FROM sources
      WHERE removed_at IS NULL AND paused_at IS NULL AND next_at <= $1 ORDER BY id
      """, [.at(now)], decodeSource)
  }

  func troubleCount() throws -> Int {
    try count(
      """
      SELECT COUNT(DISTINCT CASE WHEN a.trouble IS NULL THEN s.id ELSE -a.id END)
      FROM sources s LEFT JOIN accounts a ON a.id = s.account_id
      WHERE s.removed_at IS NULL AND s.paused_at IS NULL AND s.trouble IS NOT NULL
      """, [])
  }

  func source(_ id: ID<Source>) throws -> Source? {
    try first("SELECT \(Self.sourceColumns) FROM sources WHERE id = $1", [.id(id)], decodeSource)
  }

  func insert(_ source: Source) throws {
    let places = Self.sourceNames.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    try sql.run(
      "INSERT INTO sources (\(Self.sourceColumns)) VALUES (\(places))", arguments(source))
  }

  func update(_ source: Source) throws {
    let sets = Self.sourceNames.enumerated().dropFirst().map { "\($0.element) = $\($0.offset + 1)" }
    try sql.run(
      "UPDATE sources SET \(sets.joined(separator: ", ")) WHERE id = $1", arguments(source))
  }
}

extension Transaction {
  private static let accountColumns = """
    id, network, server, handle_id, owner_id, custom, house_rules, added_at, removed_at, trouble
    """

  private func decodeAccount(_ row: inout RowReader) throws -> Account {
    Account(
      id: try row.id(), network: try row.named(), server: try row.text(), handle: try row.id(),
      owner: try row.optionalID(), custom: try row.named(), houseRules: try row.message(),
      addedAt: try row.instant(), removedAt: try row.optionalInstant(),
      trouble: try row.optionalMessage())
  }

  private func arguments(_ account: Account) -> [SQLValue] {
    [
      .id(account.id), .name(account.network), .words(account.server), .id(account.handle),
      .id(account.owner), .name(account.custom), .words(account.houseRules),
      .at(account.addedAt), .at(account.removedAt), .words(account.trouble),
    ]
  }

  func accounts() throws -> [Account] {
    try list(
      "SELECT \(Self.accountColumns) FROM accounts WHERE removed_at IS NULL ORDER BY id", [],
      decodeAccount)
  }

  func account(_ id: ID<Account>) throws -> Account? {
    try first("SELECT \(Self.accountColumns) FROM accounts WHERE id = $1", [.id(id)], decodeAccount)
  }

  func credentials(of account: ID<Account>) throws -> [UInt8]? {
    try first("SELECT credentials FROM accounts WHERE id = $1", [.id(account)]) { try $0.bytes() }
  }

  func answerers(of account: ID<Account>) throws -> [ID<Member>] {
    try list(
      "SELECT member_id FROM account_answerers WHERE account_id = $1 ORDER BY member_id",
      [.id(account)]
    ) { try $0.id() }
  }

  func insert(_ account: Account, credentials: [UInt8], answerers: [ID<Member>]) throws {
    try sql.run(
      """
      INSERT INTO accounts (\(Self.accountColumns), credentials)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """, arguments(account) + [.bytes(credentials)])
    try setAnswerers(answerers, of: account.id)
  }

  func update(_ account: Account) throws {
    try sql.run(
      """
      UPDATE accounts SET network = $2, server = $3, handle_id = $4, owner_id = $5, custom = $6,
        house_rules = $7, added_at = $8, removed_at = $9, trouble = $10
      WHERE id = $1
      """, arguments(account))
  }

  func setCredentials(_ sealed: [UInt8], of account: ID<Account>) throws {
    try sql.run(
      "UPDATE accounts SET credentials = $2 WHERE id = $1", [.id(account), .bytes(sealed)])
  }

  func setAnswerers(_ members: [ID<Member>], of account: ID<Account>) throws {
    try sql.run("DELETE FROM account_answerers WHERE account_id = $1", [.id(account)])
    try sql.runMany(
      "INSERT INTO account_answerers (account_id, member_id) VALUES ($1, $2)",
      Set(members).sorted().map { [.id(account), .id($0)] })
  }
}
