import HeedModel

extension Transaction {
  private static let columns = """
    w.id, w.handle_id, w.conversation_id, w.kind, w.said_at, w.rests_until, w.ended_at, w.post_id, \
    w.wish_id, w.language, w.tone, w.kinds
    """

  private func decode(_ row: inout RowReader) throws -> TheirWord {
    var word = TheirWord(
      id: try row.id(), handle: try row.id(), conversation: try row.optionalID(),
      kind: try row.named(), saidAt: try row.instant(), restsUntil: try row.optionalInstant(),
      endedAt: try row.optionalInstant(), post: try row.optionalID(), wish: try row.optionalID())
    let language = try row.optionalText()
    let tone: Reading.Tone? = try row.optionalNamed()
    word.reading = try row.optionalText().map {
      Reading(
        language: language, tone: tone, kinds: Set(NamesText.read($0)), by: Reading.them,
        sureness: 1)
    }
    return word
  }

  func theirWords(of handles: [ID<Handle>]) throws -> [TheirWord] {
    try InList.each(handles.map { .id($0) }) { places, arguments in
      try list(
        "SELECT \(Self.columns) FROM their_words w WHERE w.handle_id IN (\(places)) ORDER BY w.id",
        arguments, decode)
    }.sorted { $0.id < $1.id }
  }

  func theirWords(in conversation: ID<Conversation>) throws -> [TheirWord] {
    try list(
      "SELECT \(Self.columns) FROM their_words w WHERE w.conversation_id = $1 ORDER BY w.id",
      [.id(conversation)], decode)
  }

  func theirWords(since: Instant, for viewer: Viewer) throws -> [TheirWord] {
    try list(
      """
      SELECT \(Self.columns) FROM their_words w CROSS JOIN conversations c
      WHERE c.id = w.conversation_id AND w.id >= $3 AND \(Visible.conversation)
        AND (w.post_id IS NULL
          OR EXISTS (SELECT 1 FROM posts p WHERE p.id = w.post_id AND \(Visible.post)))
      ORDER BY w.id DESC LIMIT 50
      """, Visible.arguments(viewer) + [.id(ID<TheirWord>.first(at: since))], decode)
  }

  func theirWords(of wishes: [ID<Wish>], for viewer: Viewer) throws -> [TheirWord] {
    try InList.each(wishes.map { .id($0) }, from: 3) { places, arguments in
      try list(
        """
        SELECT \(Self.columns) FROM their_words w JOIN posts p ON p.id = w.post_id
        LEFT JOIN conversations c ON c.id = p.conversation_id
        WHERE w.wish_id IN (\(places)) AND \(Visible.post) ORDER BY w.id
        """, Visible.arguments(viewer) + arguments, decode)
    }.sorted { $0.id < $1.id }
  }

  func wishesToBeForgotten() throws -> [TheirWord] {
    try list(
      """
      SELECT \(Self.columns) FROM their_words w
      WHERE w.kind = 'forgetMe' AND w.ended_at IS NULL AND w.id > 0 ORDER BY w.id
      """, [], decode)
  }

  func insert(_ word: TheirWord) throws {
    try sql.run(
      """
      INSERT INTO their_words (id, handle_id, conversation_id, kind, said_at, rests_until, ended_at,
        post_id, wish_id, language, tone, kinds)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      """,
      [
        .id(word.id), .id(word.handle), .id(word.conversation), .name(word.kind),
        .at(word.saidAt), .at(word.restsUntil), .at(word.endedAt), .id(word.post), .id(word.wish),
        .words(word.reading?.language), .name(word.reading?.tone),
        word.reading.map { .text(NamesText.write($0.kinds)) } ?? .null,
      ])
  }

  func end(_ word: ID<TheirWord>, at now: Instant) throws {
    try sql.run(
      "UPDATE their_words SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL",
      [.id(word), .at(now)])
  }

