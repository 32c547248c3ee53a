import HeedModel

/// What passed between us and one person: in conversations with them, and where they spoke to us among others.
extension Transaction {
  func facts(of person: ID<Person>, for viewer: Viewer) throws -> PersonFacts? {
    let arguments = Visible.arguments(viewer) + [.id(person)]
    var talk = try facts(
      in: Talks(
        sources: "conversations c JOIN handles g ON g.id = c.handle_id",
        wanted: "g.person_id = $3 AND c.joined_to IS NULL AND \(Visible.conversation)",
        words: "p.direction IN ('toUs', 'aboutUs')", heard: "p.direction <> 'ours'"), arguments)
    let own = talk.conversations
    let others = try talksOfOthers(with: person)
    let joined = try InList.each(others.map { .id($0) }, from: 4) { places, ids in
      [
        try facts(
          in: Talks(
            sources: "conversations c",
            wanted: "c.id IN (\(places)) AND c.joined_to IS NULL AND \(Visible.conversation)",
            words: "p.direction = 'toUs' AND \(Visible.post)",
            heard: "p.direction = 'toUs' AND \(Visible.post)"), arguments + ids)
      ]
    }
    for one in joined { talk.add(one) }
    guard own > 0 || talk.spoke > 0 else { return nil }
    return PersonFacts(
      conversations: own, firstWordsAt: talk.first?.instant, lastWordsAt: talk.last?.instant,
      answeredAt: talk.answer?.at, answeredBy: talk.answer?.by, waiting: talk.waiting,
      languages: talk.languages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
        .map(\.key), spoke: talk.spoke, answered: talk.answered)
  }

  /// Where somebody spoke to us in what is with others.
  private func talksOfOthers(with person: ID<Person>) throws -> [ID<Conversation>] {
    try list(
      """
      SELECT c.id FROM (
        SELECT DISTINCT p.conversation_id AS id FROM handles h
        JOIN posts p ON p.author_id = h.id AND p.direction = 'toUs' WHERE h.person_id = $1
      ) spoken JOIN conversations c ON c.id = spoken.id LEFT JOIN handles o ON o.id = c.handle_id
      WHERE o.person_id IS NULL OR o.person_id <> $1
      """, [.id(person)]
    ) { try $0.id() }
  }

  /// Some conversations, as rows `c`, with what of somebody's words there counts, and by which their languages are told.
  private struct Talks {
    var sources: String
    var wanted: String
    var words: String
    var heard: String
  }

  private struct TalkFacts {
    var conversations = 0
    var waiting = 0
    var first: ID<Post>?
    var last: ID<Post>?
    var spoke = 0
    var answered = 0
    var answer: (at: Instant, by: ID<Member>)?
    var languages: [String: Int] = [:]

    mutating func add(_ other: Self) {
      conversations += other.conversations
      waiting += other.waiting
      first = [first, other.first].compactMap { $0 }.min()
      last = [last, other.last].compactMap { $0 }.max()
      spoke += other.spoke
      answered += other.answered
      answer = [answer, other.answer].compactMap { $0 }.max { $0.at < $1.at }
      languages.merge(other.languages) { $0 + $1 }
    }
  }

  /// - Parameter arguments: the viewer, the person, and what the talks ask for.
  private func facts(in talks: Talks, _ arguments: [SQLValue]) throws -> TalkFacts {
    var facts = TalkFacts()
    let counts = try first(
      """
      SELECT COUNT(*), SUM(CASE WHEN c.state = 'waiting' AND EXISTS (
        SELECT 1 FROM handles o LEFT JOIN posts w ON w.id = c.waiting_post_id
        WHERE o.id = COALESCE(w.author_id, c.handle_id) AND o.person_id = $3) THEN 1 ELSE 0 END)
      FROM \(talks.sources) WHERE \(talks.wanted)
      """, arguments
    ) { (Int(try $0.integer()), Int(try $0.optionalInteger() ?? 0)) }
    guard let counts, counts.0 > 0 else { return facts }
    (facts.conversations, facts.waiting) = counts
    // The plus keeps databases from walking all that somebody ever said: they speak about us more than with us.
    let theirs = """
      \(talks.sources) JOIN posts p ON p.conversation_id = c.id
      JOIN handles h ON h.id = +p.author_id
      WHERE \(talks.wanted) AND h.person_id = $3
      """
    let words = try first(
      "SELECT MIN(p.id), MAX(p.id), COUNT(*) FROM \(theirs) AND \(talks.words)", arguments
    ) { (try $0.optionalID(Post.self), try $0.optionalID(Post.self), Int(try $0.integer())) }
    if let words { (facts.first, facts.last, facts.spoke) = words }
    let languages = try list(
      """
      SELECT COALESCE(p.read_language, p.language), COUNT(*) FROM \(theirs)
        AND COALESCE(p.read_language, p.language) IS NOT NULL AND \(talks.heard)
      GROUP BY COALESCE(p.read_language, p.language)
      """, arguments
    ) { (try $0.text(), Int(try $0.integer())) }
    for (language, times) in languages { facts.languages[language] = times }
    // Whom a reply answers is who wrote the post that it hangs on, whoever began the thread.
    let replies = """
      \(talks.sources) JOIN replies r ON r.conversation_id = c.id
        AND COALESCE(r.status, '') = 'delivered'
      \(PromiseRows.answered()) JOIN handles h ON h.id = \(PromiseRows.receiver())
      WHERE \(talks.wanted) AND h.person_id = $3
      """
    facts.answered = try count("SELECT COUNT(*) FROM \(replies)", arguments)
    if facts.answered > 0 {
      facts.answer = try first(
        """
        SELECT r.delivered_at, r.member_id FROM \(replies) AND r.delivered_at IS NOT NULL
        ORDER BY r.delivered_at DESC LIMIT 1
        """, arguments
      ) { (at: try $0.instant(), by: try $0.id(Member.self)) }
    }
    return facts
  }
}
