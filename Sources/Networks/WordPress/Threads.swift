import HeedModel
public import HeedNetwork

extension WordPressNetwork: Threading, Rechecking {
  public func server(of source: ListeningSource) -> String { Site(source.target)?.key ?? "" }

  /// The post and all that stands under it, five hundred comments at most.
  public func thread(around post: RemoteReference, as account: AccountAccess?) async throws
    -> [RemoteEvent]
  {
    let site = try await site(of: post, account)
    let client = Client(wire: wire, site: site, key: account?.credentials["key"])
    let incoming = incoming(client, account)
    var entry = RemoteIDs.post(post.remoteID, of: site)
    var events: [RemoteEvent] = []
    var isHidden = false
    if entry == nil, let id = RemoteIDs.comment(post.remoteID, of: site) {
      let comment: Comment = try await client.get("\(Client.comments)/\(id)").value
      entry = comment.post
      if let above = try await self.entry(comment, client) {
        isHidden = above.isHidden
        if !isHidden { events.append(.post(incoming.post(above))) }
      }
    }
    guard let entry else { return [] }
    for offset in stride(from: 0, to: 500, by: Self.page) {
      let comments: [Comment] = try await client.get(
        Client.comments,
        [
          ("post", String(entry)), ("per_page", String(Self.page)), ("offset", String(offset)),
          ("orderby", "id"), ("order", "asc"),
        ]
      ).value
      events += comments.filter(\.isComment).map { [isHidden] in
        .post(incoming.post($0, isHidden: isHidden))
      }
      if comments.count < Self.page { break }
    }
    return events
  }

  /// What a site does not list is asked for one by one.
  public var rechecksAtOnce: Int { 20 }

  /// What went, and what reads differently from the wording that the reference carries.
  public func recheck(_ posts: [RemoteReference], as account: AccountAccess?) async throws
    -> [RemoteEvent]
  {
    guard let first = posts.first else { return [] }
    let site = try await site(of: first, account)
    let client = Client(wire: wire, site: site, key: account?.credentials["key"])
    let incoming = incoming(client, account)
    let named = posts.compactMap { post in
      RemoteIDs.comment(post.remoteID, of: site).map { (id: $0, local: post.local) }
    }
    guard !named.isEmpty else { return [] }
    var standing: [Int: Comment] = [:]
    for place in stride(from: 0, to: named.count, by: Self.page) {
      let ids = named[place..<min(place + Self.page, named.count)].map { String($0.id) }
      let query = [("include", ids.joined(separator: ",")), ("per_page", String(Self.page))]
      let found: [Comment]
      do {
        let all = query + (account == nil ? [] : [("context", "edit"), ("status", "all")])
        found = try await client.get(Client.comments, all).value
      } catch let error as NetworkError where error.kind == .refused && account != nil {
        found = try await client.get(Client.comments, query).value
      }
      for comment in found where comment.isStanding { standing[comment.id] = comment }
    }
    var events: [RemoteEvent] = []
    for (id, local) in named {
      if let comment = standing[id] {
        guard let local, local != String(Wording.of(comment), radix: 36) else { continue }
        events.append(.post(incoming.post(comment, isChanged: true)))
      } else if try await isGone(id, client) {
        events.append(.removed(RemoteIDs.comment(id, site)))
      }
    }
    return events
  }

  /// The account's site, else the one that the reference was heard at.
  private func site(of post: RemoteReference, _ account: AccountAccess?) async throws -> Site {
    if let account, let site = Site(account.server) { return site }
    return try await site(called: String(post.remoteID.rawValue.prefix { $0 != "#" }))
  }
}
