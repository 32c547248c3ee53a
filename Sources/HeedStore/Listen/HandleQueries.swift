import HeedModel

extension Transaction {
  func handles(_ network: NetworkName, remoteIDs: [RemoteID]) throws -> [Handle] {
    try InList.each(remoteIDs.map { .words($0.rawValue) }, from: 2) { places, arguments in
      try list(
        """
        SELECT \(HandleRows.columns) FROM handles h
        WHERE h.network = $1 AND h.remote_id IN (\(places))
        """, [.name(network)] + arguments, HandleRows.decode)
    }
  }

  func handles(_ ids: [ID<Handle>]) throws -> [Handle] {
    try InList.each(ids.map { .id($0) }) { places, arguments in
      try list(
        "SELECT \(HandleRows.columns) FROM handles h WHERE h.id IN (\(places))", arguments,
        HandleRows.decode)
    }
  }

  /// Whether a viewer may know of a handle row `h`: it is ours, or said something that they may see.
  static let knownHandle = """
    (h.is_ours = 1 OR EXISTS (
      SELECT 1 FROM posts p LEFT JOIN conversations c ON c.id = p.conversation_id
      WHERE p.author_id = h.id AND p.removed_at IS NULL AND \(Visible.post)))
    """

  func handle(_ id: ID<Handle>, for viewer: Viewer) throws -> Handle? {
    try first(
      """
      SELECT \(HandleRows.columns) FROM handles h WHERE h.id = $3 AND \(Self.knownHandle)
      """, Visible.arguments(viewer) + [.id(id)], HandleRows.decode)
  }

  func insert(_ handles: [Handle]) throws {
    try sql.runMany(HandleRows.insert, handles.map(HandleRows.arguments))
  }

  func update(_ handle: Handle) throws {
    try sql.run(HandleRows.update, HandleRows.arguments(handle))
    try question([handle.id, handle.movedTo].compactMap { $0 })
  }

  /// Has the next cleaning look whether anything still keeps these handles.
  func question(_ handles: [ID<Handle>]) throws {
    try sql.runMany(
      "INSERT INTO handles_in_question (handle_id) VALUES ($1) ON CONFLICT (handle_id) DO NOTHING",
      Set(handles).sorted().map { [.id($0)] })
  }

  /// Looks only at those in question, for a desk has many handles and loses few at a time.
  func deleteForgottenHandles(limit: Int) throws -> Bool {
    let asked = try list(
      """
      SELECT q.handle_id, CASE WHEN h.id IS NULL OR h.person_id IS NOT NULL OR h.is_ours = 1
          OR EXISTS (SELECT 1 FROM posts p WHERE p.author_id = h.id AND p.removed_at IS NULL)
          OR EXISTS (SELECT 1 FROM accounts a WHERE a.handle_id = h.id)
          OR EXISTS (SELECT 1 FROM reactions r WHERE r.handle_id = h.id)
          OR EXISTS (SELECT 1 FROM handle_holds k WHERE k.handle_id = h.id)
        THEN 0 ELSE 1 END
      FROM handles_in_question q LEFT JOIN handles h ON h.id = q.handle_id
      ORDER BY q.handle_id LIMIT $1
      """, [.int(limit)]
    ) { (try $0.id(Handle.self), try $0.flag()) }
    let gone = asked.filter(\.1).map(\.0)
    for table in ["evidence", "former_names"] {
      try sql.runMany("DELETE FROM \(table) WHERE handle_id = $1", gone.map { [.id($0)] })
    }
    try sql.runMany(
      "DELETE FROM handle_joins WHERE handle_id = $1 OR other_id = $1", gone.map { [.id($0)] })
    try sql.runMany("DELETE FROM handles WHERE id = $1", gone.map { [.id($0)] })
    try sql.runMany(
      "DELETE FROM handles_in_question WHERE handle_id = $1", asked.map { [.id($0.0)] })
    return asked.count == limit
  }
}
