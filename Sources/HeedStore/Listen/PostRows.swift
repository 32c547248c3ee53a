import HeedModel

/// How a post stands in its table, and how it is read back.
enum PostRows {
  private static let names = [
    "id", "network", "remote_id", "author_id", "conversation_id", "parent_id", "quoted_id",
    "direction", "visibility", "received_at", "edited_at", "removed_at", "words_until", "title",
    "warning", "body", "media", "language", "address", "source_id", "read_language", "read_tone",
    "read_kinds", "read_by", "read_sureness",
  ]
  /// Follow from the others; written, never read.
  private static let derived = ["asks", "spam"]

  static let columns = names.map { "p.\($0)" }.joined(separator: ", ")

  static let insert = """
    INSERT INTO posts (\((names + derived).joined(separator: ", ")))
    VALUES (\((1...(names.count + derived.count)).map { "$\($0)" }.joined(separator: ", ")))
    """

  static let update = """
    UPDATE posts SET \((names + derived).enumerated().dropFirst()
      .map { "\($0.element) = $\($0.offset + 1)" }.joined(separator: ", "))
    WHERE id = $1
    """

  static func arguments(_ post: Post) -> [SQLValue] {
    let reading = post.reading
    let asks: Set<Reading.Kind> = [.question, .complaint, .wish, .correction]
    return [
      .id(post.id), .name(post.network), .words(post.remoteID.rawValue), .id(post.author),
      .id(post.conversation), .id(post.parent), .id(post.quoted), .name(post.direction),
      .name(post.visibility), .at(post.receivedAt), .at(post.editedAt), .at(post.removedAt),
      .at(post.wordsUntil), .words(post.title), .words(post.warning), .words(post.text.encoded),
      .words(MediaText.write(post.media)), .words(post.language), .words(post.address),
      .id(post.source), .words(reading.language), .name(reading.tone),
      .text(NamesText.write(reading.kinds)), .text(reading.by), .real(reading.sureness),
      .flag(!reading.kinds.isDisjoint(with: asks)), .flag(reading.kinds.contains(.spam)),
    ]
  }

  static func decode(_ row: inout RowReader) throws -> Post {
    Post(
      id: try row.id(), network: try row.named(), remoteID: try row.named(),
      author: try row.optionalID(), conversation: try row.id(), parent: try row.optionalID(),
      quoted: try row.optionalID(), direction: try row.named(), visibility: try row.named(),
      receivedAt: try row.instant(), editedAt: try row.optionalInstant(),
      removedAt: try row.optionalInstant(), wordsUntil: try row.optionalInstant(),
      title: try row.optionalText(), warning: try row.optionalText(),
      text: RichText(encoded: try row.text()), media: MediaText.read(try row.text()),
      language: try row.optionalText(), address: try row.optionalText(),
      reading: Reading(), source: try row.optionalID()
    ).with(
      Reading(
        language: try row.optionalText(), tone: try row.optionalNamed(),
        kinds: Set(NamesText.read(try row.text())), by: try row.text(), sureness: try row.real()))
  }

  /// `PostRow`: the post, its author, its conversation's state, the member who wrote it.
  static let rowColumns = """
    \(columns), \(HandleRows.columns), c.state,
    (SELECT r.member_id FROM replies r WHERE r.post_id = p.id LIMIT 1)
    """

  static let rowSources = """
    posts p LEFT JOIN handles h ON h.id = p.author_id
    LEFT JOIN conversations c ON c.id = p.conversation_id
    """

  /// The same beside another table that names the post.
  static func joined(to key: String) -> String {
    rowSources.replacing("posts p", with: "posts p ON p.id = \(key)")
  }

  static func decodeRow(_ row: inout RowReader) throws -> PostRow {
    PostRow(
      post: try decode(&row), author: try HandleRows.decodeOptional(&row),
      state: try row.optionalNamed(), member: try row.optionalID())
  }
}

extension Post {
  fileprivate func with(_ reading: Reading) -> Post {
    var post = self
    post.reading = reading
    return post
  }
}

/// How a handle stands in its table.
enum HandleRows {
  static let names = [
    "id", "network", "remote_id", "address", "name", "page", "picture", "is_bot", "opted_out",
    "person_id", "is_ours", "moved_to", "own_person_id",
  ]
  static let columns = names.map { "h.\($0)" }.joined(separator: ", ")

  static let insert = """
    INSERT INTO handles (\(names.joined(separator: ", ")))
    VALUES (\(names.indices.map { "$\($0 + 1)" }.joined(separator: ", ")))
    """

  static let update = """
    UPDATE handles SET \(names.enumerated().dropFirst()
      .map { "\($0.element) = $\($0.offset + 1)" }.joined(separator: ", "))
    WHERE id = $1
    """

  static func arguments(_ handle: Handle) -> [SQLValue] {
    [
      .id(handle.id), .name(handle.network), .words(handle.remoteID.rawValue),
      .words(handle.address), .words(handle.name), .words(handle.page), .words(handle.picture),
      .flag(handle.isBot), .flag(handle.optedOut), .id(handle.person), .flag(handle.isOurs),
      .id(handle.movedTo), .id(handle.ownPerson),
    ]
  }

  static func decode(_ row: inout RowReader) throws -> Handle {
    var handle = Handle(
      id: try row.id(), network: try row.named(), remoteID: try row.named(),
      address: try row.text(), name: try row.text(), page: try row.optionalText(),
      picture: try row.optionalText(), isBot: try row.flag(), optedOut: try row.flag(),
      person: try row.optionalID(), isOurs: try row.flag(), movedTo: try row.optionalID())
    handle.ownPerson = try row.optionalID()
    return handle
  }

  /// Of a LEFT JOIN that found none.
  static func decodeOptional(_ row: inout RowReader) throws -> Handle? {
    if row.nextIsNull {
      row.skip(names.count)
      return nil
    }
    return try decode(&row)
  }
}
