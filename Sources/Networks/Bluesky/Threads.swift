import HeedModel
public import HeedNetwork

extension BlueskyNetwork: Threading {
  /// How many posts above one are asked for at once; each is nested in the one below it.
  private static let height = 60
  /// And how far below.
  private static let depth = 20
  private static let mostBranches = 6

  /// What the account may see of the thread, or what everybody may. A thread that goes on above is asked for from there.
  public func thread(
    around post: RemoteReference, as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    if let conversation = RemoteIDs.conversation(of: post.remoteID) {
      guard let account else { return [] }
      return try await messages(in: conversation, client(account), account)
    }
    let client = client(account)
    let incoming = incoming(account)
    var posts = try await thread(post.remoteID.rawValue, depth: Self.depth, client)
    for _ in 0..<5 {
      let known = Set(posts.map(\.address))
      // The line upwards ends at a root, at what is gone, or because it was too long.
      guard let top = posts.first, let above = top.record?.parent, !known.contains(above),
        posts.count > Self.height,
        let more = try? await thread(above, depth: 0, client), !more.isEmpty
      else { break }
      posts = more + posts
    }
    posts += await branches(beside: posts, of: post.remoteID.rawValue, client)
    let quoted = posts.first { $0.address == post.remoteID.rawValue }
    if let quoted, quoted.quotes > 0 { posts += await quotes(of: quoted.address, client) }
    var told: Set<String> = []
    return posts.filter { told.insert($0.address).inserted }.compactMap {
      incoming.post($0).map { .post($0) }
    }
  }

  /// What a look at one post leaves out: the other branches of its thread, and what is deeper than one answer goes. Asked for
  /// step by step and a few times at most; the line through the post is whole without it, so that a fault costs this alone.
  private func branches(
    beside known: [PostView], of address: String, _ client: Client
  ) async -> [PostView] {
    var posts = known
    var asked = [address] as Set
    for _ in 0..<Self.mostBranches {
      let answered = Set(posts.compactMap { $0.record?.parent })
      let root = known.first { $0.record?.parent == nil }
      let leaf = posts.first {
        $0.replies > 0 && !answered.contains($0.address) && !asked.contains($0.address)
      }
      let next = root.flatMap { asked.contains($0.address) ? nil : $0 } ?? leaf
      guard let next, asked.insert(next.address).inserted,
        let more = try? await thread(next.address, depth: Self.depth, height: 0, client)
      else { break }
      let known = Set(posts.map(\.address))
      posts += more.filter { !known.contains($0.address) }
    }
    return Array(posts.dropFirst(known.count))
  }

  /// Who quotes a post, the newest hundred: they hang on it and stand in no thread of it. A thread is whole without them,
  /// so that a fault costs them alone.
  private func quotes(of address: String, _ client: Client) async -> [PostView] {
    let response = try? await client.query(
      "app.bsky.feed.getQuotes", [("uri", address), ("limit", "100")], of: .view)
    guard let response, let list = try? ListView(response, from: client.server) else { return [] }
    return list.posts
  }

  private func thread(
    _ address: String, depth: Int, height: Int = BlueskyNetwork.height, _ client: Client
  ) async throws -> [PostView] {
    let response = try await client.query(
      "app.bsky.feed.getPostThread",
      [("uri", address), ("depth", String(depth)), ("parentHeight", String(height))], of: .view
    )
    return try ThreadView(response, from: client.server).posts
  }
}

extension BlueskyNetwork: Rechecking {
  /// Asks for the posts by name. Official servers do not show edits; where another one does, the wording has another name
  /// then. A post that is not shown is gone only if its record is, too: it may be hidden from this account alone.
  public var rechecksAtOnce: Int { 25 }
  public func rechecksInPass(as account: AccountAccess?) -> Int { 100 }

  public func recheck(
    _ posts: [RemoteReference], as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    let client = client(account)
    let incoming = incoming(account)
    let named = posts.filter { RemoteIDs.post($0.remoteID.rawValue) != nil }
    var events: [RemoteEvent] = []
    for start in stride(from: 0, to: named.count, by: 25) {
      let some = named[start..<min(start + 25, named.count)]
      let found = try await self.posts(some.map(\.remoteID.rawValue), client)
      for post in some {
        guard let view = found[post.remoteID.rawValue] else {
          if try await isGone(post.remoteID, client) { events.append(.removed(post.remoteID)) }
          continue
        }
        guard let known = post.local, let cid = view.cid, cid != known,
          let changed = incoming.post(view, isEdit: true)
        else { continue }
        events.append(.post(changed))
      }
    }
    return events
  }

  /// Up to 25 posts by their addresses.
  func posts(_ addresses: [String], _ client: Client) async throws -> [String: PostView] {
    let response = try await client.query(
      "app.bsky.feed.getPosts", addresses.map { ("uris", $0) }, of: .view)
    let list = try ListView(response, from: client.server)
    return Dictionary(list.posts.map { ($0.address, $0) }) { first, _ in first }
  }

  private func isGone(_ id: RemoteID, _ client: Client) async throws -> Bool {
    guard let address = RecordAddress(id.rawValue) else { return false }
    do {
      return try await record(at: address, client) == nil
    } catch let error as NetworkError where error.kind != .rateLimited {
      // Whoever cannot say so now may say so the next time.
      return false
    }
  }
}
