import HeedModel

extension Transaction {
  private static let columns = """
    s.id, s.member_id, s.session_id, s.place_hash, s.sealed, s.device, s.added_at, s.rests_until,
    s.failures
    """

  /// Where somebody signed out, nothing is told any more.
  private static let signedIn = """
    EXISTS (SELECT 1 FROM sessions i WHERE i.id = s.session_id AND i.member_id = s.member_id
      AND i.awaits_second_factor = 0 AND i.expires_at > $1)
    """

  private func decode(_ row: inout RowReader) throws -> PushSubscription {
    var subscription = PushSubscription(
      id: try row.id(), member: try row.id(), session: try row.id(), placeHash: try row.bytes(),
      sealed: try row.bytes(), device: try row.text(), addedAt: try row.instant())
    subscription.restsUntil = try row.instant()
    subscription.failures = Int(try row.integer())
    return subscription
  }

  func pushSubscription(_ id: ID<PushSubscription>) throws -> PushSubscription? {
    try first("SELECT \(Self.columns) FROM push_subscriptions s WHERE s.id = $1", [.id(id)], decode)
  }

  func pushSubscription(placeHash: [UInt8]) throws -> PushSubscription? {
    try first(
      "SELECT \(Self.columns) FROM push_subscriptions s WHERE s.place_hash = $1",
      [.bytes(placeHash)], decode)
  }

  func pushSubscriptions(of member: ID<Member>, now: Instant) throws -> [PushSubscription] {
    try list(
      """
      SELECT \(Self.columns) FROM push_subscriptions s
      WHERE s.member_id = $2 AND \(Self.signedIn) ORDER BY s.id
      """, [.at(now), .id(member)], decode)
  }

  func allPushSubscriptions() throws -> [PushSubscription] {
    try list("SELECT \(Self.columns) FROM push_subscriptions s ORDER BY s.id", [], decode)
  }

  func membersWithPush(now: Instant) throws -> [ID<Member>] {
    try list(
      """
      SELECT DISTINCT s.member_id FROM push_subscriptions s WHERE \(Self.signedIn)
      ORDER BY s.member_id
      """, [.at(now)]
    ) { try $0.id() }
  }

  func save(_ subscription: PushSubscription) throws {
    try sql.run(
      """
      INSERT INTO push_subscriptions (id, member_id, session_id, place_hash, sealed, device, added_at,
        rests_until, failures)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (place_hash) DO UPDATE SET id = excluded.id, member_id = excluded.member_id,
        session_id = excluded.session_id, sealed = excluded.sealed, device = excluded.device,
        added_at = excluded.added_at, rests_until = excluded.rests_until,
        failures = excluded.failures
      """,
      [
        .id(subscription.id), .id(subscription.member), .id(subscription.session),
        .bytes(subscription.placeHash), .bytes(subscription.sealed), .words(subscription.device),
        .at(subscription.addedAt), .at(subscription.restsUntil), .int(subscription.failures),
      ])
  }

  func delete(_ subscription: ID<PushSubscription>) throws {
    try sql.run("DELETE FROM pushes WHERE subscription_id = $1", [.id(subscription)])
    try sql.run("DELETE FROM push_subscriptions WHERE id = $1", [.id(subscription)])
  }

  func deletePushSubscriptions(of member: ID<Member>) throws {
    try sql.run("DELETE FROM pushes WHERE member_id = $1", [.id(member)])
    try sql.run("DELETE FROM push_subscriptions WHERE member_id = $1", [.id(member)])
  }

  func deletePushSubscriptions(addedBefore: Instant) throws {
    try sql.run(
      """
      DELETE FROM push_subscriptions WHERE added_at < $1
        AND NOT EXISTS (SELECT 1 FROM sessions i WHERE i.id = push_subscriptions.session_id)
      """, [.at(addedBefore)])
  }

  func pushesDue(at now: Instant, limit: Int) throws -> [Push] {
    try list(
      """
      SELECT id, bundle, member_id, subscription_id, due_at, is_sending, attempts FROM pushes
      WHERE due_at <= $1 ORDER BY due_at, id LIMIT $2
      """, [.at(now), .int(limit)]
    ) {
      Push(
        id: try $0.id(), bundle: try $0.id(), member: try $0.id(), subscription: try $0.id(),
        dueAt: try $0.instant(), isSending: try $0.flag(), attempts: Int(try $0.integer()))
    }
  }

  func insert(_ push: Push) throws {
    try sql.run(
      """
      INSERT INTO pushes (id, bundle, member_id, subscription_id, due_at, is_sending, attempts)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      [
        .id(push.id), .id(push.bundle), .id(push.member), .id(push.subscription), .at(push.dueAt),
        .flag(push.isSending), .int(push.attempts),
      ])
  }

  func update(_ push: Push) throws {
    try sql.run(
      "UPDATE pushes SET due_at = $2, is_sending = $3, attempts = $4 WHERE id = $1",
      [.id(push.id), .at(push.dueAt), .flag(push.isSending), .int(push.attempts)])
  }

  func lease(_ push: ID<Push>, until: Instant) throws -> Bool {
    try sql.run(
      """
      UPDATE pushes SET is_sending = 1, due_at = $2, attempts = attempts + 1
      WHERE id = $1 AND is_sending = 0
      """, [.id(push), .at(until)]) == 1
  }

  func delete(_ push: ID<Push>) throws {
    try sql.run("DELETE FROM pushes WHERE id = $1", [.id(push)])
  }

  func deskKey(_ name: String) throws -> DeskKey? {
    try first("SELECT name, public_key, sealed FROM desk_keys WHERE name = $1", [.text(name)]) {
      DeskKey(name: try $0.text(), publicKey: try $0.bytes(), sealed: try $0.bytes())
    }
  }

  func insert(_ key: DeskKey) throws -> DeskKey {
    try sql.run(
      """
      INSERT INTO desk_keys (name, public_key, sealed) VALUES ($1, $2, $3)
      ON CONFLICT (name) DO NOTHING
      """, [.text(key.name), .bytes(key.publicKey), .bytes(key.sealed)])
    return try deskKey(key.name) ?? key
  }

  func update(_ key: DeskKey) throws {
    try sql.run(
      "UPDATE desk_keys SET public_key = $2, sealed = $3 WHERE name = $1",
      [.text(key.name), .bytes(key.publicKey), .bytes(key.sealed)])
  }
}
