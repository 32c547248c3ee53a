import HeedModel

extension Transaction {
  private static let columns = """
    id, post_id, member_id, corrected_at, language, tone, kinds, was_language, was_tone, was_kinds, \
    was_by, was_sureness, instead_of, ended_at
    """

  private func decode(_ row: inout RowReader) throws -> ReadingCorrection {
    ReadingCorrection(
      id: try row.id(), post: try row.id(), member: try row.id(), correctedAt: try row.instant(),
      reading: Reading(
        language: try row.optionalText(), tone: try row.optionalNamed(),
        kinds: Set(NamesText.read(try row.text())), by: Reading.member, sureness: 1),
      was: Reading(
        language: try row.optionalText(), tone: try row.optionalNamed(),
        kinds: Set(NamesText.read(try row.text())), by: try row.text(), sureness: try row.real()),
      insteadOf: try row.optionalID(), endedAt: try row.optionalInstant())
  }

  func standingCorrections() throws -> [ReadingCorrection] {
    try list(
      "SELECT \(Self.columns) FROM reading_corrections WHERE ended_at IS NULL ORDER BY id", [],
      decode)
  }

  func correction(of post: ID<Post>) throws -> ReadingCorrection? {
    try first(
      "SELECT \(Self.columns) FROM reading_corrections WHERE post_id = $1 AND ended_at IS NULL",
      [.id(post)], decode)
  }

  func lastReadingEvent() throws -> ID<Event>? {
    // A kind at a time, so that each is one look at the end of its index.
    try [
      EventKind.readingCorrected, .readingUndone, .theySaidReading, .readersChanged, .personErased,
      .wordsExpired,
    ].compactMap { kind in
      try first(
        "SELECT id FROM events WHERE kind = $1 ORDER BY id DESC LIMIT 1", [.name(kind)]
      ) { try $0.id(Event.self) }
    }.max()
  }

  func insert(_ correction: ReadingCorrection) throws {
    let (said, was) = (correction.reading, correction.was)
    try sql.run(
      """
      INSERT INTO reading_corrections (\(Self.columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """,
      [
        .id(correction.id), .id(correction.post), .id(correction.member),
        .at(correction.correctedAt), .words(said.language), .name(said.tone),
        .text(NamesText.write(said.kinds)), .words(was.language), .name(was.tone),
        .text(NamesText.write(was.kinds)), .text(was.by), .real(was.sureness),
        .id(correction.insteadOf), .at(correction.endedAt),
      ])
  }

  func letStandAgain(_ correction: ID<ReadingCorrection>) throws -> ReadingCorrection? {
    try sql.run("UPDATE reading_corrections SET ended_at = NULL WHERE id = $1", [.id(correction)])
    return try first(
      "SELECT \(Self.columns) FROM reading_corrections WHERE id = $1", [.id(correction)], decode)
  }

  func end(_ correction: ID<ReadingCorrection>, at now: Instant) throws {
    try sql.run(
      "UPDATE reading_corrections SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL",
      [.id(correction), .at(now)])
  }
}
