import HeedModel
public import HeedNetwork

/// What can be listened to; stored as `Source.kind`.
enum Kind: String, Sendable {
  /// All public talk, of which the desk keeps what a topic catches. There is one of it, whatever was typed: its target is
  /// always `everything`.
  case everything
  /// An account's notifications: who spoke to it, quoted it, liked or passed on its posts.
  case mentions
  /// An account's own posts, also those written elsewhere.
  case own
  /// An account's private messages.
  case messages
  /// Public posts in which a word is found, also those of the past.
  case search
  /// Public posts of somebody; the target is their DID.
  case profile
}

extension BlueskyNetwork: Following {
  public func isOnePerson(kind: String) -> Bool { Kind(rawValue: kind) == .profile }
}

extension BlueskyNetwork {
  public func listen(to source: ListeningSource) async throws -> Heard {
    let client = client(source.account)
    switch Kind(rawValue: source.kind) {
    case .everything: return try await listenToAll(source)
    case .mentions: return try await notifications(try signedIn(client)).pass(from: source.cursor)
    case .messages: return try await messages(of: try signedIn(client), since: source.cursor)
    case .own:
      let account = try account(source)
      return try await posts(
        client, "app.bsky.feed.getAuthorFeed",
        [("actor", account.remoteID.rawValue), ("filter", "posts_with_replies")]
      ).pass(from: source.cursor)
    case .profile:
      return try await posts(
        client, "app.bsky.feed.getAuthorFeed",
        [("actor", source.target), ("filter", "posts_with_replies")]
      ).pass(from: source.cursor)
    case .search:
      return try await posts(
        client, "app.bsky.feed.searchPosts", [("q", source.target), ("sort", "latest")]
      ).pass(from: source.cursor)
    case nil:
      throw NetworkError(.unsupported, "Bluesky has nothing called “\(source.kind)” to hear.")
    }
  }

  private func account(_ source: ListeningSource) throws -> AccountAccess {
    guard let account = source.account else { throw Self.needsAccount }
    return account
  }

  private func signedIn(_ client: Client) throws -> Client {
    guard client.account != nil else { throw Self.needsAccount }
    return client
  }

  private static let needsAccount = NetworkError(
    .signedOut, "This needs an account. Sign in, then listen again.")

  func incoming(_ account: AccountAccess?) -> Incoming {
    Incoming(now: clock.now(), me: account?.remoteID.rawValue)
  }

  /// A list of posts, newest first.
  private func posts(
    _ client: Client, _ method: String, _ fields: [(String, String)]
  ) -> Walk<PostView> {
    let incoming = incoming(client.account)
    return Walk(
      clock: clock,
      fetch: { below in
        let paged = fields + [("limit", "100")] + (below.map { [("cursor", $0)] } ?? [])
        let response = try await client.query(method, paged, of: .view)
        let list = try ListView(response, from: client.server)
        return Walk.Page(
          entries: list.entries.map { Walk.Entry(id: $0.id, at: $0.at, item: $0.post) },
          below: list.cursor)
      },
      take: { $0.compactMap { incoming.post($0).map { .post($0) } } })
  }

  private func notifications(_ client: Client) -> Walk<NotificationView> {
    let incoming = incoming(client.account)
    return Walk(
      clock: clock,
      fetch: { below in
        let fields = [("limit", "100")] + (below.map { [("cursor", $0)] } ?? [])
        let response = try await client.query(
          "app.bsky.notification.listNotifications", fields, of: .view)
        let (all, cursor) = try NotificationView.page(response, from: client.server)
        return Walk.Page(
          entries: all.map {
            Walk.Entry(id: $0.reason + " " + $0.address, at: $0.indexedAt, item: $0)
          }, below: cursor)
      },
      take: { all in all.compactMap { incoming.event($0) } })
  }
}

extension Incoming {
  /// Of any reason, known or not: a post is heard, likes and reposts count for the post that they are about. Follows and
  /// what the network tells of itself are no talk.
  func event(_ notification: NotificationView) -> RemoteEvent? {
    let received = min(notification.indexedAt ?? now, now)
    guard let address = RecordAddress(notification.address) else { return nil }
    if address.collection == Collection.post, let key = address.key,
      let record = notification.record
    {
      return post(
        address.repository, key, record, cid: notification.cid, received: received,
        notification.author.known
      ).map { .post($0) }
    }
    let kind: Reaction.Kind? =
      switch notification.reason {
      case "like": .liked
      case "repost": .shared
      default: nil
      }
    guard let kind, let subject = RemoteIDs.post(notification.subject),
      RemoteIDs.isDID(notification.author.did)
    else { return nil }
    return .reaction(
      RemoteReaction(
        kind: kind, post: subject,
        by: Incoming.author(notification.author.did, notification.author.known), at: received))
  }
}
