import HeedModel

extension Transaction {
  func insert(_ posts: [NewPost]) throws {
    ledger.begin(posts.map(\.post.id))
    try sql.runMany(PostRows.insert, posts.map { PostRows.arguments($0.post) })
    insertTerms(posts)
    try insert(posts.flatMap(\.matches))
  }

  func update(_ post: NewPost) throws {
    try willChange([post.post.id])
    try sql.run(PostRows.update, PostRows.arguments(post.post))
    deleteTerms([post.post.id])
    if post.post.removedAt == nil { insertTerms([post]) }
    try sql.run("DELETE FROM topic_matches WHERE post_id = $1", [.id(post.post.id)])
    try insert(post.matches)
  }

  func replace(placeholder: ID<Post>, by post: NewPost) throws {
    // The remote id is unique: the placeholder lets go of it first.
    try sql.run(
      "UPDATE posts SET remote_id = remote_id || ' ' || id WHERE id = $1", [.id(placeholder)])
    try insert([post])
    let both: [SQLValue] = [.id(placeholder), .id(post.post.id)]
    try sql.run("UPDATE posts SET parent_id = $2 WHERE parent_id = $1", both)
    try sql.run("UPDATE posts SET quoted_id = $2 WHERE quoted_id = $1", both)
    for table in ["local_references", "reactions", "came_back"] {
      try sql.run("UPDATE \(table) SET post_id = $2 WHERE post_id = $1", both)
    }
    try sql.run("DELETE FROM posts WHERE id = $1", [.id(placeholder)])
  }

  func setAside(in conversation: ID<Conversation>) throws {
    try willChange(in: conversation, "p.direction = 'aboutUs'")
    try sql.run(
      "UPDATE posts SET direction = 'aside' WHERE conversation_id = $1 AND direction = 'aboutUs'",
      [.id(conversation)])
  }

  func blank(_ posts: [ID<Post>], at now: Instant) throws {
    try willChange(posts)
    try sql.runMany(
      """
      UPDATE posts SET removed_at = COALESCE(removed_at, $2), words_until = NULL, title = NULL,
        warning = NULL, body = '', media = '', language = NULL, read_language = NULL,
        read_tone = NULL, read_kinds = '', read_by = '', read_sureness = 0, asks = 0, spam = 0
      WHERE id = $1
      """, posts.map { [.id($0), .at(now)] })
    // Earlier wordings of ours stay (law 5), theirs go.
    try sql.runMany(
      """
      DELETE FROM revisions WHERE post_id = $1
        AND NOT EXISTS (SELECT 1 FROM posts p WHERE p.id = $1 AND p.direction = 'ours')
      """, posts.map { [.id($0)] })
    try sql.runMany("DELETE FROM topic_matches WHERE post_id = $1", posts.map { [.id($0)] })
    deleteTerms(posts)
    try forgetSomeTerms()
    try question(self.posts(posts).compactMap(\.author))
  }

  func insert(_ revision: Revision) throws {
    try sql.run(
      """
      INSERT INTO revisions (post_id, replaced_at, title, warning, body, member_id)
      VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (post_id, replaced_at) DO NOTHING
      """,
      [
        .id(revision.post), .at(revision.replacedAt), .words(revision.title),
        .words(revision.warning), .words(revision.text.encoded), .id(revision.by),
      ])
  }

  func save(localReference: String, of post: ID<Post>, account: ID<Account>) throws {
    try sql.run(
      """
      INSERT INTO local_references (post_id, account_id, reference) VALUES ($1, $2, $3)
      ON CONFLICT (post_id, account_id) DO UPDATE SET reference = excluded.reference
      """, [.id(post), .id(account), .words(localReference)])
  }

  func save(_ reactions: [Reaction]) throws {
    try sql.runMany(
      """
      INSERT INTO reactions (post_id, handle_id, kind, reacted_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (post_id, handle_id, kind) DO NOTHING
      """, reactions.map { [.id($0.post), .id($0.by), .name($0.kind), .at($0.at)] })
  }

  func delete(_ reaction: Reaction) throws {
    try sql.run(
      "DELETE FROM reactions WHERE post_id = $1 AND handle_id = $2 AND kind = $3",
      [.id(reaction.post), .id(reaction.by), .name(reaction.kind)])
    try question([reaction.by])
  }

  func setWordsUntil(_ until: Instant?, conversation: ID<Conversation>) throws {
    try sql.run(
      """
      UPDATE posts SET words_until = $2
      WHERE conversation_id = $1 AND direction <> 'ours' AND removed_at IS NULL
      """, [.id(conversation), .at(until)])
  }

  func untoldEdits(of post: ID<Post>) throws -> Int {
    try first("SELECT times FROM untold_edits WHERE post_id = $1", [.id(post)]) {
      Int(try $0.integer())
    } ?? 0
  }

  func save(untoldEdits times: Int, of post: ID<Post>) throws {
    guard times > 0 else {
      try sql.run("DELETE FROM untold_edits WHERE post_id = $1", [.id(post)])
      return
    }
    try sql.run(
      """
      INSERT INTO untold_edits (post_id, times) VALUES ($1, $2)
      ON CONFLICT (post_id) DO UPDATE SET times = excluded.times
      """, [.id(post), .int(times)])
  }

  func setRechecked(_ posts: [ID<Post>], at now: Instant) throws {
    try sql.runMany(
      "UPDATE posts SET rechecked_at = $2 WHERE id = $1", posts.map { [.id($0), .at(now)] })
  }

  func save(_ matches: [TopicMatch]) throws {
    try willChange(matches.map(\.post))
    try insert(matches)
  }

  private func insert(_ matches: [TopicMatch]) throws {
    try sql.runMany(
      """
      INSERT INTO topic_matches (topic_id, post_id, version) VALUES ($1, $2, $3)
      ON CONFLICT (topic_id, post_id) DO NOTHING
      """, matches.map { [.id($0.topic), .id($0.post), .int($0.version)] })
  }

  func deleteMatches(of topic: ID<Topic>) throws {
    // What was done before in this transaction is counted by the matches that it left.
    try settleTallies()
    try sql.run("DELETE FROM topic_matches WHERE topic_id = $1", [.id(topic)])
    try deleteTallies(of: topic)
  }
}
