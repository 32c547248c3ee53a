import HeedModel

extension Transaction {
  /// Taken by when the answer was given, not the post: how long one waited does not decide whether it is counted.
  func firstAnswers(since: Instant, limit: Int) throws -> [FirstAnswer] {
    try list(
      """
      SELECT p.network, CASE WHEN c.direction = 'ours' THEN 1 ELSE 0 END, p.id, c.id,
        (SELECT MIN(r.member_id) FROM replies r WHERE r.post_id = c.id)
      FROM posts c JOIN posts p ON p.id = c.parent_id JOIN handles h ON h.id = c.author_id
      WHERE c.id >= $1 AND c.parent_id IS NOT NULL AND h.is_bot = 0
        AND p.author_id <> c.author_id
        AND c.visibility IN ('public', 'unlisted') AND p.visibility IN ('public', 'unlisted')
        AND CASE WHEN c.direction = 'ours' THEN p.direction = 'toUs'
          ELSE p.direction IN ('aboutUs', 'aside') END
        AND NOT EXISTS (
          SELECT 1 FROM posts e JOIN handles b ON b.id = e.author_id
          WHERE e.parent_id = p.id AND e.id < c.id AND b.is_bot = 0
            AND e.author_id <> p.author_id AND (c.direction <> 'ours' OR e.direction = 'ours'))
      ORDER BY c.id DESC LIMIT $2
      """, [.id(ID<Post>.first(at: since)), .integer(Int64(limit))]
    ) {
      let (network, isOurs): (NetworkName, Bool) = (try $0.named(), try $0.flag())
      let (post, answer) = (try $0.id(Post.self), try $0.id(Post.self))
      return FirstAnswer(
        network: network, isOurs: isOurs, took: max(.zero, answer.instant - post.instant),
        member: try $0.optionalID())
    }
  }

  func paces() throws -> [Pace] {
    try list("SELECT network, \(Self.paceColumns) FROM paces ORDER BY network", []) {
      try decodePace(try $0.named(), &$0)
    }
  }

  func save(_ paces: [Pace]) throws {
    try sql.run("DELETE FROM paces", [])
    try sql.runMany(
      "INSERT INTO paces (network, \(Self.paceColumns)) VALUES ($1, $2, $3, $4, $5, $6)",
      paces.map { pace in
        [
          .name(pace.network), milliseconds(pace.theirs),
          .integer(Int64(pace.theirs?.answers ?? 0)), milliseconds(pace.ours),
          .integer(Int64(pace.ours?.answers ?? 0)), .integer(Int64(pace.ours?.members ?? 0)),
        ]
      })
    func milliseconds(_ half: Pace.Half?) -> SQLValue {
      half.map { .integer($0.half.milliseconds) } ?? .null
    }
  }

  func pace(of network: NetworkName) throws -> Pace? {
    try first("SELECT \(Self.paceColumns) FROM paces WHERE network = $1", [.name(network)]) {
      try decodePace(network, &$0)
    }
  }

  func waitingOn(_ network: NetworkName) throws -> [ID<Conversation>] {
    try list(
      "SELECT id FROM conversations WHERE state = 'waiting' AND network = $1", [.name(network)]
    ) { try $0.id() }
  }

  private static let paceColumns = "their_half, their_answers, our_half, our_answers, our_members"

  private func decodePace(_ network: NetworkName, _ row: inout RowReader) throws -> Pace {
    func half() throws -> Pace.Half? {
      let half = try row.optionalInteger()
      let answers = Int(try row.integer())
      return half.map { Pace.Half(half: .milliseconds($0), answers: answers) }
    }
    var pace = Pace(network, theirs: try half(), ours: try half())
    pace.ours?.members = Int(try row.integer())
    return pace
  }
}
