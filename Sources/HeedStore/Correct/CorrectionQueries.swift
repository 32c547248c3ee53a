import HeedModel

/// How a correction stands in its table, with the way of its reply beside it.
private enum CorrectionRows {
  static let columns = """
    k.id, k.mistake_id, k.member_id, k.way, k.post_id, k.page, k.words, k.done_at,
    k.trouble, k.reply_id, r.status, r.delivered_at, r.trouble, r.post_id
    """

  /// `Correction.doneSince`, as the database sees it.
  static let isDone = """
    ((k.way IN ('edit', 'byHand') AND k.done_at IS NOT NULL)
      OR (k.way IN ('reply', 'apologise') AND r.status = 'delivered')
      OR (k.way = 'delete' AND k.done_at IS NOT NULL AND r.status = 'delivered'))
    """

  static let sources = """
    corrections k LEFT JOIN replies r ON r.id = k.reply_id
    """

  static func decode(_ row: inout RowReader) throws -> Correction {
    var correction = Correction(
      id: try row.id(), mistake: try row.id(), member: try row.id(), way: try row.named(),
      post: try row.optionalID(), page: try row.optionalText(), words: try row.text(),
      doneAt: try row.optionalInstant(), trouble: try row.optionalMessage(),
      reply: try row.optionalID())
    if let status: Delivery.Status = try row.optionalNamed() {
      correction.sending = Correction.Sending(
        status: status, deliveredAt: try row.optionalInstant(),
        trouble: try row.optionalMessage(), post: try row.optionalID())
    }
    return correction
  }
}

extension Transaction {
  /// A mistake is fixed by a correction of the same place, begun after it was last opened.
  private static let isFixed = """
    EXISTS (SELECT 1 FROM \(CorrectionRows.sources)
      WHERE k.mistake_id = mi.id AND COALESCE(k.post_id, 0) = COALESCE(mi.post_id, 0)
        AND COALESCE(k.page, '') = COALESCE(mi.page, '')
        AND k.id > COALESCE(
          (SELECT MAX(o.id) FROM mistake_reopenings o WHERE o.mistake_id = mi.id), mi.id)
        AND \(CorrectionRows.isDone))
    """
  /// What is settled was fixed for good, unless it is opened again, which takes that back.
  private static let isOpen = "mi.settled = 0 AND NOT \(isFixed)"

  func openMistakes(for viewer: Viewer) throws -> Int {
    try count(
      """
      SELECT COUNT(*) FROM \(MistakeRows.sources)
      WHERE \(Self.isOpen) AND \(MistakeRows.visible)
      """, Visible.arguments(viewer))
  }

  func openMistakes(_ page: PageRequest, for viewer: Viewer) throws -> Page<Mistake> {
    let before = try page.after.map { try PageKey.numbers($0, 1)[0] } ?? Int64.max
    let rows = try list(
      """
      SELECT \(MistakeRows.columns) FROM \(MistakeRows.sources)
      WHERE mi.id < $3 AND \(Self.isOpen) AND \(MistakeRows.visible)
      ORDER BY mi.id DESC LIMIT $4
      """, Visible.arguments(viewer) + [.integer(before), .int(page.limit + 1)],
      MistakeRows.decode)
    return rows.page(page.limit) { PageKey.text($0.id.value) }
  }

  func settleMistakes() throws -> Int {
    try sql.run(
      """
      UPDATE mistakes SET settled = 1 WHERE id IN (
        SELECT mi.id FROM mistakes mi WHERE mi.settled = 0 AND \(Self.isFixed))
      """)
  }

  func corrections(of mistakes: [ID<Mistake>]) throws -> [Correction] {
    try InList.each(mistakes.map { .id($0) }) { places, ids in
      try list(
        """
        SELECT \(CorrectionRows.columns) FROM \(CorrectionRows.sources)
        WHERE k.mistake_id IN (\(places))
        """, ids, CorrectionRows.decode)
    }.sorted { $0.id < $1.id }
  }

