import HeedModel

/// A table as the database's own catalogue tells it: so that a table that is added later is known as well.
struct CataloguedTable: Sendable {
  var name: String
  var columns: [String]
  var key: [String]
  var texts: [String]

  /// Of the desk itself, its members and its files: nothing of people outside stands there.
  static let ours: Set<String> = [
    "migrations", "members", "sessions", "invitations", "machines", "accounts", "settings",
    "desk_secrets", "desk_keys", "events", "tallies", "post_terms", "push_subscriptions", "pushes",
    "telling_choices", "told_until",
  ]

  static func all(_ sql: any SQLConnection) throws -> [CataloguedTable] {
    let names =
      sql.dialect == .sqlite
      ? """
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND name NOT LIKE 'post_terms_%' ORDER BY name
      """
      : "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
    return try sql.rows(names).compactMap { row in
      guard case .text(let name) = row.values[0], name != "post_terms" else { return nil }
      let columns =
        sql.dialect == .sqlite
        ? try sql.rows("SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid", .text(name))
        : try sql.rows(
          """
          SELECT a.attname::text, format_type(a.atttypid, NULL), COALESCE((
            SELECT array_position(i.indkey::int2[], a.attnum) + 1 FROM pg_index i
            WHERE i.indrelid = a.attrelid AND i.indisprimary), 0)::bigint
          FROM pg_attribute a WHERE a.attrelid = $1::text::regclass AND a.attnum > 0
            AND NOT a.attisdropped ORDER BY a.attnum
          """, .text(name))
      var table = CataloguedTable(name: name, columns: [], key: [], texts: [])
      for column in columns {
        guard case .text(let name) = column.values[0], case .text(let type) = column.values[1],
          case .integer(let place) = column.values[2]
        else { continue }
        table.columns.append(name)
        if place > 0 { table.key.append(name) }
        if type.lowercased() == "text" { table.texts.append(name) }
      }
      return table
    }
  }

  /// Rows that hang on handles, by whichever column names one, a person, a post or a conversation.
  /// - Parameters:
  ///   - handles: as a list for `IN`.
  ///   - isWide: everything in conversations with them, not only what is about them.
  func belonging(to handles: String, isWide: Bool) -> [String] {
    let theirs = Self.conversations(handles)
    let posts =
      isWide
      ? "SELECT id FROM posts WHERE conversation_id IN (\(theirs))"
      : Self.postsFor(handles)
    let replies =
      isWide
      ? "SELECT id FROM replies WHERE conversation_id IN (\(theirs))"
      : Self.repliesTo(handles)
    // Also what was gathered from them, and they said that they had not asked for.
    let wishes = """
      SELECT wish_id FROM wish_voices WHERE handle_id IN (\(handles))
      UNION SELECT wish_id FROM their_words WHERE handle_id IN (\(handles)) AND wish_id IS NOT NULL
      """
    var conditions: [String] = []
    for column in columns {
      switch column {
      case "conversation_id":
        conditions.append(
          isWide || name == "posts"
            ? "\(column) IN (\(theirs))"
            : "\(column) IN (SELECT id FROM conversations WHERE handle_id IN (\(handles)))")
      case "post_id", "in_reply_to", "noticed_post_id":
        conditions.append("\(column) IN (\(posts))")
      case "reply_id": conditions.append("\(column) IN (\(replies))")
      case "promise_id":
        conditions.append("\(column) IN (SELECT id FROM promises WHERE reply_id IN (\(replies)))")
      case "mistake_id":
        conditions.append(
          """
          \(column) IN (SELECT id FROM mistakes
            WHERE post_id IN (\(posts)) OR noticed_post_id IN (\(posts)))
          """)
      case "wish_id": conditions.append("\(column) IN (\(wishes))")
      case "root_id" where name == "wishes": conditions.append("id IN (\(wishes))")
      case "handle_id", "author_id", "by_handle", "other_id":
        conditions.append("\(column) IN (\(handles))")
      case "person_id":
        conditions.append(
          "\(column) IN (SELECT person_id FROM handles WHERE id IN (\(handles)) AND person_id IS NOT NULL)"
        )
      default: continue
      }
    }
    return conditions
  }

  /// Whether a row hangs on nothing that the viewer may not see (law 7), by whichever column names a conversation, a post
  /// or a reply; `$1` and `$2` as `Visible` has them. Looked up row by row, for few rows are asked for.
  var openToViewer: String {
    // A parameter that a statement does not name has no type.
    var conditions = ["CAST($1 AS BIGINT) IS NOT NULL AND CAST($2 AS BIGINT) IS NOT NULL"]
    let shutConversation = """
      FROM conversations c WHERE c.id = %@ AND CASE WHEN \(Visible.conversation) THEN 0 ELSE 1 END = 1
      """
    let shutPost = """
      FROM posts p LEFT JOIN conversations c ON c.id = p.conversation_id
      WHERE p.id = %@ AND CASE WHEN \(Visible.post) THEN 0 ELSE 1 END = 1
      """
    let shutReply = """
      FROM replies r JOIN conversations c ON c.id = r.conversation_id
      WHERE r.id = %@ AND CASE WHEN \(Visible.reply) THEN 0 ELSE 1 END = 1
      """
    func close(_ column: String, _ shut: String, through: String? = nil) {
      let named = "\(name).\(column)"
      let looked = shut.split(separator: "%@", omittingEmptySubsequences: false)
        .joined(separator: through ?? named)
      conditions.append("NOT EXISTS (SELECT 1 \(looked))")
    }
    for column in columns {
      switch (name, column) {
      case ("posts", "id"), (_, "post_id"), (_, "in_reply_to"), (_, "noticed_post_id"):
        close(column, shutPost)
      case ("replies", "id"), (_, "reply_id"): close(column, shutReply)
      case ("conversations", "id"),
        (_, "conversation_id") where name != "posts":
        close(column, shutConversation)
      case (_, "promise_id"):
        close(
          column, shutReply,
          through: "(SELECT k.reply_id FROM promises k WHERE k.id = \(name).promise_id)")
      case (_, "mistake_id"):
        for post in ["post_id", "noticed_post_id"] {
          close(
            column, shutPost,
            through: "(SELECT k.\(post) FROM mistakes k WHERE k.id = \(name).mistake_id)")
        }
      default: continue
      }
    }
    return conditions.joined(separator: " AND ")
  }

  /// Conversations with them, and those in which they spoke.
  static func conversations(_ handles: String) -> String {
    """
    SELECT id FROM conversations WHERE handle_id IN (\(handles))
    UNION SELECT conversation_id FROM posts WHERE author_id IN (\(handles))
    """
  }

  /// A list for `IN`; numbers only, so nothing can be put into the statement by it.
  static func list(_ handles: [ID<Handle>]) -> String {
    handles.isEmpty ? "0" : handles.map { String($0.value) }.joined(separator: ", ")
  }

  /// Whether a text holds one of the needles, which are parameters from `first` on.
  static func holds(_ column: String, _ needles: Int, from first: Int, _ dialect: SQLDialect)
    -> String
  {
    guard needles > 0 else { return "1 = 0" }
    let find = dialect == .sqlite ? "INSTR" : "STRPOS"
    let all = (first..<(first + needles)).map { "\(find)(LOWER(\(column)), $\($0)) > 0" }
    return "(" + all.joined(separator: " OR ") + ")"
  }
}
