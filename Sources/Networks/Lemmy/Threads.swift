import HeedModel
public import HeedNetwork

extension LemmyNetwork: Threading {
  /// A post with its comments, as far as one server knows them.
  public func thread(
    around post: RemoteReference, as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    let server = try await reader(of: post, account)
    let intake = intake(server)
    guard let number = try await number(of: post, server) else {
      // A message stands alone.
      throw NetworkError(.unsupported, "A private message has no thread.")
    }
    let top = try await server.post(number.post)
    let depth = [("max_depth", "50"), ("limit", "50")]
    var all: [View] = [.post(top)]
    all += try await comments(
      server,
      depth + [
        ("post_id", String(number.post)), ("type_", server.everywhere), ("sort", server.newest),
      ])
    if let comment = number.comment, !all.contains(where: { Self.isComment($0, comment) }) {
      // A long thread tells only its newest: what stands below and above this one is asked for besides.
      let around: Views = try await server.client.get(
        "/comment/list",
        depth + [("parent_id", String(comment)), ("type_", server.everywhere)]
      ).value
      all += around.views.items
      var above = try await server.comment(comment).comment.above
      all.append(.comment(try await server.comment(comment)))
      while let id = above, all.count < 300, let view = try? await server.comment(id) {
        all.append(.comment(view))
        above = view.comment.above
      }
    }
    let posts = try await intake.posts(all)
    guard posts.contains(where: { $0.reference.remoteID == post.remoteID }) else {
      throw NetworkError(.gone, "It is no longer on \(server.server.host).")
    }
    return posts.map { .post($0) }
  }

  /// Comments of one thread, page by page, three hundred or so at most.
  private func comments(
    _ server: LemmyServer, _ query: [(String, String)]
  ) async throws -> [View] {
    var all: [View] = []
    var below: String?
    for page in 1...Self.mostPages {
      let place =
        server.version == .v3 ? [("page", String(page))] : below.map { [("page_cursor", $0)] } ?? []
      let views: Views = try await server.client.get("/comment/list", query + place).value
      all += views.views.items
      below = views.next
      guard all.count < Self.mostComments,
        server.version == .v4 ? below != nil : views.views.count >= 50
      else { break }
    }
    return all
  }

  private static let mostPages = 6
  private static let mostComments = 300

  private static func isComment(_ view: View, _ id: Int) -> Bool {
    if case .comment(let view) = view { view.comment.id == id } else { false }
  }

  /// Who is asked about a post: the account's own server, else the one that told it, else the one where it was written.
  func reader(of post: RemoteReference, _ account: AccountAccess?) async throws -> LemmyServer {
    if let account, let server = PlaceServer(account.server),
      LocalName(post, on: server) != nil || PlaceServer(post.remoteID.rawValue) == server
    {
      return try await self.server(account)
    }
    guard let server = PlaceServer(post.local ?? "") ?? PlaceServer(post.remoteID.rawValue) else {
      throw NetworkError(.unsupported, "That is no post of Lemmy.")
    }
    return try await self.server(server)
  }

  func number(
    of post: RemoteReference, _ server: LemmyServer
  ) async throws -> (post: Int, comment: Int?)? {
    let local = LocalName(post, on: server.server) ?? Self.named(post, on: server.server)
    switch local?.kind {
    case .post: return local.map { ($0.id, nil) }
    case .comment:
      guard let local else { return nil }
      let view = try await server.comment(local.id)
      guard let post = view.comment.post ?? view.post?.id else { return nil }
      return (post, local.id)
    case .message, nil: return nil
    }
  }

  /// `https://lemmy.example/comment/12`, where a server names its own by its number.
  static func named(_ post: RemoteReference, on server: PlaceServer) -> LocalName? {
    named(address: post.remoteID.rawValue).flatMap {
      PlaceServer(post.remoteID.rawValue) == server
        ? LocalName(
          RemoteReference(remoteID: post.remoteID, local: "\(server)/\($0.0.rawValue)/\($0.1)"),
          on: server) : nil
    }
  }

  static func named(address: String) -> (LocalName.Kind, Int)? {
    let path = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst(2)
      .map(String.init)
    guard address.contains("://"), path.count >= 2, let id = Int(path[path.count - 1]), id > 0
    else { return nil }
    switch (path.count, path[0]) {
    case (2, "comment"): return (.comment, id)
    case (2, "post"): return (.post, id)
    // Its pages name comments behind their post.
    case (3, "post"): return (.comment, id)
    default: return nil
    }
  }
}

extension LemmyNetwork: Rechecking {
  public func server(of source: ListeningSource) -> String {
    PlaceServer(source.target)?.description ?? ""
  }

  public func rechecksInPass(as account: AccountAccess?) -> Int { 20 }

  public func recheck(
    _ posts: [RemoteReference], as account: AccountAccess?
  ) async throws -> [RemoteEvent] {
    var events: [RemoteEvent] = []
    for reference in posts {
      do {
        guard let view = try await view(of: reference, account) else { continue }
        let (server, found) = view
        guard !found.said.isGone else {
          events.append(.removed(reference.remoteID))
          continue
        }
        let post = try await intake(server).post(found)
        if post.editedAt != nil { events.append(.post(post)) }
      } catch let error as NetworkError where error.kind == .gone {
        events.append(.removed(reference.remoteID))
      } catch let error as NetworkError
        where [.refused, .malformed, .unsupported].contains(error.kind)
      {
        continue
      }
    }
    return events
  }

  fileprivate func view(
    of post: RemoteReference, _ account: AccountAccess?
  ) async throws -> (LemmyServer, View)? {
    let server = try await reader(of: post, account)
    guard let local = LocalName(post, on: server.server) ?? Self.named(post, on: server.server)
    else { return nil }
    switch local.kind {
    case .comment: return (server, .comment(try await server.comment(local.id)))
    case .post: return (server, .post(try await server.post(local.id)))
    case .message: return nil
    }
  }
}

extension LemmyNetwork: HandingOff {
  public func reference(at address: String) -> RemoteReference? {
    guard let server = PlaceServer(address), let (kind, id) = Self.named(address: address) else {
      return nil
    }
    return RemoteReference(
      remoteID: RemoteID("\(server.base)/\(kind.rawValue)/\(id)"),
      local: "\(server)/\(kind.rawValue)/\(id)", address: address)
  }

  public func post(
    _ reference: RemoteReference, as account: AccountAccess?, isNamedByOthers: Bool
  ) async throws -> RemotePost {
    var asking = self
    if isNamedByOthers { asking.wire = NamedByOthers(wire) }
    guard let (server, view) = try await asking.view(of: reference, account), !view.said.isGone
    else {
      throw NetworkError(.gone, "It is no longer there.")
    }
    return try await intake(server).post(view)
  }
}
