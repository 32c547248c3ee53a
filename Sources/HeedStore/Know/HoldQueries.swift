import HeedModel

/// Holds on handles without a page, and what holds keep.
extension Transaction {
  /// Of a handle row `h`: the law has what they said stay for now. `$1` is the present.
  static let heldHandle = """
    (EXISTS (SELECT 1 FROM legal_holds l WHERE l.person_id IN (h.person_id, h.own_person_id)
        AND l.lifted_at IS NULL AND l.ends_at > $1)
      OR EXISTS (SELECT 1 FROM handle_holds k WHERE k.handle_id = h.id
        AND k.lifted_at IS NULL AND k.ends_at > $1))
    """

  func handles(called addresses: [String]) throws -> [Handle] {
    let wanted = addresses.filter { !$0.isEmpty }
    let named = try wanted.flatMap { address in
      try list(
        "SELECT \(HandleRows.columns) FROM handles h WHERE LOWER(h.address) = LOWER($1)",
        [.words(address)], HandleRows.decode)
    }
    let pages = wanted.flatMap { page -> [String] in
      let bare = page.hasSuffix("/") ? String(page.dropLast()) : page
      return [bare, bare + "/"]
    }
    let shown = try InList.each(pages.map { .words($0) }) { places, arguments in
      try list(
        "SELECT \(HandleRows.columns) FROM handles h WHERE h.page IN (\(places))", arguments,
        HandleRows.decode)
    }
    return Dictionary((named + shown).map { ($0.id, $0) }) { $1 }.values
      .filter { !$0.isOurs && !$0.isErased }.sorted { $0.id < $1.id }
  }

  func holds(on handles: [ID<Handle>]) throws -> [HandleHold] {
    try InList.each(handles.map { .id($0) }) { places, arguments in
      try list(
        """
        SELECT id, handle_id, \(Self.spanColumns) FROM handle_holds
        WHERE handle_id IN (\(places)) ORDER BY id
        """, arguments, decodeSpan)
    }.sorted { $0.id < $1.id }
  }

  func insert(_ hold: HandleHold) throws { try insert(hold, into: "handle_holds", "handle_id") }

  func lift(_ hold: ID<HandleHold>, by member: ID<Member>, at now: Instant) throws {
    try lift(hold, in: "handle_holds", by: member, at: now)
  }

  func held(_ handles: [ID<Handle>], at now: Instant) throws -> Set<ID<Handle>> {
    let found = try InList.each(handles.map { .id($0) }, from: 2) { places, arguments in
      try list(
        "SELECT h.id FROM handles h WHERE h.id IN (\(places)) AND \(Self.heldHandle)",
        [.at(now)] + arguments
      ) { try $0.id(Handle.self) }
    }
    return Set(found)
  }

  func heldWords(of posts: [ID<Post>]) throws -> [HeldWording] {
    try InList.each(posts.map { .id($0) }) { places, arguments in
      try list(
        """
        SELECT id, post_id, kept_at, removed, title, warning, body, alternatives FROM held_words
        WHERE post_id IN (\(places)) ORDER BY id
        """, arguments
      ) { row in
        HeldWording(
          id: try row.id(), post: try row.id(), keptAt: try row.instant(),
          isRemoved: try row.flag(), title: try row.optionalText(),
          warning: try row.optionalText(), text: RichText(encoded: try row.text()),
          alternatives: try row.text().split(separator: "\n").map(String.init))
      }
    }.sorted { $0.id < $1.id }
  }

  func postsHeld(by handle: ID<Handle>) throws -> [ID<Post>] {
    try list(
      """
      SELECT DISTINCT w.post_id FROM held_words w JOIN posts p ON p.id = w.post_id
      WHERE p.author_id = $1 ORDER BY w.post_id
      """, [.id(handle)]
    ) { try $0.id() }
  }

  func insert(_ held: HeldWording) throws {
    try sql.run(
      """
      INSERT INTO held_words (id, post_id, kept_at, removed, title, warning, body, alternatives)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      [
        .id(held.id), .id(held.post), .at(held.keptAt), .flag(held.isRemoved),
        .words(held.title), .words(held.warning), .words(held.text.encoded),
        .words(held.alternatives.joined(separator: "\n")),
      ])
  }

  func letHeldWordsGo(at now: Instant) throws {
    try sql.run(
      """
      DELETE FROM held_words WHERE NOT EXISTS (
        SELECT 1 FROM posts p JOIN handles h ON h.id = p.author_id
        WHERE p.id = held_words.post_id AND \(Self.heldHandle))
      """, [.at(now)])
  }

  func deleteHandleHolds(endedAt now: Instant) throws {
    let over = "lifted_at IS NOT NULL OR ends_at <= $1"
    let handles = try list("SELECT handle_id FROM handle_holds WHERE \(over)", [.at(now)]) {
      try $0.id(Handle.self)
    }
    guard !handles.isEmpty else { return }
    try question(handles)
    try sql.run("DELETE FROM handle_holds WHERE \(over)", [.at(now)])
  }

  func formerNames(of handles: [ID<Handle>]) throws -> [String] {
    try former(handles, areAddresses: false)
  }

  func formerAddresses(of handles: [ID<Handle>]) throws -> [String] {
    try former(handles, areAddresses: true)
  }

  private func former(_ handles: [ID<Handle>], areAddresses: Bool) throws -> [String] {
    try InList.each(handles.map { .id($0) }) { places, arguments in
      try list(
        """
        SELECT name FROM former_names WHERE handle_id IN (\(places))
          AND is_address = \(areAddresses ? 1 : 0) ORDER BY handle_id, name
        """, arguments
      ) { try $0.text() }
    }
  }

  func save(formerName name: String, of handle: ID<Handle>) throws {
    try save(former: name, isAddress: false, of: handle)
  }

  func save(formerAddress address: String, of handle: ID<Handle>) throws {
    try save(former: address, isAddress: true, of: handle)
  }

  private func save(former name: String, isAddress: Bool, of handle: ID<Handle>) throws {
    guard !name.isEmpty else { return }
    try sql.run(
      """
      INSERT INTO former_names (handle_id, name, is_address)
      SELECT h.id, $2, $3 FROM handles h WHERE h.id = $1 AND h.is_ours = 0
        AND (h.own_person_id IS NOT NULL OR EXISTS (
          SELECT 1 FROM posts p JOIN conversations c ON c.id = p.conversation_id
          WHERE p.author_id = h.id))
      ON CONFLICT (handle_id, name) DO UPDATE SET is_address = excluded.is_address
        WHERE excluded.is_address = 1
      """, [.id(handle), .words(name), .int(isAddress ? 1 : 0)])
  }

  func lastErasedAt() throws -> Instant? {
    try first("SELECT MAX(erased_at) FROM erasures", []) { try $0.optionalInstant() } ?? nil
  }

  func anyErased(in conversation: ID<Conversation>) throws -> Bool {
    try first(
      """
      SELECT 1 FROM posts p
      WHERE p.conversation_id = $1 AND p.remote_id LIKE '\(Handle.erasedMark)%'
      UNION ALL
      SELECT 1 FROM conversations c JOIN handles h ON h.id = c.handle_id
      WHERE c.id = $1 AND h.remote_id LIKE '\(Handle.erasedMark)%' LIMIT 1
      """, [.id(conversation)]
    ) { try $0.integer() } != nil
  }

  func setAmongOthers(_ person: ID<Person>, at instant: Instant) throws {
    try sql.run(
      """
      UPDATE people SET among_others_at = $2
      WHERE id = $1 AND (among_others_at IS NULL OR among_others_at < $2)
      """, [.id(person), .at(instant)])
  }
}
