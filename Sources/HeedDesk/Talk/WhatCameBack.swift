public import HeedModel

/// What came back to one reply of ours: from whom it was said to, and from others who joined in.
public struct Reception: Sendable {
  /// What came back before it went quiet.
  public static let week = Duration.days(7)

  public var reply: Reply
  /// What it became.
  public var post: PostRow
  /// What it answered.
  public var asked: PostRow?
  /// Words of whom it was said to, below it or in quotes of it, the oldest first.
  public var addressed: [PostRow] = []
  /// Words of others there.
  public var bystanders: [PostRow] = []

  public init(reply: Reply, post: PostRow, asked: PostRow? = nil) {
    self.reply = reply
    self.post = post
    self.asked = asked
  }

  public var isSilent: Bool { addressed.isEmpty && bystanders.isEmpty }
}

extension Desk {
  private static let mostQuotes = 20

  /// What came back to what a member said themselves, newest reply first: their own replies alone (law 3), as far as they
  /// may still see them.
  public func whatCameBack(_ page: PageRequest, for viewer: Viewer) async throws
    -> Page<Reception>
  {
    try await record.read { [self] tx in
      let found = try tx.delivered(by: viewer, page)
      return Page(
        rows: try found.rows.compactMap { try reception(of: $0, for: viewer, tx) },
        next: found.next)
    }
  }

  func reception(of reply: Reply, for viewer: Viewer, _ tx: any RecordReading) throws
    -> Reception?
  {
    guard let id = reply.delivery.post, let post = try tx.post(id, for: viewer) else { return nil }
    var reception = Reception(
      reply: reply, post: post, asked: try tx.post(reply.inReplyTo, for: viewer))
    let theirs = try tx.handlesOfSame([reception.asked?.author].compactMap { $0 })
    let thread = try tx.thread(post.post.conversation, for: viewer)
    let quotes = try tx.quotes(of: id, limit: Self.mostQuotes, for: viewer)
    var seen: Set<ID<Post>> = []
    // Where all hangs on the first post, or they went on below their own words.
    let next = try Self.next(after: id, to: theirs, in: thread, tx)
    let beside = Self.beside(id, by: theirs, in: thread).filter { row in
      next.map { row.id < $0 } ?? true
    }
    let rows = Self.answers(to: id, in: thread) + beside + quotes.filter(\.isSaidByPeople)
    for row in rows.sorted(by: { $0.id < $1.id }) where seen.insert(row.id).inserted {
      if row.author.map({ theirs.contains($0.id) }) ?? false {
        reception.addressed.append(row)
      } else {
        reception.bystanders.append(row)
      }
    }
    return reception
  }

  /// What we said to them next in the thread.
  private static func next(
    after id: ID<Post>, to theirs: Set<ID<Handle>>, in thread: [PostRow], _ tx: any RecordReading
  ) throws -> ID<Post>? {
    let known = Dictionary(thread.map { ($0.id, $0.post) }) { $1 }
    return try thread.sorted { $0.id < $1.id }.first { row in
      guard row.id > id, row.post.direction == .ours else { return false }
      let answered = try tx.reply(delivered: row.id)?.inReplyTo ?? row.post.parent
      return answered.flatMap { known[$0]?.author }.map { theirs.contains($0) } ?? false
    }?.id
  }
}

extension RecordReading {
  /// Whether what came back to a reply of ours was said by somebody else than whom we spoke to.
  func joinedIn(_ row: PostRow) throws -> Bool {
    guard let author = row.author, let parent = row.post.parent,
      let reply = try reply(delivered: parent),
      let asked = try posts([reply.inReplyTo]).first?.author,
      let to = try handles([asked]).first
    else { return false }
    return try !handlesOfSame([to]).contains(author.id)
  }
}