  func reactions(by handles: [ID<Handle>], limit: Int) throws -> [Reaction] {
    try handles.flatMap { handle in
      try list(
        """
        SELECT r.kind, r.post_id, r.handle_id, r.reacted_at FROM reactions r
        WHERE r.handle_id = $1 ORDER BY r.reacted_at DESC, r.post_id DESC LIMIT $2
        """, [.id(handle), .int(limit)]
      ) {
        Reaction(
          kind: try $0.named(), post: try $0.id(), by: try $0.id(), at: try $0.instant())
      }
    }.sorted { ($0.at, $0.post) > ($1.at, $1.post) }.prefix(limit).map { $0 }
  }

  func reactionCount(by handles: [ID<Handle>]) throws -> Int {
    try count(
      "SELECT COUNT(*) FROM reactions WHERE handle_id IN (\(CataloguedTable.list(handles)))", [])
  }

  /// - Parameter handles: what their column is compared with.
  private static func aboutUs(by handles: String) -> String {
    """
    FROM posts p WHERE p.author_id \(handles) AND p.removed_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM conversations c WHERE c.id = p.conversation_id AND c.state <> 'aboutUs')
    """
  }

  func postsAboutUs(by handles: [ID<Handle>], limit: Int) throws -> [Post] {
    // Of each the newest are at one end of their index.
    try handles.flatMap { handle in
      try list(
        "SELECT \(PostRows.columns) \(Self.aboutUs(by: "= $1")) ORDER BY p.id DESC LIMIT $2",
        [.id(handle), .int(limit)], PostRows.decode)
    }.sorted { $0.id > $1.id }.prefix(limit).map { $0 }
  }

  func countAboutUs(by handles: [ID<Handle>]) throws -> Int {
    try count(
      "SELECT COUNT(*) \(Self.aboutUs(by: "IN (\(CataloguedTable.list(handles)))"))", [])
  }

  func handles(showing pages: [String]) throws -> [Handle] {
    try InList.each(pages.map { .words($0) }) { places, arguments in
      try list(
        "SELECT \(HandleRows.columns) FROM handles h WHERE h.page IN (\(places)) ORDER BY h.id",
        arguments, HandleRows.decode)
    }
  }
}

extension Transaction {
  private static let proofColumns = """
    id, token_hash, code_digest, claim_digest, claim_sealed, link_hash, letter_due, language,
    made_at, ends_at, proven_at, way, handles, identities
    """

  /// Of one that was used only the digests are left.
  private static let isUnused = "0 < LENGTH(claim_sealed)"

  private func decodeProof(_ row: inout RowReader) throws -> Proof {
    Proof(
      id: try row.id(), tokenHash: try row.bytes(), codeDigest: try row.bytes(),
      claimDigest: try row.bytes(), sealedClaim: try row.bytes(),
      linkHash: try row.optionalBytes(), letterDue: try row.optionalInstant(),
      language: try row.text(), madeAt: try row.instant(), endsAt: try row.instant(),
      provenAt: try row.optionalInstant(), way: try row.optionalNamed(),
      handles: NamesText.readIDs(try row.text()),
      identities: try row.text().split(separator: " ").map(String.init))
  }

  func proof(tokenHash: [UInt8]) throws -> Proof? {
    try first(
      "SELECT \(Self.proofColumns) FROM proofs WHERE token_hash = $1 AND \(Self.isUnused)",
      [.bytes(tokenHash)], decodeProof)
  }

  func proof(linkHash: [UInt8]) throws -> Proof? {
    try first(
      "SELECT \(Self.proofColumns) FROM proofs WHERE link_hash = $1 AND \(Self.isUnused)",
      [.bytes(linkHash)], decodeProof)
  }

  func proofs(codes: [[UInt8]], now: Instant) throws -> [Proof] {
    try InList.each(codes.map { .bytes($0) }, from: 2) { places, arguments in
      try list(
        """
        SELECT \(Self.proofColumns) FROM proofs
        WHERE code_digest IN (\(places)) AND ends_at > $1
        """, [.at(now)] + arguments, decodeProof)
    }.sorted { $0.id < $1.id }
  }

  func hasProofs(now: Instant) throws -> Bool {
    try first("SELECT 1 FROM proofs WHERE ends_at > $1 LIMIT 1", [.at(now)]) { try $0.integer() }
      != nil
  }

