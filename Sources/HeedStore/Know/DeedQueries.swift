import HeedModel

extension Transaction {
  private static let columns = "id, wish_id, member_id, people, wished_words, done_words"

  private func decode(_ row: inout RowReader) throws -> PublishedDeed {
    PublishedDeed(
      id: try row.id(), wish: try row.id(), member: try row.id(), people: Int(try row.integer()),
      wished: try row.text(), done: try row.text())
  }

  func publicPeople(of root: ID<Wish>) throws -> Int {
    try count(
      """
      SELECT COUNT(DISTINCT \(WishRows.speaker)) FROM \(WishRows.said)
      LEFT JOIN handles h ON h.id = v.handle_id
      WHERE u.root_id = $1 AND \(WishRows.isPublic)
      """, [.id(root)])
  }

  func publishedDeeds(_ page: PageRequest) throws -> Page<PublishedDeed> {
    let before = try page.after.map { try PageKey.numbers($0, 1)[0] } ?? Int64.max
    let rows = try list(
      "SELECT \(Self.columns) FROM published_deeds WHERE id < $1 ORDER BY id DESC LIMIT $2",
      [.integer(before), .int(page.limit + 1)], decode)
    return rows.page(page.limit) { PageKey.text($0.id.value) }
  }

  func publishedDeeds(of wish: ID<Wish>) throws -> [PublishedDeed] {
    try list(
      "SELECT \(Self.columns) FROM published_deeds WHERE wish_id = $1 ORDER BY id", [.id(wish)],
      decode)
  }

  func insert(_ deed: PublishedDeed) throws {
    try sql.run(
      "INSERT INTO published_deeds (\(Self.columns)) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        .id(deed.id), .id(deed.wish), .id(deed.member), .int(deed.people), .words(deed.wished),
        .words(deed.done),
      ])
  }
}
