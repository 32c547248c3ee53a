import HeedModel

extension Transaction {
  private static let profiles = """
    SELECT member_id, languages, knows, likes, minutes_a_day, hours, absences FROM member_profiles
    """

  func profiles() throws -> [MemberProfile] {
    try list("\(Self.profiles) ORDER BY member_id", [], Self.profile)
  }

  func profile(of member: ID<Member>) throws -> MemberProfile? {
    try first("\(Self.profiles) WHERE member_id = $1", [.id(member)], Self.profile)
  }

  private static func profile(_ row: inout RowReader) throws -> MemberProfile {
    MemberProfile(
      member: try row.id(), languages: ProfileText.read(try row.text()),
      knows: ProfileText.read(try row.text()), likes: ProfileText.read(try row.text()),
      minutesADay: try row.optionalInteger().map { Int($0) },
      hours: WeekHoursText.read(try row.text()) ?? WeekHours(),
      absences: ProfileText.readAbsences(try row.text()))
  }

  func save(_ profile: MemberProfile) throws {
    try sql.run(
      """
      INSERT INTO member_profiles (member_id, languages, knows, likes, minutes_a_day, hours, absences)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (member_id) DO UPDATE SET languages = excluded.languages,
        knows = excluded.knows, likes = excluded.likes, minutes_a_day = excluded.minutes_a_day,
        hours = excluded.hours, absences = excluded.absences
      """,
      [
        .id(profile.member), .words(ProfileText.write(profile.languages)),
        .words(ProfileText.write(profile.knows)), .words(ProfileText.write(profile.likes)),
        .int(profile.minutesADay),
        .text(profile.hours.isEmpty ? "" : WeekHoursText.write(profile.hours)),
        .text(ProfileText.write(profile.absences)),
      ])
  }

  func membersSeen(since: Instant) throws -> [ID<Member>] {
    try list(
      """
      SELECT DISTINCT member_id FROM sessions
      WHERE seen_at >= $1 AND awaits_second_factor = 0 ORDER BY member_id
      """, [.at(since)]
    ) { try $0.id() }
  }

  func answer(before newest: Int) throws -> (at: Instant, reply: ID<Reply>)? {
    try first(
      """
      SELECT delivered_at, id FROM replies WHERE delivered_at IS NOT NULL
      ORDER BY delivered_at DESC, id DESC LIMIT 1 OFFSET \(newest)
      """, []
    ) { (at: try $0.instant(), reply: try $0.id()) }
  }

  func answers(after last: (at: Instant, reply: ID<Reply>), limit: Int) throws -> [AnsweredWords] {
    let (key, terms) =
      sql.dialect == .sqlite
      ? ("rowid", ["q.terms", "a.terms"])
      : (
        "post_id",
        ["q", "a"].map { "array_to_string(tsvector_to_array(\($0).terms), ' ')" }
      )
    return try list(
      """
      SELECT r.id, r.delivered_at, r.member_id, r.account_id,
        CASE WHEN r.visibility IN ('public', 'unlisted') AND COALESCE(c.is_private, 0) = 0
          THEN 0 ELSE 1 END,
        COALESCE(\(terms[0]), ''), COALESCE(\(terms[1]), ''), \(OutcomeColumn.sql)
      FROM replies r LEFT JOIN conversations c ON c.id = r.conversation_id
      LEFT JOIN posts o ON o.id = r.in_reply_to
      LEFT JOIN post_terms q ON q.\(key) = r.in_reply_to
      LEFT JOIN post_terms a ON a.\(key) = r.post_id
      WHERE r.delivered_at IS NOT NULL AND (r.delivered_at, r.id) > ($1, $2)
      ORDER BY r.delivered_at, r.id LIMIT $3
      """, [.at(last.at), .id(last.reply), .int(limit)]
    ) { row in
      var answer = AnsweredWords(
        reply: try row.id(), at: try row.instant(), member: try row.id(), account: try row.id(),
        isPrivate: try row.flag(), terms: [],
        asked: try row.text().split(separator: " ").map(String.init))
      answer.terms = answer.asked + (try row.text().split(separator: " ").map(String.init))
      answer.outcome = AnswerOutcome(rawValue: try row.text()) ?? .open
      return answer
    }
  }

  func exchanges(with person: ID<Person>, since: Instant, for viewer: Viewer) throws -> [Exchange] {
    // Whom a reply answers is who wrote the post that it hangs on, whoever began the thread.
    let theirs = "handles h JOIN posts p ON p.author_id = h.id"
    let arguments = Visible.arguments(viewer) + [.id(person), .at(since)]
    let answers = try list(
      """
      SELECT r.member_id, r.delivered_at FROM \(theirs)
      JOIN replies r ON r.conversation_id = p.conversation_id AND r.in_reply_to = p.id
      JOIN conversations c ON c.id = r.conversation_id
      WHERE h.person_id = $3 AND r.delivered_at >= $4 AND \(Visible.reply)
      ORDER BY r.delivered_at DESC LIMIT 500
      """, arguments
    ) { Exchange(member: try $0.id(), at: try $0.instant()) }
    let back = try list(
      """
      SELECT b.member_id, b.post_id FROM \(theirs)
      JOIN came_back b ON b.post_id = p.id JOIN conversations c ON c.id = b.conversation_id
      WHERE h.person_id = $3 AND p.id >= $5 AND \(Visible.post)
      ORDER BY b.post_id DESC LIMIT 500
      """, arguments + [.id(ID<Post>.first(at: since))]
    ) { Exchange(member: try $0.id(), at: try $0.id(Post.self).instant) }
    return answers + back
  }

  func answersWritten(since: Instant) throws -> [ID<Member>: Int] {
    Dictionary(
      uniqueKeysWithValues: try list(
        """
        SELECT member_id, COUNT(*) FROM replies
        WHERE id >= $1 AND status <> 'takenBack' GROUP BY member_id
        """, [.id(ID<Reply>.first(at: since))]
      ) { (try $0.id(Member.self), Int(try $0.integer())) })
  }
}

/// Lists of a profile as stored: a line an entry, a day an absence's end.
enum ProfileText {
  static func write(_ entries: [String]) -> String { entries.joined(separator: "\n") }

  static func read(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  /// `20782-20789 20800-20800`.
  static func write(_ absences: [MemberProfile.Absence]) -> String {
    absences.map { "\($0.first)-\($0.last)" }.joined(separator: " ")
  }

  static func readAbsences(_ text: String) -> [MemberProfile.Absence] {
    text.split(separator: " ").compactMap { piece in
      let days = piece.split(separator: "-").compactMap { Int64($0) }
      return days.count == 2 && days[0] <= days[1]
        ? MemberProfile.Absence(first: days[0], last: days[1]) : nil
    }
  }
}
