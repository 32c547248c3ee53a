import HeedModel
import HeedNetwork

extension MastodonDouble {
  func statuses(_ asked: MastodonAsked, _ me: String?, _ state: inout State) -> Reply {
    let parts = asked.parts
    if parts.count == 3 {
      switch asked.method {
      case .post: return write(asked, me, &state)
      case .get where manner.hasManyAtOnce: return several(asked, me, state.world)
      default: return .gone
      }
    }
    guard let post = state.world.posts[parts[3]], state.world.mayRead(post, me) else {
      return .gone
    }
    switch (asked.method, parts.count > 4 ? parts[4] : "") {
    case (.get, ""):
      if me == nil, !manner.isOpen { return .error(401, "Unauthorized") }
      return Reply(state.world.json(post))
    case (.get, "context"): return context(post, me, state.world)
    case (.get, "reblogged_by"):
      let people = post.sharedBy.sorted().compactMap { state.world.people[$0] }
      return Reply(.list(people.map(state.world.json)))
    case (.get, "source"):
      guard manner.hasSource, post.author == me else { return .gone }
      return Reply([
        "id": state.world.json(id: post.id), "text": .text(post.text),
        "spoiler_text": .text(post.warning),
      ])
    case (.put, ""):
      guard post.author == me else { return .gone }
      guard manner.canEdit else { return .error(405, "Method not allowed") }
      let text = asked.fields["status"] ?? ""
      guard text.count <= 500 else { return tooLong }
      let id = change(
        post.id, text: text, warning: asked.fields["spoiler_text"] ?? "",
        media: asked.media ?? [], &state)
      return state.world.posts[id].map { Reply(state.world.json($0)) } ?? .gone
    case (.delete, ""):
      guard post.author == me else { return .gone }
      let reply = manner.deletesSilently ? Reply([]) : Reply(state.world.json(post))
      remove(post.id, &state)
      return reply
    default: return .gone
    }
  }

  private var tooLong: Reply {
    .error(manner.tooLongStatus, "Validation failed: Text character limit of 500 exceeded")
  }

  private func write(_ asked: MastodonAsked, _ me: String?, _ state: inout State) -> Reply {
    guard let me else { return .error(401, "The access token is invalid") }
    if manner.holdsNewAccounts {
      return .error(403, "Your login is currently pending approval")
    }
    let text = asked.fields["status"] ?? ""
    if text.isEmpty, (asked.media ?? []).isEmpty {
      return .error(422, "Validation failed: Text can't be blank")
    }
    guard text.count <= 500 else { return tooLong }
    if manner.honoursKeys, let key = asked.key, let id = state.world.keys[key],
      let post = state.world.posts[id]
    {
      return Reply(state.world.json(post))
    }
    var parent = asked.fields["in_reply_to_id"]
    if manner.forgetsMissingParents, parent.map({ state.world.posts[$0] == nil }) == true {
      parent = nil
    }
    if let parent, state.world.posts[parent] == nil {
      return .error(404, "The post you are trying to reply to does not appear to exist.")
    }
    var post = draft(by: me, text, at: clock.now(), &state)
    post.parent = parent
    post.visibility = asked.fields["visibility"] ?? "public"
    post.warning = asked.fields["spoiler_text"] ?? ""
    post.language = manner.hasNoLanguages ? nil : asked.fields["language"]
    post.media = asked.media ?? []
    post.key = asked.key ?? ""
    if let key = asked.key { state.world.keys[key] = post.id }
    store(post, isFiltered: false, &state)
    state.journal.append(state.world.accepted(post))
    return Reply(state.world.json(post))
  }

  private func several(
    _ asked: MastodonAsked, _ me: String?, _ world: MastodonWorld
  ) -> Reply {
    let ids = asked.lists["id[]"] ?? []
    let posts = ids.prefix(20).compactMap { world.posts[$0] }.filter { world.mayRead($0, me) }
    return Reply(.list(posts.map(world.json)))
  }

  private func context(
    _ post: MastodonWorld.Post, _ me: String?, _ world: MastodonWorld
  ) -> Reply {
    var above: [MastodonWorld.Post] = []
    var at = post.parent
    while let id = at, let parent = world.posts[id], world.mayRead(parent, me) {
      above.insert(parent, at: 0)
      at = parent.parent
    }
    var below: [MastodonWorld.Post] = []
    var queue = [post.id]
    while !queue.isEmpty {
      let id = queue.removeFirst()
      let children = world.posts.values.filter { $0.parent == id && world.mayRead($0, me) }
        .sorted { $0.rank < $1.rank }
      below += children
      queue += children.map(\.id)
    }
    var reply = Reply([
      "ancestors": .list(above.map(world.json)), "descendants": .list(below.map(world.json)),
    ])
    if manner.refreshesThreads {
      reply.headers = [("Mastodon-Async-Refresh", "id=\"abc\", retry=3, result_count=0")]
    }
    return reply
  }

  func media(_ asked: MastodonAsked, _ me: String?, _ state: inout State) -> Reply {
    guard me != nil else { return .error(401, "The access token is invalid") }
    switch asked.method {
    case .post:
      if asked.parts[1] == "v2", !manner.hasMediaV2 { return .gone }
      guard let file = asked.fields["file"], !file.isEmpty else {
        return .error(422, "Validation failed: File can't be blank")
      }
      let medium = MastodonWorld.Medium(
        id: String(state.world.next()), type: asked.fields["file-type"] ?? "",
        alternative: asked.fields["description"] ?? "")
      state.world.media[medium.id] = medium
      let waits = asked.parts[1] == "v2" && manner.processesMedia
      return Reply(state.world.json(medium), status: waits ? 202 : 200)
    case .get:
      guard asked.parts.count == 4, var medium = state.world.media[asked.parts[3]] else {
        return .gone
      }
      medium.asked += 1
      state.world.media[medium.id] = medium
      let waits = manner.processesMedia && medium.asked < 2
      return Reply(state.world.json(medium), status: waits ? 206 : 200)
    default: return .gone
    }
  }
}
