public import HeedModel

extension Desk {
  /// Writes every thread that somebody may see, one post a line (`PostLine`), the words of a thread together in order
  /// of time, the thread spoken in last first.
  ///
  /// Leaves the record as it is, but for the note that it was exported. Spam is among it, as it was put aside and not
  /// deleted.
  ///
  /// - Parameters:
  ///   - viewer: who looks; `nil` for an observer, who sees public talk.
  ///   - write: takes a line without its end.
  /// - Returns: how many posts and threads were written.
  public func exportPosts(
    for viewer: Viewer?, write: (String) throws -> Void
  ) async throws -> (posts: Int, threads: Int) {
    // Nobody has this number: an observer sees the same whoever they are.
    let viewer = viewer ?? Viewer(member: ID(0), role: .observer)
    let names = Dictionary(
      try await record.read { try $0.members() }.map { ($0.id, $0.email) }
    ) { $1 }
    var seen: Set<ID<Conversation>> = []
    // A thread is read up to a limit; what it has beyond that is written post by post.
    var ends: [ID<Conversation>: ID<Post>] = [:]
    var page = PageRequest(limit: 200)
    var count = 0
    while true {
      let heard = try await heard(HeardFilter(spam: true), page, for: viewer)
      for row in heard.rows {
        let conversation = row.post.conversation
        var rows: [PostRow] = []
        if seen.insert(conversation).inserted {
          rows = try await record.read { try $0.thread(conversation, for: viewer) }
          ends[conversation] = rows.last?.id
        }
        if let end = ends[conversation], row.id > end { rows.append(row) }
        for line in try await lines(rows, members: names) {
          try write(try line.written())
          count += 1
        }
      }
      guard let next = heard.next else { break }
      page.after = next
    }
    let exported = event(.exported, by: viewer.member.value == 0 ? nil : viewer.member)
    try await record.write { try $0.append(exported) }
    return (count, seen.count)
  }

  private func lines(_ rows: [PostRow], members: [ID<Member>: String]) async throws -> [PostLine] {
    guard !rows.isEmpty else { return [] }
    let known = Dictionary(rows.map { ($0.id, $0.post.remoteID) }) { $1 }
    let elsewhere = rows.flatMap { [$0.post.parent, $0.post.quoted] }.compactMap { $0 }
      .filter { known[$0] == nil }
    let found = try await record.read { try $0.posts(elsewhere) }
    let ids = found.filter { !$0.visibility.isPrivate }
      .reduce(into: known) { $0[$1.id] = $1.remoteID }
    return rows.compactMap { PostLine($0, ids: ids, members: members) }
  }
}

extension PostLine {
  /// `nil` for a placeholder: nobody received it, and the posts that answer it name it.
  init?(_ row: PostRow, ids: [ID<Post>: RemoteID], members: [ID<Member>: String]) {
    guard let author = row.author else { return nil }
    let post = row.post
    self.init(
      id: post.remoteID.rawValue,
      author: Author(
        id: author.remoteID.rawValue, name: author.name, address: author.address,
        page: author.page, picture: author.picture, bot: author.isBot ? true : nil,
        optedOut: author.optedOut ? true : nil),
      at: post.publishedAt, text: post.removedAt == nil ? post.text.plain : nil)
    network = post.network.rawValue
    parent = post.parent.flatMap { ids[$0]?.rawValue }
    quotes = post.quoted.flatMap { ids[$0]?.rawValue }
    edited = post.editedAt.map { FileTime($0) }
    direction = post.direction.rawValue
    member = row.member.flatMap { members[$0] }
    visibility = post.visibility.rawValue
    title = post.title
    warning = post.warning
    // Media of our own are files of this desk, which no line can carry.
    let media = post.media.filter { !$0.address.hasPrefix("upload:") }.map {
      Attachment(
        kind: $0.kind.rawValue, address: $0.address, alternative: $0.alternative, type: $0.type)
    }
    self.media = media.isEmpty ? nil : media
    language = post.language
    address = post.address
    removed = post.removedAt == nil ? nil : true
  }
}
