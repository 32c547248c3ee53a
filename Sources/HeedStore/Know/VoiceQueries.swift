import HeedModel

extension Transaction {
  func voice(_ id: ID<WishVoice>) throws -> WishVoice? {
    try first(
      "SELECT \(WishRows.voiceColumns) FROM wish_voices v WHERE v.id = $1", [.id(id)],
      WishRows.decodeVoice)
  }

  func insert(_ voice: WishVoice) throws -> Bool {
    let there = try count(
      "SELECT COUNT(*) FROM wish_voices WHERE wish_id = $1 AND post_id = $2",
      [.id(voice.wish), .id(voice.post)])
    guard there == 0 else { return false }
    try sql.run(
      """
      INSERT INTO wish_voices (id, wish_id, post_id, handle_id, gathered_by, gathered_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """,
      [
        .id(voice.id), .id(voice.wish), .id(voice.post), .id(voice.handle),
        .id(voice.gatheredBy), .at(voice.gatheredAt),
      ])
    return true
  }

  func delete(_ voice: ID<WishVoice>) throws {
    try sql.run("DELETE FROM wish_voices WHERE id = $1", [.id(voice)])
  }

  /// The newest delivered reply since `$4` that was meant to tell whoever speaks in `v` and spoke to them, where they said so;
  /// elsewhere only in public.
  private static func told(_ column: String) -> String {
    """
    (SELECT r.\(column) FROM handles i JOIN wish_voices x ON x.handle_id = i.id
      JOIN wishes y ON y.id = x.wish_id JOIN posts z ON z.id = x.post_id
      JOIN replies r ON r.conversation_id = z.conversation_id
      JOIN conversations k ON k.id = r.conversation_id \(PromiseRows.answered("b"))
      JOIN handles a ON a.id = \(PromiseRows.receiver("b", in: "k"))
      WHERE i.person_id = h.person_id AND a.person_id = h.person_id AND y.root_id = $3 AND r.delivered_at >= $4
        AND r.intent IN ('followUp', 'inform')
        AND (z.conversation_id = p.conversation_id OR r.visibility IN ('public', 'unlisted'))
      ORDER BY r.delivered_at DESC, r.id DESC LIMIT 1)
    """
  }

  func voices(of root: ID<Wish>, toldSince since: Instant?, _ page: PageRequest, for viewer: Viewer)
    throws -> Page<VoiceRow>
  {
    let before = try page.after.map { try PageKey.numbers($0, 2) } ?? [.max, .max]
    let rows = try list(
      """
      SELECT \(WishRows.voiceColumns), \(Self.told("member_id")), \(Self.told("delivered_at")),
        \(HandleRows.columns), \(PostRows.columns)
      FROM \(WishRows.said) LEFT JOIN handles h ON h.id = v.handle_id
      WHERE u.root_id = $3 AND (v.post_id, v.id) < ($5, $6) AND \(Visible.post)
      ORDER BY v.post_id DESC, v.id DESC LIMIT $7
      """,
      Visible.arguments(viewer) + [
        .id(root), .integer(since?.milliseconds ?? .max), .integer(before[0]),
        .integer(before[1]), .int(page.limit + 1),
      ]
    ) { row in
      let voice = try WishRows.decodeVoice(&row)
      let (by, at) = (try row.optionalID(Member.self), try row.optionalInstant())
      let author = try HandleRows.decodeOptional(&row)
      return VoiceRow(
        voice: voice, post: try PostRows.decode(&row), author: author, toldBy: by, toldAt: at)
    }
    return rows.page(page.limit) { PageKey.text($0.post.id.value, $0.id.value) }
  }

  func voices(of root: ID<Wish>, by handles: [ID<Handle>]) throws -> [WishVoice] {
    try InList.each(handles.map { .id($0) }, from: 2) { places, arguments in
      try list(
        """
        SELECT \(WishRows.voiceColumns) FROM wish_voices v JOIN wishes u ON u.id = v.wish_id
        WHERE v.handle_id IN (\(places)) AND u.root_id = $1 ORDER BY v.id
        """, [.id(root)] + arguments, WishRows.decodeVoice)
    }.sorted { $0.id < $1.id }
  }