  func corrections(deliveredAs posts: [ID<Post>]) throws -> [Correction] {
    try InList.each(posts.map { .id($0) }) { places, ids in
      try list(
        """
        SELECT \(CorrectionRows.columns)
        FROM replies d JOIN corrections k ON k.reply_id = d.id
        LEFT JOIN replies r ON r.id = k.reply_id
        WHERE d.post_id IN (\(places))
        """, ids, CorrectionRows.decode)
    }.sorted { $0.id < $1.id }
  }

  func correction(_ id: ID<Correction>) throws -> Correction? {
    try first(
      "SELECT \(CorrectionRows.columns) FROM \(CorrectionRows.sources) WHERE k.id = $1",
      [.id(id)], CorrectionRows.decode)
  }

  func unsettled(_ way: Correction.Way, of post: ID<Post>) throws
    -> [(correction: Correction, said: String)]
  {
    try list(
      """
      SELECT m.said, \(CorrectionRows.columns)
      FROM \(CorrectionRows.sources) JOIN mistakes m ON m.id = k.mistake_id
      WHERE k.post_id = $1 AND k.way = $2 AND k.done_at IS NULL AND k.trouble IS NULL
      ORDER BY k.id
      """, [.id(post), .name(way)]
    ) { row in
      let said = try row.text()
      return (try CorrectionRows.decode(&row), said)
    }
  }

  func editors(of post: ID<Post>) throws -> [ID<Member>] {
    try list(
      """
      SELECT DISTINCT k.member_id FROM mistakes m JOIN corrections k ON k.mistake_id = m.id
      WHERE m.post_id = $1 AND k.post_id = $1 AND k.way = 'edit' AND k.done_at IS NOT NULL
      ORDER BY k.member_id
      """, [.id(post)]
    ) { try $0.id() }
  }

  func insert(_ correction: Correction) throws {
    try sql.run(
      """
      INSERT INTO corrections
        (id, mistake_id, member_id, way, post_id, page, words, done_at, trouble, reply_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """,
      [
        .id(correction.id), .id(correction.mistake), .id(correction.member),
        .name(correction.way), .id(correction.post), .words(correction.page),
        .words(correction.words), .at(correction.doneAt), .words(correction.trouble),
        .id(correction.reply),
      ])
  }

  func update(_ correction: Correction) throws {
    try sql.run(
      "UPDATE corrections SET done_at = $2, trouble = $3, reply_id = $4 WHERE id = $1",
      [
        .id(correction.id), .at(correction.doneAt), .words(correction.trouble),
        .id(correction.reply),
      ])
  }

  private func decodePublished(_ row: inout RowReader) throws -> PublishedCorrection {
    PublishedCorrection(
      id: try row.id(), mistake: try row.id(), member: try row.id(), kind: try row.named(),
      wrong: try row.text(), right: try row.text(), address: try row.optionalText())
  }

  private static let published = """
    id, mistake_id, member_id, kind, wrong_words, right_words, address
    """

  func publishedCorrections(_ page: PageRequest) throws -> Page<PublishedCorrection> {
    let before = try page.after.map { try PageKey.numbers($0, 1)[0] } ?? Int64.max
    let rows = try list(
      """
      SELECT \(Self.published) FROM published_corrections
      WHERE id < $1 ORDER BY id DESC LIMIT $2
      """, [.integer(before), .int(page.limit + 1)], decodePublished)
    return rows.page(page.limit) { PageKey.text($0.id.value) }
  }

  func publishedCorrections(of mistake: ID<Mistake>) throws -> [PublishedCorrection] {
    try list(
      "SELECT \(Self.published) FROM published_corrections WHERE mistake_id = $1 ORDER BY id",
      [.id(mistake)], decodePublished)
  }

  func insert(_ published: PublishedCorrection) throws {
    try sql.run(
      """
      INSERT INTO published_corrections (\(Self.published)) VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      [
        .id(published.id), .id(published.mistake), .id(published.member), .name(published.kind),
        .words(published.wrong), .words(published.right), .words(published.address),
      ])
  }
}
