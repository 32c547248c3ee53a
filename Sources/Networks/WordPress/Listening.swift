import HeedModel
public import HeedNetwork

extension WordPressNetwork {
  /// How many of one request; what WordPress allows at most.
  static let page = 100
  /// How many of the page before are asked for again, in case some went meanwhile.
  static let overlap = 10
  static let pace = Duration.minutes(2)
  /// Missing ones that are asked for, one by one, in a pass.
  static let doubted = 10

  /// What is new, from the newest downwards, and what changed among the newest hundred.
  public func listen(to source: ListeningSource) async throws -> Heard {
    let client = try client(source)
    let incoming = incoming(client, source.account)
    var cursor = Cursor(source.cursor)
    var walk = cursor.walk
    let asked = try await comments(client, at: walk?.offset ?? 0, source.account)
    let comments = asked.comments
    if let going = walk, going.offset > 0, comments.first?.id ?? 0 < going.lowest {
      // More went away meanwhile than the overlap covers: go back before going on.
      walk?.offset = max(0, going.offset - Self.page)
      cursor.walk = walk
      return Heard(cursor: cursor.written, next: .zero)
    }
    var changed: [RemotePost] = []
    var removed: [RemoteEvent] = []
    var late: [Comment] = []
    if walk == nil {
      (changed, late, removed) = try await changes(comments, &cursor, client, incoming)
    }
    let fresh = comments.filter {
      $0.id > cursor.last && $0.id < walk?.lowest ?? .max && $0.isStanding && $0.isComment
    }
    let above = try await entries(under: fresh + late, client, incoming, &cursor)
    let new = (fresh + late).sorted { $0.id < $1.id }.map { comment in
      var post = incoming.post(comment, isHidden: cursor.isHidden(comment.post))
      post.isRestored = comment.id <= cursor.last
      return post
    }
    let events = above + (new + changed).map { .post($0) } + removed
    let top = walk?.top ?? max(cursor.last, comments.first?.id ?? 0)
    let lowest = comments.last?.id ?? 0
    let isFirst = cursor.last == 0
    if comments.count < Self.page || lowest <= cursor.last || isFirst {
      cursor.last = top
      cursor.walk = nil
      return Heard(events: events, cursor: cursor.written, next: Self.pace)
    }
    cursor.walk = Cursor.Walk(
      top: top, lowest: lowest, offset: (walk?.offset ?? 0) + Self.page - Self.overlap)
    return Heard(events: events, cursor: cursor.written, next: .zero)
  }

  /// What reads differently among the newest, what was let through or shown again though its number was passed already,
  /// and what is missing between those that are there.
  private func changes(
    _ comments: [Comment], _ cursor: inout Cursor, _ client: Client, _ incoming: Incoming
  ) async throws -> (changed: [RemotePost], late: [Comment], removed: [RemoteEvent]) {
    var changed: [RemotePost] = []
    var late: [Comment] = []
    var removed: [RemoteEvent] = []
    var window: [Int: String] = [:]
    for comment in comments where comment.isStanding && comment.isComment {
      let wording = String(Wording.of(comment), radix: 36)
      window[comment.id] = wording
      guard comment.id <= cursor.last else { continue }
      if let before = cursor.window[comment.id] {
        if before != wording { changed.append(incoming.post(comment, isChanged: true)) }
      } else if let floor = cursor.floor, comment.id >= floor {
        late.append(comment)
      }
    }
    // Below the lowest of a full page nothing can be told.
    let lowest = comments.count < Self.page ? 0 : comments.last?.id ?? 0
    var asked = 0
    for (id, wording) in cursor.window.sorted(by: { $0.key > $1.key })
    where window[id] == nil && id >= lowest {
      asked += 1
      if asked <= Self.doubted, try await isGone(id, client) {
        removed.append(.removed(RemoteIDs.comment(id, incoming.site)))
      } else {
        window[id] = wording
      }
    }
    cursor.window = window
    cursor.floor = lowest
    return (changed, late, removed)
  }

  /// Asks for the one comment: a list that lacks it, or is empty, may be a plugin's or a cache's fault.
  func isGone(_ id: Int, _ client: Client) async throws -> Bool {
    do {
      let comment: Comment = try await client.get("\(Client.comments)/\(id)").value
      return !comment.isStanding
    } catch let error as NetworkError
      where error.kind == .gone || error.kind == .refused && error.cause is Refusal
    {
      // Hidden from everybody counts as gone, for a role that sees no more than everybody; the site has to say so.
      return true
    }
  }

  /// The newest first, as far as the account may see: held ones too, where it moderates.
  func comments(_ client: Client, at offset: Int, _ account: AccountAccess?) async throws
    -> (comments: [Comment], isWhole: Bool)
  {
    let query = [
      ("per_page", String(Self.page)), ("offset", String(offset)), ("orderby", "id"),
      ("order", "desc"),
    ]
    guard account != nil else { return (try await client.get(Client.comments, query).value, false) }
    do {
      let all = query + [("context", "edit"), ("status", "all")]
      return (try await client.get(Client.comments, all).value, true)
    } catch let error as NetworkError where error.kind == .refused {
      // A role that does not moderate sees what everybody sees.
      return (try await client.get(Client.comments, query).value, false)
    }
  }

  /// The posts that these stand under, once each.
  private func entries(
    under comments: [Comment], _ client: Client, _ incoming: Incoming, _ cursor: inout Cursor
  ) async throws -> [RemoteEvent] {
    var events: [RemoteEvent] = []
    for comment in comments where comment.post > 0 && !cursor.posts.contains(comment.post) {
      guard events.count < 20 else { break }
      let entry = try await entry(comment, client)
      // An account may see what is not for everybody: what people say below it is not, either.
      if let entry, !entry.isHidden { events.append(.post(incoming.post(entry))) }
      cursor.know(post: comment.post, isHidden: entry?.isHidden ?? false)
    }
    return events
  }

  /// - Returns: `nil` for one that is not for everybody, or gone.
  func entry(_ comment: Comment, _ client: Client) async throws -> Entry? {
    // Told by the site itself: a page, or a kind of its own, stands elsewhere than a post.
    let path =
      comment.up.flatMap { up in
        up.hasPrefix(client.site.root) ? String(up.dropFirst(client.site.root.count)) : nil
      } ?? "wp/v2/posts/\(comment.post)"
    do {
      return try await client.get(path).value
    } catch let error as NetworkError where [.gone, .refused, .unsupported].contains(error.kind) {
      return nil
    }
  }
}