  func speakers(of root: ID<Wish>) throws -> [Handle] {
    try list(
      """
      SELECT \(HandleRows.columns) FROM handles h WHERE h.id IN (
        SELECT v.handle_id FROM wish_voices v JOIN wishes u ON u.id = v.wish_id
        WHERE u.root_id = $1)
      ORDER BY h.id
      """, [.id(root)], HandleRows.decode)
  }

  func wishes(of person: ID<Person>, for viewer: Viewer) throws -> [Wish] {
    try list(
      """
      SELECT \(WishRows.columns) FROM wishes w WHERE w.id IN (
        SELECT u.root_id FROM handles h JOIN wish_voices v ON v.handle_id = h.id
        JOIN wishes u ON u.id = v.wish_id JOIN posts p ON p.id = v.post_id
        LEFT JOIN conversations c ON c.id = p.conversation_id
        WHERE h.person_id = $3 AND \(Visible.post))
      ORDER BY w.id DESC
      """, Visible.arguments(viewer) + [.id(person)], WishRows.decode)
  }

  func wishes(voicedBy handles: [ID<Handle>]) throws -> [Wish] {
    try list(
      """
      SELECT \(WishRows.columns) FROM wishes w WHERE w.id IN (
        SELECT u.root_id FROM wish_voices v JOIN wishes u ON u.id = v.wish_id
        WHERE v.handle_id IN (\(CataloguedTable.list(handles))))
      ORDER BY w.id DESC
      """, [], WishRows.decode)
  }

  func wishes(from conversation: ID<Conversation>, for viewer: Viewer) throws -> [Wish] {
    try list(
      """
      SELECT \(WishRows.columns) FROM wishes w WHERE w.id IN (
        SELECT u.root_id FROM posts p JOIN wish_voices v ON v.post_id = p.id
        JOIN wishes u ON u.id = v.wish_id LEFT JOIN conversations c ON c.id = p.conversation_id
        WHERE p.conversation_id = $3 AND \(Visible.post))
      ORDER BY w.id DESC
      """, Visible.arguments(viewer) + [.id(conversation)], WishRows.decode)
  }

  func wishTerms(limit: Int) throws -> [(wish: Wish, terms: [String])] {
    let newest = try list(
      "SELECT \(WishRows.columns) FROM wishes w WHERE w.root_id = w.id ORDER BY w.id DESC LIMIT $1",
      [.int(limit)], WishRows.decode)
    let (key, terms) =
      sql.dialect == .sqlite
      ? ("rowid", "t.terms") : ("post_id", "array_to_string(tsvector_to_array(t.terms), ' ')")
    return try newest.map { wish in
      let said = try list(
        """
        SELECT \(terms) FROM post_terms t WHERE t.\(key) IN (
          SELECT v.post_id FROM wishes u JOIN wish_voices v ON v.wish_id = u.id
          WHERE u.root_id = $1 ORDER BY v.post_id DESC LIMIT 12)
        """, [.id(wish.id)]
      ) { try $0.text() }
      return (wish, said.flatMap { $0.split(separator: " ").map(String.init) })
    }
  }

  func saidAndDone(limit: Int) throws -> [WishRow] {
    let isPublic = WishRows.isPublic
    let said = "\(WishRows.said) LEFT JOIN handles h ON h.id = v.handle_id WHERE u.root_id = w.id"
    return try list(
      """
      SELECT \(WishRows.columns),
        (SELECT COUNT(DISTINCT \(WishRows.speaker)) FROM \(said) AND \(isPublic)),
        (SELECT MAX(v.post_id) FROM \(said) AND \(isPublic))
      FROM wishes w WHERE w.root_id = w.id AND w.status IN ('done', 'no')
        AND EXISTS (SELECT 1 FROM \(said) AND \(isPublic))
      ORDER BY w.changed_at DESC, w.id DESC LIMIT $1
      """, [.int(limit)], WishRows.decodeRow)
  }
}
