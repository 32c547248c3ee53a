import HeedModel
public import HeedNetwork
import Synchronization

extension MastodonDouble {
  /// Answers one request.
  /// - Returns: `nil` when the connection breaks without a word.
  public func handle(_ request: WireRequest) -> WireResponse? {
    let asked = MastodonAsked(request)
    return state.withLock { state in
      state.requests.append(request)
      let at = state.faults.firstIndex {
        $0.method == asked.method && asked.path.hasPrefix($0.path)
      }
      let fault = at.map { state.faults.remove(at: $0).fault }
      switch fault {
      case .cutBefore: return nil
      case .refusal(let status, let body, let headers):
        return answer(request, status, body, headers.map { ($0.key, $0.value) })
      case .cutAfter, .statusAfter, nil: break
      }
      let reply = route(asked, &state)
      if case .cutAfter = fault { return nil }
      if case .statusAfter(let status) = fault {
        return answer(request, status, "<html>Bad gateway</html>", [])
      }
      return answer(request, reply.status, reply.body, reply.headers)
    }
  }

  struct Reply {
    var status = 200
    var body: String
    var headers: [(String, String)] = []

    init(_ value: JSONValue, status: Int = 200) {
      self.status = status
      body = value.rendered
    }

    init(status: Int, html: String, headers: [(String, String)] = []) {
      self.status = status
      body = html
      self.headers = [("Content-Type", "text/html; charset=utf-8")] + headers
    }

    static func error(_ status: Int, _ text: String) -> Reply {
      Reply(["error": .text(text)], status: status)
    }

    static let gone = error(404, "Record not found")
  }

  private func answer(
    _ request: WireRequest, _ status: Int, _ body: String, _ headers: [(String, String)]
  ) -> WireResponse {
    var all = headers.map { (name: $0.0, value: $0.1) }
    if !all.contains(where: { $0.name.lowercased() == "content-type" }) {
      all.append(("Content-Type", "application/json; charset=utf-8"))
    }
    all.append(("Date", MastodonWorld.header(clock.now())))
    return WireResponse(
      status: status, headers: all, body: Array(body.utf8), address: request.address)
  }

  private func route(_ asked: MastodonAsked, _ state: inout State) -> Reply {
    if manner.needsUserAgent, asked.userAgent == nil {
      return .error(418, "Provide a User-Agent that says who you are")
    }
    let me = asked.token.flatMap { state.world.tokens[$0] }
    if asked.token != nil, me == nil, !asked.path.hasPrefix("/oauth") {
      return .error(manner.forbidsBadTokens ? 403 : 401, invalidToken)
    }
    let parts = asked.parts
    guard parts.count >= 2 else { return .gone }
    switch (asked.method, parts[0], parts[1]) {
    case (_, "oauth", _): return signIn(asked, &state)
    case (.post, "api", _) where asked.path == "/api/v1/apps": return register(asked, &state)
    case (.get, "api", "v2") where asked.path == "/api/v2/instance":
      return manner.hasInstanceV2 ? Reply(state.world.instance(v2: true)) : .gone
    case (.get, "api", "v1") where asked.path == "/api/v1/instance":
      return Reply(state.world.instance(v2: false))
    case (_, "api", _) where parts.count >= 3:
      return resource(asked, me, &state)
    default: return .gone
    }
  }

  private var invalidToken: String {
    manner.forbidsBadTokens ? "Invalid credentials." : "The access token is invalid"
  }

  private func resource(_ asked: MastodonAsked, _ me: String?, _ state: inout State) -> Reply {
    switch asked.parts[2] {
    case "accounts": return accounts(asked, me, state.world)
    case "timelines": return timelines(asked, me, state.world)
    case "notifications": return notifications(asked, me, state.world)
    case "statuses": return statuses(asked, me, &state)
    case "search": return search(asked, me, state.world)
    case "media": return media(asked, me, &state)
    default: return .gone
    }
  }

  private func accounts(_ asked: MastodonAsked, _ me: String?, _ world: MastodonWorld) -> Reply {
    switch asked.parts[3] {
    case "verify_credentials":
      guard let me, let person = world.people[me] else {
        return .error(manner.name == "snac" ? 422 : 401, "The access token is invalid")
      }
      return Reply(world.json(person))
    case "lookup":
      let acct = asked.query["acct"] ?? ""
      let bare = acct.hasSuffix("@" + host) ? String(acct.prefix { $0 != "@" }) : acct
      return world.person(bare).map { Reply(world.json($0)) } ?? .gone
    case let id where asked.parts.count == 5 && asked.parts[4] == "statuses":
      if me == nil, !manner.isOpen { return .error(401, "Unauthorized") }
      var posts = world.posts.values.filter { $0.author == id && world.mayRead($0, me) }
      if manner.listsOnlyPublicOwnPosts { posts = posts.filter { $0.visibility == "public" } }
      if asked.query["exclude_reblogs"] == "true" { posts = posts.filter { $0.boosted == nil } }
      guard manner.pagesOwnPosts else {
        let newest = posts.sorted { $0.rank > $1.rank }.prefix(256)
        return Reply(.list(newest.map(world.json)))
      }
      return page(posts, asked, world)
    default: return .gone
    }
  }