  func lettersDue(now: Instant, limit: Int) throws -> [Proof] {
    try list(
      """
      SELECT \(Self.proofColumns) FROM proofs
      WHERE letter_due IS NOT NULL AND ends_at > $1 ORDER BY ends_at LIMIT $2
      """, [.at(now), .int(limit)], decodeProof)
  }

  func insert(_ proof: Proof) throws {
    try sql.run(
      """
      INSERT INTO proofs (\(Self.proofColumns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """,
      [
        .id(proof.id), .bytes(proof.tokenHash), .bytes(proof.codeDigest),
        .bytes(proof.claimDigest), .bytes(proof.sealedClaim), .sealed(proof.linkHash),
        .at(proof.letterDue), .words(proof.language), .at(proof.madeAt), .at(proof.endsAt),
        .at(proof.provenAt), .name(proof.way), .text(NamesText.write(ids: proof.handles)),
        .text(proof.identities.joined(separator: " ")),
      ])
  }

  func setProven(
    _ proof: ID<Proof>, way: ProofWay, handles: [ID<Handle>], identities: [String], at now: Instant
  ) throws -> Bool {
    try sql.run(
      """
      UPDATE proofs SET proven_at = $2, way = $3, handles = $4, identities = $5, link_hash = NULL,
        letter_due = NULL
      WHERE id = $1 AND proven_at IS NULL AND ends_at > $2
      """,
      [
        .id(proof), .at(now), .name(way), .text(NamesText.write(ids: handles)),
        .text(identities.joined(separator: " ")),
      ]) == 1
  }

  func takeLetter(
    _ proof: ID<Proof>, linkHash: [UInt8], handles: [ID<Handle>], identities: [String]
  ) throws -> Bool {
    try sql.run(
      """
      UPDATE proofs SET letter_due = NULL, link_hash = $2, handles = $3, identities = $4
      WHERE id = $1 AND letter_due IS NOT NULL AND proven_at IS NULL
      """,
      [
        .id(proof), .bytes(linkHash), .text(NamesText.write(ids: handles)),
        .text(identities.joined(separator: " ")),
      ]) == 1
  }

  func use(_ proof: ID<Proof>) throws -> Bool {
    try sql.run(
      """
      UPDATE proofs SET claim_sealed = $2, link_hash = NULL, letter_due = NULL, handles = '',
        identities = '', proven_at = COALESCE(proven_at, made_at)
      WHERE id = $1 AND \(Self.isUnused)
      """, [.id(proof), .bytes([])]) == 1
  }

  private static let visitColumns =
    "id, token_hash, way, handles, identities, made_at, ends_at"

  func visit(tokenHash: [UInt8]) throws -> Visit? {
    try first(
      "SELECT \(Self.visitColumns) FROM visits WHERE token_hash = $1", [.bytes(tokenHash)]
    ) {
      Visit(
        id: try $0.id(), tokenHash: try $0.bytes(), way: try $0.named(),
        handles: NamesText.readIDs(try $0.text()),
        identities: try $0.text().split(separator: " ").map(String.init),
        madeAt: try $0.instant(), endsAt: try $0.instant())
    }
  }

  func insert(_ visit: Visit) throws {
    try sql.run(
      "INSERT INTO visits (\(Self.visitColumns)) VALUES ($1, $2, $3, $4, $5, $6, $7)",
      [
        .id(visit.id), .bytes(visit.tokenHash), .name(visit.way),
        .text(NamesText.write(ids: visit.handles)),
        .text(visit.identities.joined(separator: " ")), .at(visit.madeAt), .at(visit.endsAt),
      ])
  }

  func deleteVisit(_ id: ID<Visit>) throws {
    try sql.run("DELETE FROM visits WHERE id = $1", [.id(id)])
  }

  func deleteVisits(of handles: [ID<Handle>]) throws {
    for table in ["visits", "proofs"] {
      try sql.runMany(
        "DELETE FROM \(table) WHERE (' ' || handles || ' ') LIKE $1",
        handles.map { [.text("% \($0) %")] })
    }
  }

  func deleteProofsAndVisits(endedAt now: Instant) throws {
    try sql.run("DELETE FROM proofs WHERE ends_at <= $1", [.at(now)])
    try sql.run("DELETE FROM visits WHERE ends_at <= $1", [.at(now)])
  }
}
