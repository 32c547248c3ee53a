import HeedModel

/// How wishes, voices, changes and joins stand in their tables.
enum WishRows {
  static let columns = """
    w.id, w.kind, w.title, w.status, w.reason, w.gathered_by, w.gathered_at, w.changed_at, w.root_id
    """

  static func decode(_ row: inout RowReader) throws -> Wish {
    Wish(
      id: try row.id(), kind: try row.named(), title: try row.text(), status: try row.named(),
      reason: try row.text(), gatheredBy: try row.id(), gatheredAt: try row.instant(),
      changedAt: try row.optionalInstant(), root: try row.id())
  }

  static let voiceColumns = "v.id, v.wish_id, v.post_id, v.handle_id, v.gathered_by, v.gathered_at"

  static func decodeVoice(_ row: inout RowReader) throws -> WishVoice {
    WishVoice(
      id: try row.id(), wish: try row.id(), post: try row.id(), handle: try row.id(),
      gatheredBy: try row.id(), gatheredAt: try row.instant())
  }

  static let joinColumns =
    "j.id, j.wish_id, j.into_id, j.joined_by, j.joined_at, j.parted_by, j.parted_at"

  static func decodeJoin(_ row: inout RowReader) throws -> WishJoin {
    WishJoin(
      id: try row.id(), wish: try row.id(), into: try row.id(), joinedBy: try row.id(),
      joinedAt: try row.instant(), partedBy: try row.optionalID(),
      partedAt: try row.optionalInstant())
  }

  /// Voices that count with a wish row `w`, with the post and its conversation: `v`, `p`, `c`.
  static let said = """
    wishes u JOIN wish_voices v ON v.wish_id = u.id JOIN posts p ON p.id = v.post_id
    LEFT JOIN conversations c ON c.id = p.conversation_id
    """
  /// Who a voice `v` is counted as: the person that its handle belongs to now.
  static let speaker = "COALESCE(h.person_id, v.handle_id)"

  /// Whether everybody could read a voice's post `p` in its conversation `c`.
  static let isPublic = "p.visibility IN ('public', 'unlisted') AND COALESCE(c.is_private, 0) = 0"

  /// How many people said so, as far as the viewer may see; when last.
  static let people = """
    (SELECT COUNT(DISTINCT \(speaker)) FROM \(said) LEFT JOIN handles h ON h.id = v.handle_id
      WHERE u.root_id = w.id AND \(Visible.post))
    """
  static let last = """
    (SELECT MAX(v.post_id) FROM \(said) WHERE u.root_id = w.id AND \(Visible.post))
    """
  /// What an erasure left of voices `v` of a wish: no handle, no post, only who could know of it by them. Post 0 stands for
  /// what all could read, the account's number with a minus for what was private and came there. Whatever joins `posts` or
  /// `handles` finds and counts none of these.
  private static let gone = """
    v.handle_id = 0 AND (v.post_id = 0 OR ($2 = 1 AND EXISTS (SELECT 1 FROM account_answerers aa
      WHERE aa.account_id = -v.post_id AND aa.member_id = $1)))
    """

  /// Whether the viewer may know of it: they gathered or changed it, or may see a voice of it, or where somebody said that
  /// they never asked for it; or could have seen a voice that an erasure took since. Then nothing of anybody is left in it,
  /// but what all knew stays known to all, and what came in private to those who answer there. Without any of these nobody
  /// else knows of it, for its voices may have been private. One that counts with another is known by its own.
  static let known = """
    (w.gathered_by = $1 OR EXISTS (SELECT 1 FROM \(said)
        WHERE (u.root_id = w.id OR u.id = w.id) AND \(Visible.post))
      OR EXISTS (SELECT 1 FROM wishes u JOIN wish_voices v ON v.wish_id = u.id
        WHERE (u.root_id = w.id OR u.id = w.id) AND \(gone))
      OR EXISTS (SELECT 1 FROM their_words t JOIN wishes u ON u.id = t.wish_id
        JOIN conversations c ON c.id = t.conversation_id
        WHERE (u.root_id = w.id OR u.id = w.id) AND \(Visible.conversation))
      OR EXISTS (SELECT 1 FROM wish_changes g WHERE g.wish_id = w.id AND g.member_id = $1))
    """

  static func decodeRow(_ row: inout RowReader) throws -> WishRow {
    let wish = try decode(&row)
    let people = Int(try row.integer())
    return WishRow(
      wish: wish, people: people, lastSaidAt: try row.optionalID(Post.self)?.instant)
  }
}