  private func timelines(_ asked: MastodonAsked, _ me: String?, _ world: MastodonWorld) -> Reply {
    if me == nil, !manner.isOpen || asked.parts[3] == "home" {
      return .error(401, "This method requires an authenticated user")
    }
    let posts = world.posts.values.filter { post in
      switch asked.parts[3] {
      case "home": return world.mayRead(post, me) && post.visibility != "direct"
      case "tag":
        let tag = (asked.parts.count > 4 ? asked.parts[4] : "").lowercased()
        return post.visibility == "public" && post.tags.contains { $0.lowercased() == tag }
      default:
        return post.visibility == "public" && post.boosted == nil
          && (asked.query["local"] != "true" || world.people[post.author]?.isLocal == true)
      }
    }
    return page(posts, asked, world)
  }

  private func page(
    _ posts: [MastodonWorld.Post], _ asked: MastodonAsked, _ world: MastodonWorld
  ) -> Reply {
    let rows = posts.map { (rank: $0.rank, id: $0.id, value: $0) }
    let cut = paged(rows, asked) { world.ranks[$0] }
    var reply = Reply(.list(cut.map { world.json($0.value) }))
    reply.headers = links(cut.first?.id, cut.last?.id, asked)
    return reply
  }

  private func notifications(
    _ asked: MastodonAsked, _ me: String?, _ world: MastodonWorld
  ) -> Reply {
    guard let me else { return .error(401, "The access token is invalid") }
    let isGrouped = asked.parts[1] == "v2"
    if isGrouped, !manner.hasGroups { return .gone }
    let excluded = Set(asked.lists["exclude_types[]"] ?? [])
    var notices = world.notices.filter { $0.to == me && !excluded.contains($0.kind) }
    if asked.query["include_filtered"] != "true" { notices = notices.filter { !$0.isFiltered } }
    if isGrouped, asked.parts.count == 5, asked.parts[4] == "accounts" {
      let all = world.notices.filter { "\($0.kind)-\($0.post ?? "")-1" == asked.parts[3] }
      let people = all.reversed().compactMap { world.people[$0.by] }
      return Reply(.list(people.map(world.json)))
    }
    let rows = notices.map { (rank: $0.id, id: String($0.id), value: $0) }
    let cut = paged(rows, asked) { UInt64($0) }
    var reply =
      isGrouped
      ? Reply(world.groups(cut.map(\.value))) : Reply(.list(cut.map { world.json($0.value) }))
    reply.headers = links(cut.first?.id, cut.last?.id, asked)
    return reply
  }

  private func search(_ asked: MastodonAsked, _ me: String?, _ world: MastodonWorld) -> Reply {
    if asked.parts[1] == "v2", !manner.hasSearchV2 { return .gone }
    guard me != nil else { return .error(401, "The access token is invalid") }
    var post = world.named(asked.query["q"] ?? "").flatMap { world.mayRead($0, me) ? $0 : nil }
    if post == nil, manner.guessesInSearch {
      post = world.posts.values.filter { world.mayRead($0, me) }.min { $0.rank < $1.rank }
    }
    return Reply([
      "accounts": [], "hashtags": [], "statuses": .list(post.map { [world.json($0)] } ?? []),
    ])
  }

  /// Newest first; `min_id` walks upwards where the server can.
  private func paged<T>(
    _ rows: [(rank: UInt64, id: String, value: T)], _ asked: MastodonAsked,
    _ rank: (String) -> UInt64?
  ) -> [(rank: UInt64, id: String, value: T)] {
    let limit = min(asked.query["limit"].flatMap { Int($0) } ?? 20, 40)
    var rows = rows.sorted { $0.rank > $1.rank }
    if let below = asked.query["max_id"].flatMap(rank) { rows = rows.filter { $0.rank < below } }
    if let above = asked.query["since_id"].flatMap(rank) {
      rows = rows.filter { $0.rank > above }
    }
    if let above = asked.query["min_id"].flatMap(rank) {
      guard manner.walksUp else { return [] }
      return Array(rows.filter { $0.rank > above }.suffix(limit))
    }
    return Array(rows.prefix(limit))
  }

  private func links(
    _ newest: String?, _ oldest: String?, _ asked: MastodonAsked
  ) -> [(String, String)] {
    guard manner.hasLinks, let newest, let oldest else { return [] }
    let base = "https://\(host)\(asked.path)"
    return [
      (
        "Link",
        "<\(base)?max_id=\(oldest)>; rel=\"next\", <\(base)?min_id=\(newest)>; rel=\"prev\""
      )
    ]
  }
}
