import HeedModel

/// What a transaction does to the search index, put aside until its end or until it is asked for.
///
/// FTS5 writes down what it was given, as one more stretch to be merged later, at each savepoint and before each row whose
/// number is not above the last one's; and every statement that changes several rows makes a savepoint. Written among
/// those, words cost half again as much.
struct TermLedger {
  fileprivate struct Change {
    /// What is to be found; nothing when empty.
    var terms: [String]
    /// Whether something may be there already.
    var replaces: Bool
  }
  fileprivate var changes: [ID<Post>: Change] = [:]
}

extension Transaction {
  /// Of one post, in bytes; PostgreSQL ends at a mebibyte. What stands after it in so long a text is not found.
  private static let mostTerms = 900_000

  func insertTerms(_ posts: [NewPost]) {
    for post in posts where !post.terms.isEmpty {
      terms.changes[post.post.id, default: .init(terms: [], replaces: false)].terms = post.terms
    }
  }

  func deleteTerms(_ posts: [ID<Post>]) {
    for post in posts { terms.changes[post] = .init(terms: [], replaces: true) }
  }

  /// Called before the index is asked, and at the end.
  func settleTerms() throws {
    guard !terms.changes.isEmpty else { return }
    let changes = terms.changes.sorted { $0.key < $1.key }
    terms.changes = [:]
    let key = sql.dialect == .sqlite ? "rowid" : "post_id"
    try sql.runMany(
      "DELETE FROM post_terms WHERE \(key) = $1",
      changes.filter(\.value.replaces).map { [.id($0.key)] })
    let rows = changes.filter { !$0.value.terms.isEmpty }.map { id, change -> [SQLValue] in
      [.id(id), .words(Self.stored(change.terms))]
    }
    switch sql.dialect {
    case .sqlite:
      try sql.runMany("INSERT INTO post_terms (rowid, terms) VALUES ($1, $2)", rows)
    case .postgres:
      try sql.runMany(
        """
        INSERT INTO post_terms (post_id, terms)
        VALUES ($1, array_to_tsvector(array_remove(string_to_array($2, ' '), '')))
        """, rows)
    }
  }

  private static func stored(_ terms: [String]) -> String {
    let all = terms.joined(separator: " ")
    guard all.utf8.count > mostTerms else { return all }
    var seen: Set<String> = []
    var left = mostTerms
    return terms.filter { term in
      guard term.utf8.count < left, seen.insert(term).inserted else { return false }
      left -= term.utf8.count + 1
      return true
    }.joined(separator: " ")
  }

  /// FTS5 writes down that a row is gone and drops its words when it next merges what it wrote: so a stretch of a
  /// megabyte is merged at once, which is the whole index of a small desk. https://sqlite.org/fts5.html#the_merge_command
  func forgetSomeTerms() throws { try mergeTerms(-256) }

  /// - Parameter pages: at most so many; below zero begins with the whole index as one stretch.
  /// - Returns: whether there was anything to do.
  @discardableResult
  func mergeTerms(_ pages: Int) throws -> Bool {
    guard sql.dialect == .sqlite else { return false }
    try settleTerms()
    // A savepoint has it write down what this transaction did so far, which merging else passes over.
    try sql.runScript("SAVEPOINT terms; RELEASE terms")
    let before = try count("SELECT total_changes()", [])
    try sql.run(
      "INSERT INTO post_terms (post_terms, rank) VALUES ('merge', $1)", [.int(pages)])
    return try count("SELECT total_changes()", []) - before > 1
  }
}

extension Store {
  /// Has the search index let go of erased words that it still holds somewhere inside. On PostgreSQL the server's own
  /// vacuuming does that. In small transactions, so that nobody waits for long; repeating it is harmless.
  public func forgetErasedTerms() async throws {
    var more = try await write(merging: -500)
    // Every step shrinks what is left; the bound only keeps a faulty index from holding up the desk.
    var steps = 0
    while more, steps < 10_000 {
      more = try await write(merging: 500)
      steps += 1
    }
  }
}
